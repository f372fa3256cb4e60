// SPDX-License-Identifier: Apache-2.0
// The triage model of each tenant as it serves now: read by many, replaced whole, taught online.
#pragma once

#include <functional>
#include <memory>
#include <unordered_map>

#include "base/clock.h"
#include "base/mutex.h"
#include "desk/promise_book.h"
#include "domain/ids.h"
#include "domain/scope.h"
#include "store/db.h"
#include "triage/risk.h"
#include "triage/suggest.h"

namespace lotse::desk {

// Thread-safe. A model that somebody reads is never changed: learning works on a copy that replaces it.
class Models {
  public:
    // What another process has stored (a model that the command line trained, lessons that a second node took) is seen
    // after `max_age` at the latest.
    explicit Models(Duration max_age = std::chrono::seconds{3}) : max_age_(max_age) {}

    // The serving model: from memory, else from the store, else an empty one (keyword lists decide then). A stored model
    // that cannot be read is logged; what served before goes on serving.
    std::shared_ptr<triage::TriageModel const> get(store::ReadTxn& txn);
    // The same, with all lessons that the transaction sees.
    std::shared_ptr<triage::TriageModel const> get_fresh(store::ReadTxn& txn);
    // `change` on a copy that replaces the model; one at a time, so that no lesson gets lost.
    void teach(store::ReadTxn& txn, std::function<void(triage::TriageModel&)> const& change);
    // Forgets the copy in memory, so that the next get() reads the store.
    void drop(domain::TenantId tenant);

    // The model of risks; an empty one knows nothing.
    std::shared_ptr<triage::RiskModel const> risks(store::ReadTxn& txn);
    void put_risks(domain::TenantId tenant, std::shared_ptr<triage::RiskModel const> model);

    // What is promised by; what another process has stored is seen after ten minutes.
    std::shared_ptr<PromiseBook const> promises(store::ReadTxn& txn);
    void drop_promises(domain::TenantId tenant);

  private:
    using Model = std::shared_ptr<triage::TriageModel const>;
    struct Entry {
        Model model;
        std::string version;  // of the stored row; "" none
        domain::LessonId lessons;  // so far it was taught
        std::chrono::steady_clock::time_point checked_at{};
    };
    Entry entry_of(domain::TenantId tenant) const;
    Entry brought_up(store::ReadTxn& txn, Entry entry) const;

    Duration max_age_;
    Mutex<std::unordered_map<std::int64_t, Entry>> entries_;
    Mutex<std::unordered_map<std::int64_t, std::shared_ptr<triage::RiskModel const>>> risks_;
    struct Book {
        std::shared_ptr<PromiseBook const> book;
        std::chrono::steady_clock::time_point read_at{};
    };
    Mutex<std::unordered_map<std::int64_t, Book>> books_;
    BareMutex writing_;  // held while a model is loaded or taught
};

}  // namespace lotse::desk
