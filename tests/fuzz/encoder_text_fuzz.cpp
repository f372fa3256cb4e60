// SPDX-License-Identifier: Apache-2.0
// Text of any bytes through the tokenizer of a small vocabulary: in time, within bounds, and every piece is known.
#include <array>

#include "base/must.h"
#include "encoder/unigram.h"

namespace {

lotse::encoder::Unigram make() {
    static constexpr std::string_view kBytes =
        "<s></s><unk>\xE2\x96\x81"
        "a\xE2\x96\x81"
        "erdruck\xC3\xA4";
    lotse::encoder::Vocabulary out;
    out.bytes = kBytes;
    out.starts = {0, 3, 7, 12, 16, 19, 21, 25, 27};
    out.scores = {0, 0, 0, -2, -3, -4, -5, -6};
    out.end = 1;
    out.unknown = 2;
    out.rewrites = {{U'\t', U" "}, {U'\xFDFA', U"a b c d e f g h i j k l m n o p q r"}, {U'\x01', U""}};
    return lotse::encoder::Unigram(std::move(out));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    static auto const kUnigram = make();
    auto const pieces = kUnigram.cut({reinterpret_cast<char const*>(data), size});
    lotse::must(pieces.size() <= 36 * size + 2, "no more pieces than letters");
    std::uint32_t before = 0;
    for (auto const piece : pieces) {
        lotse::must(piece >= 2 && piece < 8, "a piece of the vocabulary, never a control piece");
        lotse::must(piece != 2 || before != 2, "unknown letters in a row are one");
        before = piece;
    }
    return 0;
}
