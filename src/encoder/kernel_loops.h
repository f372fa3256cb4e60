// SPDX-License-Identifier: Apache-2.0
// The loops that a compiler can spread over the lanes of a register by itself. Included by each kernels_*.cpp once, inside
// the region that names its processor: so the same lines become different code. Internal to the kernels.
#pragma once

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

#include "encoder/kernels.h"
#include "encoder/weights_file.h"

// NOLINTNEXTLINE(misc-definitions-in-headers): one copy for each processor is the point
namespace lotse::encoder {
namespace {

// Rounds to the nearest whole number without a call: adding this leaves no room for a fraction.
constexpr float kRounder = 12582912.0F;  // 1.5 * 2^23

// e^x within 2 units of the last place for -87 <= x <= 87, clamped there (Cody & Waite reduction, polynomial of Cephes).
inline float quick_exp(float x) {
    x = x > -87.0F ? (x < 87.0F ? x : 87.0F) : -87.0F;  // NaN, of damaged weights: -87
    float const n = (x * 1.44269504F + kRounder) - kRounder;
    float const r = x - n * 0.693359375F + n * 2.12194440e-4F;
    float p = 1.9875691500e-4F;
    p = p * r + 1.3981999507e-3F;
    p = p * r + 8.3334519073e-3F;
    p = p * r + 4.1665795894e-2F;
    p = p * r + 1.6666665459e-1F;
    p = p * r + 5.0000001201e-1F;
    p = p * r * r + r + 1.0F;
    return p * std::bit_cast<float>((static_cast<std::int32_t>(n) + 127) << 23);
}

// x/2 (1 + erf(x / sqrt 2)); erf by Abramowitz & Stegun 7.1.26, error below 1.5e-7.
void gelu(std::span<float> values) {
    for (float& value : values) {
        float const z = std::abs(value) * 0.70710678F;
        float const t = 1.0F / (1.0F + 0.3275911F * z);
        float p = 1.061405429F;
        p = p * t - 1.453152027F;
        p = p * t + 1.421413741F;
        p = p * t - 0.284496736F;
        p = p * t + 0.254829592F;
        float const erf = 1.0F - p * t * quick_exp(-z * z);
        value = 0.5F * value * (1.0F + std::copysign(erf, value));
    }
}

void quantize(float const* values, QuantizedRows& out) {
    auto const groups = out.rows * out.columns / kGroup;
    out.steps.resize(groups * kGroup);
    out.scale.resize(groups);
    out.eight_sums.resize(groups);
    for (std::size_t group = 0; group < groups; ++group, values += kGroup) {
        float most = 0;
        for (std::size_t i = 0; i < kGroup; ++i) most = std::max(most, std::abs(values[i]));
        // Damaged weights can lead to infinity; then the group counts as nothing.
        float const scale = most <= std::numeric_limits<float>::max() ? most / 127.0F : 0.0F;
        float const steps_per_unit = scale > 0 ? 1.0F / scale : 0.0F;
        auto* steps = &out.steps[group * kGroup];
        std::int32_t sum = 0;
        for (std::size_t i = 0; i < kGroup; ++i) {
            float const exact = values[i] * steps_per_unit;
            float const bounded = exact > -127.0F ? (exact < 127.0F ? exact : 127.0F) : -127.0F;  // NaN: -127
            auto const step = static_cast<std::int32_t>((bounded + kRounder) - kRounder);
            steps[i] = static_cast<std::int8_t>(step);
            sum += step;
        }
        out.scale[group] = scale;
        out.eight_sums[group] = 8 * sum;
    }
}

void add_and_normalize(float* values, float const* added, std::size_t rows, std::span<float const> weight,
                       std::span<float const> bias, float epsilon) {
#pragma clang fp reassociate(on) contract(fast)
    auto const size = weight.size();
    auto const n = static_cast<float>(size);
    for (std::size_t row = 0; row < rows; ++row, values += size) {
        if (added != nullptr)
            for (std::size_t i = 0; i < size; ++i) values[i] += added[row * size + i];
        float sum = 0;
        for (std::size_t i = 0; i < size; ++i) sum += values[i];
        float const mean = sum / n;
        float squares = 0;
        for (std::size_t i = 0; i < size; ++i) squares += (values[i] - mean) * (values[i] - mean);
        float const scale = 1.0F / std::sqrt(squares / n + epsilon);
        for (std::size_t i = 0; i < size; ++i) values[i] = (values[i] - mean) * scale * weight[i] + bias[i];
    }
}

// Tokens that are compared with a query at once; their sums stay in registers.
constexpr std::size_t kLanes = 32;

// likeness[i] = query . key i / sqrt(32), with the keys of all tokens side by side; `rows` is a multiple of kLanes
inline void compare_with_keys(float const* query, float const* keys, std::size_t rows, float* likeness) {
#pragma clang fp contract(fast)
    constexpr float kScale = 0.17677669F;
    for (std::size_t from = 0; from < rows; from += kLanes) {
        float sum[kLanes] = {};
        for (std::size_t e = 0; e < kHeadSize; ++e)
            for (std::size_t i = 0; i < kLanes; ++i) sum[i] += query[e] * keys[e * rows + from + i];
        for (std::size_t i = 0; i < kLanes; ++i) likeness[from + i] = sum[i] * kScale;
    }
}

inline float most_of(float const* values, std::size_t count) {
    float most = values[0];
    for (std::size_t i = 1; i < count; ++i) most = values[i] > most ? values[i] : most;
    return most;
}

inline float sum_of(float const* values, std::size_t count) {
#pragma clang fp reassociate(on)
    float sum = 0;
    for (std::size_t i = 0; i < count; ++i) sum += values[i];
    return sum;
}

// out = sum of share[i] * value of token i, `stride` floats apart
inline void blend_values(float const* share, float const* values, std::size_t stride, std::size_t rows, float scale,
                         float* out) {
#pragma clang fp contract(fast)
    float sum[kHeadSize] = {};
    for (std::size_t i = 0; i < rows; ++i, values += stride)
        for (std::size_t e = 0; e < kHeadSize; ++e) sum[e] += share[i] * values[e];
    for (std::size_t e = 0; e < kHeadSize; ++e) out[e] = sum[e] * scale;
}

void attend(float const* in, std::size_t rows, std::size_t heads, float* out, std::vector<float>& scratch) {
    auto const hidden = heads * kHeadSize;
    auto const stride = 3 * hidden;
    auto const lanes = (rows + kLanes - 1) / kLanes * kLanes;
    scratch.assign((kHeadSize + 1) * lanes, 0.0F);
    auto* const keys = scratch.data();
    auto* const share = keys + kHeadSize * lanes;
    for (std::size_t head = 0; head < heads; ++head) {
        auto const* queries = in + head * kHeadSize;
        for (std::size_t i = 0; i < rows; ++i)
            for (std::size_t e = 0; e < kHeadSize; ++e) keys[e * lanes + i] = queries[i * stride + hidden + e];
        for (std::size_t row = 0; row < rows; ++row) {
            compare_with_keys(queries + row * stride, keys, lanes, share);
            float const most = most_of(share, rows);
            for (std::size_t i = 0; i < rows; ++i) share[i] = quick_exp(share[i] - most);
            float const whole = sum_of(share, rows);
            blend_values(share, queries + 2 * hidden, stride, rows, 1.0F / whole,
                         out + row * hidden + head * kHeadSize);
        }
    }
}

}  // namespace
}  // namespace lotse::encoder
