// SPDX-License-Identifier: Apache-2.0
// The cheapest way to send what some nodes have to those that want it. Primal network simplex with strongly feasible trees
// (Cunningham 1976), so that it ends; whole numbers throughout. Pure.
#pragma once

#include <cstdint>
#include <vector>

namespace lotse::routing {

// Owned and used by one thread. Some milliseconds for a thousand nodes and twenty thousand arcs.
class MinCostFlow {
  public:
    // Above 0: has so much; below: wants so much. The sum shall be 0.
    explicit MinCostFlow(std::vector<std::int64_t> supplies);
    // Costs may be below 0, capacities not. Gives the number of the arc, counting from 0.
    std::size_t add(std::size_t from, std::size_t to, std::int64_t capacity, std::int64_t cost);
    // false: not everything can be sent. Once.
    bool solve();
    std::int64_t flow(std::size_t arc) const { return arcs_[arc].flow; }
    std::int64_t cost() const;

  private:
    using Node = std::uint32_t;
    static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
    struct Arc {
        Node from = 0;
        Node to = 0;
        std::int64_t capacity = 0;
        std::int64_t cost = 0;
        std::int64_t flow = 0;
        bool is_in_tree = false;
    };
    struct Vertex {
        std::int64_t supply = 0;
        std::int64_t potential = 0;
        std::size_t arc = kNone;  // to the parent
        Node parent = 0;
        Node first_child = 0;  // the root where there is none, as it is nobody's child
        Node next = 0;
        Node before = 0;
        std::uint32_t depth = 0;
    };
    struct Leaving {
        std::size_t arc = kNone;
        Node node = 0;  // below it
        bool is_on_start = false;
        std::int64_t most = 0;
    };

    void plant();
    std::size_t find_entering();
    Leaving find_leaving(std::size_t entering, Node start, Node end) const;
    void push(std::size_t entering, Node start, Node end, std::int64_t amount);
    void regraft(std::size_t entering, Node inside, Node outside, Node cut);
    void attach(Node node, Node parent, std::size_t arc);
    void detach(Node node);
    void renew(Node top);
    std::int64_t room(std::size_t arc, bool forward) const {
        return forward ? arcs_[arc].capacity - arcs_[arc].flow : arcs_[arc].flow;
    }

    std::vector<Vertex> nodes_;  // the last is the root
    std::vector<Arc> arcs_;
    std::size_t given_ = 0;  // arcs of the caller
    std::size_t next_ = 0;  // where the search goes on
    Node root_ = 0;
};

}  // namespace lotse::routing
