// SPDX-License-Identifier: Apache-2.0
// Keeps the vectors in memory behind those that are stored: solved tickets come, re-opened, merged and removed ones leave.
// Goes as far as whoever stores vectors has come (desk/make_vectors.h), in this process or another.
#pragma once

#include <memory>
#include <unordered_map>

#include "desk/desk.h"
#include "desk/make_vectors.h"

namespace lotse::desk {

// Used by one thread at a time.
class VectorFollower {
  public:
    explicit VectorFollower(Desk& desk) : desk_(desk) {}
    // One bounded piece: at most 2,000 vectors or 500 events are read. Gives whether there is more to do at once. The first
    // time in a process all stored vectors come: about 0.2 s for 100,000.
    Result<bool> step(domain::TenantScope const& scope, encoder::SharedEncoder const& encoder);
    // Memory back: the language model is gone.
    void forget() { followed_.clear(); }

  private:
    struct Followed {
        VectorPlace place;  // how far the index is
        std::shared_ptr<VectorIndex> index;
    };
    static Result<bool> follow(store::ReadTxn& txn, Followed& followed);

    Desk& desk_;
    std::unordered_map<std::int64_t, Followed> followed_;  // by tenant
};

}  // namespace lotse::desk
