// SPDX-License-Identifier: Apache-2.0
// Settings and notes: small values of a desk under a name.
#include "store/rows.h"
#include "store/tenants.h"

namespace lotse::store {
namespace {

constexpr std::string_view kSettingsNote = "settings";

JsonArray matrix_json(domain::PriorityMatrix const& matrix) {
    JsonArray rows;
    for (auto const& row : matrix.cells) {
        JsonArray cells;
        for (auto const cell : row) cells.emplace_back(domain::name_of(cell));
        rows.push_back(std::move(cells));
    }
    return rows;
}

// A cell that cannot be read keeps its default.
domain::PriorityMatrix matrix_from(JsonArray const& rows) {
    domain::PriorityMatrix out;
    for (std::size_t i = 0; i < rows.size() && i < out.cells.size(); ++i) {
        if (!rows[i].is_array()) continue;
        auto const& cells = rows[i].get_array();
        for (std::size_t k = 0; k < cells.size() && k < out.cells[i].size(); ++k) {
            if (!cells[k].is_string()) continue;
            auto const& name = cells[k].get_string();
            if (auto const known = domain::find_enum<domain::Priority>({name.data(), name.size()}))
                out.cells[i][k] = *known;
        }
    }
    return out;
}

domain::BreachReasonWord reason_from(JsonObject const& object) {
    return {static_cast<int>(int_at(object, "id")), std::string(text_at(object, "name")),
            bool_at(object, "is_offered", true), bool_at(object, "wants_remark")};
}

JsonArray reasons_json(std::vector<domain::BreachReasonWord> const& reasons) {
    JsonArray out;
    for (auto const& one : reasons)
        out.push_back(JsonObject{
            {"id", one.id}, {"name", one.name}, {"is_offered", one.is_offered}, {"wants_remark", one.wants_remark}});
    return out;
}

}  // namespace

Result<domain::DeskSettings> read_settings(ReadTxn& txn) {
    TRY(auto const text, read_note(txn, kSettingsNote));
    domain::DeskSettings out;
    if (text.empty()) return out;
    TRY(auto const parsed, parse_json(text));
    must(parsed.is_object(), "stored settings");
    auto const& document = parsed.get_object();
    out.reopen_window_days = static_cast<int>(int_at(document, "reopen_window_days", out.reopen_window_days));
    out.close_after_days = static_cast<int>(int_at(document, "close_after_days", out.close_after_days));
    out.warn_at_percent = static_cast<int>(int_at(document, "warn_at_percent", out.warn_at_percent));
    out.hold_seconds = static_cast<int>(int_at(document, "hold_seconds", out.hold_seconds));
    out.mails_per_sender_hour = static_cast<int>(int_at(document, "mails_per_sender_hour", out.mails_per_sender_hour));
    out.second_factor =
        domain::find_enum<domain::SecondFactor>(text_at(document, "second_factor")).value_or(out.second_factor);
    out.audit_days = static_cast<int>(int_at(document, "audit_days", out.audit_days));
    out.escalation_days = static_cast<int>(int_at(document, "escalation_days", out.escalation_days));
    for (auto const& one : array_at(document, "breach_reasons"))
        if (one.is_object()) out.breach_reasons.push_back(reason_from(one.get_object()));
    out.lesson_days = static_cast<int>(int_at(document, "lesson_days", out.lesson_days));
    out.tells_delays = bool_at(document, "tells_delays", out.tells_delays);
    out.matrix = matrix_from(array_at(document, "matrix"));
    return out;
}

Result<void> write_settings(WriteTxn& txn, domain::DeskSettings const& settings) {
    return write_note(txn, kSettingsNote,
                      to_string(JsonObject{{"reopen_window_days", settings.reopen_window_days},
                                           {"close_after_days", settings.close_after_days},
                                           {"warn_at_percent", settings.warn_at_percent},
                                           {"hold_seconds", settings.hold_seconds},
                                           {"mails_per_sender_hour", settings.mails_per_sender_hour},
                                           {"second_factor", domain::name_of(settings.second_factor)},
                                           {"audit_days", settings.audit_days},
                                           {"escalation_days", settings.escalation_days},
                                           {"breach_reasons", reasons_json(settings.breach_reasons)},
                                           {"lesson_days", settings.lesson_days},
                                           {"tells_delays", settings.tells_delays},
                                           {"matrix", matrix_json(settings.matrix)}}));
}

Result<std::string> read_note(ReadTxn& txn, std::string_view key) {
    std::string value;
    auto const done = txn.each("SELECT value FROM note WHERE tenant_id = :tenant AND key = ?1", {key},
                               [&](Row const& row) { value = row.text(0); });
    if (!done) return done.error();
    return value;
}

Result<void> write_note(WriteTxn& txn, std::string_view key, std::string_view value) {
    auto const done = txn.run(
        "INSERT INTO note (tenant_id, key, value) VALUES (:tenant, ?1, ?2) "
        "ON CONFLICT (tenant_id, key) DO UPDATE SET value = excluded.value",
        {key, value});
    if (!done) return done.error();
    return {};
}

}  // namespace lotse::store
