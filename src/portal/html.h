// SPDX-License-Identifier: Apache-2.0
// HTML that cannot go wrong: a fragment is made of elements only, every text and attribute value is escaped on its way in,
// and names are literals that are checked when they are compiled. There is no way to put ready markup into a fragment, and
// no name for scripts, styles or event handlers. Pure.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace lotse::portal {

// The name of an element or attribute.
class HtmlName {
  public:
    consteval HtmlName(char const* literal) : text_(literal) {
        if (text_.empty() || text_ == "script" || text_ == "style" || text_ == "iframe" || text_ == "object" ||
            text_ == "embed" || text_ == "base" || text_.starts_with("on") || text_ == "srcdoc")
            throw "this name is not allowed in our pages";
        for (char const c : text_)
            if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-')) throw "names are lower case";
    }
    constexpr std::string_view text() const { return text_; }

  private:
    std::string_view text_;
};

// href, src and action hold a place on this site ("/help"), https:, http: or mailto:; anything else becomes "#".
struct HtmlAttribute {
    HtmlName name;
    std::string value;
};
using HtmlAttributes = std::vector<HtmlAttribute>;

class Html {
  public:
    Html() = default;  // nothing
    Html& operator+=(Html const& more) {
        source_ += more.source_;
        return *this;
    }
    bool is_empty() const { return source_.empty(); }
    std::string const& source() const { return source_; }

  private:
    friend Html text(std::string_view);
    friend Html element(HtmlName, HtmlAttributes const&, std::vector<Html> const&);
    friend Html void_element(HtmlName, HtmlAttributes const&);
    std::string source_;
};

Html text(std::string_view plain);
Html element(HtmlName tag, HtmlAttributes const& attributes, std::vector<Html> const& children = {});
Html element(HtmlName tag, HtmlAttributes const& attributes, std::string_view plain);  // one text inside
Html void_element(HtmlName tag, HtmlAttributes const& attributes);  // br, input, img, meta, link: no content
Html join(std::vector<Html> const& parts);
// Paragraphs at empty lines, line breaks kept.
Html paragraphs(std::string_view plain);

std::string document(std::string_view language, Html const& head, Html const& body);

}  // namespace lotse::portal
