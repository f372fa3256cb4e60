// SPDX-License-Identifier: Apache-2.0
// Who is signed in: look, prove it anew, sign out; and the list of one's sessions.
#include "access/authenticate.h"
#include "api/call_limits.h"
#include "api/fields.h"
#include "api/groups.h"
#include "api/page.h"
#include "api/request_text.h"
#include "api/session_reply.h"
#include "api/show.h"
#include "desk/made.h"
#include "desk/sessions.h"

namespace lotse::api {
namespace {

using access::Permission;

Result<Reply> get_session(Call& call) {
    return show_session(call, call.principal(), call.by_cookie ? call.credential : std::string_view());
}

Result<Reply> sign_out(Call& call) {
    CHECK_OK(access::log_out(call.desk().store, call.scope(), call.credential));
    Reply out;
    out.headers.emplace_back("Set-Cookie", cookie_header(call.request, "", 0));
    return out;
}

Result<Reply> confirm_session(Call& call) {
    CHECK_OK(call.limits.count_login("proof", call.principal().id, caller_of(call.request)));
    TRY(auto place, call.limits.begin_password_work());
    Secret<std::string> const password(std::string(text_at(call.body, "password")));
    CHECK_OK(
        desk::confirm_session(call.desk(), call.principal(), password, text_at(call.body, "code"), visit_of(call)));
    return Reply{};
}

JsonObject show(store::Session const& session, desk::Setup const& setup, domain::SessionId current) {
    return {{"id", session.id.value},
            {"agent", show_agent_name(setup, session.agent)},
            {"created_at", api::show(session.created_at)},
            {"last_seen_at", api::show(session.last_seen_at)},
            {"expires_at", api::show(session.expires_at)},
            {"address", session.address},
            {"device", session.device},
            {"means", store::kSessionMeansNames[static_cast<std::size_t>(session.means)]},
            {"is_current", session.id == current}};
}

Result<Reply> list_sessions(Call& call) {
    domain::AgentId agent = call.principal().agent;
    Fields(call.query).take("agent", agent);
    TRY(auto sessions, desk::list_sessions(call.desk(), call.principal(), agent));
    TRY(auto setup, desk::current_setup(call.desk(), call.scope()));
    JsonArray items;
    for (auto const& session : sessions) items.emplace_back(show(session, *setup, desk::session_of(call.principal())));
    return whole_list(std::move(items));
}

Result<Reply> end_session(Call& call) {
    CHECK_OK(desk::end_session(call.desk(), call.principal(), call.id<domain::SessionId>("session")));
    return Reply{};
}

Schema session_row_schema() {
    return object({need("id", id()), need("agent", reference("Named").or_null()), need("created_at", instant()),
                   need("last_seen_at", instant().say("To five minutes.")), need("expires_at", instant()),
                   need("address", text(0)), need("device", text(0).say("What the browser calls itself.")),
                   need("means", one_of({store::kSessionMeansNames.begin(), store::kSessionMeansNames.end()})),
                   need("is_current", boolean())});
}

}  // namespace

Group session_group() {
    Group out{"Session", "Who is signed in. Programs use tokens instead.", {}, {}};
    out.schemas = {{"Session", session_schema()},
                   {"SessionRow", session_row_schema()},
                   {"SessionList", page_of("SessionRow")},
                   {"Proof", object({may("password", line(1000, 1)), may("code", line(20, 6))})}};
    out.routes = {
        Route(Verb::get, "/api/v1/session", "get_session", Access::signed_in(), get_session)
            .says("Ask who is signed in, and what they may do")
            .answers(200, "Session")
            .while_enrolling(),
        Route(Verb::remove, "/api/v1/session", "sign_out", Access::own_session(), sign_out)
            .says("Sign out", "Streams of this session end within five seconds.")
            .answers_nothing()
            .while_enrolling(),
        Route(Verb::post, "/api/v1/session/confirmation", "confirm_session", Access::own_session(), confirm_session)
            .says("Prove anew who you are",
                  "By password or code. Changes of passwords and second factors need a proof of the last 15 minutes.")
            .takes("Proof", 16UL * 1024)
            .answers_nothing()
            .while_enrolling(),
        Route(Verb::get, "/api/v1/sessions", "list_sessions", Access::signed_in(), list_sessions)
            .says("List where you are signed in")
            .asks({may("agent", id().say("Somebody else's; needs agents:write."))})
            .answers(200, "SessionList"),
        Route(Verb::remove, "/api/v1/sessions/{session}", "end_session", Access::signed_in(), end_session)
            .says("End a session", "One's own; with agents:write anybody's.")
            .answers_nothing(),
    };
    return out;
}

}  // namespace lotse::api
