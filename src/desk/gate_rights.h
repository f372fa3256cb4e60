// SPDX-License-Identifier: Apache-2.0
// What triage may do at this moment, field by field and value by value: the wishes of the admin and the rights earned.
// A part of the set-up snapshot; pure to ask.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "domain/ledger.h"
#include "gate/standing.h"
#include "store/db.h"

namespace lotse::desk {

// Fields whose values people decide, so that evidence can exist. Priority follows impact and urgency by the matrix;
// language is confirmed by nobody and stays what it is, an unproven guess that routes and greets.
constexpr std::array<std::string_view, 4> kGatedFields{"category", "type", "impact", "urgency"};
// The wishes under this name hold for the whole desk: is_stopped there stops every field.
constexpr std::string_view kWholeDesk = "*";

// Without blind decisions a right could never be seen to fail.
constexpr double kLeastAuditShare = 0.03;

struct Right {
    gate::Stage stage = gate::Stage::shadow;
    std::string model;  // for which it was proven
    std::optional<double> acts_from;  // score
    std::optional<std::int64_t> needed;  // further blind decisions until the next claim; none: never, or nothing left
};

struct FieldRights {
    domain::GateField wishes;
    std::map<std::string, Right, std::less<>> values;
};

struct GateRights {
    bool is_stopped = false;
    std::map<std::string, FieldRights, std::less<>> fields;  // one for each gated field
};
Result<GateRights> read_gate_rights(store::ReadTxn& txn);

// The field's own switch, or that of the whole desk.
bool is_stopped(GateRights const& rights, std::string_view field);

// What has been earned for a value at this score, whatever is trusted before proof: for callers who decide themselves what
// to do with it. Fields that the gate does not know are suggestions: nothing proves them. A right counts for the model
// that has earned it.
gate::Stage earned_stage(GateRights const& rights, std::string_view field, std::string_view value, double score,
                         std::string_view model);

// Whether people should decide before they see what triage says, drawn by the caller's own name of the message ("": never):
// blind in all fields and for good, or in none; as often as the field asks that asks most.
bool is_drawn_blind(GateRights const& rights, std::string_view reference);

// What becomes of one prediction.
struct GateAnswer {
    domain::Shown shown = domain::Shown::hidden;
    bool is_audit = false;
    bool is_proven = false;  // acts by an earned right, not by trust
};
// A right counts for the model that has earned it, from the first prediction of another one on. The draw for an audit depends on the ticket alone: settling again draws the same.
GateAnswer ask_gate(GateRights const& rights, domain::TicketId ticket, std::string_view field, std::string_view value,
                    double score, std::string_view model);

// Evenly in [0, 1) by the ticket's number; another salt is another draw.
double draw(domain::TicketId ticket, std::uint64_t salt = 0);

}  // namespace lotse::desk
