// SPDX-License-Identifier: Apache-2.0
// What `lotse doctor` looks at: each finding says what was seen and, where it is not good, what to do.
#pragma once

#include <string>
#include <vector>

#include "app/config.h"
#include "app/open_desk.h"

namespace lotse::app {

enum class Health { good, warning, bad };

struct Finding {
    std::string what;
    Health health = Health::good;
    std::string says;
    std::string remedy;  // "" where nothing need be done
};

std::vector<Finding> examine(OpenDesk& opened);
// Whether links in mail lead anywhere.
Finding examine_links(Config const& config);

}  // namespace lotse::app
