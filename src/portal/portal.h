// SPDX-License-Identifier: Apache-2.0
// The customers' pages as one handler for the HTTP server: addresses below /help, everything else is handed on.
#pragma once

#include "desk/desk.h"
#include "net/http.h"

namespace lotse::portal {

bool is_portal_path(std::string_view path);

// How large the body of a request below /help may be. Quick.
std::size_t body_limit(std::string_view path);

// Runs on a work lane; thread-safe. The desk outlives the handler. Exceptions end here and become a page.
net::Handler make_portal(desk::Desk& desk, net::Handler next);

}  // namespace lotse::portal
