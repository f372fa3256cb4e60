// SPDX-License-Identifier: Apache-2.0
#include "triage/linear_model.h"

#include <gtest/gtest.h>

#include "triage/ftrl.h"
#include "triage/hash.h"

namespace lotse::triage {
namespace {

// Three topics with words of their own and filler that all share.
std::vector<LabelledFeatures> examples(std::size_t count, std::uint64_t seed = 1) {
    static std::vector<std::vector<std::string>> const kWords{{"printer", "toner", "paper", "jam", "scan"},
                                                              {"invoice", "payment", "refund", "vat", "bank"},
                                                              {"network", "vpn", "wifi", "router", "cable"}};
    static std::vector<std::string> const kLabels{"printing", "billing", "network"};
    static std::vector<std::string> const kFiller{"please", "help", "with", "the", "today", "again", "we", "need"};
    std::vector<LabelledFeatures> out;
    auto state = seed;
    auto const next = [&](std::size_t below) {
        state = hash_end(state + 0x9e3779b97f4a7c15ULL);
        return static_cast<std::size_t>(state % below);
    };
    for (std::size_t i = 0; i < count; ++i) {
        auto const topic = next(3);
        std::string text;
        for (int word = 0; word < 3; ++word) text += kWords[topic][next(5)] + " " + kFiller[next(8)] + " ";
        out.push_back({extract_features({"", text, {}}), kLabels[topic], 1});
    }
    return out;
}

Features features_of(std::string_view text) { return extract_features({"", text, {}}); }

double accuracy(LinearModel const& model, std::vector<LabelledFeatures> const& test) {
    std::size_t right = 0;
    for (auto const& one : test) right += model.predict(one.features).best[0].value == one.label ? 1 : 0;
    return static_cast<double>(right) / static_cast<double>(test.size());
}

TEST(LinearModel, LearnsTopicsInBatch) {
    auto const model = LinearModel::fit(examples(300));
    EXPECT_GE(accuracy(model, examples(200, 99)), 0.98);
    EXPECT_EQ(model.classes().size(), 3U);
    EXPECT_EQ(model.examples(), 300);
}

TEST(LinearModel, LearnsTopicsOneByOne) {
    LinearModel model;
    for (auto const& one : examples(300)) model.learn(one.features, one.label);
    EXPECT_GE(accuracy(model, examples(200, 99)), 0.97);
}

TEST(LinearModel, GivesTheSameModelForTheSameExamples) {
    EXPECT_EQ(LinearModel::fit(examples(100)).save(), LinearModel::fit(examples(100)).save());
}

TEST(LinearModel, AnswersNothingWhileEmpty) {
    LinearModel const model;
    EXPECT_TRUE(model.predict(features_of("printer jam")).best.empty());
    EXPECT_TRUE(LinearModel::fit({}).is_empty());
}

TEST(LinearModel, ChancesSumToOne) {
    auto rows = examples(100);
    rows.push_back({features_of("parking space for visitors"), "parking", 1});
    auto const model = LinearModel::fit(rows);
    for (auto const* text : {"printer jam", "parking for a visitor", "zzz", ""}) {
        double sum = 0;
        for (double const chance : model.probabilities(features_of(text))) sum += chance;
        EXPECT_NEAR(sum, 1, 1e-6) << text;
    }
}

TEST(LinearModel, JudgesARareClassByItsCentroid) {
    auto rows = examples(200);
    for (auto const* text : {"parking space for visitors", "visitor parking garage", "parking permit garage"})
        rows.push_back({features_of(text), "parking", 1});
    auto const model = LinearModel::fit(rows);
    auto const prediction = model.predict(features_of("parking garage for my visitors"));
    EXPECT_EQ(prediction.best[0].value, "parking");
    EXPECT_TRUE(prediction.by_centroid);
    EXPECT_LT(prediction.best[0].confidence, 0.95);
    EXPECT_GE(accuracy(model, examples(200, 99)), 0.97) << "and takes nothing from the frequent ones";
}

TEST(LinearModel, GivesAClassWeightsOnceItIsNoLongerRare) {
    auto model = LinearModel::fit(examples(200));
    for (int i = 0; i < kRareBelow; ++i)
        model.learn(features_of("parking permit garage " + std::string(static_cast<std::size_t>(i) + 1, 'q')),
                    "parking");
    auto const prediction = model.predict(features_of("parking permit garage"));
    EXPECT_EQ(prediction.best[0].value, "parking");
    EXPECT_FALSE(prediction.by_centroid);
    EXPECT_EQ(model.examples_of("parking"), kRareBelow);
}

TEST(LinearModel, TakesACorrection) {
    auto model = LinearModel::fit(examples(200));
    auto const odd = features_of("printer invoice vpn");
    for (int i = 0; i < 12; ++i) model.learn(odd, "network");
    EXPECT_EQ(model.predict(odd).best[0].value, "network");
    EXPECT_GE(accuracy(model, examples(200, 99)), 0.95);
}

TEST(LinearModel, IgnoresExamplesThatNobodyVouchesFor) {
    auto rows = examples(100);
    for (auto row : examples(100, 5)) {
        row.label = "printing";
        row.weight = 0;
        rows.push_back(row);
    }
    EXPECT_EQ(LinearModel::fit(rows).examples(), 100);
    LinearModel model;
    model.learn(features_of("printer"), "printing", 0);
    model.learn(features_of("printer"), "");
    EXPECT_TRUE(model.is_empty());
}

TEST(LinearModel, AbstainsOnWordsItHasNeverMet) {
    auto const model = LinearModel::fit(examples(300));
    EXPECT_FALSE(model.predict(features_of("printer toner paper")).abstains);
    EXPECT_TRUE(model.predict(features_of("Dziękujemy, życzymy miłego popołudnia wszystkim")).abstains);
    EXPECT_TRUE(model.predict({}).abstains);
}

TEST(LinearModel, KnowsWhichWordsSpoke) {
    auto const model = LinearModel::fit(examples(300));
    auto const terms = readable_terms({"", "please print the invoice", {}});
    std::vector<std::uint32_t> indices;
    for (auto const& term : terms) indices.push_back(term.index);
    auto const weights = model.contributions(features_of("please print the invoice"), indices, "billing");
    auto const best = std::max_element(weights.begin(), weights.end()) - weights.begin();
    EXPECT_NE(terms[static_cast<std::size_t>(best)].text.find("invoice"), std::string::npos);
}

TEST(LinearModel, ReadsBackWhatItSaved) {
    auto rows = examples(150);
    rows.push_back({features_of("parking permit"), "parking", 1});
    auto model = LinearModel::fit(rows);
    auto copy = LinearModel::load(model.save());
    ASSERT_TRUE(copy.has_value());
    EXPECT_EQ(copy->save(), model.save());
    for (auto const& one : examples(50, 3))
        EXPECT_EQ(copy->probabilities(one.features), model.probabilities(one.features));
    copy->learn(rows[0].features, rows[0].label);
    model.learn(rows[0].features, rows[0].label);
    EXPECT_EQ(copy->save(), model.save()) << "and learns on as if it had never been away";
    EXPECT_TRUE(LinearModel::load(LinearModel().save()).has_value());
}

TEST(LinearModel, RefusesEveryCutAndFlippedByteOrStaysSane) {
    auto rows = examples(40);
    rows.push_back({features_of("parking"), "parking", 1});
    auto const good = LinearModel::fit(rows).save();
    for (std::size_t cut = 0; cut < good.size(); cut += 1 + cut / 20) {
        auto const loaded = LinearModel::load(std::string_view(good).substr(0, cut));
        ASSERT_FALSE(loaded.has_value()) << cut;
        EXPECT_EQ(loaded.error().kind, Kind::corrupt);
    }
    auto const question = features_of("printer parking");
    for (std::size_t at = 0; at < good.size(); at += 1 + at / 50) {
        auto bad = good;
        bad[at] = static_cast<char>(bad[at] ^ 0x5A);
        if (auto const loaded = LinearModel::load(bad)) loaded->predict(question);
    }
}

// Found by fuzzing: no classes, yet room for them, made learn() write past the end.
TEST(LinearModel, RefusesRoomWithoutClasses) {
    auto bytes = LinearModel().save();
    auto const stride_at = bytes.size() - 12;  // before the two empty counts of rows and centroids
    bytes[stride_at] = 8;
    EXPECT_FALSE(LinearModel::load(bytes).has_value());
}

TEST(LinearModel, BoundsItsMemoryWhateverItIsTaught) {
    LinearModel model;
    for (int i = 0; i < 3000; ++i)
        model.learn(features_of("w" + std::to_string(i * 7919)), "class" + std::to_string(i % 600));
    EXPECT_LE(model.classes().size(), kMaxClasses);
    EXPECT_LT(model.save().size(), 100U << 20);
}

TEST(LinearModel, ReportsProgressUpToTheEnd) {
    double last = -1;
    LinearModel::fit(examples(300), {}, [&](double done) {
        EXPECT_GE(done, last);
        last = done;
    });
    EXPECT_EQ(last, 1);
}

}  // namespace
}  // namespace lotse::triage
