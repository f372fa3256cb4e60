// SPDX-License-Identifier: Apache-2.0
// lotse token create | list | revoke. Works while the desk runs: a token is a row, and rows are shared.
#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "access/authenticate.h"
#include "app/commands/commands.h"
#include "app/terminal.h"
#include "base/json.h"
#include "base/text.h"
#include "store/agents.h"

namespace lotse::app {
namespace {

struct CreateOptions : DataOptions {
    std::string name = "command line";
    std::vector<std::string> scopes;
    std::string agent;
    int days = 90;
};
struct RevokeOptions : DataOptions {
    std::int64_t id = 0;
};

std::string shown(std::optional<Instant> at) { return at ? to_rfc3339(*at) : std::string("-"); }

JsonObject to_json(store::Token const& token) {
    JsonObject out{{"id", token.id.value}, {"name", token.name}};
    JsonArray scopes;
    for (auto const& scope : token.scopes) scopes.emplace_back(scope);
    out["scopes"] = std::move(scopes);
    out["agent"] = token.agent ? Json(token.agent.value) : Json(nullptr);
    out["created_at"] = to_rfc3339(token.created_at);
    out["expires_at"] = token.expires_at ? Json(to_rfc3339(*token.expires_at)) : Json(nullptr);
    out["revoked_at"] = token.revoked_at ? Json(to_rfc3339(*token.revoked_at)) : Json(nullptr);
    out["last_used_at"] = token.last_used_at ? Json(to_rfc3339(*token.last_used_at)) : Json(nullptr);
    return out;
}

Result<void> create(CreateOptions const& options) {
    TRY(auto opened, OpenDesk::open(options.folder));
    TRY(auto tenant, opened->tenant(options.desk));
    auto& desk = opened->desk();
    auto const scope = opened->recorded_scope(tenant, "create_token", "token", options.name);
    TRY(auto issued, desk.store.write(scope, [&](store::WriteTxn& txn) -> Result<access::IssuedToken> {
        access::NewToken wanted{options.name, options.scopes, {}, std::chrono::days{options.days}};
        if (!options.agent.empty()) {
            TRY(auto agent, store::find_agent_by_email(txn, to_lower_ascii(options.agent)));
            if (!agent) return not_found("agent.missing", fmt::format("No agent has the address {}.", options.agent));
            wanted.agent = agent->id;
        }
        return access::issue_token(txn, desk.clock, wanted);
    }));
    if (options.json) {
        auto out = to_json(issued.token);
        out["token"] = issued.text.reveal();
        fmt::print("{}\n", to_string(out));
    } else {
        fmt::print("{}\n", issued.text.reveal());
        fmt::print(stderr, "{}\n",
                   paint(Colour::dim,
                         fmt::format("Shown once. Valid until {}; scopes: {}.", shown(issued.token.expires_at),
                                     join(issued.token.scopes, ", ")),
                         2));
    }
    return {};
}

Result<void> list(DataOptions const& options) {
    TRY(auto opened, OpenDesk::open(options.folder));
    TRY(auto tenant, opened->tenant(options.desk));
    auto const scope = domain::ScopeMint::for_tenant(tenant.id);
    TRY(auto tokens, opened->desk().store.read(scope, [](store::ReadTxn& txn) { return store::list_tokens(txn); }));
    if (options.json) {
        JsonArray items;
        for (auto const& token : tokens) items.push_back(to_json(token));
        fmt::print("{}\n", to_string(JsonObject{{"items", std::move(items)}, {"next", nullptr}}));
        return {};
    }
    std::vector<std::vector<std::string>> rows;
    for (auto const& token : tokens)
        rows.push_back({std::to_string(token.id.value), token.name, join(token.scopes, ","),
                        token.revoked_at ? "revoked" : shown(token.expires_at), shown(token.last_used_at)});
    fmt::print("{}", table({"ID", "NAME", "SCOPES", "VALID UNTIL", "LAST USED"}, rows));
    return {};
}

Result<void> revoke(RevokeOptions const& options) {
    TRY(auto opened, OpenDesk::open(options.folder));
    TRY(auto tenant, opened->tenant(options.desk));
    auto& desk = opened->desk();
    auto const scope = opened->recorded_scope(tenant, "revoke_token", "token", "");
    scope.note()->object_id = options.id;
    CHECK_OK(desk.store.write(scope, [&](store::WriteTxn& txn) {
        return store::revoke_token(txn, domain::TokenId{options.id}, desk.clock.now());
    }));
    if (options.json) fmt::print("{}\n", to_string(JsonObject{{"revoked", options.id}}));
    return {};
}

}  // namespace

void add_token(CLI::App& app, int& exit_code) {
    auto* group = app.add_subcommand("token", "Make, list and revoke API tokens")->require_subcommand(1);

    auto* make = group->add_subcommand("create", "Make a token; its text is shown once");
    auto wanted = std::make_shared<CreateOptions>();
    add_data_options(*make, *wanted, true);
    make->add_option("--scopes", wanted->scopes, "admin, read, or permissions such as tickets:read,tickets:create")
        ->delimiter(',')
        ->required()
        ->type_name("SCOPE[,SCOPE]");
    make->add_option("--name", wanted->name, "What it is for")->capture_default_str();
    make->add_option("--agent", wanted->agent, "Act as the agent with this address")->type_name("EMAIL");
    make->add_option("--days", wanted->days, "Days until it expires, at most 365")->capture_default_str();
    make->callback([wanted, &exit_code] { exit_code = finish(create(*wanted)); });

    auto* show = group->add_subcommand("list", "List the tokens of a desk");
    auto listed = std::make_shared<DataOptions>();
    add_data_options(*show, *listed);
    show->callback([listed, &exit_code] { exit_code = finish(list(*listed)); });

    auto* end = group->add_subcommand("revoke", "End a token at once");
    auto revoked = std::make_shared<RevokeOptions>();
    add_data_options(*end, *revoked);
    end->add_option("ID", revoked->id, "Its number, from token list")->required();
    end->callback([revoked, &exit_code] { exit_code = finish(revoke(*revoked)); });
}

}  // namespace lotse::app
