// SPDX-License-Identifier: Apache-2.0
// Whose blind decisions count, read from second looks of the last 90 days and blind decisions of the last 28.
#pragma once

#include <map>
#include <vector>

#include "domain/ids.h"
#include "gate/agreement.h"
#include "gate/reliability.h"
#include "store/db.h"

namespace lotse::desk {

class Reliability {
  public:
    // Cost: at most 1,000 second looks and 2,000 blind decisions, the newest.
    static Result<Reliability> read(store::ReadTxn& txn, Instant now);

    // Programs (none) and people of whom nothing is known count.
    bool counts(domain::AgentId person) const;
    double second_share(domain::AgentId person) const;
    std::map<std::int64_t, gate::Person> const& people() const { return people_; }
    // How often two people agree, by field and over all ("").
    std::map<std::string, gate::Agreement> agreements() const;

  private:
    std::map<std::int64_t, gate::Person> people_;
    std::map<std::string, std::vector<gate::TwoChoices>> choices_;
};

}  // namespace lotse::desk
