// SPDX-License-Identifier: Apache-2.0
#include "desk/shift_end.h"

#include "desk/agents.h"
#include "desk/availability.h"
#include "desk/explain_routing.h"
#include "desk/hand_out.h"
#include "desk/note.h"
#include "desk/queues.h"
#include "desk/roster.h"
#include "desk/taken_over.h"
#include "desk/update_ticket.h"
#include "store/roster.h"
#include "support/desk_fixture.h"

namespace lotse {
namespace {

using domain::Status;
using std::chrono::hours;
using std::chrono::minutes;

// The clock's own day in UTC, seen from the middle of it.
class ShiftEnd : public DeskTest {
  protected:
    void SetUp() override { clock_.set(std::chrono::floor<std::chrono::days>(clock_.now()) + hours{10}); }
    domain::AgentId person(std::string name, std::vector<domain::Interval> every_day) {
        auto const id = add_agent(std::move(name)).id;
        if (!every_day.empty()) hours_of(id, std::move(every_day));
        return id;
    }
    void hours_of(domain::AgentId id, std::vector<domain::Interval> every_day) {
        domain::WorkPattern pattern{id, 0, "UTC", {}};
        pattern.week.fill(every_day);
        need(store_->write(*scope_, [&](store::WriteTxn& txn) {
            announce_setup(*desk_, txn);
            return store::put_pattern(txn, pattern);
        }));
    }
    domain::TicketId opened() {
        auto const accepted = accept(mail("grace" + std::to_string(++callers_) + "@customer.example", "Printer",
                                          "The printer in room 7 prints nothing since this morning."));
        settle();
        return accepted.ticket;
    }
    int pass() {
        auto const done = need(desk::hand_out_all(*desk_));
        settle();
        return done;
    }
    void at(int hour, int minute = 0) {
        clock_.set(std::chrono::floor<std::chrono::days>(clock_.now()) + hours{hour} + minutes{minute});
    }
    void set(domain::TicketId id, desk::TicketPatch const& patch, domain::AgentId by = {}) {
        need(desk::update_ticket(*desk_, as(by), id, 0, patch));
        settle();
    }
    domain::AgentId owner(domain::TicketId id) { return view(id).ticket.agent; }
    desk::RoutingView why(domain::TicketId id) { return need(desk::explain_routing(*desk_, *scope_, id)); }

