// SPDX-License-Identifier: Apache-2.0
// Response -> bytes of its head. The one place where the headers that every response carries are decided.
#pragma once

#include <string>

#include "base/clock.h"
#include "net/http.h"

namespace lotse::net {

struct ResponseFrame {
    std::string request_id;
    bool is_tls = false;
    bool is_last = false;  // Connection: close
    Instant now;
};

// Status line and fields, with the blank line. Names that the session decides (Content-Length, Connection,
// Transfer-Encoding, Date, X-Request-Id) are taken from the frame, whatever the handler set; control characters in values
// become spaces, so no value can start a second header. Without a body (204, 304) no length is stated; a stream has none
// either and ends with the connection.
std::string write_head(Response const& response, ResponseFrame const& frame);

// "Wed, 25 Nov 2026 18:20:42 GMT" (RFC 9110, 5.6.7).
std::string to_http_date(Instant at);

}  // namespace lotse::net
