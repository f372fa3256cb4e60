// SPDX-License-Identifier: Apache-2.0
#include "routing/rebalance.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <unordered_map>

#include "routing/min_cost_flow.h"

namespace lotse::routing {
namespace {

constexpr int kFairSteps = 8;
// Costs of a unit in the flow are in these parts: a ticket shares its own among its units.
constexpr std::int64_t kExact = 1000;

struct Edge {
    std::size_t person = 0;
    std::int64_t cost = 0;
    std::optional<std::size_t> kept = {};   // the arc of what they have already
    std::optional<std::size_t> moved = {};  // and the one of what they would be given
};

struct Bucket {
    std::size_t requirement = 0;
    std::vector<std::size_t> tickets;            // of the input, nearest deadline first
    std::map<std::size_t, std::int64_t> held;    // by person: how many of them
    std::vector<Edge> edges;
    std::vector<Edge> spare;  // who could do it as well, and was not needed for the flow
};

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
        if (is_weighed()) fit_whole_tickets(out);
        give_left_over(out);
        std::ranges::sort(out.moves, {}, &Move::ticket);
        return out;
    }

  private:
    void fill_buckets() {
        std::map<std::size_t, std::size_t> bucket_of;
        for (std::size_t i = 0; i < input_.tickets.size(); ++i) {
            auto const& ticket = input_.tickets[i];
            ticket_at_[ticket.ticket.value] = i;
            auto const [found, is_new] = bucket_of.try_emplace(ticket.requirement, buckets_.size());
            if (is_new) buckets_.push_back({ticket.requirement, {}, {}, {}, {}});
            auto& bucket = buckets_[found->second];
            bucket.tickets.push_back(i);
            if (auto const owner = at_.find(ticket.owner.value); owner != at_.end()) ++bucket.held[owner->second];
        }
        for (auto& bucket : buckets_)
            std::ranges::sort(bucket.tickets, {}, [&](std::size_t i) {
                return std::pair(input_.tickets[i].due_at, input_.tickets[i].ticket);
            });
        count_units();
    }

    void count_units() {
        std::int64_t all = 0;
        step_ = 0;
        for (auto const& bucket : buckets_) {
            auto const units = input_.requirements[bucket.requirement].weight.units;
            step_ = std::gcd(step_, units);
            all += static_cast<std::int64_t>(bucket.tickets.size()) * units;
        }
        auto const tickets = static_cast<std::int64_t>(input_.tickets.size());
        step_ = std::max(1, step_);
        full_price_ = rules_.fairness_cost * kExact * tickets / std::max<std::int64_t>(1, all / step_);
    }

