// SPDX-License-Identifier: Apache-2.0
#include "desk/roster.h"

#include <fmt/format.h>

#include <algorithm>

#include "domain/roster_json.h"
#include "store/agents.h"
#include "store/roster.h"

namespace lotse::desk {
namespace {

using std::chrono::days;

constexpr std::size_t kMostShifts = 500;
constexpr std::size_t kMostPeople = 200;
constexpr days kPastAbsences{366};

Result<void> apply(ShiftFields const& fields, domain::Shift& shift) {
    if (fields.name) shift.name = *fields.name;
    TRY(shift.name, check_name(shift.name));
    if (fields.hours) shift.hours = *fields.hours;
    if (shift.hours.empty())
        return invalid("shift.empty", "Give the shift its hours; a free day needs no shift.", "/hours");
    return domain::check_hours(shift.hours, "/hours");
}

// Of this person, to change or to remove.
Result<domain::Absence> own_absence(store::ReadTxn& txn, domain::AgentId agent, domain::AbsenceId id) {
    TRY(auto absence, store::get_absence(txn, id));
    if (absence.agent != agent) return not_found("absence.missing", "There is no such absence.");
    return absence;
}

}  // namespace

Result<std::vector<domain::Shift>> list_shifts(Desk& desk, domain::TenantScope const& scope) {
    return desk.store.read(scope, [](store::ReadTxn& txn) { return store::list_shifts(txn); });
}

Result<domain::Shift> get_shift(Desk& desk, domain::TenantScope const& scope, domain::ShiftId id) {
    return desk.store.read(scope, [&](store::ReadTxn& txn) { return store::get_shift(txn, id); });
}

Result<Made<domain::Shift>> make_shift(Desk& desk, access::Principal const& principal, ShiftFields const& fields,
                                       CallKey const& key) {
    return make_once<domain::Shift>(desk, principal, key, store::get_shift,
                                    [&](store::WriteTxn& txn) -> Result<domain::Shift> {
                                        TRY(auto const known, store::list_shifts(txn));
                                        if (known.size() >= kMostShifts)
                                            return conflict("shift.too_many", "A desk has at most 500 shifts.");
                                        domain::Shift shift;
                                        CHECK_OK(apply(fields, shift));
                                        announce_setup(desk, txn);
                                        return store::add_shift(txn, std::move(shift));
                                    });
}

Result<domain::Shift> change_shift(Desk& desk, access::Principal const& principal, domain::ShiftId id,
                                   std::int64_t expected_version, ShiftFields const& fields) {
    return desk.store.write(principal.scope, [&](store::WriteTxn& txn) -> Result<domain::Shift> {
        TRY(auto shift, store::get_shift(txn, id));
        if (expected_version != 0) shift.version = expected_version;
        CHECK_OK(apply(fields, shift));
        announce_setup(desk, txn);
        return store::update_shift(txn, std::move(shift));
    });
}

Result<void> remove_shift(Desk& desk, access::Principal const& principal, domain::ShiftId id) {
    return desk.store.write(principal.scope, [&](store::WriteTxn& txn) {
        announce_setup(desk, txn);
        return store::remove_shift(txn, id);
    });
}

Result<Hours> read_hours(Desk& desk, domain::TenantScope const& scope, domain::AgentId agent) {
    return desk.store.read(scope, [&](store::ReadTxn& txn) -> Result<Hours> {
        TRY([[maybe_unused]] auto const known, store::get_agent(txn, agent));
        TRY(auto const found, store::find_pattern(txn, agent));
        if (found) return Hours{*found, true};
        TRY(auto const setup, desk.setups.get(txn));
        return Hours{{agent, 0, setup->tenant.time_zone, {}}, false};
    });
}

Result<Hours> put_hours(Desk& desk, access::Principal const& principal, std::int64_t expected_version,
                        domain::WorkPattern pattern) {
    CHECK_OK(domain::check(pattern));
    return desk.store.write(principal.scope, [&](store::WriteTxn& txn) -> Result<Hours> {
        TRY([[maybe_unused]] auto const known, store::get_agent(txn, pattern.agent));
        pattern.version = expected_version;
        announce_setup(desk, txn);
        TRY(auto stored, store::put_pattern(txn, pattern));
        return Hours{std::move(stored), true};
    });
}

Result<void> remove_hours(Desk& desk, access::Principal const& principal, domain::AgentId agent) {
    return desk.store.write(principal.scope, [&](store::WriteTxn& txn) -> Result<void> {
        TRY([[maybe_unused]] auto const known, store::get_agent(txn, agent));
        announce_setup(desk, txn);
        return store::remove_pattern(txn, agent);
    });
}

Result<void> put_roster(Desk& desk, access::Principal const& principal, std::vector<RosterChange> const& changes) {
    return desk.store.write(principal.scope, [&](store::WriteTxn& txn) -> Result<void> {
        TRY(auto const shifts, store::list_shifts(txn));
        TRY(auto const agents, store::list_agents(txn));
        for (std::size_t i = 0; i < changes.size(); ++i) {
            auto const& one = changes[i];
            if (std::ranges::find(agents, one.agent, &domain::Agent::id) == agents.end())
                return invalid("agent.missing", "There is no such agent.", fmt::format("/days/{}/agent", i));
            bool const is_named = one.shift && *one.shift;
            if (is_named && std::ranges::find(shifts, *one.shift, &domain::Shift::id) == shifts.end())
                return invalid("shift.missing", "There is no such shift.", fmt::format("/days/{}/shift", i));
            CHECK_OK(store::put_roster_day(txn, one.agent, one.date, one.shift));
        }
        announce_setup(desk, txn);
        return {};
    });
}

Result<RosterView> read_roster(Desk& desk, domain::TenantScope const& scope, std::chrono::local_days from,
                               std::chrono::local_days until, domain::QueueId queue, domain::AgentId after) {
    return desk.store.read(scope, [&](store::ReadTxn& txn) -> Result<RosterView> {
        using domain::Role;
        RosterView out;
        TRY(out.setup, desk.setups.get(txn));
        TRY(out.rows, store::read_roster(txn, from, until));
        out.rows.time_zone = out.setup->tenant.time_zone;
        for (auto const& agent : out.setup->agents) {
            bool const owns = agent.role == Role::admin || agent.role == Role::lead || agent.role == Role::agent;
            bool const is_of = !queue || std::ranges::find(agent.queues, queue) != agent.queues.end();
            if (agent.is_disabled || !owns || !is_of || agent.id <= after) continue;
            out.has_more = out.people.size() == kMostPeople;
            if (out.has_more) break;
            out.people.push_back(agent);
        }
        return out;
    });
}

Result<std::vector<domain::Absence>> list_absences(Desk& desk, domain::TenantScope const& scope,
                                                   domain::AgentId agent) {
    auto const today = std::chrono::floor<days>(desk.clock.now());
    domain::LocalTime const after{(today - kPastAbsences).time_since_epoch()};
    return desk.store.read(scope, [&](store::ReadTxn& txn) -> Result<std::vector<domain::Absence>> {
        TRY([[maybe_unused]] auto const known, store::get_agent(txn, agent));
        return store::list_absences(txn, agent, after);
    });
}

Result<Made<domain::Absence>> make_absence(Desk& desk, access::Principal const& principal,
                                           domain::Absence const& absence, CallKey const& key) {
    return make_once<domain::Absence>(desk, principal, key, store::get_absence,
                                      [&](store::WriteTxn& txn) -> Result<domain::Absence> {
                                          TRY([[maybe_unused]] auto const known, store::get_agent(txn, absence.agent));
                                          announce_setup(desk, txn);
                                          return store::add_absence(txn, absence);
                                      });
}

Result<domain::Absence> change_absence(Desk& desk, access::Principal const& principal, domain::AgentId agent,
                                       domain::AbsenceId id, std::int64_t expected_version,
                                       AbsenceFields const& fields) {
    return desk.store.write(principal.scope, [&](store::WriteTxn& txn) -> Result<domain::Absence> {
        TRY(auto absence, own_absence(txn, agent, id));
        if (!absence.source.empty())
            return conflict("absence.imported",
                            "This absence comes from a calendar and would be read from there again; change it there.");
        if (expected_version != 0) absence.version = expected_version;
        if (fields.kind) absence.kind = *fields.kind;
        if (fields.note) absence.note = *fields.note;
        CHECK_OK(domain::read_absence_times(fields.from.value_or(domain::absence_begin_text(absence)),
                                            fields.until.value_or(domain::absence_end_text(absence)), absence));
        announce_setup(desk, txn);
        return store::update_absence(txn, std::move(absence));
    });
}

Result<void> remove_absence(Desk& desk, access::Principal const& principal, domain::AgentId agent,
                            domain::AbsenceId id) {
    return desk.store.write(principal.scope, [&](store::WriteTxn& txn) -> Result<void> {
        TRY(auto const absence, own_absence(txn, agent, id));
        if (!absence.source.empty())
            return conflict("absence.imported",
                            "This absence comes from a calendar. Change it there, or take the calendar away.");
        announce_setup(desk, txn);
        return store::remove_absence(txn, id);
    });
}

Result<domain::RosterRules> read_rules(Desk& desk, domain::TenantScope const& scope) {
    return desk.store.read(scope, [](store::ReadTxn& txn) { return store::read_roster_rules(txn); });
}

std::int64_t version_of(domain::RosterRules const& rules) {
    return content_mark(fmt::format("{} {}", rules.away_after_minutes, rules.ask_before_end_minutes));
}

Result<domain::RosterRules> put_rules(Desk& desk, access::Principal const& principal, std::int64_t expected_version,
                                      domain::RosterRules const& rules) {
    // A sign of life is noted to five minutes.
    if (rules.away_after_minutes != 0 && rules.away_after_minutes < 10)
        return invalid("roster.away_after", "Give 10 minutes or more, or 0 to leave it off.", "/away_after_minutes");
    return desk.store.write(principal.scope, [&](store::WriteTxn& txn) -> Result<domain::RosterRules> {
        TRY(auto const stored, store::read_roster_rules(txn));
        if (expected_version != 0 && expected_version != version_of(stored))
            return conflict("roster.stale_version", "Somebody has changed this meanwhile; read it again.");
        CHECK_OK(store::write_roster_rules(txn, rules));
        announce_setup(desk, txn);
        return rules;
    });
}

}  // namespace lotse::desk
