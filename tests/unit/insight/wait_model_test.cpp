// SPDX-License-Identifier: Apache-2.0
#include "insight/wait_model.h"

#include <gtest/gtest.h>

#include <random>

namespace lotse::insight {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

domain::Calendar const kAlways = domain::always_open();
Instant const kStart = instant(1'780'000'000'000'000);

// Two kinds: "quick" takes about 2 hours, "slow" about 40, each between half and twice as long.
std::vector<WaitCase> history(int count, unsigned seed = 7) {
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> spread(-1, 1);
    std::vector<WaitCase> out;
    for (int i = 0; i < count; ++i) {
        bool const is_quick = random() % 2 == 0;
        double const lasted = (is_quick ? 120 : 2400) * std::exp2(spread(random));
        WaitCase one;
        one.facts = {{is_quick ? "quick" : "slow", "all"}, 0};
        one.opened_at = kStart + minutes{30 * i};
        one.done_at = one.opened_at + minutes{static_cast<int>(lasted)};
        one.calendar = &kAlways;
        out.push_back(one);
    }
    return out;
}

Instant end_of(std::vector<WaitCase> const& cases) { return cases.back().opened_at + minutes{30}; }

double share_kept(WaitModel const& model, std::vector<WaitCase> const& cases, double share) {
    int kept = 0;
    for (auto const& one : cases) {
        auto const told = model.quantile(one.facts, share, {});
        kept += told && *one.done_at - one.opened_at <= *told ? 1 : 0;
    }
    return kept / static_cast<double>(cases.size());
}

TEST(WaitModel, KeepsTheSharesThatItTells) {
    auto const past = history(2000);
    auto const model = WaitModel::fit(past, 2, end_of(past));
    auto const other = history(4000, 11);
    for (double const share : {0.5, 0.8, 0.9}) EXPECT_NEAR(share_kept(model, other, share), share, 0.05) << share;
    EXPECT_LT(*model.quantile({{"quick", "all"}, 0}, 0.9, {}), hours{6});
    EXPECT_GT(*model.quantile({{"slow", "all"}, 0}, 0.9, {}), hours{30});
}

TEST(WaitModel, TellsNothingBeforeThirtyHaveEnded) {
    auto const past = history(29);
    EXPECT_EQ(WaitModel::fit(past, 2, end_of(past) + hours{500}).quantile(past[0].facts, 0.9, {}), std::nullopt);
    auto const enough = history(30);
    EXPECT_NE(WaitModel::fit(enough, 2, end_of(enough) + hours{500}).quantile(past[0].facts, 0.5, {}), std::nullopt);
    EXPECT_EQ(WaitModel::fit({}, 2, kStart).quantile(past[0].facts, 0.5, {}), std::nullopt);
    EXPECT_EQ(WaitModel().quantile({}, 0.5, {}), std::nullopt);
}

// The leak test: whatever is changed after the time of the fit, what it says stays the same to the last bit.
TEST(WaitModel, ReadsNothingThatHappensAfterItsTime) {
    auto past = history(1500);
    auto const now = past[1000].opened_at;
    auto const before = WaitModel::fit(past, 2, now).save();
    std::mt19937 random(3);
    for (auto& one : past) {
        if (*one.done_at > now) one.done_at = now + minutes{1 + static_cast<int>(random() % 90'000)};
        if (one.opened_at >= now) one.facts.values = {random() % 2 ? "quick" : "slow", "other"};
        if (one.done_at > now && random() % 3 == 0) one.done_at.reset();
    }
    std::shuffle(past.begin() + 1000, past.end(), random);
    EXPECT_EQ(WaitModel::fit(past, 2, now).save(), before);
}

// A desk where nothing slow has ended yet: plain quantiles of what has ended would promise two hours.
TEST(WaitModel, DoesNotTakeOpenTicketsForQuickOnes) {
    auto past = history(400);
    auto const now = end_of(past);
    for (auto& one : past)
        if (one.facts.values[0] == "slow") one.done_at.reset(), one.facts.values[0] = "quick";
    auto const model = WaitModel::fit(past, 2, now);
    auto const told = model.quantile({{"quick", "all"}, 0}, 0.9, {});
    EXPECT_TRUE(!told || *told > hours{100});
}

TEST(WaitModel, LooksFurtherTheLongerATicketHasBeenOpen) {
    auto const past = history(2000);
    auto const model = WaitModel::fit(past, 2, end_of(past));
    WaitFacts const slow{{"slow", "all"}, 0};
    auto last = *model.quantile(slow, 0.8, {});
    for (int const passed : {1, 10, 30, 50}) {
        auto const told = model.quantile(slow, 0.8, hours{passed});
        ASSERT_TRUE(told.has_value()) << passed;
        EXPECT_GE(*told, hours{passed});
        EXPECT_GE(*told + minutes{1}, last);
        last = *told;
    }
    EXPECT_EQ(model.quantile(slow, 0.8, hours{5000}), std::nullopt) << "nothing ever lasted so long";
}

TEST(WaitModel, TakesAnEndBeforeTheBeginningForAtOnce) {
    auto past = history(200);
    for (auto& one : past) one.done_at = one.opened_at - hours{1};
    auto const model = WaitModel::fit(past, 2, end_of(past));
    EXPECT_LT(*model.quantile(past[0].facts, 0.9, {}), minutes{5});
}

TEST(WaitModel, SaysTheSameAfterItWasStored) {
    auto const past = history(1000);
    auto const model = WaitModel::fit(past, 2, end_of(past));
    auto const again = WaitModel::load(model.save());
    ASSERT_TRUE(again.has_value());
    EXPECT_EQ(again->ended(), model.ended());
    EXPECT_EQ(again->fitted_at(), model.fitted_at());
    for (double const share : {0.5, 0.8, 0.9})
        for (auto const* kind : {"quick", "slow", "never seen"}) {
            auto const a = model.quantile({{kind, "all"}, 3}, share, hours{1});
            auto const b = again->quantile({{kind, "all"}, 3}, share, hours{1});
            ASSERT_EQ(a.has_value(), b.has_value());
            if (a) EXPECT_LE(std::chrono::abs(*a - *b), std::chrono::milliseconds{1});
        }
}

TEST(WaitModel, RefusesATextThatIsNoModel) {
    for (
        auto const* text :
        {"", "{}", "[]", R"({"format":2})", R"({"format":1})",
         R"({"format":1,"all":[1,2],"fields":[],"weights":[1],"edges":[1,2],"curve":[],"groups":[[],[],[]]})",
         R"({"format":1,"all":[1e300,2],"fields":[],"weights":[],"edges":[1,2],"curve":[],"groups":[[],[],[]]})",
         R"({"format":1,"all":[1,2],"fields":[],"weights":[],"edges":[1,2],"curve":[1,0.5,0,0.4],"groups":[[],[],[]]})"}) {
        auto const read = WaitModel::load(text);
        ASSERT_FALSE(read.has_value()) << text;
        EXPECT_EQ(read.error().code, "wait_model.damaged");
    }
}

// Monday to Friday, 9 to 17 in UTC: a ticket of Friday 16:00 that is done on Monday at 10:00 took two open hours.
TEST(WaitModel, CountsOpenTimeOfTheCalendar) {
    domain::Calendar office;
    for (std::size_t day = 0; day < 5; ++day) office.week[day] = {{9 * 60, 17 * 60}};
    auto const friday = std::chrono::sys_days{std::chrono::year{2026} / 11 / 20} + hours{16};
    std::vector<WaitCase> past;
    for (int i = 0; i < 40; ++i)
        past.push_back({{{"one"}, 0}, friday + minutes{i}, friday + hours{66} + minutes{i}, &office});
    auto const told = WaitModel::fit(past, 1, friday + hours{72}).quantile({{"one"}, 0}, 0.9, {});
    ASSERT_TRUE(told.has_value());
    EXPECT_GE(*told, hours{2} - minutes{1});
    EXPECT_LE(*told, hours{2} + minutes{2});
}

TEST(OpenBefore, CountsOthersOfTheSamePlaceThatAreOpen) {
    auto const make = [](char const* queue, int from, int to) {
        return WaitCase{{{queue}, 0}, kStart + hours{from}, kStart + hours{to}, &kAlways};
    };
    std::vector<WaitCase> const cases{make("a", 0, 5), make("b", 1, 9), make("a", 2, 3), make("a", 4, 8),
                                      make("a", 5, 6)};
    EXPECT_EQ(open_before(cases, 0), (std::vector<std::int64_t>{0, 0, 1, 1, 1}));
}

}  // namespace
}  // namespace lotse::insight
