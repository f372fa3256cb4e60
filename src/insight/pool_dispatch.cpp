// SPDX-License-Identifier: Apache-2.0
#include "insight/dispatch.h"

namespace lotse::insight {
namespace {

routing::MemberAt member_at(std::size_t agent) { return static_cast<routing::MemberAt>(agent); }
domain::TicketId ticket_id(std::size_t ticket) { return domain::TicketId(static_cast<std::int64_t>(ticket) + 1); }
std::size_t ticket_at(domain::TicketId id) { return static_cast<std::size_t>(id.value - 1); }

}  // namespace

PoolDispatch::PoolDispatch(Scenario const& scenario, bool by_index, routing::SlackRules const& rules)
    : scenario_(scenario), by_index_(by_index), pool_(rules) {
    for (auto const& one : scenario.agents) pool_.add_member(one.agent);
    for (auto const& requirement : scenario.requirements) buckets_.push_back(pool_.bucket(requirement));
    laid_aside_.resize(scenario.agents.size());
}

routing::Waiting PoolDispatch::waiting(std::size_t ticket) const {
    auto const& one = scenario_.tickets[ticket];
    routing::Waiting out{ticket_id(ticket), buckets_[one.requirement], one.opened_at, one.opened_at + one.target, {}};
    if (auto const known = served_by_.find(one.requester); known != served_by_.end()) out.known_by = known->second;
    return out;
}

std::optional<routing::MemberAt> PoolDispatch::member_for(Floor const& floor, std::size_t ticket) const {
    if (!by_index_) return pool_.longest_free_for(buckets_[scenario_.tickets[ticket].requirement]);
    auto const found = pool_.member_for(waiting(ticket), floor.now());
    return found.count == 0 ? std::nullopt : std::optional(found.best[0].member);
}

std::optional<std::size_t> PoolDispatch::next_for(Floor const& floor, std::size_t agent) const {
    if (!by_index_) {
        auto const found = pool_.oldest_for(member_at(agent));
        return found ? std::optional(ticket_at(*found)) : std::nullopt;
    }
    auto const found = pool_.next_for(member_at(agent), floor.now());
    return found.count == 0 ? std::nullopt : std::optional(ticket_at(found.best[0].ticket));
}

void PoolDispatch::begin(Floor& floor, std::size_t agent, std::size_t ticket) {
    auto const& one = scenario_.tickets[ticket];
    pool_.set_free(member_at(agent), false, floor.now());
    served_by_[one.requester] = member_at(agent);
    floor.begin(agent, ticket, pool_.speed(member_at(agent), buckets_[one.requirement]));
}

void PoolDispatch::arrived(Floor& floor, std::size_t ticket) {
    if (auto const member = member_for(floor, ticket)) {
        begin(floor, *member, ticket);
    } else if (!by_index_ || !interrupt_for(floor, ticket)) {
        pool_.add(waiting(ticket));
    }
}

// What is urgent or high does not wait for somebody to be free: it interrupts the least pressing work of those who can.
bool PoolDispatch::interrupt_for(Floor& floor, std::size_t ticket) {
    using domain::Priority;
    auto const requirement = scenario_.tickets[ticket].requirement;
    if (scenario_.requirements[requirement].priority < Priority::high) return false;
    std::optional<std::size_t> best;
    std::pair<int, double> best_rank;
    for (std::size_t i = 0; i < scenario_.agents.size(); ++i) {
        auto const current = floor.ticket_of(i);
        if (!current || !floor.is_at_work(i) || !laid_aside_[i].empty()) continue;
        auto const its = scenario_.requirements[scenario_.tickets[*current].requirement].priority;
        double const speed = pool_.speed(member_at(i), buckets_[requirement]);
        if (its >= Priority::high || speed <= 0) continue;
        std::pair const rank{static_cast<int>(its), -speed};
        if (!best || rank < best_rank) {
            best = i;
            best_rank = rank;
        }
    }
    if (!best) return false;
    laid_aside_[*best].push_back(floor.interrupt(*best));
    begin(floor, *best, ticket);
    return true;
}

void PoolDispatch::came(Floor& floor, std::size_t agent) {
    pool_.set_at_work(member_at(agent), true);
    if (floor.is_idle(agent)) go_on(floor, agent);
}

void PoolDispatch::left(Floor& floor, std::size_t agent) {
    pool_.set_at_work(member_at(agent), false);
    pool_.set_free(member_at(agent), false, floor.now());
}

void PoolDispatch::finished(Floor& floor, std::size_t agent, std::size_t) { go_on(floor, agent); }

void PoolDispatch::go_on(Floor& floor, std::size_t agent) {
    if (!laid_aside_[agent].empty()) {
        auto const ticket = laid_aside_[agent].back();
        laid_aside_[agent].pop_back();
        begin(floor, agent, ticket);
        return;
    }
    if (!floor.is_at_work(agent)) return;
    if (auto const ticket = next_for(floor, agent)) {
        pool_.remove(ticket_id(*ticket));
        begin(floor, agent, *ticket);
    } else {
        pool_.set_free(member_at(agent), true, floor.now());
    }
}

}  // namespace lotse::insight
