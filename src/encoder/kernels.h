// SPDX-License-Identifier: Apache-2.0
// The inner loops of the encoder, once for every kind of processor, chosen while the program runs. Internal to the encoder.
// All give the same numbers up to the order of their sums.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace lotse::encoder {

// A matrix of 4-bit weights as the kernels read it: `tile` outputs side by side, so that a register holds one step of all of
// them. weights: [outputs / tile][inputs / 32][8 steps][tile][4], each 0..15 and meaning 8 less; scales: [outputs / tile]
// [inputs / 32][tile].
struct PackedMatrix {
    std::size_t outputs = 0;  // a multiple of tile
    std::size_t inputs = 0;  // a multiple of 32
    std::size_t tile = 0;
    std::vector<std::uint8_t> weights;
    std::vector<float> scales;
    std::vector<float> bias;  // outputs
};

// Rows of activations in groups of 32 with one scale each: value = steps * scale, steps -127..127.
struct QuantizedRows {
    std::size_t rows = 0;
    std::size_t columns = 0;
    std::vector<std::int8_t> steps;
    std::vector<float> scale;  // rows x columns / 32
    std::vector<std::int32_t> eight_sums;  // eight times the sum of the steps: what the weights' shift adds
};

struct Kernels {
    std::string_view name;
    std::size_t tile = 8;
    void (*quantize)(float const* values, QuantizedRows& out);  // out.rows and out.columns are set
    // out[row][output] = bias + sum over inputs
    void (*multiply)(PackedMatrix const& matrix, QuantizedRows const& rows, float* out);
    void (*gelu)(std::span<float> values);
    // values[row] = normalized(values[row] + added[row]) * weight + bias; added may be null
    void (*add_and_normalize)(float* values, float const* added, std::size_t rows, std::span<float const> weight,
                              std::span<float const> bias, float epsilon);
    // Attention inside one text of `rows` tokens: in = [rows][3][heads][32] as queries, keys, values; out = [rows][heads][32].
    // `scratch` grows as needed.
    void (*attend)(float const* in, std::size_t rows, std::size_t heads, float* out, std::vector<float>& scratch);
};

// The fastest this processor has.
Kernels const& best_kernels();
// All that this processor can run, the slowest first.
std::vector<Kernels const*> available_kernels();

Kernels const& portable_kernels();
Kernels const& avx2_kernels();
Kernels const& vnni_kernels();

}  // namespace lotse::encoder
