// SPDX-License-Identifier: Apache-2.0
// Reads the file format "E5S1", version 1: a sentence-piece vocabulary and the weights of a BERT-shaped encoder, matrices
// in groups of 32 with one half-precision scale and 4 bits a weight ("Q4_0"). Internal to the encoder.
//
//   "E5S1" | version | hidden, layers, heads, feed forward, vocabulary, positions, types : i32 | epsilon : f32 | group : i32
//   pieces : i32 | begin, end of text, padding, unknown : i32 | piece bytes : u64 | starts u32[pieces + 1]
//   scores f32[pieces] | bytes of all pieces
//   rewrites : i32 | bytes : u32 | rewrites x (code point u32, n u8, n x code point u32)
//   tensors : i32 | tensors x (name u16 + bytes, kind u8, elements u32, offset u64, size u64)     little-endian throughout
//
// Nothing of the file is believed: every length and offset is checked before it is used.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"

namespace lotse::encoder {

constexpr std::size_t kGroup = 32;  // weights that share a scale
constexpr std::size_t kGroupBytes = 18;  // half-precision scale, 16 bytes of two weights each
constexpr std::size_t kHeadSize = 32;

struct Shape {
    std::size_t hidden = 0;
    std::size_t layers = 0;
    std::size_t heads = 0;
    std::size_t feed_forward = 0;
    std::size_t vocabulary = 0;
    std::size_t positions = 0;
    float epsilon = 0;
};

struct Vocabulary {
    std::vector<std::uint32_t> starts;  // of piece i in `bytes`; one more than there are pieces
    std::vector<float> scores;  // logarithm of its probability
    std::string_view bytes;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::uint32_t unknown = 0;
    std::unordered_map<char32_t, std::u32string> rewrites;  // compatibility forms: "ﬁ" is "fi"

    std::size_t size() const { return scores.size(); }
    std::string_view piece(std::size_t i) const { return bytes.substr(starts[i], starts[i + 1] - starts[i]); }
};

float half_to_float(std::uint16_t half);

class WeightsFile {
  public:
    // `bytes` must outlive the file and what it gives. Error: corrupt "model.damaged"; unsupported format or version:
    // invalid "model.format" with what to do.
    static Result<WeightsFile> open(std::string_view bytes);

    Shape const& shape() const { return shape_; }
    Vocabulary& vocabulary() { return vocabulary_; }
    // A tensor of exactly `count` finite floats. Error: corrupt.
    Result<std::vector<float>> reals(std::string const& name, std::size_t count) const;
    // A matrix as rows * columns / 32 groups of kGroupBytes. Error: corrupt.
    Result<std::string_view> groups(std::string const& name, std::size_t rows, std::size_t columns) const;

  private:
    struct Tensor {
        std::uint64_t offset = 0;
        std::uint64_t size = 0;
        std::uint32_t elements = 0;
        std::uint8_t kind = 0;
    };
    class Reader;
    Ok read_shape(Reader& in);
    Ok read_vocabulary(Reader& in);
    Ok read_rewrites(Reader& in);
    Ok read_directory(Reader& in);
    Result<std::string_view> tensor(std::string const& name, std::uint8_t kind, std::size_t elements,
                                    std::size_t bytes) const;

    std::string_view bytes_;
    Shape shape_;
    Vocabulary vocabulary_;
    std::unordered_map<std::string, Tensor> directory_;
};

}  // namespace lotse::encoder
