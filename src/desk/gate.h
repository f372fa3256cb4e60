// SPDX-License-Identifier: Apache-2.0
// The gate as an admin sees it: what each field may do, what was proven, how many decisions are missing; and how to wish
// for more or less of it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "access/principal.h"
#include "base/rate_interval.h"
#include "desk/desk.h"
#include "desk/gate_rights.h"
#include "store/ledger.h"

namespace lotse::desk {

// One value of a field, with the claim that counts: the lowest accepted threshold, else the one to be accepted next.
struct SliceView {
    std::string value;
    gate::Stage stage = gate::Stage::shadow;
    std::optional<double> acts_from;
    double threshold = 0;
    std::int64_t blind = 0;  // decisions, of any score
    std::int64_t rows = 0;  // of them at or above the threshold
    std::int64_t right = 0;
    RateInterval precision;  // Wilson, 95 %
    double among_three = 0;  // share of the blind decisions
    std::optional<std::int64_t> needed;  // further blind decisions until the next claim; none: never at this rate
    std::string model;
    Instant since{};
    Instant updated_at{};
};

struct GateFieldView {
    domain::GateField wishes;
    std::vector<SliceView> values;  // by name
};

struct GateView {
    bool is_stopped = false;
    std::vector<GateFieldView> fields;  // in the order of kGatedFields
};
Result<GateView> view_gate(Desk& desk, domain::TenantScope const& scope);

struct GateWishes {
    std::optional<double> precision;
    std::optional<double> delta;
    std::optional<double> audit_share;
    std::optional<bool> trusts_before_proof;
    std::optional<bool> is_stopped;
};
// Another precision or delta makes every value of the field prove itself anew. Errors: not_found "gate.field", invalid
// with the field, conflict "gate.stale_version".
Result<domain::GateField> change_gate_field(Desk& desk, access::Principal const& principal, std::string_view field,
                                            std::int64_t expected_version, GateWishes const& wishes);
// The whole desk; repeatable.
Result<void> stop_gate(Desk& desk, access::Principal const& principal, bool is_stopped);

// Settled predictions of one value, newest first: whoever doubts a right can count them again.
Result<store::PredictionPage> list_evidence(Desk& desk, domain::TenantScope const& scope, std::string_view field,
                                            std::string_view value, std::string_view after, int limit);
// Rights given and taken, newest first; of every field where `field` is empty.
Result<std::vector<store::GateMove>> list_moves(Desk& desk, domain::TenantScope const& scope, std::string_view field,
                                                std::string_view value, int limit);

// What a move rested on: the blind decisions at or above the threshold, and those of them that triage had said as well.
struct MoveCounts {
    std::int64_t rows = 0;
    std::int64_t right = 0;
    RateInterval precision;  // Wilson, 95 %; 0 to 1 without rows
};
MoveCounts counts_of(store::GateMove const& move);

}  // namespace lotse::desk
