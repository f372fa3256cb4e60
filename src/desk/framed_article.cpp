// SPDX-License-Identifier: Apache-2.0
#include "desk/framed_article.h"

#include "base/text.h"
#include "store/articles.h"

namespace lotse::desk {
namespace {

std::string_view without_brackets(std::string_view content_id) {
    content_id = trim(content_id);
    if (content_id.starts_with('<')) content_id.remove_prefix(1);
    if (content_id.ends_with('>')) content_id.remove_suffix(1);
    return content_id;
}

}  // namespace

Result<FramedArticle> read_framed_article(Desk& desk, domain::TenantScope const& scope, domain::ArticleId id) {
    FramedArticle out;
    std::vector<domain::Attachment> attachments;
    CHECK_OK(desk.store.read(scope, [&](store::ReadTxn& txn) -> Result<void> {
        TRY(out.article, store::get_article(txn, id));
        TRY(attachments, store::list_attachments(txn, out.article.ticket));
        return {};
    }));
    if (out.article.html.empty()) return not_found("article.no_html", "This message is plain text.");
    std::size_t total = 0;
    for (auto const& attachment : attachments) {
        if (attachment.article != id || attachment.content_id.empty()) continue;
        auto const size = static_cast<std::size_t>(attachment.size);
        if (total + size > kFramedImageBytes) continue;
        TRY(auto bytes, desk.blobs.get(scope, attachment.sha256));
        total += size;
        out.images.push_back({std::string(without_brackets(attachment.content_id)), std::move(bytes)});
    }
    return out;
}

}  // namespace lotse::desk