    int callers_ = 0;
};

TEST_F(ShiftEnd, NobodyGetsATicketOutsideTheirHours) {
    auto const anna = person("Anna", {{480, 960}});
    at(20);
    auto const ticket = opened();
    EXPECT_FALSE(owner(ticket));
    auto const said = why(ticket);
    EXPECT_EQ(said.because.code, "routing.nobody_available");
    ASSERT_EQ(said.now.size(), 1U);
    EXPECT_EQ(said.now[0].code, routing::Verdict::off_shift);
    EXPECT_EQ(said.now[0].until, std::chrono::floor<std::chrono::days>(clock_.now()) + hours{32});
    EXPECT_EQ(pass(), 0);
    clock_.set(*said.now[0].until);
    EXPECT_GE(pass(), 1);
    EXPECT_EQ(owner(ticket), anna);
}

TEST_F(ShiftEnd, WhatNobodyHasBegunGoesToWhoeverIsAtWork) {
    auto const anna = person("Anna", {{480, 960}});
    auto const ticket = opened();
    EXPECT_EQ(owner(ticket), anna);
    auto const late = person("Ola", {{840, 1320}});
    at(17);
    EXPECT_GE(pass(), 1);
    EXPECT_EQ(owner(ticket), late);
}

TEST_F(ShiftEnd, ABreakTakesNothingAway) {
    auto const anna = person("Anna", {{480, 720}, {780, 1020}});
    auto const ticket = opened();
    person("Ola", {});
    at(12, 30);
    EXPECT_EQ(pass(), 0);
    EXPECT_EQ(owner(ticket), anna);
    EXPECT_NE(owner(opened()), anna);
}

TEST_F(ShiftEnd, WhatIsBegunStaysUntilItIsNeededBefore) {
    auto const anna = person("Anna", {{480, 960}});
    auto const calm = opened();
    auto const pressing = opened();
    person("Ola", {{840, 1320}});
    for (auto const id : {calm, pressing}) {
        desk::TicketPatch patch;
        patch.status = Status::open;
        patch.due_at = clock_.now() + (id == calm ? hours{100} : hours{12});
        set(id, patch, anna);
    }
    at(17);
    EXPECT_GE(pass(), 1);
    EXPECT_EQ(owner(calm), anna);
    EXPECT_NE(owner(pressing), anna);
}

TEST_F(ShiftEnd, WhatIsNeededStaysWhereNobodyElseIsAtWork) {
    auto const anna = person("Anna", {{480, 960}});
    auto const ticket = opened();
    desk::TicketPatch patch;
    patch.status = Status::open;
    patch.due_at = clock_.now() + hours{12};
    set(ticket, patch, anna);
    at(17);
    EXPECT_EQ(pass(), 0);
    EXPECT_EQ(owner(ticket), anna);
}

TEST_F(ShiftEnd, AnAbsenceIsLikeAnEndOfShift) {
    auto const anna = person("Anna", {});
    auto const ticket = opened();
    auto const ola = person("Ola", {});
    EXPECT_EQ(owner(ticket), anna);
    auto const today = std::chrono::local_days{std::chrono::floor<std::chrono::days>(clock_.now()).time_since_epoch()};
    need(store_->write(*scope_, [&](store::WriteTxn& txn) {
        announce_setup(*desk_, txn);
        return store::add_absence(
            txn, {{}, 1, anna, domain::AbsenceKind::sick, today, today + std::chrono::days{2}, "", ""});
    }));
    EXPECT_GE(pass(), 1);
    EXPECT_EQ(owner(ticket), ola);
    EXPECT_EQ(why(ticket).now.back().code, routing::Verdict::absent);
}

TEST_F(ShiftEnd, AnAbsenceThatBeginsNowGivesBackWithTheNextLook) {
    auto const anna = person("Anna", {});
    auto const ticket = opened();
    auto const ola = person("Ola", {});
    pass();
    ASSERT_EQ(owner(ticket), anna);
    auto const today = std::chrono::local_days{std::chrono::floor<std::chrono::days>(clock_.now()).time_since_epoch()};
    int rings = 0;
    desk_->signals.setup_changed = [&](domain::TenantId) { ++rings; };
    need(desk::make_absence(*desk_, as({}),
                            {{}, 1, anna, domain::AbsenceKind::sick, today, today + std::chrono::days{2}, "", ""}, {}));
    EXPECT_EQ(rings, 1);
    EXPECT_GE(need(desk::hand_out_all(*desk_, desk::Look::by_hand)), 1);
    EXPECT_EQ(owner(ticket), ola);
}

TEST_F(ShiftEnd, ADisabledOwnerLosesAllThatIsOpen) {
    auto const anna = person("Anna", {});
    auto const ticket = opened();
    desk::TicketPatch patch;
    patch.status = Status::open;
    set(ticket, patch, anna);
    auto const ola = person("Ola", {});
    desk::AgentFields fields;
    fields.is_disabled = true;
    need(desk::change_agent(*desk_, as({}), anna, 0, fields));
    EXPECT_GE(pass(), 1);
    EXPECT_EQ(owner(ticket), ola);
}

TEST_F(ShiftEnd, TheCardNamesWhatIsNeededBeforeTheNextShift) {
    auto const anna = person("Anna", {{480, 960}});
    auto const ticket = opened();
    desk::TicketPatch patch;
    patch.due_at = clock_.now() + hours{12};
    set(ticket, patch, anna);
    opened();
    auto card = need(desk::read_hand_over(*desk_, as(anna)));
    EXPECT_FALSE(card.is_near);
    at(15, 30);
    card = need(desk::read_hand_over(*desk_, as(anna)));
    EXPECT_TRUE(card.is_near);
    ASSERT_GE(card.tickets.size(), 1U);
    EXPECT_TRUE(std::ranges::any_of(card.tickets, [&](auto const& one) { return one.ticket.id == ticket; }));
}

TEST_F(ShiftEnd, WhoTakesOverFindsTheFormerOwnersWordsUntilTheyAct) {
    auto const anna = person("Anna", {{480, 960}});
    auto const ticket = opened();
    desk::TicketPatch patch;
    patch.status = Status::open;
    patch.due_at = clock_.now() + hours{12};
    set(ticket, patch, anna);
    desk::NewNote note;
    note.text = "The toner is ordered; call Grace at six.";
    note.ticket = ticket;
    need(desk::add_note(*desk_, as(anna), note));
    settle();
    auto const ola = person("Ola", {{840, 1320}});
    EXPECT_TRUE(need(desk::read_taken_over(*desk_, as(anna))).items.empty());
    at(17);
    EXPECT_GE(pass(), 1);
    ASSERT_EQ(owner(ticket), ola);
    auto const list = need(desk::read_taken_over(*desk_, as(ola))).items;
    ASSERT_EQ(list.size(), 1U);
    EXPECT_EQ(list[0].ticket.id, ticket);
    EXPECT_EQ(list[0].from, anna);
    EXPECT_EQ(list[0].words, note.text);
    EXPECT_TRUE(list[0].needed_by);
    opened();
    EXPECT_EQ(need(desk::read_taken_over(*desk_, as(ola))).items.size(), 1U);
    note.text = "Called her.";
    need(desk::add_note(*desk_, as(ola), note));
    EXPECT_TRUE(need(desk::read_taken_over(*desk_, as(ola))).items.empty());
}

TEST_F(ShiftEnd, AColleagueWhoGivesOverWhatIsBegunIsNamed) {
    auto const anna = person("Anna", {});
    auto const begun = opened();
    auto const fresh = opened();
    auto const ola = person("Ola", {{0, 1440}});
    desk::TicketPatch patch;
    patch.status = Status::open;
    set(begun, patch, anna);
    desk::TicketPatch give;
    give.agent = ola;
    set(begun, give, anna);
    set(fresh, give, anna);
    auto const list = need(desk::read_taken_over(*desk_, as(ola))).items;
    ASSERT_EQ(list.size(), 1U);
    EXPECT_EQ(list[0].ticket.id, begun);
    EXPECT_EQ(list[0].from, anna);
    EXPECT_EQ(list[0].words, "");
}

TEST_F(ShiftEnd, AwayUntilATimeComesBackByItself) {
    auto const anna = person("Anna", {});
    need(desk::put_availability(*desk_, as(anna), anna, 0, {false, clock_.now() + hours{1}, {}, {}}));
    auto const ticket = opened();
    EXPECT_FALSE(owner(ticket));
    EXPECT_EQ(need(desk::next_roster_change(*desk_)), clock_.now() + hours{1});
    clock_.advance(hours{1});
    pass();
    auto const now = need(desk::read_availability(*desk_, *scope_, anna));
    EXPECT_TRUE(now.agent.is_available);
    EXPECT_FALSE(now.by_hand.flips_at);
    EXPECT_TRUE(now.duty.is_at_work());
}

TEST_F(ShiftEnd, ARestrictionKeepsAwayWhatIsLessUrgent) {
    auto const anna = person("Anna", {});
    need(desk::put_availability(*desk_, as(anna), anna, 0, {true, {}, domain::Restriction::only_urgent, {}}));
    auto const ticket = opened();
    EXPECT_FALSE(owner(ticket));
    auto const said = why(ticket);
    ASSERT_EQ(said.now.size(), 1U);
    EXPECT_EQ(said.now[0].code, routing::Verdict::restricted);
    EXPECT_EQ(said.now[0].what, "only_urgent");
    desk::TicketPatch patch;
    patch.priority = domain::Priority::urgent;
    set(ticket, patch);
    EXPECT_EQ(owner(ticket), anna);
}

TEST_F(ShiftEnd, RefusesATimeThatIsOver) {
    auto const anna = person("Anna", {});
    auto const done = desk::put_availability(*desk_, as(anna), anna, 0, {false, clock_.now() - hours{1}, {}, {}});
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().code, "availability.past");
    EXPECT_EQ(done.error().field, "/until");
}

}  // namespace
}  // namespace lotse
