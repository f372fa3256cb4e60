// SPDX-License-Identifier: Apache-2.0
// What an admin says of routing, and what routing has learned, on each engine.
#include "store/routing_rules.h"

#include "contract/support/samples.h"
#include "store/pool.h"
#include "store/solvers.h"
#include "store/tickets.h"
#include "support/stores.h"

namespace lotse::testing {
namespace {

using domain::AgentId;
using domain::Trait;

class RoutingRows : public OnEachStore {
  protected:
    domain::RoutingRules rules() {
        return must_have(read([](store::ReadTxn& txn) { return store::read_routing_rules(txn); }));
    }
};
LOTSE_ON_EACH_STORE(RoutingRows);

TEST_P(RoutingRows, RulesAreReadAsWrittenAndGoByVersion) {
    EXPECT_EQ(rules().version, 0);
    EXPECT_TRUE(rules().learns);
    domain::RoutingRules said;
    said.learns = false;
    said.queues = {{domain::QueueId{1},
                    {{domain::QueueId{2}, 30}, {domain::QueueId{3}, 90}},
                    45,
                    domain::Sticky::organization,
                    4,
                    true}};
    auto const write_them = [&] {
        return write([&](store::WriteTxn& txn) { return store::write_routing_rules(txn, said); });
    };
    EXPECT_EQ(must_have(write_them()), 1);
    EXPECT_EQ(write_them().error().code, "routing_rules.stale_version");
    EXPECT_EQ(rules().queues, said.queues);
    EXPECT_FALSE(rules().learns);
    said.version = 1;
    said.queues.clear();
    EXPECT_EQ(must_have(write_them()), 2);
    EXPECT_EQ(write_them().error().code, "routing_rules.stale_version");
    EXPECT_TRUE(rules().queues.empty());
}

TEST_P(RoutingRows, APairIsKeptOnce) {
    domain::BlockedPair pair;
    pair.agent = AgentId{4};
    pair.organization = domain::OrganizationId{9};
    pair.reason = "asked for it";
    pair.made_at = minute(3);
    auto const add = [&] { return write([&](store::WriteTxn& txn) { return store::add_blocked_pair(txn, pair); }); };
    auto const made = must_have(add());
    EXPECT_EQ(add().error().code, "blocked_pair.known");
    auto const known = rules();
    ASSERT_EQ(known.blocked.size(), 1u);
    EXPECT_EQ(known.blocked[0].reason, "asked for it");
    EXPECT_TRUE(known.is_blocked(AgentId{4}, {}, domain::OrganizationId{9}));
    EXPECT_FALSE(known.is_blocked(AgentId{4}, {}, {}));
    EXPECT_FALSE(known.is_blocked(AgentId{5}, {}, domain::OrganizationId{9}));
    must_have(write([&](store::WriteTxn& txn) { return store::remove_blocked_pair(txn, made.id); }));
    EXPECT_TRUE(rules().blocked.empty());
    EXPECT_EQ(write([&](store::WriteTxn& txn) { return store::remove_blocked_pair(txn, made.id); }).error().code,
              "blocked_pair.missing");
}

TEST_P(RoutingRows, ASolutionAndItsSolversComeBackAsTheyWere) {
    auto const ticket = must_have(write([](store::WriteTxn& txn) { return store::add_ticket(txn, a_ticket()); })).id;
    domain::Solution const said{
        ticket, AgentId{7}, minute(5), 850, {{Trait::any, 0}, {Trait::opener, -2}, {Trait::category, 3}}};
    must_have(write([&](store::WriteTxn& txn) { return store::put_solution(txn, said); }));
    EXPECT_EQ(must_have(read([&](store::ReadTxn& txn) { return store::find_solution(txn, ticket); })), said);
    must_have(write([&](store::WriteTxn& txn) { return store::remove_solution(txn, ticket); }));
    EXPECT_FALSE(must_have(read([&](store::ReadTxn& txn) { return store::find_solution(txn, ticket); })));

    must_have(write([](store::WriteTxn& txn) -> Result<void> {
        for (std::int64_t agent = 1; agent <= 3; ++agent)
            for (std::int64_t category = 1; category <= 2; ++category)
                CHECK_OK(store::put_solver(txn, {Trait::category, category},
                                           {AgentId{agent}, {0.5 * static_cast<double>(agent), 0.25, minute(1)}}));
        return store::put_solver(txn, {Trait::category, 2}, {AgentId{3}, {4, 3, minute(2)}});
    }));
    auto const of_two =
        must_have(read([](store::ReadTxn& txn) { return store::list_solvers(txn, {Trait::category, 2}); }));
    ASSERT_EQ(of_two.size(), 3u);
    EXPECT_EQ(of_two[2].agent, AgentId{3});
    EXPECT_DOUBLE_EQ(of_two[2].solved.n, 4);
    EXPECT_EQ(of_two[2].solved.at, minute(2));
    std::vector<std::pair<std::int64_t, std::int64_t>> walked;
    store::SolverOf after;
    for (;;) {
        auto const page = must_have(
            read([&](store::ReadTxn& txn) { return store::list_solvers_of(txn, Trait::category, after, 4); }));
        for (auto const& row : page) walked.emplace_back(row.value, row.solver.agent.value);
        if (page.size() < 4) break;
        after = page.back();
    }
    EXPECT_EQ(walked,
              (std::vector<std::pair<std::int64_t, std::int64_t>>{{1, 1}, {1, 2}, {1, 3}, {2, 1}, {2, 2}, {2, 3}}));
    EXPECT_EQ(must_have(read([](store::ReadTxn& txn) {
                  return store::list_solved_by(txn, AgentId{2}, Trait::category);
              })).size(),
              2u);
}

TEST_P(RoutingRows, TheUsualTimeIsKept) {
    auto const usual = [&] {
        return must_have(read([](store::ReadTxn& txn) { return store::read_usual_time(txn, domain::CategoryId{3}); }));
    };
    EXPECT_EQ(usual().seen, 0);
    must_have(
        write([](store::WriteTxn& txn) { return store::write_usual_time(txn, domain::CategoryId{3}, {12, 6.5}); }));
    EXPECT_EQ(usual().seen, 12);
    EXPECT_DOUBLE_EQ(usual().log_minutes, 6.5);
}

TEST_P(RoutingRows, WhoFollowsThePoolReadsWhatChangedSince) {
    std::vector<domain::TicketId> tickets;
    for (int i = 0; i < 4; ++i) {
        domain::PooledTicket row;
        row.ticket = must_have(write([](store::WriteTxn& txn) { return store::add_ticket(txn, a_ticket()); })).id;
        row.queue = domain::QueueId{1};
        row.customer = domain::CustomerId{5};
        row.changed_at = minute(i / 2);
        must_have(write([&](store::WriteTxn& txn) { return store::put_in_pool(txn, row); }));
        tickets.push_back(row.ticket);
    }
    auto const since = [&](Instant at, domain::TicketId after, int limit) {
        std::vector<domain::TicketId> out;
        for (auto const& row :
             must_have(read([&](store::ReadTxn& txn) { return store::pool_changed_since(txn, at, after, limit); })))
            out.push_back(row.ticket);
        return out;
    };
    EXPECT_EQ(since(minute(0), {}, 10), tickets);
    EXPECT_EQ(since(minute(0), tickets[0], 2), (std::vector{tickets[1], tickets[2]}));
    EXPECT_EQ(since(minute(1), {}, 10), (std::vector{tickets[2], tickets[3]}));
    EXPECT_TRUE(since(minute(1), tickets[3], 10).empty());
}

}  // namespace
}  // namespace lotse::testing
