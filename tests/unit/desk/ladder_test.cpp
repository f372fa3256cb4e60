// SPDX-License-Identifier: Apache-2.0
#include "desk/policies.h"
#include "desk/renew_deadlines.h"
#include "desk/reply.h"
#include "desk/update_ticket.h"
#include "support/escalation_fixture.h"

namespace lotse {
namespace {

using domain::EscalationStart;
using domain::EscalationState;
using domain::StepTo;
using std::chrono::hours;
using std::chrono::minutes;

class Ladders : public EscalationTest {
  protected:
    void SetUp() override {
        EscalationTest::SetUp();
        set_first_reply(100);  // it ends on the day it begins, so that shares are easily told
    }
    static desk::ChainFields ladder() {
        auto out = usual();
        out.ladder = std::vector<domain::EscalationRung>{
            {50, {StepTo::owner, {}, 0, true}}, {80, {StepTo::owner, {}, 0, true}}, {80, {StepTo::lead, {}, 0, true}}};
        return out;
    }
    // The clock goes on to when so much of the first reply's time is used.
    void pass_to(domain::TicketId ticket, int percent) {
        auto const seen = view(ticket).ticket;
        auto const whole = *seen.first_reply_due_at - seen.created_at;
        clock_.set(seen.created_at + whole * percent / 100);
        pass(Duration::zero());
    }
    domain::Timer rung_of(domain::TicketId ticket) {
        for (auto const& timer : view(ticket).timers)
            if (timer.kind == domain::TimerKind::first_reply_rung) return timer;
        return {};
    }
    void set_first_reply(int minutes) {
        for (auto const& policy : need(desk::list_policies(*desk_, *scope_))) {
            desk::PolicyFields fields;
            for (std::size_t i = 0; i < fields.targets.size(); ++i) {
                fields.targets[i] = policy.targets[i];
                fields.targets[i]->first_reply_minutes = minutes;
            }
            need(desk::change_policy(*desk_, as({}), policy.id, 0, fields));
        }
        renew();
    }
    void renew() {
        while (need(desk::renew_step(*desk_))) {
        }
    }
};

TEST_F(Ladders, TellAtEachShareOnce) {
    chain(ladder());
    auto const ticket = opened();
    EXPECT_EQ(rung_of(ticket).percent, 50);
    pass_to(ticket, 49);
    EXPECT_EQ(calls(ticket, "anna"), 0U);
    pass_to(ticket, 50);
    EXPECT_EQ(calls(ticket, "anna"), 1U);
    EXPECT_EQ(calls(ticket, "ola"), 0U);
    ASSERT_EQ(of(ticket).size(), 1U);
    EXPECT_EQ(of(ticket)[0].escalation.start, EscalationStart::rung);
    EXPECT_EQ(of(ticket)[0].escalation.percent, 50);
    EXPECT_EQ(of(ticket)[0].escalation.next_at, std::nullopt) << "the next share is a timer's";
    EXPECT_EQ(of(ticket)[0].told[0].percent, 50);
    EXPECT_EQ(rung_of(ticket).percent, 80);
    pass_to(ticket, 79);
    EXPECT_EQ(calls(ticket, "anna"), 1U);
    pass_to(ticket, 80);
    EXPECT_EQ(calls(ticket, "anna"), 2U);
    EXPECT_EQ(calls(ticket, "ola"), 1U);
    EXPECT_EQ(of(ticket)[0].told.size(), 3U);
    // The desk's own warning keeps quiet beside it.
    for (auto const& notice : view(ticket).notices) EXPECT_NE(notice.kind, domain::NoticeKind::warning);
    // What is missed begins anew, with the steps.
    pass_to(ticket, 100);
    ASSERT_EQ(of(ticket).size(), 1U);
    EXPECT_EQ(of(ticket)[0].escalation.start, EscalationStart::breach);
    EXPECT_EQ(calls(ticket, "anna"), 3U);
    pass(minutes{30});
    EXPECT_EQ(calls(ticket, "ola"), 2U);
}

TEST_F(Ladders, OfAnAnsweredTicketTellNobody) {
    chain(ladder());
    auto const ticket = opened();
    need(desk::reply(*desk_, as(anna_),
                     {.ticket = ticket, .text = "We come.", .then = domain::Status::open, .key = {}}));
    settle();
    EXPECT_EQ(rung_of(ticket).percent, 0);
    // Also where the timer was faster than the settlement of the answer.
    auto const other = opened();
    auto const due = rung_of(other).due_at;
    clock_.set(due);
    need(
        desk::reply(*desk_, as(anna_), {.ticket = other, .text = "We come.", .then = domain::Status::open, .key = {}}));
    need(desk::fire_timers(*desk_, *scope_, 100));
    pass(Duration::zero());
    EXPECT_EQ(calls(other, "anna"), 0U);
    EXPECT_TRUE(of(other).empty());
}

TEST_F(Ladders, AreNotClimbedFurtherOnceSomebodyLooksAfterIt) {
    chain(ladder());
    auto const ticket = opened();
    pass_to(ticket, 50);
    need(desk::acknowledge_escalation(*desk_, as(anna_), of(ticket)[0].escalation.id));
    pass_to(ticket, 80);
    EXPECT_EQ(calls(ticket, "anna"), 1U);
    EXPECT_EQ(calls(ticket, "ola"), 0U);
    pass_to(ticket, 100);
    EXPECT_EQ(of(ticket)[0].escalation.state, EscalationState::running) << "a missed target is something new";
}

TEST_F(Ladders, MoveWithTheTargetAndTellAnewForAnother) {
    chain(ladder());
    auto const ticket = opened();
    pass_to(ticket, 50);
    EXPECT_EQ(calls(ticket, "anna"), 1U);
    // A longer target is another one: half of it is told of as well.
    set_first_reply(200);
    EXPECT_EQ(rung_of(ticket).percent, 50);
    EXPECT_EQ(rung_of(ticket).due_at, view(ticket).ticket.created_at + minutes{100});
    pass_to(ticket, 49);
    EXPECT_EQ(calls(ticket, "anna"), 1U);
    pass_to(ticket, 50);
    EXPECT_EQ(calls(ticket, "anna"), 2U);
    // And back again: that share of that target has been told.
    set_first_reply(100);
    EXPECT_NE(rung_of(ticket).percent, 50);
}

TEST_F(Ladders, StandStillWhileTheCustomerIsAsked) {
    chain(ladder());
    auto const ticket = opened();
    need(desk::reply(*desk_, as(anna_),
                     {.ticket = ticket, .text = "Which floor?", .then = domain::Status::waiting, .key = {}}));
    settle();
    pass(hours{200});
    EXPECT_TRUE(of(ticket).empty());
    EXPECT_EQ(calls(ticket, "anna"), 0U);
}

TEST_F(Ladders, ReachOpenTicketsWhenTheyAreWrittenAndLeaveThemWithTheChain) {
    auto const ticket = opened();
    EXPECT_EQ(rung_of(ticket).percent, 0);
    auto const made = chain(ladder());
    renew();
    EXPECT_EQ(rung_of(ticket).percent, 50);
    need(desk::remove_chain(*desk_, as({}), made.id));
    renew();
    EXPECT_EQ(rung_of(ticket).percent, 0);
}

TEST_F(Ladders, PassOnToTheNextShareWhereNobodyIsThere) {
    chain(ladder());
    auto const ticket = opened();
    set(anna_, [](auto& agent) { agent.is_disabled = true; });
    pass_to(ticket, 50);
    EXPECT_EQ(calls(ticket, "anna"), 0U);
    EXPECT_EQ(calls(ticket, "ola"), 1U);
    EXPECT_EQ(of(ticket)[0].told.back().percent, 50) << "it was told at this share";
}

TEST_F(Ladders, AloneNeedNoStepsAndRefuseWhatIsNoLadder) {
    auto fields = ladder();
    fields.starts = std::vector<EscalationStart>{};
    fields.steps = std::vector<domain::EscalationStep>{};
    EXPECT_TRUE(desk::make_chain(*desk_, as({}), fields, {}));
    fields.ladder->back().percent = 10;
    auto const disordered = desk::make_chain(*desk_, as({}), fields, {});
    ASSERT_FALSE(disordered);
    EXPECT_EQ(disordered.error().field, "/ladder/2/at_percent");
    fields.ladder = std::vector<domain::EscalationRung>{{120, {StepTo::owner, {}, 0, true}}};
    EXPECT_FALSE(desk::make_chain(*desk_, as({}), fields, {}));
    fields.ladder = std::vector<domain::EscalationRung>{};
    EXPECT_FALSE(desk::make_chain(*desk_, as({}), fields, {})) << "it would tell nobody";
}

}  // namespace
}  // namespace lotse
