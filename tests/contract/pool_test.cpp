// SPDX-License-Identifier: Apache-2.0
// The pool of waiting tickets: heads of buckets, claims, and that a ticket comes and goes with its own row.
#include "store/pool.h"

#include "contract/support/samples.h"
#include "store/tickets.h"
#include "support/stores.h"

namespace lotse::testing {
namespace {

using domain::PooledTicket;

TEST(PooledTickets, WaitForTheClockThatEndsFirst) {
    domain::Ticket ticket;
    ticket.created_at = minute(0);
    EXPECT_EQ(store::pooled(ticket, {}).due_at, minute(7 * 24 * 60)) << "without a target a week";
    ticket.solution_due_at = minute(90);
    ticket.first_reply_due_at = minute(60);
    EXPECT_EQ(store::pooled(ticket, {}).due_at, minute(60));
    ticket.first_reply_due_at = {};
    ticket.update_due_at = minute(40);
    EXPECT_EQ(store::pooled(ticket, {}).due_at, minute(40)) << "news that are owed press as an answer does";
    ticket.next_reply_due_at = minute(30);
    EXPECT_EQ(store::pooled(ticket, {}).due_at, minute(30));
    ticket.handover_due_at = minute(20);
    EXPECT_EQ(store::pooled(ticket, {}).due_at, minute(20));
}

class PoolRows : public OnEachStore {
  protected:
    domain::Ticket a_ticket() {
        return must_have(write([](store::WriteTxn& txn) {
            domain::Ticket ticket;
            ticket.queue = domain::QueueId{1};
            return store::add_ticket(txn, ticket);
        }));
    }
    domain::TicketId put(std::int64_t category, std::string language, int due,
                         domain::Priority priority = domain::Priority::normal, std::int64_t known_by = 0) {
        PooledTicket row;
        row.ticket = a_ticket().id;
        row.queue = domain::QueueId{1};
        row.category = domain::CategoryId{category};
        row.language = std::move(language);
        row.priority = priority;
        row.opened_at = minute(0);
        row.due_at = minute(due);
        row.known_by = domain::AgentId{known_by};
        row.channel = domain::Channel::phone;
        must_have(write([&](store::WriteTxn& txn) { return store::put_in_pool(txn, row); }));
        return row.ticket;
    }
    std::vector<domain::TicketId> heads(int in_time_from, std::set<domain::TicketId> const& skip = {}) {
        std::vector<domain::TicketId> out;
        for (auto const& one : must_have(read([&](store::ReadTxn& txn) {
                 return store::pool_heads(txn, domain::QueueId{1}, minute(in_time_from), skip);
             })))
            out.push_back(one.ticket);
        return out;
    }
};
LOTSE_ON_EACH_STORE(PoolRows);

TEST_P(PoolRows, OneHeadForEachBucketAndOneThatCanStillBeInTime) {
    auto const late = put(1, "de", 5);
    auto const in_time = put(1, "de", 30);
    put(1, "de", 40);
    auto const other_language = put(1, "", 90);
    auto const other_priority = put(1, "de", 80, domain::Priority::urgent);
    auto const no_category = put(0, "de", 70);
    put(0, "de", 71);
    EXPECT_EQ(heads(10), (std::vector{no_category, other_language, late, in_time, other_priority}));
    EXPECT_EQ(heads(0), (std::vector{no_category, other_language, late, other_priority}));
    auto const without = heads(0, {late, other_language});
    EXPECT_EQ(without, (std::vector{no_category, in_time, other_priority}));
    auto const others =
        must_have(read([](store::ReadTxn& txn) { return store::pool_heads(txn, domain::QueueId{2}, minute(0)); }));
    EXPECT_TRUE(others.empty());
}

TEST_P(PoolRows, AcquaintancesComeByDeadline) {
    put(1, "de", 5);
    auto const later = put(1, "de", 9, domain::Priority::normal, 7);
    auto const sooner = put(2, "pl", 8, domain::Priority::low, 7);
    auto const found =
        must_have(read([](store::ReadTxn& txn) { return store::pool_of_acquaintances(txn, domain::AgentId{7}, 5); }));
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].ticket, sooner);
    EXPECT_EQ(found[1].ticket, later);
}

TEST_P(PoolRows, ATicketLeavesWithItsOwnerAndComesBackWithoutOne) {
    auto const id = put(1, "de", 5);
    auto ticket = must_have(read([&](store::ReadTxn& txn) { return store::get_ticket(txn, id); }));
    auto const is_there = [&] {
        return must_have(read([&](store::ReadTxn& txn) { return store::find_in_pool(txn, id); })).has_value();
    };
    EXPECT_TRUE(is_there());
    auto const update = [&](auto change) {
        change(ticket);
        ticket = must_have(write([&](store::WriteTxn& txn) { return store::update_ticket(txn, ticket); }));
    };
    update([](auto& t) { t.agent = domain::AgentId{4}; });
    EXPECT_FALSE(is_there());
    update([](auto& t) { t.agent = {}; });
    ASSERT_TRUE(is_there());
    EXPECT_EQ(must_have(read([&](store::ReadTxn& txn) { return store::find_in_pool(txn, id); }))->known_by.value, 4);
    update([](auto& t) { t.snoozed_until = minute(50); });
    EXPECT_FALSE(is_there());
    update([](auto& t) { t.snoozed_until.reset(); });
    EXPECT_TRUE(is_there());
    update([](auto& t) { t.status = domain::Status::waiting; });
    EXPECT_FALSE(is_there());
}

TEST_P(PoolRows, ANewTicketComesWithItsSettlementOnly) {
    auto const ticket = a_ticket();
    EXPECT_FALSE(must_have(read([&](store::ReadTxn& txn) { return store::find_in_pool(txn, ticket.id); })));
}

TEST_P(PoolRows, AClaimIsForOne) {
    auto const id = put(1, "de", 5);
    EXPECT_TRUE(must_have(write([&](store::WriteTxn& txn) { return store::claim_in_pool(txn, id); })));
    EXPECT_FALSE(must_have(
        write([&](store::WriteTxn& txn) { return store::claim_in_pool(txn, domain::TicketId{id.value + 1}); })));
    must_have(write([&](store::WriteTxn& txn) { return store::take_out_of_pool(txn, id); }));
    EXPECT_FALSE(must_have(write([&](store::WriteTxn& txn) { return store::claim_in_pool(txn, id); })));
    must_have(write([&](store::WriteTxn& txn) { return store::take_out_of_pool(txn, id); }));
}

// Ten thousand in one bucket: the heads are two, and counting ends where it is told to.
TEST_P(PoolRows, ABurstCostsNoMoreThanItsHeads) {
    must_have(write([&](store::WriteTxn& txn) -> Result<void> {
        for (int i = 0; i < 10'000; ++i) {
            domain::Ticket ticket;
            ticket.queue = domain::QueueId{1};
            TRY(ticket, store::add_ticket(txn, ticket));
            CHECK_OK(store::put_in_pool(txn, {ticket.id, ticket.queue, {}, "de", {}, minute(0), minute(i), {}}));
        }
        return {};
    }));
    EXPECT_EQ(heads(5'000).size(), 2U);
    EXPECT_EQ(
        must_have(read([](store::ReadTxn& txn) { return store::count_in_pool(txn, domain::QueueId{1}, 100'000); })),
        10'000);
    EXPECT_EQ(must_have(read([](store::ReadTxn& txn) { return store::count_in_pool(txn, domain::QueueId{1}, 1); })), 1);
}

}  // namespace
}  // namespace lotse::testing
