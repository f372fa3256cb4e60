// SPDX-License-Identifier: Apache-2.0
// How long a ticket will take, as quantiles that may be told: a ridge regression of log(1 + open hours) on what is known
// of it, and the survival curve of that regression's errors over the last days, open tickets counted as open (conformal
// prediction with Kaplan-Meier offsets). Recent tickets weigh more, so that a desk that grows slower or faster is followed
// within days. Says nothing where history is too short. Pure; a fitted model is never changed.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "insight/survival.h"
#include "insight/wait_features.h"

namespace lotse::insight {

inline constexpr int kLeastEnded = 30;  // in the window of the offsets; with fewer nothing is told

class WaitModel {
  public:
    // Cases in any order; of each only what had happened by `now` is read. All with as many values as `fields`. Cost: a few
    // microseconds a case and calendar day that it lasted.
    static WaitModel fit(std::span<WaitCase const> cases, std::size_t fields, Instant now);

    // Open time from its opening by which `share` (0 to 1, without the ends) of such tickets are done, if it has been open
    // for `passed`. Nothing: too little history, or none that lasted so long. Never below `passed`.
    std::optional<Duration> quantile(WaitFacts const& facts, double share, Duration passed) const;

    std::int64_t ended() const { return ended_; }  // tickets of the window that were seen to end
    int window_days() const { return window_days_; }
    Instant fitted_at() const { return fitted_at_; }
    std::size_t fields() const { return means_.fields().size(); }

    // One JSON text, versioned. Error of load: corrupt "wait_model.damaged", for anything that save() did not write.
    std::string save() const;
    static Result<WaitModel> load(std::string_view text);

  private:
    double expect(WaitFacts const& facts) const;  // log(1 + hours)
    std::size_t group_of(double expected) const;

    WaitMeans means_;
    std::vector<double> weights_;
    std::array<double, 2> edges_{};  // of expect(): short, middle and long tickets err differently
    std::array<Survival, 3> groups_;  // empty where a group has too few ends: all_ speaks for it
    Survival all_;
    std::int64_t ended_ = 0;
    int window_days_ = 0;
    Instant fitted_at_{};
};

}  // namespace lotse::insight
