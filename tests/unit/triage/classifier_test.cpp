// SPDX-License-Identifier: Apache-2.0
#include "triage/classifier.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

#include "triage/mixture.h"

namespace lotse::triage {
namespace {

constexpr std::size_t kSize = 16;
constexpr std::array<std::string_view, 4> kWords{"invoice payment", "printer paper", "password login", "network cable"};

// Texts that name their class only with probability `clear`; vectors that always do, if `meaning` is true.
std::vector<LabelledFeatures> examples(std::size_t count, double clear, bool has_meaning, unsigned seed,
                                       std::size_t classes = 4) {
    std::mt19937 random(seed);
    std::normal_distribution<float> noise(0, 0.25F);
    std::vector<LabelledFeatures> out;
    for (std::size_t i = 0; i < count; ++i) {
        auto const label = random() % classes;
        auto const said = static_cast<double>(random() % 1000) / 1000 < clear ? label : random() % classes;
        std::string const text = std::string(kWords[said]) + " thing" + std::to_string(random() % 40);
        LabelledFeatures row{extract_features({"", text, {}}), std::string(kWords[label])};
        for (std::size_t k = 0; has_meaning && k < kSize; ++k)
            row.meaning.push_back(noise(random) + (k == label ? 1.0F : 0));
        out.push_back(std::move(row));
    }
    return out;
}

double accuracy(Classifier const& model, std::vector<LabelledFeatures> const& test, bool with_meaning = true) {
    std::size_t right = 0;
    for (auto const& row : test) {
        auto const meaning = with_meaning ? std::span<float const>(row.meaning) : std::span<float const>();
        right += model.predict(row.features, meaning).best[0].value == row.label ? 1 : 0;
    }
    return static_cast<double>(right) / static_cast<double>(test.size());
}

TEST(Classifier, TakesTheMeaningWhereWordsSayLittle) {
    auto const fitted = Classifier::fit(examples(600, 0.4, true, 1));
    auto const test = examples(400, 0.4, true, 2);
    EXPECT_GT(fitted.model.meaning_share(), 0);
    EXPECT_GT(accuracy(fitted.model, test), accuracy(fitted.model, test, false) + 0.2);
    EXPECT_GT(fitted.mixed.accuracy, fitted.by_words.accuracy);
    EXPECT_LT(fitted.mixed.log_loss, fitted.by_words.log_loss);
}

TEST(Classifier, LeavesTheMeaningAsideWhereItSaysNothing) {
    auto rows = examples(600, 0.95, true, 3);
    std::mt19937 random(4);
    for (auto& row : rows)
        for (auto& value : row.meaning) value = static_cast<float>(random() % 1000) / 1000;
    auto const fitted = Classifier::fit(rows);
    EXPECT_LE(fitted.model.meaning_share(), 0.2);
}

TEST(Classifier, DecidesByWordsAloneWithoutAnEncoder) {
    auto const fitted = Classifier::fit(examples(400, 0.9, false, 5));
    auto const test = examples(200, 0.9, true, 6);
    EXPECT_EQ(fitted.model.meaning_share(), 0);
    EXPECT_EQ(accuracy(fitted.model, test), accuracy(fitted.model, test, false));
    EXPECT_GT(accuracy(fitted.model, test), 0.8);
}

TEST(Classifier, AnswersWithoutTheVectorOfOneMessageOrWithOneOfAnotherEncoder) {
    auto const fitted = Classifier::fit(examples(600, 0.7, true, 7));
    auto const row = examples(1, 1, true, 8)[0];
    auto const alone = fitted.model.probabilities(row.features);
    EXPECT_NEAR(std::accumulate(alone.begin(), alone.end(), 0.0), 1, 1e-9);
    EXPECT_EQ(fitted.model.probabilities(row.features, std::vector<float>{1, 0}), alone);
}

TEST(Classifier, KnowsARareClassByItsMeaning) {
    auto rows = examples(400, 0.9, true, 9, 3);
    std::mt19937 random(10);
    auto rare = examples(4000, 0.3, true, 11);
    std::erase_if(rare, [](auto const& row) { return row.label != kWords[3]; });
    rows.insert(rows.begin(), rare.begin(), rare.begin() + 5);
    auto const fitted = Classifier::fit(rows);
    ASSERT_GT(fitted.model.meaning_share(), 0);
    std::size_t found = 0;
    for (std::size_t i = 5; i < 105; ++i)
        found += fitted.model.predict(rare[i].features, rare[i].meaning).best[0].value == kWords[3] ? 1 : 0;
    EXPECT_GT(found, 70U);
}

TEST(Classifier, TurnsAwayWhatBelongsToNoClass) {
    auto const fitted = Classifier::fit(examples(1500, 0.9, true, 12));
    std::mt19937 random(13);
    std::size_t strange = 0;
    for (int i = 0; i < 100; ++i) {
        std::vector<float> nowhere(kSize, 0.25F);
        auto const features = extract_features({"", "quite other talk " + std::to_string(i), {}});
        strange += fitted.model.predict(features, nowhere).abstains ? 1 : 0;
    }
    EXPECT_GT(strange, 80U);
    auto const test = examples(500, 0.9, true, 14);
    auto const kept = std::ranges::count_if(
        test, [&](auto const& row) { return !fitted.model.predict(row.features, row.meaning).abstains; });
    EXPECT_GT(kept, 420);
}

TEST(Classifier, StatesConfidencesThatComeTrue) {
    auto const fitted = Classifier::fit(examples(2000, 0.6, true, 15));
    std::vector<Judged> judged;
    for (auto const& row : examples(2000, 0.6, true, 16)) {
        auto const said = fitted.model.predict(row.features, row.meaning).best[0];
        judged.push_back({said.confidence, said.value == row.label, {}});
    }
    EXPECT_LT(expected_calibration_error(judged), 0.05);
}

TEST(Classifier, LearnsFromACorrectionAtOnce) {
    auto model = Classifier::fit(examples(400, 0.9, true, 17)).model;
    auto const row = examples(1, 1, true, 18)[0];
    auto const other = std::string(row.label == kWords[0] ? kWords[1] : kWords[0]);
    auto const at = static_cast<std::size_t>(std::ranges::find(model.classes(), other, &ClassCount::name) -
                                             model.classes().begin());
    auto const before = model.probabilities(row.features, row.meaning)[at];
    model.learn(row.features, row.meaning, other);
    EXPECT_GT(model.probabilities(row.features, row.meaning)[at], before);
}

TEST(Classifier, IsReadBackAsItWasSaved) {
    auto const model = Classifier::fit(examples(600, 0.6, true, 19)).model;
    auto const bytes = model.save();
    auto const copy = Classifier::load(bytes);
    ASSERT_TRUE(copy.has_value());
    auto const row = examples(1, 1, true, 20)[0];
    EXPECT_EQ(copy->probabilities(row.features, row.meaning), model.probabilities(row.features, row.meaning));
    EXPECT_EQ(copy->familiarity(row.features, row.meaning), model.familiarity(row.features, row.meaning));
    for (std::size_t size = 0; size < bytes.size(); size += 1 + size / 10)
        EXPECT_FALSE(Classifier::load(std::string_view(bytes).substr(0, size)).has_value()) << size;
}

TEST(Classifier, ReadsAModelOfTheTimeBeforeMeanings) {
    auto const words = LinearModel::fit(examples(200, 0.9, false, 21));
    auto const loaded = Classifier::load(words.save());
    ASSERT_TRUE(loaded.has_value());
    auto const row = examples(1, 1, false, 22)[0];
    EXPECT_EQ(loaded->predict(row.features).best[0].value, words.predict(row.features).best[0].value);
}

TEST(BestTemperature, FindsTheOneThatMadeTheData) {
    std::mt19937 random(23);
    std::vector<Scored> rows;
    for (int i = 0; i < 4000; ++i) {
        Scored row;
        for (int k = 0; k < 5; ++k) row.scores.push_back(static_cast<double>(random() % 8000) / 1000);
        auto const chances = exp_of(log_softmax(row.scores, 2.5));
        double drawn = static_cast<double>(random() % 100000) / 100000;
        for (row.truth = 0; row.truth < 4 && drawn >= chances[row.truth]; ++row.truth) drawn -= chances[row.truth];
        rows.push_back(std::move(row));
    }
    EXPECT_NEAR(best_temperature(rows), 2.5, 0.2);
}

}  // namespace
}  // namespace lotse::triage
