// SPDX-License-Identifier: Apache-2.0
// For every processor: what the others are measured against.
#include "encoder/kernel_loops.h"

namespace lotse::encoder {
namespace {

constexpr std::size_t kTile = 8;
constexpr std::size_t kSteps = kGroup / 4;

void multiply(PackedMatrix const& matrix, QuantizedRows const& rows, float* out) {
    auto const groups = matrix.inputs / kGroup;
    for (std::size_t block = 0; block < matrix.outputs / kTile; ++block) {
        for (std::size_t row = 0; row < rows.rows; ++row) {
            auto const* weights = &matrix.weights[block * groups * kGroup * kTile];
            float sum[kTile] = {};
            for (std::size_t group = 0; group < groups; ++group) {
                auto const* steps = &rows.steps[row * matrix.inputs + group * kGroup];
                std::int32_t whole[kTile] = {};
                for (std::size_t step = 0; step < kSteps; ++step, weights += 4 * kTile)
                    for (std::size_t lane = 0; lane < kTile; ++lane)
                        for (std::size_t i = 0; i < 4; ++i) whole[lane] += weights[4 * lane + i] * steps[4 * step + i];
                auto const at = row * groups + group;
                for (std::size_t lane = 0; lane < kTile; ++lane)
                    sum[lane] += static_cast<float>(whole[lane] - rows.eight_sums[at]) * rows.scale[at] *
                                 matrix.scales[(block * groups + group) * kTile + lane];
            }
            for (std::size_t lane = 0; lane < kTile; ++lane)
                out[row * matrix.outputs + block * kTile + lane] = sum[lane] + matrix.bias[block * kTile + lane];
        }
    }
}

}  // namespace

Kernels const& portable_kernels() {
    static constexpr Kernels kKernels{"portable", kTile, quantize, multiply, gelu, add_and_normalize, attend};
    return kKernels;
}

}  // namespace lotse::encoder
