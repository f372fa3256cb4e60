// SPDX-License-Identifier: Apache-2.0
#include "desk/plan_rebalance.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "desk/gather.h"
#include "desk/kept_pool.h"
#include "desk/routing_memory.h"
#include "desk/shift_end.h"
#include "desk/weights.h"
#include "routing/rebalance.h"
#include "store/pool.h"
#include "store/tickets.h"

namespace lotse::desk {
namespace {

using domain::OffBy;

constexpr std::size_t kMostOwners = 200;
constexpr int kOfOneOwner = 50;
constexpr int kWaitingOfQueue = 100;
constexpr std::size_t kMostLooked = 1000;
constexpr std::chrono::hours kShortAway{1};

// Away by their own word and not back soon; what the roster says is hand_back's matter.
bool is_away(Standing const& standing, routing::Candidate const& person) {
    auto const& duty = person.duty;
    return duty.off == OffBy::hand && (!duty.until || *duty.until - standing.now > kShortAway);
}

bool pushes(domain::Queue const& queue) { return queue.assignment == domain::Assignment::push; }

bool works_by_itself(Setup const& setup, domain::QueueId queue) {
    auto const* rule = setup.routing.find(queue);
    return rule == nullptr || rule->rebalances_hourly;
}

class Plan {
  public:
    Plan(Desk& desk, store::ReadTxn& txn, RebalanceCause cause) : desk_(desk), txn_(txn), cause_(cause) {}

    Result<RebalancePreview> make(domain::QueueId queue) {
        TRY(standing_, read_standing(desk_, txn_));
        for (auto const& one : standing_.setup->queues) {
            if (queue && one.id != queue) continue;
            bool const is_wanted = cause_ != RebalanceCause::hour || works_by_itself(*standing_.setup, one.id);
            if (pushes(one) && is_wanted) queues_.push_back(one.id);
        }
        out_.setup = standing_.setup;
        if (queues_.empty()) return std::move(out_);
        CHECK_OK(read_owned());
        if (cause_ != RebalanceCause::people) CHECK_OK(read_waiting());
        if (!tickets_.empty()) solve();
        return std::move(out_);
    }

  private:
    // Fullest lists first: they have most to give.
    Result<void> read_owned() {
        std::vector<routing::Candidate const*> owners;
        for (auto const& one : standing_.people) {
            bool const is_there = one.duty.is_at_work() || is_away(standing_, one);
            if (one.load.tickets > 0 && !one.agent.is_disabled && is_there) owners.push_back(&one);
        }
        std::ranges::sort(owners, {}, [&](auto const* one) {
            return std::tuple(one->duty.is_at_work(), -routing::relative_load(one->agent, one->load), one->agent.id);
        });
        if (owners.size() > kMostOwners) {
            owners.resize(kMostOwners);
            out_.has_more = true;
        }
        for (auto const* owner : owners) {
            store::TicketQuery query;
            query.agent = owner->agent.id;
            query.statuses = {domain::Status::fresh};
            query.limit = kOfOneOwner;
            TRY(auto const page, store::list_tickets(txn_, query));
            for (auto const& ticket : page.items) CHECK_OK(consider(*owner, ticket));
        }
        return {};
    }

    Result<void> consider(routing::Candidate const& owner, domain::Ticket const& ticket) {
        if (std::ranges::find(queues_, ticket.queue) == queues_.end()) return {};
        bool const can_keep = owner.duty.is_at_work() && !standing_.is_blocked(owner.agent.id, ticket) &&
                              !routing::fit(owner.agent, standing_.asks(ticket)).obstacle;
        if (cause_ == RebalanceCause::people && can_keep) return {};
        if (tickets_.size() >= kMostLooked) {
            out_.has_more = true;
            return {};
        }
        TRY(bool const may, may_move(txn_, standing_, ticket));
        if (may) add(ticket);
        return {};
    }

    // As a rule place_waiting is quicker; in a desk without hours only this looks at what found nobody when it came.
    Result<void> read_waiting() {
        for (auto const queue : queues_) {
            store::TicketQuery query;
            query.queue = queue;
            query.agent = domain::AgentId{};
            query.statuses = {domain::Status::fresh, domain::Status::open};
            query.limit = kWaitingOfQueue;
            TRY(auto const page, store::list_tickets(txn_, query));
            for (auto const& ticket : page.items) {
                TRY(auto const pooled, store::find_in_pool(txn_, ticket.id));
                if (pooled && tickets_.size() < kMostLooked) add(ticket);
            }
        }
        return {};
    }

