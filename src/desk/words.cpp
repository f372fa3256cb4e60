// SPDX-License-Identifier: Apache-2.0
#include "desk/words.h"

#include "base/text.h"
#include "desk/notice_text.h"
#include "mail/clean_html.h"

namespace lotse::desk {
namespace {

constexpr std::size_t kTextBytes = 512 * 1024;
constexpr std::size_t kHtmlBytes = 1024 * 1024;

}  // namespace

Result<Words> clean_words(Words given, bool may_be_empty) {
    if (given.text.size() > kTextBytes) return too_large("article.too_large", "A text has at most 512 KiB.", "/text");
    if (given.html.size() > kHtmlBytes)
        return too_large("article.too_large", "A text has at most 1 MiB of HTML.", "/html");
    Words out{to_valid_utf8(given.text), {}};
    if (!given.html.empty()) {
        out.html = mail::clean_html(given.html);
        if (trim(out.text).empty()) out.text = mail::html_to_text(out.html);
        // A picture alone says something, though its text is empty.
        bool const has_picture = out.html.find("<img") != std::string::npos;
        if (trim(out.text).empty() && has_picture) out.text = "[image]";
    }
    if (!may_be_empty && trim(out.text).empty())
        return invalid("article.empty", "There is no text.", given.html.empty() ? "/text" : "/html");
    return out;
}

std::string html_of(Words const& words) { return words.html.empty() ? text_as_html(words.text) : words.html; }

}  // namespace lotse::desk
