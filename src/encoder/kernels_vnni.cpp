// SPDX-License-Identifier: Apache-2.0
// For x86-64 with AVX-512 and VNNI: 16 outputs and 8 rows at a time, whole sums in one instruction a step.
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
#pragma clang attribute push(__attribute__((target("avx512f,avx512bw,avx512vl,avx512dq,avx512vnni,avx2,fma"))), \
                             apply_to = function)
#include "encoder/kernel_loops.h"

namespace lotse::encoder {
namespace {

constexpr std::size_t kTile = 16;
constexpr std::size_t kSteps = kGroup / 4;
constexpr std::size_t kRowsInCache = 64;

inline __m512i four_steps(std::int8_t const* steps) {
    std::int32_t four = 0;
    std::memcpy(&four, steps, sizeof four);
    return _mm512_set1_epi32(four);
}

template <std::size_t Rows>
inline void multiply_tile(PackedMatrix const& matrix, QuantizedRows const& rows, std::size_t row, std::size_t block,
                          float* out) {
    auto const groups = matrix.inputs / kGroup;
    auto const* weights = &matrix.weights[block * groups * kGroup * kTile];
    auto const* scales = &matrix.scales[block * groups * kTile];
    __m512 sum[Rows];
    for (auto& one : sum) one = _mm512_setzero_ps();
    for (std::size_t group = 0; group < groups; ++group, scales += kTile) {
        __m512i whole[Rows];
        for (std::size_t r = 0; r < Rows; ++r)
            whole[r] = _mm512_set1_epi32(-rows.eight_sums[(row + r) * groups + group]);
        auto const* steps = &rows.steps[row * matrix.inputs + group * kGroup];
        for (std::size_t step = 0; step < kSteps; ++step, weights += 4 * kTile) {
            auto const weight = _mm512_loadu_si512(weights);
            for (std::size_t r = 0; r < Rows; ++r)
                whole[r] = _mm512_dpbusd_epi32(whole[r], weight, four_steps(steps + r * matrix.inputs + 4 * step));
        }
        auto const scale = _mm512_loadu_ps(scales);
        for (std::size_t r = 0; r < Rows; ++r)
            sum[r] =
                _mm512_fmadd_ps(_mm512_cvtepi32_ps(whole[r]),
                                _mm512_mul_ps(scale, _mm512_set1_ps(rows.scale[(row + r) * groups + group])), sum[r]);
    }
    auto const bias = _mm512_loadu_ps(&matrix.bias[block * kTile]);
    for (std::size_t r = 0; r < Rows; ++r)
        _mm512_storeu_ps(out + (row + r) * matrix.outputs + block * kTile, _mm512_add_ps(sum[r], bias));
}

void multiply(PackedMatrix const& matrix, QuantizedRows const& rows, float* out) {
    for (std::size_t from = 0; from < rows.rows; from += kRowsInCache) {
        auto const to = std::min(rows.rows, from + kRowsInCache);
        for (std::size_t block = 0; block < matrix.outputs / kTile; ++block) {
            auto row = from;
            for (; row + 8 <= to; row += 8) multiply_tile<8>(matrix, rows, row, block, out);
            for (; row + 4 <= to; row += 4) multiply_tile<4>(matrix, rows, row, block, out);
            for (; row < to; ++row) multiply_tile<1>(matrix, rows, row, block, out);
        }
    }
}

}  // namespace

Kernels const& vnni_kernels() {
    static constexpr Kernels kKernels{"vnni", kTile, quantize, multiply, gelu, add_and_normalize, attend};
    return kKernels;
}

}  // namespace lotse::encoder
#pragma clang attribute pop
#else
namespace lotse::encoder {
Kernels const& vnni_kernels() { return portable_kernels(); }
}  // namespace lotse::encoder
#endif
