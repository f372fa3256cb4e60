// SPDX-License-Identifier: Apache-2.0
// The style sheets: the desk's design tokens and the look of these pages, and a small one with the firm's colour. Files of
// their own, because the pages allow no style inside.
#pragma once

#include <string_view>

#include "net/http.h"

namespace lotse::portal {

net::Response style_sheet();
// `color` has been checked (#rrggbb); without one there is nothing to change.
net::Response brand_sheet(std::string_view color);

}  // namespace lotse::portal
