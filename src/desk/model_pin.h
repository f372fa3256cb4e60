// SPDX-License-Identifier: Apache-2.0
// A person went back to an older model: it stays. The nightly fit does not simply bring the other one again; it replaces the
// pinned one only where it is clearly better on tickets that were decided since, or where a person lifts the pin.
#pragma once

#include <optional>
#include <string>

#include "base/clock.h"
#include "domain/ids.h"
#include "store/db.h"

namespace lotse::desk {

struct ModelPin {
    std::string version;  // that was gone back to
    domain::AgentId by;  // none: the operator, or a program
    Instant at{};
};

// Nothing where no model is pinned, and where another one serves by now.
Result<std::optional<ModelPin>> read_model_pin(store::ReadTxn& txn);
Result<void> pin_model(store::WriteTxn& txn, ModelPin const& pin);
Result<void> lift_model_pin(store::WriteTxn& txn);  // repeatable

}  // namespace lotse::desk