    void add(domain::Ticket const& ticket) {
        at_[ticket.id.value] = tickets_.size();
        tickets_.push_back(ticket);
        if (ticket.agent) held_[ticket.agent.value].push_back(weight_of(*standing_.setup, ticket.channel));
    }

    // Tickets that ask for the same and are closed to the same people.
    std::size_t bucket_of(domain::Ticket const& ticket) {
        auto asks = standing_.asks(ticket);
        std::vector<std::int64_t> blocked;
        for (auto const& pair : standing_.setup->routing.blocked)
            if (standing_.is_blocked(pair.agent, ticket)) blocked.push_back(pair.agent.value);
        auto const [found, is_new] = bucket_of_.try_emplace(std::pair(asks, std::move(blocked)), asks_.size());
        if (is_new) asks_.push_back(std::move(asks));
        return found->second;
    }

    void solve() {
        std::vector<routing::Helper> people;
        for (auto const& one : standing_.people) {
            auto begun = one.load;
            for (auto const& weight : held_[one.agent.id.value]) begun.remove(weight);
            people.push_back({&one.agent, one.duty.is_at_work(), begun});
        }
        std::vector<routing::Movable> movable;
        for (auto const& ticket : tickets_)
            movable.push_back({ticket.id, ticket.agent, bucket_of(ticket),
                               needed_by(ticket).value_or(ticket.created_at + std::chrono::days{365})});
        routing::RebalanceInput input{people, asks_, movable, nullptr};
        if (standing_.solvers)
            input.pace = [&](domain::AgentId agent, domain::CategoryId category) {
                auto const* person = standing_.find(agent);
                return standing_.solvers->pace(person->agent, standing_.setup->find_category(category), standing_.now);
            };
        input.is_blocked = [&](domain::AgentId agent, routing::Movable const& one) {
            return standing_.is_blocked(agent, tickets_[at_.at(one.ticket.value)]);
        };
        input.takes = [&](domain::AgentId agent, routing::Requirement const& asks) {
            return standing_.find(agent)->duty.takes(asks.priority);
        };
        out_.looked_at = static_cast<int>(tickets_.size());
        for (auto const& move : routing::rebalance(input).moves) {
            if (!move.to) continue;  // better with who is away than with nobody
            if (out_.moves.size() == kMostMoves) {
                out_.has_more = true;
                return;
            }
            auto& ticket = tickets_[at_.at(move.ticket.value)];
            auto because = because_moved(standing_, ticket, move.from, move.to);
            out_.moves.push_back({std::move(ticket), move.from, move.to, std::move(because)});
        }
    }