    // A unit of the flow is the largest that all weights are whole numbers of: who counts in tens plans as who counts in ones.
    std::int64_t units_of(Bucket const& bucket) const {
        return input_.requirements[bucket.requirement].weight.units / step_;
    }
    std::int64_t room_of(std::size_t person) const {
        auto const& one = input_.people[person];
        if (!one.is_at_work || one.agent->is_disabled) return 0;
        return std::max(0, one.agent->capacity - one.begun.units) / step_;
    }
    // What a unit of the flow costs on a list so full. All kinds of tickets pay the same for a unit, as they share the lists, and
    // a ticket of mean weight pays what the rule says of a ticket.
    std::int64_t price(std::int64_t filled, domain::Agent const& agent) const {
        return full_price_ * filled / std::max(1, agent.capacity);
    }
    // Above the dearest way to somebody with room, whatever the weight: a ticket shares the rest, and pays for a full list by unit.
    std::int64_t waiting_price(Bucket const& bucket) const {
        return (rules_.waiting_cost - rules_.fairness_cost) * kExact / units_of(bucket) + full_price_;
    }
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
            if (bucket.held.contains(i)) bucket.edges.push_back({.person = i, .cost = cost});
            else if (has_room(*input_.people[i].agent, input_.people[i].begun, asks.weight) && takes(i, asks))
                others.push_back({.person = i, .cost = cost});
        }
        auto const key = [&](Edge const& edge) {
            auto const& one = input_.people[edge.person];
            return std::pair(edge.cost * kExact + units_of(bucket) * price(one.begun.units, *one.agent), edge.person);
        };
        std::ranges::sort(others, {}, key);
        std::int64_t room = 0;
        auto const wanted = 2 * units_of(bucket) * static_cast<std::int64_t>(bucket.tickets.size());
        std::size_t taken = 0;
        for (; taken < others.size() && (taken < rules_.choices || room < wanted); ++taken) {
            bucket.edges.push_back(others[taken]);
            room += room_of(others[taken].person);
        }
        bucket.spare.assign(others.begin() + static_cast<std::ptrdiff_t>(taken), others.end());
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
            auto const units = units_of(bucket);
            for (auto& edge : bucket.edges) {
                auto const found = bucket.held.find(edge.person);
                std::int64_t const own = (found == bucket.held.end() ? 0 : found->second) * units;
                held[edge.person] += own;
                if (own > 0) edge.kept = flow.add(b, person_node(edge.person), own, edge.cost * kExact / units);
                auto const more =
                    takes(edge.person, input_.requirements[bucket.requirement]) ? room_of(edge.person) : 0;
                if (more > 0)
                    edge.moved =
                        flow.add(b, person_node(edge.person), more, (edge.cost + rules_.move_cost) * kExact / units);
                arcs_ += (edge.kept ? 1U : 0U) + (edge.moved ? 1U : 0U);
            }
            flow.add(b, sink, sent[b], waiting_price(bucket));
        }
        for (std::size_t i = 0; i < people; ++i) add_list(flow, i, held[i], sink);
        arcs_ += buckets_.size() + people * kFairSteps;
        return flow;
    }

    // Room in steps of rising cost; what somebody holds beyond it they may keep, at the price of a full list.
    void add_list(MinCostFlow& flow, std::size_t person, std::int64_t held, std::size_t sink) {
        auto const& one = input_.people[person];
        auto const room = room_of(person);
        std::int64_t given = 0;
        for (int step = 0; step < kFairSteps; ++step) {
            auto const until = room * (step + 1) / kFairSteps;
            if (until > given) {
                auto const filled = one.begun.units + (given + until) / 2 * step_;
                flow.add(person_node(person), sink, until - given, price(filled, *one.agent));
            }
            given = std::max(given, until);
        }
        if (held > room) flow.add(person_node(person), sink, held - room, full_price_);
    }

    void deal(Bucket const& bucket, MinCostFlow const& flow, RebalancePlan& out) const {
        std::map<std::size_t, std::int64_t> keeps;
        std::vector<std::pair<std::int64_t, std::size_t>> gets;  // how many, person
        for (auto const& edge : bucket.edges) {
            std::int64_t const sent =
                (edge.kept ? flow.flow(*edge.kept) : 0) + (edge.moved ? flow.flow(*edge.moved) : 0);
            std::int64_t const total = sent / units_of(bucket);
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

    // What nobody has after all that, as the flow split it or did not look at everybody, goes to whoever has room for it.
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
                auto const found = cheapest_with_room(bucket, ticket, loads);
                if (!found.has_room) break;
                if (found.edge == nullptr) continue;
                loads[found.edge->person].add(weight_of(ticket));
                auto const to = input_.people[found.edge->person].agent->id;
                if (known != move_of.end()) out.moves[known->second].to = to;
                else out.moves.push_back({ticket.ticket, ticket.owner, to});
                if (known == move_of.end()) --out.kept;
            }
    }

    struct Found {
        Edge const* edge = nullptr;
        bool has_room = false;  // anybody, be they kept apart from the ticket or not
    };

    // By the costs of the flow: the work, and the list as full as this ticket finds it on the mean.
    Found cheapest_with_room(Bucket const& bucket, Movable const& ticket, std::vector<Load> const& loads) const {
        auto const& asks = input_.requirements[bucket.requirement];
        Found out;
        std::int64_t least = 0;
        for (auto const* edges : {&bucket.edges, &bucket.spare})
            for (auto const& edge : *edges) {
                auto const& agent = *input_.people[edge.person].agent;
                auto const& load = loads[edge.person];
                if (!has_room(agent, load, asks.weight) || !takes(edge.person, asks)) continue;
                out.has_room = true;
                auto const cost =
                    edge.cost * kExact + units_of(bucket) * price(load.units + units_of(bucket) / 2 * step_, agent);
                if ((out.edge != nullptr && least <= cost) || is_blocked(agent.id, ticket)) continue;
                out.edge = &edge;
                least = cost;
            }
        return out;
    }

    bool can_keep(Movable const& ticket) const {
        auto const owner = at_.find(ticket.owner.value);
        return owner != at_.end() && !is_blocked(ticket.owner, ticket) &&
               work_of(owner->second, input_.requirements[ticket.requirement]) >= 0;
    }

    Movable const& ticket_of(Move const& move) const { return input_.tickets[ticket_at_.at(move.ticket.value)]; }

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
    std::unordered_map<std::int64_t, std::size_t> ticket_at_;
    std::vector<Bucket> buckets_;
    int step_ = 1;  // units of the desk in one of the flow
    std::int64_t full_price_ = 0;  // of a unit on a full list
    std::size_t arcs_ = 0;
};

}  // namespace

RebalancePlan rebalance(RebalanceInput const& input, RebalanceRules const& rules) { return Plan(input, rules).make(); }

}  // namespace lotse::routing
