// SPDX-License-Identifier: Apache-2.0
// When people work: weekly patterns, shifts on dates, absences, and what somebody says of themselves by hand. One question,
// "may this person be given work now, and if not, until when", has one answer: Roster::duty.
//
// Hours are times of the person's own clock, as in a calendar, except that an interval may end on the next day: a night from
// 22:00 to 06:00 is {1320, 1800} and belongs to the date on which it begins. A gap between two intervals of a day is a break.
// A date of the roster goes before the weekly pattern, for the whole of that date; an absence goes before both. Who has neither
// pattern nor date is at work whenever they say that they are available.
#pragma once

#include <array>
#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "domain/calendar.h"
#include "domain/enums.h"
#include "domain/ids.h"
#include "domain/people.h"
#include "domain/zone.h"

namespace lotse::domain {

using ShiftId = Id<struct ShiftTag>;
using AbsenceId = Id<struct AbsenceTag>;

enum class AbsenceKind : std::uint8_t { holiday, sick, training, other };
template <>
struct EnumNames<AbsenceKind> {
    static constexpr std::array<std::string_view, 4> all{"holiday", "sick", "training", "other"};
};

// What somebody takes for a while, though they are at work.
enum class Restriction : std::uint8_t { none, high_and_urgent, only_urgent, nothing_new };
template <>
struct EnumNames<Restriction> {
    static constexpr std::array<std::string_view, 4> all{"none", "high_and_urgent", "only_urgent", "nothing_new"};
};

// "Early", "Late": hours that many people have, on the dates that the roster says.
struct Shift {
    ShiftId id;
    std::int64_t version = 1;
    std::string name;
    std::vector<Interval> hours;
};

struct WorkPattern {
    AgentId agent;
    std::int64_t version = 1;
    std::string time_zone = "UTC";  // IANA: of the roster's dates and absences, too
    std::array<std::vector<Interval>, 7> week;  // Monday first; all empty: only the dates of the roster count
};

struct RosterDay {
    AgentId agent;
    std::chrono::local_days date;
    ShiftId shift;  // none if 0: free, whatever the weekly pattern says
};

// Half open, on the clock of the person's zone. Whole days begin and end at midnight; half a day at noon.
struct Absence {
    AbsenceId id;
    std::int64_t version = 1;
    AgentId agent;
    AbsenceKind kind = AbsenceKind::holiday;
    LocalTime from{};
    LocalTime until{};
    std::string note;  // for those who plan
    std::string source;  // of an imported calendar: where it came from; "" by hand
};

// Beside Agent::is_available.
struct Availability {
    AgentId agent;
    std::optional<Instant> flips_at;  // then is_available is the other way round
    Restriction restriction = Restriction::none;
    std::optional<Instant> restricted_until;  // none: until taken back
};

// Why somebody is given nothing. A pause is a gap within a day's hours; silence: no sign of life for longer than the desk says.
enum class OffBy : std::uint8_t { nothing, hand, absence, shift, pause, silence };

// How somebody stands to new work at one instant.
struct Duty {
    OffBy off = OffBy::nothing;
    // Off: when they are back, as far as anybody knows. At work: when their hours end or a hand-set time is over; none: no end.
    std::optional<Instant> until;
    Restriction restriction = Restriction::none;
    std::optional<Instant> restricted_until;

    bool is_at_work() const { return off == OffBy::nothing; }
    // By the restriction alone.
    bool takes(Priority priority) const;
};

// What the desk says of presence and of the end of a shift.
struct RosterRules {
    int away_after_minutes = 0;  // without a sign of life in the desk; 0: never
    int ask_before_end_minutes = 45;  // the card about what to hand over shows so long before the end of a shift
};

struct RosterRows {
    std::string time_zone = "UTC";  // of people without a pattern
    std::vector<Shift> shifts;
    std::vector<WorkPattern> patterns;
    std::vector<RosterDay> days;
    std::vector<Absence> absences;
    std::vector<Availability> availabilities;
    RosterRules rules;
};

// Immutable: the hours of everybody who has some, worked out once for a window of time. Building costs O(people x days), about a
// microsecond each; a question O(log(hours of that person)). Pure; may be shared between threads.
class Roster {
  public:
    struct Span {
        Instant begin{};
        Instant end{};
        bool operator==(Span const&) const = default;
    };

    Roster() = default;
    // Outside of [from, until) somebody with hours counts as off, and no change is known. Hours that check() would refuse, and
    // dates whose shift is gone, count as free.
    Roster(RosterRows rows, Instant from, Instant until);

    // The one question. `last_seen`: the last sign of life, where the desk watches for it.
    Duty duty(Agent const& agent, Instant now, std::optional<Instant> last_seen = std::nullopt) const;

    // By hours and absences alone, not by hand. True for whoever has neither.
    bool is_at_work(AgentId agent, Instant at) const;
    // The first instant after `at` at which is_at_work changes; none within the window, or for who has no hours.
    std::optional<Instant> next_change(AgentId agent, Instant at) const;
    // When the next stretch of work begins at or after `at`; `at` itself for whoever is at work then.
    std::optional<Instant> next_work(AgentId agent, Instant at) const;
    // The next beginning of a shift after the hours that run now or have run last: what a break interrupts counts as one.
    std::optional<Instant> next_shift(AgentId agent, Instant at) const;
    // When the hours of this date end, breaks passed over; none for whoever is not at work.
    std::optional<Instant> shift_end(AgentId agent, Instant at) const;
    // Time at work in [from, to), cut to the window; for whoever has no hours all of it.
    Duration work_time(AgentId agent, Instant from, Instant to) const;

    // The next instant after `at` at which anybody's duty changes by the roster, a hand-set time or a restriction's end.
    std::optional<Instant> next_change_of_any(Instant at) const;

    bool has_hours(AgentId agent) const { return people_.contains(agent.value); }
    bool is_empty() const { return people_.empty(); }
    Availability const* find_availability(AgentId agent) const;
    WorkPattern const* find_pattern(AgentId agent) const;
    Shift const* find_shift(ShiftId id) const;
    RosterRows const& rows() const { return rows_; }
    Instant from() const { return from_; }
    Instant until() const { return until_; }

  private:
    struct Person {
        std::vector<Span> spans;  // at work: in order, apart from one another
        std::vector<Span> absences;  // likewise
    };
    Person const* find(AgentId agent) const;

    RosterRows rows_;
    Instant from_{};
    Instant until_{};
    std::map<std::int64_t, Person> people_;
    std::vector<Instant> changes_;  // of anybody, in order
};

// Hours of one day: in order, not overlapping, each beginning within the day and ending at most a day later.
// Error: invalid, with `field` and the number of the interval ("/hours/1").
Result<void> check_hours(std::vector<Interval> const& hours, std::string_view field);
// Zone, each day, and that no night runs into the next day's hours. Error: invalid with the field.
Result<void> check(WorkPattern const& pattern);

}  // namespace lotse::domain
