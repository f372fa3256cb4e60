// SPDX-License-Identifier: Apache-2.0
#include "portal/visit.h"

#include <fmt/format.h>

#include <algorithm>

#include "api/identify.h"
#include "api/request_text.h"
#include "base/crypto.h"
#include "base/text.h"
#include "desk/customer_access.h"
#include "desk/made.h"
#include "desk/notice_text.h"

namespace lotse::portal {
namespace {

constexpr std::string_view kSession = "lotse_help";
constexpr std::string_view kVisit = "lotse_help_visit";
constexpr std::string_view kLanguage = "lotse_help_language";
constexpr std::size_t kKeyLength = 43;

std::string cookie_name(net::Request const& request, std::string_view name) {
    return (api::is_secure(request) ? "__Host-" : "") + std::string(name);
}

std::string set_cookie(net::Request const& request, std::string_view name, std::string_view value,
                       std::chrono::seconds life) {
    return fmt::format("{}={}; Path=/; HttpOnly; SameSite=Lax; Max-Age={}{}", cookie_name(request, name), value,
                       life.count(), api::is_secure(request) ? "; Secure" : "");
}

// Host is what the client says; it may name a link only where nobody else could have said it.
std::string base_url_of(net::Request const& request, domain::Portal const& portal) {
    if (!portal.url.empty()) return portal.url;
    auto const host = api::header_of(request, "Host");
    auto const name = host.substr(0, host.rfind(':'));
    bool const is_local = name == "localhost" || name == "127.0.0.1" || name == "[::1]";
    return is_local && api::is_from_this_machine(request) ? "http://" + std::string(host) : std::string();
}

}  // namespace

std::string Visit::time(Instant at) const {
    auto out = desk::local_time_text(at, time_zone, texts.language());
    auto const away = at < now ? now - at : at - now;
    if (away < std::chrono::days{180}) return out;
    std::chrono::year_month_day const date{std::chrono::floor<std::chrono::days>(at)};
    return fmt::format("{} ({})", out, static_cast<int>(date.year()));
}

std::string Visit::form_token() const { return base64url(hmac_sha256(visit_key, "lotse help form|" + cookie)); }

Result<Visit> begin_visit(desk::Desk& desk, desk::PortalPlace found, net::Request const& request) {
    auto scope = domain::ScopeMint::for_tenant(found.tenant);
    TRY(auto setup, desk::current_setup(desk, scope));
    std::string cookie(api::cookie_of(request, cookie_name(request, kSession)));
    TRY(auto customer, desk::customer_of_session(desk, scope, cookie));
    if (!customer) cookie.clear();

    auto const chosen = api::cookie_of(request, cookie_name(request, kLanguage));
    std::string_view language = customer && !customer->language.empty() ? std::string_view(customer->language) : chosen;
    if (std::ranges::find(kLanguages, language) == kLanguages.end())
        language = choose_language(api::header_of(request, "Accept-Language"), setup->tenant.language);
    auto const& texts = texts_of(language);

    auto zone = customer && !customer->time_zone.empty() ? customer->time_zone : setup->tenant.time_zone;
    std::string key(api::cookie_of(request, cookie_name(request, kVisit)));
    bool const is_new = key.size() != kKeyLength;
    if (is_new) key = random_token();
    auto base_url = base_url_of(request, found.portal);
    return Visit{request,
                 std::move(scope),
                 std::move(setup),
                 std::move(found.portal),
                 std::move(customer),
                 texts,
                 std::move(zone),
                 std::move(cookie),
                 std::move(key),
                 is_new,
                 std::move(base_url),
                 desk.clock.now()};
}

Result<void> check_form(Visit const& visit, std::string_view token) {
    CHECK_OK(api::check_origin(visit.request));
    if (!visit.is_new_browser && equal_in_constant_time(token, visit.form_token())) return {};
    return forbidden("portal.form", "This form is too old.");
}

std::string session_cookie(net::Request const& request, std::string_view value, std::chrono::seconds life) {
    return set_cookie(request, kSession, value, life);
}

std::string visit_cookie(net::Request const& request, std::string_view value) {
    return set_cookie(request, kVisit, value, std::chrono::days{30});
}

std::string language_cookie(net::Request const& request, std::string_view language) {
    return set_cookie(request, kLanguage, language, std::chrono::days{365});
}

}  // namespace lotse::portal
