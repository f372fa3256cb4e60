// SPDX-License-Identifier: Apache-2.0
#include "app/demo/work_rules.h"

#include <algorithm>

#include "desk/gate.h"

namespace lotse::app {
namespace {

constexpr std::string_view kField = "type";
constexpr double kWanted = 0.85;
constexpr double kBlindAtFirst = 1.0;
constexpr double kBlindLater = 0.5;
constexpr double kBlindAtRest = 0.1;

}  // namespace

Result<void> wish_for_proof(desk::Desk& desk, access::Principal const& admin) {
    desk::GateWishes wishes;
    wishes.precision = kWanted;
    wishes.audit_share = kBlindAtFirst;
    TRY([[maybe_unused]] auto stored, desk::change_gate_field(desk, admin, kField, 0, wishes));
    return {};
}

Result<bool> has_earned(desk::Desk& desk, domain::TenantScope const& scope) {
    TRY(auto const view, desk::view_gate(desk, scope));
    auto const field = std::ranges::find(view.fields, kField, [](auto const& one) { return one.wishes.field; });
    return field != view.fields.end() &&
           std::ranges::find(field->values, gate::Stage::automatic, &desk::SliceView::stage) != field->values.end();
}

Result<void> ease_after_proof(desk::Desk& desk, access::Principal const& admin) {
    TRY(auto const view, desk::view_gate(desk, admin.scope));
    auto const field = std::ranges::find(view.fields, kField, [](auto const& one) { return one.wishes.field; });
    if (field == view.fields.end() || field->wishes.audit_share <= kBlindLater) return {};
    TRY(auto const acts_by_right, has_earned(desk, admin.scope));
    if (!acts_by_right) return {};
    desk::GateWishes wishes;
    wishes.audit_share = kBlindLater;
    TRY([[maybe_unused]] auto stored, desk::change_gate_field(desk, admin, kField, 0, wishes));
    return {};
}

Result<void> rest(desk::Desk& desk, access::Principal const& admin) {
    desk::GateWishes wishes;
    wishes.audit_share = kBlindAtRest;
    TRY([[maybe_unused]] auto stored, desk::change_gate_field(desk, admin, kField, 0, wishes));
    return {};
}

domain::TicketType filed_as(Script const& script, bool is_filed_anew) {
    return is_filed_anew && script.becomes ? *script.becomes : script.type;
}

}  // namespace lotse::app
