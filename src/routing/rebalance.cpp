// SPDX-License-Identifier: Apache-2.0
#include "routing/rebalance.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "routing/min_cost_flow.h"

namespace lotse::routing {
namespace {

constexpr int kFairSteps = 8;

struct Edge {
    std::size_t person = 0;
    std::int64_t cost = 0;
};

struct Bucket {
    std::size_t requirement = 0;
    std::vector<std::size_t> tickets;            // of the input, nearest deadline first
    std::map<std::size_t, std::int64_t> held;    // by person: how many of them
    std::vector<Edge> edges;
};

int room_of(Helper const& one) {
    if (!one.is_at_work || one.agent->is_disabled) return 0;
    return std::max(0, one.agent->capacity - one.begun.units);
}

class Plan {
  public:
    Plan(RebalanceInput const& input, RebalanceRules const& rules) : input_(input), rules_(rules) {
        for (std::size_t i = 0; i < input.people.size(); ++i) at_[input.people[i].agent->id.value] = i;
        fill_buckets();
    }

    RebalancePlan make() {
        for (auto& bucket : buckets_) choose_edges(bucket);
        auto flow = network();
        flow.solve();  // everything may wait, so everything can be sent
        RebalancePlan out;
        out.arcs = arcs_;
        for (auto const& bucket : buckets_) deal(bucket, flow, out);
        if (is_weighed()) {
            fit_whole_tickets(out);
            give_left_over(out);
        }
        std::ranges::sort(out.moves, {}, &Move::ticket);
        return out;
    }

  private:
    void fill_buckets() {
        std::map<std::size_t, std::size_t> bucket_of;
        for (std::size_t i = 0; i < input_.tickets.size(); ++i) {
            auto const& ticket = input_.tickets[i];
            auto const [found, is_new] = bucket_of.try_emplace(ticket.requirement, buckets_.size());
            if (is_new) buckets_.push_back({ticket.requirement, {}, {}, {}});
            auto& bucket = buckets_[found->second];
            bucket.tickets.push_back(i);
            if (auto const owner = at_.find(ticket.owner.value); owner != at_.end()) ++bucket.held[owner->second];
        }
        for (auto& bucket : buckets_)
            std::ranges::sort(bucket.tickets, {}, [&](std::size_t i) {
                return std::pair(input_.tickets[i].due_at, input_.tickets[i].ticket);
            });
    }

    std::int64_t units_of(Bucket const& bucket) const { return input_.requirements[bucket.requirement].weight.units; }
    Weight const& weight_of(Movable const& ticket) const { return input_.requirements[ticket.requirement].weight; }

    // Thousandths of a hands-on time; below 0: cannot.
    std::int64_t work_of(std::size_t person, Requirement const& asks) const {
        auto const& one = input_.people[person];
        if (!one.is_at_work || one.agent->is_disabled) return -1;
        auto const said = fit(*one.agent, asks);
        if (said.obstacle) return -1;
        double const pace = input_.pace && asks.category ? input_.pace(one.agent->id, asks.category) : 1;
        return static_cast<std::int64_t>(1000 / std::clamp(said.speed * pace, 0.4, 1.6));
    }

    bool is_blocked_for_all(std::size_t person, Bucket const& bucket) const {
        return input_.is_blocked && std::ranges::all_of(bucket.tickets, [&](std::size_t i) {
                   return input_.is_blocked(input_.people[person].agent->id, input_.tickets[i]);
               });
    }

    bool takes(std::size_t person, Requirement const& asks) const {
        return !input_.takes || input_.takes(input_.people[person].agent->id, asks);
    }

    // Those who have such tickets, and the best others with room for twice what there is.
    void choose_edges(Bucket& bucket) {
        auto const& asks = input_.requirements[bucket.requirement];
        std::vector<Edge> others;
        for (std::size_t i = 0; i < input_.people.size(); ++i) {
            auto const cost = work_of(i, asks);
            if (cost < 0 || is_blocked_for_all(i, bucket)) continue;
            if (bucket.held.contains(i)) bucket.edges.push_back({i, cost});
            else if (has_room(*input_.people[i].agent, input_.people[i].begun, asks.weight) && takes(i, asks))
                others.push_back({i, cost});
        }
        auto const key = [&](Edge const& edge) {
            auto const& one = input_.people[edge.person];
            auto const full =
                one.agent->capacity > 0 ? rules_.fairness_cost * one.begun.units / one.agent->capacity : 0;
            return std::pair(edge.cost + full, edge.person);
        };
        std::ranges::sort(others, {}, key);
        std::int64_t room = 0;
        std::size_t taken = 0;
        for (auto const& edge : others) {
            bool const is_enough = taken >= rules_.choices &&
                                   room >= 2 * units_of(bucket) * static_cast<std::int64_t>(bucket.tickets.size());
            if (is_enough) break;
            bucket.edges.push_back(edge);
            room += room_of(input_.people[edge.person]);
            ++taken;
        }
    }

