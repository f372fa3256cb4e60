// SPDX-License-Identifier: Apache-2.0
// An article with the inline images that its HTML shows, for the frame in which a page shows it.
#pragma once

#include <string>
#include <vector>

#include "desk/desk.h"
#include "domain/ticket.h"

namespace lotse::desk {

inline constexpr std::size_t kFramedImageBytes = std::size_t{12} << 20;  // of all images of one frame together

struct InlineImage {
    std::string content_id;  // without brackets
    std::string bytes;
};
struct FramedArticle {
    domain::Article article;
    std::vector<InlineImage> images;  // in the order of their attachments, as far as they fit the limit
};

// Error: not_found "article.missing", or "article.no_html" where the message is plain text.
Result<FramedArticle> read_framed_article(Desk& desk, domain::TenantScope const& scope, domain::ArticleId id);

}  // namespace lotse::desk
