// SPDX-License-Identifier: Apache-2.0
// The triage model of each tenant as it serves now: read by many, replaced whole, taught online.
#pragma once

#include <memory>
#include <unordered_map>

#include "base/mutex.h"
#include "domain/scope.h"
#include "store/db.h"
#include "triage/risk.h"
#include "triage/suggest.h"

namespace lotse::desk {

// Thread-safe. A model that somebody reads is never changed: learning works on a copy that replaces it.
class Models {
  public:
    // The serving model: from memory, else from the store, else an empty one (keyword lists decide then).
    std::shared_ptr<triage::TriageModel const> get(store::ReadTxn& txn);
    void put(domain::TenantId tenant, std::shared_ptr<triage::TriageModel const> model);
    // Forgets the copy in memory, so that the next get() reads the store.
    void drop(domain::TenantId tenant);

    // The model of risks, the same way; an empty one knows nothing.
    std::shared_ptr<triage::RiskModel const> risks(store::ReadTxn& txn);
    void put_risks(domain::TenantId tenant, std::shared_ptr<triage::RiskModel const> model);

  private:
    Mutex<std::unordered_map<std::int64_t, std::shared_ptr<triage::TriageModel const>>> models_;
    Mutex<std::unordered_map<std::int64_t, std::shared_ptr<triage::RiskModel const>>> risks_;
};

}  // namespace lotse::desk
