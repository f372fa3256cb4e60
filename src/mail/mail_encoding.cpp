// SPDX-License-Identifier: Apache-2.0
#include "mail/mail_encoding.h"

#include <algorithm>

#include "base/text.h"

namespace lotse::mail {
namespace {

constexpr std::size_t kLineLength = 76;
// 42 bytes become 56 characters; with "=?UTF-8?B?", "?=" and the name of the header they fit into one line.
constexpr std::size_t kBytesPerWord = 42;
constexpr std::string_view kFold = "\r\n ";

std::string encoded_words(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        std::string_view const piece = cut_utf8(text, kBytesPerWord);
        if (!out.empty()) out += kFold;
        out += "=?UTF-8?B?" + base64(piece) + "?=";
        text.remove_prefix(piece.size());
    }
    return out;
}

// Text that survives as it is: readers drop blanks at the ends and squeeze folded ones.
bool is_plain_header_text(std::string_view text) {
    if (!is_printable_ascii(text) || text.contains("=?") || text.contains("  ")) return false;
    if (text.starts_with(' ') || text.ends_with(' ')) return false;
    return std::ranges::all_of(split(text, ' '), [](std::string_view word) { return word.size() <= 60; });
}

std::string folded(std::size_t used, std::string_view text) {
    std::string out;
    for (std::string_view const word : split(text, ' ')) {
        if (!out.empty() && used + 1 + word.size() > kLineLength) {
            out += kFold;
            used = 1;
        } else if (!out.empty()) {
            out += ' ';
            ++used;
        }
        out += word;
        used += word.size();
    }
    return out;
}

char hex_digit(unsigned value) { return "0123456789ABCDEF"[value & 15U]; }

bool is_atom_byte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("!#$%&'*+-/=?^_`{|}~ ").contains(c);
}

// One line of quoted-printable text, without its end.
void append_quoted_line(std::string& out, std::string_view line) {
    std::size_t used = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
        auto const byte = static_cast<unsigned char>(line[i]);
        bool const last = i + 1 == line.size();
        bool const blank = line[i] == ' ' || line[i] == '\t';
        bool plain = (byte > 32 && byte < 127 && line[i] != '=') || (blank && !last);
        // Mailboxes and SMTP have their own ideas about lines that begin so.
        if (used == 0 && (line.substr(i).starts_with("From ") || line[i] == '.')) plain = false;
        std::size_t const width = plain ? 1 : 3;
        if (used + width > kLineLength - 1) {
            out += "=\r\n";
            used = 0;
        }
        if (plain) {
            out += line[i];
        } else {
            out += '=';
            out += hex_digit(byte >> 4);
            out += hex_digit(byte);
        }
        used += width;
    }
}

}  // namespace

bool is_printable_ascii(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return c >= 32 && c < 127; });
}

std::string text_header(std::string_view name, std::string_view text) {
    std::string const value = is_plain_header_text(text) ? folded(name.size() + 2, text) : encoded_words(text);
    return std::string(name) + ": " + value + "\r\n";
}

std::string encoded_phrase(std::string_view name) {
    if (!is_plain_header_text(name)) return encoded_words(name);
    if (std::ranges::all_of(name, is_atom_byte)) return std::string(name);
    std::string out = "\"";
    for (char c : name) {
        if (c == '"' || c == '\\') out += '\\';
        out += c;
    }
    return out + "\"";
}

std::string encoded_parameter(std::string_view name, std::string_view value) {
    std::string const start = ";" + std::string(kFold) + std::string(name);
    bool const plain = is_printable_ascii(value) && value.size() <= 60 && value.find_first_of("\"\\%") == value.npos;
    if (plain && !value.contains("=?")) return start + "=\"" + std::string(value) + "\"";
    std::string const encoded = percent_encode(value);
    if (encoded.size() <= 50) return start + "*=UTF-8''" + encoded;
    std::string out;
    std::size_t number = 0;
    for (std::size_t at = 0; at < encoded.size(); ++number) {
        std::size_t length = std::min<std::size_t>(50, encoded.size() - at);
        if (at + length < encoded.size())  // never within an escape
            for (std::size_t back = 1; back <= 2 && back < length; ++back)
                if (encoded[at + length - back] == '%') length -= back;
        out +=
            start + "*" + std::to_string(number) + "*=" + (number == 0 ? "UTF-8''" : "") + encoded.substr(at, length);
        at += length;
    }
    return out;
}

std::string quoted_printable(std::string_view text) {
    std::string out;
    auto const lines = split(text, '\n');
    for (std::size_t i = 0; i < lines.size(); ++i) {
        std::string_view line = lines[i];
        if (line.ends_with('\r')) line.remove_suffix(1);
        append_quoted_line(out, line);
        if (i + 1 < lines.size()) out += "\r\n";
    }
    if (!out.ends_with("\r\n")) out += "\r\n";
    return out;
}

std::string base64_lines(std::string_view bytes) {
    std::string out;
    out.reserve(bytes.size() / 57 * 78 + 80);
    for (std::size_t at = 0; at < bytes.size(); at += 57) out += base64(bytes.substr(at, 57)) + "\r\n";
    return out;
}

}  // namespace lotse::mail
