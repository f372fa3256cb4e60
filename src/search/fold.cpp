// SPDX-License-Identifier: Apache-2.0
#include "search/fold.h"

#include <utf8proc.h>

#include <array>

namespace lotse::search {
namespace {

bool is_word_part(utf8proc_int32_t c) {
    switch (utf8proc_category(c)) {
        case UTF8PROC_CATEGORY_LU:
        case UTF8PROC_CATEGORY_LL:
        case UTF8PROC_CATEGORY_LT:
        case UTF8PROC_CATEGORY_LM:
        case UTF8PROC_CATEGORY_LO:
        case UTF8PROC_CATEGORY_MN:
        case UTF8PROC_CATEGORY_MC:
        case UTF8PROC_CATEGORY_ND:
        case UTF8PROC_CATEGORY_NL:
        case UTF8PROC_CATEGORY_NO: return true;
        default: return false;
    }
}

// Han, Hiragana, Katakana and their extensions.
bool is_ideograph(utf8proc_int32_t c) {
    return (c >= 0x3040 && c <= 0x30ff) || (c >= 0x3400 && c <= 0x4dbf) || (c >= 0x4e00 && c <= 0x9fff) ||
           (c >= 0xf900 && c <= 0xfaff) || (c >= 0x20000 && c <= 0x3fffd);
}

bool is_mark(utf8proc_int32_t c) {
    auto const category = utf8proc_category(c);
    return category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_MC || category == UTF8PROC_CATEGORY_ME;
}

void append(std::string& out, utf8proc_int32_t c) {
    std::array<utf8proc_uint8_t, 4> bytes{};
    auto const size = utf8proc_encode_char(c, bytes.data());
    for (utf8proc_ssize_t i = 0; i < size; ++i) out += static_cast<char>(bytes[static_cast<std::size_t>(i)]);
}

// Letters that Unicode does not take apart, though people leave their stroke away.
void append_plain(std::string& out, utf8proc_int32_t c) {
    switch (c) {
        case 0x142: out += 'l'; return;   // ł
        case 0xf8: out += 'o'; return;    // ø
        case 0x111: out += 'd'; return;   // đ
        case 0xf0: out += 'd'; return;    // ð
        case 0xfe: out += "th"; return;   // þ
        case 0xe6: out += "ae"; return;   // æ
        case 0x153: out += "oe"; return;  // œ
        case 0x131: out += 'i'; return;   // ı
        case 0x127: out += 'h'; return;   // ħ
        default: append(out, c);
    }
}

void add(Word& word, utf8proc_int32_t c) {
    if (word.folded.size() + 8 > kLongestWord) return;
    if (c < 0x80) {
        char const small = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
        word.folded += small;
        word.lower += small;
        return;
    }
    std::array<utf8proc_int32_t, 32> parts{};
    int boundary = 0;
    auto const count = utf8proc_decompose_char(
        c, parts.data(), static_cast<utf8proc_ssize_t>(parts.size()),
        static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE),
        &boundary);
    if (count < 0 || static_cast<std::size_t>(count) > parts.size()) return;
    for (std::size_t i = 0; i < static_cast<std::size_t>(count); ++i) {
        if (!is_word_part(parts[i])) continue;  // "½" holds a fraction slash
        if (!is_mark(parts[i])) append_plain(word.folded, parts[i]);
    }
    if (c != 0xdf && c != 0x1e9e) {  // ß stays one letter for the German stemmer
        append(word.lower, utf8proc_tolower(c));
    } else {
        word.lower += "ß";
    }
}

}  // namespace

std::vector<Word> words_in(std::string_view text, std::size_t most) {
    std::vector<Word> out;
    Word word;
    bool is_open = false;
    auto const close = [&](std::size_t end) {
        if (!is_open) return;
        word.end = end;
        if (!word.folded.empty()) out.push_back(std::move(word));
        word = Word{};
        is_open = false;
    };
    auto const* bytes = reinterpret_cast<utf8proc_uint8_t const*>(text.data());
    for (std::size_t at = 0; at < text.size() && out.size() < most;) {
        utf8proc_int32_t c = -1;
        auto const read = utf8proc_iterate(bytes + at, static_cast<utf8proc_ssize_t>(text.size() - at), &c);
        std::size_t const size = read > 0 ? static_cast<std::size_t>(read) : 1;
        bool const is_part = read > 0 && is_word_part(c);
        bool const is_alone = is_part && is_ideograph(c);
        if (!is_part || is_alone) close(at);
        if (is_part) {
            if (!is_open) word.begin = at;
            is_open = true;
            add(word, c);
        }
        at += size;
        if (is_alone) close(at);
    }
    close(text.size());
    if (out.size() > most) out.resize(most);
    return out;
}

std::string fold(std::string_view text) {
    std::string out;
    for (auto const& word : words_in(text)) {
        if (!out.empty()) out += ' ';
        out += word.folded;
    }
    return out;
}

}  // namespace lotse::search
