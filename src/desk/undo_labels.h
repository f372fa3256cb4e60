// SPDX-License-Identifier: Apache-2.0
// Takes many labels back at once: what triage set alone, by model and time span; or what one person decided in a time span.
// It runs as a bulk job, ticket by ticket, and can itself be taken back (start_reversal).
//
// Of triage's acts those go back that still stand and that nobody has touched since; each counts as changed by a person, so
// as a failure for the gate, which no reversal unsays. Of a person's decisions those that still stand go back; what rested
// on them as evidence begins anew, and tickets that are still open ask for these labels again.
#pragma once

#include <optional>
#include <string>

#include "desk/bulk_jobs.h"

namespace lotse::desk {

struct UndoWish {
    std::string field;  // "" each field of the gate
    std::string model;  // what was fitted, as the ledger says; "" any. Of acts only
    Instant from{};
    Instant until = Instant::max();  // both included
    domain::AgentId agent;  // none: triage's acts

    JsonObject to_json() const;
    static UndoWish from_json(JsonObject const& stored);
    bool names(domain::Prediction const& prediction) const;
};

struct UndoPreview {
    std::int64_t labels = 0;  // that would go back
    std::int64_t tickets = 0;
    std::int64_t touched = 0;  // left alone: somebody has confirmed or changed them since
    bool is_more = false;  // only the newest kMostUndone were looked at
};
constexpr int kMostUndone = 10'000;

// Cost: at most kMostUndone rows of an index for each field. Errors: invalid "undo.nothing" where neither a model, a time
// nor a person is named; "undo.span" at /until; "undo.field" at /field; "agent.missing" at /agent.
Result<UndoPreview> preview_undo(Desk& desk, domain::TenantScope const& scope, UndoWish const& wish);
// The tickets of the newest kMostUndone; ask again for the others. What went back already is not found again.
Result<StartedJob> start_undo(Desk& desk, access::Principal const& principal, UndoWish const& wish, CallKey const& key);

// One ticket of such a job, inside a transaction. No event in the answer: nothing was left to take back.
Result<Updated> undo_labels_of(Desk& desk, store::WriteTxn& txn, access::Principal const& principal,
                               UndoWish const& wish, domain::TicketId ticket);

}  // namespace lotse::desk