    std::size_t person_node(std::size_t person) const { return buckets_.size() + person; }

    MinCostFlow network() {
        auto const people = input_.people.size();
        std::vector<std::int64_t> supplies(buckets_.size() + people + 1);
        for (std::size_t b = 0; b < buckets_.size(); ++b)
            supplies[b] = static_cast<std::int64_t>(buckets_[b].tickets.size()) * units_of(buckets_[b]);
        auto const sink = buckets_.size() + people;
        for (std::size_t b = 0; b < buckets_.size(); ++b) supplies[sink] -= supplies[b];
        auto const sent = supplies;
        MinCostFlow flow(std::move(supplies));
        std::vector<std::int64_t> held(people);
        for (std::size_t b = 0; b < buckets_.size(); ++b) {
            auto& bucket = buckets_[b];
            for (auto const& edge : bucket.edges) {
                auto const found = bucket.held.find(edge.person);
                auto const units = units_of(bucket);
                std::int64_t const own = (found == bucket.held.end() ? 0 : found->second) * units;
                held[edge.person] += own;
                auto const first = flow.add(b, person_node(edge.person), own, edge.cost / units);
                auto const more = takes(edge.person, input_.requirements[bucket.requirement])
                                      ? room_of(input_.people[edge.person])
                                      : 0;
                flow.add(b, person_node(edge.person), more, (edge.cost + rules_.move_cost) / units);
                firsts_[{b, edge.person}] = first;
            }
            waits_.push_back(flow.add(b, sink, sent[b], rules_.waiting_cost / units_of(bucket)));
        }
        for (std::size_t i = 0; i < people; ++i) add_list(flow, i, held[i], sink);
        arcs_ = static_cast<std::size_t>(firsts_.size() * 2 + waits_.size() + people * kFairSteps);
        return flow;
    }

    // Room in steps of rising cost; what somebody holds beyond it they may keep, at the price of a full list.
    void add_list(MinCostFlow& flow, std::size_t person, std::int64_t held, std::size_t sink) {
        auto const& one = input_.people[person];
        std::int64_t const room = room_of(one);
        std::int64_t given = 0;
        for (int step = 0; step < kFairSteps; ++step) {
            auto const until = room * (step + 1) / kFairSteps;
            if (until > given) {
                auto const filled = one.begun.units + (given + until) / 2;
                flow.add(person_node(person), sink, until - given,
                         rules_.fairness_cost * filled / std::max(1, one.agent->capacity));
            }
            given = std::max(given, until);
        }
        if (held > room) flow.add(person_node(person), sink, held - room, rules_.fairness_cost);
    }

    void deal(Bucket const& bucket, MinCostFlow const& flow, RebalancePlan& out) const {
        auto const b = static_cast<std::size_t>(&bucket - buckets_.data());
        std::map<std::size_t, std::int64_t> keeps;
        std::vector<std::pair<std::int64_t, std::size_t>> gets;  // how many, person
        for (auto const& edge : bucket.edges) {
            auto const first = firsts_.at({b, edge.person});
            std::int64_t const total = (flow.flow(first) + flow.flow(first + 1)) / units_of(bucket);
            auto const found = bucket.held.find(edge.person);
            std::int64_t const own = found == bucket.held.end() ? 0 : found->second;
            keeps[edge.person] = std::min(own, total);
            if (total > own) gets.emplace_back(total - own, edge.person);
        }
        std::vector<std::size_t> free;
        for (auto const i : bucket.tickets) {
            auto const& ticket = input_.tickets[i];
            auto const owner = at_.find(ticket.owner.value);
            auto const keep = owner == at_.end() ? keeps.end() : keeps.find(owner->second);
            bool const stays = keep != keeps.end() && keep->second > 0 && !is_blocked(ticket.owner, ticket);
            if (stays) {
                --keep->second;
                ++out.kept;
            } else {
                free.push_back(i);
            }
        }
        for (auto const i : free) give(bucket, input_.tickets[i], gets, out);
    }

    bool is_weighed() const {
        return std::ranges::any_of(input_.requirements, [](auto const& one) { return one.weight != Weight{}; });
    }

    // What everybody would have after these moves.
    std::vector<Load> loads_after(std::vector<Move> const& moves) const {
        std::vector<Load> out;
        for (auto const& one : input_.people) out.push_back(one.begun);
        std::unordered_map<std::int64_t, domain::AgentId> moved;
        for (auto const& move : moves) moved[move.ticket.value] = move.to;
        for (auto const& ticket : input_.tickets) {
            auto const found = moved.find(ticket.ticket.value);
            auto const owner = at_.find((found == moved.end() ? ticket.owner : found->second).value);
            if (owner != at_.end()) out[owner->second].add(weight_of(ticket));
        }
        return out;
    }

