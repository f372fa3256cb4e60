// SPDX-License-Identifier: Apache-2.0
// A desk's model from a history that another system wrote. It serves only if it says better what people decided than the
// one that serves now, on rows that it has not seen.
#pragma once

#include <string>
#include <vector>

#include "desk/desk.h"
#include "triage/model.h"

namespace lotse::desk {

struct History {
    std::vector<triage::TrainingExample> examples;  // oldest first where is_by_time
    bool is_by_time = false;  // the newest fifth judges; else a stable fifth
};

struct Training {
    std::string version;  // of the new model
    std::string serving_before;  // "keywords": none
    triage::Comparison verdict;  // on the rows that judge
    std::size_t own_examples = 0;  // of this desk's settled tickets and lessons, learned beside the history
    bool serves = false;
};

// Seconds to minutes of one core, and no transaction meanwhile; other processes serve the model within seconds. `anyway`:
// whatever the verdict. Where the serving model was fitted on these very rows, it has seen what judges both: the verdict
// then errs on its side. Errors: invalid "train.too_few" (fewer than 25 labelled rows), "train.one_label".
Result<Training> train_model(Desk& desk, domain::TenantScope const& scope, History history, bool anyway,
                             triage::Progress const& progress = {});

}  // namespace lotse::desk
