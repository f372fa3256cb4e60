// SPDX-License-Identifier: Apache-2.0
// Ten thousand tickets that miss their targets in one minute call a lead ten thousand times; their mailbox gets one mail.
#pragma once

#include "desk/desk.h"

namespace lotse::desk {

// How long a call waits for others before it goes out alone, how many go alone, and how long one mail stands for what comes
// behind it.
inline constexpr std::chrono::seconds kCallHold{5};
inline constexpr int kCallsAlone = 3;
inline constexpr std::chrono::minutes kGatheredPause{5};

// Before the outbox is claimed: whoever has more than kCallsAlone due calls gets one letter that names the first of them and
// counts all, and the calls count as sent; whoever had such a letter just now gets the next when kGatheredPause is over.
// Letter and calls are one transaction. On the page of escalations everything stands at once. Cost: the first 500 due
// notices, and the calls that are gathered.
Result<int> gather_calls(Desk& desk, domain::TenantScope const& scope);

}  // namespace lotse::desk
