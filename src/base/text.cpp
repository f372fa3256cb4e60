// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"

#include <algorithm>
#include <charconv>

namespace lotse {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v'; }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
unsigned char byte_at(std::string_view text, std::size_t i) { return static_cast<unsigned char>(text[i]); }

// Length of the well-formed code point at `at`, or 0 (RFC 3629 table 3-7).
std::size_t code_point_length(std::string_view text, std::size_t at) {
    unsigned const lead = byte_at(text, at);
    if (lead < 0x80) return 1;
    auto const next = [&](std::size_t i, unsigned low = 0x80, unsigned high = 0xBF) {
        return at + i < text.size() && byte_at(text, at + i) >= low && byte_at(text, at + i) <= high;
    };
    if (lead >= 0xC2 && lead <= 0xDF) return next(1) ? 2 : 0;
    if (lead == 0xE0) return next(1, 0xA0) && next(2) ? 3 : 0;
    if (lead == 0xED) return next(1, 0x80, 0x9F) && next(2) ? 3 : 0;
    if (lead >= 0xE1 && lead <= 0xEF) return next(1) && next(2) ? 3 : 0;
    if (lead == 0xF0) return next(1, 0x90) && next(2) && next(3) ? 4 : 0;
    if (lead == 0xF4) return next(1, 0x80, 0x8F) && next(2) && next(3) ? 4 : 0;
    if (lead >= 0xF1 && lead <= 0xF3) return next(1) && next(2) && next(3) ? 4 : 0;
    return 0;
}

char32_t decode(std::string_view text, std::size_t at, std::size_t length) {
    if (length == 1) return byte_at(text, at);
    char32_t value = byte_at(text, at) & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) value = (value << 6) | (byte_at(text, at + i) & 0x3FU);
    return value;
}

void append_code_point(std::string& out, char32_t c) {
    if (c < 0x80) {
        out += static_cast<char>(c);
    } else if (c < 0x800) {
        out += static_cast<char>(0xC0 | (c >> 6));
        out += static_cast<char>(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        out += static_cast<char>(0xE0 | (c >> 12));
        out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
        out += static_cast<char>(0x80 | (c & 0x3F));
    } else {
        out += static_cast<char>(0xF0 | (c >> 18));
        out += static_cast<char>(0x80 | ((c >> 12) & 0x3F));
        out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
        out += static_cast<char>(0x80 | (c & 0x3F));
    }
}

// Simple case mapping for the alphabets of European desks; enough for matching, not for typography.
char32_t lower_code_point(char32_t c) {
    auto const in = [c](char32_t first, char32_t last) { return c >= first && c <= last; };
    if (c < 0x80) return in('A', 'Z') ? c + 32 : c;
    if ((in(0xC0, 0xDE) && c != 0xD7) || (in(0x391, 0x3AB) && c != 0x3A2) || in(0x410, 0x42F)) return c + 32;
    if (in(0x400, 0x40F)) return c + 80;
    switch (c) {
        case 0x130: return 'i';      // Turkish capital with dot
        case 0x178: return 0xFF;     // Y with diaeresis
        case 0x1E9E: return 0xDF;    // sharp s
        case 0x386: return 0x3AC;    // Greek capitals with accent
        case 0x388:
        case 0x389:
        case 0x38A: return c + 37;
        case 0x38C: return 0x3CC;
        case 0x38E:
        case 0x38F: return c + 63;
        default: break;
    }
    bool const even_is_upper = in(0x100, 0x137) || in(0x14A, 0x177) || in(0x1A0, 0x1A5) || in(0x1DE, 0x1EF) ||
                               in(0x1F8, 0x21F) || in(0x222, 0x233) || in(0x460, 0x481) || in(0x48A, 0x4BF) ||
                               in(0x4D0, 0x52F) || in(0x1E00, 0x1E95) || in(0x1EA0, 0x1EFF);
    if (even_is_upper) return c % 2 == 0 ? c + 1 : c;
    bool const odd_is_upper =
        in(0x139, 0x148) || in(0x179, 0x17E) || in(0x1CD, 0x1DC) || c == 0x1AF || in(0x4C1, 0x4CE);
    if (odd_is_upper) return c % 2 == 1 ? c + 1 : c;
    return c;
}

std::string encode_bits(std::string_view bytes, char const* alphabet, unsigned bits) {
    std::string out;
    std::uint32_t buffer = 0;
    unsigned held = 0;
    for (char c : bytes) {
        buffer = (buffer << 8) | static_cast<unsigned char>(c);
        held += 8;
        while (held >= bits) {
            held -= bits;
            out += alphabet[(buffer >> held) & ((1U << bits) - 1)];
        }
    }
    if (held > 0) out += alphabet[(buffer << (bits - held)) & ((1U << bits) - 1)];
    return out;
}

}  // namespace

std::string_view trim(std::string_view text) {
    while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
    return text;
}

std::string to_lower_ascii(std::string_view text) {
    std::string out(text);
    std::ranges::transform(out, out.begin(), lower);
    return out;
}

std::string to_lower_utf8(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        std::size_t const length = code_point_length(text, i);
        if (length == 0) {
            out += text[i++];
            continue;
        }
        append_code_point(out, lower_code_point(decode(text, i, length)));
        i += length;
    }
    return out;
}

bool equals_ignoring_case(std::string_view a, std::string_view b) { return std::ranges::equal(a, b, {}, lower, lower); }

