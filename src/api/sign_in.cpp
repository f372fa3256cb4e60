// SPDX-License-Identifier: Apache-2.0
// The ways in: a password, a code after it, a passkey, a link that the operator printed.
#include "desk/sign_in.h"

#include "api/call_limits.h"
#include "api/fields.h"
#include "api/groups.h"
#include "api/request_text.h"
#include "api/session_reply.h"
#include "desk/passkeys.h"
#include "desk/sign_in_link.h"

namespace lotse::api {
namespace {

Reply second_step_reply(desk::SecondStep const& next) {
    JsonArray ways;
    if (next.by_code) ways.emplace_back("totp");
    if (next.by_passkey) ways.emplace_back("passkey");
    if (next.by_recovery_code) ways.emplace_back("recovery_code");
    Reply out;
    out.status = 202;
    out.body =
        JsonObject{{"next", next.by_code ? "totp" : "passkey"}, {"ways", std::move(ways)}, {"ticket", next.ticket}};
    return out;
}

Result<Reply> sign_in(Call& call) {
    CHECK_OK(check_way_in(call));
    auto const desk_name = text_at(call.body, "desk");
    auto const email = text_at(call.body, "email");
    CHECK_OK(call.limits.count_login(desk_name, email, caller_of(call.request)));
    TRY(auto place, call.limits.begin_password_work());
    Secret<std::string> const password(std::string(text_at(call.body, "password")));
    TRY(auto done, desk::sign_in(call.desk(), desk_name, email, password, visit_of(call)));
    if (!done.login) return second_step_reply(done.next);
    return signed_in_reply(call, *done.login);
}

Result<Reply> pass_second_step(Call& call) {
    CHECK_OK(check_way_in(call));
    auto const ticket = text_at(call.body, "ticket");
    CHECK_OK(call.limits.count_step(caller_of(call.request)));
    TRY(auto login, desk::pass_second_step(call.desk(), ticket, text_at(call.body, "code"), visit_of(call)));
    return signed_in_reply(call, login);
}

Result<Reply> begin_passkey_sign_in(Call& call) {
    CHECK_OK(check_way_in(call));
    CHECK_OK(call.limits.count_step(caller_of(call.request)));
    TRY(auto begun, desk::begin_passkey_sign_in(call.desk(), text_at(call.body, "desk"), party_of(call)));
    Reply out;
    out.body = JsonObject{{"ticket", begun.ticket}, {"public_key", std::move(begun.options)}};
    return out;
}

Result<Reply> sign_in_with_passkey(Call& call) {
    CHECK_OK(check_way_in(call));
    auto const ticket = text_at(call.body, "ticket");
    CHECK_OK(call.limits.count_step(caller_of(call.request)));
    TRY(auto login, desk::sign_in_with_passkey(call.desk(), party_of(call), ticket, object_at(call.body, "credential"),
                                               visit_of(call)));
    return signed_in_reply(call, login);
}

Result<Reply> redeem_link(Call& call) {
    CHECK_OK(check_way_in(call));
    CHECK_OK(call.limits.count_step(caller_of(call.request)));
    TRY(auto login, desk::redeem_sign_in_link(call.desk(), text_at(call.body, "token"), visit_of(call)));
    return signed_in_reply(call, login);
}

}  // namespace

Group sign_in_group() {
    Group out{"Session", "Who is signed in. Programs use tokens instead.", {}, {}};
    auto const desk_name = line(100).say("The desk's name in addresses; the first one if left out.");
    out.schemas = {
        {"Login", object({may("desk", desk_name), need("email", line(254, 1).such_as("anna@desk.example")),
                          need("password", line(1000, 1).such_as("a sentence that only Anna knows"))})},
        {"SecondStep", object({need("next", one_of({"totp", "passkey"})),
                               need("ways", list(one_of({"totp", "passkey", "recovery_code"}))),
                               need("ticket", text(0).say("Proves the password; for five minutes and five codes."))})},
        {"Code", object({need("ticket", line(200, 1)),
                         need("code", line(40, 6).say("Six digits, or a recovery code.").such_as("123456"))})},
        {"PasskeyDesk", object({may("desk", desk_name)})},
        {"PasskeyCall", object({need("ticket", text(0)),
                                need("public_key", map(anything()).say("For navigator.credentials, in JSON form."))})},
        {"PasskeyAnswer", object({need("ticket", line(200, 1)),
                                  need("credential", map(anything()).say("PublicKeyCredential.toJSON()."))})},
        {"SignInLink", object({need("token", line(200, 1))})}};
    out.routes = {
        Route(Verb::post, "/api/v1/session", "sign_in", Access::open(), sign_in)
            .says("Sign in with a password",
                  "Sets a cookie; five attempts a minute. 202 asks for a second factor of who has one.")
            .takes("Login", 16UL * 1024)
            .answers(201, "Session")
            .or_answers(202, "SecondStep"),
        Route(Verb::post, "/api/v1/session/second-factor", "pass_second_step", Access::open(), pass_second_step)
            .says("Go on with a code", "Of the authenticator, or a recovery code. Each is good once.")
            .takes("Code", 16UL * 1024)
            .answers(201, "Session"),
        Route(Verb::post, "/api/v1/session/passkey-options", "begin_passkey_sign_in", Access::open(),
              begin_passkey_sign_in)
            .says("Begin to sign in with a passkey", "Alone, or after the password.")
            .takes("PasskeyDesk", 16UL * 1024)
            .answers(200, "PasskeyCall"),
        Route(Verb::post, "/api/v1/session/passkey", "sign_in_with_passkey", Access::open(), sign_in_with_passkey)
            .says("Sign in with a passkey")
            .takes("PasskeyAnswer", 64UL * 1024)
            .answers(201, "Session"),
        Route(Verb::post, "/api/v1/session/link", "redeem_link", Access::open(), redeem_link)
            .says("Sign in with a link that the operator printed",
                  "`lotse user link` prints one: once, for 15 minutes.")
            .takes("SignInLink", 16UL * 1024)
            .answers(201, "Session"),
    };
    return out;
}

}  // namespace lotse::api
