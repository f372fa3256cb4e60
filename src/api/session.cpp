// SPDX-License-Identifier: Apache-2.0
// Who is signed in: sign in with a password, look, sign out.
#include <fmt/format.h>

#include "access/authenticate.h"
#include "api/call_limits.h"
#include "api/groups.h"
#include "api/identify.h"
#include "api/request_text.h"
#include "api/show.h"
#include "desk/made.h"
#include "desk/sign_in.h"
#include "net/endpoint.h"

namespace lotse::api {
namespace {

constexpr int kCookieSeconds = 24 * 60 * 60;  // as long as the longest session

Schema session_schema() {
    return object(
        {need("principal", text(0).say("\"token:7\" or \"session:3\".")),
         need("desk", object({need("slug", text(0)), need("name", text(0))})),
         need("agent", reference("Named").or_null().say("Acts as this agent.")), need("permissions", list(text(0))),
         need("csrf_token",
              text(0).or_null().say("To be sent as X-CSRF-Token with what a page changes; null for tokens."))});
}

std::string cookie_header(net::Request const& request, std::string_view value, int seconds) {
    return fmt::format("{}={}; Path=/; Max-Age={}; HttpOnly; SameSite=Lax{}", session_cookie_name(request), value,
                       seconds, is_secure(request) ? "; Secure" : "");
}

Result<Reply> show_session(Call const& call, access::Principal const& who, std::string_view cookie) {
    TRY(auto setup, desk::current_setup(call.desk(), who.scope));
    JsonArray permissions;
    for (std::size_t i = 0; i < access::kPermissionNames.size(); ++i)
        if (who.permissions.test(i)) permissions.emplace_back(access::kPermissionNames[i]);
    Reply out;
    out.body = JsonObject{{"principal", who.id},
                          {"desk", JsonObject{{"slug", setup->tenant.slug}, {"name", setup->tenant.name}}},
                          {"agent", show_agent_name(*setup, who.agent)},
                          {"permissions", std::move(permissions)},
                          {"csrf_token", cookie.empty() ? Json(nullptr) : Json(csrf_token(cookie))}};
    return out;
}

// The cookie that a browser had before is of no use any more: nobody can have planted the session that is used now.
void forget_old_session(Call const& call) {
    auto const old = cookie_of(call.request, session_cookie_name(call.request));
    if (old.empty()) return;
    [[maybe_unused]] auto const ended = access::log_out(call.desk().store, old);
}

Result<Reply> sign_in(Call& call) {
    CHECK_OK(check_origin(call.request));
    if (!is_secure(call.request) && !net::is_loopback(call.request.peer))
        return forbidden("session.clear_text",
                         "Signing in needs HTTPS: the password would cross the network readably.");
    auto const desk_name = text_at(call.body, "desk");
    auto const email = text_at(call.body, "email");
    CHECK_OK(call.limits.count_login(desk_name, email, call.request.peer));
    TRY(auto place, call.limits.begin_password_work());
    Secret<std::string> const password(std::string(text_at(call.body, "password")));
    TRY(auto login, desk::sign_in(call.desk(), desk_name, email, password));
    forget_old_session(call);
    auto const& cookie = login.cookie.reveal();
    TRY(auto who, access::authenticate(call.desk().store, call.desk().clock, cookie));
    TRY(auto out, show_session(call, who, cookie));
    out.headers.emplace_back("Set-Cookie", cookie_header(call.request, cookie, kCookieSeconds));
    return out;
}

Result<Reply> get_session(Call& call) {
    return show_session(call, call.principal(), call.by_cookie ? call.credential : std::string_view());
}

Result<Reply> sign_out(Call& call) {
    if (!call.principal().id.starts_with("session:"))
        return invalid("session.token", "A token is no session; revoke it under /api/v1/tokens instead.");
    CHECK_OK(access::log_out(call.desk().store, call.credential));
    Reply out;
    out.headers.emplace_back("Set-Cookie", cookie_header(call.request, "", 0));
    return out;
}

}  // namespace

Group session_group() {
    Group out{"Session", "Signing in with a password, for pages; programs use tokens.", {}, {}};
    out.schemas = {
        {"Login", object({may("desk", line(100).say("The desk's name in addresses; the first one if left out.")),
                          need("email", line(254, 1).such_as("anna@desk.example")),
                          need("password", line(1000, 1).such_as("a sentence that only Anna knows"))})},
        {"Session", session_schema()}};
    out.routes = {
        Route(Verb::post, "/api/v1/session", "sign_in", Access::open(), sign_in)
            .says("Sign in", "Sets a cookie; five attempts a minute.")
            .takes("Login", 16UL * 1024)
            .answers(201, "Session"),
        Route(Verb::get, "/api/v1/session", "get_session", Access::signed_in(), get_session)
            .says("Ask who is signed in, and what they may do")
            .answers(200, "Session"),
        Route(Verb::remove, "/api/v1/session", "sign_out", Access::signed_in(), sign_out)
            .says("Sign out")
            .answers_nothing(),
    };
    return out;
}

}  // namespace lotse::api
