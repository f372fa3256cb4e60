// SPDX-License-Identifier: Apache-2.0
// Days to live through, drawn from a desk's history. What comes: whole days of the past, each with a day of the same
// weekday (a holiday counts as a Sunday), or the very tickets of past weeks. What becomes of a ticket (how many visits, how
// long the customer takes, who passes it on, whether it comes back) is drawn from past tickets of its kind. Pure.
#pragma once

#include <cstdint>
#include <vector>

#include "insight/desk_run.h"

namespace lotse::insight {

// A desk under a question: the model, and what chance lets through.
struct Variant {
    DeskModel model;
    std::vector<double> volume;  // by kind
    double automation = 0;  // share of the tickets that need somebody and then would not
};

// Past tickets by kind, as they were known at `cut`. One that was open then goes on as another that was open at its age, as
// Kaplan and Meier's curve does.
class Donors {
  public:
    Donors(DeskModel const& model, Instant cut);
    // Of this kind, else of the queue and priority, else of the priority, else any; none without a past.
    PastWork const* of_kind(std::uint32_t kind, std::uint64_t chance) const;
    // One that was still open at this age, answered or not if there is such a one.
    PastWork const* open_at_age(Duration age, bool is_replied, std::uint64_t chance) const;
    Instant cut() const { return cut_; }

  private:
    using List = std::vector<std::uint32_t>;
    DeskModel const& model_;
    Instant cut_{};
    std::vector<List> by_kind_;  // each with enough, from the level that has them
    List all_;
    List by_length_;  // longest life last
    std::vector<Duration> lengths_;
};

struct Drawing {
    std::uint64_t seed = 1;
    std::uint64_t run = 0;
};

// The days [from, from + days) of the desk's clock, beginning with what is open at the donors' cut.
Life draw_days(Variant const& variant, Donors const& donors, std::vector<OpenClock> const& clocks, Instant from,
               int days, Drawing const& drawing);
// The tickets that came in [from, until), and the people who were there.
Life draw_past(Variant const& variant, Donors const& donors, std::vector<OpenClock> const& clocks, Instant from,
               Instant until, Drawing const& drawing);

// The first midnight of the desk's clock at or after this.
Instant midnight_after(DeskModel const& model, Instant at);
// By calendar, then the desk's pace.
std::vector<OpenClock> clocks_for(DeskModel const& model, Instant from, Instant until);

}  // namespace lotse::insight
