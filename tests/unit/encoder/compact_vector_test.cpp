// SPDX-License-Identifier: Apache-2.0
#include "encoder/compact_vector.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>

namespace lotse::encoder {
namespace {

Embedding some_vector(unsigned seed, std::size_t size = 384) {
    std::mt19937 random(seed);
    std::normal_distribution<float> normal;
    Embedding out(size);
    double squares = 0;
    for (auto& one : out) squares += std::pow(one = normal(random), 2);
    for (auto& one : out) one /= static_cast<float>(std::sqrt(squares));
    return out;
}

double cosine(Embedding const& a, Embedding const& b) {
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i) sum += static_cast<double>(a[i]) * b[i];
    return sum;
}

TEST(CompactVector, KeepsTheDirectionAndTheCosines) {
    for (unsigned seed = 1; seed <= 20; ++seed) {
        auto const a = some_vector(seed);
        auto const b = some_vector(seed + 100);
        EXPECT_NEAR(cosine(a, widened(compact(a))), 1, 1e-4);
        std::int32_t dot = 0;
        auto const x = compact(a);
        auto const y = compact(b);
        dot_rows(x.steps.data(), y.steps, {&dot, 1});
        EXPECT_NEAR(static_cast<double>(dot) * x.scale * y.scale, cosine(a, b), 0.002);
    }
}

TEST(CompactVector, ComesBackFromItsBytesAndRefusesWhatIsNone) {
    auto const vector = compact(some_vector(3));
    auto const bytes = to_bytes(vector);
    EXPECT_EQ(bytes.size(), 388U);
    auto const back = compact_from(bytes);
    ASSERT_TRUE(back);
    EXPECT_EQ(back->scale, vector.scale);
    EXPECT_EQ(back->steps, vector.steps);
    EXPECT_FALSE(compact_from(""));
    EXPECT_FALSE(compact_from(bytes.substr(0, 4)));
    EXPECT_FALSE(compact_from(std::string(388, '\0'))) << "a scale of zero";
    EXPECT_FALSE(compact_from(std::string(388, '\xff'))) << "a scale that is no number";
    EXPECT_FALSE(compact_from(to_bytes(compact(Embedding(384, std::numeric_limits<float>::infinity())))));
}

TEST(CompactVector, IsMultipliedExactlyWhateverTheLength) {
    std::mt19937 random(7);
    for (std::size_t const size : {1U, 15U, 16U, 17U, 64U, 384U, 390U}) {
        std::vector<std::int8_t> rows(9 * size);
        std::vector<std::int8_t> query(size, 127);
        for (auto& one : rows) one = static_cast<std::int8_t>(random() % 255 - 127);
        for (std::size_t i = 0; i < size; ++i) rows[i] = 127;  // the largest sum there is
        std::vector<std::int32_t> quick(9);
        std::vector<std::int32_t> plain(9);
        dot_rows(rows.data(), query, quick);
        dot_rows_plainly(rows.data(), query, plain);
        EXPECT_EQ(quick, plain) << size;
        EXPECT_EQ(quick[0], static_cast<std::int32_t>(size) * 127 * 127);
    }
}

}  // namespace
}  // namespace lotse::encoder
