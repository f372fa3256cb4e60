// SPDX-License-Identifier: Apache-2.0
// A desk as its simulation knows it: what came and what became of it, who worked when, what is wanted. Made from a desk's
// history by the caller; pure.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "domain/desk_setup.h"
#include "domain/people.h"
#include "insight/open_clock.h"
#include "insight/simulate.h"
#include "routing/requirement.h"

namespace lotse::insight {

// Tickets that ask for the same and are judged by the same targets.
struct WorkKind {
    routing::Requirement requirement;
    domain::CategoryId category;
    std::size_t queue = 0;  // position in DeskModel::queues
    std::size_t clock = 0;  // of the targets: position in DeskModel::calendars
    std::optional<Duration> first_reply;  // targets, in open time
    std::optional<Duration> solution;
    double touch_log_mean = 2.5;  // hands-on minutes of a visit: log-normal
    double touch_log_sigma = 0.8;
};

// One stretch of somebody's work at a ticket.
struct Visit {
    Duration since_opened{};  // in history: when it was
    Duration lasted{};  // in history: from its first act to its last
    Duration after{};  // from the end of the visit before (or the coming of the ticket) until there is work again
    bool is_prompted = false;  // by a message; false: whoever does it comes back when they meant to
    bool is_paused = false;  // the customer's turn meanwhile: the clock of the solution stands still
    bool is_passed_on = false;  // somebody else does it than did the visit before
    // In the desk's pace, from there being work until the visit began; where nothing prompted it, from the end of the visit
    // before.
    Duration wait{};
};

// What was lived, in history or in a simulation.
struct Course {
    std::optional<Instant> replied_at;
    std::optional<Instant> solved_at;
    Duration paused{};  // open time of the solution's clock that does not count
};

struct PastWork {
    Instant opened_at{};
    std::uint32_t kind = 0;
    std::int64_t requester = 0;
    std::vector<Visit> visits;  // none: needed nobody
    std::uint32_t reply_visit = 0;  // at the end of which the customer had heard; visits.size(): never heard
    std::optional<Instant> ended_at;  // solved, and never opened again; none: open at the end of history
    bool was_reopened = false;
    Course course;
};

// When somebody is there: the desk's roster, or what their acts say.
struct UsualHours {
    std::array<std::optional<domain::Interval>, 7> days;  // Monday first, wall clock of the desk; none: never there
    double attendance = 1;  // share of those days on which they are there
};

struct ModelPerson {
    domain::Agent agent;
    UsualHours usual;  // where there is no roster of theirs
    bool is_on_roster = false;  // `shifts` are the roster's
    std::vector<Shift> shifts;  // of the days to come and of the history
    std::vector<std::int64_t> days_there;  // of history: local days on which they did something, ascending
};

// How much is done in an hour of the week, against an ordinary hour of work: when somebody turns to what waits.
struct Pace {
    std::array<double, 7> by_day;  // Monday first; a holiday is a Sunday
    std::array<double, 24> by_hour;  // of the desk's clock
    Pace() {
        by_day.fill(1);
        by_hour.fill(1);
    }
};

struct DeskModel {
    std::string time_zone = "UTC";
    std::vector<domain::Queue> queues;
    std::vector<domain::Queue> past_queues;  // as they were set in the weeks that are lived again; empty: as now
    std::vector<domain::Category> categories;
    std::vector<domain::Calendar> calendars;
    std::vector<WorkKind> kinds;
    std::vector<ModelPerson> people;
    std::vector<PastWork> past;  // ascending by opened_at
    Instant history_from{};
    Instant now{};
    std::size_t long_open = 0;  // tickets open now that came before history: they count in the backlog and nothing else
    bool has_time_entries = false;
    std::size_t timed_tickets = 0;
    Pace pace;
    double touch_scale = 1;
    double wait_scale = 1;  // share of the waits of history that is not for want of hands
};

}  // namespace lotse::insight
