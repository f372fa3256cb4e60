// SPDX-License-Identifier: Apache-2.0
// Whether the audit list is whole: nothing in it changed, dropped, moved, or made up. What an attacker with the
// database but without the master key can still do is cut off what came after the newest checkpoint; checkpoints are made
// every five minutes and stand in the log, too, so that they can be kept elsewhere.
#pragma once

#include <optional>
#include <string>

#include "access/principal.h"
#include "desk/desk.h"
#include "store/audit_chain.h"

namespace lotse::desk {

enum class ChainFault : std::uint8_t {
    none,
    row_changed,  // what a row says is not what its hash tells
    row_missing,  // a number is not there
    head_differs,  // the chain does not end where its head says
    anchor_differs,  // a row, or the end of the chain, is not what was signed
    anchor_forged,  // an anchor is not signed by this desk
};
std::string_view name_of(ChainFault fault);

// Of the rows (first, last]; the whole chain if `next` is 0 and it began with the first row.
struct ChainCheck {
    ChainFault fault = ChainFault::none;
    std::int64_t fault_at = 0;  // number of the row; 0 without a fault
    std::int64_t checked = 0;  // rows
    std::int64_t last = 0;  // number of the last of them
    std::int64_t next = 0;  // go on behind this one; 0 = the end
    std::int64_t head = 0;  // number of the newest row
    std::optional<store::AuditAnchor> checkpoint;
    std::optional<store::AuditAnchor> base;  // where rows were forgotten by the desk's own setting
    std::string public_key;  // that checkpoints are signed with, raw
};
// `after` 0 begins with the first row that is there. Cost: that of `limit` rows. Error: not_found "audit.no_row" for an
// `after` that is no row of the chain.
Result<ChainCheck> check_chain(Desk& desk, domain::TenantScope const& scope, std::int64_t after, int limit);
// All of it, in pieces. Takes as long as there are rows: for the command line.
Result<ChainCheck> check_whole_chain(Desk& desk, domain::TenantScope const& scope);

// What an anchor's signature stands under, so that a checkpoint from the log can be checked elsewhere.
std::string signed_text(domain::TenantId tenant, store::AuditAnchor const& anchor);

// A new checkpoint where the list has grown since the last one; tells the log of it. True: made.
Result<bool> make_checkpoint(Desk& desk, domain::TenantScope const& scope);
Result<void> make_checkpoints(Desk& desk);  // of all desks
// Forgets rows that are older than the desk's setting says, in pieces, and signs what the rest follows. Rows that do not
// hold are kept, and the log tells. Gives how many went.
Result<std::int64_t> forget_old_audit(Desk& desk, domain::TenantScope const& scope);

}  // namespace lotse::desk
