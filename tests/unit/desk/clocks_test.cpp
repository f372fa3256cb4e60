// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "desk/breach_reasons.h"
#include "desk/calendars.h"
#include "desk/desk_settings.h"
#include "desk/explain_breach.h"
#include "desk/fire_timers.h"
#include "desk/policies.h"
#include "desk/queues.h"
#include "desk/renew_deadlines.h"
#include "desk/reply.h"
#include "desk/ticket_clocks.h"
#include "desk/update_ticket.h"
#include "store/breaches.h"
#include "store/renewals.h"
#include "support/desk_fixture.h"

namespace lotse {
namespace {

using domain::ClockKind;
using domain::Status;
using std::chrono::hours;
using std::chrono::minutes;

class Clocks : public DeskTest {
  protected:
    Clocks() : anna_(add_agent("Anna Kowalska")) {
        desk::PolicyFields fields;
        for (auto& targets : fields.targets) targets = domain::Targets{60, 600, 30, 120};
        change_policy(fields);
        ticket_ = accept(mail("grace@customer.example", "Printer", "The printer prints nothing.")).ticket;
        settle();
    }
    domain::Policy policy() { return need(desk::list_policies(*desk_, *scope_)).front(); }
    void change_policy(desk::PolicyFields const& fields) {
        need(desk::change_policy(*desk_, as(anna_.id), policy().id, 0, fields));
    }
    void answer(Status status = Status::open) {
        need(desk::reply(*desk_, as(anna_.id), {ticket_, 0, "We look into it.", status, {}}));
        settle();
    }
    void write_again() {
        auto inbound = mail("grace@customer.example", "Re: Printer", "Is there any news?");
        inbound.references = {notices_to(ticket_, "grace@customer.example").front().message_id};
        ASSERT_EQ(accept(inbound).ticket, ticket_);
        settle();
    }
    domain::Ticket ticket() { return view(ticket_).ticket; }
    void fire() {
        need(desk::fire_timers(*desk_, *scope_, 100));
        settle();
    }
    void renew() {
        while (need(desk::renew_step(*desk_))) {
        }
    }
    std::vector<domain::Breach> breaches() { return need(desk::list_breaches(*desk_, *scope_, ticket_)); }

