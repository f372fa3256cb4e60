// SPDX-License-Identifier: Apache-2.0
// How often callers may call. Thread-safe.
#pragma once

#include <string_view>

#include "access/principal.h"
#include "api/api.h"
#include "base/result.h"
#include "net/limits.h"

namespace lotse::api {

class Limits {
  public:
    Limits(Clock const& clock, ApiConfig const& config) : limiter_(clock), config_(config) {}

    // Of one token or session. Errors: rate_limited "limit.calls"; detail holds the seconds to wait.
    Result<void> count_call(access::Principal const& principal);
    // An attempt to sign in, by account and address together and by address: failures of a stranger elsewhere lock
    // nobody out (T-18). Error: rate_limited "limit.logins".
    Result<void> count_login(std::string_view desk, std::string_view account, std::string_view peer);

  private:
    Result<void> take(std::string_view key, net::Rate rate, char const* code);
    net::RateLimiter limiter_;
    ApiConfig const config_;
};

}  // namespace lotse::api
