// SPDX-License-Identifier: Apache-2.0
#include "desk/gate.h"

#include <algorithm>

#include "base/log.h"
#include "desk/gate_state.h"
#include "desk/made.h"

namespace lotse::desk {
namespace {

SliceView view_of(store::GateSlice const& row, gate::Standing const& standing) {
    SliceView out;
    out.value = row.value;
    out.stage = standing.stage;
    out.acts_from = standing.acts_from();
    out.blind = standing.blind;
    out.needed = standing.proof.decisions_needed();
    out.model = row.model;
    out.since = row.since;
    out.updated_at = row.updated_at;
    if (standing.blind > 0)
        out.among_three = static_cast<double>(standing.among_three) / static_cast<double>(standing.blind);
    auto const& claims = standing.proof.claims();
    if (claims.empty()) return out;
    auto const accepted = standing.proof.accepted();
    auto const& claim = claims[accepted > 0 ? accepted - 1 : 0];
    out.threshold = claim.threshold;
    out.rows = claim.wealth.rows();
    out.right = claim.wealth.right();
    out.precision = wilson(static_cast<std::size_t>(out.right), static_cast<std::size_t>(out.rows));
    return out;
}

Result<void> check(domain::GateField const& field) {
    if (field.precision < 0.5 || field.precision > 0.999)
        return invalid("gate.precision", "The wanted precision lies between 0.5 and 0.999.", "/precision");
    if (field.delta < 0.001 || field.delta > 0.2)
        return invalid("gate.delta", "The chance of granting wrongly lies between 0.001 and 0.2.", "/delta");
    if (field.audit_share < kLeastAuditShare || field.audit_share > 1)
        return invalid("gate.audit_share", "Between 0.03 and 1 of the tickets are decided blind.", "/audit_share");
    return {};
}

Result<domain::GateField> wishes_of(store::ReadTxn& txn, std::string_view field) {
    TRY(auto const all, store::list_gate_fields(txn));
    auto const found = std::ranges::find(all, field, &domain::GateField::field);
    if (found != all.end()) return *found;
    domain::GateField out;
    out.field = field;
    out.version = 0;
    return out;
}

}  // namespace

Result<GateView> view_gate(Desk& desk, domain::TenantScope const& scope) {
    return desk.store.read(scope, [](store::ReadTxn& txn) -> Result<GateView> {
        GateView out;
        TRY(auto const rights, read_gate_rights(txn));
        TRY(auto const slices, store::list_gate_slices(txn));
        out.is_stopped = rights.is_stopped;
        for (auto const field : kGatedFields) {
            GateFieldView view{rights.fields.find(field)->second.wishes, {}};
            for (auto const& row : slices) {
                if (row.field != field) continue;
                auto const standing = standing_from(row.standing);
                if (standing) view.values.push_back(view_of(row, *standing));
            }
            out.fields.push_back(std::move(view));
        }
        return out;
    });
}

Result<domain::GateField> change_gate_field(Desk& desk, access::Principal const& principal, std::string_view field,
                                            std::int64_t expected_version, GateWishes const& wishes) {
    if (std::ranges::find(kGatedFields, field) == kGatedFields.end())
        return not_found("gate.field", "The gate knows no such field.");
    return desk.store.write(principal.scope, [&](store::WriteTxn& txn) -> Result<domain::GateField> {
        TRY(auto wanted, wishes_of(txn, field));
        // Version 0 is shown as 1, for an ETag counts from 1.
        if (expected_version != 0 && expected_version != wanted.version + 1)
            return conflict("gate.stale_version", "Somebody has changed these wishes meanwhile; read them again.");
        if (wishes.precision) wanted.precision = *wishes.precision;
        if (wishes.delta) wanted.delta = *wishes.delta;
        if (wishes.audit_share) wanted.audit_share = *wishes.audit_share;
        if (wishes.trusts_before_proof) wanted.trusts_before_proof = *wishes.trusts_before_proof;
        if (wishes.is_stopped) wanted.is_stopped = *wishes.is_stopped;
        CHECK_OK(check(wanted));
        TRY(auto stored, store::put_gate_field(txn, std::move(wanted)));
        announce_setup(desk, txn);
        return stored;
    });
}

Result<void> stop_gate(Desk& desk, access::Principal const& principal, bool is_stopped) {
    return desk.store.write(principal.scope, [&](store::WriteTxn& txn) -> Result<void> {
        TRY(auto whole, wishes_of(txn, kWholeDesk));
        if (whole.is_stopped == is_stopped) return {};
        whole.is_stopped = is_stopped;
        TRY([[maybe_unused]] auto stored, store::put_gate_field(txn, std::move(whole)));
        announce_setup(desk, txn);
        return {};
    });
}

Result<store::PredictionPage> list_evidence(Desk& desk, domain::TenantScope const& scope, std::string_view field,
                                            std::string_view value, std::string_view after, int limit) {
    return desk.store.read(
        scope, [&](store::ReadTxn& txn) { return store::list_settled_predictions(txn, field, value, after, limit); });
}

Result<std::vector<store::GateMove>> list_moves(Desk& desk, domain::TenantScope const& scope, std::string_view field,
                                                std::string_view value, int limit) {
    return desk.store.read(scope,
                           [&](store::ReadTxn& txn) { return store::list_gate_moves(txn, field, value, limit); });
}

MoveCounts counts_of(store::GateMove const& move) {
    MoveCounts out;
    auto const evidence = parse_json(move.evidence);
    if (!evidence || !evidence->is_object()) return out;
    out.rows = std::max<std::int64_t>(0, int_at(evidence->get_object(), "rows"));
    out.right = std::clamp<std::int64_t>(int_at(evidence->get_object(), "right"), 0, out.rows);
    out.precision = wilson(static_cast<std::size_t>(out.right), static_cast<std::size_t>(out.rows));
    return out;
}

}  // namespace lotse::desk
