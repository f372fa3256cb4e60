// SPDX-License-Identifier: Apache-2.0
#include "bench/routing_cost.h"

#include <malloc.h>

#include <array>
#include <map>
#include <numeric>

#include "app/demo/random.h"
#include "bench/measure.h"
#include "routing/hand_out.h"
#include "routing/rebalance.h"

namespace lotse::bench {
namespace {

constexpr std::size_t kPeople = 1000;
constexpr std::size_t kWaiting = 10'000;
constexpr std::size_t kCalls = 20'000;
constexpr std::size_t kFree = 200;
constexpr std::int64_t kHeads = 100;
constexpr std::size_t kLooks = 100;
constexpr std::size_t kRebalances = 10;
constexpr std::size_t kSkillNames = 24;
constexpr std::array<std::string_view, 3> kLanguages{"en", "de", "pl"};
constexpr Instant kNow = instant(1'460'000'000'000'000);

domain::Agent a_person(std::size_t number, app::Random& random) {
    domain::Agent out;
    out.id = domain::AgentId(static_cast<std::int64_t>(number) + 1);
    out.queues = {domain::QueueId(1 + static_cast<std::int64_t>(random.below(4)))};
    if (random.chance(0.3)) out.queues.emplace_back(1 + static_cast<std::int64_t>(random.below(4)));
    out.languages = {"en"};
    if (random.chance(0.4)) out.languages.emplace_back("de");
    if (random.chance(0.25)) out.languages.emplace_back("pl");
    for (std::size_t i = 1 + random.below(6); i > 0; --i)
        out.skills.push_back({fmt::format("s{}", random.below(kSkillNames)), 1 + static_cast<int>(random.below(5))});
    return out;
}

routing::Waiting a_ticket(std::int64_t number, routing::Pool& pool, app::Random& random) {
    routing::Requirement asks;
    asks.queue = domain::QueueId(1 + static_cast<std::int64_t>(random.below(4)));
    asks.skills = {fmt::format("s{}", random.below(kSkillNames))};
    asks.language = kLanguages[random.chance(0.72) ? 0 : 1 + random.below(2)];
    asks.priority = static_cast<domain::Priority>(random.below(4));
    routing::Waiting out;
    out.ticket = domain::TicketId(number);
    out.bucket = pool.bucket(asks);
    out.opened_at = kNow - std::chrono::minutes{random.below(2000)};
    out.due_at = out.opened_at + std::chrono::hours{24};
    if (random.chance(0.3)) out.known_by = static_cast<routing::MemberAt>(random.below(kPeople));
    return out;
}

JsonObject quantiles(std::vector<double> const& samples) {
    return {{"p50_us", rounded(quantile(samples, 0.5))},
            {"p99_us", rounded(quantile(samples, 0.99))},
            {"most_us", rounded(std::ranges::max(samples))}};
}

// As the desk decides: everybody and the heads of the buckets are read, a pool is made of them, one person is answered.
std::vector<double> whole_looks(app::Random& random) {
    std::vector<routing::Candidate> people;
    for (std::size_t i = 0; i < kPeople; ++i) people.push_back({a_person(i, random)});
    std::vector<std::pair<domain::PooledTicket, routing::Requirement>> heads;
    for (std::int64_t i = 1; i <= kHeads; ++i) {
        routing::Requirement asks;
        asks.queue = domain::QueueId(1 + i % 4);
        asks.skills = {fmt::format("s{}", i % static_cast<std::int64_t>(kSkillNames))};
        asks.language = kLanguages[random.below(3)];
        asks.priority = static_cast<domain::Priority>(random.below(4));
        heads.push_back({{domain::TicketId(i),
                          asks.queue,
                          {},
                          asks.language,
                          asks.priority,
                          kNow - std::chrono::hours{2},
                          kNow + std::chrono::hours{i},
                          {}},
                         asks});
    }
    std::vector<double> out;
    for (std::size_t i = 0; i < kLooks; ++i) {
        double const from = cpu_micros();
        routing::HandOut look(people);
        for (auto const& [ticket, asks] : heads) look.add(ticket, asks);
        auto const found = look.next_for(people[i].agent.id, kNow);
        out.push_back(cpu_micros() - from);
        if (found.size() > 3) out.back() = 0;
    }
    return out;
}

// A thousand people with nine or ten tickets each that nobody has begun, a third of them away: what a re-balance costs where a
// ticket weighs one of these.
template <std::size_t N>
std::vector<double> rebalances(app::Random& random, std::array<int, N> const& weights, std::size_t& moves,
                               std::size_t& arcs) {
    int const mean = std::accumulate(weights.begin(), weights.end(), 0) / static_cast<int>(N);
    std::vector<domain::Agent> agents;
    for (std::size_t i = 0; i < kPeople; ++i) {
        agents.push_back(a_person(i, random));
        agents.back().capacity = 20 * mean;
    }
    std::vector<routing::Helper> people;
    for (auto const& agent : agents) {
        people.push_back({&agent, !random.chance(0.33), routing::plain_load(static_cast<int>(random.below(6)))});
        people.back().begun.units *= mean;
    }
    std::map<routing::Requirement, std::size_t> at;
    std::vector<routing::Requirement> requirements;
    std::vector<routing::Movable> tickets;
    for (std::size_t i = 0; i < kWaiting; ++i) {
        routing::Requirement asks;
        asks.queue = domain::QueueId(1 + static_cast<std::int64_t>(random.below(4)));
        asks.skills = {fmt::format("s{}", random.below(kSkillNames))};
        asks.language = kLanguages[random.chance(0.72) ? 0 : 1 + random.below(2)];
        asks.priority = static_cast<domain::Priority>(random.below(4));
        if (N > 1) asks.weight.units = weights[random.below(N)];
        auto const [found, is_new] = at.try_emplace(asks, requirements.size());
        if (is_new) requirements.push_back(asks);
        tickets.push_back({domain::TicketId(static_cast<std::int64_t>(i) + 1),
                           domain::AgentId(1 + static_cast<std::int64_t>(random.below(kPeople))), found->second,
                           kNow + std::chrono::minutes{random.below(5000)}});
    }
    std::vector<double> out;
    for (std::size_t i = 0; i < kRebalances; ++i) {
        double const from = cpu_micros();
        auto const plan = routing::rebalance({people, requirements, tickets, nullptr, nullptr});
        out.push_back(cpu_micros() - from);
        moves = plan.moves.size();
        arcs = plan.arcs;
    }
    return out;
}

}  // namespace

JsonObject routing_cost() {
    app::Random random(11);
    auto const before = ::mallinfo2().uordblks;
    routing::Pool pool;
    for (std::size_t i = 0; i < kPeople; ++i) {
        auto const member = pool.add_member(a_person(i, random));
        pool.set_at_work(member, true);
        if (i % (kPeople / kFree) == 0) pool.set_free(member, true, kNow - std::chrono::minutes{i});
    }
    std::int64_t number = 1;
    for (; number <= static_cast<std::int64_t>(kWaiting); ++number) pool.add(a_ticket(number, pool, random));
    auto const bytes = ::mallinfo2().uordblks - before;

    std::vector<double> pulls;
    std::vector<double> arrivals;
    std::size_t found = 0;
    for (std::size_t i = 0; i < kCalls; ++i) {
        auto const member = static_cast<routing::MemberAt>(random.below(kPeople));
        double const from = cpu_micros();
        auto const next = pool.next_for(member, kNow);
        if (next.count > 0) pool.remove(next.best[0].ticket);
        pulls.push_back(cpu_micros() - from);
        auto const ticket = a_ticket(number++, pool, random);
        double const came = cpu_micros();
        auto const who = pool.member_for(ticket, kNow);
        arrivals.push_back(cpu_micros() - came);
        if (next.count > 0) pool.add(ticket);
        found += next.count + who.count;
    }
    std::size_t moves = 0;
    std::size_t arcs = 0;
    auto const rebalanced = quantiles(rebalances(random, std::array{1}, moves, arcs));
    std::size_t weighed_moves = 0;
    std::size_t weighed_arcs = 0;
    auto const weighed = quantiles(rebalances(random, std::array{1, 2, 5, 8}, weighed_moves, weighed_arcs));
    return {{"rebalance", rebalanced},
            {"rebalance_weighed", weighed},
            {"rebalance_weighed_moves", weighed_moves},
            {"rebalance_moves", moves},
            {"rebalance_arcs", arcs},
            {"people", kPeople},
            {"waiting", kWaiting},
            {"calls", kCalls},
            {"free", kFree},
            {"pull_next", quantiles(pulls)},
            {"arrival", quantiles(arrivals)},
            {"look", quantiles(whole_looks(random))},
            {"heads", kHeads},
            {"pool_mib", rounded(static_cast<double>(bytes) / 1048576)},
            {"found", found}};
}

}  // namespace lotse::bench
