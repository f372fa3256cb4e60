// SPDX-License-Identifier: Apache-2.0
// A told day as people read it in a terminal, and as programs do.
#pragma once

#include <string>

#include "base/json.h"
#include "desk/tell_day.h"

namespace lotse::app {

// Hours in which nothing happened are left out. `examples`: reasons of tickets given or given back, for each hour.
std::string day_text(desk::Day const& day, std::string_view name, int examples);
JsonObject day_json(desk::Day const& day);

}  // namespace lotse::app
