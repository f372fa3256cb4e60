// SPDX-License-Identifier: Apache-2.0
// One life of a desk in events, with visits: a ticket is placed as the desk would place it (routing::place, routing::Pool),
// its owner works at it, it goes away and comes back. Pure; all chance was drawn before.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "insight/desk_model.h"

namespace lotse::insight {

// A ticket of a life, with everything that chance decides.
struct RunTicket {
    Instant opened_at{};
    Instant starts_at{};  // later than opened_at for what was open when the life begins
    std::uint32_t kind = 0;
    std::int64_t requester = 0;
    std::uint32_t first_visit = 0;  // in Life::visits
    std::uint32_t visits = 0;
    std::uint32_t reply_visit = 0;
    bool is_solved = true;  // by its last visit
    bool is_counted = true;  // in waits and targets; false: it was there before
    Course before;  // what had happened by starts_at
};

struct RunVisit {
    Visit visit;
    Duration touch{};  // hands-on time at speed 1
    // In the desk's pace: until they come back who meant to, and, once it has an owner, until they turn to it.
    Duration meant{};
    Duration reaction{};
};

struct RunPerson {
    domain::Agent agent;
    std::vector<Shift> shifts;  // ascending, apart
    bool is_on_roster = false;  // given nothing new out of hours
};

struct Life {
    DeskModel const* model = nullptr;
    std::vector<OpenClock> const* clocks = nullptr;  // by calendar, then the desk's pace; cover the life
    std::vector<RunTicket> tickets;  // ascending by starts_at
    std::vector<RunVisit> visits;
    std::vector<RunPerson> people;
    Instant from{};
    Instant until{};  // nothing after it is lived
};

struct LivedTicket {
    Course course;
    bool was_passed_on = false;
    bool was_off_skill = false;  // some visit by somebody without a preferred skill or the customer's language
};

struct LivedLife {
    std::vector<LivedTicket> tickets;
    std::vector<Duration> busy;  // by person
    std::vector<Duration> at_work;  // by person; within the life
};

// O(log) an event, and a decision of routing for each placing.
LivedLife live(Life const& life);

}  // namespace lotse::insight
