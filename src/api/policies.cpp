// SPDX-License-Identifier: Apache-2.0
// Policies: what the desk promises, by priority.
#include "desk/policies.h"

#include "api/fields.h"
#include "api/groups.h"
#include "api/page.h"
#include "api/show.h"

namespace lotse::api {
namespace {

using access::Permission;

Schema targets_schema(bool complete) {
    auto const minutes = integer(1, 5'000'000).or_null().say("Business minutes; null for no target.");
    auto one = object({need("first_reply_minutes", minutes), need("solution_minutes", minutes)});
    std::vector<Property> rows;
    for (auto const name : domain::EnumNames<domain::Priority>::all) rows.push_back({std::string(name), one, complete});
    return object(std::move(rows)).say("By priority.");
}

Schema policy_input() {
    return object({need("name", line(100, 1).such_as("Standard")), need("calendar", id()),
                   may("targets", targets_schema(false)),
                   may("is_default", boolean().say("For every organization without its own."))});
}

Schema policy_schema() {
    return object({need("id", id()), need("version", id()), need("name", text(0)), need("calendar", id().or_null()),
                   need("targets", targets_schema(true)), need("is_default", boolean())});
}

Json minutes_or_null(std::optional<int> minutes) { return minutes ? Json(*minutes) : Json(nullptr); }

JsonObject shown(domain::Policy const& policy) {
    JsonObject targets;
    for (std::size_t i = 0; i < policy.targets.size(); ++i)
        targets[domain::name_of(static_cast<domain::Priority>(i))] =
            JsonObject{{"first_reply_minutes", minutes_or_null(policy.targets[i].first_reply_minutes)},
                       {"solution_minutes", minutes_or_null(policy.targets[i].solution_minutes)}};
    return {{"id", policy.id.value},         {"version", policy.version},
            {"name", policy.name},           {"calendar", id_or_null(policy.calendar)},
            {"targets", std::move(targets)}, {"is_default", policy.is_default}};
}

std::optional<int> minutes_in(JsonObject const& object, std::string_view name) {
    auto const* value = object.if_contains(name);
    if (value == nullptr || value->is_null()) return std::nullopt;
    return static_cast<int>(int_at(object, name));
}

desk::PolicyFields policy_fields(JsonObject const& body) {
    Fields const fields(body);
    desk::PolicyFields out;
    fields.take("name", out.name);
    fields.take("calendar", out.calendar);
    fields.take("is_default", out.is_default);
    auto const& targets = object_at(body, "targets");
    for (std::size_t i = 0; i < out.targets.size(); ++i) {
        auto const name = domain::name_of(static_cast<domain::Priority>(i));
        if (!targets.contains(name)) continue;
        auto const& one = object_at(targets, name);
        out.targets[i] = domain::Targets{minutes_in(one, "first_reply_minutes"), minutes_in(one, "solution_minutes")};
    }
    return out;
}

Result<Reply> list_policies(Call& call) {
    TRY(auto policies, desk::list_policies(call.desk(), call.scope()));
    JsonArray items;
    for (auto const& policy : policies) items.emplace_back(shown(policy));
    return whole_list(std::move(items));
}

Result<Reply> create_policy(Call& call) {
    TRY(auto made, desk::make_policy(call.desk(), call.principal(), policy_fields(call.body), call.key()));
    return made_reply(call, shown(made.value), made.value.id.value, made.value.version, made.is_known);
}

Result<Reply> get_policy(Call& call) {
    TRY(auto policy, desk::get_policy(call.desk(), call.scope(), call.id<domain::PolicyId>("policy")));
    return versioned_reply(shown(policy), policy.version);
}

Result<Reply> patch_policy(Call& call) {
    TRY(auto policy, desk::change_policy(call.desk(), call.principal(), call.id<domain::PolicyId>("policy"),
                                         call.expected_version, policy_fields(call.body)));
    return versioned_reply(shown(policy), policy.version);
}

}  // namespace

Group policies_group() {
    Group out{"Policies", "What the desk promises: first reply and solution, by priority.", {}, {}};
    out.schemas = {{"NewPolicy", policy_input()},
                   {"PolicyPatch", partial(policy_input())},
                   {"Policy", policy_schema()},
                   {"PolicyPage", page_of("Policy")}};
    out.routes = {
        Route(Verb::get, "/api/v1/policies", "list_policies", Permission::setup_read, list_policies)
            .says("List policies")
            .answers(200, "PolicyPage"),
        Route(Verb::post, "/api/v1/policies", "create_policy", Permission::setup_write, create_policy)
            .says("Add a policy")
            .takes("NewPolicy")
            .answers(201, "Policy")
            .once(),
        Route(Verb::get, "/api/v1/policies/{policy}", "get_policy", Permission::setup_read, get_policy)
            .says("Read a policy")
            .answers(200, "Policy")
            .versioned(),
        Route(Verb::patch, "/api/v1/policies/{policy}", "patch_policy", Permission::setup_write, patch_policy)
            .says("Change a policy", "Deadlines of open tickets follow at their next event.")
            .takes("PolicyPatch")
            .answers(200, "Policy")
            .versioned(),
    };
    return out;
}

}  // namespace lotse::api