    domain::Agent anna_;
    domain::TicketId ticket_;
};

TEST_F(Clocks, ACustomerWhoWritesAgainStartsTheNextReply) {
    answer();
    EXPECT_FALSE(ticket().next_reply_due_at);
    auto const news = ticket().update_due_at;
    ASSERT_TRUE(news);
    EXPECT_EQ(*news, clock_.now() + minutes{120});
    clock_.advance(minutes{10});
    write_again();
    ASSERT_TRUE(ticket().next_reply_due_at);
    EXPECT_EQ(*ticket().next_reply_due_at, clock_.now() + minutes{30});
    answer();
    EXPECT_FALSE(ticket().next_reply_due_at);
    EXPECT_EQ(*ticket().update_due_at, clock_.now() + minutes{120}) << "anew from this reply";
}

TEST_F(Clocks, AMissedNextReplyEscalatesAndStandsAsABreach) {
    answer();
    write_again();
    auto const due = *ticket().next_reply_due_at;
    clock_.set(due);
    fire();
    EXPECT_TRUE(ticket().escalated);
    ASSERT_EQ(breaches().size(), 1U);
    EXPECT_EQ(breaches().front().clock, ClockKind::next_reply);
    EXPECT_EQ(breaches().front().due_at, due);
    EXPECT_EQ(ticket().unexplained_breaches, 1);
}

TEST_F(Clocks, AReasonIsRecordedOnceAndCanBeTakenBack) {
    clock_.advance(minutes{60});
    fire();
    ASSERT_EQ(breaches().size(), 1U);
    desk::BreachWord word{ticket_, ClockKind::first_reply, breaches().front().due_at, domain::BreachReason::other, " "};
    EXPECT_EQ(desk::explain_breach(*desk_, as(anna_.id), word).error().code, "breach.remark");
    word.remark = "Everybody was at the fair.";
    need(desk::explain_breach(*desk_, as(anna_.id), word));
    auto const events = view(ticket_).events.size();
    need(desk::explain_breach(*desk_, as(anna_.id), word));
    EXPECT_EQ(view(ticket_).events.size(), events) << "the same word changes nothing";
    EXPECT_EQ(ticket().unexplained_breaches, 0);
    EXPECT_EQ(breaches().front().agent, anna_.id);
    EXPECT_EQ(view(ticket_).changes.back().change.field, "breach.first_reply");
    answer();
    EXPECT_EQ(breaches().front().remark, word.remark) << "a later settlement leaves it";
    EXPECT_EQ(ticket().unexplained_breaches, 0);
    word.reason = domain::BreachReason::none;
    need(desk::explain_breach(*desk_, as(anna_.id), word));
    EXPECT_EQ(ticket().unexplained_breaches, 1);
}

TEST_F(Clocks, TheReasonsAreTheDesksOwn) {
    clock_.advance(minutes{60});
    fire();
    auto reasons = need(desk::list_breach_reasons(*desk_, *scope_));
    ASSERT_EQ(reasons.size(), 6U);
    EXPECT_TRUE(reasons.back().wants_remark);
    // "technical" is renamed, "supplier" is left out, one is new.
    reasons.erase(reasons.begin());
    for (auto& one : reasons)
        if (one.id == static_cast<int>(domain::BreachReason::technical)) one.name = "The machine was broken";
    reasons.push_back({0, " Strike ", true, false});
    reasons = need(desk::replace_breach_reasons(*desk_, as(anna_.id), 0, reasons));
    ASSERT_EQ(reasons.size(), 7U);
    EXPECT_EQ(reasons[5].id, domain::kFirstOwnReason);
    EXPECT_EQ(reasons[5].name, "Strike");
    EXPECT_EQ(reasons[6].id, static_cast<int>(domain::BreachReason::supplier));
    EXPECT_FALSE(reasons[6].is_offered);
    auto const strike = static_cast<domain::BreachReason>(reasons[5].id);
    desk::BreachWord word{ticket_, ClockKind::first_reply, breaches().front().due_at, strike, ""};
    need(desk::explain_breach(*desk_, as(anna_.id), word));
    EXPECT_EQ(breaches().front().reason, strike);
    EXPECT_EQ(view(ticket_).changes.back().change.to, "Strike");
    word.reason = domain::BreachReason::supplier;
    EXPECT_EQ(desk::explain_breach(*desk_, as(anna_.id), word).error().field, "/reason") << "it is not offered";
    // It is withdrawn, and what was said stays as it was and may be said again.
    std::erase_if(reasons, [](auto const& one) { return one.name == "Strike"; });
    reasons = need(desk::replace_breach_reasons(*desk_, as(anna_.id), 0, reasons));
    word.reason = strike;
    word.remark = "of the railway";
    need(desk::explain_breach(*desk_, as(anna_.id), word));
    EXPECT_EQ(domain::reason_of(need(desk::read_desk(*desk_, *scope_)).settings, strike)->name, "Strike");
    EXPECT_EQ(domain::reason_named(domain::key_of(strike)), strike);
    // What makes no list is refused, at its place.
    auto const refused = [&](std::vector<domain::BreachReasonWord> const& list) {
        auto const done = desk::replace_breach_reasons(*desk_, as(anna_.id), 0, list);
        return done ? std::string() : done.error().field;
    };
    EXPECT_EQ(refused({{0, " ", true, false}}), "/items/0/name");
    EXPECT_EQ(refused({{0, "A", true, false}, {0, "a", true, false}}), "/items/1/name");
    EXPECT_EQ(refused({{99, "A", true, false}}), "/items/0/key");
    EXPECT_EQ(refused({{1, "", false, false}}), "/items");
    EXPECT_EQ(desk::replace_breach_reasons(*desk_, as(anna_.id), 5, reasons).error().code,
              "breach_reason.stale_version");
}

TEST_F(Clocks, ABreachIsFoundByItsTimeAsItIsShown) {
    clock_.advance(std::chrono::microseconds{123'456});
    auto const other = accept(mail("ada@customer.example", "Screen", "The screen stays dark.")).ticket;
    settle();
    clock_.advance(minutes{61});
    fire();
    auto const known = need(desk::list_breaches(*desk_, *scope_, other));
    ASSERT_EQ(known.size(), 1U);
    auto const shown = *parse_rfc3339(to_rfc3339(known.front().due_at));
    need(desk::explain_breach(*desk_, as(anna_.id),
                              {other, ClockKind::first_reply, shown, domain::BreachReason::technical, {}}));
}

TEST_F(Clocks, AChangedPolicyMovesWhatIsOpenByItself) {
    auto const before = *ticket().first_reply_due_at;
    desk::PolicyFields fields;
    for (auto& targets : fields.targets) targets = domain::Targets{30, 300, std::nullopt, std::nullopt};
    change_policy(fields);
    EXPECT_EQ(*ticket().first_reply_due_at, before) << "the walk has not come by";
    renew();
    EXPECT_EQ(*ticket().first_reply_due_at, before - minutes{30});
    EXPECT_FALSE(ticket().update_due_at);
    auto const timers = view(ticket_).timers;
    EXPECT_TRUE(std::ranges::none_of(timers, [](auto const& t) { return t.kind == domain::TimerKind::update_breach; }));
    EXPECT_FALSE(need(store_->read(*scope_, [](store::ReadTxn& txn) { return store::find_renewal(txn); })));
}

TEST_F(Clocks, AWalkThatIsOverWritesNothingASecondTime) {
    desk::PolicyFields fields;
    fields.name = "Other name";
    change_policy(fields);
    auto const version = ticket().version;
    renew();
    EXPECT_EQ(ticket().version, version);
}

TEST_F(Clocks, AWalkGoesOnWhereItWasAfterAStop) {
    for (int i = 0; i < 150; ++i)
        accept(mail("c" + std::to_string(i) + "@customer.example", "Printer " + std::to_string(i), "Nothing prints."));
    settle();
    desk::PolicyFields fields;
    for (auto& targets : fields.targets) targets = domain::Targets{30, 300, std::nullopt, std::nullopt};
    change_policy(fields);
    EXPECT_TRUE(need(desk::renew_step(*desk_)));
    auto const half = need(store_->read(*scope_, [](store::ReadTxn& txn) { return store::find_renewal(txn); }));
    ASSERT_TRUE(half);
    EXPECT_EQ(half->looked_at, 100);
    EXPECT_FALSE(half->after.empty());
    renew();
    store::TicketQuery all;
    all.limit = 200;
    auto const page = need(store_->read(*scope_, [&](store::ReadTxn& txn) { return store::list_tickets(txn, all); }));
    for (auto const& one : page.items) {
        if (one.first_reply_due_at) EXPECT_EQ(*one.first_reply_due_at - one.created_at, minutes{30}) << one.id.value;
    }
}

TEST_F(Clocks, AShorterTargetMakesABreachAndALongerOneUndoesIt) {
    clock_.advance(minutes{45});
    desk::PolicyFields fields;
    for (auto& targets : fields.targets) targets = domain::Targets{30, 600, std::nullopt, std::nullopt};
    change_policy(fields);
    renew();
    EXPECT_EQ(ticket().unexplained_breaches, 1);
    fire();
    EXPECT_TRUE(ticket().escalated);
    for (auto& targets : fields.targets) targets = domain::Targets{90, 600, std::nullopt, std::nullopt};
    change_policy(fields);
    renew();
    EXPECT_TRUE(breaches().empty()) << "nobody has explained it, and it is none";
    EXPECT_EQ(ticket().unexplained_breaches, 0);
}

TEST_F(Clocks, TheTeamOfAQueueOwesTheOthersThatItActs) {
    desk::QueueFields fields;
    fields.handover_minutes = 60;
    need(desk::change_queue(*desk_, as(anna_.id), ticket().queue, 0, fields));
    renew();
    ASSERT_TRUE(ticket().handover_due_at);
    EXPECT_EQ(*ticket().handover_due_at, ticket().created_at + hours{1}) << "no hours of its own: every hour counts";
    desk::TicketPatch patch;
    patch.urgency = domain::Level::high;
    need(desk::update_ticket(*desk_, as(anna_.id), ticket_, 0, patch));
    settle();
    EXPECT_FALSE(ticket().handover_due_at) << "somebody of the team has acted";
}

TEST_F(Clocks, ATicketTellsWhosePolicyItGoesBy) {
    auto const view = need(desk::ticket_clocks(*desk_, *scope_, ticket_));
    ASSERT_NE(view.choice.policy, nullptr);
    EXPECT_EQ(view.choice.ground, domain::PolicyGround::fallback);
    EXPECT_EQ(view.clocks[static_cast<std::size_t>(ClockKind::first_reply)].state, desk::ClockState::running);
    EXPECT_EQ(view.clocks[static_cast<std::size_t>(ClockKind::next_reply)].state, desk::ClockState::idle);
    EXPECT_EQ(view.clocks[static_cast<std::size_t>(ClockKind::handover)].state, desk::ClockState::none);
}

TEST_F(Clocks, APolicyWhoseCalendarIsGoneCountsEveryHourAndSaysSo) {
    need(store_->write(*scope_, [&](store::WriteTxn& txn) -> Result<void> {
        TRY(auto stored, store::get_policy(txn, policy().id));
        stored.calendar = domain::CalendarId{999};
        TRY([[maybe_unused]] auto updated, store::update_policy(txn, stored));
        CHECK_OK(desk::ask_renewal(*desk_, txn));
        return {};
    }));
    renew();
    EXPECT_EQ(*ticket().first_reply_due_at, ticket().created_at + hours{1});
    EXPECT_EQ(need(desk::ticket_clocks(*desk_, *scope_, ticket_)).calendar, nullptr);
}

TEST_F(Clocks, ATargetThatTheCalendarNeverReachesIsRefusedAtItsField) {
    desk::PolicyFields fields;
    fields.targets[0] = domain::Targets{60, 50'000'000, std::nullopt, std::nullopt};
    auto const refused = desk::change_policy(*desk_, as(anna_.id), policy().id, 0, fields);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "policy.impossible");
    EXPECT_EQ(refused.error().field, "/targets/low/solution_minutes");
}

TEST_F(Clocks, AClockThatWasSetBackFiresNothingTwice) {
    auto const due = *ticket().first_reply_due_at;
    clock_.set(due);
    fire();
    auto const fired = [&] {
        int n = 0;
        for (auto const& event : view(ticket_).events) n += event.kind == domain::EventKind::timer_fired;
        return n;
    };
    int const before = fired();
    clock_.set(due - hours{2});
    fire();
    clock_.set(due + minutes{1});
    fire();
    EXPECT_EQ(fired(), before);
}

}  // namespace
}  // namespace lotse
