// SPDX-License-Identifier: Apache-2.0
// Cuts a text into the pieces of a vocabulary so that their probability is largest (unigram language model, Kudo 2018), the
// way SentencePiece does: letters rewritten to their compatibility forms, runs of blanks made one, "▁" for a blank and at the
// beginning. Internal to the encoder; immutable after it is made.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "encoder/weights_file.h"

namespace lotse::encoder {

class Unigram {
  public:
    explicit Unigram(Vocabulary vocabulary);
    // Pieces without begin and end. Any bytes: ill-formed UTF-8 counts as U+FFFD. Time and memory grow with the text; the
    // caller bounds it.
    std::vector<std::uint32_t> cut(std::string_view text) const;
    Vocabulary const& vocabulary() const { return vocabulary_; }

  private:
    struct Spelling {
        std::string bytes;
        std::vector<std::uint32_t> starts;  // of each letter, and the end
    };
    Spelling spell(std::string_view text) const;

    Vocabulary vocabulary_;
    std::vector<std::uint32_t> slots_;  // open addressing: piece + 1, 0 free
    std::size_t longest_ = 1;  // bytes of a piece
    float unknown_score_ = 0;
};

}  // namespace lotse::encoder
