// SPDX-License-Identifier: Apache-2.0
#include "store/tickets.h"

#include <map>
#include <random>
#include <thread>

#include "contract/support/samples.h"
#include "support/stores.h"

namespace lotse::testing {
namespace {

using domain::AgentId;
using domain::QueueId;
using domain::Status;
using domain::TicketId;

class Tickets : public OnEachStore {
  protected:
    domain::Ticket add(domain::Ticket const& ticket) {
        return must_have(write([&](store::WriteTxn& txn) { return store::add_ticket(txn, ticket); }));
    }
    domain::Ticket get(TicketId id) {
        return must_have(read([&](store::ReadTxn& txn) { return store::get_ticket(txn, id); }));
    }
    domain::Ticket update(domain::Ticket const& ticket) {
        return must_have(write([&](store::WriteTxn& txn) { return store::update_ticket(txn, ticket); }));
    }
    void expect_counts_equal_a_recount();
};
LOTSE_ON_EACH_STORE(Tickets);

TEST_P(Tickets, CountUpFromOne) {
    EXPECT_EQ(add({}).id, TicketId{1});
    EXPECT_EQ(add({}).id, TicketId{2});
}

TEST_P(Tickets, AreReadAsTheyWereWritten) {
    auto const full = add(a_ticket());
    EXPECT_EQ(full.version, 1);
    EXPECT_TRUE(fields(get(full.id)) == fields(full));
    auto const plain = add({});
    EXPECT_TRUE(fields(get(plain.id)) == fields(plain));
    auto large = a_ticket();
    large.subject = megabyte();
    large.created_at = instant(-62'135'596'800'000'000);
    large = add(large);
    EXPECT_TRUE(fields(get(large.id)) == fields(large));
}

TEST_P(Tickets, AreUpdatedByVersion) {
    auto ticket = add({});
    auto changed = a_ticket();
    changed.id = ticket.id;
    changed.version = 1;
    auto const updated = update(changed);
    EXPECT_EQ(updated.version, 2);
    EXPECT_TRUE(fields(get(ticket.id)) == fields(updated));
    // What no list sorts or filters by goes another way.
    auto quiet = updated;
    quiet.subject = "Other";
    quiet.type = domain::TicketType::question;
    quiet.has_type = false;
    quiet.impact = domain::Level::low;
    quiet.urgency = domain::Level::high;
    quiet.unreadable = false;
    quiet.follows = TicketId{};
    quiet.updated_at = minute(50);
    quiet.solved_at.reset();
    quiet.closed_at = minute(51);
    auto const touched = update(quiet);
    EXPECT_EQ(touched.version, 3);
    EXPECT_TRUE(fields(get(ticket.id)) == fields(touched));
    auto const stale = write([&](store::WriteTxn& txn) { return store::update_ticket(txn, changed); });
    ASSERT_FALSE(stale);
    EXPECT_EQ(stale.error().code, "ticket.stale_version");
    EXPECT_EQ(stale.error().kind, Kind::conflict);
    EXPECT_TRUE(fields(get(ticket.id)) == fields(touched));
}

TEST_P(Tickets, OfOthersAreMissing) {
    auto const ticket = add(a_ticket());
    auto const seen =
        store().read(other_scope(), [&](store::ReadTxn& txn) { return store::get_ticket(txn, ticket.id); });
    ASSERT_FALSE(seen);
    EXPECT_EQ(seen.error().code, "ticket.missing");
    EXPECT_EQ(seen.error().kind, Kind::not_found);
    auto const changed =
        store().write(other_scope(), [&](store::WriteTxn& txn) { return store::update_ticket(txn, ticket); });
    ASSERT_FALSE(changed);
    EXPECT_EQ(changed.error().code, "ticket.missing");
    store::TicketQuery const everything;
    EXPECT_TRUE(must_have(store().read(other_scope(), [&](store::ReadTxn& txn) {
                    return store::list_tickets(txn, everything);
                })).items.empty());
    EXPECT_TRUE(
        must_have(store().read(other_scope(), [](store::ReadTxn& txn) { return store::count_by_queue(txn); })).empty());
    EXPECT_TRUE(fields(get(ticket.id)) == fields(ticket));
}

void Tickets::expect_counts_equal_a_recount() {
    std::map<std::pair<std::int64_t, std::int64_t>, std::int64_t> by_queue;
    std::map<std::pair<std::int64_t, std::int64_t>, int> by_agent;
    must_have(read([&](store::ReadTxn& txn) {
        return txn.each("SELECT queue_id, status, agent_id, channel FROM ticket WHERE tenant_id = :tenant", {},
                        [&](store::Row const& row) {
                            ++by_queue[{row.integer(0), row.integer(1)}];
                            if (row.integer(2) != 0 && row.integer(1) <= 1)
                                ++by_agent[{row.integer(2), row.integer(3)}];
                        });
    }));
    std::map<std::pair<std::int64_t, std::int64_t>, std::int64_t> counted;
    for (auto const& count : must_have(read([](store::ReadTxn& txn) { return store::count_by_queue(txn); })))
        counted[{count.queue.value, static_cast<std::int64_t>(count.status)}] = count.count;
    EXPECT_EQ(counted, by_queue);
    std::map<std::pair<std::int64_t, std::int64_t>, int> loads;
    for (auto const& one : must_have(read([](store::ReadTxn& txn) { return store::count_open_by_agent(txn); })))
        for (std::size_t i = 0; i < domain::kChannels; ++i)
            if (one.by_channel[i] != 0) loads[{one.agent.value, static_cast<std::int64_t>(i)}] = one.by_channel[i];
    EXPECT_EQ(loads, by_agent);
    for (std::int64_t agent = 1; agent <= 4; ++agent) {
        int sum = 0;
        for (auto const& [key, count] : by_agent) sum += key.first == agent ? count : 0;
        auto const own =
            must_have(read([&](store::ReadTxn& txn) { return store::count_open_of(txn, AgentId{agent}); }));
        EXPECT_EQ(own.tickets(), sum);
    }
}

TEST_P(Tickets, CountAsARecountAfterManyChanges) {
    std::mt19937 random(7);
    auto const below = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
    std::vector<domain::Ticket> tickets;
    auto const shuffle = [&](domain::Ticket& ticket) {
        ticket.queue = QueueId{1 + below(4)};
        ticket.status = static_cast<Status>(below(5));
        ticket.agent = AgentId{below(4)};
    };
    for (int step = 0; step < 2000;) {
        auto const batch = tickets;
        auto const done = write([&](store::WriteTxn& txn) -> Result<void> {
            for (int i = 0; i < 25; ++i, ++step) {
                if (tickets.empty() || below(3) == 0) {
                    domain::Ticket ticket;
                    shuffle(ticket);
                    ticket.channel = static_cast<domain::Channel>(below(6));
                    TRY(ticket, store::add_ticket(txn, ticket));
                    tickets.push_back(ticket);
                } else {
                    auto& ticket = tickets[static_cast<std::size_t>(below(static_cast<int>(tickets.size())))];
                    shuffle(ticket);
                    TRY(ticket, store::update_ticket(txn, ticket));
                }
            }
            if (below(4) == 0) return invalid("test.undo", "rolled back");
            return {};
        });
        if (!done) tickets = batch;
    }
    expect_counts_equal_a_recount();
    EXPECT_GT(tickets.size(), 100u);
}

TEST_P(Tickets, CountAsARecountAfterWritersAtTheSameTime) {
    std::vector<std::thread> writers;
    for (int n = 0; n < 4; ++n) {
        writers.emplace_back([this, n] {
            std::mt19937 random(static_cast<unsigned>(n));
            for (int i = 0; i < 40; ++i) {
                auto const queue = QueueId{1 + static_cast<std::int64_t>(random() % 2)};
                auto const done = write([&](store::WriteTxn& txn) -> Result<void> {
                    domain::Ticket ticket;
                    ticket.queue = queue;
                    ticket.agent = AgentId{1 + n % 2};
                    TRY(ticket, store::add_ticket(txn, ticket));
                    ticket.status = Status::waiting;
                    ticket.queue = QueueId{3 - queue.value};
                    TRY(ticket, store::update_ticket(txn, ticket));
                    return {};
                });
                EXPECT_TRUE(done) << done.error().detail;
            }
        });
    }
    for (auto& writer : writers) writer.join();
    expect_counts_equal_a_recount();
}

}  // namespace
}  // namespace lotse::testing
