// SPDX-License-Identifier: Apache-2.0
// lotse triage train: a desk's model from an export of another system, with an honest report.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "base/result.h"
#include "desk/desk.h"

namespace CLI {
class App;
}

namespace lotse::app {

struct TrainCommand {
    std::string file;
    std::vector<std::string> text;    // columns; of two or more the first is the subject
    std::vector<std::string> labels;  // "category=queue", "type=kind"; "queue" alone is the category
    std::string time;                 // column; "" none
    bool creates_categories = false;
    bool skips_unknown = false;  // leaves rows out whose label the desk does not know
    bool serves_anyway = false;
    bool json = false;
};

// Writes the report to `out`, progress to standard error. Errors: as TableReader; "train.label" (a --label that cannot be
// read), "train.time", "train.type" and "train.categories" name line, column and remedy; "train.classes" above kMaxClasses
// categories; as desk::train_model.
Result<void> run_train(TrainCommand const& command, desk::Desk& desk, domain::TenantScope const& scope,
                       std::ostream& out);

void add_train(CLI::App& triage, int& exit_code);

}  // namespace lotse::app
