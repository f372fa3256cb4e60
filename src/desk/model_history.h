// SPDX-License-Identifier: Apache-2.0
// The models that were fitted for this desk, those that lost too; and letting an older one serve again.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "access/principal.h"
#include "desk/desk.h"
#include "desk/model_pin.h"
#include "store/models.h"

namespace lotse::desk {

struct ModelView {
    store::ModelTrial trial;
    bool is_serving = false;
    bool is_kept = false;  // may serve again
};
struct ModelHistory {
    std::vector<ModelView> items;  // newest first, at most kMostModels
    std::string serving;  // version; "keywords" without any
    std::int64_t corrections = 0;  // learned one by one since it was fitted
    Meanings::Status language_model;
    std::int64_t unread = 0;  // tickets that it has not read yet; about
    std::optional<ModelPin> pin;
    std::string pinned_by;  // the person's name; "" nobody's
};
constexpr int kMostModels = 200;
Result<ModelHistory> model_history(Desk& desk, domain::TenantScope const& scope);

// From now on this one suggests; what it was taught by corrections since it was fitted is lost until the next fit. The
// rights of the other model fall: a right is proven for one model, and this one begins with what is decided from now on.
// An older one is pinned (model_pin.h); choosing the newest that ever won lifts the pin. Repeatable. Errors: not_found
// "model.missing"; conflict "model.gone".
Result<ModelView> serve_model(Desk& desk, access::Principal const& principal, domain::ModelTrialId trial);

// From now on the nightly fit may replace the model that serves as if nobody had chosen it. Repeatable.
Result<void> unpin_model(Desk& desk, access::Principal const& principal);

}  // namespace lotse::desk
