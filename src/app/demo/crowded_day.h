// SPDX-License-Identifier: Apache-2.0
// The last working day of the story, on which what a lead fears comes together: two shifts, somebody who is ill in the
// morning, a gateway that fails and everybody who writes of it, answers that come too late, calls for help. Only on this
// day do the demo's people keep hours; what follows from them is the desk's own doing.
#pragma once

#include <vector>

#include "app/demo/firm.h"
#include "desk/desk.h"

namespace lotse::app {

class CrowdedDay {
  public:
    // The last day from Monday to Friday that is over at `story_end`, on the firm's clock. A story that begins later has none.
    static Result<CrowdedDay> within(desk::Desk& desk, DemoFirm const& firm, Instant story_begin, Instant story_end);

    bool is_told() const { return begin_ < end_; }
    bool has(Instant at) const { return at >= begin_ && at < end_; }
    // When the n-th of `count` customers writes of the outage, and when a person answers and ends it.
    Instant outage_opens(int nth, int count) const;
    Instant outage_answered(int nth) const;
    Instant outage_solved(int nth) const;

    // When something is to be done next; none once the day is over. act() does it: the roster, the absence, and every ten
    // minutes what the desk's jobs would do.
    std::optional<Instant> next_at() const;
    Result<void> act();
    // By hours and absences; everybody is at work on other days.
    Result<bool> is_at_work(domain::AgentId agent, Instant at) const;

  private:
    CrowdedDay(desk::Desk& desk, DemoFirm const& firm) : desk_(&desk), firm_(&firm) {}
    Result<void> plan_shifts();
    Result<void> write_chain();
    Result<void> fall_ill();
    Result<void> run_jobs();
    Result<void> look_after_calls();

    desk::Desk* desk_;
    DemoFirm const* firm_;
    std::chrono::local_days date_;
    Instant begin_{};
    Instant end_{};
    Instant next_{};
};

}  // namespace lotse::app
