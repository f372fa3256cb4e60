// SPDX-License-Identifier: Apache-2.0
// The page behind a sign-in link. Opening it signs nobody in, since mail programs and previews open links by themselves;
// its button does. Works without scripts.
#pragma once

#include <optional>

#include "net/http.h"

namespace lotse::web {

// Nothing where the address is not of a link. The POST is handed on to the API, which decides.
std::optional<net::Response> answer_link(net::Handler const& api, net::Request const& request);

}  // namespace lotse::web
