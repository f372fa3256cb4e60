// SPDX-License-Identifier: Apache-2.0
// The outbox: claim, send, note the outcome. At most one duplicate per crash: a notice that went out just before the
// crash is claimed again when its lease ends, with the same Message-ID.
#pragma once

#include <functional>
#include <vector>

#include "desk/desk.h"
#include "desk/view_ticket.h"
#include "domain/notice.h"

namespace lotse::desk {

inline constexpr int kNoticeTries = 8;  // over about a day

// The pause before the next try: 1, 4, 15, 60, 180, 360, 720 minutes, each +-20 % by `jitter` in [0,1).
Duration retry_pause(int tries_done, double jitter);

Result<std::vector<domain::Notice>> claim_notices(Desk& desk, domain::TenantScope const& scope, int limit);
// What a message of an agent carries besides its notice: headers as its readers see them, and its files.
struct Sending {
    std::string to;
    std::string cc;
    std::vector<File> files;
};
Result<Sending> read_sending(Desk& desk, domain::TenantScope const& scope, domain::Notice const& notice);
// Stores what became of a try. A failure that is not worth another try, or the last one, leaves a dead notice and an
// event in the ticket.
Result<void> note_outcome(Desk& desk, domain::TenantScope const& scope, domain::Notice const& notice,
                          Result<void> const& outcome);

}  // namespace lotse::desk
