// SPDX-License-Identifier: Apache-2.0
// A standing as the database keeps it. Numbers only, so an older program's state reads in a newer one.
#pragma once

#include <string>

#include "base/result.h"
#include "gate/standing.h"

namespace lotse::desk {

std::string to_text(gate::Standing const& standing);
// Error: corrupt "gate.state".
Result<gate::Standing> standing_from(std::string const& text);

}  // namespace lotse::desk
