// SPDX-License-Identifier: Apache-2.0
// The standings that one step touches: read once, changed in memory, reviewed together and written back.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>

#include "desk/gate_rights.h"
#include "desk/plan_gate.h"
#include "domain/ledger.h"
#include "store/db.h"
#include "store/ledger.h"

namespace lotse::desk {

class SliceBook {
  public:
    static Result<SliceBook> open(store::ReadTxn& txn, GateRights const& rights);

    // A settled prediction of a gated field. Those of a model that has been replaced since tell nothing of this one.
    Result<void> observe(store::ReadTxn& txn, domain::Prediction const& settled, Instant now);
    // What rested on this settled prediction is no evidence after all: its value begins anew, unless it has since.
    void withdraw(domain::Prediction const& settled, Instant now);
    // Reviews the slices of all touched fields, since a right depends on all slices of its field, and writes what moved.
    // How many rights moved.
    Result<int> close(store::WriteTxn& txn, Instant now);

  private:
    struct Slice {
        store::GateSlice row;
        gate::Standing standing;
        bool is_touched = false;
    };
    using Key = std::pair<std::string, std::string>;  // field, value

    Result<Slice*> slice_of(store::ReadTxn& txn, domain::Prediction const& prediction, Instant now);
    Result<void> begin(store::ReadTxn& txn, Slice& slice, domain::Prediction const& prediction, Instant now);
    gate::Target target_of(std::string_view field) const;

    GateRights const* rights_ = nullptr;
    // Lies in the row of the model, which is megabytes: read only when a standing begins.
    std::optional<GatePlan> plan_;
    std::map<Key, Slice> slices_;
    std::vector<store::GateMove> moves_;
};

}  // namespace lotse::desk
