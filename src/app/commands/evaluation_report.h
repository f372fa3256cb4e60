// SPDX-License-Identifier: Apache-2.0
// How an evaluation is told: to people and to programs.
#pragma once

#include <iosfwd>

#include "base/json.h"
#include "triage/evaluate.h"

namespace lotse::app {

void print_evaluation(triage::Evaluation const& evaluation, std::ostream& out);
JsonObject to_json(triage::Evaluation const& evaluation);

// "93.1 %", and thirty columns that are filled by a share.
std::string percent(double share);
std::string bar_of(double share, std::size_t width = 30);

}  // namespace lotse::app
