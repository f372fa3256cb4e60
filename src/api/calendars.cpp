// SPDX-License-Identifier: Apache-2.0
// Business calendars, and the question when something is due.
#include "desk/calendars.h"

#include "api/fields.h"
#include "api/groups.h"
#include "api/page.h"
#include "api/show.h"
#include "api/show_preview.h"
#include "domain/calendar_json.h"
#include "domain/public_holidays.h"
#include "domain/roster_json.h"

namespace lotse::api {
namespace {

using access::Permission;

constexpr std::int64_t kMostMinutes = 5'000'000;  // of business time; some decades

Schema interval_schema() {
    auto out = list(line(5, 5), 2).say("From and to, as times of the wall clock.").such_as(JsonArray{"09:00", "12:30"});
    out.least = 2;
    return out;
}

std::vector<Property> calendar_fields() {
    std::vector<Property> days;
    for (auto const day : domain::kWeekdayNames) days.push_back(may(std::string(day), list(interval_schema(), 48)));
    auto const holiday =
        object({need("date", line(10, 10).such_as("2026-12-25")), need("name", line(100)),
                may("closed",
                    interval_schema().or_null().say("The part of the day that is closed; without it the whole day."))});
    return {need("name", line(100, 1).such_as("Office hours")),
            need("time_zone", line(64, 1).such_as("Europe/Berlin").say("IANA name.")),
            need("week", object(std::move(days)).say("A day that is left out is closed.")),
            may("holidays", list(holiday, 2000).say("Closed all day, or for the part that is named.")),
            may("regions", list(line(30, 1).such_as("de-by"), 10).say("Whose public holidays are closed, too.")),
            may("worked", list(line(10, 10).such_as("2026-08-15"), 2000)
                              .say("Dates that are open though a region or the calendar's address closes them."))};
}

Schema calendar_schema() {
    auto fields = calendar_fields();
    for (auto& field : fields) field.is_required = true;
    fields.insert(fields.begin(), {need("id", id()), need("version", id())});
    return object(std::move(fields));
}

JsonObject shown(domain::Calendar const& calendar) {
    JsonObject out{{"id", calendar.id.value}, {"version", calendar.version}};
    for (auto const& [key, value] : domain::to_json(calendar)) out[key] = value;
    return out;
}

Result<Reply> list_calendars(Call& call) {
    TRY(auto calendars, desk::list_calendars(call.desk(), call.scope()));
    JsonArray items;
    for (auto const& calendar : calendars) items.emplace_back(shown(calendar));
    return whole_list(std::move(items));
}

Result<Reply> create_calendar(Call& call) {
    TRY(auto calendar, domain::calendar_from(call.body));
    TRY(auto made, desk::make_calendar(call.desk(), call.principal(), calendar, call.key()));
    return made_reply(call, shown(made.value), made.value.id.value, made.value.version, made.is_known);
}

Result<Reply> get_calendar(Call& call) {
    TRY(auto calendar, desk::get_calendar(call.desk(), call.scope(), call.id<domain::CalendarId>("calendar")));
    return versioned_reply(shown(calendar), calendar.version);
}

Result<Reply> put_calendar(Call& call) {
    // Absence first: whether an id exists must not depend on the body being right.
    auto const id = call.id<domain::CalendarId>("calendar");
    TRY([[maybe_unused]] auto known, desk::get_calendar(call.desk(), call.scope(), id));
    TRY(auto wanted, domain::calendar_from(call.body));
    wanted.id = id;
    TRY(auto calendar, desk::replace_calendar(call.desk(), call.principal(), call.expected_version, wanted));
    return versioned_reply(shown(calendar), calendar.version);
}

Result<Reply> list_regions(Call&) {
    JsonArray items;
    for (auto const& region : domain::holiday_regions())
        items.emplace_back(JsonObject{{"code", region.code}, {"name", region.name}, {"own_name", region.own_name}});
    return whole_list(std::move(items));
}

Result<Reply> list_holidays(Call& call) {
    auto const region = text_at(call.query, "region");
    if (domain::find_holiday_region(region) == nullptr)
        return not_found("holidays.region", "This region is not known here; /api/v1/holiday-regions lists them.");
    JsonArray items;
    for (auto const& one :
         domain::public_holidays(region, std::chrono::year{static_cast<int>(int_at(call.query, "year"))}))
        items.emplace_back(JsonObject{{"date", domain::date_text(std::chrono::local_days{one.date})},
                                      {"name", one.name},
                                      {"own_name", one.own_name}});
    return whole_list(std::move(items));
}

Result<Reply> get_due(Call& call) {
    TRY(auto calendar, desk::served_calendar(call.desk(), call.scope(), call.id<domain::CalendarId>("calendar")));
    Instant from = call.desk().clock.now();
    Fields(call.query).take("from", from);
    std::chrono::minutes const work(int_at(call.query, "minutes"));
    auto const due = domain::add_open_time(calendar, from, work);
    if (!due) return invalid(due.error().code, due.error().message, "?minutes");
    Reply out;
    out.body = JsonObject{{"from", show(from)},
                          {"minutes", work.count()},
                          {"due_at", show(*due)},
                          {"is_open", domain::is_open(calendar, from)}};
    return out;
}

Result<Reply> preview_calendar(Call& call) {
    auto const id = call.id<domain::CalendarId>("calendar");
    TRY([[maybe_unused]] auto known, desk::get_calendar(call.desk(), call.scope(), id));
    TRY(auto wanted, domain::calendar_from(call.body));
    wanted.id = id;
    TRY(auto const preview, desk::preview_calendar(call.desk(), call.scope(), wanted));
    Reply out;
    out.body = show(preview);
    return out;
}

}  // namespace

Group calendars_group() {
    Group out{"Calendars", "Business hours, holidays, time zones.", {}, {}};
    out.schemas = {
        {"NewCalendar", object(calendar_fields())},
        {"Calendar", calendar_schema()},
        {"CalendarPage", page_of("Calendar")},
        {"HolidayRegion", object({need("code", text(0)), need("name", text(0)), need("own_name", text(0))})},
        {"HolidayRegionPage", page_of("HolidayRegion")},
        {"PublicHoliday", object({need("date", text(0)), need("name", text(0)), need("own_name", text(0))})},
        {"PublicHolidayPage", page_of("PublicHoliday")},
        {"Due", object({need("from", instant()), need("minutes", integer(0, kMostMinutes)), need("due_at", instant()),
                        need("is_open", boolean().say("Whether the office is open at `from`."))})}};
    out.routes = {
        Route(Verb::get, "/api/v1/calendars", "list_calendars", Permission::setup_read, list_calendars)
            .says("List calendars")
            .answers(200, "CalendarPage"),
        Route(Verb::post, "/api/v1/calendars", "create_calendar", Permission::setup_write, create_calendar)
            .says("Add a calendar")
            .takes("NewCalendar")
            .answers(201, "Calendar")
            .once(),
        Route(Verb::get, "/api/v1/calendars/{calendar}", "get_calendar", Permission::setup_read, get_calendar)
            .says("Read a calendar")
            .answers(200, "Calendar")
            .versioned(),
        Route(Verb::put, "/api/v1/calendars/{calendar}", "put_calendar", Permission::setup_write, put_calendar)
            .says("Replace a calendar", "Deadlines of open tickets are computed anew within moments.")
            .takes("NewCalendar")
            .answers(200, "Calendar")
            .versioned(),
        Route(Verb::post, "/api/v1/calendars/{calendar}/preview", "preview_calendar", Permission::setup_write,
              preview_calendar)
            .says("Ask what a changed calendar would do",
                  "Nothing is saved. Looks at the newest tickets, so it takes no "
                  "longer on a large desk.")
            .takes("NewCalendar")
            .answers(200, "DeadlinePreview"),
        Route(Verb::get, "/api/v1/holiday-regions", "list_holiday_regions", Permission::setup_read, list_regions)
            .says("List the regions whose public holidays are known")
            .answers(200, "HolidayRegionPage"),
        Route(Verb::get, "/api/v1/holidays", "list_holidays", Permission::setup_read, list_holidays)
            .says("List the public holidays of a region and year")
            .asks({need("region", line(30, 1).such_as("de-by")), need("year", integer(1900, 2200))})
            .answers(200, "PublicHolidayPage"),
        Route(Verb::get, "/api/v1/calendars/{calendar}/due", "get_due", Permission::setup_read, get_due)
            .says("Ask when business time has passed")
            .asks({may("from", instant().say("Now if left out.")),
                   need("minutes", integer(0, kMostMinutes).say("Of business time."))})
            .answers(200, "Due"),
    };
    return out;
}

}  // namespace lotse::api
