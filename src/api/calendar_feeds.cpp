// SPDX-License-Identifier: Apache-2.0
// Calendars of others: holidays and absences out of files, and out of addresses that are read once a day.
#include "desk/calendar_feeds.h"

#include "api/fields.h"
#include "api/groups.h"
#include "api/show.h"
#include "desk/holiday_file.h"
#include "domain/roster_json.h"

namespace lotse::api {
namespace {

using access::Permission;

Schema notes_schema() {
    return list(object({need("line", integer(1, INT64_MAX)), need("text", text(0))}))
        .say("The first twenty events that cannot be read, and why.");
}

JsonArray shown(std::vector<domain::IcalNote> const& notes) {
    JsonArray out;
    for (auto const& note : notes) out.emplace_back(JsonObject{{"line", note.line}, {"text", note.text}});
    return out;
}

JsonArray shown(std::vector<domain::Holiday> const& holidays) {
    JsonArray out;
    for (auto const& day : holidays)
        out.emplace_back(
            JsonObject{{"date", domain::date_text(std::chrono::local_days{day.date})}, {"name", day.name}});
    return out;
}

Schema holiday_file_schema() {
    auto const day = object({need("date", text(0)), need("name", text(0))});
    return object({need("name", text(0).say("Of the calendar in the file, if it has one.")),
                   need("holidays", list(day).say("By date, each once: of this year and the two behind it.")),
                   need("parts_of_days", integer(0, INT64_MAX).say("Events of hours; they are no holidays.")),
                   need("events", integer(0, INT64_MAX)), need("events_left_out", integer(0, INT64_MAX)),
                   need("left_out", notes_schema())});
}

Result<Reply> read_holiday_file(Call& call) {
    auto const zone = text_at(call.query, "time_zone", "UTC");
    TRY(auto const file, desk::read_holiday_file(call.request.body, zone, call.desk().clock.now()));
    Reply out;
    out.body = JsonObject{
        {"name", file.name},     {"holidays", shown(file.holidays)},        {"parts_of_days", file.parts_of_days},
        {"events", file.events}, {"events_left_out", file.events_left_out}, {"left_out", shown(file.left_out)}};
    return out;
}

Schema feed_schema() {
    auto const day = object({need("date", text(0)), need("name", text(0))});
    return object(
        {need("is_set", boolean().say("false: no address; all else is empty then.")),
         need("host", text(0).say("Of the address, which is not shown again: it may be secret.")),
         need("name", text(0).say("Of the calendar there, if it has one.")),
         need("found", integer(0, INT64_MAX).say("Holidays or absences of the last good reading.")),
         need("left_out", integer(0, INT64_MAX).say("Events that could not be read then.")),
         need("holidays", list(day).say("Of a calendar's address; of a person's always empty.")),
         need("read_at", instant().or_null().say("The last good reading; what it brought stays until the next one.")),
         need("checked_at", instant().or_null()), need("next_at", instant().or_null()),
         need("failures", integer(0, INT64_MAX).say("In a row, the last ones.")),
         need("failure", text(0).say("Why the last reading failed; empty if it did not."))});
}

Reply shown(std::optional<store::CalendarFeed> const& feed) {
    auto const now = feed.value_or(store::CalendarFeed{});
    auto const time = [&](Instant at) { return show(feed ? std::optional(at) : std::nullopt); };
    Reply out;
    out.body = JsonObject{{"is_set", feed.has_value()},
                          {"host", now.host},
                          {"name", now.name},
                          {"found", now.found},
                          {"left_out", now.left_out},
                          {"holidays", shown(now.holidays)},
                          {"read_at", time(now.read_at)},
                          {"checked_at", time(now.checked_at)},
                          {"next_at", time(now.next_at)},
                          {"failures", now.failures},
                          {"failure", now.failure}};
    return out;
}

// A path names a calendar or an agent.
desk::FeedOwner owner_in(Call const& call) {
    if (call.path.contains("calendar")) return {store::FeedKind::holidays, int_at(call.path, "calendar")};
    return {store::FeedKind::absences, int_at(call.path, "agent")};
}

Result<Reply> get_feed(Call& call) {
    TRY(auto const feed, desk::find_feed(call.desk(), call.scope(), owner_in(call)));
    return shown(feed);
}

Result<Reply> put_feed(Call& call) {
    TRY(auto const feed,
        desk::put_feed(call.desk(), call.principal(), owner_in(call), std::string(text_at(call.body, "private_url"))));
    return shown(std::optional(feed));
}

Result<Reply> remove_feed(Call& call) {
    CHECK_OK(desk::remove_feed(call.desk(), call.principal(), owner_in(call)));
    return Reply{};
}

Result<Reply> read_feed(Call& call) {
    TRY(auto const feed, desk::read_feed_now(call.desk(), call.scope(), owner_in(call)));
    return shown(std::optional(feed));
}

Schema absence_file_schema() {
    return object(
        {need("absences", integer(0, INT64_MAX).say("Times at which the person is absent, overlapping ones as one.")),
         need("free_events", integer(0, INT64_MAX).say("Events that say that their time is free.")),
         need("events_left_out", integer(0, INT64_MAX)), need("left_out", notes_schema())});
}

Result<Reply> put_absence_file(Call& call) {
    TRY(auto const file,
        desk::put_absence_file(call.desk(), call.principal(), call.id<domain::AgentId>("agent"), call.request.body));
    Reply out;
    out.body = JsonObject{{"absences", file.absences},
                          {"free_events", file.free_events},
                          {"events_left_out", file.events_left_out},
                          {"left_out", shown(file.left_out)}};
    return out;
}

void add_feed_routes(std::vector<Route>& routes, std::string const& path, std::string const& noun, Access read,
                     Access write, std::string const& whose, std::string const& then) {
    auto const name = [&](std::string_view verb) { return std::string(verb) + "_" + noun; };
    routes.push_back(
        Route(Verb::get, path, name("get"), read, get_feed)
            .says("Read the calendar address of " + whose, "How its last readings went, and what they brought.")
            .answers(200, "CalendarFeed"));
    routes.push_back(
        Route(Verb::put, path, name("put"), write, put_feed)
            .says("Set the calendar address of " + whose,
                  "It is read at once, and kept only if that works; from then on it is read once a day. " + then)
            .takes("NewCalendarFeed")
            .answers(200, "CalendarFeed"));
    routes.push_back(Route(Verb::remove, path, name("remove"), write, remove_feed)
                         .says("Take away the calendar address of " + whose, "With what it has brought.")
                         .answers_nothing());
    routes.push_back(Route(Verb::post, path + "/readings", name("read"), write, read_feed)
                         .says("Read the calendar address of " + whose + " now", "A failure is told in the answer.")
                         .answers(200, "CalendarFeed"));
}

}  // namespace

Group calendar_feeds_group() {
    Group out{
        "Calendar files", "Holidays and absences that come as iCalendar (.ics), as files or from an address.", {}, {}};
    out.schemas = {
        {"HolidayFile", holiday_file_schema()},
        {"AbsenceFile", absence_file_schema()},
        {"NewCalendarFeed",
         object({need("private_url", line(2000, 1)
                                         .such_as("https://calendar.example/holidays.ics")
                                         .say("webcal: is read by https. The audit list does not keep it."))})},
        {"CalendarFeed", feed_schema()}};
    out.routes = {
        Route(Verb::post, "/api/v1/holiday-files", "read_holiday_file", Permission::setup_write, read_holiday_file)
            .says("Read a file of holidays",
                  "The body is the file itself (.ics), at most 2 MiB. Nothing is saved: what it names may then be put "
                  "into a calendar.")
            .asks({may("time_zone", line(64, 1).such_as("Europe/Berlin").say("IANA name, of times that name none."))})
            .takes_bytes(domain::kMostIcalBytes + 1)
            .answers(200, "HolidayFile"),
        Route(Verb::put, "/api/v1/agents/{agent}/absence-file", "put_absence_file",
              Access::own_record(Permission::agents_write), put_absence_file)
            .says("Read absences of an agent from a file",
                  "The body is the file itself (.ics), at most 2 MiB. Its busy times become absences, in the place of "
                  "those of the last "
                  "file. Titles are not kept.")
            .takes_bytes(domain::kMostIcalBytes + 1)
            .answers(200, "AbsenceFile"),
    };
    add_feed_routes(out.routes, "/api/v1/calendars/{calendar}/feed", "calendar_feed", Permission::setup_read,
                    Permission::setup_write, "a calendar", "Its whole days are holidays, beside the calendar's own.");
    add_feed_routes(out.routes, "/api/v1/agents/{agent}/absence-feed", "absence_feed",
                    Access::own_record(Permission::agents_write), Access::own_record(Permission::agents_write),
                    "an agent", "Its busy times are absences; titles are not kept.");
    return out;
}

}  // namespace lotse::api
