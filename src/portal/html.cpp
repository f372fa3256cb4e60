// SPDX-License-Identifier: Apache-2.0
#include "portal/html.h"

#include "base/text.h"

namespace lotse::portal {
namespace {

bool is_address(std::string_view name) {
    return name == "href" || name == "src" || name == "action" || name == "formaction";
}

// A browser takes "/\host" for "//host", and skips control characters.
bool is_good_address(std::string_view value) {
    for (char const c : value)
        if (static_cast<unsigned char>(c) <= 0x20 || c == '\\') return false;
    if (value.starts_with('/')) return !value.starts_with("//");
    return value.starts_with('#') || value.starts_with("https://") || value.starts_with("http://") ||
           value.starts_with("mailto:");
}

void open(std::string& out, HtmlName tag, HtmlAttributes const& attributes) {
    out += '<';
    out += tag.text();
    for (auto const& attribute : attributes) {
        auto const name = attribute.name.text();
        bool const is_refused = is_address(name) && !is_good_address(attribute.value);
        out += ' ';
        out += name;
        out += "=\"";
        out += is_refused ? "#" : html_escape(to_valid_utf8(attribute.value));
        out += '"';
    }
    out += '>';
}

}  // namespace

Html text(std::string_view plain) {
    Html out;
    out.source_ = html_escape(to_valid_utf8(plain));
    return out;
}

Html element(HtmlName tag, HtmlAttributes const& attributes, std::vector<Html> const& children) {
    Html out;
    open(out.source_, tag, attributes);
    for (auto const& child : children) out.source_ += child.source_;
    out.source_ += "</";
    out.source_ += tag.text();
    out.source_ += '>';
    return out;
}

Html element(HtmlName tag, HtmlAttributes const& attributes, std::string_view plain) {
    return element(tag, attributes, std::vector{text(plain)});
}

Html void_element(HtmlName tag, HtmlAttributes const& attributes) {
    Html out;
    open(out.source_, tag, attributes);
    return out;
}

Html join(std::vector<Html> const& parts) {
    Html out;
    for (auto const& part : parts) out += part;
    return out;
}

Html paragraphs(std::string_view plain) {
    auto const all = replace_all(std::string(plain), "\r\n", "\n");
    Html out;
    for (std::size_t at = 0; at < all.size();) {
        auto end = all.find("\n\n", at);
        if (end == std::string::npos) end = all.size();
        auto const paragraph = trim(std::string_view(all).substr(at, end - at));
        std::vector<Html> lines;
        if (!paragraph.empty())
            for (auto const line : split(paragraph, '\n')) {
                if (!lines.empty()) lines.push_back(void_element("br", {}));
                lines.push_back(text(line));
            }
        if (!lines.empty()) out += element("p", {}, lines);
        at = end + 2;
    }
    return out;
}

std::string document(std::string_view language, Html const& head, Html const& body) {
    return "<!doctype html>\n" + element("html", {{"lang", std::string(language)}}, {head, body}).source() + "\n";
}

}  // namespace lotse::portal
