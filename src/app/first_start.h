// SPDX-License-Identifier: Apache-2.0
// A desk without an admin is open to this machine only.
#pragma once

#include <optional>

#include "app/config.h"
#include "app/open_desk.h"

namespace lotse::app {

// The one-time set-up token, to be shown; nothing once the desk is set up. Error: invalid "serve.not_set_up" where a
// door would be open to a network although nobody is admin yet.
Result<std::optional<Secret<std::string>>> guard_first_start(OpenDesk& opened, Config const& config);

}  // namespace lotse::app
