// SPDX-License-Identifier: Apache-2.0
#include "desk/absence_times.h"

#include <fmt/format.h>

#include <algorithm>

namespace lotse::desk {

using std::chrono::ceil;
using std::chrono::days;
using std::chrono::floor;
using std::chrono::minutes;

Result<AbsenceTimes> read_absence_times(std::string_view bytes, std::string_view zone, Instant now) {
    TRY(auto const clock, domain::Zone::find(zone));
    auto const today = floor<days>(clock.to_local(now));
    domain::IcalWindow const window{today - kPastAbsenceTimes, today + kNextAbsenceTimes};
    TRY(auto content, domain::read_icalendar(bytes, window, zone));
    AbsenceTimes out{{}, 0, std::move(content.left_out), content.events_left_out};
    std::vector<AbsenceTime> all;
    for (auto const& one : content.periods) {
        out.free_events += one.is_busy ? 0 : 1;
        if (!one.is_busy) continue;
        if (one.is_whole_days) {
            all.push_back({one.first, one.past});
        } else {
            all.push_back({floor<minutes>(clock.to_local(one.begin)), ceil<minutes>(clock.to_local(one.end))});
        }
    }
    // The hour that a clock shows twice may end before it begins.
    std::erase_if(all, [](auto const& one) { return one.until <= one.from; });
    std::ranges::sort(all, {}, &AbsenceTime::from);
    for (auto const& one : all) {
        if (!out.times.empty() && one.from <= out.times.back().until) {
            out.times.back().until = std::max(out.times.back().until, one.until);
        } else {
            out.times.push_back(one);
        }
    }
    if (out.times.size() > kMostAbsenceTimes)
        return too_large(
            "ical.absences",
            fmt::format("The calendar has {} busy times within a year, which is more than {}. Share one that "
                        "holds absences only.",
                        out.times.size(), kMostAbsenceTimes));
    return out;
}

}  // namespace lotse::desk
