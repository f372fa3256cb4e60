// SPDX-License-Identifier: Apache-2.0
#include "mail/clean_html.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <optional>

#include "base/text.h"
#include "mail/html_style.h"
#include "mail/html_walk.h"

namespace lotse::mail {
namespace {

constexpr std::size_t kLongestUrl = 8192;
constexpr std::size_t kLongestTitle = 1024;

// A URL as a browser reads it: control characters within are ignored by browsers, so they go first.
std::string clean_url(std::string_view raw, std::initializer_list<std::string_view> schemes) {
    std::string url(raw);
    std::erase_if(url, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
    url = std::string(trim(url));
    bool const allowed =
        std::ranges::any_of(schemes, [&](std::string_view scheme) { return starts_with_ignoring_case(url, scheme); });
    return allowed && url.size() <= kLongestUrl ? url : "";
}

// "120", "100%"; "px" is dropped.
std::string clean_size(std::string_view raw) {
    std::string_view value = trim(raw);
    std::size_t const digits = std::min(value.find_first_not_of("0123456789"), value.size());
    if (digits == 0 || digits > 4) return {};
    std::string_view const unit = value.substr(digits);
    if (unit == "%") return std::string(value);
    return unit.empty() || unit == "px" ? std::string(value.substr(0, digits)) : "";
}

std::string clean_span(std::string_view raw) {
    auto const count = to_int(trim(raw));
    return count && *count >= 1 && *count <= 100 ? std::to_string(*count) : "";
}

std::string clean_word(std::string_view raw, std::initializer_list<std::string_view> words) {
    std::string value = to_lower_ascii(trim(raw));
    return std::ranges::find(words, value) != words.end() ? value : "";
}

std::string clean_language(std::string_view raw) {
    std::string value(trim(raw));
    bool const plain =
        value.size() <= 35 && std::ranges::all_of(value, [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
        });
    return plain ? value : "";
}

// The value to print; "" leaves the attribute out.
std::string clean_attribute(std::string_view element, HtmlAttribute const& attribute) {
    std::string_view const name = attribute.name;
    std::string_view const value = attribute.value;
    if (name == "href" && element == "a") return clean_url(value, {"http://", "https://", "mailto:"});
    if (name == "src" && element == "img") return clean_url(value, {"http://", "https://", "cid:"});
    if (name == "title" || name == "alt") return std::string(cut_utf8(value, kLongestTitle));
    if (name == "width" || name == "height") return clean_size(value);
    if (name == "colspan" || name == "rowspan") return clean_span(value);
    if (name == "align") return clean_word(value, {"left", "right", "center", "justify"});
    if (name == "dir") return clean_word(value, {"ltr", "rtl", "auto"});
    if (name == "lang") return clean_language(value);
    if (name == "style") return clean_style(value);
    if (name == "color" && element == "span") {  // <font color>
        std::string const color = clean_color(value);
        return color.empty() ? "" : "color:" + color;
    }
    return {};
}

bool is_visible(char c) { return static_cast<unsigned char>(c) > 0x20; }

class HtmlWriter final : public HtmlSink {
  public:
    void open(HtmlToken const& tag) override {
        out_ += '<';
        out_ += tag.name;
        bool const styled = !clean_style(tag.attribute("style")).empty();
        for (HtmlAttribute const& attribute : tag.attributes) {
            std::string const value = clean_attribute(tag.name, attribute);
            if (value.empty() || (attribute.name == "color" && styled)) continue;
            out_ += ' ';
            out_ += attribute.name == "color" ? "style" : attribute.name;
            out_ += "=\"" + html_escape(value) + "\"";
            shows_something_ |= tag.name == "img" && attribute.name == "src";
        }
        out_ += '>';
    }
    void close(std::string_view name) override {
        out_ += "</";
        out_ += name;
        out_ += '>';
    }
    void text(std::string_view text) override {
        shows_something_ |= std::ranges::any_of(text, is_visible);
        std::string kept(text);
        std::erase_if(kept, [](char c) {
            auto const byte = static_cast<unsigned char>(c);
            return (byte < 0x20 && c != '\n' && c != '\t') || byte == 0x7F;
        });
        out_ += html_escape(kept);
    }
    bool shows_something() const { return shows_something_; }
    std::string finish() { return std::string(trim(out_)); }

  private:
    std::string out_;
    bool shows_something_ = false;
};

}  // namespace

std::string clean_html(std::string_view html) {
    HtmlWriter writer;
    bool const left_out_form = walk_html(html, FormContent::dropped, writer);
    if (!left_out_form || writer.shows_something()) return writer.finish();
    // Some newsletters wrap all they say in a form. Its content is as harmless as any other.
    HtmlWriter second;
    walk_html(html, FormContent::kept, second);
    return second.finish();
}

}  // namespace lotse::mail