    Desk& desk_;
    store::ReadTxn& txn_;
    RebalanceCause cause_;
    Standing standing_;
    std::vector<domain::QueueId> queues_;
    std::vector<domain::Ticket> tickets_;
    std::unordered_map<std::int64_t, std::size_t> at_;  // in tickets_
    std::unordered_map<std::int64_t, std::vector<routing::Weight>> held_;  // by owner, of tickets_
    std::map<std::pair<routing::Requirement, std::vector<std::int64_t>>, std::size_t> bucket_of_;
    std::vector<routing::Requirement> asks_;
    RebalancePreview out_;
};

std::string_view name_of(routing::Candidate const* person) {
    return person == nullptr ? std::string_view("somebody who is gone") : std::string_view(person->agent.name);
}

// What they have open, in units only where these are not tickets, and out of how many where that tells lists apart.
std::string open_words(routing::Candidate const& one, bool in_units, bool with_capacity) {
    auto const& load = one.load;
    if (in_units) return fmt::format("{} of {} units", load.units, one.agent.capacity);
    if (with_capacity) return fmt::format("{} of {} tickets", load.tickets, one.agent.capacity);
    return load.tickets == 1 ? "1 open ticket" : fmt::format("{} open tickets", load.tickets);
}

bool is_less_full(routing::Candidate const& one, routing::Candidate const& other) {
    return routing::relative_load(one.agent, one.load) < routing::relative_load(other.agent, other.load);
}

bool counts_units(routing::Candidate const* one) { return one != nullptr && one->load.units != one->load.tickets; }

}  // namespace

routing::Candidate const* Standing::find(domain::AgentId agent) const {
    auto const found = at.find(agent.value);
    return found == at.end() ? nullptr : &people[found->second];
}

routing::Requirement Standing::asks(domain::Ticket const& ticket) const {
    return requirement_of(*setup, store::pooled(ticket, {}), now);
}

bool Standing::is_blocked(domain::AgentId agent, domain::Ticket const& ticket) const {
    return setup->routing.is_blocked(agent, ticket.customer, ticket.organization);
}

bool Standing::can_take(routing::Candidate const& person, domain::Ticket const& ticket) const {
    return !person.agent.is_disabled && !routing::find_hindrance(person, ticket.priority) &&
           !routing::fit(person.agent, asks(ticket)).obstacle && !is_blocked(person.agent.id, ticket);
}

Result<Standing> read_standing(Desk& desk, store::ReadTxn& txn) {
    Standing out;
    TRY(out.setup, desk.setups.get(txn));
    TRY(out.people, read_candidates(desk, txn, *out.setup));
    for (std::size_t i = 0; i < out.people.size(); ++i) out.at[out.people[i].agent.id.value] = i;
    if (out.setup->routing.learns) out.solvers = desk.routing->solvers(txn.tenant());
    out.now = desk.clock.now();
    return out;
}

Result<bool> may_move(store::ReadTxn& txn, Standing const& standing, domain::Ticket const& ticket) {
    auto const* queue = standing.setup->find_queue(ticket.queue);
    auto const* owner = standing.find(ticket.agent);
    if (queue == nullptr || owner == nullptr || !pushes(*queue)) return false;
    if (is_begun(ticket) || ticket.merged_into || ticket.snoozed_until) return false;
    if (owner->agent.is_disabled || (!owner->duty.is_at_work() && !is_away(standing, *owner))) return false;
    TRY(auto const past, read_owner_past(txn, ticket));
    return !past.was_chosen && !past.was_asked_for && !past.has_acted;
}

domain::Because because_moved(Standing const& standing, domain::Ticket const& ticket, domain::AgentId from,
                              domain::AgentId to) {
    auto const* before = standing.find(from);
    auto const* taker = standing.find(to);
    auto const name = name_of(taker);
    bool const in_units =
        counts_units(before) || counts_units(taker) || weight_of(*standing.setup, ticket.channel).units != 1;
    domain::Because out;
    out.source = "routing";
    if (before == nullptr) {
        out.code = "routing.dealt_out";
        out.text = taker == nullptr ? fmt::format("It waited, and {} has room for it.", name)
                                    : fmt::format("It waited, and {} has room for it: {}.", name,
                                                  open_words(*taker, in_units, false));
    } else if (!before->duty.is_at_work()) {
        out.code = "routing.dealt_from_away";
        out.text = fmt::format("{} is away and has not begun it, so {} takes it.", name_of(before), name);
    } else if (standing.is_blocked(from, ticket) || routing::fit(before->agent, standing.asks(ticket)).obstacle) {
        // Of whom the rules keep apart nothing is told here.
        out.code = "routing.dealt_by_rules";
        out.text =
            fmt::format("By the desk's rules it is nothing for {} any more, so {} takes it.", name_of(before), name);
    } else if (taker != nullptr && is_less_full(*taker, *before)) {
        bool const with_capacity = taker->agent.capacity != before->agent.capacity;
        out.code = "routing.dealt_evenly";
        out.text = fmt::format("{} has {} and has not begun it; {} has {} and can begin sooner.", name_of(before),
                               open_words(*before, in_units, with_capacity), name,
                               open_words(*taker, in_units, with_capacity));
    } else {
        out.code = "routing.dealt_to_skill";
        out.text = fmt::format("{} has not begun it, and {} fits it better.", name_of(before), name);
    }
    return out;
}

Result<RebalancePreview> plan_rebalance(Desk& desk, store::ReadTxn& txn, domain::QueueId queue, RebalanceCause cause) {
    return Plan(desk, txn, cause).make(queue);
}

}  // namespace lotse::desk
