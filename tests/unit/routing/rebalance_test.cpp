// SPDX-License-Identifier: Apache-2.0
#include "routing/rebalance.h"

#include <gtest/gtest.h>

#include <map>
#include <random>

#include "routing/min_cost_flow.h"

namespace lotse::routing {
namespace {

// Successive shortest paths by Bellman and Ford: slow, short, and another way.
struct PlainFlow {
    struct Arc {
        std::size_t from, to;
        std::int64_t left, cost;
    };
    std::vector<Arc> arcs;
    void add(std::size_t from, std::size_t to, std::int64_t capacity, std::int64_t cost) {
        arcs.push_back({from, to, capacity, cost});
        arcs.push_back({to, from, 0, -cost});
    }
    std::pair<std::int64_t, std::int64_t> send(std::size_t nodes, std::size_t source, std::size_t sink) {
        std::int64_t sent = 0;
        std::int64_t paid = 0;
        for (;;) {
            std::vector<std::int64_t> far(nodes, INT64_MAX / 4);
            std::vector<std::size_t> by(nodes, SIZE_MAX);
            far[source] = 0;
            for (std::size_t round = 0; round < nodes; ++round)
                for (std::size_t i = 0; i < arcs.size(); ++i)
                    if (arcs[i].left > 0 && far[arcs[i].from] < INT64_MAX / 8 &&
                        far[arcs[i].from] + arcs[i].cost < far[arcs[i].to]) {
                        far[arcs[i].to] = far[arcs[i].from] + arcs[i].cost;
                        by[arcs[i].to] = i;
                    }
            if (by[sink] == SIZE_MAX) return {sent, paid};
            std::int64_t most = INT64_MAX;
            for (auto at = sink; at != source; at = arcs[by[at]].from) most = std::min(most, arcs[by[at]].left);
            for (auto at = sink; at != source; at = arcs[by[at]].from) {
                arcs[by[at]].left -= most;
                arcs[by[at] ^ 1].left += most;
            }
            sent += most;
            paid += most * far[sink];
        }
    }
};

TEST(MinCostFlow, CostsWhatTheSlowWayCosts) {
    std::mt19937 random(11);
    auto const below = [&](std::uint32_t limit) { return static_cast<std::int64_t>(random() % limit); };
    for (int round = 0; round < 300; ++round) {
        auto const left = static_cast<std::size_t>(1 + below(6));
        auto const right = static_cast<std::size_t>(1 + below(6));
        std::vector<std::int64_t> supplies(left + right);
        std::int64_t total = 0;
        for (std::size_t i = 0; i < left; ++i) total += supplies[i] = below(6);
        for (std::int64_t unit = 0; unit < total; ++unit) --supplies[left + static_cast<std::size_t>(below(6)) % right];
        MinCostFlow flow(supplies);
        PlainFlow plain;
        auto const nodes = left + right + 2;
        for (std::size_t i = 0; i < left; ++i) plain.add(nodes - 2, i, supplies[i], 0);
        for (std::size_t i = left; i < left + right; ++i) plain.add(i, nodes - 1, -supplies[i], 0);
        for (std::size_t i = 0; i < left + right; ++i)
            for (std::size_t j = 0; j < left + right; ++j) {
                if (i == j || random() % 3 == 0) continue;
                auto const capacity = below(7);
                auto const cost = below(20);
                flow.add(i, j, capacity, cost);
                plain.add(i, j, capacity, cost);
            }
        auto const [sent, paid] = plain.send(nodes, nodes - 2, nodes - 1);
        bool const is_whole = flow.solve();
        EXPECT_EQ(is_whole, sent == total) << round;
        if (is_whole) EXPECT_EQ(flow.cost(), paid) << round;
    }
}

class Rebalance : public testing::Test {
  protected:
    Rebalance() {
        agents_.reserve(8);
        requirements_.resize(1);
        requirements_[0].queue = domain::QueueId{1};
    }
    void person(std::int64_t id, int begun = 0, bool is_at_work = true, int capacity = 10,
                std::vector<std::string> languages = {"en"}) {
        domain::Agent agent;
        agent.id = domain::AgentId{id};
        agent.queues = {domain::QueueId{1}};
        agent.capacity = capacity;
        agent.languages = std::move(languages);
        agents_.push_back(agent);
        begun_.push_back(begun);
        at_work_.push_back(is_at_work);
    }
    void tickets(int count, std::int64_t owner, std::size_t requirement = 0) {
        for (int i = 0; i < count; ++i) {
            auto const id = static_cast<std::int64_t>(tickets_.size()) + 1;
            tickets_.push_back({domain::TicketId{id}, domain::AgentId{owner}, requirement, instant(id)});
        }
    }
    RebalancePlan plan(RebalanceRules const& rules = {}, int units = 1) {
        auto agents = agents_;
        auto requirements = requirements_;
        for (auto& one : agents) one.capacity *= units;
        for (auto& one : requirements) one.weight.units *= units;
        std::vector<Helper> people;
        for (std::size_t i = 0; i < agents.size(); ++i) {
            auto load = plain_load(begun_[i]);
            load.units *= units;
            people.push_back({&agents[i], at_work_[i], load});
        }
        RebalanceInput input{people, requirements, tickets_, nullptr, blocked_};
        return rebalance(input, rules);
    }
    // A desk of chance, with up to so many people and tickets.
    void by_chance(std::mt19937& random, int most_people, int most_tickets, int heaviest) {
        auto const below = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
        agents_.clear();
        begun_.clear();
        at_work_.clear();
        tickets_.clear();
        requirements_.assign(3, {});
        for (auto& one : requirements_) one.queue = domain::QueueId{1};
        requirements_[0].weight = {1 + below(heaviest), {}};
        requirements_[1].weight = {1 + below(heaviest), domain::Channel::phone};
        requirements_[2].language = "de";
        int const people = 2 + below(most_people - 1);
        for (int i = 1; i <= people; ++i) {
            std::vector<std::string> languages{"en"};
            if (below(2) == 0) languages.emplace_back("de");
            person(i, below(3), below(5) != 0, below(3 * heaviest + 6), std::move(languages));
            if (below(3) == 0) agents_.back().limits[1] = below(3);
        }
        for (int i = below(most_tickets); i > 0; --i) {
            auto const owner = below(2) == 0 ? 0 : below(people + 1);
            tickets(1, owner, static_cast<std::size_t>(below(3)));
        }
    }
    std::map<std::int64_t, int> load_after(RebalancePlan const& plan) {
        std::map<std::int64_t, int> out;
        for (auto const& ticket : tickets_) ++out[ticket.owner.value];
        for (auto const& move : plan.moves) {
            --out[move.from.value];
            ++out[move.to.value];
        }
        return out;
    }
    std::vector<domain::Agent> agents_;
    std::vector<int> begun_;
    std::vector<bool> at_work_;
    std::vector<Requirement> requirements_;
    std::vector<Movable> tickets_;
    std::function<bool(domain::AgentId, Movable const&)> blocked_;
};

TEST_F(Rebalance, LeavesAloneWhatIsFair) {
    person(1);
    person(2);
    tickets(3, 1);
    tickets(3, 2);
    auto const out = plan();
    EXPECT_TRUE(out.moves.empty());
    EXPECT_EQ(out.kept, 6);
}

TEST_F(Rebalance, DealsOutTheTicketsOfWhoIsAway) {
    person(1, 0, false);
    person(2);
    person(3);
    tickets(6, 1);
    auto after = load_after(plan());
    EXPECT_EQ(after[1], 0);
    EXPECT_EQ(after[2], 3);
    EXPECT_EQ(after[3], 3);
}

TEST_F(Rebalance, TakesFromAFullListAndMovesNoMoreThanItGains) {
    person(1);
    person(2);
    tickets(10, 1);
    auto const out = plan();
    auto after = load_after(out);
    EXPECT_GE(after[2], 3);
    EXPECT_LE(after[2], 5);
    RebalanceRules dear;
    dear.move_cost = 100'000;
    dear.waiting_cost = 1'000'000;
    EXPECT_TRUE(plan(dear).moves.empty());
}

TEST_F(Rebalance, GivesNobodyMoreThanTheirRoomNorWhatTheyCannotDo) {
    requirements_.push_back(requirements_[0]);
    requirements_[1].language = "de";
    person(1, 8);
    person(2, 9, true, 10, {"de"});
    tickets(5, 0);
    tickets(5, 0, 1);
    auto const out = plan();
    auto after = load_after(out);
    EXPECT_LE(after[1], 2);
    EXPECT_LE(after[2], 1);
    EXPECT_EQ(after[0], 10 - after[1] - after[2]);
    for (auto const& move : out.moves)
        if (move.ticket.value > 5) EXPECT_NE(move.to, domain::AgentId{1});
}

TEST_F(Rebalance, NeverGivesATicketToWhoIsKeptApart) {
    person(1, 0, false);
    person(2);
    person(3);
    tickets(6, 1);
    blocked_ = [](domain::AgentId agent, Movable const& ticket) {
        return agent.value == 2 && ticket.ticket.value == 1;
    };
    for (auto const& move : plan().moves)
        if (move.ticket.value == 1) EXPECT_NE(move.to, domain::AgentId{2});
}

TEST_F(Rebalance, WhoHoldsMoreThanTheirRoomMayKeepItWhereNobodyElseCan) {
    person(1, 0, true, 4);
    tickets(9, 1);
    EXPECT_TRUE(plan().moves.empty());
}

TEST_F(Rebalance, AFreePersonIsGivenNoMoreUnitsThanFit) {
    person(1, 0, false);
    person(2, 0, true, 5);
    requirements_[0].weight.units = 2;
    tickets(4, 1);
    auto const out = plan();
    EXPECT_EQ(load_after(out)[2], 2) << "a third would be six of five units";
}

TEST_F(Rebalance, UnitsThatTheFlowWouldSplitGoToWhoeverHasRoomForAWholeTicket) {
    person(1, 0, true, 3);
    person(2, 0, true, 3);
    requirements_[0].weight.units = 2;
    tickets(3, 0);
    auto after = load_after(plan());
    EXPECT_EQ(after[1], 1);
    EXPECT_EQ(after[2], 1);
}

// Whatever the weights, limits and owners: nobody who is given something ends above what they can hold, and nobody is
// left without a ticket they had.
TEST_F(Rebalance, NoPlanOfAnyWeightsGivesAnybodyTooMuch) {
    std::mt19937 random(11);
    auto const below = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
    int moved = 0;
    for (int round = 0; round < 400; ++round) {
        agents_.clear();
        begun_.clear();
        at_work_.clear();
        tickets_.clear();
        requirements_.assign(3, requirements_[0]);
        requirements_[0].weight = {1 + below(3), {}};
        requirements_[1].weight = {1 + below(5), domain::Channel::phone};
        requirements_[2].weight = {1, {}};
        requirements_[2].priority = domain::Priority::high;
        int const people = 2 + below(5);
        for (int i = 1; i <= people; ++i) {
            person(i, below(3), below(4) != 0, below(9));
            if (below(2) == 0) agents_.back().limits[1] = below(3);
        }
        for (int i = below(25); i > 0; --i) tickets(1, below(people + 1), static_cast<std::size_t>(below(3)));
        auto const out = plan();
        std::vector<Load> loads;
        for (int i = 0; i < people; ++i) loads.push_back(plain_load(begun_[static_cast<std::size_t>(i)]));
        std::map<std::int64_t, Move> moves;
        for (auto const& move : out.moves) moves[move.ticket.value] = move;
        std::set<std::int64_t> takers;
        std::set<std::int64_t> callers;  // who is given a call; what somebody holds beyond a limit they may keep
        for (auto const& ticket : tickets_) {
            auto const found = moves.find(ticket.ticket.value);
            auto const owner = found == moves.end() ? ticket.owner : found->second.to;
            if (found != moves.end()) {
                ASSERT_EQ(found->second.from, ticket.owner);
                ASSERT_NE(found->second.to, ticket.owner);
            }
            if (!owner) continue;
            if (found != moves.end()) takers.insert(owner.value);
            if (found != moves.end() && ticket.requirement == 1) callers.insert(owner.value);
            loads[static_cast<std::size_t>(owner.value - 1)].add(requirements_[ticket.requirement].weight);
        }
        for (auto const id : takers) {
            auto const at = static_cast<std::size_t>(id - 1);
            ASSERT_LE(loads[at].units, agents_[at].capacity) << round;
            if (agents_[at].limits[1] && callers.contains(id))
                ASSERT_LE(loads[at].by_channel[1], *agents_[at].limits[1]) << round;
        }
        ASSERT_EQ(static_cast<std::size_t>(out.kept) + out.moves.size(), tickets_.size()) << round;
        moved += static_cast<int>(out.moves.size());
    }
    EXPECT_GT(moved, 500);
}

TEST_F(Rebalance, HeavyTicketsAreSpreadAsLightOnes) {
    for (int i = 1; i <= 8; ++i) person(i);
    tickets(8, 0);
    for (int const units : {1, 4, 5, 10, 100}) {
        auto after = load_after(plan({}, units));
        for (int i = 1; i <= 8; ++i) EXPECT_EQ(after[i], 1) << "person " << i << " at " << units << " units a ticket";
    }
}

TEST_F(Rebalance, AFewLightTicketsLeaveHeavyOnesTheirTakers) {
    requirements_.push_back(requirements_[0]);
    requirements_[1].weight.units = 10;
    for (int i = 1; i <= 8; ++i) person(i, 0, true, 20);
    tickets(8, 0, 1);
    tickets(8, 0);
    std::map<std::int64_t, int> units;
    for (auto const& move : plan().moves)
        units[move.to.value] += tickets_[static_cast<std::size_t>(move.ticket.value - 1)].requirement == 1 ? 10 : 1;
    for (int i = 1; i <= 8; ++i) {
        EXPECT_GE(units[i], 10) << i;
        EXPECT_LT(units[i], 20) << i;
    }
}

TEST_F(Rebalance, OnlyWhatIsOneHeavyTicketTooMuchGoesToWhoIsLeastFull) {
    requirements_[0].weight.units = 3;
    for (int i = 1; i <= 4; ++i) person(i, i == 1 ? 0 : 4, true, 10);
    person(5, 0, true, 10);
    tickets(4, 0);
    auto after = load_after(plan());
    EXPECT_EQ(after[1], 2);
    EXPECT_EQ(after[5], 2);
}

TEST_F(Rebalance, WeightsAndCapacitiesSoManyTimesAsLargeGiveTheSamePlan) {
    std::mt19937 random(12);
    int moved = 0;
    for (int round = 0; round < 300; ++round) {
        by_chance(random, 7, 30, 5);
        auto const as_it_is = plan();
        for (int const units : {2, 10, 100}) {
            auto const larger = plan({}, units);
            ASSERT_EQ(larger.moves, as_it_is.moves) << round << " at " << units;
            ASSERT_EQ(larger.kept, as_it_is.kept) << round << " at " << units;
        }
        moved += static_cast<int>(as_it_is.moves.size());
    }
    EXPECT_GT(moved, 1000);
}

TEST_F(Rebalance, NothingWaitsForSomebodyWhoHasRoomForIt) {
    std::mt19937 random(13);
    RebalanceRules narrow;
    narrow.choices = 1;
    int waiting = 0;
    for (int round = 0; round < 400; ++round) {
        by_chance(random, 30, 90, round % 2 == 0 ? 1 : 10);
        if (round % 3 == 0)
            blocked_ = [](domain::AgentId agent, Movable const& ticket) {
                return (agent.value + ticket.ticket.value) % 5 == 0;
            };
        else blocked_ = nullptr;
        auto const out = plan(round % 4 < 2 ? narrow : RebalanceRules{});
        std::map<std::int64_t, domain::AgentId> owners;
        for (auto const& ticket : tickets_) owners[ticket.ticket.value] = ticket.owner;
        for (auto const& move : out.moves) owners[move.ticket.value] = move.to;
        std::vector<Load> loads;
        for (auto const begun : begun_) loads.push_back(plain_load(begun));
        for (auto const& ticket : tickets_)
            if (auto const owner = owners[ticket.ticket.value])
                loads[static_cast<std::size_t>(owner.value - 1)].add(requirements_[ticket.requirement].weight);
        for (auto const& ticket : tickets_) {
            if (owners[ticket.ticket.value]) continue;
            ++waiting;
            auto const& asks = requirements_[ticket.requirement];
            for (std::size_t i = 0; i < agents_.size(); ++i) {
                bool const may =
                    at_work_[i] && !fit(agents_[i], asks).obstacle && !(blocked_ && blocked_(agents_[i].id, ticket));
                ASSERT_FALSE(may && has_room(agents_[i], loads[i], asks.weight))
                    << round << ": " << ticket.ticket.value << " waits, and " << agents_[i].id.value << " has room";
            }
        }
    }
    EXPECT_GT(waiting, 500);
}

TEST_F(Rebalance, TheSameInputGivesTheSamePlan) {
    person(1);
    person(2, 3);
    person(3, 1, false);
    tickets(9, 1);
    tickets(4, 3);
    EXPECT_EQ(plan().moves, plan().moves);
}

}  // namespace
}  // namespace lotse::routing
