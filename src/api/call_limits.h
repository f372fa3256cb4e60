// SPDX-License-Identifier: Apache-2.0
// How often callers may call. Thread-safe.
#pragma once

#include <atomic>
#include <string_view>
#include <utility>

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
    // A file of this size: 60 at once and 60 an hour, 1 GiB at once and 1 GiB a day. Error: rate_limited "limit.uploads".
    Result<void> count_upload(access::Principal const& principal, std::size_t bytes);
    // So many lessons of a desk, whoever tells them: 2,000 at once and 6,000 an hour. Error: rate_limited "limit.lessons".
    Result<void> count_lessons(domain::TenantId tenant, std::size_t lessons);
    // An attempt to sign in, by account and address together and by address: failures of a stranger elsewhere lock
    // nobody out (T-18). Error: rate_limited "limit.logins".
    Result<void> count_login(std::string_view desk, std::string_view account, std::string_view peer);

    // A step of signing in that proves itself by 256 bits: only floods of them are held back, 600 a minute of an address.
    Result<void> count_step(std::string_view peer);
    // A wish for a mail: 3 an hour for an account, 20 for an address (the same for accounts that do not exist).
    // Error: rate_limited "limit.resets".
    Result<void> count_reset(std::string_view desk, std::string_view account, std::string_view peer);

    // A place among the few calls that may hash a password at a time; it is given back when it dies. More would keep all
    // work threads from other work. Error: unavailable "limit.passwords".
    class Place {
      public:
        explicit Place(std::atomic<int>& taken) : taken_(&taken) {}
        Place(Place&& other) noexcept : taken_(std::exchange(other.taken_, nullptr)) {}
        Place& operator=(Place&&) = delete;
        ~Place() {
            if (taken_ != nullptr) --*taken_;
        }

      private:
        std::atomic<int>* taken_;
    };
    Result<Place> begin_password_work();

  private:
    Result<void> take(std::string_view key, net::Rate rate, char const* code);
    net::RateLimiter limiter_;
    ApiConfig const config_;
    std::atomic<int> hashing_{0};
};

}  // namespace lotse::api
