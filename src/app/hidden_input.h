// SPDX-License-Identifier: Apache-2.0
// Reads a secret from the terminal without showing it, or one line of standard input where that is no terminal.
#pragma once

#include <string>

#include "base/result.h"
#include "base/secret.h"

namespace lotse::app {

Result<Secret<std::string>> read_hidden(std::string const& prompt);

}  // namespace lotse::app
