// SPDX-License-Identifier: Apache-2.0
// Calendar files of others: what holidays they name.
#include "desk/holiday_file.h"

#include "api/groups.h"
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

}  // namespace

Group calendar_feeds_group() {
    Group out{"Calendar files", "Holidays that come as iCalendar (.ics).", {}, {}};
    out.schemas = {{"HolidayFile", holiday_file_schema()}};
    out.routes = {
        Route(Verb::post, "/api/v1/holiday-files", "read_holiday_file", Permission::setup_write, read_holiday_file)
            .says("Read a file of holidays",
                  "The body is the file itself (.ics), at most 2 MiB. Nothing is saved: what it names may then be put "
                  "into a calendar.")
            .asks({may("time_zone", line(64, 1).such_as("Europe/Berlin").say("IANA name, of times that name none."))})
            .takes_bytes(domain::kMostIcalBytes + 1)
            .answers(200, "HolidayFile"),
    };
    return out;
}

}  // namespace lotse::api
