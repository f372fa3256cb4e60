// SPDX-License-Identifier: Apache-2.0
// From the acts at a ticket to its visits, and from the acts of people to their hours and hands-on times. Pure.
#pragma once

#include <vector>

#include "domain/zone.h"
#include "insight/desk_model.h"

namespace lotse::insight {

enum class ActKind : std::uint8_t {
    customer_wrote,
    replied,   // by somebody of the desk, to the customer
    worked,    // a note, a change: anything else that somebody did at it
    waiting,   // it became the customer's turn
    solved,
    reopened,
};

struct Act {
    Instant at{};
    ActKind kind = ActKind::worked;
    std::int64_t agent = 0;  // who; 0: nobody of the desk
};

// What is known of a past ticket.
struct PastFacts {
    Instant opened_at{};
    std::uint32_t kind = 0;
    std::int64_t requester = 0;
    std::int64_t owner = 0;
    std::optional<Instant> first_reply_at;
    std::optional<Instant> solved_at;  // of one that is solved or closed now
    std::vector<Act> acts;             // any order
};

// Acts of one person within half an hour are one visit. Where the log tells of no act, the first reply and the solution
// are taken for the owner's. `took`, if asked for, is given who did each visit, and from when to when.
struct DoneVisit {
    std::int64_t agent = 0;
    std::uint32_t kind = 0;
    Instant from{};
    Instant to{};
    Instant ready{};  // when there was work
};
PastWork past_work(PastFacts facts, OpenClock const& clock, std::vector<DoneVisit>* took = nullptr);

// Hours by what somebody did: on a weekday on which they did something in a quarter of the weeks, from the hour before which
// one act in twenty lies to the hour after which one in twenty lies; at least four hours. Nobody is there who did nothing. Days
// on which they did nothing are an absence if so many in a row would come once in a hundred times from so few acts.
void learn_hours(ModelPerson& person, std::vector<Instant> const& acts, domain::Zone const& zone, Instant from,
                 Instant until);

// Minutes of a visit: from the end of the visit before by the same person, if that is at most an hour ago, to its own end.
// It holds pauses, so it is the upper bound of a guess; the scale is fitted afterwards.
void learn_touches(DeskModel& model, std::vector<DoneVisit> visits);
// From booked time; samples of minutes a visit.
struct TouchSample {
    std::uint32_t kind = 0;
    double minutes = 0;
};
void fit_touches(DeskModel& model, std::vector<TouchSample> const& samples);

}  // namespace lotse::insight
