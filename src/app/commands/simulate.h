// SPDX-License-Identifier: Apache-2.0
// lotse simulate: what would be with other people, other work, other targets.
#pragma once

#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "desk/simulation.h"

namespace lotse::app {

struct SimulateCommand {
    int weeks = 12;
    int days = 30;
    int runs = 200;
    std::int64_t seed = 1;
    std::string what;                     // a file with the JSON of the question's "what"
    std::vector<std::string> add;         // "like:Ola,languages:de,count:2"
    std::vector<std::string> remove;      // "Ola"
    std::vector<std::string> teach;       // "Ola,languages:de,hours:10:00-18:00"
    std::vector<std::string> volume;      // "1.2", "queue:Network=1.5", "category:access=0.5"
    std::vector<std::string> target;      // "urgent,first_reply:30,solution:240"
    std::vector<std::string> routing;     // "Network:pull"
    double automation = 0;
    bool json = false;
};

// The question in the words of the command line, with the names of the desk.
// Error: invalid "simulate.words" that says which word, and what is possible.
Result<domain::SimulationQuestion> question_of(SimulateCommand const& command, desk::Setup const& setup);

void print_simulation(desk::SimulationAnswer const& answer, std::ostream& out);

}  // namespace lotse::app
