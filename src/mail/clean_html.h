// SPDX-License-Identifier: Apache-2.0
// HTML of strangers, made safe to show (A-14, H-01), and read as plain text.
// Both work on one linear token stream and never echo input: every tag, attribute and character of the result is
// written anew from an allow-list, so a parser difference can change what is shown but cannot add an element.
#pragma once

#include <string>
#include <string_view>

namespace lotse::mail {

// Elements: p br div span a img table thead tbody tr td th ul ol li b i u s em strong code pre blockquote h1-h6 hr.
// Attributes: href title alt width height colspan rowspan align dir lang, and src of img.
// CSS: color, font-weight, text-align, padding. URLs: http, https, mailto; cid for images.
// Subtrees of svg, math, style, script, template, noscript, form and their like vanish; other unknown elements
// leave their content. At most 256 levels. Input: UTF-8 (bad bytes become U+FFFD).
// The result is balanced, and cleaning it again changes nothing.
std::string clean_html(std::string_view html);

// The same content for a terminal or a language model: paragraphs, "- " and "1. " lists, "> " quotes, links as
// "text <url>" unless the text is the address itself, images as their alt text.
std::string html_to_text(std::string_view html);

}  // namespace lotse::mail
