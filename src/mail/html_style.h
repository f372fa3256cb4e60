// SPDX-License-Identifier: Apache-2.0
// The few CSS declarations a mail may keep. Values are matched whole against a narrow grammar and printed anew, so no
// url(), no expression, no position and no comment survives.
#pragma once

#include <string>
#include <string_view>

namespace lotse::mail {

// "color:#333;padding:0 4px", or "" if nothing is allowed. Cleaning the result changes nothing.
std::string clean_style(std::string_view style);

// A colour name, "#rgb" or "rgb(1,2,3)", lower case; "" if it is none.
std::string clean_color(std::string_view value);

}  // namespace lotse::mail
