// SPDX-License-Identifier: Apache-2.0
// Every kind of processor that this machine can play, against plain arithmetic.
#include "encoder/kernels.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>

namespace lotse::encoder {
namespace {

std::vector<float> numbers(std::size_t count, unsigned seed, float spread = 1) {
    std::mt19937 random(seed);
    std::vector<float> out(count);
    for (auto& one : out) one = spread * (static_cast<float>(random() % 20001) / 10000.0F - 1);
    return out;
}

PackedMatrix matrix_of(std::size_t outputs, std::size_t inputs, std::size_t tile) {
    PackedMatrix out{outputs, inputs, tile, {}, numbers(outputs * inputs / 32, 3), numbers(outputs, 4)};
    std::mt19937 random(5);
    for (std::size_t i = 0; i < outputs * inputs; ++i) out.weights.push_back(random() % 16);
    return out;
}

// Weight and scale of one output and input, by the layout that the header tells.
float weight_of(PackedMatrix const& m, std::size_t output, std::size_t input) {
    auto const group = output / m.tile * (m.inputs / 32) + input / 32;
    auto const step = input % 32 / 4;
    auto const at = ((group * 8 + step) * m.tile + output % m.tile) * 4 + input % 4;
    return static_cast<float>(m.weights[at] - 8) * m.scales[group * m.tile + output % m.tile];
}

TEST(Kernels, MultiplyAsPlainArithmeticDoesForAnyNumberOfRows) {
    for (auto const* kernels : available_kernels()) {
        auto const matrix = matrix_of(48, 96, kernels->tile);
        for (std::size_t const rows : {1U, 2U, 3U, 5U, 8U, 13U, 65U, 130U}) {
            auto const values = numbers(rows * 96, 7, 3);
            QuantizedRows quantized;
            quantized.rows = rows;
            quantized.columns = 96;
            kernels->quantize(values.data(), quantized);
            std::vector<float> got(rows * 48, -1.0F);
            kernels->multiply(matrix, quantized, got.data());
            for (std::size_t row = 0; row < rows; ++row) {
                for (std::size_t output = 0; output < 48; ++output) {
                    double want = matrix.bias[output];
                    for (std::size_t i = 0; i < 96; ++i)
                        want += static_cast<double>(weight_of(matrix, output, i)) * quantized.steps[row * 96 + i] *
                                quantized.scale[(row * 96 + i) / 32];
                    ASSERT_NEAR(got[row * 48 + output], want, 1e-3) << kernels->name << " " << rows;
                }
            }
        }
    }
}

TEST(Kernels, BearNumbersThatDamagedWeightsLeadTo) {
    for (auto const* kernels : available_kernels()) {
        std::vector<float> values(8, 1.0F);
        values[0] = std::numeric_limits<float>::quiet_NaN();
        values[1] = std::numeric_limits<float>::infinity();
        values[2] = -std::numeric_limits<float>::infinity();
        kernels->gelu(values);
        EXPECT_NEAR(values[7], 0.8413F, 1e-3F) << kernels->name << ": the sound ones are as ever";
    }
}

TEST(Kernels, QuantizeToTheNearestStep) {
    for (auto const* kernels : available_kernels()) {
        auto const values = numbers(64, 8, 5);
        QuantizedRows out;
        out.rows = 1;
        out.columns = 64;
        kernels->quantize(values.data(), out);
        for (std::size_t i = 0; i < 64; ++i)
            EXPECT_NEAR(out.steps[i] * out.scale[i / 32], values[i], out.scale[i / 32] * 0.5001F) << kernels->name;
        std::int32_t sum = 0;
        for (std::size_t i = 32; i < 64; ++i) sum += out.steps[i];
        EXPECT_EQ(out.eight_sums[1], 8 * sum);
    }
}

TEST(Kernels, QuantizeNothingAndInfinityWithoutHarm) {
    for (auto const* kernels : available_kernels()) {
        std::vector<float> values(64, 0.0F);
        values[32] = std::numeric_limits<float>::infinity();
        values[33] = std::numeric_limits<float>::quiet_NaN();
        QuantizedRows out;
        out.rows = 2;
        out.columns = 32;
        kernels->quantize(values.data(), out);
        EXPECT_EQ(out.scale[0], 0);
        EXPECT_EQ(out.scale[1], 0);
    }
}

TEST(Kernels, BendAsTheErrorFunctionDoes) {
    for (auto const* kernels : available_kernels()) {
        auto values = numbers(1000, 9, 8);
        auto const before = values;
        kernels->gelu(values);
        for (std::size_t i = 0; i < values.size(); ++i) {
            double const x = before[i];
            EXPECT_NEAR(values[i], 0.5 * x * (1 + std::erf(x / std::sqrt(2.0))), 2e-6) << kernels->name << " " << x;
        }
    }
}

TEST(Kernels, NormalizeToTheGivenMeanAndSpread) {
    for (auto const* kernels : available_kernels()) {
        auto values = numbers(3 * 64, 10, 20);
        auto const added = numbers(3 * 64, 11);
        auto const before = values;
        std::vector<float> const weight(64, 2.0F);
        std::vector<float> const bias(64, 1.0F);
        kernels->add_and_normalize(values.data(), added.data(), 3, weight, bias, 1e-9F);
        for (std::size_t row = 0; row < 3; ++row) {
            double sum = 0;
            double squares = 0;
            for (std::size_t i = 0; i < 64; ++i) sum += values[row * 64 + i];
            for (std::size_t i = 0; i < 64; ++i) squares += std::pow(values[row * 64 + i] - sum / 64, 2);
            EXPECT_NEAR(sum / 64, 1, 1e-4) << kernels->name;
            EXPECT_NEAR(std::sqrt(squares / 64), 2, 1e-4);
        }
    }
}

TEST(Kernels, AttendAsTheFormulaSays) {
    constexpr std::size_t kRows = 37;
    constexpr std::size_t kHeads = 2;
    constexpr std::size_t kHidden = kHeads * 32;
    auto const in = numbers(kRows * 3 * kHidden, 12, 2);
    for (auto const* kernels : available_kernels()) {
        std::vector<float> out(kRows * kHidden);
        std::vector<float> scratch;
        kernels->attend(in.data(), kRows, kHeads, out.data(), scratch);
        for (std::size_t row = 0; row < kRows; row += 9) {
            for (std::size_t head = 0; head < kHeads; ++head) {
                std::vector<double> share(kRows);
                double whole = 0;
                for (std::size_t i = 0; i < kRows; ++i) {
                    double dot = 0;
                    for (std::size_t e = 0; e < 32; ++e)
                        dot += static_cast<double>(in[row * 3 * kHidden + head * 32 + e]) *
                               in[(i * 3 + 1) * kHidden + head * 32 + e];
                    whole += share[i] = std::exp(dot / std::sqrt(32.0));
                }
                double want = 0;
                for (std::size_t i = 0; i < kRows; ++i)
                    want += share[i] / whole * in[(i * 3 + 2) * kHidden + head * 32 + 5];
                EXPECT_NEAR(out[row * kHidden + head * 32 + 5], want, 1e-4) << kernels->name;
            }
        }
    }
}

}  // namespace
}  // namespace lotse::encoder
