// SPDX-License-Identifier: Apache-2.0
#include "triage/evaluate.h"

#include <gtest/gtest.h>

#include "triage/hash.h"

namespace lotse::triage {
namespace {

std::vector<EvaluationRow> rows(std::size_t count, double noise = 0) {
    std::vector<EvaluationRow> out;
    for (std::size_t i = 0; i < count; ++i) {
        auto const draw = hash_of("row" + std::to_string(i));
        auto topic = draw % 2;
        EvaluationRow row;
        row.text = (topic == 0 ? "the printer eats paper " : "the invoice is wrong ") +
                   std::string(1, static_cast<char>('a' + draw / 7 % 26)) +
                   std::string(1, static_cast<char>('a' + draw / 191 % 26));
        if (static_cast<double>(draw / 11 % 1000) < noise * 1000) topic = 1 - topic;
        row.label = topic == 0 ? "printing" : "billing";
        out.push_back(row);
    }
    return out;
}

TEST(SplitRows, SplitsTheSameFileAlwaysAlikeAndKeepsLabelsInBothParts) {
    auto const first = split_rows(rows(100), 80);
    auto const second = split_rows(rows(100), 80);
    EXPECT_FALSE(first.is_by_time);
    ASSERT_EQ(first.train.size(), second.train.size());
    for (std::size_t i = 0; i < first.train.size(); ++i) EXPECT_EQ(first.train[i].text, second.train[i].text);
    EXPECT_NEAR(static_cast<double>(first.train.size()), 80, 2);
    EXPECT_EQ(first.train.size() + first.test.size(), 100U);
}

TEST(SplitRows, TestsOnTheNewestIfEveryRowHasATime) {
    auto data = rows(10);
    for (std::size_t i = 0; i < data.size(); ++i) data[i].at = instant(1000 - static_cast<std::int64_t>(i));
    auto const split = split_rows(data, 80);
    EXPECT_TRUE(split.is_by_time);
    ASSERT_EQ(split.test.size(), 2U);
    for (auto const& train : split.train)
        for (auto const& test : split.test) EXPECT_LT(*train.at, *test.at);
    data[3].at.reset();
    EXPECT_FALSE(split_rows(data, 80).is_by_time);
}

TEST(SplitRows, LeavesOutRowsWithoutLabelOrText) {
    auto data = rows(4);
    data[0].label.clear();
    data[1].text.clear();
    auto const split = split_rows(data, 50);
    EXPECT_EQ(split.train.size() + split.test.size(), 2U);
}

TEST(Evaluate, FindsAnEasyHistoryEasy) {
    auto const result = evaluate(split_rows(rows(1'000), 80));
    ASSERT_TRUE(result.has_value());
    EXPECT_GE(result->accuracy, 0.99);
    EXPECT_GE(result->macro_f1, 0.99);
    EXPECT_EQ(result->classes, 2U);
    ASSERT_EQ(result->gate.size(), 3U);
    EXPECT_GE(result->gate[0].simulation.gate.coverage, 0.8);
    EXPECT_EQ(result->reliability.size(), 10U);
    ASSERT_EQ(result->curve.size(), 4U);
    EXPECT_EQ(result->curve.back().rows, result->train_rows);
    EXPECT_LT(result->majority_accuracy, 0.7);
    EXPECT_LE(result->accuracy_interval.low, result->accuracy);
}

TEST(Evaluate, DoesNotPromisePrecisionThatNoiseForbids) {
    auto const result = evaluate(split_rows(rows(600, 0.2), 80));
    ASSERT_TRUE(result.has_value());
    EXPECT_NEAR(result->accuracy, 0.8, 0.1);
    EXPECT_LE(result->gate[2].simulation.gate.coverage, 0.1)
        << "98 % right is out of reach where people disagree in 20 %";
    EXPECT_LE(result->ece, 0.16) << "120 test rows in 15 bins are a coarse measure";
    ASSERT_FALSE(result->confusions.empty());
    EXPECT_GE(result->confusions[0].rows, result->confusions.back().rows);
}

TEST(Evaluate, CountsLabelsThatTrainingNeverSawAsWrong) {
    auto split = split_rows(rows(200), 80);
    for (std::size_t i = 0; i < 10; ++i) split.test[i].label = "new";
    auto const result = evaluate(split);
    ASSERT_TRUE(result.has_value());
    EXPECT_EQ(result->unseen_labels, 10U);
    EXPECT_LE(result->accuracy, 1 - 10.0 / static_cast<double>(split.test.size()) + 1e-9);
}

TEST(Evaluate, TellsOfTestRowsThatRepeatTraining) {
    auto split = split_rows(rows(200), 80);
    split.test[0].text = split.train[0].text + " !";
    auto const before = evaluate(split_rows(rows(200), 80))->repeated_rows;
    EXPECT_GE(evaluate(split)->repeated_rows, before);
    EXPECT_GE(evaluate(split)->repeated_rows, 1U);
}

TEST(Evaluate, RefusesWhatTellsNothing) {
    EXPECT_EQ(evaluate(split_rows(rows(10), 80)).error().code, "evaluate.too_few");
    auto same = rows(100);
    for (auto& row : same) row.label = "x";
    EXPECT_EQ(evaluate(split_rows(same, 80)).error().code, "evaluate.one_label");
}

}  // namespace
}  // namespace lotse::triage
