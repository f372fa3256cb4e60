// SPDX-License-Identifier: Apache-2.0
// Tokens of programs.
#include "desk/tokens.h"

#include "api/fields.h"
#include "api/groups.h"
#include "api/page.h"
#include "api/show.h"

namespace lotse::api {
namespace {

using access::Permission;

constexpr int kDefaultDays = 90;

Schema scope_schema() {
    std::vector<std::string> names{"admin", "read"};
    for (auto const name : access::kPermissionNames) names.emplace_back(name);
    return one_of(std::move(names));
}

std::vector<Property> token_fields() {
    return {need("id", id()),
            need("name", text(0)),
            need("scopes", list(text(0))),
            need("agent", id().or_null()),
            need("created_at", instant()),
            need("expires_at", instant().or_null()),
            need("revoked_at", instant().or_null()),
            need("last_used_at", instant().or_null().say("To the hour."))};
}

JsonObject shown(store::Token const& token) {
    return {{"id", token.id.value},
            {"name", token.name},
            {"scopes", show(token.scopes)},
            {"agent", id_or_null(token.agent)},
            {"created_at", show(token.created_at)},
            {"expires_at", show(token.expires_at)},
            {"revoked_at", show(token.revoked_at)},
            {"last_used_at", show(token.last_used_at)}};
}

Result<Reply> list_tokens(Call& call) {
    TRY(auto tokens, desk::list_tokens(call.desk(), call.scope()));
    JsonArray items;
    for (auto const& token : tokens) items.emplace_back(shown(token));
    return whole_list(std::move(items));
}

Result<Reply> create_token(Call& call) {
    Fields const fields(call.body);
    access::NewToken wanted;
    fields.take("name", wanted.name);
    fields.take("scopes", wanted.scopes);
    fields.take("agent", wanted.agent);
    wanted.lifetime = std::chrono::days{int_at(call.body, "lifetime_days", kDefaultDays)};
    TRY(auto issued, desk::issue_token(call.desk(), call.principal(), wanted, call.key()));
    auto body = shown(issued.token);
    body["token"] = issued.text.reveal();
    Reply out;
    out.body = std::move(body);
    return out;
}

Result<Reply> revoke_token(Call& call) {
    CHECK_OK(desk::revoke_token(call.desk(), call.scope(), call.id<domain::TokenId>("token")));
    return Reply{};
}

}  // namespace

Group tokens_group() {
    Group out{"Tokens", "How programs sign in: 'Authorization: Bearer lotse_api_...'.", {}, {}};
    auto issued = token_fields();
    issued.push_back(need("token", text(0).say("The text. It is shown this once.")));
    out.schemas = {
        {"NewToken",
         object({need("name", line(100, 1).such_as("monitoring")),
                 need("scopes", list(scope_schema(), 30).such_as(JsonArray{"tickets:create", "tickets:read"})),
                 may("agent", id().say("Acts as this agent, with what both may do.")),
                 may("lifetime_days", integer(1, 365).say("90 if left out."))})},
        {"Token", object(token_fields())},
        {"IssuedToken", object(std::move(issued))},
        {"TokenPage", page_of("Token")}};
    out.routes = {
        Route(Verb::get, "/api/v1/tokens", "list_tokens", Permission::tokens_manage, list_tokens)
            .says("List tokens", "Also revoked ones; never their text.")
            .answers(200, "TokenPage"),
        Route(Verb::post, "/api/v1/tokens", "create_token", Permission::tokens_manage, create_token)
            .says("Issue a token", "Nobody can issue one that may do more than themselves.")
            .takes("NewToken")
            .answers(201, "IssuedToken")
            .once(),
        Route(Verb::remove, "/api/v1/tokens/{token}", "revoke_token", Permission::tokens_manage, revoke_token)
            .says("Revoke a token", "At once, also for streams that are open.")
            .answers_nothing(),
    };
    return out;
}

}  // namespace lotse::api
