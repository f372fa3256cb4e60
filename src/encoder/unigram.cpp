// SPDX-License-Identifier: Apache-2.0
#include "encoder/unigram.h"

#include <algorithm>
#include <bit>
#include <limits>

namespace lotse::encoder {
namespace {

constexpr char32_t kReplacement = 0xFFFD;
constexpr char32_t kBlank = 0x2581;  // "▁"
constexpr float kUnknownPenalty = 10;
constexpr std::uint64_t kHashStart = 0xCBF29CE484222325ULL;

// FNV-1a: it grows byte by byte, as the pieces that begin at one letter do.
std::uint64_t hash_more(std::uint64_t hash, std::string_view bytes) {
    for (char const byte : bytes) hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001B3ULL;
    return hash;
}
std::size_t slot_of(std::uint64_t hash) { return static_cast<std::size_t>(hash ^ (hash >> 29)); }

// Length of the sequence that a first byte announces; 0 if none begins so.
std::size_t announced(unsigned char byte) {
    if (byte < 0x80) return 1;
    if (byte >= 0xC2 && byte < 0xE0) return 2;
    if (byte >= 0xE0 && byte < 0xF0) return 3;
    if (byte >= 0xF0 && byte < 0xF5) return 4;
    return 0;
}

// Takes one letter off the front.
char32_t next_letter(std::string_view& text) {
    auto const first = static_cast<unsigned char>(text[0]);
    auto const length = announced(first);
    auto const broken = [&] {
        text.remove_prefix(1);
        return kReplacement;
    };
    if (length == 0 || length > text.size()) return broken();
    char32_t letter = length == 1 ? first : first & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        auto const byte = static_cast<unsigned char>(text[i]);
        if ((byte & 0xC0U) != 0x80) return broken();
        letter = letter << 6 | (byte & 0x3FU);
    }
    bool const is_overlong = (length == 3 && letter < 0x800) || (length == 4 && letter < 0x10000);
    if (is_overlong || letter > 0x10FFFF || (letter >= 0xD800 && letter < 0xE000)) return broken();
    text.remove_prefix(length);
    return letter;
}

void append(std::string& out, char32_t letter) {
    auto const tail = [&](int shift) { out += static_cast<char>(0x80U | (letter >> shift & 0x3FU)); };
    if (letter < 0x80) {
        out += static_cast<char>(letter);
    } else if (letter < 0x800) {
        out += static_cast<char>(0xC0U | letter >> 6);
        tail(0);
    } else if (letter < 0x10000) {
        out += static_cast<char>(0xE0U | letter >> 12);
        tail(6), tail(0);
    } else {
        out += static_cast<char>(0xF0U | letter >> 18);
        tail(12), tail(6), tail(0);
    }
}

}  // namespace

Unigram::Unigram(Vocabulary vocabulary) : vocabulary_(std::move(vocabulary)) {
    slots_.assign(std::bit_ceil(2 * vocabulary_.size() + 1), 0);
    auto const mask = slots_.size() - 1;
    float least = std::numeric_limits<float>::max();
    for (std::uint32_t i = 0; i < vocabulary_.size(); ++i) {
        auto const piece = vocabulary_.piece(i);
        least = std::min(least, vocabulary_.scores[i]);
        // Begin, end and their like are no text, whatever somebody writes.
        if (piece.empty() || i == vocabulary_.begin || i == vocabulary_.end || i == vocabulary_.unknown) continue;
        longest_ = std::max(longest_, piece.size());
        auto at = slot_of(hash_more(kHashStart, piece)) & mask;
        while (slots_[at] != 0) at = (at + 1) & mask;
        slots_[at] = i + 1;
    }
    unknown_score_ = least - kUnknownPenalty;
}

Unigram::Spelling Unigram::spell(std::string_view text) const {
    std::u32string letters;
    auto const add = [&](char32_t letter) {
        if (letter == U' ' && (letters.empty() || letters.back() == U' ')) return;
        letters += letter;
    };
    while (!text.empty()) {
        auto letter = next_letter(text);
        if (letter == 0) letter = U' ';
        auto const rule = vocabulary_.rewrites.find(letter);
        if (rule == vocabulary_.rewrites.end()) add(letter);
        else
            for (auto const one : rule->second) add(one);
    }
    if (!letters.empty() && letters.back() == U' ') letters.pop_back();
    Spelling out;
    if (letters.empty()) return out;
    out.starts.push_back(0);
    append(out.bytes, kBlank);
    for (auto const letter : letters) {
        out.starts.push_back(static_cast<std::uint32_t>(out.bytes.size()));
        append(out.bytes, letter == U' ' ? kBlank : letter);
    }
    out.starts.push_back(static_cast<std::uint32_t>(out.bytes.size()));
    return out;
}

std::vector<std::uint32_t> Unigram::cut(std::string_view text) const {
    auto const spelling = spell(text);
    if (spelling.starts.empty()) return {};
    struct Best {
        float score = std::numeric_limits<float>::lowest();
        std::uint32_t piece = 0;
        std::size_t from = 0;
    };
    auto const letters = spelling.starts.size() - 1;
    std::vector<Best> best(letters + 1);
    best[0].score = 0;
    auto const offer = [&](std::size_t from, std::size_t to, std::uint32_t piece, float score) {
        if (best[from].score + score > best[to].score) best[to] = {best[from].score + score, piece, from};
    };
    auto const mask = slots_.size() - 1;
    std::string_view const bytes = spelling.bytes;
    for (std::size_t from = 0; from < letters; ++from) {
        offer(from, from + 1, vocabulary_.unknown, unknown_score_);
        auto hash = kHashStart;
        for (std::size_t to = from + 1; to <= letters; ++to) {
            auto const piece = bytes.substr(spelling.starts[from], spelling.starts[to] - spelling.starts[from]);
            if (piece.size() > longest_) break;
            hash =
                hash_more(hash, bytes.substr(spelling.starts[to - 1], spelling.starts[to] - spelling.starts[to - 1]));
            for (auto at = slot_of(hash) & mask; slots_[at] != 0; at = (at + 1) & mask) {
                if (vocabulary_.piece(slots_[at] - 1) != piece) continue;
                offer(from, to, slots_[at] - 1, vocabulary_.scores[slots_[at] - 1]);
                break;
            }
        }
    }
    std::vector<std::uint32_t> out;
    // Unknown letters in a row are one unknown word.
    for (auto at = letters; at > 0; at = best[at].from)
        if (best[at].piece != vocabulary_.unknown || out.empty() || out.back() != vocabulary_.unknown)
            out.push_back(best[at].piece);
    std::ranges::reverse(out);
    return out;
}

}  // namespace lotse::encoder
