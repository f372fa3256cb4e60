// SPDX-License-Identifier: Apache-2.0
#include "encoder/weights_file.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "encoder/transformer.h"
#include "support/data_file.h"

namespace lotse::encoder {
namespace {

std::string tiny() { return lotse::testing::read_data("encoder/tiny.e5s1"); }

Ok try_to_load(std::string const& bytes) {
    TRY(auto const file, WeightsFile::open(bytes));
    TRY([[maybe_unused]] auto const network, Transformer::load(file, portable_kernels()));
    return {};
}

TEST(WeightsFile, ReadsShapeAndVocabulary) {
    auto const bytes = tiny();
    auto file = WeightsFile::open(bytes);
    ASSERT_TRUE(file.has_value());
    EXPECT_EQ(file->shape().hidden, 64U);
    EXPECT_EQ(file->shape().layers, 2U);
    EXPECT_EQ(file->shape().positions, 64U);
    EXPECT_EQ(file->vocabulary().piece(4), "▁query");
    EXPECT_EQ(file->vocabulary().rewrites.at(U'ﬁ'), U"fi");
}

TEST(WeightsFile, SaysThatAnotherFileIsNoModel) {
    auto const error = WeightsFile::open("PK\x03\x04 something else entirely").error();
    EXPECT_EQ(error.code, "model.format");
    EXPECT_EQ(WeightsFile::open("").error().code, "model.format");
}

TEST(WeightsFile, SaysThatANewerFormatNeedsAnotherModel) {
    auto bytes = tiny();
    bytes[4] = 2;
    auto const error = WeightsFile::open(bytes).error();
    EXPECT_EQ(error.code, "model.format");
    EXPECT_NE(error.message.find("version 2"), std::string::npos);
}

TEST(WeightsFile, RefusesAFileCutAnywhere) {
    auto const bytes = tiny();
    for (std::size_t size = 0; size < bytes.size(); size += 1 + size / 50)
        EXPECT_FALSE(try_to_load(bytes.substr(0, size)).has_value()) << size;
    EXPECT_TRUE(try_to_load(bytes).has_value());
}

// Whatever a byte of the head becomes, the file is refused or can be used: nothing is read outside it.
TEST(WeightsFile, SurvivesAnyByteOfItsHead) {
    auto const bytes = tiny();
    int refused = 0;
    for (std::size_t at = 0; at < 400; ++at) {
        for (char const value : {'\xFF', '\x80', '\x01'}) {
            auto bent = bytes;
            bent[at] = value;
            refused += try_to_load(bent).has_value() ? 0 : 1;
        }
    }
    EXPECT_GT(refused, 100);
}

TEST(WeightsFile, RefusesWeightsThatAreNoNumbers) {
    auto bytes = tiny();
    float const nothing = std::numeric_limits<float>::quiet_NaN();
    bytes.replace(bytes.size() - 4, 4, reinterpret_cast<char const*>(&nothing), 4);
    auto const failed = try_to_load(bytes);
    ASSERT_FALSE(failed.has_value());
    EXPECT_EQ(failed.error().code, "model.damaged");
}

TEST(HalfToFloat, KnowsTheCornersOfTheFormat) {
    EXPECT_EQ(half_to_float(0x0000), 0.0F);
    EXPECT_EQ(half_to_float(0x3C00), 1.0F);
    EXPECT_EQ(half_to_float(0xC000), -2.0F);
    EXPECT_EQ(half_to_float(0x7BFF), 65504.0F);
    EXPECT_EQ(half_to_float(0x0001), std::ldexp(1.0F, -24));
    EXPECT_EQ(half_to_float(0x8001), -std::ldexp(1.0F, -24));
    EXPECT_TRUE(std::isinf(half_to_float(0x7C00)));
}

}  // namespace
}  // namespace lotse::encoder
