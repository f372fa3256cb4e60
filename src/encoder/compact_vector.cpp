// SPDX-License-Identifier: Apache-2.0
#include "encoder/compact_vector.h"

#include <algorithm>
#include <bit>
#include <cmath>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace lotse::encoder {
namespace {

constexpr float kSteps = 127;

#if defined(__x86_64__)
// Products of two steps fit 15 bits, the sum of two of them 32: nothing is lost.
#pragma clang attribute push(__attribute__((target("avx2"))), apply_to = function)
void dot_rows_avx2(std::int8_t const* rows, std::int8_t const* query, std::size_t size, std::int32_t* out,
                   std::size_t count) {
    constexpr std::size_t kAtOnce = 16;
    for (std::size_t row = 0; row < count; ++row, rows += size) {
        auto sums = _mm256_setzero_si256();
        std::size_t at = 0;
        for (; at + kAtOnce <= size; at += kAtOnce) {
            auto const a = _mm256_cvtepi8_epi16(_mm_loadu_si128(reinterpret_cast<__m128i const*>(rows + at)));
            auto const b = _mm256_cvtepi8_epi16(_mm_loadu_si128(reinterpret_cast<__m128i const*>(query + at)));
            sums = _mm256_add_epi32(sums, _mm256_madd_epi16(a, b));
        }
        auto half = _mm_add_epi32(_mm256_castsi256_si128(sums), _mm256_extracti128_si256(sums, 1));
        half = _mm_add_epi32(half, _mm_shuffle_epi32(half, 0x4E));
        half = _mm_add_epi32(half, _mm_shuffle_epi32(half, 0xB1));
        std::int32_t sum = _mm_cvtsi128_si32(half);
        for (; at < size; ++at) sum += rows[at] * query[at];
        out[row] = sum;
    }
}
#pragma clang attribute pop
#endif

}  // namespace

CompactVector compact(std::span<float const> vector) {
    float most = 0;
    for (float const value : vector) most = std::max(most, std::abs(value));
    CompactVector out;
    out.steps.resize(vector.size());
    if (!(most > 0) || !std::isfinite(most)) return out;
    out.scale = most / kSteps;
    for (std::size_t i = 0; i < vector.size(); ++i)
        out.steps[i] = static_cast<std::int8_t>(std::clamp(std::round(vector[i] / out.scale), -kSteps, kSteps));
    return out;
}

Embedding widened(CompactVector const& vector) {
    Embedding out;
    out.reserve(vector.steps.size());
    double squares = 0;
    for (auto const step : vector.steps) {
        out.push_back(static_cast<float>(step));
        squares += static_cast<double>(step) * step;
    }
    auto const length = static_cast<float>(std::sqrt(squares));
    if (length > 0)
        for (float& value : out) value /= length;
    return out;
}

std::string to_bytes(CompactVector const& vector) {
    std::string out;
    out.reserve(sizeof(float) + vector.steps.size());
    auto const scale = std::bit_cast<std::uint32_t>(vector.scale);
    for (std::size_t i = 0; i < sizeof scale; ++i) out += static_cast<char>(scale >> (8 * i));
    for (auto const step : vector.steps) out += static_cast<char>(step);
    return out;
}

std::optional<CompactVector> compact_from(std::string_view bytes) {
    std::uint32_t scale = 0;
    if (bytes.size() <= sizeof scale) return std::nullopt;
    for (std::size_t i = 0; i < sizeof scale; ++i)
        scale |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[i])) << (8 * i);
    CompactVector out;
    out.scale = std::bit_cast<float>(scale);
    if (!(out.scale > 0) || !std::isfinite(out.scale)) return std::nullopt;
    for (char const step : bytes.substr(sizeof scale)) out.steps.push_back(static_cast<std::int8_t>(step));
    return out;
}

void dot_rows_plainly(std::int8_t const* rows, std::span<std::int8_t const> query, std::span<std::int32_t> out) {
    for (auto& sum : out) {
        sum = 0;
        for (std::size_t i = 0; i < query.size(); ++i) sum += rows[i] * query[i];
        rows += query.size();
    }
}

void dot_rows(std::int8_t const* rows, std::span<std::int8_t const> query, std::span<std::int32_t> out) {
#if defined(__x86_64__)
    static bool const has_avx2 = __builtin_cpu_supports("avx2");
    if (has_avx2) return dot_rows_avx2(rows, query.data(), query.size(), out.data(), out.size());
#endif
    dot_rows_plainly(rows, query, out);
}

}  // namespace lotse::encoder
