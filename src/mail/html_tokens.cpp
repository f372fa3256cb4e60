// SPDX-License-Identifier: Apache-2.0
#include "mail/html_tokens.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "mail/html_entities.h"

namespace lotse::mail {
namespace {

constexpr std::size_t kMostAttributes = 64;
constexpr std::array<std::string_view, 10> kRawText{"script",  "style",    "title",    "textarea", "iframe",
                                                    "noembed", "noframes", "noscript", "xmp",      "plaintext"};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

}  // namespace

std::string_view HtmlToken::attribute(std::string_view wanted) const {
    for (HtmlAttribute const& candidate : attributes)
        if (candidate.name == wanted) return candidate.value;
    return {};
}

HtmlToken HtmlTokens::next() {
    while (at_ < html_.size()) {
        if (peek() == '<' && is_letter(peek(1))) {
            HtmlToken token = read_open_tag();
            if (token.kind == HtmlToken::Kind::open) return token;
        } else if (peek() == '<' && peek(1) == '/' && is_letter(peek(2))) {
            HtmlToken token = read_close_tag();
            if (token.kind == HtmlToken::Kind::close) return token;
        } else if (peek() == '<' && (peek(1) == '!' || peek(1) == '?' || peek(1) == '/')) {
            skip_markup();
        } else {
            std::size_t const end = std::min(html_.find('<', at_ + 1), html_.size());
            HtmlToken token{HtmlToken::Kind::text, {}, {}, {}};
            token.text = decode_entities(html_.substr(at_, end - at_), EntityPlace::text);
            at_ = end;
            return token;
        }
    }
    return {};
}

HtmlToken HtmlTokens::read_open_tag() {
    ++at_;
    HtmlToken token{HtmlToken::Kind::open, read_name(), {}, {}};
    read_attributes(&token);
    if (at_ >= html_.size()) return {};
    ++at_;
    if (std::ranges::find(kRawText, token.name) == kRawText.end()) return token;
    skip_raw_text(token.name);
    return {};
}

HtmlToken HtmlTokens::read_close_tag() {
    at_ += 2;
    HtmlToken token{HtmlToken::Kind::close, read_name(), {}, {}};
    read_attributes(nullptr);
    if (at_ >= html_.size()) return {};
    ++at_;
    return token;
}

std::string HtmlTokens::read_name() {
    std::size_t const start = at_;
    while (at_ < html_.size() && !is_space(peek()) && peek() != '/' && peek() != '>') ++at_;
    return to_lower_ascii(html_.substr(start, at_ - start));
}

// Stops on the closing '>' or at the end of input.
void HtmlTokens::read_attributes(HtmlToken* into) {
    while (true) {
        while (at_ < html_.size() && (is_space(peek()) || peek() == '/')) ++at_;
        if (at_ >= html_.size() || peek() == '>') return;
        HtmlAttribute attribute = read_attribute();
        if (into == nullptr || into->attributes.size() >= kMostAttributes) continue;
        if (std::ranges::find(into->attributes, attribute.name, &HtmlAttribute::name) == into->attributes.end())
            into->attributes.push_back(std::move(attribute));
    }
}

HtmlAttribute HtmlTokens::read_attribute() {
    std::size_t const start = at_++;  // a leading '=' belongs to the name
    while (at_ < html_.size() && !is_space(peek()) && peek() != '/' && peek() != '>' && peek() != '=') ++at_;
    HtmlAttribute attribute{to_lower_ascii(html_.substr(start, at_ - start)), {}};
    skip_space();
    if (peek() != '=') return attribute;
    ++at_;
    skip_space();
    std::size_t from = at_;
    if (peek() == '"' || peek() == '\'') {
        from = at_ + 1;
        at_ = std::min(html_.find(peek(), from), html_.size());
        attribute.value = decode_entities(html_.substr(from, at_ - from), EntityPlace::attribute);
        if (at_ < html_.size()) ++at_;
        return attribute;
    }
    while (at_ < html_.size() && !is_space(peek()) && peek() != '>') ++at_;
    attribute.value = decode_entities(html_.substr(from, at_ - from), EntityPlace::attribute);
    return attribute;
}

void HtmlTokens::skip_markup() {
    if (!html_.substr(at_).starts_with("<!--")) {
        skip_past(">");
        return;
    }
    at_ += 4;
    if (peek() == '>' || (peek() == '-' && peek(1) == '>')) {
        at_ += peek() == '>' ? 1 : 2;
        return;
    }
    // "-->" or "--!>", whichever comes first.
    for (at_ = html_.find("--", at_); at_ < html_.size(); at_ = html_.find("--", at_ + 1)) {
        bool const odd = peek(2) == '!' && peek(3) == '>';
        if (peek(2) != '>' && !odd) continue;
        at_ += odd ? 4 : 3;
        return;
    }
    at_ = html_.size();
}

void HtmlTokens::skip_raw_text(std::string const& name) {
    while (at_ < html_.size()) {
        skip_past("</");
        std::string_view const rest = html_.substr(at_);
        if (!starts_with_ignoring_case(rest, name)) continue;
        char const after = name.size() < rest.size() ? rest[name.size()] : '>';
        if (!is_space(after) && after != '/' && after != '>') continue;
        skip_past(">");
        return;
    }
}

void HtmlTokens::skip_space() {
    while (at_ < html_.size() && is_space(peek())) ++at_;
}

void HtmlTokens::skip_past(std::string_view mark) {
    std::size_t const found = html_.find(mark, at_);
    at_ = found == std::string_view::npos ? html_.size() : found + mark.size();
}

}  // namespace lotse::mail
