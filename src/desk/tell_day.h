// SPDX-License-Identifier: Apache-2.0
// One day of a desk, hour by hour, from its log: what came, who began and left work, what was given to whom and why, what
// was missed, and who was told of it.
#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "desk/desk.h"
#include "domain/roster.h"

namespace lotse::desk {

enum class DayNoteKind : std::uint8_t {
    begins,
    leaves,
    absent,
    given,
    given_back,
    missed,
    told,
    passed_over,
    acknowledged
};
inline constexpr std::array<std::string_view, 9> kDayNotes{
    "begins", "leaves", "absent", "given", "given_back", "missed", "told", "passed_over", "acknowledged"};
constexpr std::string_view name_of(DayNoteKind kind) { return kDayNotes[static_cast<std::size_t>(kind)]; }

struct DayNote {
    Instant at{};
    DayNoteKind kind = DayNoteKind::given;
    domain::TicketId ticket;  // none if 0: of a person
    domain::AgentId agent;  // who gets, has lost, is told, comes or goes; none if 0
    std::string what;  // missed: the clock ("first_reply"); told: the cause; absent: the kind of absence
    std::string because;  // one English sentence, of a ticket that was given or given back
};

struct DayHour {
    Instant begin{};  // of the hour; the day's last ends with the day
    int opened = 0;
    int customers_wrote = 0;
    int replied = 0;
    int solved = 0;
    int given = 0;  // to a person by Lotse
    int given_back = 0;
    int missed = 0;
    int told = 0;  // steps of escalations that reached somebody
    std::vector<DayNote> notes;  // in order
};

struct Day {
    std::string time_zone;
    std::chrono::local_days date;
    std::vector<DayHour> hours;  // 24; 23 or 25 where the clocks are set
    std::shared_ptr<Setup const> setup;  // names
};

// The day of the desk's own zone. Cost: that of the day's events, found by a binary search in the live order, and one
// read by key for each; so as the day, whatever the desk's size. Error: invalid "day.too_busy" above 200,000 events.
Result<Day> tell_day(Desk& desk, domain::TenantScope const& scope, std::chrono::local_days date);

}  // namespace lotse::desk
