// SPDX-License-Identifier: Apache-2.0
// HTML text -> tags and text, by the tokenizer rules of HTML 13.2.5 as far as mail needs them. One pass, linear.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lotse::mail {

struct HtmlAttribute {
    std::string name;   // lower case
    std::string value;  // references decoded
};

struct HtmlToken {
    enum class Kind { text, open, close, end };
    Kind kind = Kind::end;
    std::string name;  // of a tag, lower case
    std::string text;  // decoded
    std::vector<HtmlAttribute> attributes;  // of an open tag: at most 64, the first of a name counts
    std::string_view attribute(std::string_view wanted) const;  // "" if absent
};

// Comments, doctypes and processing instructions are passed over; the content of script, style, title, textarea,
// iframe and other raw text elements too, with their tags. A tag that the input does not finish is dropped.
class HtmlTokens {
  public:
    explicit HtmlTokens(std::string_view html) : html_(html) {}
    HtmlToken next();  // kind `end` for ever after the last

  private:
    HtmlToken read_open_tag();
    HtmlToken read_close_tag();
    void read_attributes(HtmlToken* into);
    HtmlAttribute read_attribute();
    void skip_markup();
    void skip_raw_text(std::string const& name);
    std::string read_name();
    void skip_space();
    void skip_past(std::string_view mark);
    char peek(std::size_t ahead = 0) const { return at_ + ahead < html_.size() ? html_[at_ + ahead] : '\0'; }

    std::string_view html_;
    std::size_t at_ = 0;
};

}  // namespace lotse::mail
