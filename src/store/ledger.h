// SPDX-License-Identifier: Apache-2.0
// The ledger of predictions; and for each field and value what right it has earned so far.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/ledger.h"
#include "store/db.h"

namespace lotse::store {

Result<domain::Prediction> add_prediction(WriteTxn& txn, domain::Prediction prediction);  // id is given here
Result<std::vector<domain::Prediction>> list_predictions(ReadTxn& txn, domain::TicketId ticket);  // oldest first
// decided, decided_by, decided_at, settled_at and outcome; the rest of a row never changes.
Result<void> update_prediction(WriteTxn& txn, domain::Prediction const& prediction);
// Open ones whose decision has stood since before `limit`, oldest first: a partial index.
Result<std::vector<domain::Prediction>> list_ripe_predictions(ReadTxn& txn, Instant limit, int count);

// Decisions of people who had not seen the prediction, newest first, settled or not: a partial index.
Result<std::vector<domain::Prediction>> list_blind_decisions(ReadTxn& txn, Instant since, int limit);

// What triage set alone in this field, newest first, and what one person decided; both ends included.
Result<std::vector<domain::Prediction>> list_acts(ReadTxn& txn, std::string_view field, Instant from, Instant until,
                                                  int limit);
Result<std::vector<domain::Prediction>> list_decisions_of(ReadTxn& txn, domain::AgentId person, Instant from,
                                                          Instant until, int limit);

// Of a field, newest first, made from `from` on and before that place (none: from the newest on). Cost: the rows returned.
struct MadeBefore {
    Instant made_at{};
    domain::PredictionId id;
};
Result<std::vector<domain::Prediction>> list_predictions_made(ReadTxn& txn, std::string_view field, Instant from,
                                                              std::optional<MadeBefore> const& before, int limit);

// Settled ones of a slice, newest first. Cost: the rows returned.
struct PredictionPage {
    std::vector<domain::Prediction> items;
    std::string next;  // cursor; "" at the end
};
Result<PredictionPage> list_settled_predictions(ReadTxn& txn, std::string_view field, std::string_view value,
                                                std::string_view after, int limit);

// One field and value with the state of its standing, as JSON that desk/gate_state reads.
struct GateSlice {
    std::string field;
    std::string value;
    int stage = 0;  // gate::Stage
    std::string model;
    Instant since{};  // when this model's standing began: older predictions of other models do not count
    std::string standing;
    Instant updated_at{};
};
Result<std::vector<GateSlice>> list_gate_slices(ReadTxn& txn);
Result<std::optional<GateSlice>> find_gate_slice(ReadTxn& txn, std::string_view field, std::string_view value);
Result<void> put_gate_slice(WriteTxn& txn, GateSlice const& slice);

struct GateMove {
    domain::GateMoveId id;
    std::string field;
    std::string value;
    int from = 0;
    int to = 0;
    std::string reason;  // gate::Reason
    std::string evidence;  // JSON: the counts at that moment
    domain::AgentId agent;  // none if 0: the gate itself
    Instant at{};
};
Result<void> add_gate_move(WriteTxn& txn, GateMove move);  // id is given here
// Newest first, of one slice, or of all where field is empty.
Result<std::vector<GateMove>> list_gate_moves(ReadTxn& txn, std::string_view field, std::string_view value, int limit);

// Those that were ever set; the others have their defaults and version 0.
Result<std::vector<domain::GateField>> list_gate_fields(ReadTxn& txn);
// Error: conflict "gate.stale_version" if field.version is not the stored one (0: never stored).
Result<domain::GateField> put_gate_field(WriteTxn& txn, domain::GateField field);

}  // namespace lotse::store
