// SPDX-License-Identifier: Apache-2.0
#include "api/identify.h"

#include <fmt/format.h>

#include "access/authenticate.h"
#include "api/request_text.h"
#include "base/crypto.h"
#include "base/text.h"

namespace lotse::api {
namespace {

bool is_safe(net::Request const& request) { return request.method == "GET"; }

Error nobody() {
    return {Kind::unauthenticated,
            "access.credential",
            "Send a token as 'Authorization: Bearer ...', or sign in first.",
            {},
            {}};
}

Result<void> check_csrf(net::Request const& request, std::string_view cookie) {
    if (is_safe(request)) return {};
    CHECK_OK(check_origin(request));
    if (equal_in_constant_time(header_of(request, "X-CSRF-Token"), csrf_token(cookie))) return {};
    return forbidden("access.csrf", "This request lacks the X-CSRF-Token of its session (see GET /api/v1/session).");
}

}  // namespace

std::string_view session_cookie_name(net::Request const& request) {
    return is_secure(request) ? "__Host-lotse" : "lotse";
}

std::string csrf_token(std::string_view cookie) { return base64url(hmac_sha256(cookie, "lotse csrf token")); }

Result<void> check_origin(net::Request const& request) {
    auto const refused = [] {
        return forbidden("access.cross_site", "Requests from pages of other sites are refused.");
    };
    auto const site = header_of(request, "Sec-Fetch-Site");
    if (!site.empty() && site != "same-origin" && site != "none") return refused();
    auto const origin = header_of(request, "Origin");
    if (origin.empty()) return {};
    auto const own = fmt::format("{}://{}", is_secure(request) ? "https" : "http", header_of(request, "Host"));
    if (!equals_ignoring_case(origin, own)) return refused();
    return {};
}

Result<Caller> identify(desk::Desk& desk, net::Request const& request) {
    auto const authorization = header_of(request, "Authorization");
    if (!authorization.empty()) {
        constexpr std::string_view kScheme = "Bearer ";
        if (!starts_with_ignoring_case(authorization, kScheme)) return nobody();
        std::string text(trim(authorization.substr(kScheme.size())));
        TRY(auto principal, access::authenticate(desk.store, desk.clock, text));
        return Caller{std::move(principal), std::move(text), false};
    }
    auto const cookie = cookie_of(request, session_cookie_name(request));
    if (cookie.empty()) return nobody();
    // Before the look-up, so that a forged request does not even tell whether the session lives.
    CHECK_OK(check_csrf(request, cookie));
    TRY(auto principal, access::authenticate(desk.store, desk.clock, cookie));
    return Caller{std::move(principal), std::string(cookie), true};
}

}  // namespace lotse::api
