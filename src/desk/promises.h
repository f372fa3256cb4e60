// SPDX-License-Identifier: Apache-2.0
// How a desk learns to promise, and is held to it. For jobs and for the page that publishes it.
#pragma once

#include "desk/desk.h"

namespace lotse::desk {

// Fits both models on the newest 10,000 tickets and puts them in service. A second or two; run off the request path.
Result<void> learn_promises(Desk& desk, domain::TenantScope const& scope);
// Writes down which promises were missed, counts how many were kept, and withdraws or restores the right to tell them.
Result<void> judge_promises(Desk& desk, domain::TenantScope const& scope);

// As of now; the counts are those of the last judgement.
Result<std::shared_ptr<PromiseBook const>> promise_book(Desk& desk, domain::TenantScope const& scope);

}  // namespace lotse::desk