    // A flow of units may give somebody more than whole tickets fit, and knows no limits of channels. Whoever would get too much
    // gets the last ones not: they stay where they are, which may make that list too full in turn, so it looks again until all is
    // well. Each round takes one move away at least.
    void fit_whole_tickets(RebalancePlan& out) const {
        for (bool is_well = false; !is_well;) {
            is_well = true;
            auto loads = loads_after(out.moves);
            for (auto i = out.moves.size(); i-- > 0;) {
                auto const taker = at_.find(out.moves[i].to.value);
                if (taker == at_.end()) continue;
                auto const& weight = weight_of(ticket_of(out.moves[i]));
                auto& load = loads[taker->second];
                load.remove(weight);
                if (has_room(*input_.people[taker->second].agent, load, weight)) {
                    load.add(weight);
                    continue;
                }
                is_well = false;
                if (out.moves[i].from && !can_keep(ticket_of(out.moves[i]))) {
                    out.moves[i].to = {};
                    continue;
                }
                out.moves.erase(out.moves.begin() + static_cast<std::ptrdiff_t>(i));
                ++out.kept;
            }
        }
    }

    // What nobody has after all that goes to whoever has room for it, the quickest first.
    void give_left_over(RebalancePlan& out) const {
        auto loads = loads_after(out.moves);
        std::unordered_map<std::int64_t, std::size_t> move_of;
        for (std::size_t i = 0; i < out.moves.size(); ++i) move_of[out.moves[i].ticket.value] = i;
        for (auto const& bucket : buckets_)
            for (auto const at : bucket.tickets) {
                auto const& ticket = input_.tickets[at];
                auto const known = move_of.find(ticket.ticket.value);
                bool const is_left = known == move_of.end() ? !ticket.owner : !out.moves[known->second].to;
                if (!is_left) continue;
                auto const* edge = quickest_with_room(bucket, ticket, loads);
                if (edge == nullptr) continue;
                loads[edge->person].add(weight_of(ticket));
                auto const to = input_.people[edge->person].agent->id;
                if (known != move_of.end()) out.moves[known->second].to = to;
                else out.moves.push_back({ticket.ticket, ticket.owner, to});
                if (known == move_of.end()) --out.kept;
            }
    }

    Edge const* quickest_with_room(Bucket const& bucket, Movable const& ticket, std::vector<Load> const& loads) const {
        auto const& asks = input_.requirements[bucket.requirement];
        Edge const* best = nullptr;
        for (auto const& edge : bucket.edges) {
            auto const& agent = *input_.people[edge.person].agent;
            if (best != nullptr && best->cost <= edge.cost) continue;
            if (!has_room(agent, loads[edge.person], asks.weight) || !takes(edge.person, asks)) continue;
            if (!is_blocked(agent.id, ticket)) best = &edge;
        }
        return best;
    }

    bool can_keep(Movable const& ticket) const {
        auto const owner = at_.find(ticket.owner.value);
        return owner != at_.end() && !is_blocked(ticket.owner, ticket) &&
               work_of(owner->second, input_.requirements[ticket.requirement]) >= 0;
    }

    Movable const& ticket_of(Move const& move) const {
        return *std::ranges::find(input_.tickets, move.ticket, &Movable::ticket);
    }

    bool may_keep(Bucket const& bucket, Movable const& ticket) const {
        auto const owner = at_.find(ticket.owner.value);
        return owner != at_.end() && !is_blocked(ticket.owner, ticket) &&
               std::ranges::find(bucket.edges, owner->second, &Edge::person) != bucket.edges.end();
    }

    bool is_blocked(domain::AgentId agent, Movable const& ticket) const {
        return input_.is_blocked && input_.is_blocked(agent, ticket);
    }

    void give(Bucket const& bucket, Movable const& ticket, std::vector<std::pair<std::int64_t, std::size_t>>& gets,
              RebalancePlan& out) const {
        auto best = gets.end();
        for (auto one = gets.begin(); one != gets.end(); ++one) {
            if (one->first <= 0 || is_blocked(input_.people[one->second].agent->id, ticket)) continue;
            if (best == gets.end() || one->first > best->first) best = one;
        }
        domain::AgentId to;
        if (best != gets.end()) {
            --best->first;
            to = input_.people[best->second].agent->id;
        }
        if (to == ticket.owner || (!to && may_keep(bucket, ticket))) ++out.kept;
        else out.moves.push_back({ticket.ticket, ticket.owner, to});
    }

    RebalanceInput const& input_;
    RebalanceRules const& rules_;
    std::unordered_map<std::int64_t, std::size_t> at_;
    std::vector<Bucket> buckets_;
    std::map<std::pair<std::size_t, std::size_t>, std::size_t>
        firsts_;  // the arc without the cost of a move; the other follows
    std::vector<std::size_t> waits_;
    std::size_t arcs_ = 0;
};

}  // namespace

RebalancePlan rebalance(RebalanceInput const& input, RebalanceRules const& rules) { return Plan(input, rules).make(); }

}  // namespace lotse::routing
