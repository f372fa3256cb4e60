// SPDX-License-Identifier: Apache-2.0
// The target of a request line -> path and parameters (RFC 9112, 3.2; RFC 3986).
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "net/http.h"

namespace lotse::net {

struct Target {
    std::string path;
    Params query;
};

// "/tickets/7?q=a+b", also "http://host/tickets/7" and "*". The path is decoded once; an encoded slash, a NUL, a bad
// escape, invalid UTF-8 or a "." or ".." segment is refused, since what it names would depend on who decodes it.
// In the query a bad escape stays as it is and "+" is a space. Error: invalid "http.malformed".
Result<Target> parse_target(std::string_view target);

}  // namespace lotse::net
