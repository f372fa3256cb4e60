// SPDX-License-Identifier: Apache-2.0
#include "triage/model.h"

#include <gtest/gtest.h>

namespace lotse::triage {
namespace {

TrainingExample example(std::string text, std::string category, std::string type) {
    TrainingExample out;
    out.input.new_text = std::move(text);
    out.category = std::move(category);
    out.type = std::move(type);
    return out;
}

std::vector<TrainingExample> history(int count) {
    std::vector<TrainingExample> out;
    for (int i = 0; i < count; ++i) {
        auto const word = std::string(1, static_cast<char>('a' + i % 20));
        if (i % 3 == 0) out.push_back(example("printer jam number " + word, "printing", "incident"));
        if (i % 3 == 1) out.push_back(example("please send the invoice " + word, "billing", "request"));
        if (i % 3 == 2) out.push_back(example("how do I reach the vpn " + word, "network", "question"));
    }
    return out;
}

TEST(TriageModel, FitsCategoryAndTypeAndNamesItsVersion) {
    EXPECT_EQ(TriageModel().version(), "keywords");
    auto const model = fit_triage(history(90));
    EXPECT_EQ(model.category.classes().size(), 3U);
    EXPECT_EQ(model.type.classes().size(), 3U);
    EXPECT_TRUE(model.version().starts_with("linear-"));
    EXPECT_EQ(model.version(), fit_triage(history(90)).version());
    EXPECT_NE(model.version(), fit_triage(history(93)).version());
}

TEST(TriageModel, CountsCorrectionsInItsVersion) {
    auto model = fit_triage(history(90));
    auto const before = model.version();
    learn_one(model, example("printer on fire", "printing", ""));
    EXPECT_EQ(model.version(), before + "+1");
    auto blind = example("printer on fire", "printing", "");
    blind.weight = 0;
    learn_one(model, blind);
    learn_one(model, example("nothing known", "", ""));
    EXPECT_EQ(model.corrections, 1);
}

TEST(TriageModel, LearnsFromCorrectionsAlone) {
    TriageModel model;
    for (auto const& one : history(60)) learn_one(model, one);
    TriageInput input;
    input.new_text = "the invoice please";
    EXPECT_EQ(model.category.predict(features_of(input)).best[0].value, "billing");
    EXPECT_EQ(model.version(), "linear-online+60");
}

TEST(TriageModel, ReadsBackWhatItSaved) {
    auto model = fit_triage(history(60));
    learn_one(model, example("printer", "printing", "incident"));
    auto const copy = load_triage_model(save(model));
    ASSERT_TRUE(copy.has_value());
    EXPECT_EQ(save(*copy), save(model));
    EXPECT_EQ(copy->version(), model.version());
    EXPECT_TRUE(load_triage_model(save(TriageModel())).has_value());
}

TEST(TriageModel, RefusesDamage) {
    auto const bytes = save(fit_triage(history(60)));
    for (auto const& bad : {std::string(), std::string("LTM1"), bytes.substr(0, bytes.size() / 2), bytes + "x"}) {
        auto const loaded = load_triage_model(bad);
        ASSERT_FALSE(loaded.has_value());
        EXPECT_EQ(loaded.error().code, "model.damaged");
    }
}

TEST(Compare, LetsTheBetterModelWin) {
    auto const good = fit_triage(history(120));
    auto swapped = history(120);
    for (auto& one : swapped) one.category = one.category == "printing" ? "billing" : "printing";
    auto const bad = fit_triage(swapped);
    auto const judges = history(30);
    EXPECT_TRUE(compare(good, bad, prepare(judges)).candidate_wins);
    EXPECT_FALSE(compare(bad, good, prepare(judges)).candidate_wins);
    EXPECT_GT(compare(good, bad, prepare(judges)).candidate_accuracy, 0.9);
    EXPECT_EQ(compare(good, bad, prepare(judges)).examples, 60U);
}

TEST(Compare, KeepsTheServingModelWithoutEvidence) {
    auto const model = fit_triage(history(60));
    EXPECT_FALSE(compare(model, model, {}).candidate_wins);
    EXPECT_FALSE(compare(model, model, prepare(history(30))).candidate_wins) << "equal is not better";
    EXPECT_TRUE(compare(model, TriageModel(), {}).candidate_wins);
    EXPECT_FALSE(compare(TriageModel(), TriageModel(), prepare(history(3))).candidate_wins);
}

TEST(FeaturesOf, SeeTheMailboxOnlyAsMetadata) {
    TriageInput input;
    input.new_text = "hello there";
    auto const without = features_of(input);
    input.mailbox = "IT@firm.example";
    auto const with = features_of(input);
    input.mailbox = "it@firm.example";
    EXPECT_EQ(with.size(), features_of(input).size());
    for (std::size_t i = 0; i < without.size() && without[i].index < kMetadataFrom; ++i)
        EXPECT_EQ(without[i].value, with[i].value);
}

}  // namespace
}  // namespace lotse::triage
