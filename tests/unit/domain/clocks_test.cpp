// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "domain/check_policy.h"
#include "domain/choose_policy.h"
#include "domain/deadlines.h"

namespace lotse::domain {
namespace {

using enum ClockMark::Kind;

// Wednesday 25 November 2026, UTC.
Instant at(std::string_view time) { return parse_rfc3339("2026-11-25T" + std::string(time) + ":00Z").value(); }
std::string tell(std::optional<Instant> instant) { return instant ? to_rfc3339(*instant).substr(11, 5) : "-"; }

// First reply 1 h, solution 6 h, next reply 30 min, news every 2 h.
Policy policy() {
    Policy out;
    out.targets[static_cast<std::size_t>(Priority::normal)] = {60, 360, 30, 120};
    return out;
}
Calendar nine_to_five() {
    Calendar out;
    for (std::size_t day = 0; day < 5; ++day) out.week[day] = {{540, 1020}};
    return out;
}
Deadlines compute(std::vector<ClockMark> const& marks, std::vector<HandoverTarget> const& handovers = {}) {
    return compute_deadlines(marks, policy(), nine_to_five(), 80, handovers).value();
}

TEST(NextReply, RunsFromTheFirstUnansweredMessageToTheReply) {
    std::vector<ClockMark> log{{opened, at("09:00"), Priority::normal}, {customer_wrote, at("09:05")}};
    EXPECT_EQ(tell(compute(log).next_reply.due), "-") << "the first reply is still awaited";
    log.push_back({agent_replied, at("09:10")});
    EXPECT_EQ(tell(compute(log).next_reply.due), "-") << "nothing is unanswered";
    log.push_back({customer_wrote, at("10:00")});
    log.push_back({customer_wrote, at("10:20")});
    EXPECT_EQ(tell(compute(log).next_reply.due), "10:30") << "from the first of the two";
    EXPECT_EQ(tell(compute(log).next_reply.warning), "10:24");
    log.push_back({agent_replied, at("10:40")});
    auto const got = compute(log);
    EXPECT_EQ(tell(got.next_reply.due), "-");
    EXPECT_EQ(got.missed, (std::vector<Missed>{{ClockKind::next_reply, at("10:30")}}));
}

TEST(NextReply, TheMessageItselfEndsTheWait) {
    auto const got = compute({{opened, at("09:00"), Priority::normal},
                              {agent_replied, at("09:10")},
                              {waiting_started, at("09:10")},
                              {customer_wrote, at("11:00")}});
    EXPECT_EQ(tell(got.next_reply.due), "11:30");
    EXPECT_EQ(tell(got.solution_due), "16:50") << "ten minutes were used before the wait";
}

TEST(Update, BeginsAnewWithEachReplyAndPausesWhileTheCustomerIsAsked) {
    std::vector<ClockMark> log{{opened, at("09:00"), Priority::normal}};
    EXPECT_EQ(tell(compute(log).update.due), "11:00");
    log.push_back({agent_replied, at("10:30")});
    EXPECT_EQ(tell(compute(log).update.due), "12:30");
    log.push_back({waiting_started, at("11:00")});
    EXPECT_EQ(tell(compute(log).update.due), "-");
    log.push_back({waiting_ended, at("13:00")});
    EXPECT_EQ(tell(compute(log).update.due), "14:30") << "half an hour was used";
    EXPECT_EQ(compute(log).kept[static_cast<std::size_t>(ClockKind::update)], 1);
}

TEST(Update, IsMissedOncePerRound) {
    auto const got = compute({{opened, at("09:00"), Priority::normal},
                              {agent_replied, at("11:30")},
                              {agent_replied, at("14:00")},
                              {solved, at("14:30")}});
    std::vector<Missed> const wanted{
        {ClockKind::first_reply, at("10:00")}, {ClockKind::update, at("11:00")}, {ClockKind::update, at("13:30")}};
    EXPECT_EQ(got.missed, wanted);
    EXPECT_EQ(got.kept[static_cast<std::size_t>(ClockKind::update)], 1) << "the last round ended solved, in time";
    EXPECT_EQ(got.kept[static_cast<std::size_t>(ClockKind::solution)], 1);
}

TEST(Handover, IsForTheTeamOfTheQueueOnItsOwnCalendar) {
    auto const round_the_clock = always_open();
    std::vector<HandoverTarget> const teams{{QueueId{1}, 60, &round_the_clock, {AgentId{7}}}};
    std::vector<ClockMark> log{{opened, at("07:00"), Priority::normal}, {queue_entered, at("07:00"), {}, QueueId{1}}};
    EXPECT_EQ(tell(compute(log, teams).handover.due), "08:00");
    EXPECT_EQ(tell(compute(log, teams).first_reply_due), "10:00") << "the policy's office opens at nine";
    log.push_back({team_acted, at("07:30"), {}, {}, AgentId{9}});
    EXPECT_EQ(tell(compute(log, teams).handover.due), "08:00") << "of another team";
    log.push_back({team_acted, at("07:40"), {}, {}, AgentId{7}});
    EXPECT_EQ(tell(compute(log, teams).handover.due), "-");
    log.push_back({queue_entered, at("09:00"), {}, QueueId{2}});
    EXPECT_EQ(tell(compute(log, teams).handover.due), "-") << "this queue has no target";
    log.push_back({queue_entered, at("10:00"), {}, QueueId{1}});
    EXPECT_EQ(tell(compute(log, teams).handover.due), "11:00") << "back again: a new round";
}

TEST(Handover, ATicketThatIsHandedOnUntouchedIsJudgedByTheTimeUntilThen) {
    auto const open = always_open();
    std::vector<HandoverTarget> const teams{{QueueId{1}, 60, &open, {}}};
    auto const got = compute({{opened, at("09:00"), Priority::normal},
                              {queue_entered, at("09:00"), {}, QueueId{1}},
                              {queue_entered, at("10:30"), {}, QueueId{2}}},
                             teams);
    EXPECT_EQ(got.missed, (std::vector<Missed>{{ClockKind::handover, at("10:00")}}));
}

TEST(Clocks, AMachineWhoseTimeWasSetBackCountsAsStanding) {
    auto const got =
        compute({{opened, at("09:00"), Priority::normal}, {agent_replied, at("09:30")}, {customer_wrote, at("09:10")}});
    EXPECT_EQ(tell(got.next_reply.due), "10:00") << "as of the reply";
}

TEST(Clocks, ACalendarWithoutOpenTimeIsAnErrorAndNotATimeFarAway) {
    Calendar never;
    auto const got = compute_deadlines({{opened, at("09:00"), Priority::normal}}, policy(), never, 80);
    ASSERT_FALSE(got);
    EXPECT_EQ(got.error().code, "calendar.never_open");
}

class PolicyChoices : public testing::Test {
  protected:
    PolicyChoices() {
        categories = {{CategoryId{1}, 1, {}, "hardware", "Hardware", {}, {}, {}},
                      {CategoryId{2}, 1, CategoryId{1}, "printer", "Printer", {}, {}, {}}};
        add(1, 0, {}).is_default = true;
        add(2, 5, {{}, {CategoryId{1}}, {}});
        add(3, 4, {{OrganizationId{8}}, {CategoryId{1}}, {QueueId{6}}});
        add(4, 9, {});
    }
    Policy& add(std::int64_t id, std::int64_t position, PolicyConditions conditions) {
        Policy made;
        made.id = PolicyId{id};
        made.position = position;
        made.conditions = std::move(conditions);
        policies.push_back(made);
        return policies.back();
    }
    PolicyChoice choose(PolicyQuestion const& question) { return choose_policy(question, policies, categories); }
    std::vector<Category> categories;
    std::vector<Policy> policies;
};

TEST_F(PolicyChoices, AContractGoesFirst) {
    auto const got = choose({OrganizationId{8}, PolicyId{4}, CategoryId{2}, QueueId{6}});
    EXPECT_EQ(got.policy->id, PolicyId{4});
    EXPECT_EQ(got.ground, PolicyGround::named);
}

TEST_F(PolicyChoices, AllConditionsMustHoldAndTheLowestPositionIsTaken) {
    auto const both = choose({OrganizationId{8}, {}, CategoryId{2}, QueueId{6}});
    EXPECT_EQ(both.policy->id, PolicyId{3});
    EXPECT_EQ(both.queue, QueueId{6});
    auto const one = choose({OrganizationId{8}, {}, CategoryId{2}, QueueId{7}});
    EXPECT_EQ(one.policy->id, PolicyId{2});
    EXPECT_EQ(one.category, CategoryId{1}) << "inherited from above";
}

TEST_F(PolicyChoices, TheDefaultIsLastAndNoConditionsMeanNobody) {
    auto const got = choose({{}, {}, {}, QueueId{6}});
    EXPECT_EQ(got.policy->id, PolicyId{1});
    EXPECT_EQ(got.ground, PolicyGround::fallback);
    policies.erase(policies.begin());
    EXPECT_EQ(choose({{}, {}, {}, QueueId{6}}).ground, PolicyGround::only);
    EXPECT_EQ(choose_policy({}, {}, {}).ground, PolicyGround::none);
}

TEST_F(PolicyChoices, ARingOfCategoriesEnds) {
    categories[0].parent = CategoryId{2};
    EXPECT_EQ(choose({{}, {}, CategoryId{2}, {}}).policy->id, PolicyId{2});
}

TEST(PolicyRemarks, NameTheFieldThatContradicts) {
    Policy wanted;
    wanted.is_default = true;
    wanted.targets[1] = {60, 120, 180, 30};
    wanted.targets[2] = {90, 120, std::nullopt, std::nullopt};
    auto const got = remarks_on(wanted);
    std::vector<std::string> fields;
    for (auto const& remark : got) fields.push_back(remark.field);
    EXPECT_EQ(fields, (std::vector<std::string>{"/targets/normal/next_reply_minutes", "/targets/normal/update_minutes",
                                                "/targets/high/first_reply_minutes"}));
}

TEST(PolicyRemarks, AnImpossibleTargetIsRefusedWithItsField) {
    Calendar rare;
    rare.week[0] = {{540, 541}};
    Policy wanted;
    wanted.targets[3] = {1, 5'000};
    auto const got = check_possible(wanted, rare, at("09:00"));
    ASSERT_FALSE(got);
    EXPECT_EQ(got.error().code, "policy.impossible");
    EXPECT_EQ(got.error().field, "/targets/urgent/solution_minutes");
}

}  // namespace
}  // namespace lotse::domain
