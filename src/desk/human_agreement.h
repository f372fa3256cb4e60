// SPDX-License-Identifier: Apache-2.0
// What stands beside every accuracy: how often two people decide the same, whose decisions the others contradict, and what
// the blind decisions cost.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "desk/desk.h"
#include "gate/agreement.h"
#include "gate/reliability.h"

namespace lotse::desk {

struct PersonView {
    domain::AgentId agent;
    std::string name;
    gate::Person judged;
};

// Of one week, as the last one was.
struct BlindPrice {
    std::int64_t tickets = 0;  // that came in the last seven days, at most 20,000
    double decisions = 0;  // blind ones that this takes: tickets times the audit share of each field
    std::int64_t decided = 0;  // blind ones in the last seven days, at most 2,000
    std::optional<double> median_seconds;  // of a decision on the page for labels, last 28 days; none with fewer than 5
    std::optional<double> minutes() const {
        return median_seconds ? std::optional(decisions * *median_seconds / 60) : std::nullopt;
    }
};

struct HumanAgreement {
    std::map<std::string, gate::Agreement> fields;  // "" is over all
    std::vector<PersonView> people;  // contradicted ones first, then those in doubt, then by name
    BlindPrice price;
};
// Second looks of the last 90 days, blind decisions of the last 28.
Result<HumanAgreement> human_agreement(Desk& desk, domain::TenantScope const& scope);

}  // namespace lotse::desk
