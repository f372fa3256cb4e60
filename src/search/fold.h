// SPDX-License-Identifier: Apache-2.0
// Text cut into words as search sees them: lower case, compatibility forms unified, accents gone. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lotse::search {

// Words longer than this are cut: they are base64, not language.
inline constexpr std::size_t kLongestWord = 64;  // bytes, folded

struct Word {
    std::size_t begin = 0;  // bytes in the text it was read from
    std::size_t end = 0;
    std::string folded;  // "Störung" -> "storung"
    std::string lower;   // with its accents: "störung"
};

// Letters and digits make words; everything else parts them, so "E-Mail" is two. Ideographs stand alone, because their
// scripts write no blanks. Any bytes are allowed; what is no UTF-8 parts words. `most`: stops after so many words.
std::vector<Word> words_in(std::string_view text, std::size_t most = static_cast<std::size_t>(-1));

// The words of `text`, folded, with one blank between.
std::string fold(std::string_view text);

}  // namespace lotse::search
