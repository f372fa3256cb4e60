// SPDX-License-Identifier: Apache-2.0
#include "routing/min_cost_flow.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace lotse::routing {
namespace {

constexpr std::int64_t kEndless = std::int64_t{1} << 50;
constexpr std::size_t kLeastBlock = 64;

}  // namespace

MinCostFlow::MinCostFlow(std::vector<std::int64_t> supplies)
    : nodes_(supplies.size() + 1), root_(static_cast<Node>(supplies.size())) {
    for (std::size_t i = 0; i < supplies.size(); ++i) nodes_[i].supply = supplies[i];
}

std::size_t MinCostFlow::add(std::size_t from, std::size_t to, std::int64_t capacity, std::int64_t cost) {
    arcs_.push_back({static_cast<Node>(from), static_cast<Node>(to), capacity, cost, 0, false});
    return arcs_.size() - 1;
}

std::int64_t MinCostFlow::cost() const {
    std::int64_t out = 0;
    for (std::size_t i = 0; i < given_; ++i) out += arcs_[i].flow * arcs_[i].cost;
    return out;
}

// Everybody sends to the root and gets from it, at a price that nobody pays who can do otherwise.
void MinCostFlow::plant() {
    given_ = arcs_.size();
    std::int64_t dearest = 1;
    for (auto const& arc : arcs_) dearest = std::max(dearest, std::abs(arc.cost));
    std::int64_t const price = (dearest + 1) * static_cast<std::int64_t>(nodes_.size());
    for (auto& node : nodes_) node.parent = node.first_child = node.next = node.before = root_;
    for (Node node = 0; node < root_; ++node) {
        auto const supply = nodes_[node].supply;
        bool const sends = supply >= 0;
        arcs_.push_back({sends ? node : root_, sends ? root_ : node, kEndless, price, std::abs(supply), true});
        attach(node, root_, arcs_.size() - 1);
    }
    renew(root_);
}

void MinCostFlow::attach(Node node, Node parent, std::size_t arc) {
    auto& one = nodes_[node];
    one.parent = parent;
    one.arc = arc;
    one.before = root_;
    one.next = nodes_[parent].first_child;
    if (one.next != root_) nodes_[one.next].before = node;
    nodes_[parent].first_child = node;
}

void MinCostFlow::detach(Node node) {
    auto const& one = nodes_[node];
    if (one.before != root_) nodes_[one.before].next = one.next;
    else nodes_[one.parent].first_child = one.next;
    if (one.next != root_) nodes_[one.next].before = one.before;
}

// Depths and potentials of everything below.
void MinCostFlow::renew(Node top) {
    std::vector<Node> todo{top};
    while (!todo.empty()) {
        auto const at = todo.back();
        todo.pop_back();
        auto& one = nodes_[at];
        if (at != root_) {
            auto const& arc = arcs_[one.arc];
            auto const& parent = nodes_[one.parent];
            one.depth = parent.depth + 1;
            one.potential = arc.from == at ? parent.potential - arc.cost : parent.potential + arc.cost;
        }
        for (auto child = one.first_child; child != root_; child = nodes_[child].next) todo.push_back(child);
    }
}

// The arc of the next block that gains most.
std::size_t MinCostFlow::find_entering() {
    auto const all = arcs_.size();
    auto const block = std::max(kLeastBlock, static_cast<std::size_t>(std::sqrt(static_cast<double>(all))));
    std::size_t best = kNone;
    std::int64_t gain = 0;
    for (std::size_t seen = 0, in_block = 0; seen < all; ++seen) {
        if (next_ == all) next_ = 0;
        auto const& arc = arcs_[next_];
        if (!arc.is_in_tree && arc.capacity > 0) {
            auto const reduced = arc.cost + nodes_[arc.from].potential - nodes_[arc.to].potential;
            auto const its = arc.flow == 0 ? -reduced : reduced;
            if (its > gain) {
                gain = its;
                best = next_;
            }
        }
        ++next_;
        if (++in_block < block) continue;
        if (best != kNone) return best;
        in_block = 0;
    }
    return best;
}

// Of the arcs around the cycle that are full first, the last one from its top: this keeps the tree strongly feasible.
MinCostFlow::Leaving MinCostFlow::find_leaving(std::size_t entering, Node start, Node end) const {
    Leaving out{entering, end, false, room(entering, arcs_[entering].from == start)};
    auto const meet = [&] {
        auto a = start;
        auto b = end;
        while (a != b)
            (nodes_[a].depth >= nodes_[b].depth ? a : b) = nodes_[nodes_[a].depth >= nodes_[b].depth ? a : b].parent;
        return a;
    }();
    for (auto at = start; at != meet; at = nodes_[at].parent) {
        auto const left = room(nodes_[at].arc, arcs_[nodes_[at].arc].to == at);
        if (left < out.most) out = {nodes_[at].arc, at, true, left};
    }
    for (auto at = end; at != meet; at = nodes_[at].parent) {
        auto const left = room(nodes_[at].arc, arcs_[nodes_[at].arc].from == at);
        if (left <= out.most) out = {nodes_[at].arc, at, false, left};
    }
    return out;
}

void MinCostFlow::push(std::size_t entering, Node start, Node end, std::int64_t amount) {
    auto& first = arcs_[entering];
    first.flow += first.from == start ? amount : -amount;
    auto a = start;
    auto b = end;
    while (a != b) {
        if (nodes_[a].depth >= nodes_[b].depth) {
            auto& arc = arcs_[nodes_[a].arc];
            arc.flow += arc.to == a ? amount : -amount;
            a = nodes_[a].parent;
        } else {
            auto& arc = arcs_[nodes_[b].arc];
            arc.flow += arc.from == b ? amount : -amount;
            b = nodes_[b].parent;
        }
    }
}

// What hung below `cut` hangs on the entering arc now, upside down as far as `inside`.
void MinCostFlow::regraft(std::size_t entering, Node inside, Node outside, Node cut) {
    arcs_[nodes_[cut].arc].is_in_tree = false;
    arcs_[entering].is_in_tree = true;
    auto at = inside;
    auto parent = outside;
    auto arc = entering;
    for (;;) {
        auto const old_parent = nodes_[at].parent;
        auto const old_arc = nodes_[at].arc;
        detach(at);
        attach(at, parent, arc);
        if (at == cut) break;
        parent = at;
        arc = old_arc;
        at = old_parent;
    }
    renew(inside);
}

bool MinCostFlow::solve() {
    plant();
    for (;;) {
        auto const entering = find_entering();
        if (entering == kNone) break;
        bool const is_forward = arcs_[entering].flow == 0;
        auto const start = is_forward ? arcs_[entering].from : arcs_[entering].to;
        auto const end = is_forward ? arcs_[entering].to : arcs_[entering].from;
        auto const leaving = find_leaving(entering, start, end);
        push(entering, start, end, leaving.most);
        if (leaving.arc == entering) continue;
        if (leaving.is_on_start) regraft(entering, start, end, leaving.node);
        else regraft(entering, end, start, leaving.node);
    }
    for (auto i = given_; i < arcs_.size(); ++i)
        if (arcs_[i].flow != 0) return false;
    return true;
}

}  // namespace lotse::routing
