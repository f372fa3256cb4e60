// SPDX-License-Identifier: Apache-2.0
// One's own second factors: authenticator, recovery codes, passkeys.
#include "desk/factors.h"

#include "access/qr_code.h"
#include "api/call_limits.h"
#include "api/fields.h"
#include "api/groups.h"
#include "api/request_text.h"
#include "api/session_reply.h"
#include "api/show.h"
#include "desk/passkeys.h"

namespace lotse::api {
namespace {

using access::Permission;

JsonObject show(store::Passkey const& passkey) {
    return {{"id", passkey.id.value},
            {"name", passkey.name},
            {"created_at", api::show(passkey.created_at)},
            {"last_used_at", api::show(passkey.last_used_at)}};
}

// null where there were codes already.
Json show_codes(std::vector<std::string> const& codes) {
    return codes.empty() ? Json(nullptr) : Json(api::show(codes));
}

Result<Reply> get_factors(Call& call) {
    TRY(auto factors, desk::read_factors(call.desk(), call.scope(), call.principal().agent));
    JsonArray passkeys;
    for (auto const& passkey : factors.passkeys) passkeys.emplace_back(show(passkey));
    Reply out;
    out.body = JsonObject{{"totp", JsonObject{{"is_on", factors.has_totp}, {"since", api::show(factors.totp_since)}}},
                          {"passkeys", std::move(passkeys)},
                          {"recovery_codes_left", factors.recovery_codes_left}};
    return out;
}

Result<Reply> begin_totp(Call& call) {
    TRY(auto begun, desk::begin_totp(call.desk(), call.principal()));
    Reply out;
    out.body = JsonObject{{"secret", begun.secret}, {"uri", begun.uri}, {"qr_svg", access::qr_svg(begun.uri)}};
    return out;
}

Result<Reply> confirm_totp(Call& call) {
    CHECK_OK(call.limits.count_login("totp", call.principal().id, caller_of(call.request)));
    TRY(auto codes, desk::confirm_totp(call.desk(), call.principal(), text_at(call.body, "code")));
    Reply out;
    out.body = JsonObject{{"recovery_codes", show_codes(codes)}};
    add_promotion(call, store::SessionMeans::password_and_code, out);
    return out;
}

Result<Reply> remove_totp(Call& call) {
    CHECK_OK(desk::remove_totp(call.desk(), call.principal()));
    return Reply{};
}

Result<Reply> renew_recovery_codes(Call& call) {
    TRY(auto codes, desk::renew_recovery_codes(call.desk(), call.principal()));
    Reply out;
    out.body = JsonObject{{"recovery_codes", show_codes(codes)}};
    return out;
}

Result<Reply> begin_passkey(Call& call) {
    TRY(auto begun, desk::begin_passkey(call.desk(), call.principal(), party_of(call)));
    Reply out;
    out.body = JsonObject{{"ticket", begun.ticket}, {"public_key", std::move(begun.options)}};
    return out;
}

Result<Reply> add_passkey(Call& call) {
    TRY(auto made, desk::add_passkey(call.desk(), call.principal(), party_of(call), text_at(call.body, "ticket"),
                                     text_at(call.body, "name"), object_at(call.body, "credential")));
    Reply out;
    out.body = JsonObject{{"passkey", show(made.passkey)}, {"recovery_codes", show_codes(made.recovery_codes)}};
    add_promotion(call, store::SessionMeans::passkey, out);
    return out;
}

Result<Reply> rename_passkey(Call& call) {
    TRY(auto passkey, desk::rename_passkey(call.desk(), call.principal(), call.id<store::PasskeyId>("passkey"),
                                           text_at(call.body, "name")));
    Reply out;
    out.body = show(passkey);
    return out;
}

Result<Reply> remove_passkey(Call& call) {
    CHECK_OK(desk::remove_passkey(call.desk(), call.principal(), call.id<store::PasskeyId>("passkey")));
    return Reply{};
}

Result<Reply> remove_factors_of(Call& call) {
    CHECK_OK(desk::remove_factors_of(call.desk(), call.principal(), call.id<domain::AgentId>("agent")));
    return Reply{};
}

Schemas factor_schemas() {
    auto const codes = list(text(0)).or_null().say("Shown once; null where there were some already.");
    return {{"Passkey", object({need("id", id()), need("name", text(0)), need("created_at", instant()),
                                need("last_used_at", instant().or_null())})},
            {"Factors",
             object({need("totp", object({need("is_on", boolean()), need("since", instant().or_null())})),
                     need("passkeys", list(reference("Passkey"))), need("recovery_codes_left", integer(0, 10))})},
            {"NewTotp", object({need("secret", text(0).say("For typing it in.")), need("uri", text(0)),
                                need("qr_svg", text(0).say("The uri as a picture for the camera."))})},
            {"TotpCode", object({need("code", line(10, 6).such_as("123456"))})},
            {"RecoveryCodes", object({need("recovery_codes", codes)})},
            {"NewPasskey", object({need("ticket", line(200, 1)), need("name", line(100, 1).such_as("Laptop")),
                                   need("credential", map(anything()).say("PublicKeyCredential.toJSON()."))})},
            {"MadePasskey", object({need("passkey", reference("Passkey")), need("recovery_codes", codes)})},
            {"PasskeyName", object({need("name", line(100, 1))})}};
}

}  // namespace

Group factors_group() {
    Group out{"Second factors", "What proves a person beside the password.", {}, factor_schemas()};
    out.routes = {
        Route(Verb::get, "/api/v1/factors", "get_factors", Access::own_session(), get_factors)
            .says("See your second factors")
            .answers(200, "Factors")
            .while_enrolling(),
        Route(Verb::post, "/api/v1/factors/totp", "begin_totp", Access::own_session(), begin_totp)
            .says("Begin with an authenticator", "It counts once a code of it has been seen. Needs a fresh proof.")
            .answers(201, "NewTotp")
            .while_enrolling(),
        Route(Verb::put, "/api/v1/factors/totp", "confirm_totp", Access::own_session(), confirm_totp)
            .says("Confirm the authenticator with a code")
            .takes("TotpCode")
            .answers(200, "RecoveryCodes")
            .while_enrolling(),
        Route(Verb::remove, "/api/v1/factors/totp", "remove_totp", Access::own_session(), remove_totp)
            .says("Do without the authenticator", "Needs a fresh proof.")
            .answers_nothing(),
        Route(Verb::post, "/api/v1/factors/recovery-codes", "renew_recovery_codes", Access::own_session(),
              renew_recovery_codes)
            .says("Make ten new recovery codes", "The old ones end. Needs a fresh proof.")
            .answers(201, "RecoveryCodes"),
        Route(Verb::post, "/api/v1/passkeys/options", "begin_passkey", Access::own_session(), begin_passkey)
            .says("Begin to make a passkey", "Needs a fresh proof.")
            .answers(200, "PasskeyCall")
            .while_enrolling(),
        Route(Verb::post, "/api/v1/passkeys", "add_passkey", Access::own_session(), add_passkey)
            .says("Keep a passkey that the device has made")
            .takes("NewPasskey", 64UL * 1024)
            .answers(201, "MadePasskey")
            .while_enrolling(),
        Route(Verb::patch, "/api/v1/passkeys/{passkey}", "rename_passkey", Access::own_session(), rename_passkey)
            .says("Rename a passkey")
            .takes("PasskeyName")
            .answers(200, "Passkey"),
        Route(Verb::remove, "/api/v1/passkeys/{passkey}", "remove_passkey", Access::own_session(), remove_passkey)
            .says("Remove a passkey", "Needs a fresh proof.")
            .answers_nothing(),
        Route(Verb::remove, "/api/v1/agents/{agent}/factors", "remove_factors_of", Permission::agents_write,
              remove_factors_of)
            .says("Take all second factors of somebody away",
                  "For who has lost them. Ends the sessions of that person; the password stays.")
            .answers_nothing(),
    };
    return out;
}

}  // namespace lotse::api
