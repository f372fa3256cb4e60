// SPDX-License-Identifier: Apache-2.0
#include "triage/dense_model.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

namespace lotse::triage {
namespace {

constexpr std::size_t kSize = 24;

// Class k points to axis k; one direction that says nothing of the class is loud.
std::vector<float> vector_of(std::size_t label, std::mt19937& random) {
    std::normal_distribution<float> noise(0, 1);
    std::vector<float> out(kSize);
    for (auto& value : out) value = 0.3F * noise(random);
    out[label] += 1;
    out[kSize - 1] += 4 * noise(random);
    return out;
}

std::vector<LabelledFeatures> examples(std::size_t each, unsigned seed) {
    std::mt19937 random(seed);
    std::vector<LabelledFeatures> out;
    for (std::size_t i = 0; i < each; ++i)
        for (std::size_t label = 0; label < 4; ++label)
            out.push_back({{}, "class-" + std::to_string(label), 1, vector_of(label, random)});
    return out;
}

std::string nearest(DenseModel const& model, std::vector<float> const& meaning) {
    auto const densities = model.log_densities(meaning);
    return model.classes()[static_cast<std::size_t>(std::ranges::max_element(densities) - densities.begin())].name;
}

double accuracy(DenseModel const& model) {
    std::size_t right = 0;
    auto const test = examples(100, 99);
    for (auto const& one : test) right += nearest(model, one.meaning) == one.label ? 1 : 0;
    return static_cast<double>(right) / static_cast<double>(test.size());
}

TEST(DenseModel, HearsTheClassThroughALoudDirection) { EXPECT_GT(accuracy(DenseModel::fit(examples(50, 1))), 0.9); }

TEST(DenseModel, IsTheNearestCentroidWithOneExampleAClass) {
    auto const few = examples(1, 2);
    auto const model = DenseModel::fit(few);
    EXPECT_EQ(model.classes().size(), 4U);
    for (auto const& one : few) EXPECT_EQ(nearest(model, one.meaning), one.label);
}

TEST(DenseModel, LearnsAClassOfWhichItHadNoExample) {
    auto model = DenseModel::fit(examples(50, 3));
    std::mt19937 random(4);
    for (int i = 0; i < 5; ++i) model.learn(vector_of(7, random), "new");
    EXPECT_EQ(model.classes().back().name, "new");
    EXPECT_EQ(model.classes().back().examples, 5);
    std::size_t right = 0;
    for (int i = 0; i < 100; ++i) right += nearest(model, vector_of(7, random)) == "new" ? 1 : 0;
    EXPECT_GT(right, 80U);
}

TEST(DenseModel, LearningOneByOneMovesTheMeanAsAFitWould) {
    auto const all = examples(40, 5);
    auto model = DenseModel::fit(std::span(all).subspan(0, 80));
    for (std::size_t i = 80; i < all.size(); ++i) model.learn(all[i].meaning, all[i].label);
    EXPECT_NEAR(accuracy(model), accuracy(DenseModel::fit(all)), 0.03);
}

TEST(DenseModel, LeavesOutWhatHasNoVectorOrAStrangeOne) {
    auto rows = examples(10, 6);
    rows.push_back({{}, "class-0", 1, {}});
    rows.push_back({{}, "class-0", 1, {1, 2, 3}});
    rows.push_back({{}, "class-0", 0, rows[0].meaning});
    auto const model = DenseModel::fit(rows);
    EXPECT_EQ(model.classes()[0].examples, 10);
    EXPECT_TRUE(model.log_densities(std::vector<float>{1, 2}).empty());
    EXPECT_TRUE(DenseModel::fit({}).is_empty());
}

TEST(DenseModel, IsReadBackAsItWasSavedAndRefusesAnythingElse) {
    auto const model = DenseModel::fit(examples(10, 7));
    auto const bytes = model.save();
    auto const copy = DenseModel::load(bytes);
    ASSERT_TRUE(copy.has_value());
    auto const meaning = examples(1, 8)[0].meaning;
    EXPECT_EQ(copy->log_densities(meaning), model.log_densities(meaning));
    EXPECT_TRUE(DenseModel::load(DenseModel().save()).has_value());
    for (std::size_t size = 0; size < bytes.size(); size += 1 + size / 20)
        EXPECT_FALSE(DenseModel::load(std::string_view(bytes).substr(0, size)).has_value()) << size;
    auto bent = bytes;
    bent.replace(8, 4, "\xFF\xFF\xFF\x7F");  // not a number
    EXPECT_FALSE(DenseModel::load(bent).has_value());
}

}  // namespace
}  // namespace lotse::triage
