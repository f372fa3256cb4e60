// SPDX-License-Identifier: Apache-2.0
#include "desk/desk_settings.h"

#include <fmt/format.h>

#include "base/text.h"
#include "desk/made.h"
#include "desk/renew_deadlines.h"
#include "store/tenants.h"

namespace lotse::desk {
namespace {

constexpr int kLeastAuditDays = 30;
constexpr int kLeastEscalationDays = 7;

Result<DeskInfo> read_in(store::ReadTxn& txn) {
    DeskInfo out;
    TRY(out.tenant, store::get_tenant(txn));
    TRY(out.settings, store::read_settings(txn));
    return out;
}

Result<void> apply(DeskFields const& fields, DeskInfo& info) {
    if (fields.name) {
        TRY(info.tenant.name, check_name(*fields.name));
    }
    if (fields.language) info.tenant.language = to_lower_ascii(trim(*fields.language));
    if (info.tenant.language.empty()) return invalid("desk.language", "A desk has a language.", "/language");
    if (fields.time_zone) CHECK_OK(check_time_zone(*fields.time_zone));
    if (fields.time_zone) info.tenant.time_zone = *fields.time_zone;
    if (fields.mail_from) {
        TRY(info.tenant.mail_from, check_address(*fields.mail_from, "/mail_from"));
    }
    if (fields.accepts_any_recipient) info.tenant.accepts_any_recipient = *fields.accepts_any_recipient;
    if (fields.reopen_window_days) info.settings.reopen_window_days = *fields.reopen_window_days;
    if (fields.close_after_days) info.settings.close_after_days = *fields.close_after_days;
    if (fields.hold_seconds) info.settings.hold_seconds = *fields.hold_seconds;
    if (fields.mails_per_sender_hour) info.settings.mails_per_sender_hour = *fields.mails_per_sender_hour;
    if (fields.audit_days && *fields.audit_days > 0 && *fields.audit_days < kLeastAuditDays)
        return invalid("desk.audit_days", "The audit list is kept for at least 30 days, or for ever (0).",
                       "/audit_days");
    if (fields.audit_days) info.settings.audit_days = *fields.audit_days;
    if (fields.escalation_days && *fields.escalation_days > 0 && *fields.escalation_days < kLeastEscalationDays)
        return invalid("desk.escalation_days", "Ended escalations are kept for at least 7 days, or for ever (0).",
                       "/escalation_days");
    if (fields.escalation_days) info.settings.escalation_days = *fields.escalation_days;
    if (fields.lesson_days) info.settings.lesson_days = *fields.lesson_days;
    if (fields.tells_delays) info.settings.tells_delays = *fields.tells_delays;
    if (fields.second_factor) info.settings.second_factor = *fields.second_factor;
    if (fields.warn_at_percent) info.settings.warn_at_percent = *fields.warn_at_percent;
    return {};
}

}  // namespace

std::int64_t version_of(DeskInfo const& info) {
    auto const& tenant = info.tenant;
    return content_mark(fmt::format(
        "{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}", tenant.name, tenant.language, tenant.time_zone,
        tenant.mail_from, tenant.accepts_any_recipient, info.settings.reopen_window_days,
        info.settings.close_after_days, info.settings.warn_at_percent, info.settings.hold_seconds,
        info.settings.mails_per_sender_hour, domain::name_of(info.settings.second_factor), info.settings.audit_days,
        info.settings.lesson_days, info.settings.tells_delays, info.settings.escalation_days));
}

std::int64_t version_of(domain::PriorityMatrix const& matrix) {
    std::string content;
    for (auto const& row : matrix.cells)
        for (auto const cell : row) content += domain::name_of(cell);
    return content_mark(content);
}

Result<DeskInfo> read_desk(Desk& desk, domain::TenantScope const& scope) { return desk.store.read(scope, read_in); }

Result<DeskInfo> change_desk(Desk& desk, access::Principal const& principal, std::int64_t expected_version,
                             DeskFields const& fields) {
    return desk.store.write(principal.scope, [&](store::WriteTxn& txn) -> Result<DeskInfo> {
        TRY(auto info, read_in(txn));
        if (expected_version != 0 && version_of(info) != expected_version)
            return conflict("desk.stale_version", "Somebody has changed the settings meanwhile; read them again.");
        CHECK_OK(apply(fields, info));
        CHECK_OK(store::update_tenant(txn, info.tenant));
        CHECK_OK(store::write_settings(txn, info.settings));
        announce_setup(desk, txn);
        if (fields.warn_at_percent) CHECK_OK(ask_renewal(desk, txn));
        return info;
    });
}

Result<domain::PriorityMatrix> replace_matrix(Desk& desk, access::Principal const& principal,
                                              std::int64_t expected_version, domain::PriorityMatrix const& matrix) {
    return desk.store.write(principal.scope, [&](store::WriteTxn& txn) -> Result<domain::PriorityMatrix> {
        TRY(auto settings, store::read_settings(txn));
        if (expected_version != 0 && version_of(settings.matrix) != expected_version)
            return conflict("matrix.stale_version", "Somebody has changed the matrix meanwhile; read it again.");
        settings.matrix = matrix;
        CHECK_OK(store::write_settings(txn, settings));
        announce_setup(desk, txn);
        return matrix;
    });
}

}  // namespace lotse::desk
