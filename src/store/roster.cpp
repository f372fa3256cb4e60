// SPDX-License-Identifier: Apache-2.0
#include "store/roster.h"

#include "store/rows.h"
#include "store/sql_text.h"
#include "store/tenants.h"

namespace lotse::store {
namespace {

constexpr std::string_view kRevisionNote = "roster_revision";
constexpr std::string_view kRulesNote = "roster_rules";
constexpr std::int64_t kMostAbsences = 500;

using std::chrono::minutes;

std::int64_t number_of(std::chrono::local_days date) { return date.time_since_epoch().count(); }
std::chrono::local_days date_at(Row const& row, int column) {
    return std::chrono::local_days{std::chrono::days{row.integer(column)}};
}
std::int64_t minutes_of(domain::LocalTime time) { return std::chrono::floor<minutes>(time).time_since_epoch().count(); }
domain::LocalTime local_at(Row const& row, int column) { return domain::LocalTime{minutes{row.integer(column)}}; }

JsonArray hours_json(std::vector<domain::Interval> const& hours) {
    JsonArray out;
    for (auto const& one : hours) out.push_back(JsonArray{Json(one.from), Json(one.to)});
    return out;
}

std::vector<domain::Interval> hours_in(JsonArray const& stored) {
    std::vector<domain::Interval> out;
    for (auto const& entry : stored) {
        must(entry.is_array() && entry.get_array().size() == 2, "stored hours");
        auto const& pair = entry.get_array();
        must(pair[0].is_int64() && pair[1].is_int64(), "stored hours");
        out.push_back({static_cast<int>(pair[0].get_int64()), static_cast<int>(pair[1].get_int64())});
    }
    return out;
}

domain::Shift read_shift(Row const& row) {
    domain::Shift out;
    out.id = row.id<domain::ShiftTag>(0);
    out.version = row.integer(1);
    out.name = row.text(2);
    out.hours = hours_in(array_column(row, 3));
    return out;
}

domain::WorkPattern read_pattern(Row const& row) {
    domain::WorkPattern out;
    out.agent = row.id<domain::AgentTag>(0);
    out.version = row.integer(1);
    out.time_zone = row.text(2);
    auto const week = array_column(row, 3);
    must(week.size() == 7, "a stored week");
    for (std::size_t day = 0; day < 7; ++day) {
        must(week[day].is_array(), "a stored week");
        out.week[day] = hours_in(week[day].get_array());
    }
    return out;
}

domain::RosterDay read_day(Row const& row) {
    return {row.id<domain::AgentTag>(0), date_at(row, 1), row.id<domain::ShiftTag>(2)};
}

constexpr SqlPiece kAbsence = "id, version, agent_id, kind, from_local, until_local, note, source";

domain::Absence read_one_absence(Row const& row) {
    domain::Absence out;
    out.id = row.id<domain::AbsenceTag>(0);
    out.version = row.integer(1);
    out.agent = row.id<domain::AgentTag>(2);
    out.kind = enum_at<domain::AbsenceKind>(row, 3);
    out.from = local_at(row, 4);
    out.until = local_at(row, 5);
    out.note = row.text(6);
    out.source = row.text(7);
    return out;
}

domain::Availability read_one_availability(Row const& row) {
    return {row.id<domain::AgentTag>(0), row.maybe_at(1), enum_at<domain::Restriction>(row, 2), row.maybe_at(3)};
}

Error no_shift() { return not_found("shift.missing", "There is no such shift."); }
Error stale_shift() {
    return conflict("shift.stale_version", "Somebody has changed this shift meanwhile; read it again.");
}
Error named_shift(Error error) {
    return renamed(std::move(error), {{"/name", "/name", "shift.name_taken", "Another shift has this name."}});
}
Error no_absence() { return not_found("absence.missing", "There is no such absence."); }
Error stale_absence() {
    return conflict("absence.stale_version", "Somebody has changed this absence meanwhile; read it again.");
}

Result<void> done(Result<std::int64_t> const& ran) {
    if (!ran) return ran.error();
    return {};
}

Result<void> count_up(WriteTxn& txn) {
    TRY(auto const revision, txn.next_id("roster_revision"));
    return write_note(txn, kRevisionNote, std::to_string(revision));
}

}  // namespace

Result<domain::Shift> add_shift(WriteTxn& txn, domain::Shift shift) {
    TRY(shift.id.value, txn.next_id("shift"));
    shift.version = 1;
    auto const ran = txn.run("INSERT INTO shift (tenant_id, id, version, name, hours) VALUES (:tenant, ?1, 1, ?2, ?3)",
                             {shift.id, shift.name, to_string(Json(hours_json(shift.hours)))});
    if (!ran) return named_shift(ran.error());
    CHECK_OK(count_up(txn));
    return shift;
}

Result<domain::Shift> get_shift(ReadTxn& txn, domain::ShiftId id) {
    return get_one(txn, "SELECT id, version, name, hours FROM shift WHERE tenant_id = :tenant AND id = ?1", {id},
                   read_shift, no_shift);
}

Result<domain::Shift> update_shift(WriteTxn& txn, domain::Shift shift) {
    auto const ran = txn.run(
        "UPDATE shift SET version = version + 1, name = ?3, hours = ?4 "
        "WHERE tenant_id = :tenant AND id = ?1 AND version = ?2",
        {shift.id, shift.version, shift.name, to_string(Json(hours_json(shift.hours)))});
    if (!ran) return named_shift(ran.error());
    CHECK_OK(check_updated(*ran, get_shift(txn, shift.id), stale_shift));
    ++shift.version;
    CHECK_OK(count_up(txn));
    return shift;
}

Result<void> remove_shift(WriteTxn& txn, domain::ShiftId id) {
    TRY(auto const gone, txn.run("DELETE FROM shift WHERE tenant_id = :tenant AND id = ?1", {id}));
    if (gone == 0) return no_shift();
    CHECK_OK(done(txn.run("DELETE FROM roster_day WHERE tenant_id = :tenant AND shift_id = ?1", {id})));
    return count_up(txn);
}

Result<std::vector<domain::Shift>> list_shifts(ReadTxn& txn) {
    return list_all(txn, "SELECT id, version, name, hours FROM shift WHERE tenant_id = :tenant ORDER BY id", {},
                    read_shift);
}

Result<std::optional<domain::WorkPattern>> find_pattern(ReadTxn& txn, domain::AgentId agent) {
    return find_one(
        txn, "SELECT agent_id, version, time_zone, week FROM agent_hours WHERE tenant_id = :tenant AND agent_id = ?1",
        {agent}, read_pattern);
}

Result<domain::WorkPattern> put_pattern(WriteTxn& txn, domain::WorkPattern pattern) {
    TRY(auto const known, find_pattern(txn, pattern.agent));
    auto const stored_version = known ? known->version : 0;
    if (pattern.version != 0 && pattern.version != stored_version && known)
        return conflict("hours.stale_version", "Somebody has changed these hours meanwhile; read them again.");
    pattern.version = stored_version + 1;
    JsonArray week;
    for (auto const& day : pattern.week) week.emplace_back(hours_json(day));
    CHECK_OK(
        done(txn.run("INSERT INTO agent_hours (tenant_id, agent_id, version, time_zone, week) "
                     "VALUES (:tenant, ?1, ?2, ?3, ?4) ON CONFLICT (tenant_id, agent_id) "
                     "DO UPDATE SET version = ?2, time_zone = ?3, week = ?4",
                     {pattern.agent, pattern.version, pattern.time_zone, to_string(Json(std::move(week)))})));
    CHECK_OK(count_up(txn));
    return pattern;
}

Result<void> remove_pattern(WriteTxn& txn, domain::AgentId agent) {
    CHECK_OK(done(txn.run("DELETE FROM agent_hours WHERE tenant_id = :tenant AND agent_id = ?1", {agent})));
    return count_up(txn);
}

Result<void> put_roster_day(WriteTxn& txn, domain::AgentId agent, std::chrono::local_days date,
                            std::optional<domain::ShiftId> shift) {
    auto const day = number_of(date);
    if (!shift) {
        CHECK_OK(done(
            txn.run("DELETE FROM roster_day WHERE tenant_id = :tenant AND agent_id = ?1 AND day = ?2", {agent, day})));
        return count_up(txn);
    }
    CHECK_OK(
        done(txn.run("INSERT INTO roster_day (tenant_id, agent_id, day, shift_id) VALUES (:tenant, ?1, ?2, ?3) "
                     "ON CONFLICT (tenant_id, agent_id, day) DO UPDATE SET shift_id = ?3",
                     {agent, day, *shift})));
    return count_up(txn);
}

Result<domain::Absence> add_absence(WriteTxn& txn, domain::Absence absence) {
    TRY(absence.id.value, txn.next_id("absence"));
    absence.version = 1;
    CHECK_OK(done(
        txn.run(sql<"INSERT INTO absence (tenant_id, ", kAbsence, ") VALUES (:tenant, ?1, 1, ?2, ?3, ?4, ?5, ?6, ?7)">,
                {absence.id, absence.agent, stored(absence.kind), minutes_of(absence.from), minutes_of(absence.until),
                 absence.note, absence.source})));
    CHECK_OK(count_up(txn));
    return absence;
}

Result<domain::Absence> get_absence(ReadTxn& txn, domain::AbsenceId id) {
    return get_one(txn, sql<"SELECT ", kAbsence, " FROM absence WHERE tenant_id = :tenant AND id = ?1">, {id},
                   read_one_absence, no_absence);
}

Result<domain::Absence> update_absence(WriteTxn& txn, domain::Absence absence) {
    TRY(auto const changed,
        txn.run("UPDATE absence SET version = version + 1, kind = ?3, from_local = ?4, "
                "until_local = ?5, note = ?6 WHERE tenant_id = :tenant AND id = ?1 AND version = ?2",
                {absence.id, absence.version, stored(absence.kind), minutes_of(absence.from), minutes_of(absence.until),
                 absence.note}));
    CHECK_OK(check_updated(changed, get_absence(txn, absence.id), stale_absence));
    ++absence.version;
    CHECK_OK(count_up(txn));
    return absence;
}

Result<void> remove_absence(WriteTxn& txn, domain::AbsenceId id) {
    TRY(auto const gone, txn.run("DELETE FROM absence WHERE tenant_id = :tenant AND id = ?1", {id}));
    if (gone == 0) return no_absence();
    return count_up(txn);
}

Result<void> remove_absences_from(WriteTxn& txn, domain::AgentId agent, std::string_view source) {
    CHECK_OK(done(
        txn.run("DELETE FROM absence WHERE tenant_id = :tenant AND agent_id = ?1 AND source = ?2", {agent, source})));
    return count_up(txn);
}

Result<std::vector<domain::Absence>> list_absences_from(ReadTxn& txn, domain::AgentId agent, std::string_view source,
                                                        domain::LocalTime after) {
    return list_all(txn,
                    sql<"SELECT ", kAbsence,
                        " FROM absence WHERE tenant_id = :tenant AND agent_id = ?1 AND source = ?2 AND "
                        "until_local > ?3 ORDER BY from_local, until_local, id">,
                    {agent, source, minutes_of(after)}, read_one_absence);
}

Result<std::vector<domain::Absence>> list_absences(ReadTxn& txn, domain::AgentId agent, domain::LocalTime after) {
    return list_all(txn,
                    sql<"SELECT ", kAbsence,
                        " FROM absence WHERE tenant_id = :tenant AND agent_id = ?1 AND until_local > ?2 "
                        "ORDER BY until_local, id LIMIT ?3">,
                    {agent, minutes_of(after), kMostAbsences}, read_one_absence);
}

Result<std::optional<domain::Availability>> find_availability(ReadTxn& txn, domain::AgentId agent) {
    return find_one(txn,
                    "SELECT agent_id, flips_at, restriction, restricted_until FROM availability "
                    "WHERE tenant_id = :tenant AND agent_id = ?1",
                    {agent}, read_one_availability);
}

Result<void> put_availability(WriteTxn& txn, domain::Availability const& one) {
    bool const is_nothing = !one.flips_at && one.restriction == domain::Restriction::none;
    if (is_nothing) {
        TRY(auto const gone,
            txn.run("DELETE FROM availability WHERE tenant_id = :tenant AND agent_id = ?1", {one.agent}));
        if (gone == 0) return {};
    } else {
        CHECK_OK(
            done(txn.run("INSERT INTO availability (tenant_id, agent_id, flips_at, restriction, restricted_until) "
                         "VALUES (:tenant, ?1, ?2, ?3, ?4) ON CONFLICT (tenant_id, agent_id) "
                         "DO UPDATE SET flips_at = ?2, restriction = ?3, restricted_until = ?4",
                         {one.agent, one.flips_at, stored(one.restriction), one.restricted_until})));
    }
    return count_up(txn);
}

Result<std::vector<domain::Availability>> list_availabilities(ReadTxn& txn) {
    return list_all(txn,
                    "SELECT agent_id, flips_at, restriction, restricted_until FROM availability "
                    "WHERE tenant_id = :tenant ORDER BY agent_id",
                    {}, read_one_availability);
}

Result<domain::RosterRows> read_roster(ReadTxn& txn, std::chrono::local_days from, std::chrono::local_days until) {
    domain::RosterRows out;
    TRY(out.shifts, list_shifts(txn));
    TRY(out.patterns, list_all(txn,
                               "SELECT agent_id, version, time_zone, week FROM agent_hours "
                               "WHERE tenant_id = :tenant ORDER BY agent_id",
                               {}, read_pattern));
    TRY(out.days, list_all(txn,
                           "SELECT agent_id, day, shift_id FROM roster_day "
                           "WHERE tenant_id = :tenant AND day >= ?1 AND day < ?2",
                           {number_of(from), number_of(until)}, read_day));
    TRY(out.absences, list_all(txn,
                               sql<"SELECT ", kAbsence,
                                   " FROM absence WHERE tenant_id = :tenant AND until_local > ?1 AND from_local < ?2">,
                               {minutes_of(from), minutes_of(until)}, read_one_absence));
    TRY(out.availabilities, list_availabilities(txn));
    return out;
}

Result<std::int64_t> roster_revision(ReadTxn& txn) {
    TRY(auto const text, read_note(txn, kRevisionNote));
    return text.empty() ? 0 : std::strtoll(text.c_str(), nullptr, 10);
}

Result<domain::RosterRules> read_roster_rules(ReadTxn& txn) {
    TRY(auto const text, read_note(txn, kRulesNote));
    domain::RosterRules out;
    if (text.empty()) return out;
    TRY(auto const parsed, parse_json(text));
    must(parsed.is_object(), "stored rules of the roster");
    auto const& document = parsed.get_object();
    out.away_after_minutes = static_cast<int>(int_at(document, "away_after_minutes", out.away_after_minutes));
    out.ask_before_end_minutes =
        static_cast<int>(int_at(document, "ask_before_end_minutes", out.ask_before_end_minutes));
    return out;
}

Result<void> write_roster_rules(WriteTxn& txn, domain::RosterRules const& rules) {
    CHECK_OK(write_note(txn, kRulesNote,
                        to_string(JsonObject{{"away_after_minutes", rules.away_after_minutes},
                                             {"ask_before_end_minutes", rules.ask_before_end_minutes}})));
    return count_up(txn);
}

Result<std::vector<LastSeen>> list_last_seen(ReadTxn& txn) {
    return list_all(
        txn, "SELECT agent_id, MAX(last_seen_at) FROM session WHERE tenant_id = :tenant GROUP BY agent_id", {},
        +[](Row const& row) { return LastSeen{row.id<domain::AgentTag>(0), row.at(1)}; });
}

}  // namespace lotse::store
