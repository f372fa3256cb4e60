// SPDX-License-Identifier: Apache-2.0
// lotse replay: what triage would have done in the last days under another threshold, model or wish.
#pragma once

#include <iosfwd>
#include <optional>
#include <string>

#include "base/result.h"
#include "desk/replay.h"

namespace lotse::app {

struct ReplayCommand {
    std::string since = "90d";  // "90d", "12w"
    std::string field = "category";
    std::string model;          // "" whatever served
    std::optional<double> threshold;
    std::optional<double> target;
    double delta = 0.05;
    bool json = false;
};

// Error: invalid "replay.since", "replay.threshold"; as desk::replay.
Result<void> run_replay(ReplayCommand const& command, desk::Desk& desk, domain::TenantScope const& scope,
                        std::ostream& out);

}  // namespace lotse::app
