// SPDX-License-Identifier: Apache-2.0
// lotse evaluate: what triage would have done on a labelled history of your own. Reads a table, keeps nothing.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "base/result.h"
#include "triage/evaluate.h"

namespace lotse::app {

struct EvaluateCommand {
    std::string file;
    std::vector<std::string> text;  // columns; of two or more the first is the subject
    std::string label;
    std::string time;               // column; "" none
    int train_percent = 80;
    std::string test_file;          // instead of a split
    std::string svg_file;           // "" none
    bool json = false;
};

// Writes the result to `out`. Progress goes to standard error if that is a terminal. Errors: as TableReader and
// triage::evaluate, "evaluate.time" for a time that cannot be read, "evaluate.svg".
Result<void> run_evaluate(EvaluateCommand const& command, std::ostream& out);

}  // namespace lotse::app
