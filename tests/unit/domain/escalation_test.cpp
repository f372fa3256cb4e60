// SPDX-License-Identifier: Apache-2.0
#include "domain/escalation.h"

#include <gtest/gtest.h>

namespace lotse::domain {
namespace {

Instant at(char const* text) { return *parse_rfc3339(text); }

Calendar office() {
    Calendar out;
    out.time_zone = "Europe/Berlin";
    for (std::size_t day = 0; day < 5; ++day) out.week[day] = {{9 * 60, 17 * 60}};
    return out;
}

Chain three_steps() {
    Chain out;
    out.id = ChainId{7};
    out.starts = {EscalationStart::breach};
    out.steps = {{StepTo::owner, {}, 0, true}, {StepTo::lead, {}, 30, true}, {StepTo::agent, {AgentId{4}}, 60, false}};
    out.repeats = 1;
    out.round_minutes = 90;
    return out;
}

TEST(Escalation, CountsItsStepsInOpenTimeOfTheCalendar) {
    auto const chain = three_steps();
    auto const start = at("2026-03-06T15:45:00Z");  // Friday, a quarter to five in Berlin
    EXPECT_EQ(*step_at(chain, office(), start, 0), start);
    EXPECT_EQ(*step_at(chain, office(), start, 1), at("2026-03-09T08:15:00Z"));
    EXPECT_EQ(*step_at(chain, office(), start, 2), at("2026-03-09T08:45:00Z"));
}

TEST(Escalation, RunsRoundTheClockWhereItsChainSaysSo) {
    auto chain = three_steps();
    chain.is_round_the_clock = true;
    auto const start = at("2026-03-06T15:45:00Z");
    EXPECT_EQ(*step_at(chain, office(), start, 1), start + std::chrono::minutes{30});
    // The second round begins 90 minutes behind the last step; behind it the admins stand.
    EXPECT_EQ(*step_at(chain, office(), start, 3), start + std::chrono::minutes{150});
    EXPECT_EQ(*step_at(chain, office(), start, 4), start + std::chrono::minutes{180});
    EXPECT_EQ(place_of_admins(chain), 6);
    EXPECT_EQ(*step_at(chain, office(), start, 6), start + std::chrono::minutes{300});
    EXPECT_EQ(step_in(chain, 6), nullptr);
    EXPECT_EQ(*step_at(chain, office(), start, 7), std::nullopt);
}

TEST(Escalation, NeverGoesBackInTimeAlongItsSteps) {
    for (bool const is_round_the_clock : {false, true}) {
        auto chain = three_steps();
        chain.repeats = 5;
        chain.is_round_the_clock = is_round_the_clock;
        // Both clock changes of the year lie within.
        for (auto const* begin : {"2026-03-27T15:59:59Z", "2026-10-23T14:00:00Z"}) {
            Instant before{};
            for (int place = 0; place <= place_of_admins(chain); ++place) {
                auto const due = *step_at(chain, office(), at(begin), place);
                ASSERT_TRUE(due);
                EXPECT_GE(*due, before);
                before = *due;
            }
        }
    }
}

TEST(Escalation, GoesByTheQueueThenThePolicyThenTheDefault) {
    std::vector<Chain> chains(3, three_steps());
    for (std::size_t i = 0; i < 3; ++i) chains[i].id = ChainId{static_cast<std::int64_t>(i) + 1};
    chains[0].is_default = true;
    chains[1].policies = {PolicyId{5}};
    chains[2].queues = {QueueId{9}};
    auto const chosen = [&](std::int64_t queue, std::int64_t policy) {
        auto const* found = chain_for(chains, EscalationStart::breach, QueueId{queue}, PolicyId{policy});
        return found == nullptr ? 0 : found->id.value;
    };
    EXPECT_EQ(chosen(9, 5), 3);
    EXPECT_EQ(chosen(8, 5), 2);
    EXPECT_EQ(chosen(8, 4), 1);
    chains[0].starts = {EscalationStart::silence};
    EXPECT_EQ(chosen(8, 4), 0);
}

TEST(Escalation, CallsWhoHasTheWeekFromMondayOnTheDesksClock) {
    EscalationStep const step{StepTo::on_call, {AgentId{1}, AgentId{2}, AgentId{3}}, 0, true};
    auto const sunday = on_call_at(step, at("2026-03-08T22:59:00Z"), "Europe/Berlin");
    auto const monday = on_call_at(step, at("2026-03-08T23:00:00Z"), "Europe/Berlin");
    EXPECT_EQ(monday.value, sunday.value % 3 + 1);
    EXPECT_EQ(on_call_at(step, at("2026-03-15T22:59:00Z"), "Europe/Berlin"), monday);
    EXPECT_EQ(on_call_at(step, at("2026-03-29T21:59:00Z"), "Europe/Berlin"), sunday);
    EXPECT_EQ(on_call_at({}, at("2026-03-29T21:59:00Z"), "Europe/Berlin"), AgentId{});
}

TEST(Escalation, KeepsAChainAsItsDocument) {
    auto chain = three_steps();
    chain.is_default = true;
    chain.queues = {QueueId{2}, QueueId{3}};
    chain.policies = {PolicyId{4}};
    chain.starts = {EscalationStart::promise, EscalationStart::silence};
    chain.is_round_the_clock = true;
    chain.silent_after_minutes = 240;
    chain.taken_back_after_minutes = 60;
    auto read = chain_from(chain_document(chain));
    read.id = chain.id;
    EXPECT_EQ(read, chain);
}

}  // namespace
}  // namespace lotse::domain
