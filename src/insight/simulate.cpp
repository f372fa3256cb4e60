// SPDX-License-Identifier: Apache-2.0
#include "insight/simulate.h"

#include "insight/dispatch.h"

namespace lotse::insight {

LivedDays simulate(Scenario const& scenario, Policy policy, routing::SlackRules const& rules) {
    Floor floor(scenario);
    if (policy == Policy::fcfs_alis || policy == Policy::slack_index) {
        PoolDispatch dispatch(scenario, policy == Policy::slack_index, rules);
        return floor.live(dispatch);
    }
    PushDispatch dispatch(scenario, policy == Policy::least_loaded_by_due);
    return floor.live(dispatch);
}

}  // namespace lotse::insight
