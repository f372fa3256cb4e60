// SPDX-License-Identifier: Apache-2.0
// Who may come in, and how often. Both are thread-safe and hold bounded memory, whatever strangers send.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/clock.h"
#include "base/mutex.h"

namespace lotse::net {

// Open connections, all and per address. IPv6 peers count by their /64: a household owns all of one.
class ConnectionLimit {
    struct Counts;

  public:
    // Gives the place back when it dies; may outlive the limit.
    class Place {
      public:
        Place(Place&&) noexcept = default;
        Place& operator=(Place&&) = delete;
        ~Place();

      private:
        friend class ConnectionLimit;
        Place(std::shared_ptr<Counts> counts, std::string key);
        std::shared_ptr<Counts> counts_;
        std::string key_;  // "" of enter_unnamed()
    };

    ConnectionLimit(std::size_t total, std::size_t per_address);
    // Nothing when either limit is reached.
    std::optional<Place> enter(std::string_view address);
    // Of somebody whose address is not known: only the limit of all together holds.
    std::optional<Place> enter_unnamed();
    std::size_t open() const;

  private:
    std::optional<Place> enter_as(std::string key, std::size_t most);

    std::size_t const total_;
    std::size_t const per_address_;
    std::shared_ptr<Counts> counts_;
};

// The key under which an address is limited: IPv4 whole, IPv6 by its /64.
std::string limit_key(std::string_view address);

// How often something may happen: `burst` at once, then `per_minute`.
struct Rate {
    double per_minute = 60;
    double burst = 60;
};

// Token buckets by name, "login/ip/192.0.2.7". When max_keys names are known, the one unused for longest is forgotten:
// it has the fullest bucket, so the least is given away.
class RateLimiter {
  public:
    RateLimiter(Clock const& clock, std::size_t max_keys = 100'000);

    // Takes a token. Nothing: go on. Otherwise the time until the next token, for Retry-After.
    std::optional<Duration> try_take(std::string_view key, Rate rate);
    std::size_t size() const;

  private:
    struct Bucket {
        double tokens;
        Instant at;
        std::uint64_t turn;
    };
    struct Table {
        std::unordered_map<std::string, Bucket> buckets;
        std::deque<std::pair<std::uint64_t, std::string>> uses;  // oldest first; stale where the turn differs
        std::uint64_t turn = 0;
    };
    void forget_some(Table& table) const;

    Clock const& clock_;
    std::size_t const max_keys_;
    Mutex<Table> table_;
};

}  // namespace lotse::net
