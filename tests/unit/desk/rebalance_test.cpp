// SPDX-License-Identifier: Apache-2.0
// Work dealt out anew: what moves, what never does, taking it back, and two nodes at once, on each engine.
#include "desk/rebalance.h"

#include <atomic>
#include <map>
#include <thread>

#include "desk/availability.h"
#include "desk/bootstrap.h"
#include "desk/explain_routing.h"
#include "desk/routing_rules.h"
#include "desk/ticket_edit.h"
#include "desk/ticket_step.h"
#include "store/agents.h"
#include "store/blobs.h"
#include "store/customers.h"
#include "store/events.h"
#include "store/pool.h"
#include "store/setup.h"
#include "store/tickets.h"
#include "support/stores.h"

namespace lotse::testing {
namespace {

using desk::RebalanceCause;
using domain::AgentId;
using domain::TicketId;

class Dealing : public OnEachStore {
  protected:
    template <class F>
    auto in_desk(F&& fn) {
        return store().write(desk_scope(), std::forward<F>(fn));
    }
    void SetUp() override {
        OnEachStore::SetUp();
        blobs_.emplace(must_have(store::Blobs::open(folder_.path() + "/files")));
        desk_ = make_node(setups_);
        desk::NewDesk wanted;
        wanted.name = "Hafen IT";
        wanted.mail_from = "help@desk.example";
        desk_tenant_ = must_have(desk::make_desk(*desk_, wanted)).id;
        queue_ = must_have(in_desk([](store::WriteTxn& txn) { return store::list_queues(txn); }))[0].id;
    }
    void TearDown() override {
        desk_.reset();
        OnEachStore::TearDown();
    }
    std::unique_ptr<desk::Desk> make_node(desk::Setups& setups) {
        return std::unique_ptr<desk::Desk>(new desk::Desk{
            store(), *blobs_, clock_, Secret<std::string>(std::string(32, 'k')), models_, setups, meanings_, {}});
    }
    domain::TenantScope desk_scope() const { return domain::ScopeMint::for_tenant(desk_tenant_); }
    access::Principal as(AgentId agent) const {
        auto out = access::operator_of(desk_tenant_);
        out.agent = agent;
        return out;
    }
    AgentId person(std::string name, int capacity = 10, std::vector<std::string> languages = {"en"}) {
        return must_have(in_desk([&](store::WriteTxn& txn) -> Result<domain::Agent> {
                   domain::Agent agent;
                   agent.name = name;
                   agent.email = name + "@team.example";
                   agent.queues = {queue_};
                   agent.capacity = capacity;
                   agent.languages = std::move(languages);
                   return store::add_agent(txn, agent);
               }))
            .id;
    }
    std::vector<TicketId> tickets(int count, AgentId owner, domain::Ticket like = {}) {
        return must_have(in_desk([&](store::WriteTxn& txn) -> Result<std::vector<TicketId>> {
            std::vector<TicketId> out;
            for (int i = 0; i < count; ++i) {
                auto ticket = like;
                ticket.queue = queue_;
                ticket.agent = owner;
                ticket.subject = "Printer";
                ticket.created_at = clock_.now();
                TRY(ticket, store::add_ticket(txn, ticket));
                if (!owner) CHECK_OK(store::put_in_pool(txn, store::pooled(ticket, {})));
                out.push_back(ticket.id);
            }
            return out;
        }));
    }
    // As somebody's step, with this reason for the owner.
    void give(TicketId id, AgentId owner, std::string source, std::string code = {}) {
        must_have(in_desk([&](store::WriteTxn& txn) -> Result<void> {
            TRY(auto ticket, store::get_ticket(txn, id));
            ticket.agent = {};
            desk::TicketEdit edit(ticket);
            domain::Because because;
            because.source = source;
            because.code = code;
            edit.set_agent(owner, because);
            domain::Event event;
            event.ticket = id;
            event.kind = domain::EventKind::updated;
            event.at = clock_.now();
            TRY([[maybe_unused]] auto done, desk::store_step(txn, event, edit.changes(), edit.ticket()));
            return {};
        }));
    }
    void change(AgentId id, auto edit) {
        must_have(in_desk([&](store::WriteTxn& txn) -> Result<void> {
            TRY(auto agent, store::get_agent(txn, id));
            edit(agent);
            desk::announce_setup(*desk_, txn);
            TRY([[maybe_unused]] auto done, store::update_agent(txn, agent));
            return {};
        }));
    }
    void be(AgentId id, desk::AvailabilityWish const& wish) {
        must_have(desk::put_availability(*desk_, as(id), id, 0, wish));
    }
    std::map<std::int64_t, int> loads() {
        std::map<std::int64_t, int> out;
        store::TicketQuery query;
        query.limit = 200;
        for (;;) {
            auto const page = must_have(in_desk([&](store::WriteTxn& txn) { return store::list_tickets(txn, query); }));
            for (auto const& one : page.items) ++out[one.agent.value];
            if (page.next.empty()) return out;
            query.after = page.next;
        }
    }
    AgentId owner(TicketId id) {
        return must_have(in_desk([&](store::WriteTxn& txn) { return store::get_ticket(txn, id); })).agent;
    }
    desk::RebalancePreview preview() { return must_have(desk::preview_rebalance(*desk_, desk_scope(), {})); }
    Result<desk::Made<desk::Rebalance>> apply(desk::RebalancePreview const& plan, std::string key = {}) {
        std::vector<desk::MovedTicket> moves;
        for (auto const& one : plan.moves) moves.push_back({one.ticket.id, one.from, one.to});
        return desk::apply_rebalance(*desk_, as(lead_), {}, moves, {"session:1", "POST /rebalances", key, "h"});
    }
    int by_itself(RebalanceCause cause) { return must_have(desk::rebalance(*desk_, desk_scope(), cause)); }

