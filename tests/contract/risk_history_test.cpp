// SPDX-License-Identifier: Apache-2.0
#include "store/risk_history.h"
#include "contract/support/samples.h"
#include "store/events.h"
#include "store/tickets.h"
#include "support/stores.h"

namespace lotse::testing {
namespace {

class RiskHistory : public OnEachStore {};
LOTSE_ON_EACH_STORE(RiskHistory);

TEST_P(RiskHistory, TakesBackWhatCameAfterTheTicketWasPlaced) {
    auto const made = must_have(write([](store::WriteTxn& txn) -> Result<domain::Ticket> {
        auto ticket = a_ticket();
        ticket.status = domain::Status::closed;
        TRY(ticket, store::add_ticket(txn, ticket));
        domain::Event event;
        event.ticket = ticket.id;
        event.kind = domain::EventKind::timer_fired;
        event.data = JsonObject{{"timer", "solution_breach"}, {"missed", true}};
        event.at = ticket.created_at + std::chrono::hours{1};
        TRY(event, store::add_event(txn, event));
        domain::Because const because{"person", "", kHostile, {}, "", false};
        CHECK_OK(store::add_changes(txn, event.id, ticket.id,
                                    {{"queue", "2", "5", because},
                                     {"status", "solved", "open", because},
                                     {"priority", "low", "urgent", because}},
                                    event.at));
        return ticket;
    }));
    auto const past = must_have(read([](store::ReadTxn& txn) { return store::list_past_tickets(txn, 10); }));
    ASSERT_EQ(past.size(), 1U);
    EXPECT_EQ(past[0].ticket.queue.value, 2);
    EXPECT_EQ(past[0].ticket.priority, domain::Priority::low);
    EXPECT_EQ(past[0].ticket.sentiment, made.sentiment);
    EXPECT_TRUE(past[0].missed_solution);
    EXPECT_TRUE(past[0].was_reopened);
    EXPECT_TRUE(past[0].was_reassigned);
    auto later = made;
    later.id.value += 1;
    EXPECT_EQ(must_have(read([&](store::ReadTxn& txn) { return store::count_earlier(txn, later, 8); })), 1);
    EXPECT_EQ(must_have(read([&](store::ReadTxn& txn) { return store::count_earlier(txn, made, 8); })), 0);
}

TEST_P(RiskHistory, StaysInItsDesk) {
    must_have(write([](store::WriteTxn& txn) {
        auto ticket = a_ticket();
        ticket.status = domain::Status::closed;
        return store::add_ticket(txn, ticket);
    }));
    auto const others =
        must_have(store().read(other_scope(), [](store::ReadTxn& txn) { return store::list_past_tickets(txn, 10); }));
    EXPECT_TRUE(others.empty());
}

}  // namespace
}  // namespace lotse::testing
