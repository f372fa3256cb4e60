// SPDX-License-Identifier: Apache-2.0
// Cleaned HTML: stable under cleaning, valid UTF-8, and libxml2, a parser of other people, finds nothing in it that is
// not allowed.
#include <libxml/HTMLparser.h>

#include <array>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

#include "base/text.h"
#include "mail/clean_html.h"

namespace {

using namespace lotse;

void expect(bool condition) {
    if (!condition) std::abort();
}

bool is_allowed_element(std::string_view name) {
    static constexpr std::array<std::string_view, 33> kAllowed{
        "html",   "body", "p",   "br",         "div", "span", "a",  "img", "table", "thead", "tbody",
        "tr",     "td",   "th",  "ul",         "ol",  "li",   "b",  "i",   "u",     "s",     "em",
        "strong", "code", "pre", "blockquote", "h1",  "h2",   "h3", "h4",  "h5",    "h6",    "hr"};
    for (std::string_view const allowed : kAllowed)
        if (allowed == name) return true;
    return false;
}

void check_attribute(std::string_view name, std::string_view value) {
    static constexpr std::array<std::string_view, 12> kAllowed{"href",    "src",     "title", "alt", "width", "height",
                                                               "colspan", "rowspan", "align", "dir", "lang",  "style"};
    bool known = false;
    for (std::string_view const allowed : kAllowed) known |= allowed == name;
    expect(known);
    if (name == "href" || name == "src") {
        bool const safe = starts_with_ignoring_case(value, "http://") || starts_with_ignoring_case(value, "https://") ||
                          starts_with_ignoring_case(value, "mailto:") || starts_with_ignoring_case(value, "cid:");
        expect(safe);
    }
    if (name == "style") expect(!value.contains("url") && !value.contains("/*") && !value.contains('\\'));
}

void check_with_libxml(std::string const& html) {
    xmlDocPtr const document = htmlReadMemory(
        html.data(), static_cast<int>(html.size()), nullptr, "UTF-8",
        HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
    if (document == nullptr) return;
    std::vector<xmlNodePtr> open{xmlDocGetRootElement(document)};
    while (!open.empty()) {
        xmlNodePtr const node = open.back();
        open.pop_back();
        if (node == nullptr) continue;
        open.push_back(node->next);
        if (node->type != XML_ELEMENT_NODE) {
            expect(node->type == XML_TEXT_NODE || node->type == XML_ENTITY_REF_NODE);
            continue;
        }
        expect(is_allowed_element(reinterpret_cast<char const*>(node->name)));
        for (xmlAttrPtr a = node->properties; a != nullptr; a = a->next) {
            xmlChar* const value = xmlNodeListGetString(document, a->children, 1);
            check_attribute(reinterpret_cast<char const*>(a->name),
                            value == nullptr ? "" : reinterpret_cast<char const*>(value));
            xmlFree(value);
        }
        open.push_back(node->children);
    }
    xmlFreeDoc(document);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    std::string_view const input(reinterpret_cast<char const*>(data), size);
    std::string const clean = mail::clean_html(input);
    expect(is_utf8(clean) && !clean.contains('\0'));
    expect(mail::clean_html(clean) == clean);
    check_with_libxml(clean);
    std::string const text = mail::html_to_text(input);
    expect(is_utf8(text) && !text.contains('\0'));
    expect(text.empty() || text.ends_with('\n'));
    return 0;
}