    FakeClock clock_{instant(1'800'000'000'000'000)};
    std::optional<store::Blobs> blobs_;
    desk::Models models_;
    desk::Setups setups_{clock_, Duration::zero()};
    desk::Meanings meanings_;
    std::unique_ptr<desk::Desk> desk_;
    domain::TenantId desk_tenant_;
    domain::QueueId queue_;
    AgentId lead_;
};
LOTSE_ON_EACH_STORE(Dealing);

TEST_P(Dealing, AFullListGivesToAnEmptyOneAndTellsWhy) {
    auto const anna = person("Anna");
    auto const ola = person("Ola");
    auto const all = tickets(10, anna);
    auto const plan = preview();
    ASSERT_GE(plan.moves.size(), 3U);
    EXPECT_EQ(plan.looked_at, 10);
    EXPECT_EQ(loads()[anna.value], 10);
    auto const done = must_have(apply(plan));
    EXPECT_EQ(done.value.moves.size(), plan.moves.size());
    EXPECT_EQ(loads()[ola.value], static_cast<int>(plan.moves.size()));
    auto const why = must_have(desk::explain_routing(*desk_, desk_scope(), plan.moves[0].ticket.id));
    EXPECT_EQ(why.because.code, "routing.dealt_evenly");
    EXPECT_EQ(why.because.text,
              "Anna has 10 open tickets and has not begun it; Ola has 0 open tickets and can begin sooner.");
    ASSERT_FALSE(why.considered.empty());
    EXPECT_EQ(why.considered[0].agent, ola);
    EXPECT_TRUE(preview().moves.empty());
}

TEST_P(Dealing, WhereCallsWeighMoreTheReasonComparesUnits) {
    desk::RoutingPatch patch;
    patch.units[static_cast<std::size_t>(domain::Channel::phone)] = 8;
    must_have(desk::change_routing(*desk_, as({}), 0, patch));
    auto const anna = person("Anna", 40);
    auto const ola = person("Ola", 40);
    domain::Ticket call;
    call.channel = domain::Channel::phone;
    tickets(5, anna, call);
    domain::Ticket begun;
    begun.status = domain::Status::open;
    tickets(6, ola, begun);
    auto const plan = preview();
    ASSERT_FALSE(plan.moves.empty());
    EXPECT_EQ(plan.moves[0].to, ola);
    EXPECT_EQ(plan.moves[0].because.code, "routing.dealt_evenly") << "six letters are less than five calls";
    EXPECT_EQ(plan.moves[0].because.text,
              "Anna has 40 of 40 units and has not begun it; Ola has 6 of 40 units and can begin sooner.");
}

TEST_P(Dealing, OfManyThoseAreLookedAtWhoAreFullestInUnits) {
    desk::RoutingPatch patch;
    patch.units[static_cast<std::size_t>(domain::Channel::phone)] = 30;
    must_have(desk::change_routing(*desk_, as({}), 0, patch));
    for (int i = 0; i < 200; ++i) tickets(2, person("Agent" + std::to_string(i), 100));
    domain::Ticket call;
    call.channel = domain::Channel::phone;
    tickets(1, person("Last", 31), call);
    auto const plan = preview();
    EXPECT_TRUE(plan.has_more);
    EXPECT_EQ(plan.looked_at, 199 * 2 + 1) << "the last has one call, which is 30 of 31, and others have 2 of 100";
}

TEST_P(Dealing, WhoseListIsShorterIsToldByTheirCapacity) {
    auto const anna = person("Anna", 4);
    auto const ola = person("Ola", 40);
    tickets(4, anna);
    domain::Ticket begun;
    begun.status = domain::Status::open;
    tickets(5, ola, begun);
    auto const plan = preview();
    ASSERT_FALSE(plan.moves.empty());
    EXPECT_EQ(plan.moves[0].because.code, "routing.dealt_evenly");
    EXPECT_EQ(plan.moves[0].because.text,
              "Anna has 4 of 4 tickets and has not begun it; Ola has 5 of 40 tickets and can begin sooner.");
}

TEST_P(Dealing, WhatIsFairStaysAndAMoveMustPay) {
    auto const anna = person("Anna");
    auto const ola = person("Ola");
    tickets(3, anna);
    tickets(2, ola);
    auto const plan = preview();
    EXPECT_TRUE(plan.moves.empty());
    EXPECT_EQ(plan.looked_at, 5);
    auto const done = apply(plan);
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().code, "rebalance.outdated");
    EXPECT_EQ(by_itself(RebalanceCause::hour), 0);
    EXPECT_TRUE(must_have(desk::list_rebalances(*desk_, desk_scope())).items.empty());
}

TEST_P(Dealing, WhereNobodyIsAtWorkNothingMoves) {
    auto const anna = person("Anna");
    auto const ola = person("Ola");
    tickets(6, anna);
    be(anna, {false, {}, {}, {}});
    be(ola, {false, {}, {}, {}});
    EXPECT_TRUE(preview().moves.empty());
    EXPECT_EQ(by_itself(RebalanceCause::people), 0);
    EXPECT_EQ(loads()[anna.value], 6);
}

TEST_P(Dealing, WhatSomebodyHasInHandIsNeverTaken) {
    auto const anna = person("Anna");
    person("Ola");
    domain::Ticket begun;
    begun.status = domain::Status::open;
    tickets(3, anna, begun);
    domain::Ticket answered;
    answered.first_reply_at = clock_.now();
    tickets(2, anna, answered);
    auto const chosen = tickets(3, anna);
    for (auto const id : chosen) give(id, anna, "person");
    auto const asked = tickets(2, anna);
    for (auto const id : asked) give(id, anna, "routing", "routing.pulled");
    auto const plan = preview();
    EXPECT_EQ(plan.looked_at, 0);
    EXPECT_TRUE(plan.moves.empty());
}

TEST_P(Dealing, ObeysSkillsLanguagesRestrictionsAndPairs) {
    auto const anna = person("Anna", 10, {"de"});
    person("English");
    auto const urgent_only = person("Urgent", 10, {"de"});
    be(urgent_only, {true, {}, domain::Restriction::only_urgent, {}});
    auto const apart = person("Apart", 10, {"de"});
    auto const customer = must_have(in_desk([&](store::WriteTxn& txn) {
        domain::Customer one;
        one.name = "Grace";
        one.email = "grace@customer.example";
        return store::add_customer(txn, one);
    }));
    domain::BlockedPair pair;
    pair.agent = apart;
    pair.customer = customer.id;
    pair.reason = "They are neighbours.";
    must_have(desk::block_pair(*desk_, as({}), pair, {}));
    domain::Ticket german;
    german.language = "de";
    german.customer = customer.id;
    tickets(9, anna, german);
    EXPECT_TRUE(preview().moves.empty());
    auto const ola = person("Ola", 10, {"de"});
    auto const plan = preview();
    ASSERT_GE(plan.moves.size(), 2U);
    for (auto const& one : plan.moves) EXPECT_EQ(one.to, ola);
}

TEST_P(Dealing, WhoGoesAwayGivesAtOnceWhatIsNotBegun) {
    auto const anna = person("Anna");
    auto const ola = person("Ola");
    auto const all = tickets(4, anna);
    tickets(4, ola);
    auto const changed = [&] { return must_have(desk::rebalance_all(*desk_, RebalanceCause::people)); };
    EXPECT_EQ(changed(), 0);
    be(anna, {false, clock_.now() + std::chrono::minutes{20}, {}, {}});
    EXPECT_EQ(changed(), 0);
    be(anna, {false, {}, {}, {}});
    EXPECT_EQ(changed(), 4);
    for (auto const id : all) EXPECT_EQ(owner(id), ola);
    EXPECT_EQ(changed(), 0);
    auto const why = must_have(desk::explain_routing(*desk_, desk_scope(), all[0]));
    EXPECT_EQ(why.because.text, "Anna is away and has not begun it, so Ola takes it.");
}

TEST_P(Dealing, WhoLosesTheQueueGivesIt) {
    auto const anna = person("Anna");
    auto const ola = person("Ola");
    auto const all = tickets(2, anna);
    must_have(desk::rebalance_all(*desk_, RebalanceCause::people));
    change(anna, [](domain::Agent& agent) { agent.queues.clear(); });
    EXPECT_EQ(must_have(desk::rebalance_all(*desk_, RebalanceCause::people)), 2);
    EXPECT_EQ(owner(all[0]), ola);
    EXPECT_EQ(must_have(desk::explain_routing(*desk_, desk_scope(), all[0])).because.code, "routing.dealt_by_rules");
}

TEST_P(Dealing, WhatWaitsFindsWhoeverHasRoom) {
    auto const waiting = tickets(3, {});
    auto const anna = person("Anna", 2);
    auto const plan = preview();
    ASSERT_EQ(plan.moves.size(), 2U);
    EXPECT_EQ(plan.moves[0].because.code, "routing.dealt_out");
    must_have(apply(plan));
    EXPECT_EQ(loads()[anna.value], 2);
    EXPECT_EQ(loads()[0], 1);
}

TEST_P(Dealing, IsTakenBackAsAWholeAndOnce) {
    auto const anna = person("Anna");
    auto const ola = person("Ola");
    tickets(10, anna);
    auto const done = must_have(apply(preview())).value;
    ASSERT_GE(done.moves.size(), 3U);
    must_have(in_desk([&](store::WriteTxn& txn) -> Result<void> {
        TRY(auto ticket, store::get_ticket(txn, done.moves[0].ticket));
        ticket.status = domain::Status::open;
        TRY([[maybe_unused]] auto kept, store::update_ticket(txn, ticket));
        return {};
    }));
    auto const undone = must_have(desk::undo_rebalance(*desk_, as(lead_), done.id));
    EXPECT_EQ(undone.left, 1);
    EXPECT_EQ(undone.back, static_cast<int>(done.moves.size()) - 1);
    EXPECT_EQ(loads()[ola.value], 1);
    EXPECT_EQ(desk::undo_rebalance(*desk_, as(lead_), done.id).error().code, "rebalance.undone");
    EXPECT_EQ(desk::undo_rebalance(*desk_, as(lead_), desk::RebalanceId{99}).error().code, "rebalance.missing");
    // What a person put back stays; the others may still go.
    for (auto const& move : preview().moves)
        EXPECT_TRUE(std::ranges::none_of(done.moves, [&](auto const& one) { return one.ticket == move.ticket.id; }));
}

TEST_P(Dealing, OnePressWithOneKeyDealsOnce) {
    auto const anna = person("Anna");
    person("Ola");
    tickets(10, anna);
    auto const plan = preview();
    auto const first = must_have(apply(plan, "k1"));
    auto const again = must_have(apply(plan, "k1"));
    EXPECT_TRUE(again.is_known);
    EXPECT_EQ(again.value.id, first.value.id);
    EXPECT_EQ(must_have(desk::list_rebalances(*desk_, desk_scope())).items.size(), 1U);
    EXPECT_EQ(apply(plan, "k2").error().code, "rebalance.outdated");
}

TEST_P(Dealing, NothingIsMovedToSomebodyWhoHasNoRoomMeanwhile) {
    auto const anna = person("Anna");
    auto const ola = person("Ola", 4);
    tickets(10, anna);
    auto const plan = preview();
    ASSERT_GE(plan.moves.size(), 2U);
    domain::Ticket begun;
    begun.status = domain::Status::open;
    tickets(3, ola, begun);
    EXPECT_EQ(must_have(apply(plan)).value.moves.size(), 1U);
    EXPECT_EQ(loads()[ola.value], 4);
}

TEST_P(Dealing, ABurstIsSpreadWithinEverybodysRoom) {
    std::vector<AgentId> people;
    for (int i = 0; i < 12; ++i) people.push_back(person("Agent" + std::to_string(i), 30));
    for (int i = 0; i < 3; ++i) tickets(50, people[static_cast<std::size_t>(i)]);
    EXPECT_GE(by_itself(RebalanceCause::hour), 60);
    auto const after = loads();
    int all = 0;
    for (auto const& [agent, count] : after) {
        EXPECT_LE(count, 30) << agent;
        all += count;
    }
    EXPECT_EQ(all, 150);
    EXPECT_EQ(by_itself(RebalanceCause::hour), 0);
}

TEST_P(Dealing, TwoNodesAtOnceMoveNothingTwice) {
    auto const anna = person("Anna", 40);
    std::vector<AgentId> others;
    for (int i = 0; i < 5; ++i) others.push_back(person("Agent" + std::to_string(i), 6));
    auto const all = tickets(40, anna);
    desk::Setups other_setups{clock_, Duration::zero()};
    auto const other = make_node(other_setups);
    std::atomic<int> moved{0};
    std::atomic<int> ready{0};
    std::vector<std::string> faults(4);
    {
        std::vector<std::jthread> threads;
        for (std::size_t i = 0; i < faults.size(); ++i)
            threads.emplace_back([&, i] {
                ++ready;
                while (ready < 4) std::this_thread::yield();
                auto const done = desk::rebalance(i % 2 == 0 ? *desk_ : *other, desk_scope(), RebalanceCause::hour);
                if (done) moved += *done;
                else faults[i] = done.error().code + " " + done.error().detail;
            });
    }
    for (auto const& fault : faults) EXPECT_EQ(fault, "");
    auto const after = loads();
    int away = 0;
    for (auto const id : others) {
        auto const found = after.find(id.value);
        int const count = found == after.end() ? 0 : found->second;
        EXPECT_LE(count, 6);
        away += count;
    }
    EXPECT_GE(away, 10);
    EXPECT_EQ(after.at(anna.value) + away, 40);
    int changes = 0;
    for (auto const id : all)
        changes += static_cast<int>(
            must_have(in_desk([&](store::WriteTxn& txn) { return store::list_changes(txn, id); })).size());
    EXPECT_EQ(changes, moved);
    EXPECT_GE(changes, away);
}

}  // namespace
}  // namespace lotse::testing
