// SPDX-License-Identifier: Apache-2.0
// Who works when: shifts, weekly hours, the roster's dates, absences, and what is handed over at the end of a shift.
#include "desk/roster.h"

#include <algorithm>

#include "api/fields.h"
#include "api/groups.h"
#include "api/kept_records.h"
#include "api/page.h"
#include "api/show.h"
#include "desk/shift_end.h"
#include "desk/taken_over.h"
#include "domain/roster_json.h"

namespace lotse::api {
namespace {

using access::Permission;

constexpr std::chrono::days kMostDays{62};

Schema hours_schema(std::string about) {
    auto pair = list(line(5, 5), 2).such_as(JsonArray{"08:00", "12:00"});
    pair.least = 2;
    return list(std::move(pair), 12).say(std::move(about));
}

Schema date_schema() { return line(10, 10).such_as("2026-06-01"); }
Schema moment_schema() { return line(16, 10).such_as("2026-06-01"); }

Schema shift_input() {
    return object(
        {need("name", line(60, 1).such_as("Early")),
         need("hours", hours_schema("From and to, by the clock of whoever has the shift. A gap is a break. A night "
                                    "ends on the next day: [\"22:00\", \"06:00\"]."))});
}

Schema shift_schema() {
    return object({need("id", id()), need("version", id()), need("name", text(0)), need("hours", hours_schema(""))});
}

Schema week_schema() {
    std::vector<Property> days;
    for (auto const day : domain::kWeekdayNames) days.push_back(may(std::string(day), hours_schema("")));
    return object(std::move(days)).say("A day that is left out is free.");
}

Schema hours_input() {
    return object({need("time_zone", line(64, 1).such_as("Europe/Berlin").say("IANA name, of the person's own clock.")),
                   need("week", week_schema())});
}

Schema hours_answer() {
    return object({need("version", integer(0, 1'000'000'000)), need("time_zone", text(0)), need("week", week_schema()),
                   need("is_set", boolean().say("false: no weekly hours; at work whenever they say so."))});
}

Schema absence_input() {
    return object({need("kind", choice<domain::AbsenceKind>()),
                   need("from", moment_schema().say("A date, or a date and a time of the person's own clock.")),
                   need("until", moment_schema().say("The last day, or a time: 2026-06-01T12:00 ends at noon.")),
                   may("note", line(200))});
}

Schema absence_schema() {
    return object({need("id", id()), need("version", id()), need("kind", choice<domain::AbsenceKind>()),
                   need("from", text(0)), need("until", text(0)), need("note", text(0)),
                   need("is_imported", boolean())});
}

Schema roster_day_schema() {
    return object(
        {need("date", text(0)),
         need("plan",
              one_of({"shift", "free", "usual", "open"}).say("usual: the weekly hours; open: no hours at all.")),
         need("shift", id().or_null()), need("hours", hours_schema("Before absences.")),
         need("absence", one_of({"none", "part", "whole"})),
         need("kind", choice<domain::AbsenceKind>().or_null().say("null for who may not know."))});
}

Schema roster_schema() {
    auto const person = object(
        {need("agent", reference("Named")), need("has_hours", boolean()), need("days", list(reference("RosterDay")))});
    return object({need("from", text(0)), need("until", text(0)), need("shifts", list(reference("Shift"))),
                   need("people", list(person)),
                   need("next_after", id().or_null().say("More people behind this one."))});
}

Schema roster_changes() {
    auto const day = object({need("agent", id()), need("date", date_schema()),
                             need("plan", one_of({"shift", "free", "usual"})), may("shift", id())});
    return object({need("days", list(day, 2000))});
}

Schema rules_schema() {
    return object({need("away_after_minutes", integer(0, 1440).say("Who was not seen in the desk for so long is given "
                                                                   "nothing; 0: off.")),
                   need("ask_before_end_minutes", integer(0, 480).say("So long before the end of a shift people are "
                                                                      "asked what they hand over."))});
}

Schema hand_over_schema() {
    auto const item = object({need("ticket", object({need("id", id()), need("subject", text(0))})),
                              need("needed_by", instant()), need("has_note", boolean())});
    return object({need("shift_end", instant().or_null()), need("next_shift", instant().or_null()),
                   need("is_near", boolean()), need("tickets", list(item).say("Needed before the next shift."))});
}

Schema taken_over_schema() {
    return object({need("ticket", object({need("id", id()), need("subject", text(0))})),
                   need("from", reference("Named").or_null().say("Who had begun it; null: gone.")),
                   need("at", instant()), need("needed_by", instant().or_null()),
                   need("words", text(0).or_null().say("The beginning of their last note or answer."))});
}

JsonObject shown_shift(domain::Shift const& shift) {
    return {{"id", shift.id.value},
            {"version", shift.version},
            {"name", shift.name},
            {"hours", domain::hours_json(shift.hours)}};
}

struct Shifts {
    using Id = domain::ShiftId;
    static constexpr char const* kName = "shift";
    static constexpr auto kList = desk::list_shifts;
    static constexpr auto kMake = desk::make_shift;
    static constexpr auto kGet = desk::get_shift;
    static constexpr auto kChange = desk::change_shift;
    static constexpr auto kRemove = desk::remove_shift;

    static desk::ShiftFields fields(JsonObject const& body) {
        Fields const fields(body);
        desk::ShiftFields out;
        fields.take("name", out.name);
        // What cannot be read stays empty, which the use case refuses at the same field.
        if (fields.has("hours"))
            out.hours = domain::hours_from(array_at(body, "hours"), "/hours").value_or(std::vector<domain::Interval>{});
        return out;
    }
    static Result<JsonObject> shown(Call const&, domain::Shift const& shift) { return shown_shift(shift); }
    static std::int64_t version_of(domain::Shift const& shift) { return shift.version; }
};
using Kept = KeptRecords<Shifts>;

// The words about hours, before the use case sees them.
Result<void> check_hours_in(Call const& call) {
    if (!call.body.contains("hours")) return {};
    TRY([[maybe_unused]] auto const hours, domain::hours_from(array_at(call.body, "hours"), "/hours"));
    return {};
}
Result<Reply> create_shift(Call& call) {
    CHECK_OK(check_hours_in(call));
    return Kept::create(call);
}
Result<Reply> patch_shift(Call& call) {
    TRY([[maybe_unused]] auto const known, desk::get_shift(call.desk(), call.scope(), Kept::id_in(call)));
    CHECK_OK(check_hours_in(call));
    return Kept::patch(call);
}

Reply shown_hours(desk::Hours const& hours) {
    JsonObject week;
    for (std::size_t day = 0; day < 7; ++day)
        week[domain::kWeekdayNames[day]] = domain::hours_json(hours.pattern.week[day]);
    auto const version = hours.is_set ? hours.pattern.version : 0;
    return versioned_reply({{"version", version},
                            {"time_zone", hours.pattern.time_zone},
                            {"week", std::move(week)},
                            {"is_set", hours.is_set}},
                           version);
}

Result<Reply> get_hours(Call& call) {
    TRY(auto const hours, desk::read_hours(call.desk(), call.scope(), call.id<domain::AgentId>("agent")));
    return shown_hours(hours);
}

Result<Reply> put_hours(Call& call) {
    domain::WorkPattern pattern;
    pattern.agent = call.id<domain::AgentId>("agent");
    TRY([[maybe_unused]] auto const known, desk::read_hours(call.desk(), call.scope(), pattern.agent));
    pattern.time_zone = text_at(call.body, "time_zone");
    auto const& week = object_at(call.body, "week");
    for (std::size_t day = 0; day < 7; ++day) {
        auto const name = domain::kWeekdayNames[day];
        TRY(pattern.week[day], domain::hours_from(array_at(week, name), "/week/" + std::string(name)));
    }
    TRY(auto const hours, desk::put_hours(call.desk(), call.principal(), call.expected_version, std::move(pattern)));
    return shown_hours(hours);
}

Result<Reply> remove_hours(Call& call) {
    CHECK_OK(desk::remove_hours(call.desk(), call.principal(), call.id<domain::AgentId>("agent")));
    return Reply{};
}

JsonObject shown_absence(domain::Absence const& absence) {
    return {{"id", absence.id.value},
            {"version", absence.version},
            {"kind", domain::name_of(absence.kind)},
            {"from", domain::absence_begin_text(absence)},
            {"until", domain::absence_end_text(absence)},
            {"note", absence.note},
            {"is_imported", !absence.source.empty()}};
}

Result<Reply> list_absences(Call& call) {
    TRY(auto const all, desk::list_absences(call.desk(), call.scope(), call.id<domain::AgentId>("agent")));
    JsonArray items;
    for (auto const& one : all) items.emplace_back(shown_absence(one));
    return whole_list(std::move(items));
}

Result<Reply> create_absence(Call& call) {
    domain::Absence absence;
    absence.agent = call.id<domain::AgentId>("agent");
    Fields const fields(call.body);
    fields.take("kind", absence.kind);
    fields.take("note", absence.note);
    CHECK_OK(domain::read_absence_times(text_at(call.body, "from"), text_at(call.body, "until"), absence));
    TRY(auto const made, desk::make_absence(call.desk(), call.principal(), absence, call.key()));
    return made_reply(call, shown_absence(made.value), made.value.id.value, made.value.version, made.is_known);
}

Result<Reply> patch_absence(Call& call) {
    Fields const fields(call.body);
    desk::AbsenceFields wanted;
    fields.take("kind", wanted.kind);
    fields.take("from", wanted.from);
    fields.take("until", wanted.until);
    fields.take("note", wanted.note);
    TRY(auto const absence, desk::change_absence(call.desk(), call.principal(), call.id<domain::AgentId>("agent"),
                                                 call.id<domain::AbsenceId>("absence"), call.expected_version, wanted));
    return versioned_reply(shown_absence(absence), absence.version);
}

Result<Reply> remove_absence(Call& call) {
    CHECK_OK(desk::remove_absence(call.desk(), call.principal(), call.id<domain::AgentId>("agent"),
                                  call.id<domain::AbsenceId>("absence")));
    return Reply{};
}

struct Away {
    std::string_view part = "none";
    std::optional<domain::AbsenceKind> kind;
};

Away away_on(domain::RosterRows const& rows, domain::AgentId agent, std::chrono::local_days date) {
    Away out;
    domain::LocalTime const begin{date};
    domain::LocalTime const end{date + std::chrono::days{1}};
    for (auto const& one : rows.absences) {
        if (one.agent != agent || one.until <= begin || one.from >= end) continue;
        out.part = one.from <= begin && one.until >= end ? "whole" : "part";
        out.kind = one.kind;
        if (out.part == "whole") return out;
    }
    return out;
}

JsonObject shown_day(desk::RosterView const& view, domain::AgentId agent, std::chrono::local_days date,
                     domain::WorkPattern const* pattern, bool may_know) {
    auto const& rows = view.rows;
    auto const day =
        std::ranges::find_if(rows.days, [&](auto const& one) { return one.agent == agent && one.date == date; });
    std::vector<domain::Interval> hours;
    std::string_view plan = pattern != nullptr ? "usual" : "open";
    domain::ShiftId shift;
    if (day != rows.days.end()) {
        auto const found = std::ranges::find(rows.shifts, day->shift, &domain::Shift::id);
        plan = found == rows.shifts.end() ? "free" : "shift";
        if (found != rows.shifts.end()) hours = found->hours;
        if (found != rows.shifts.end()) shift = found->id;
    } else if (pattern != nullptr) {
        hours = pattern->week[std::chrono::weekday{date}.iso_encoding() - 1];
    }
    auto const away = away_on(rows, agent, date);
    bool const tells = may_know && away.kind;
    return {{"date", domain::date_text(date)},
            {"plan", plan},
            {"shift", id_or_null(shift)},
            {"hours", domain::hours_json(hours)},
            {"absence", away.part},
            {"kind", tells ? Json(domain::name_of(*away.kind)) : Json(nullptr)}};
}

Result<Reply> get_roster(Call& call) {
    TRY(auto const from, domain::date_from(text_at(call.query, "from"), "?from"));
    TRY(auto const until, domain::date_from(text_at(call.query, "until"), "?until"));
    if (until < from || until - from >= kMostDays)
        return invalid("roster.range", "Ask for 1 to 62 days, the last one not before the first.", "?until");
    auto const end = until + std::chrono::days{1};
    TRY(auto const view,
        desk::read_roster(call.desk(), call.scope(), from, end, domain::QueueId{int_at(call.query, "queue")},
                          domain::AgentId{int_at(call.query, "after")}));
    bool const plans = call.principal().has(Permission::agents_write);
    JsonArray shifts;
    for (auto const& shift : view.rows.shifts) shifts.emplace_back(shown_shift(shift));
    JsonArray people;
    for (auto const& agent : view.people) {
        auto const pattern = std::ranges::find(view.rows.patterns, agent.id, &domain::WorkPattern::agent);
        auto const* own = pattern == view.rows.patterns.end() ? nullptr : &*pattern;
        JsonArray days;
        for (auto date = from; date < end; date += std::chrono::days{1})
            days.emplace_back(shown_day(view, agent.id, date, own, plans || call.principal().agent == agent.id));
        people.emplace_back(JsonObject{{"agent", JsonObject{{"id", agent.id.value}, {"name", agent.name}}},
                                       {"has_hours", own != nullptr},
                                       {"days", std::move(days)}});
    }
    Reply out;
    out.body = JsonObject{{"from", domain::date_text(from)},
                          {"until", domain::date_text(until)},
                          {"shifts", std::move(shifts)},
                          {"people", std::move(people)},
                          {"next_after", view.has_more ? Json(view.people.back().id.value) : Json(nullptr)}};
    return out;
}

Result<Reply> put_roster(Call& call) {
    std::vector<desk::RosterChange> changes;
    for (auto const& item : array_at(call.body, "days")) {
        auto const& row = item.get_object();
        auto const field = "/days/" + std::to_string(changes.size());
        desk::RosterChange one{domain::AgentId{int_at(row, "agent")}, {}, std::nullopt};
        TRY(one.date, domain::date_from(text_at(row, "date"), field + "/date"));
        auto const plan = text_at(row, "plan");
        if (plan == "free") one.shift = domain::ShiftId{};
        if (plan == "shift") one.shift = domain::ShiftId{int_at(row, "shift")};
        if (plan == "shift" && !*one.shift) return invalid("shift.missing", "Name the shift.", field + "/shift");
        changes.push_back(one);
    }
    CHECK_OK(desk::put_roster(call.desk(), call.principal(), changes));
    return Reply{};
}

Reply shown_rules(domain::RosterRules const& rules) {
    return versioned_reply(
        {{"away_after_minutes", rules.away_after_minutes}, {"ask_before_end_minutes", rules.ask_before_end_minutes}},
        desk::version_of(rules));
}

Result<Reply> get_rules(Call& call) {
    TRY(auto const rules, desk::read_rules(call.desk(), call.scope()));
    return shown_rules(rules);
}

Result<Reply> put_rules(Call& call) {
    domain::RosterRules wanted;
    Fields const fields(call.body);
    fields.take("away_after_minutes", wanted.away_after_minutes);
    fields.take("ask_before_end_minutes", wanted.ask_before_end_minutes);
    TRY(auto const rules, desk::put_rules(call.desk(), call.principal(), call.expected_version, wanted));
    return shown_rules(rules);
}

Result<Reply> get_hand_over(Call& call) {
    TRY(auto const view, desk::read_hand_over(call.desk(), call.principal()));
    JsonArray tickets;
    for (auto const& one : view.tickets)
        tickets.emplace_back(
            JsonObject{{"ticket", JsonObject{{"id", one.ticket.id.value}, {"subject", one.ticket.subject}}},
                       {"needed_by", show(one.needed_by)},
                       {"has_note", one.has_note}});
    Reply out;
    out.body = JsonObject{{"shift_end", show(view.shift_end)},
                          {"next_shift", show(view.next_shift)},
                          {"is_near", view.is_near},
                          {"tickets", std::move(tickets)}};
    return out;
}

Result<Reply> list_taken_over(Call& call) {
    TRY(auto const list, desk::read_taken_over(call.desk(), call.principal()));
    JsonArray items;
    for (auto const& one : list.items)
        items.emplace_back(
            JsonObject{{"ticket", JsonObject{{"id", one.ticket.id.value}, {"subject", one.ticket.subject}}},
                       {"from", show_agent_name(*list.setup, one.from)},
                       {"at", show(one.at)},
                       {"needed_by", show(one.needed_by)},
                       {"words", text_or_null(one.words)}});
    return whole_list(std::move(items));
}

void add_people_routes(std::vector<Route>& routes) {
    routes.push_back(Route(Verb::get, "/api/v1/agents/{agent}/hours", "get_hours", Permission::agents_read, get_hours)
                         .says("Read the weekly hours of an agent")
                         .answers(200, "Hours")
                         .versioned());
    routes.push_back(Route(Verb::put, "/api/v1/agents/{agent}/hours", "put_hours", Permission::agents_write, put_hours)
                         .says("Set the weekly hours of an agent", "Holds from now on; open tickets follow at once.")
                         .takes("NewHours")
                         .answers(200, "Hours")
                         .versioned());
    routes.push_back(
        Route(Verb::remove, "/api/v1/agents/{agent}/hours", "remove_hours", Permission::agents_write, remove_hours)
            .says("Take away the weekly hours of an agent", "They are at work whenever they say so.")
            .answers_nothing());
    routes.push_back(Route(Verb::get, "/api/v1/agents/{agent}/absences", "list_absences",
                           Access::own_record(Permission::agents_write), list_absences)
                         .says("List the absences of an agent", "Of the last year and to come.")
                         .answers(200, "AbsencePage"));
    routes.push_back(Route(Verb::post, "/api/v1/agents/{agent}/absences", "create_absence",
                           Access::own_record(Permission::agents_write), create_absence)
                         .says("Add an absence", "Agents may say so of themselves.")
                         .takes("NewAbsence")
                         .answers(201, "Absence")
                         .once());
    routes.push_back(Route(Verb::patch, "/api/v1/agents/{agent}/absences/{absence}", "patch_absence",
                           Access::own_record(Permission::agents_write), patch_absence)
                         .says("Change an absence", "Not one that comes from a calendar.")
                         .takes("AbsencePatch")
                         .answers(200, "Absence")
                         .versioned());
    routes.push_back(Route(Verb::remove, "/api/v1/agents/{agent}/absences/{absence}", "remove_absence",
                           Access::own_record(Permission::agents_write), remove_absence)
                         .says("Remove an absence")
                         .answers_nothing());
}

}  // namespace

Group roster_group() {
    Group out{"Roster", "Who works when: shifts, weekly hours, dates and absences.", {}, {}};
    out.schemas = {{"NewShift", shift_input()},
                   {"ShiftPatch", partial(shift_input())},
                   {"Shift", shift_schema()},
                   {"ShiftPage", page_of("Shift")},
                   {"NewHours", hours_input()},
                   {"Hours", hours_answer()},
                   {"NewAbsence", absence_input()},
                   {"AbsencePatch", partial(absence_input())},
                   {"Absence", absence_schema()},
                   {"AbsencePage", page_of("Absence")},
                   {"RosterDay", roster_day_schema()},
                   {"Roster", roster_schema()},
                   {"RosterChanges", roster_changes()},
                   {"RosterRules", rules_schema()},
                   {"HandOver", hand_over_schema()},
                   {"TakenOver", taken_over_schema()},
                   {"TakenOverPage", page_of("TakenOver")}};
    out.routes = {
        Route(Verb::get, "/api/v1/shifts", "list_shifts", Permission::agents_read, Kept::list)
            .says("List shifts")
            .answers(200, "ShiftPage"),
        Route(Verb::post, "/api/v1/shifts", "create_shift", Permission::agents_write, create_shift)
            .says("Add a shift")
            .takes("NewShift")
            .answers(201, "Shift")
            .once(),
        Route(Verb::get, "/api/v1/shifts/{shift}", "get_shift", Permission::agents_read, Kept::get)
            .says("Read a shift")
            .answers(200, "Shift")
            .versioned(),
        Route(Verb::patch, "/api/v1/shifts/{shift}", "patch_shift", Permission::agents_write, patch_shift)
            .says("Change a shift", "Whoever has it in the roster has the new hours.")
            .takes("ShiftPatch")
            .answers(200, "Shift")
            .versioned(),
        Route(Verb::remove, "/api/v1/shifts/{shift}", "remove_shift", Permission::agents_write, Kept::remove)
            .says("Remove a shift", "Its dates in the roster go with it: the weekly hours hold again.")
            .answers_nothing(),
        Route(Verb::get, "/api/v1/roster", "get_roster", Permission::agents_read, get_roster)
            .says("Read who works when")
            .asks({need("from", date_schema()), need("until", date_schema().say("The last day; at most 62 in all.")),
                   may("queue", id().say("Only its people.")), may("after", id().say("People behind this one."))})
            .answers(200, "Roster"),
        Route(Verb::put, "/api/v1/roster", "put_roster", Permission::agents_write, put_roster)
            .says("Set who has which shift on which date", "All of it or nothing; dates that are not named stay.")
            .takes("RosterChanges")
            .answers_nothing(),
        Route(Verb::get, "/api/v1/roster/rules", "get_roster_rules", Permission::agents_read, get_rules)
            .says("Read the rules about presence and hand-over")
            .answers(200, "RosterRules")
            .versioned(),
        Route(Verb::put, "/api/v1/roster/rules", "put_roster_rules", Permission::setup_write, put_rules)
            .says("Set the rules about presence and hand-over")
            .takes("RosterRules")
            .answers(200, "RosterRules")
            .versioned(),
        Route(Verb::get, "/api/v1/hand-over", "get_hand_over", Permission::tickets_read, get_hand_over)
            .says("Read what you should hand over before your shift ends")
            .answers(200, "HandOver"),
        Route(Verb::get, "/api/v1/taken-over", "list_taken_over", Permission::tickets_read, list_taken_over)
            .says("List what you have taken over from others",
                  "Tickets that a colleague had begun, until you have done something with them; at most 20.")
            .answers(200, "TakenOverPage"),
    };
    add_people_routes(out.routes);
    return out;
}

}  // namespace lotse::api
