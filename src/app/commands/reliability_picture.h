// SPDX-License-Identifier: Apache-2.0
// The reliability diagram of an evaluation as one SVG file: stated confidence against the share that was right, with the
// 95 % interval of each bin, and below how many rows each bin has. Readable without colours; light and dark.
#pragma once

#include <string>

#include "triage/evaluate.h"

namespace lotse::app {

std::string reliability_picture(triage::Evaluation const& evaluation);

}  // namespace lotse::app
