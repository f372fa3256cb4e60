// SPDX-License-Identifier: Apache-2.0
#include "mail/html_style.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace lotse::mail {
namespace {

constexpr std::array<std::string_view, 6> kProperties{"color",   "font-weight",  "text-align",
                                                      "padding", "padding-left", "padding-right"};
constexpr std::array<std::string_view, 7> kUnits{"", "px", "pt", "em", "ex", "rem", "%"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return c >= 'a' && c <= 'z'; }
bool is_hex(char c) { return is_digit(c) || (c >= 'a' && c <= 'f'); }

std::string clean_weight(std::string const& value) {
    bool const number = value.size() == 3 && value[0] >= '1' && value[0] <= '9' && value.ends_with("00");
    bool const word = value == "normal" || value == "bold" || value == "bolder" || value == "lighter";
    return number || word ? value : "";
}

std::string clean_align(std::string const& value) {
    static constexpr std::array<std::string_view, 6> kWords{"left", "right", "center", "justify", "start", "end"};
    return std::ranges::find(kWords, value) != kWords.end() ? value : "";
}

// "12.5px": at most four digits before and two after the point.
bool is_length(std::string_view text) {
    std::size_t const whole = std::min(text.find_first_not_of("0123456789"), text.size());
    if (whole == 0 || whole > 4) return false;
    text.remove_prefix(whole);
    if (text.starts_with('.')) {
        text.remove_prefix(1);
        std::size_t const part = std::min(text.find_first_not_of("0123456789"), text.size());
        if (part == 0 || part > 2) return false;
        text.remove_prefix(part);
    }
    return std::ranges::find(kUnits, text) != kUnits.end();
}

std::string clean_padding(std::string const& value) {
    std::string out;
    int count = 0;
    for (std::string_view const part : split(value, ' ')) {
        if (part.empty()) continue;
        if (!is_length(part) || ++count > 4) return {};
        if (!out.empty()) out += ' ';
        out += part;
    }
    return out;
}

std::string clean_value(std::string_view property, std::string const& value) {
    if (property == "color") return clean_color(value);
    if (property == "font-weight") return clean_weight(value);
    if (property == "text-align") return clean_align(value);
    return clean_padding(value);
}

}  // namespace

std::string clean_color(std::string_view text) {
    std::string value = to_lower_ascii(trim(text));
    if (value.starts_with('#')) {
        std::string_view const digits = std::string_view(value).substr(1);
        bool const sized = digits.size() == 3 || digits.size() == 4 || digits.size() == 6 || digits.size() == 8;
        return sized && std::ranges::all_of(digits, is_hex) ? value : "";
    }
    if (value.starts_with("rgb(") || value.starts_with("rgba(")) {
        std::erase(value, ' ');
        std::string_view const inner = std::string_view(value).substr(value.find('(') + 1);
        std::size_t const end = inner.find(')');
        bool const whole = end != std::string_view::npos && end + 1 == inner.size() && end > 0 && end <= 40;
        bool const plain = whole && std::ranges::all_of(inner.substr(0, end), [](char c) {
                               return is_digit(c) || c == ',' || c == '.' || c == '%';
                           });
        return plain ? value : "";
    }
    return value.size() >= 3 && value.size() <= 24 && std::ranges::all_of(value, is_letter) ? value : "";
}

std::string clean_style(std::string_view style) {
    std::string out;
    std::size_t kept = 0;
    for (std::string_view const declaration : split(style.substr(0, 4096), ';')) {
        std::size_t const colon = declaration.find(':');
        if (colon == std::string_view::npos || kept >= kProperties.size()) continue;
        std::string const property = to_lower_ascii(trim(declaration.substr(0, colon)));
        if (std::ranges::find(kProperties, property) == kProperties.end()) continue;
        std::string value = to_lower_ascii(trim(declaration.substr(colon + 1)));
        value = value.substr(0, value.find("!important"));
        value = clean_value(property, std::string(trim(value)));
        if (value.empty()) continue;
        ++kept;
        if (!out.empty()) out += ';';
        out += property + ":" + value;
    }
    return out;
}

}  // namespace lotse::mail
