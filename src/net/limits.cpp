// SPDX-License-Identifier: Apache-2.0
#include "net/limits.h"

#include <algorithm>
#include <boost/asio/ip/address.hpp>
#include <utility>

namespace lotse::net {

struct ConnectionLimit::Counts {
    struct Open {
        std::size_t all = 0;
        std::unordered_map<std::string, std::size_t> by_key;
    };
    Mutex<Open> open;
};

ConnectionLimit::ConnectionLimit(std::size_t total, std::size_t per_address)
    : total_(total), per_address_(per_address), counts_(std::make_shared<Counts>()) {}

std::optional<ConnectionLimit::Place> ConnectionLimit::enter(std::string_view address) {
    return enter_as(limit_key(address), per_address_);
}

std::optional<ConnectionLimit::Place> ConnectionLimit::enter_unnamed() { return enter_as({}, total_); }

std::optional<ConnectionLimit::Place> ConnectionLimit::enter_as(std::string key, std::size_t most) {
    bool const entered = counts_->open.with([&](Counts::Open& open) {
        if (open.all >= total_) return false;
        auto& here = open.by_key[key];
        if (here >= most) return false;
        ++here;
        ++open.all;
        return true;
    });
    if (!entered) return std::nullopt;
    return Place(counts_, std::move(key));
}

std::size_t ConnectionLimit::open() const {
    return counts_->open.with([](Counts::Open const& open) { return open.all; });
}

ConnectionLimit::Place::Place(std::shared_ptr<Counts> counts, std::string key)
    : counts_(std::move(counts)), key_(std::move(key)) {}

ConnectionLimit::Place::~Place() {
    if (!counts_) return;  // moved from
    counts_->open.with([&](Counts::Open& open) {
        --open.all;
        if (auto const here = open.by_key.find(key_); --here->second == 0) open.by_key.erase(here);
    });
}

std::string limit_key(std::string_view address) {
    namespace ip = boost::asio::ip;
    boost::system::error_code failed;
    auto const parsed = ip::make_address(std::string(address), failed);
    if (failed || parsed.is_v4()) return std::string(address);
    auto const v6 = parsed.to_v6();
    if (v6.is_v4_mapped()) return ip::make_address_v4(ip::v4_mapped, v6).to_string();
    auto bytes = v6.to_bytes();
    std::fill(bytes.begin() + 8, bytes.end(), static_cast<unsigned char>(0));
    return ip::address_v6(bytes).to_string() + "/64";
}

RateLimiter::RateLimiter(Clock const& clock, std::size_t max_keys) : clock_(clock), max_keys_(max_keys) {}

std::optional<Duration> RateLimiter::try_take(std::string_view key, Rate rate) {
    auto const now = clock_.now();
    return table_.with([&](Table& table) -> std::optional<Duration> {
        auto const [entry, is_new] = table.buckets.try_emplace(std::string(key), Bucket{rate.burst, now, 0});
        auto& bucket = entry->second;
        bucket.turn = ++table.turn;
        table.uses.emplace_back(bucket.turn, entry->first);

        // A clock that was set back gives no tokens and takes none.
        auto const minutes = std::chrono::duration<double, std::ratio<60>>(std::max(now - bucket.at, Duration(0)));
        bucket.tokens = std::min(rate.burst, bucket.tokens + minutes.count() * rate.per_minute);
        bucket.at = now;
        std::optional<Duration> wait;
        if (bucket.tokens >= 1) {
            bucket.tokens -= 1;
        } else {
            std::chrono::duration<double, std::ratio<60>> const missing((1 - bucket.tokens) / rate.per_minute);
            wait = std::chrono::ceil<Duration>(missing);
        }
        forget_some(table);
        return wait;
    });
}

std::size_t RateLimiter::size() const {
    return table_.with([](Table const& table) { return table.buckets.size(); });
}

void RateLimiter::forget_some(Table& table) const {
    // The list of uses grows with each call; entries that a later use overtook are dropped from its old end, all of
    // them once it is much longer than the table.
    auto const is_stale = [&](auto const& use) {
        auto const found = table.buckets.find(use.second);
        return found == table.buckets.end() || found->second.turn != use.first;
    };
    while (!table.uses.empty() && (is_stale(table.uses.front()) || table.buckets.size() > max_keys_)) {
        if (!is_stale(table.uses.front())) table.buckets.erase(table.uses.front().second);
        table.uses.pop_front();
    }
    if (table.uses.size() > 4 * max_keys_) std::erase_if(table.uses, is_stale);
}

}  // namespace lotse::net
