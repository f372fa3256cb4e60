// SPDX-License-Identifier: Apache-2.0
#include "desk/escalations.h"

#include "desk/desk_settings.h"
#include "desk/forget_escalations.h"
#include "desk/note.h"
#include "desk/reply.h"
#include "desk/update_ticket.h"
#include "store/roster.h"
#include "support/escalation_fixture.h"

namespace lotse {
namespace {

using domain::EscalationStart;
using domain::EscalationState;
using domain::StepTo;
using std::chrono::hours;
using std::chrono::minutes;

class Escalations : public EscalationTest {};

TEST_F(Escalations, TellOwnerThenLeadThenAdminsOnce) {
    chain(usual());
    auto const ticket = breached();
    EXPECT_EQ(view(ticket).ticket.agent, anna_);
    EXPECT_EQ(calls(ticket, "anna"), 1U);
    EXPECT_EQ(calls(ticket, "ola"), 0U);
    EXPECT_EQ(mine(anna_), 1U);
    pass(minutes{29});
    EXPECT_EQ(calls(ticket, "ola"), 0U);
    pass(minutes{1});
    EXPECT_EQ(calls(ticket, "ola"), 1U);
    EXPECT_EQ(mine(lead_), 1U);
    EXPECT_EQ(calls(ticket, "root"), 0U);
    pass(minutes{60});
    EXPECT_EQ(calls(ticket, "root"), 1U);
    pass(hours{3});
    EXPECT_EQ(calls(ticket, "anna"), 1U);
    EXPECT_EQ(calls(ticket, "ola"), 1U);
    EXPECT_EQ(calls(ticket, "root"), 1U);
    ASSERT_EQ(of(ticket).size(), 1U);
    EXPECT_EQ(of(ticket)[0].escalation.next_at, std::nullopt);
    EXPECT_EQ(of(ticket)[0].told.size(), 3U);
    // The plain notices of a missed target keep quiet where a chain tells.
    for (auto const& notice : view(ticket).notices) EXPECT_NE(notice.kind, domain::NoticeKind::breach);
}

TEST_F(Escalations, StopWhenSomebodyLooksAfterIt) {
    auto fields = usual();
    fields.repeats = 3;
    chain(fields);
    auto const ticket = breached();
    auto const id = of(ticket)[0].escalation.id;
    auto const done = need(desk::acknowledge_escalation(*desk_, as(anna_), id));
    EXPECT_EQ(done.state, EscalationState::acknowledged);
    EXPECT_EQ(mine(anna_), 0U);
    pass(hours{9});
    EXPECT_EQ(calls(ticket, "anna"), 1U);
    EXPECT_EQ(calls(ticket, "ola"), 0U);
    // The second is not the first, and nobody is pushed aside.
    EXPECT_EQ(need(desk::acknowledge_escalation(*desk_, as(lead_), id)).acknowledged_by, anna_);
}

TEST_F(Escalations, RepeatTheirRounds) {
    auto fields = usual();
    fields.repeats = 2;
    chain(fields);
    auto const ticket = breached();
    for (int i = 0; i < 400; ++i) pass(minutes{1});
    EXPECT_EQ(calls(ticket, "anna"), 3U);
    EXPECT_EQ(calls(ticket, "ola"), 3U);
    EXPECT_EQ(calls(ticket, "root"), 1U);
}

TEST_F(Escalations, EndWhenTheCustomerIsAnswered) {
    chain(usual());
    auto const ticket = breached();
    need(desk::reply(*desk_, as(anna_),
                     {.ticket = ticket, .text = "We come.", .then = domain::Status::open, .key = {}}));
    settle();
    ASSERT_EQ(of(ticket).size(), 1U);
    EXPECT_EQ(of(ticket)[0].escalation.state, EscalationState::ended);
    EXPECT_EQ(of(ticket)[0].escalation.why_ended, "replied");
    EXPECT_EQ(mine(anna_), 0U);
    pass(minutes{40});
    EXPECT_EQ(calls(ticket, "ola"), 0U);
}

TEST_F(Escalations, PassOverWhoIsNotThereAndSayWhy) {
    auto fields = usual();
    fields.steps = std::vector<domain::EscalationStep>{
        {StepTo::owner, {}, 0, true}, {StepTo::agent, {admin_}, 20, true}, {StepTo::lead, {}, 30, true}};
    chain(fields);
    set(admin_, [](auto& agent) { agent.is_available = false; });
    auto const ticket = breached();
    pass(minutes{20});
    auto const told = of(ticket)[0].told;
    ASSERT_EQ(told.size(), 3U);
    EXPECT_EQ(told[1].passed_over, "absent");
    EXPECT_EQ(told[1].agent, admin_);
    // Nobody waits ten minutes more for somebody who does not know.
    EXPECT_EQ(told[2].agent, lead_);
    EXPECT_EQ(calls(ticket, "ola"), 1U);
    EXPECT_EQ(calls(ticket, "root"), 0U);
}

TEST_F(Escalations, PassOverWhoseShiftIsOver) {
    auto fields = usual();
    fields.steps =
        std::vector<domain::EscalationStep>{{StepTo::owner, {}, 0, true}, {StepTo::agent, {admin_}, 20, true}};
    chain(fields);
    domain::WorkPattern const never{admin_, 0, "UTC", {}};
    need(store_->write(*scope_, [&](store::WriteTxn& txn) { return store::put_pattern(txn, never); }));
    auto const ticket = breached();
    pass(minutes{20});
    auto const told = of(ticket)[0].told;
    ASSERT_GE(told.size(), 2U);
    EXPECT_EQ(told[1].agent, admin_);
    EXPECT_EQ(told[1].passed_over, "absent");
}

TEST_F(Escalations, ReachTheAdminsAtOnceWhereNobodyElseIsLeft) {
    chain(usual());
    set(anna_, [](auto& agent) { agent.is_available = false; });
    set(lead_, [](auto& agent) { agent.is_disabled = true; });
    auto const ticket = breached();
    EXPECT_EQ(calls(ticket, "root"), 1U);
    auto const told = of(ticket)[0].told;
    ASSERT_EQ(told.size(), 3U);
    EXPECT_EQ(told[0].passed_over, "nobody");
    EXPECT_EQ(told[1].passed_over, "disabled");
    EXPECT_TRUE(told[2].is_admins);
}

TEST_F(Escalations, ABreachBeginsAnewWhatAWarningBegan) {
    auto fields = usual();
    fields.starts = std::vector{EscalationStart::warning, EscalationStart::breach};
    chain(fields);
    auto const ticket = opened();
    clock_.set(*view(ticket).ticket.first_reply_due_at - minutes{60});
    pass(Duration::zero());
    ASSERT_EQ(of(ticket).size(), 1U);
    EXPECT_EQ(of(ticket)[0].escalation.start, EscalationStart::warning);
    need(desk::acknowledge_escalation(*desk_, as(anna_), of(ticket)[0].escalation.id));
    pass(minutes{60});
    ASSERT_EQ(of(ticket).size(), 1U);
    EXPECT_EQ(of(ticket)[0].escalation.start, EscalationStart::breach);
    EXPECT_EQ(of(ticket)[0].escalation.state, EscalationState::running);
    EXPECT_EQ(calls(ticket, "anna"), 2U);
}

TEST_F(Escalations, WarnASilentOwnerAndTakeTheTicketBack) {
    auto fields = usual();
    fields.starts = std::vector{EscalationStart::silence};
    fields.is_round_the_clock = false;
    fields.silent_after_minutes = 120;
    fields.taken_back_after_minutes = 60;
    chain(fields);
    auto const ben = add_agent("Ben").id;
    set(ben, [](auto& agent) { agent.capacity = 0; });
    auto const ticket = opened();
    EXPECT_EQ(view(ticket).ticket.agent, anna_);
    EXPECT_TRUE(of(ticket).empty());
    pass(minutes{90});
    // A note is an act, though it changes nothing.
    need(desk::add_note(*desk_, as(anna_), {.ticket = ticket, .text = "I look for the key.", .key = {}}));
    pass(minutes{119});
    EXPECT_TRUE(of(ticket).empty());
    pass(minutes{1});
    ASSERT_EQ(of(ticket).size(), 1U);
    EXPECT_EQ(of(ticket)[0].escalation.start, EscalationStart::silence);
    EXPECT_EQ(calls(ticket, "anna"), 1U);
    pass(minutes{59});
    EXPECT_EQ(view(ticket).ticket.agent, anna_);
    set(ben, [](auto& agent) { agent.capacity = 10; });
    pass(minutes{1});
    EXPECT_EQ(view(ticket).ticket.agent, ben);
    bool has_reason = false;
    for (auto const& stored : view(ticket).changes) has_reason |= stored.change.because.code == "escalation.taken_back";
    EXPECT_TRUE(has_reason);
    auto const seen = of(ticket);
    ASSERT_FALSE(seen.empty());
    EXPECT_EQ(seen[0].escalation.why_ended, "taken_back");
}

TEST_F(Escalations, LeaveASilentOwnerTheTicketWhereTheyAnswerTheWarning) {
    auto fields = usual();
    fields.starts = std::vector{EscalationStart::silence};
    fields.silent_after_minutes = 120;
    fields.taken_back_after_minutes = 60;
    chain(fields);
    auto const ticket = opened();
    pass(minutes{120});
    need(desk::acknowledge_escalation(*desk_, as(anna_), of(ticket)[0].escalation.id));
    pass(minutes{100});
    EXPECT_EQ(view(ticket).ticket.agent, anna_);
}

TEST_F(Escalations, BeginAgainWhenTheCustomersTurnIsOver) {
    chain(usual());
    auto const ticket = opened();
    need(desk::reply(*desk_, as(anna_),
                     {.ticket = ticket, .text = "We come.", .then = domain::Status::open, .key = {}}));
    settle();
    clock_.set(*view(ticket).ticket.solution_due_at);
    pass(Duration::zero());
    ASSERT_EQ(calls(ticket, "anna"), 1U);
    need(desk::reply(*desk_, as(anna_),
                     {.ticket = ticket, .text = "Which floor?", .then = domain::Status::waiting, .key = {}}));
    settle();
    EXPECT_EQ(of(ticket)[0].escalation.why_ended, "paused");
    auto answer = mail("grace1@customer.example", "Re: Printer", "The third.");
    auto const sent = notices_to(ticket, "grace1@customer.example").back().reply_to;
    auto const plus = sent.find('+');
    answer.reply_tokens = {sent.substr(plus + 1, sent.find('@') - plus - 1)};
    accept(answer);
    settle();
    pass(Duration::zero());
    EXPECT_EQ(of(ticket)[0].escalation.state, EscalationState::running);
    EXPECT_EQ(calls(ticket, "anna"), 2U);
}

TEST_F(Escalations, TellNobodyTwiceWhenTheClockIsSetBack) {
    chain(usual());
    auto const ticket = breached();
    pass(minutes{30});
    pass(-hours{5});
    EXPECT_EQ(calls(ticket, "anna"), 1U);
    EXPECT_EQ(calls(ticket, "ola"), 1U);
    pass(hours{5});
    EXPECT_EQ(calls(ticket, "ola"), 1U);
    pass(hours{1});
    EXPECT_EQ(calls(ticket, "root"), 1U);
}

TEST_F(Escalations, EndWithTheirChain) {
    auto const made = chain(usual());
    auto const ticket = breached();
    need(desk::remove_chain(*desk_, as({}), made.id));
    pass(hours{2});
    EXPECT_EQ(calls(ticket, "ola"), 0U);
    EXPECT_EQ(of(ticket)[0].escalation.why_ended, "no_chain");
}

TEST_F(Escalations, OfADeskWithoutChainsAreThePlainNotices) {
    auto const ticket = breached();
    EXPECT_TRUE(of(ticket).empty());
    auto const told = notices_to(ticket, "ola@team.example");
    ASSERT_EQ(told.size(), 1U);
    EXPECT_EQ(told[0].kind, domain::NoticeKind::breach);
}

TEST_F(Escalations, RefuseAChainThatTellsNobody) {
    auto fields = usual();
    fields.steps = std::vector<domain::EscalationStep>{};
    auto const refused = desk::make_chain(*desk_, as({}), fields, {});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().field, "/steps");
    fields = usual();
    fields.steps->front().after_minutes = 60;
    auto const disordered = desk::make_chain(*desk_, as({}), fields, {});
    ASSERT_FALSE(disordered);
    EXPECT_EQ(disordered.error().field, "/steps/1/after_minutes");
    fields = usual();
    fields.starts = std::vector{EscalationStart::silence};
    EXPECT_FALSE(desk::make_chain(*desk_, as({}), fields, {}));
}

TEST_F(Escalations, AreForgottenWhenTheyEndedLongAgo) {
    chain(usual());
    auto const over = breached();
    auto const open = breached();
    need(desk::reply(*desk_, as(anna_), {.ticket = over, .text = "We come.", .then = domain::Status::open, .key = {}}));
    settle();
    pass(hours{24 * 364});
    EXPECT_EQ(need(desk::forget_old_escalations(*desk_, *scope_)), 0);
    pass(hours{24 * 2});
    EXPECT_EQ(need(desk::forget_old_escalations(*desk_, *scope_)), 1);
    for (auto const& item : of(over)) EXPECT_NE(item.escalation.state, EscalationState::ended);
    EXPECT_FALSE(of(open).empty()) << "what is not over stays, however old";
    bool tells = false;
    for (auto const& event : view(over).events) tells |= event.kind == domain::EventKind::escalation;
    EXPECT_TRUE(tells) << "the ticket's own log stays";
    desk::DeskFields fields;
    fields.escalation_days = 0;
    need(desk::change_desk(*desk_, as(admin_), 0, fields));
    EXPECT_EQ(need(desk::forget_old_escalations(*desk_, *scope_)), 0);
    fields.escalation_days = 3;
    auto const refused = desk::change_desk(*desk_, as(admin_), 0, fields);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().field, "/escalation_days");
}

TEST_F(Escalations, AreTakenALimitedNumberAtATime) {
    chain(usual());
    std::vector<domain::TicketId> tickets;
    for (int i = 0; i < 5; ++i) tickets.push_back(opened());
    clock_.set(*view(tickets.back()).ticket.first_reply_due_at);
    need(desk::fire_timers(*desk_, *scope_, 100));
    settle();
    EXPECT_EQ(need(desk::run_escalations(*desk_, *scope_, 2)), 2);
    EXPECT_EQ(need(desk::run_escalations(*desk_, *scope_, 2)), 2);
    EXPECT_EQ(need(desk::run_escalations(*desk_, *scope_, 2)), 1);
    EXPECT_EQ(need(desk::run_escalations(*desk_, *scope_, 2)), 0);
    for (auto const ticket : tickets) EXPECT_EQ(calls(ticket, "anna"), 1U);
}

TEST_F(Escalations, TheDeskHasOneDefault) {
    auto const first = chain(usual());
    auto const second = chain(usual());
    EXPECT_FALSE(need(desk::get_chain(*desk_, *scope_, first.id)).is_default);
    EXPECT_TRUE(need(desk::get_chain(*desk_, *scope_, second.id)).is_default);
}

}  // namespace
}  // namespace lotse
