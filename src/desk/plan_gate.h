// SPDX-License-Identifier: Apache-2.0
// Where the gate begins: the thresholds of a slice, planned from what the serving model said of tickets that it had not
// seen when it was fitted. Decided before the first row of evidence.
#pragma once

#include "base/json.h"
#include "gate/proof.h"
#include "store/db.h"
#include "triage/model.h"

namespace lotse::desk {

// For the report of a stored model: {"category": {"network": [[970, 1], ...]}}, scores in thousandths, at most 200 a value.
JsonObject held_out_rows(triage::FittedTriage const& fitted);

// The serving model's report, read once for many slices.
class GatePlan {
  public:
    static Result<GatePlan> read(store::ReadTxn& txn);
    // From held_out_rows() of any model.
    static GatePlan of(JsonObject held_out_rows);
    // Strictest first. With fewer than 20 held-out rows of the value an even grid: they do not tell where it is right.
    std::vector<double> thresholds(std::string_view field, std::string_view value, gate::Target const& target) const;

  private:
    JsonObject rows_;
};

}  // namespace lotse::desk