bool starts_with_ignoring_case(std::string_view text, std::string_view prefix) {
    return text.size() >= prefix.size() && equals_ignoring_case(text.substr(0, prefix.size()), prefix);
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    for (std::size_t at = 0;;) {
        std::size_t const next = text.find(separator, at);
        parts.push_back(text.substr(at, next == std::string_view::npos ? next : next - at));
        if (next == std::string_view::npos) return parts;
        at = next + 1;
    }
}

std::string join(std::vector<std::string> const& parts, std::string_view separator) {
    std::string out;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0) out += separator;
        out += parts[i];
    }
    return out;
}

std::string replace_all(std::string text, std::string_view from, std::string_view to) {
    if (from.empty()) return text;
    std::size_t hit = text.find(from);
    if (hit == std::string::npos) return text;
    std::string out;
    out.reserve(text.size());
    std::size_t at = 0;
    for (; hit != std::string::npos; hit = text.find(from, at)) {
        out.append(text, at, hit - at).append(to);
        at = hit + from.size();
    }
    return out.append(text, at);
}

std::optional<std::int64_t> to_int(std::string_view text) {
    std::int64_t value = 0;
    auto const [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (failure != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

bool is_utf8(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        std::size_t const length = code_point_length(text, i);
        if (length == 0) return false;
        i += length;
    }
    return true;
}

std::string to_valid_utf8(std::string_view bytes) {
    std::string out;
    out.reserve(bytes.size());
    for (std::size_t i = 0; i < bytes.size();) {
        std::size_t const length = code_point_length(bytes, i);
        if (length == 0 || bytes[i] == '\0') {
            out += kReplacement;
            ++i;
        } else {
            out += bytes.substr(i, length);
            i += length;
        }
    }
    return out;
}

std::string_view cut_utf8(std::string_view text, std::size_t limit) {
    if (text.size() <= limit) return text;
    // A code point has at most three bytes after its first; a longer tail is not UTF-8 and may be cut anywhere.
    for (std::size_t back = 0; back <= 3 && back <= limit; ++back)
        if ((byte_at(text, limit - back) & 0xC0U) != 0x80U) return text.substr(0, limit - back);
    return text.substr(0, limit);
}

std::size_t count_code_points(std::string_view text) {
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::string html_escape(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (char c : text) {
        switch (c) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '"': out += "&quot;"; break;
            case '\'': out += "&#39;"; break;
            default: out += c;
        }
    }
    return out;
}

std::string hex(std::string_view bytes) {
    static constexpr char kDigits[] = "0123456789abcdef";
    std::string out;
    for (char c : bytes) {
        auto const b = static_cast<unsigned char>(c);
        out += kDigits[b >> 4];
        out += kDigits[b & 15];
    }
    return out;
}

std::string base64(std::string_view bytes) {
    std::string out = encode_bits(bytes, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/", 6);
    while (out.size() % 4 != 0) out += '=';
    return out;
}

std::optional<std::string> from_base64(std::string_view text) {
    std::string out;
    std::uint32_t buffer = 0;
    unsigned held = 0;
    std::size_t padding = 0;
    std::size_t digits = 0;
    for (char c : text) {
        if (is_space(c)) continue;
        if (c == '=') {
            ++padding;
            continue;
        }
        unsigned value;
        if (c >= 'A' && c <= 'Z') value = static_cast<unsigned>(c - 'A');
        else if (c >= 'a' && c <= 'z') value = static_cast<unsigned>(c - 'a') + 26;
        else if (c >= '0' && c <= '9') value = static_cast<unsigned>(c - '0') + 52;
        else if (c == '+' || c == '-') value = 62;
        else if (c == '/' || c == '_') value = 63;
        else return std::nullopt;
        if (padding > 0) return std::nullopt;
        ++digits;
        buffer = (buffer << 6) | value;
        held += 6;
        if (held >= 8) {
            held -= 8;
            out += static_cast<char>((buffer >> held) & 0xFF);
        }
    }
    if (held >= 6 || (padding > 0 && (padding > 2 || (digits + padding) % 4 != 0))) return std::nullopt;
    return out;
}

std::string base64url(std::string_view bytes) {
    return encode_bits(bytes, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_", 6);
}

std::string base32_lower(std::string_view bytes) { return encode_bits(bytes, "abcdefghijklmnopqrstuvwxyz234567", 5); }

std::string percent_decode(std::string_view text) {
    auto const digit = [](char c) {
        if (c >= '0' && c <= '9') return c - '0';
        char const l = lower(c);
        return l >= 'a' && l <= 'f' ? l - 'a' + 10 : -1;
    };
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%' && i + 2 < text.size() && digit(text[i + 1]) >= 0 && digit(text[i + 2]) >= 0) {
            out += static_cast<char>(digit(text[i + 1]) * 16 + digit(text[i + 2]));
            i += 2;
        } else {
            out += text[i];
        }
    }
    return out;
}

std::string percent_encode(std::string_view text) {
    static constexpr char kDigits[] = "0123456789ABCDEF";
    std::string out;
    for (char c : text) {
        bool const plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                           c == '_' || c == '.' || c == '~';
        if (plain) {
            out += c;
        } else {
            auto const b = static_cast<unsigned char>(c);
            out += '%';
            out += kDigits[b >> 4];
            out += kDigits[b & 15];
        }
    }
    return out;
}

}  // namespace lotse
