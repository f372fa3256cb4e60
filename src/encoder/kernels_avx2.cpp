// SPDX-License-Identifier: Apache-2.0
// For x86-64 since 2013 (AVX2, FMA): 8 outputs and 4 rows at a time.
#include "encoder/kernels.h"

#if defined(__x86_64__)
#include <immintrin.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <limits>

#include "encoder/weights_file.h"

// Only what stands between push and pop may use these instructions: code of the standard library that is instantiated here
// could be the copy that the linker keeps for everybody.
#pragma clang attribute push(__attribute__((target("avx2,fma,f16c"))), apply_to = function)
#include "encoder/kernel_loops.h"

namespace lotse::encoder {
namespace {

constexpr std::size_t kTile = 8;
constexpr std::size_t kSteps = kGroup / 4;
constexpr std::size_t kRowsInCache = 64;

inline __m256i four_steps(std::int8_t const* steps) {
    std::int32_t four = 0;
    std::memcpy(&four, steps, sizeof four);
    return _mm256_set1_epi32(four);
}

// 15 * 127 * 2 a step and 8 steps: 30,480 fits 16 bits, so the sums are widened once a group.
template <std::size_t Rows>
inline void multiply_tile(PackedMatrix const& matrix, QuantizedRows const& rows, std::size_t row, std::size_t block,
                          float* out) {
    auto const groups = matrix.inputs / kGroup;
    auto const* weights = &matrix.weights[block * groups * kGroup * kTile];
    auto const* scales = &matrix.scales[block * groups * kTile];
    auto const ones = _mm256_set1_epi16(1);
    __m256 sum[Rows];
    for (auto& one : sum) one = _mm256_setzero_ps();
    for (std::size_t group = 0; group < groups; ++group, scales += kTile) {
        __m256i whole[Rows];
        for (auto& one : whole) one = _mm256_setzero_si256();
        auto const* steps = &rows.steps[row * matrix.inputs + group * kGroup];
        for (std::size_t step = 0; step < kSteps; ++step, weights += 4 * kTile) {
            auto const weight = _mm256_loadu_si256(reinterpret_cast<__m256i const*>(weights));
            for (std::size_t r = 0; r < Rows; ++r)
                whole[r] = _mm256_add_epi16(
                    whole[r], _mm256_maddubs_epi16(weight, four_steps(steps + r * matrix.inputs + 4 * step)));
        }
        auto const scale = _mm256_loadu_ps(scales);
        for (std::size_t r = 0; r < Rows; ++r) {
            auto const at = (row + r) * groups + group;
            auto const exact =
                _mm256_sub_epi32(_mm256_madd_epi16(whole[r], ones), _mm256_set1_epi32(rows.eight_sums[at]));
            sum[r] = _mm256_fmadd_ps(_mm256_cvtepi32_ps(exact), _mm256_mul_ps(scale, _mm256_set1_ps(rows.scale[at])),
                                     sum[r]);
        }
    }
    auto const bias = _mm256_loadu_ps(&matrix.bias[block * kTile]);
    for (std::size_t r = 0; r < Rows; ++r)
        _mm256_storeu_ps(out + (row + r) * matrix.outputs + block * kTile, _mm256_add_ps(sum[r], bias));
}

void multiply(PackedMatrix const& matrix, QuantizedRows const& rows, float* out) {
    for (std::size_t from = 0; from < rows.rows; from += kRowsInCache) {
        auto const to = std::min(rows.rows, from + kRowsInCache);
        for (std::size_t block = 0; block < matrix.outputs / kTile; ++block) {
            auto row = from;
            for (; row + 4 <= to; row += 4) multiply_tile<4>(matrix, rows, row, block, out);
            for (; row < to; ++row) multiply_tile<1>(matrix, rows, row, block, out);
        }
    }
}

}  // namespace

Kernels const& avx2_kernels() {
    static constexpr Kernels kKernels{"avx2", kTile, quantize, multiply, gelu, add_and_normalize, attend};
    return kKernels;
}

}  // namespace lotse::encoder
#pragma clang attribute pop
#else
namespace lotse::encoder {
Kernels const& avx2_kernels() { return portable_kernels(); }
}  // namespace lotse::encoder
#endif
