// SPDX-License-Identifier: Apache-2.0
// Who calls: from the Authorization header, or from the session cookie with its guards against forged requests.
#pragma once

#include <string>
#include <string_view>

#include "access/principal.h"
#include "base/result.h"
#include "desk/desk.h"
#include "net/http.h"

namespace lotse::api {

struct Caller {
    access::Principal principal;
    std::string credential;  // as it was sent; never logged
    bool by_cookie = false;
};

// The cookie is __Host-lotse, which browsers take only over TLS; plain HTTP on this machine uses "lotse".
std::string_view session_cookie_name(net::Request const& request);

// What a page must send as X-CSRF-Token with this session's unsafe requests. Derived one-way from the cookie.
std::string csrf_token(std::string_view cookie);

// A browser tells where a request comes from; another site's is refused. Nothing is said of programs, which tell nothing.
// Error: forbidden "access.cross_site".
Result<void> check_origin(net::Request const& request);

// Errors: unauthenticated "access.credential", forbidden "access.cross_site", "access.csrf".
Result<Caller> identify(desk::Desk& desk, net::Request const& request);

}  // namespace lotse::api
