// SPDX-License-Identifier: Apache-2.0
#include "desk/hand_out.h"

#include "desk/agents.h"
#include "desk/explain_routing.h"
#include "desk/next_ticket.h"
#include "desk/queues.h"
#include "desk/routing_rules.h"
#include "desk/update_ticket.h"
#include "store/pool.h"
#include "support/desk_fixture.h"

namespace lotse {
namespace {

using domain::Status;

class Pulling : public DeskTest {
  protected:
    void SetUp() override { pull(); }
    void pull(int hands_out_below = 1, std::vector<std::string> skills = {}) {
        for (auto const& queue : need(desk::list_queues(*desk_, *scope_))) {
            desk::QueueFields fields;
            fields.assignment = domain::Assignment::pull;
            fields.hands_out_below = hands_out_below;
            fields.skills = skills;
            need(desk::change_queue(*desk_, as({}), queue.id, 0, fields));
        }
    }
    domain::TicketId opened(std::string subject = "Printer") {
        auto const accepted =
            accept(mail("grace" + std::to_string(++callers_) + "@customer.example", std::move(subject),
                        "The printer in room 7 prints nothing since this morning."));
        settle();
        return accepted.ticket;
    }
    int hand_out() {
        auto const back = need(desk::hand_back(*desk_, *scope_));
        settle();
        auto const out = need(desk::hand_out(*desk_, *scope_));
        settle();
        return back + out;
    }
    domain::AgentId owner(domain::TicketId id) { return view(id).ticket.agent; }
    bool waits(domain::TicketId id) {
        return need(store_->read(*scope_, [&](store::ReadTxn& txn) { return store::find_in_pool(txn, id); }))
            .has_value();
    }
    desk::RoutingView why(domain::TicketId id) { return need(desk::explain_routing(*desk_, *scope_, id)); }
    void set(domain::TicketId id, desk::TicketPatch const& patch, domain::AgentId by = {}) {
        need(desk::update_ticket(*desk_, as(by), id, 0, patch));
        settle();
    }
    void finish(domain::TicketId id) {
        desk::TicketPatch patch;
        patch.status = Status::solved;
        set(id, patch);
    }
    void be(domain::AgentId agent, bool is_available) {
        need(desk::set_availability(*desk_, as(agent), agent, 0, is_available));
    }
    desk::NextTicket next(domain::AgentId agent, std::string key = {}) {
        return need(desk::next_ticket(*desk_, as(agent), {"session:1", "POST /next", std::move(key), "h"}));
    }

