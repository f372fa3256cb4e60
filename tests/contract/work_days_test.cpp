// SPDX-License-Identifier: Apache-2.0
#include "store/work_days.h"

#include "contract/support/samples.h"
#include "store/events.h"
#include "store/tickets.h"
#include "support/stores.h"

namespace lotse::testing {
namespace {

using domain::AgentId;

class WorkDays : public OnEachStore {
  protected:
    // Gives a new ticket to this person and tells by which road.
    void give(AgentId to, domain::Because because, domain::Priority priority, Instant at, AgentId by = {}) {
        must_have(write([&](store::WriteTxn& txn) -> Result<void> {
            auto ticket = a_ticket();
            ticket.priority = priority;
            TRY(ticket, store::add_ticket(txn, ticket));
            domain::Event event;
            event.ticket = ticket.id;
            event.actor = by ? domain::Actor::agent : domain::Actor::lotse;
            event.agent = by;
            TRY(event, store::add_event(txn, event));
            return store::add_changes(txn, event.id, ticket.id, {{"agent", "", std::to_string(to.value), because}}, at);
        }));
    }
    std::vector<domain::WorkDay> days(std::int64_t first, std::int64_t last) {
        return must_have(read([&](store::ReadTxn& txn) { return store::list_work_days(txn, first, last); }));
    }
};
LOTSE_ON_EACH_STORE(WorkDays);

domain::Because by(std::string source, std::string code) {
    domain::Because out;
    out.source = std::move(source);
    out.code = std::move(code);
    return out;
}

TEST_P(WorkDays, CountByRoadAndTellHardOnesInARow) {
    auto const morning = minute(0);
    auto const first = store::day_of(morning);
    auto const next = morning + std::chrono::days{1};
    give(AgentId{4}, by("routing", "routing.lowest_load"), domain::Priority::urgent, morning);
    give(AgentId{4}, by("routing", "routing.pulled"), domain::Priority::high, morning, AgentId{4});
    give(AgentId{4}, by("person", "person.set"), domain::Priority::high, next, AgentId{4});
    give(AgentId{4}, by("person", "person.set"), domain::Priority::normal, next, AgentId{5});
    give(AgentId{5}, by("routing", "routing.handed_out"), domain::Priority::low, next);
    must_have(write([&](store::WriteTxn& txn) { return store::note_load(txn, AgentId{4}, 750, next); }));
    must_have(write([&](store::WriteTxn& txn) { return store::note_load(txn, AgentId{4}, 250, next); }));
    auto const all = days(first, first + 1);
    ASSERT_EQ(all.size(), 3u);
    EXPECT_EQ(all[0], (domain::WorkDay{AgentId{4}, first, 0, 0, 1, 1, 0, 2, 2, 2}));
    EXPECT_EQ(all[1], (domain::WorkDay{AgentId{4}, first + 1, 2, 1000, 0, 1, 1, 1, 0, 3}));
    EXPECT_EQ(all[2], (domain::WorkDay{AgentId{5}, first + 1, 0, 0, 1, 0, 0, 0, 0, 0}));
    EXPECT_EQ(days(first, first).size(), 1u);
    must_have(write([&](store::WriteTxn& txn) { return store::forget_work_days(txn, first + 1); }));
    EXPECT_EQ(days(0, first + 1).size(), 2u);
}

TEST_P(WorkDays, GoByThePriorityThatIsSetWithTheOwnerAndLeaveOtherChangesAlone) {
    must_have(write([&](store::WriteTxn& txn) -> Result<void> {
        TRY(auto const ticket, store::add_ticket(txn, a_ticket()));
        domain::Event event;
        event.ticket = ticket.id;
        TRY(event, store::add_event(txn, event));
        CHECK_OK(store::add_changes(txn, event.id, ticket.id, {{"priority", "normal", "urgent", {}}}, minute(1)));
        CHECK_OK(store::add_changes(txn, event.id, ticket.id, {{"agent", "7", "", {}}}, minute(1)));
        return store::add_changes(txn, event.id, ticket.id,
                                  {{"priority", "normal", "urgent", {}}, {"agent", "", "7", {}}}, minute(1));
    }));
    auto const all = days(0, store::day_of(minute(1)));
    ASSERT_EQ(all.size(), 1u);
    EXPECT_EQ(all[0].given, 1);
    EXPECT_EQ(all[0].hard, 1);
}

}  // namespace
}  // namespace lotse::testing
