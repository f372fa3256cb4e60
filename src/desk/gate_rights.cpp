// SPDX-License-Identifier: Apache-2.0
#include "desk/gate_rights.h"

#include <algorithm>

#include "base/log.h"
#include "desk/gate_state.h"
#include "store/ledger.h"
#include "triage/hash.h"

namespace lotse::desk {
// Evenly in [0, 1), by splitmix64 (Steele, Lea and Flood 2014). By the ticket alone: a ticket is blind in all its fields or
// in none, so few tickets cost a person the whole look and all others cost nothing.
double draw(domain::TicketId ticket, std::uint64_t salt) {
    auto state = (static_cast<std::uint64_t>(ticket.value) ^ salt) * 0x9e3779b97f4a7c15;
    state = (state ^ (state >> 30)) * 0xbf58476d1ce4e5b9;
    state = (state ^ (state >> 27)) * 0x94d049bb133111eb;
    state ^= state >> 31;
    return static_cast<double>(state >> 11) * 0x1.0p-53;
}

Result<GateRights> read_gate_rights(store::ReadTxn& txn) {
    GateRights out;
    for (auto const field : kGatedFields) {
        auto& rights = out.fields[std::string(field)];
        rights.wishes.field = field;
        rights.wishes.version = 0;
    }
    TRY(auto const wishes, store::list_gate_fields(txn));
    for (auto const& one : wishes) {
        if (one.field == kWholeDesk) out.is_stopped = one.is_stopped;
        else if (auto const found = out.fields.find(one.field); found != out.fields.end()) found->second.wishes = one;
    }
    TRY(auto const slices, store::list_gate_slices(txn));
    for (auto const& slice : slices) {
        auto const field = out.fields.find(slice.field);
        if (field == out.fields.end()) continue;
        auto const standing = standing_from(slice.standing);
        if (!standing) {
            // No right is safer than a wrong one; the next evidence starts it anew.
            log_error("a standing could not be read", standing.error(), {{"field", slice.field}});
            continue;
        }
        field->second.values[slice.value] = {standing->stage, slice.model, standing->acts_from(),
                                             standing->proof.decisions_needed()};
    }
    return out;
}

bool is_stopped(GateRights const& rights, std::string_view field) {
    auto const found = rights.fields.find(field);
    return rights.is_stopped || (found != rights.fields.end() && found->second.wishes.is_stopped);
}

gate::Stage earned_stage(GateRights const& rights, std::string_view field, std::string_view value, double score,
                         std::string_view model) {
    using gate::Stage;
    auto const found = rights.fields.find(field);
    if (found == rights.fields.end()) return Stage::suggest;
    auto const& values = found->second.values;
    auto const right = values.find(value);
    bool const is_known = right != values.end() && right->second.model == model;
    if (!is_known || right->second.stage == Stage::shadow) return Stage::shadow;
    bool const acts = !is_stopped(rights, field) && right->second.acts_from && score >= *right->second.acts_from;
    return acts ? Stage::automatic : Stage::suggest;
}

bool is_drawn_blind(GateRights const& rights, std::string_view reference) {
    if (reference.empty()) return false;
    double share = kLeastAuditShare;
    for (auto const& [field, field_rights] : rights.fields) share = std::max(share, field_rights.wishes.audit_share);
    return draw(domain::TicketId{static_cast<std::int64_t>(triage::hash_of(reference))}) < share;
}

GateAnswer ask_gate(GateRights const& rights, domain::TicketId ticket, std::string_view field, std::string_view value,
                    double score, std::string_view model) {
    GateAnswer out;
    auto const found = rights.fields.find(field);
    if (found == rights.fields.end()) return {domain::Shown::acted, false, false};
    auto const& [wishes, values] = found->second;
    auto const right = values.find(value);
    bool const is_known = right != values.end() && right->second.model == model;
    bool const is_proven = is_known && right->second.acts_from && score >= *right->second.acts_from;
    bool const is_worth_showing = is_known && right->second.stage != gate::Stage::shadow;
    if (!is_stopped(rights, field) && (is_proven || wishes.trusts_before_proof)) {
        out.shown = domain::Shown::acted;
        out.is_proven = is_proven;
    } else if (is_worth_showing || wishes.trusts_before_proof) {
        out.shown = domain::Shown::suggested;
    }
    if (out.shown != domain::Shown::hidden && draw(ticket) < std::max(wishes.audit_share, kLeastAuditShare))
        return {domain::Shown::hidden, true, false};
    return out;
}

}  // namespace lotse::desk