    int callers_ = 0;
};

TEST_F(Pulling, AnArrivalWaitsAndGoesToWhoeverIsFreeOneAtATime) {
    auto const anna = add_agent("Anna").id;
    auto const first = opened();
    auto const second = opened();
    EXPECT_FALSE(owner(first));
    EXPECT_TRUE(waits(first));
    EXPECT_EQ(why(first).because.code, "routing.in_pool");
    EXPECT_EQ(hand_out(), 1);
    EXPECT_EQ(owner(first), anna);
    EXPECT_FALSE(waits(first));
    EXPECT_TRUE(waits(second));
    EXPECT_EQ(notices_to(first, "anna@team.example").size(), 1U);
    EXPECT_EQ(hand_out(), 0);
    finish(first);
    EXPECT_EQ(hand_out(), 1);
    EXPECT_EQ(owner(second), anna);
}

TEST_F(Pulling, TheDecisionTellsWhoWhyAndWhyNotTheOthers) {
    auto const anna = add_agent("Anna").id;
    auto const ola = add_agent("Ola").id;
    be(ola, false);
    auto const ticket = opened();
    opened();
    EXPECT_EQ(hand_out(), 1);
    auto const said = why(ticket);
    EXPECT_EQ(said.because.code, "routing.handed_out");
    EXPECT_NE(said.because.text.find("Anna was free"), std::string::npos) << said.because.text;
    ASSERT_EQ(said.considered.size(), 2U);
    EXPECT_EQ(said.considered[0].agent, anna);
    EXPECT_EQ(said.considered[0].code, routing::Verdict::chosen);
    EXPECT_EQ(said.considered[1].agent, ola);
    EXPECT_EQ(said.considered[1].code, routing::Verdict::absent);
    ASSERT_FALSE(said.weighed.empty());
    EXPECT_EQ(said.weighed[0].ticket, ticket);
    EXPECT_EQ(said.weighed[0].subject, "Printer");
    be(ola, true);
    EXPECT_EQ(why(ticket).now[1].code, routing::Verdict::could_take);
}

TEST_F(Pulling, WhatPressesMostGoesFirst) {
    auto const normal = opened();
    auto const urgent = opened();
    desk::TicketPatch patch;
    patch.priority = domain::Priority::urgent;
    set(urgent, patch);
    auto const anna = add_agent("Anna").id;
    EXPECT_EQ(next(anna).ticket->id, urgent);
    EXPECT_EQ(next(anna).ticket->id, normal);
    auto const none = next(anna);
    EXPECT_FALSE(none.ticket);
    EXPECT_EQ(none.because.code, "routing.pool_empty");
    EXPECT_EQ(why(urgent).because.code, "routing.pulled");
    EXPECT_TRUE(notices_to(urgent, "anna@team.example").empty());
}

TEST_F(Pulling, AnUrgentTicketIsGivenBesideTheWorkInHand) {
    auto const anna = add_agent("Anna").id;
    opened();
    EXPECT_EQ(hand_out(), 1);
    auto const urgent = opened();
    EXPECT_EQ(hand_out(), 0);
    desk::TicketPatch patch;
    patch.priority = domain::Priority::urgent;
    set(urgent, patch);
    EXPECT_EQ(hand_out(), 1);
    EXPECT_EQ(owner(urgent), anna);
}

TEST_F(Pulling, OnePressWithOneKeyTakesOneTicket) {
    auto const anna = add_agent("Anna").id;
    auto const first = opened();
    auto const second = opened();
    EXPECT_EQ(next(anna, "k1").ticket->id, first);
    auto const again = next(anna, "k1");
    EXPECT_EQ(again.ticket->id, first);
    EXPECT_TRUE(again.is_known);
    EXPECT_TRUE(waits(second));
    EXPECT_EQ(next(anna, "k2").ticket->id, second);
}

TEST_F(Pulling, NobodyTakesMoreThanTheirRoomOrWhileAway) {
    auto const anna = add_agent("Anna").id;
    for (int i = 0; i < 11; ++i) opened();
    be(anna, false);
    auto const key = desk::CallKey{};
    EXPECT_EQ(desk::next_ticket(*desk_, as(anna), key).error().code, "next.absent");
    EXPECT_EQ(desk::next_ticket(*desk_, as({}), key).error().code, "next.person");
    be(anna, true);
    for (int i = 0; i < 10; ++i) EXPECT_TRUE(next(anna).ticket);
    EXPECT_EQ(desk::next_ticket(*desk_, as(anna), key).error().code, "next.full");
}

TEST_F(Pulling, NobodyAtWorkLeavesItWithAReasonUntilSomebodyComes) {
    auto const anna = add_agent("Anna").id;
    be(anna, false);
    auto const ticket = opened();
    EXPECT_EQ(hand_out(), 0);
    EXPECT_EQ(why(ticket).because.code, "routing.nobody_available");
    be(anna, true);
    EXPECT_EQ(hand_out(), 1);
    EXPECT_EQ(owner(ticket), anna);
}

TEST_F(Pulling, ASkillThatNobodyHasIsNamed) {
    add_agent("Anna");
    pull(1, {"mainframe"});
    auto const ticket = opened();
    EXPECT_EQ(hand_out(), 0);
    EXPECT_TRUE(waits(ticket));
    auto const said = why(ticket);
    EXPECT_EQ(said.because.code, "routing.nobody_skill");
    ASSERT_EQ(said.now.size(), 1U);
    EXPECT_EQ(said.now[0].code, routing::Verdict::no_skill);
    EXPECT_EQ(said.now[0].what, "mainframe");
}

TEST_F(Pulling, ZeroCapacityTakesNothing) {
    auto const anna = add_agent("Anna").id;
    desk::AgentFields fields;
    fields.capacity = 0;
    need(desk::change_agent(*desk_, as({}), anna, 0, fields));
    auto const ticket = opened();
    EXPECT_EQ(hand_out(), 0);
    EXPECT_TRUE(waits(ticket));
    EXPECT_EQ(why(ticket).now[0].code, routing::Verdict::full);
}

TEST_F(Pulling, WhatAnAbsentPersonHasNotBegunGoesBackUnlessAPersonChoseThem) {
    auto const anna = add_agent("Anna").id;
    auto const ticket = opened();
    auto const meant = opened();
    desk::TicketPatch patch;
    patch.agent = anna;
    set(meant, patch);
    EXPECT_EQ(next(anna).ticket->id, ticket);
    settle();
    be(anna, false);
    auto const ola = add_agent("Ola").id;
    hand_out();
    EXPECT_EQ(owner(ticket), ola);
    EXPECT_EQ(owner(meant), anna);
}

TEST_F(Pulling, TheWorkOfADisabledAgentGoesToOthers) {
    auto const anna = add_agent("Anna").id;
    auto const ticket = opened();
    EXPECT_EQ(hand_out(), 1);
    desk::TicketPatch patch;
    patch.status = Status::open;
    set(ticket, patch, anna);
    auto const ola = add_agent("Ola").id;
    desk::AgentFields fields;
    fields.is_disabled = true;
    need(desk::change_agent(*desk_, as({}), anna, 0, fields));
    hand_out();
    EXPECT_EQ(owner(ticket), ola);
}

TEST_F(Pulling, WithoutHandingOutPeopleAskForIt) {
    pull(0);
    auto const anna = add_agent("Anna").id;
    auto const ticket = opened();
    EXPECT_EQ(hand_out(), 0);
    EXPECT_EQ(next(anna).ticket->id, ticket);
}

TEST_F(Pulling, AMachinesMessageWaitsForALook) {
    auto const anna = add_agent("Anna").id;
    auto inbound = mail("robot@customer.example", "Backup failed", "The nightly backup has failed with code 7.");
    inbound.is_automatic = true;
    auto const ticket = accept(inbound).ticket;
    settle();
    EXPECT_FALSE(waits(ticket));
    EXPECT_EQ(hand_out(), 0);
    EXPECT_FALSE(next(anna).ticket);
    EXPECT_EQ(why(ticket).because.code, "routing.needs_look");
}

TEST_F(Pulling, ABurstIsWhollyOwnedOrWaiting) {
    pull(2);
    for (auto const* name : {"Anna", "Ola", "Jan"}) add_agent(name);
    std::vector<domain::TicketId> all;
    for (int i = 0; i < 120; ++i) all.push_back(opened());
    EXPECT_EQ(hand_out(), 6);
    int owned = 0;
    int waiting = 0;
    for (auto const id : all) {
        owned += owner(id) ? 1 : 0;
        waiting += waits(id) ? 1 : 0;
    }
    EXPECT_EQ(owned, 6);
    EXPECT_EQ(waiting, 114);
}

class Pushing : public DeskTest {};

TEST_F(Pushing, AQueueThatPushesGivesTheTicketAtOnce) {
    auto const anna = add_agent("Anna").id;
    auto const ticket = accept(mail("grace@customer.example", "Printer", "The printer prints nothing.")).ticket;
    settle();
    EXPECT_EQ(view(ticket).ticket.agent, anna);
    EXPECT_EQ(need(desk::hand_out(*desk_, *scope_)), 0);
}

TEST_F(Pulling, WhatWaitsLongGoesToTheTeamsThatHelp) {
    auto const queues = need(desk::list_queues(*desk_, *scope_));
    auto const ticket = opened();
    auto const home = view(ticket).ticket.queue;
    desk::QueueFields fields;
    fields.name = "Second line";
    fields.assignment = domain::Assignment::pull;
    fields.hands_out_below = 1;
    auto const other = need(desk::make_queue(*desk_, as({}), fields, {})).value.id;
    auto const ola = add_agent("Ola").id;
    need(store_->write(*scope_, [&](store::WriteTxn& txn) -> Result<void> {
        TRY(auto agent, store::get_agent(txn, ola));
        agent.queues = {other};
        TRY([[maybe_unused]] auto done, store::update_agent(txn, agent));
        return {};
    }));
    domain::QueueRule rule;
    rule.queue = home;
    rule.overflow = {{other, 30}};
    need(desk::change_queue_rule(*desk_, as({}), 0, rule));
    EXPECT_EQ(hand_out(), 0);
    clock_.advance(std::chrono::minutes{31});
    EXPECT_EQ(hand_out(), 1);
    EXPECT_EQ(owner(ticket), ola);
}

TEST_F(Pulling, ALanguageNobodySpeaksGivesWayAfterAWhile) {
    auto const anna = add_agent("Anna", {"pl"}).id;
    auto const ticket = opened();
    domain::QueueRule rule;
    rule.queue = view(ticket).ticket.queue;
    rule.language_soft_after_minutes = 15;
    need(desk::change_queue_rule(*desk_, as({}), 0, rule));
    ASSERT_EQ(view(ticket).ticket.language, "en");
    EXPECT_EQ(hand_out(), 0);
    clock_.advance(std::chrono::minutes{16});
    EXPECT_EQ(hand_out(), 1);
    EXPECT_EQ(owner(ticket), anna);
}

TEST_F(Pulling, WhoIsKeptApartNeverGetsTheTicketAndNobodyIsTold) {
    auto const anna = add_agent("Anna").id;
    auto const ticket = opened();
    auto const other = opened("Mouse");
    domain::BlockedPair pair;
    pair.agent = anna;
    pair.customer = view(ticket).ticket.customer;
    pair.reason = "Anna asked for it.";
    need(desk::block_pair(*desk_, as({}), pair, {}));
    EXPECT_EQ(next(anna).ticket->id, other);
    EXPECT_FALSE(next(anna).ticket);
    EXPECT_EQ(hand_out(), 0);
    for (auto const& one : why(ticket).now) EXPECT_NE(one.agent, anna);
    for (auto const& one : why(ticket).considered) EXPECT_NE(one.agent, anna);
    auto const ola = add_agent("Ola").id;
    EXPECT_EQ(hand_out(), 1);
    EXPECT_EQ(owner(ticket), ola);
}

// Two programs on one store: what one does the other sees, though it keeps the pool in memory.
TEST_F(Pulling, AnotherNodesChangesAreSeen) {
    auto const anna = add_agent("Anna").id;
    auto const first = opened();
    desk::Setups setups(clock_, Duration::zero());
    desk::Desk elsewhere{*store_, *blobs_, clock_,    Secret<std::string>(std::string(32, 'k')),
                         models_, setups,  meanings_, {}};
    auto const take = [&](desk::Desk& desk) {
        auto const taken = need(desk::next_ticket(desk, as(anna), {"session:1", "POST /next", {}, "h"}));
        return taken.ticket ? taken.ticket->id : domain::TicketId{};
    };
    EXPECT_EQ(take(elsewhere), first);
    EXPECT_EQ(take(*desk_), domain::TicketId{});
    clock_.advance(std::chrono::minutes{5});
    auto const second = opened("Mouse");
    desk::TicketPatch patch;
    patch.priority = domain::Priority::urgent;
    auto const third = opened("Screen");
    set(third, patch);
    EXPECT_EQ(take(elsewhere), third) << "its new priority was written here";
    EXPECT_EQ(take(elsewhere), second);
    EXPECT_EQ(take(*desk_), domain::TicketId{});
    set(second, [] {
        desk::TicketPatch back;
        back.agent = domain::AgentId{};
        return back;
    }());
    EXPECT_EQ(take(elsewhere), second) << "given back here";
}

TEST_F(Pulling, AStickyOwnerGetsTheCustomersNextTicketUnlessAwayOrFarBusier) {
    auto const anna = add_agent("Anna").id;
    auto const ola = add_agent("Ola").id;
    auto const queue = need(desk::list_queues(*desk_, *scope_)).front().id;
    for (auto const& one : need(desk::list_queues(*desk_, *scope_))) {
        desk::QueueFields fields;
        fields.assignment = domain::Assignment::push;
        need(desk::change_queue(*desk_, as({}), one.id, 0, fields));
    }
    for (auto const& one : need(desk::list_queues(*desk_, *scope_))) {
        domain::QueueRule rule;
        rule.queue = one.id;
        rule.sticky = domain::Sticky::requester;
        need(desk::change_queue_rule(*desk_, as({}), 0, rule));
    }
    (void)queue;
    auto const from = [&](std::string address) {
        auto const accepted = accept(mail(std::move(address), "Printer", "It prints nothing since this morning."));
        settle();
        clock_.advance(std::chrono::minutes{1});
        return accepted.ticket;
    };
    auto const first = from("ida@customer.example");
    auto const known = owner(first);
    ASSERT_TRUE(known == anna || known == ola);
    auto const second = from("ida@customer.example");
    EXPECT_EQ(owner(second), known);
    EXPECT_EQ(view(second).changes.back().change.because.source, "routing");
    auto const third = from("ida@customer.example");
    EXPECT_NE(owner(third), known) << "two tickets more than somebody else";
    be(known, false);
    auto const fourth = from("ida@customer.example");
    EXPECT_NE(owner(fourth), known);
}

}  // namespace
}  // namespace lotse
