// SPDX-License-Identifier: Apache-2.0
// A text body made fit to read and to store.
#pragma once

#include <string>
#include <string_view>

namespace lotse::mail {

// Line ends become LF, control characters other than TAB vanish, blank lines at both ends go. Any UTF-8.
std::string tidy_text(std::string_view text);

// format=flowed (RFC 3676): soft line ends joined within one quote depth, stuffing removed. `deleted` is DelSp=yes.
enum class FlowedSpaces { kept, deleted };
std::string unflow(std::string_view text, FlowedSpaces spaces);

}  // namespace lotse::mail
