// SPDX-License-Identifier: Apache-2.0
#include "api/message_frame.h"

#include <fmt/format.h>

#include <algorithm>

#include "api/download.h"
#include "base/text.h"
#include "mail/frame_html.h"

namespace lotse::api {
namespace {

// The sizes are those of the pages around (13 and 14 px text); a wide table scrolls in its frame.
constexpr std::string_view kStyle =
    ":root{color-scheme:light;--bg:#fff;--text:#1c2230;--soft:#5b6375;--line:#d9dde5;--link:#2f56d9}"
    ":root.dark{color-scheme:dark;--bg:#171b23;--text:#e8ebf2;--soft:#a9b1c1;--line:#323a4a;--link:#8ea9ff}"
    "html{background:var(--bg);color:var(--text)}"
    "body{margin:0;padding:2px;font:14px/1.55 Inter,system-ui,sans-serif;overflow-wrap:anywhere;overflow-x:auto}"
    "a{color:var(--link)}img{max-width:100%;height:auto}table{border-collapse:collapse;max-width:100%}"
    "blockquote{margin:8px 0;padding-left:12px;border-left:2px solid var(--line);color:var(--soft)}"
    "pre{white-space:pre-wrap}hr{border:0;border-top:1px solid var(--line)}"
    ".no-image{border:1px dashed var(--line);padding:0 4px;color:var(--soft)}"
    ".left-out{margin-top:16px;border-top:1px solid var(--line);color:var(--soft);font-size:12px}";

// "" where the message has no such image, or its bytes are no picture that browsers show safely.
std::string data_uri(desk::FramedArticle const& framed, std::string_view content_id) {
    auto const found = std::ranges::find(framed.images, content_id, &desk::InlineImage::content_id);
    if (found == framed.images.end()) return {};
    auto const type = safe_image_type(found->bytes);
    if (type.empty()) return {};
    return fmt::format("data:{};base64,{}", type, base64(found->bytes));
}

std::string list_of(std::vector<std::string> const& addresses) {
    std::string out = "<ul class=\"left-out\">";
    for (auto const& address : addresses)
        out += fmt::format(R"(<li><a href="{0}" target="_blank" rel="noopener noreferrer nofollow">{0}</a></li>)",
                           html_escape(address));
    return out + "</ul>";
}

}  // namespace

std::string frame_document(desk::FramedArticle const& framed, FrameLook look) {
    auto const html = mail::frame_html(framed.article.html,
                                       [&](std::string_view content_id) { return data_uri(framed, content_id); });
    auto const& language = framed.article.language;
    std::string out = fmt::format(
        "<!doctype html>\n<html lang=\"{}\"{}>\n<head><meta "
        "charset=\"utf-8\"><title>{}</title><style>{}</style></head>\n"
        "<body>",
        html_escape(language.empty() ? "und" : language), look.is_dark && !html.has_colours ? " class=\"dark\"" : "",
        html_escape(framed.article.subject), kStyle);
    out += html.body;
    if (look.lists_images && !html.remote_images.empty()) out += list_of(html.remote_images);
    return out + "</body>\n</html>\n";
}

}  // namespace lotse::api
