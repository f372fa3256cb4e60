// SPDX-License-Identifier: Apache-2.0
// Choosing a password: knowing the old one, by mail, or invited.
#include "desk/passwords.h"

#include "api/call_limits.h"
#include "api/fields.h"
#include "api/groups.h"
#include "api/request_text.h"
#include "api/session_reply.h"

namespace lotse::api {
namespace {

using access::Permission;

Secret<std::string> secret_in(Call const& call, std::string_view name) {
    return Secret<std::string>(std::string(text_at(call.body, name)));
}

// Asked before anything else, so that the answer tells of nobody.
Result<std::string> reset_page(Call const& call) {
    auto const& url = call.parts.config.public_url;
    if (url.empty())
        return conflict(
            "desk.no_public_url",
            "No link can be mailed: nobody has said at which address people reach this desk. Set public_url "
            "below [http] in the configuration file, or start with --public-url.");
    return url + "/sign-in/reset";
}

Result<Reply> change_password(Call& call) {
    CHECK_OK(call.limits.count_login("proof", call.principal().id, caller_of(call.request)));
    TRY(auto place, call.limits.begin_password_work());
    TRY(auto login, desk::change_password(call.desk(), call.principal(), secret_in(call, "current"),
                                          secret_in(call, "password"), visit_of(call)));
    return signed_in_reply(call, login);
}

Result<Reply> ask_for_reset(Call& call) {
    CHECK_OK(check_way_in(call));
    TRY(auto const page, reset_page(call));
    auto const desk_name = text_at(call.body, "desk");
    auto const email = text_at(call.body, "email");
    CHECK_OK(call.limits.count_reset(desk_name, email, caller_of(call.request)));
    CHECK_OK(desk::ask_for_reset(call.desk(), desk_name, email, page));
    return Reply{};
}

Result<Reply> reset_password(Call& call) {
    CHECK_OK(check_way_in(call));
    CHECK_OK(call.limits.count_step(caller_of(call.request)));
    TRY(auto place, call.limits.begin_password_work());
    CHECK_OK(
        desk::reset_password(call.desk(), text_at(call.body, "token"), secret_in(call, "password"), visit_of(call)));
    return Reply{};
}

Result<Reply> invite_agent(Call& call) {
    TRY(auto const page, reset_page(call));
    CHECK_OK(desk::invite_agent(call.desk(), call.principal(), call.id<domain::AgentId>("agent"), page));
    return Reply{};
}

}  // namespace

Group passwords_group() {
    Group out{"Passwords", "Choosing a password.", {}, {}};
    auto const fresh = line(1000, 1)
                           .say("At least 15 characters, or 8 for who has a second factor; a sentence is good.")
                           .such_as("a sentence that only Anna knows");
    out.schemas = {
        {"PasswordChange", object({need("current", line(1000, 1)), need("password", fresh)})},
        {"ResetRequest", object({may("desk", line(100)), need("email", line(254, 1).such_as("anna@desk.example"))})},
        {"PasswordReset", object({need("token", line(200, 1)), need("password", fresh)})}};
    out.routes = {
        Route(Verb::put, "/api/v1/password", "change_password", Access::own_session(), change_password)
            .says("Change your password", "All your other sessions end; this one gets a fresh cookie and CSRF token.")
            .takes("PasswordChange", 16UL * 1024)
            .answers(200, "Session"),
        Route(Verb::post, "/api/v1/password-resets", "ask_for_reset", Access::open(), ask_for_reset)
            .says("Ask for a link to choose a new password",
                  "It comes by mail, works once and for an hour. The answer is the same whether somebody has this "
                  "address.")
            .takes("ResetRequest", 16UL * 1024)
            .answers_nothing(),
        Route(Verb::put, "/api/v1/password-resets", "reset_password", Access::open(), reset_password)
            .says("Choose a new password by a link", "Ends all sessions of the person.")
            .takes("PasswordReset", 16UL * 1024)
            .answers_nothing(),
        Route(Verb::post, "/api/v1/agents/{agent}/invitation", "invite_agent", Permission::agents_write, invite_agent)
            .says("Mail somebody a link to choose a password", "It works once and for three days; a newer one ends it.")
            .answers_nothing(),
    };
    return out;
}

}  // namespace lotse::api
