// SPDX-License-Identifier: Apache-2.0
#include "triage/model_score.h"

#include <gtest/gtest.h>

namespace lotse::triage {
namespace {

std::vector<TrainingExample> tickets(int count) {
    std::vector<TrainingExample> out;
    for (int i = 0; i < count; ++i) {
        TrainingExample one;
        bool const is_printer = i % 2 == 0;
        one.input.subject = is_printer ? "printer jammed" : "vpn password";
        one.input.new_text = is_printer ? "the printer eats the paper again" : "my vpn refuses the password";
        one.category = is_printer ? "printing" : "network";
        out.push_back(std::move(one));
    }
    return out;
}

TEST(ModelScore, CountsWhatIsRightOfWhatHasALabel) {
    auto const model = fit_triage(tickets(80));
    auto held_out = tickets(10);
    auto const all = score_model(model, &TriageModel::category, prepare(held_out), &PreparedExample::category);
    EXPECT_EQ(all.rows, 10U);
    EXPECT_EQ(all.accuracy, 1);
    EXPECT_EQ(all.macro_f1, 1);
    EXPECT_LT(all.ece, 0.5);
    held_out[0].category = "network";  // said: printing
    held_out[1].category.clear();
    held_out[2].weight = 0;
    auto const some = score_model(model, &TriageModel::category, prepare(held_out), &PreparedExample::category);
    EXPECT_EQ(some.rows, 8U);
    EXPECT_NEAR(some.accuracy, 7.0 / 8, 1e-9);
    // printing: 3 true, 4 said, 3 right; network: 5 true, 4 said, 4 right.
    EXPECT_NEAR(some.macro_f1, (6.0 / 7 + 8.0 / 9) / 2, 1e-9);
}

TEST(ModelScore, IsNothingOfAnEmptyModel) {
    auto const none =
        score_model(TriageModel(), &TriageModel::category, prepare(tickets(4)), &PreparedExample::category);
    EXPECT_EQ(none.rows, 4U);
    EXPECT_EQ(none.accuracy, 0);
    EXPECT_EQ(none.macro_f1, 0);
}

}  // namespace
}  // namespace lotse::triage
