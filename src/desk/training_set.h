// SPDX-License-Identifier: Apache-2.0
// What a desk's fit learns from, read as a stream: settled tickets and lessons in pages from the newest to the oldest, each in
// a read transaction of its own, each row turned into numbers before the next is read. Memory is bounded whatever the desk's
// size: the newest rows are all kept; of older ones a uniform sample that becomes thinner as they come, and of each label at
// least some, so that a rare one is not lost. The same tickets give the same sample.
#pragma once

#include <stop_token>
#include <vector>

#include "desk/desk.h"
#include "triage/model.h"

namespace lotse::desk {

struct TrainingLimits {
    std::size_t bytes =
        std::size_t{256} << 20;  // of the rows that are kept; a fit takes about twice that and its tables
    std::size_t newest = 20'000;  // all kept, if they fit
    std::int64_t each_label = 200;  // kept of a label beside the sample
    int page = 500;  // tickets read at once
};

struct TrainingSet {
    std::vector<triage::PreparedExample> rows;  // oldest first
    std::vector<Instant> at;  // of each
    std::size_t read = 0;  // with a label that counts
    std::size_t left_out = 0;  // of these, not in the sample
    double share = 1;  // of the older rows that was kept
};

// Labels of people whom the others contradict (reliability.h) are no labels here. `progress` hears the share of tickets
// read. A stop ends it within a page: unavailable "train.stopped".
Result<TrainingSet> read_training_set(Desk& desk, domain::TenantScope const& scope, TrainingLimits const& limits = {},
                                      triage::Progress const& progress = {}, std::stop_token const& stop = {});

}  // namespace lotse::desk
