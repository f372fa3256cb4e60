// SPDX-License-Identifier: Apache-2.0
#include "desk/holiday_file.h"

#include <fmt/format.h>

#include <map>

#include "base/text.h"

namespace lotse::desk {

using std::chrono::days;
using std::chrono::local_days;

Result<HolidayFile> read_holiday_file(std::string_view bytes, std::string_view time_zone, Instant now) {
    std::chrono::year_month_day const today{std::chrono::floor<days>(now)};
    domain::IcalWindow const window{local_days{today.year() / 1 / 1},
                                    local_days{(today.year() + std::chrono::years{3}) / 1 / 1}};
    TRY(auto content, domain::read_icalendar(bytes, window, time_zone));
    HolidayFile out{std::move(content.name), {}, 0, std::move(content.left_out), content.events,
                    content.events_left_out};
    std::map<local_days, std::string> found;
    for (auto const& one : content.periods) {
        if (one.first == one.past) ++out.parts_of_days;
        for (auto day = std::max(one.first, window.from); day < std::min(one.past, window.until); day += days{1})
            found.try_emplace(day, cut_utf8(one.title, 100));
    }
    if (found.size() > kMostHolidaysOfAFile)
        return too_large(
            "ical.holidays",
            fmt::format("The file names {} days within three years, which is more than {}. It is no calendar of "
                        "holidays; choose another.",
                        found.size(), kMostHolidaysOfAFile));
    for (auto const& [day, name] : found) out.holidays.push_back({std::chrono::year_month_day{day}, name});
    return out;
}

}  // namespace lotse::desk
