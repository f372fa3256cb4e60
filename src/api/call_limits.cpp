// SPDX-License-Identifier: Apache-2.0
#include "api/call_limits.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/crypto.h"
#include "base/text.h"

namespace lotse::api {
namespace {

constexpr int kHashing = 6;  // two run, the others wait a moment; far fewer than there are work threads

}  // namespace

Result<void> Limits::count_call(access::Principal const& principal) {
    if (config_.calls_per_minute <= 0) return {};
    return take(fmt::format("call/{}/{}", principal.scope.tenant().value, principal.id),
                {static_cast<double>(config_.calls_per_minute), static_cast<double>(std::max(1, config_.calls_burst))},
                "limit.calls");
}

Result<void> Limits::count_upload(access::Principal const& principal, std::size_t bytes) {
    if (config_.calls_per_minute <= 0) return {};
    auto const who = fmt::format("{}/{}", principal.scope.tenant().value, principal.id);
    CHECK_OK(take("upload/" + who, {1, 60}, "limit.uploads"));
    constexpr double kMegabytes = 1024;
    for (std::size_t taken = 0; taken < bytes; taken += 1024UL * 1024)
        CHECK_OK(take("upload-bytes/" + who, {kMegabytes / (24 * 60), kMegabytes}, "limit.uploads"));
    return {};
}

Result<void> Limits::count_lessons(domain::TenantId tenant, std::size_t lessons) {
    if (config_.calls_per_minute <= 0) return {};
    auto const key = fmt::format("lessons/{}", tenant.value);
    for (std::size_t i = 0; i < lessons; ++i) CHECK_OK(take(key, {100, 2000}, "limit.lessons"));
    return {};
}

Result<void> Limits::count_login(std::string_view desk, std::string_view account, std::string_view peer) {
    auto const address = net::limit_key(peer);
    double const of_address = config_.logins_per_minute_of_address;
    CHECK_OK(take("login/" + address, {of_address, of_address}, "limit.logins"));
    // Hashed, so that the length of what a stranger types does not matter.
    auto const who = sha256_hex(fmt::format("{}\n{}", to_lower_ascii(trim(desk)), to_lower_ascii(trim(account))));
    double const of_account = config_.logins_per_minute;
    return take(fmt::format("login/{}/{}", address, who), {of_account, of_account}, "limit.logins");
}

Result<void> Limits::count_step(std::string_view peer) {
    return take("step/" + net::limit_key(peer), {600, 300}, "limit.logins");
}

Result<void> Limits::count_reset(std::string_view desk, std::string_view account, std::string_view peer) {
    CHECK_OK(take("reset/" + net::limit_key(peer), {20.0 / 60, 20}, "limit.resets"));
    auto const who = sha256_hex(fmt::format("{}\n{}", to_lower_ascii(trim(desk)), to_lower_ascii(trim(account))));
    return take("reset/" + who, {3.0 / 60, 3}, "limit.resets");
}

Result<Limits::Place> Limits::begin_password_work() {
    if (++hashing_ > kHashing) {
        --hashing_;
        return unavailable("limit.passwords", "Too many people sign in at this moment; try again.");
    }
    return Place(hashing_);
}

Result<void> Limits::take(std::string_view key, net::Rate rate, char const* code) {
    auto const wait = limiter_.try_take(key, rate);
    if (!wait) return {};
    auto const seconds = std::max<std::int64_t>(1, std::chrono::ceil<std::chrono::seconds>(*wait).count());
    return Error{
        Kind::rate_limited, code, fmt::format("Too often; try again in {} s.", seconds), std::to_string(seconds), {}};
}

}  // namespace lotse::api
