// SPDX-License-Identifier: Apache-2.0
#include "store/simulations.h"

#include "contract/support/samples.h"
#include "store/events.h"
#include "store/teamwork.h"
#include "store/tickets.h"
#include "store/work_history.h"
#include "support/stores.h"

namespace lotse::testing {
namespace {

using domain::SimulationState;

class Simulations : public OnEachStore {
  protected:
    domain::Simulation ask(int runs) {
        return must_have(write([&](store::WriteTxn& txn) {
            domain::Simulation one;
            one.question.runs = runs;
            one.question.what.add.push_back({domain::AgentId(3), 2, {"vpn"}, {"de"}, domain::DailyHours{540, 1080}});
            one.asked_by = domain::AgentId(7);
            one.created_at = instant(1'000);
            return store::add_simulation(txn, one);
        }));
    }
    domain::Simulation get(domain::SimulationId id) {
        return must_have(read([&](store::ReadTxn& txn) { return store::get_simulation(txn, id); }));
    }
};
LOTSE_ON_EACH_STORE(Simulations);

TEST_P(Simulations, KeepTheirQuestionAndTheirAnswer) {
    auto const asked = ask(50);
    auto const kept = get(asked.id);
    EXPECT_EQ(kept.question.runs, 50);
    ASSERT_EQ(kept.question.what.add.size(), 1U);
    EXPECT_EQ(kept.question.what.add[0].languages, std::vector<std::string>{"de"});
    EXPECT_EQ(kept.question.what.add[0].hours, (domain::DailyHours{540, 1080}));
    EXPECT_EQ(kept.asked_by.value, 7);
    must_have(write([&](store::WriteTxn& txn) {
        return store::finish_simulation(txn, asked.id, SimulationState::done, "{\"a\":1}", instant(2'000));
    }));
    EXPECT_EQ(get(asked.id).answer, "{\"a\":1}");
    EXPECT_EQ(get(asked.id).finished_at, instant(2'000));
    auto const listed = must_have(read([](store::ReadTxn& txn) { return store::list_simulations(txn); }));
    ASSERT_EQ(listed.size(), 1U);
    EXPECT_EQ(listed[0].answer, "");
}

TEST_P(Simulations, WaitInTheirOrderUntilTheyAreDoneOrStopped) {
    auto const first = ask(20);
    auto const second = ask(30);
    auto const next = [&] { return must_have(read([](store::ReadTxn& txn) { return store::next_simulation(txn); })); };
    EXPECT_EQ(next()->id, first.id);
    auto const note = [&](domain::SimulationId id) {
        return must_have(write([&](store::WriteTxn& txn) { return store::note_simulation_progress(txn, id, 40); }));
    };
    EXPECT_TRUE(note(first.id));
    EXPECT_EQ(get(first.id).progress, 40);
    must_have(write([&](store::WriteTxn& txn) {
        return store::finish_simulation(txn, first.id, SimulationState::stopped, "", instant(2'000));
    }));
    EXPECT_FALSE(note(first.id));
    must_have(write([&](store::WriteTxn& txn) {
        return store::finish_simulation(txn, first.id, SimulationState::done, "{}", instant(3'000));
    }));
    EXPECT_EQ(get(first.id).state, SimulationState::stopped);
    EXPECT_EQ(next()->id, second.id);
}

TEST_P(Simulations, KeepTheNewestFiftyOfTheirDesk) {
    auto const first = ask(20);
    for (int i = 0; i < 50; ++i) ask(20);
    auto const gone = read([&](store::ReadTxn& txn) { return store::get_simulation(txn, first.id); });
    EXPECT_EQ(gone.error().code, "simulation.missing");
    auto const others =
        must_have(store().read(other_scope(), [](store::ReadTxn& txn) { return store::list_simulations(txn); }));
    EXPECT_TRUE(others.empty());
}

class WorkHistory : public OnEachStore {};
LOTSE_ON_EACH_STORE(WorkHistory);

TEST_P(WorkHistory, TellsWhatPeopleDidAndNotWhatWasPlaced) {
    auto const made = must_have(write([](store::WriteTxn& txn) -> Result<domain::Ticket> {
        auto ticket = a_ticket();
        ticket.status = domain::Status::solved;
        TRY(ticket, store::add_ticket(txn, ticket));
        auto const add = [&](domain::EventKind kind, domain::Actor actor, int hours,
                             std::vector<domain::Change> const& changes) -> Result<void> {
            domain::Event event;
            event.ticket = ticket.id;
            event.kind = kind;
            event.actor = actor;
            if (actor == domain::Actor::agent) event.agent = domain::AgentId(4);
            event.at = ticket.created_at + std::chrono::hours{hours};
            TRY(event, store::add_event(txn, event));
            if (changes.empty()) return {};
            return store::add_changes(txn, event.id, ticket.id, changes, event.at);
        };
        domain::Because const because{"person", "", "", {}, "", false};
        CHECK_OK(add(domain::EventKind::updated, domain::Actor::agent, 1, {{"agent", "0", "4", because}}));
        CHECK_OK(add(domain::EventKind::agent_replied, domain::Actor::agent, 2, {}));
        CHECK_OK(add(domain::EventKind::settled, domain::Actor::lotse, 2, {{"status", "open", "waiting", because}}));
        CHECK_OK(add(domain::EventKind::customer_wrote, domain::Actor::customer, 3, {}));
        CHECK_OK(add(domain::EventKind::updated, domain::Actor::agent, 4, {{"status", "open", "solved", because}}));
        domain::TimeEntry time;
        time.ticket = ticket.id;
        time.minutes = 12;
        time.at = ticket.created_at;
        TRY([[maybe_unused]] auto const booked, store::add_time(txn, time));
        return ticket;
    }));
    store::WorkPage page{domain::Status::solved, made.created_at};
    auto const all = must_have(read([&](store::ReadTxn& txn) { return store::list_worked_tickets(txn, page); }));
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(all[0].booked_minutes, 12);
    std::vector<store::WorkActKind> kinds;
    for (auto const& act : all[0].acts) kinds.push_back(act.kind);
    std::ranges::sort(kinds);
    using enum store::WorkActKind;
    EXPECT_EQ(kinds, (std::vector{customer_wrote, replied, worked, waiting, solved}));
    page.before = made.created_at;
    page.before_id = made.id;
    EXPECT_TRUE(must_have(read([&](store::ReadTxn& txn) { return store::list_worked_tickets(txn, page); })).empty());
    auto const older = must_have(read([&](store::ReadTxn& txn) {
        return store::count_open_before(txn, domain::Status::solved, made.created_at + std::chrono::hours{1}, 10);
    }));
    EXPECT_EQ(older, 1);
}

}  // namespace
}  // namespace lotse::testing
