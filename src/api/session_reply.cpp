// SPDX-License-Identifier: Apache-2.0
#include "api/session_reply.h"

#include <fmt/format.h>

#include "api/identify.h"
#include "api/request_text.h"
#include "api/show.h"
#include "base/log.h"
#include "base/text.h"
#include "desk/factors.h"
#include "desk/made.h"
#include "desk/sessions.h"
#include "net/endpoint.h"

namespace lotse::api {
namespace {

constexpr int kCookieSeconds = 24 * 60 * 60;  // as long as the longest session

void forget_old_session(Call const& call) {
    auto const old = cookie_of(call.request, session_cookie_name(call.request));
    if (old.empty()) return;
    [[maybe_unused]] auto const ended = access::forget_session(call.desk().store, old);
}

}  // namespace

Schema session_schema() {
    return object(
        {need("principal", text(0).say("\"token:7\" or \"session:3\".")),
         need("session", id().or_null().say("null for tokens.")),
         need("desk", object({need("slug", text(0)), need("name", text(0))})),
         need("agent", reference("Named").or_null().say("Acts as this agent.")),
         need("role", choice<domain::Role>().or_null()),
         need("language", text(0).say("In which to speak to this person.")), need("permissions", list(text(0))),
         need("has_second_factor", boolean()),
         need("must_enrol", boolean().say("The desk asks this person for a second factor, and there is none yet: until "
                                          "then only this session and the second factors can be called.")),
         need("confirmed_until",
              instant().or_null().say("Until then what is dear to lose may be changed without another proof.")),
         need("csrf_token",
              text(0).or_null().say("To be sent as X-CSRF-Token with what a page changes; null for tokens."))});
}

std::string cookie_header(net::Request const& request, std::string_view value, int seconds) {
    return fmt::format("{}={}; Path=/; Max-Age={}; HttpOnly; SameSite=Lax{}", session_cookie_name(request), value,
                       seconds, is_secure(request) ? "; Secure" : "");
}

Result<Reply> show_session(Call const& call, access::Principal const& who, std::string_view cookie) {
    TRY(auto setup, desk::current_setup_of(call.desk(), who.scope, who.agent));
    JsonArray permissions;
    for (std::size_t i = 0; i < access::kPermissionNames.size(); ++i)
        if (who.permissions.test(i)) permissions.emplace_back(access::kPermissionNames[i]);
    JsonObject body{{"principal", who.id},
                    {"session", id_or_null(desk::session_of(who))},
                    {"desk", JsonObject{{"slug", setup->tenant.slug}, {"name", setup->tenant.name}}},
                    {"agent", show_agent_name(*setup, who.agent)},
                    {"role", nullptr},
                    {"language", setup->tenant.language},
                    {"permissions", std::move(permissions)},
                    {"has_second_factor", false},
                    {"must_enrol", who.must_enrol},
                    {"confirmed_until", nullptr},
                    {"csrf_token", cookie.empty() ? Json(nullptr) : Json(csrf_token(cookie))}};
    if (auto const* agent = setup->find_agent(who.agent)) {
        body["role"] = domain::name_of(agent->role);
        if (!agent->languages.empty()) body["language"] = agent->languages.front();
    }
    if (desk::is_session(who)) {
        TRY(auto session, desk::own_session(call.desk(), who));
        TRY(auto factors, desk::read_factors(call.desk(), who.scope, who.agent));
        body["confirmed_until"] = show(session.confirmed_at + desk::kConfirmedFor);
        body["has_second_factor"] = factors.any();
    }
    Reply out;
    out.body = std::move(body);
    return out;
}

Result<Reply> signed_in_reply(Call const& call, access::Login const& login) {
    forget_old_session(call);
    auto const& cookie = login.cookie.reveal();
    TRY(auto who, access::authenticate(call.desk().store, call.desk().clock, cookie));
    TRY(auto out, show_session(call, who, cookie));
    out.headers.emplace_back("Set-Cookie", cookie_header(call.request, cookie, kCookieSeconds));
    return out;
}

// What was enrolled stands and its codes are shown once, so a session that cannot be renewed is no failure of the call: it
// goes on as it is.
void add_promotion(Call const& call, store::SessionMeans means, Reply& reply) {
    if (!call.principal().must_enrol) return;
    auto const login = desk::promote_session(call.desk(), call.principal(), means, visit_of(call));
    if (login)
        reply.headers.emplace_back("Set-Cookie", cookie_header(call.request, login->cookie.reveal(), kCookieSeconds));
    else log_error("a session was not renewed", login.error(), {{"request", call.request.id}});
}

Result<void> check_way_in(Call const& call) {
    CHECK_OK(check_origin(call.request));
    if (is_secure(call.request) || net::is_loopback(call.request.peer)) return {};
    return forbidden("session.clear_text", "Signing in needs HTTPS: the password would cross the network readably.");
}

access::Visit visit_of(Call const& call) {
    return {caller_of(call.request), std::string(header_of(call.request, "User-Agent"))};
}

access::RelyingParty party_of(Call const& call) {
    auto const host = header_of(call.request, "Host");
    auto const port = host.rfind(':');
    return {std::string(host.substr(0, port)),
            fmt::format("{}://{}", is_secure(call.request) ? "https" : "http", host)};
}

}  // namespace lotse::api
