// SPDX-License-Identifier: Apache-2.0
// The survival curve of things that end, estimated while some have not ended yet (Kaplan and Meier 1958): what is still
// open counts as long as it has been seen, and is never taken for short. Things first seen late (delayed entry) are at
// risk from then on only. Pure.
#pragma once

#include <limits>
#include <optional>
#include <vector>

namespace lotse::insight {

struct Exposure {
    double entered = -std::numeric_limits<double>::infinity();  // watched from here on
    double left = 0;  // ended here, or was last seen here
    bool has_ended = false;
    double weight = 1;  // above 0; must not depend on how it ended
};

class Survival {
  public:
    struct Step {
        double at = 0;
        double survives = 1;  // share beyond `at`
        bool operator==(Step const&) const = default;
    };

    Survival() = default;
    // In any order. Exposures that left before they entered are passed over. Ends come before departures of the same
    // moment, as usual. Without exposures, or without ends, the curve stays at 1.
    static Survival estimate(std::vector<Exposure> exposures);
    // Steps in ascending order with falling shares; for reading a stored curve. Nothing if they are not.
    static std::optional<Survival> from(std::vector<Step> steps);

    double beyond(double x) const;  // share that lasts longer than x, 1 to 0
    // The least x by which `share` (0 to 1, without the ends) have ended. Nothing: the curve was not seen to fall so far.
    std::optional<double> quantile(double share) const;
    // The same among those that have lasted longer than `passed`. Never below `passed`.
    std::optional<double> quantile_beyond(double share, double passed) const;

    // At most about `most` steps; a quantile of the thinned curve is never earlier than that of this one.
    Survival thinned(int most) const;
    std::vector<Step> const& steps() const { return steps_; }

  private:
    std::vector<Step> steps_;
};

}  // namespace lotse::insight
