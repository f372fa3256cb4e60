// SPDX-License-Identifier: Apache-2.0
#include "app/demo/verdicts.h"

#include <gtest/gtest.h>

namespace lotse::app {
namespace {

struct Share {
    int answers = 0;
    int sum = 0;
    int comments = 0;
    double mean() const { return static_cast<double>(sum) / answers; }
};

Share ask(std::string_view language, bool has_waited) {
    auto verdicts = *Verdicts::read(8);
    Share out;
    for (int i = 0; i < 2000; ++i) {
        auto const verdict = verdicts.draw(language, has_waited);
        if (!verdict) continue;
        EXPECT_GE(verdict->score, 1);
        EXPECT_LE(verdict->score, 5);
        ++out.answers;
        out.sum += verdict->score;
        if (!verdict->comment.empty()) ++out.comments;
    }
    return out;
}

TEST(Verdicts, AreGivenBySomeAndAreWorseAfterALongWait) {
    for (auto const* language : {"en", "de", "pl"}) {
        auto const in_time = ask(language, false);
        auto const late = ask(language, true);
        EXPECT_GT(in_time.answers, 600) << language;
        EXPECT_LT(in_time.answers, 1000) << language;
        EXPECT_GT(in_time.comments, 100) << language;
        EXPECT_GT(in_time.mean(), 4.2) << language;
        EXPECT_LT(late.mean(), 3.2) << language;
    }
}

TEST(Verdicts, AreTheSameEachTime) {
    auto one = *Verdicts::read(8);
    auto other = *Verdicts::read(8);
    for (int i = 0; i < 100; ++i) {
        auto const a = one.draw("de", false);
        auto const b = other.draw("de", false);
        ASSERT_EQ(a.has_value(), b.has_value());
        if (a) {
            EXPECT_EQ(a->score, b->score);
            EXPECT_EQ(a->comment, b->comment);
        }
    }
}

}  // namespace
}  // namespace lotse::app
