// SPDX-License-Identifier: Apache-2.0
// What is known of who solves what, as routing uses it: per person and category, in memory. Immutable.
#pragma once

#include <unordered_map>
#include <vector>

#include "domain/desk_setup.h"
#include "domain/people.h"
#include "domain/solved.h"
#include "routing/expertise.h"
#include "store/db.h"

namespace lotse::desk {

class SolverBook {
  public:
    // Every row of the trait "category", in pages; bounded by people times categories.
    static Result<SolverBook> read(store::ReadTxn& txn);
    void put(domain::CategoryId category, domain::Solver const& solver);

    // The factor of an agent's speed at this category, 0.85..1.15; 1 where nothing is known.
    double pace(domain::Agent const& agent, domain::Category const* category, Instant now) const;
    bool is_empty() const { return solved_.empty(); }

  private:
    struct Key {
        std::int64_t agent = 0;
        std::int64_t category = 0;
        bool operator==(Key const&) const = default;
    };
    struct Hash {
        std::size_t operator()(Key const& key) const {
            return static_cast<std::size_t>(key.agent) * 0x9E3779B97F4A7C15ULL ^ static_cast<std::size_t>(key.category);
        }
    };
    std::unordered_map<Key, domain::Solved, Hash> solved_;
};

// Of the declared skills that a category asks for, the lowest level; none where it asks for none or one is missing.
double declared_prior(domain::Agent const& agent, domain::Category const* category);

}  // namespace lotse::desk
