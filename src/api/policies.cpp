// SPDX-License-Identifier: Apache-2.0
// Policies: what the desk promises, by priority.
#include "desk/policies.h"
#include "domain/check_policy.h"

#include "api/fields.h"
#include "api/groups.h"
#include "api/page.h"
#include "api/show.h"
#include "api/show_preview.h"

namespace lotse::api {
namespace {

using access::Permission;

Schema targets_schema(bool complete) {
    auto const minutes = integer(1, 5'000'000).or_null().say("Business minutes; null for no target.");
    auto const field = [&](char const* name, char const* text) {
        return complete ? need(name, Schema(minutes).say(text)) : may(name, Schema(minutes).say(text));
    };
    auto one =
        object({need("first_reply_minutes", minutes), need("solution_minutes", minutes),
                field("next_reply_minutes", "To a customer who wrote again; business minutes, null for no target."),
                field("update_minutes",
                      "At the latest after so many business minutes the customer hears something; null for no "
                      "target.")});
    std::vector<Property> rows;
    for (auto const name : domain::EnumNames<domain::Priority>::all) rows.push_back({std::string(name), one, complete});
    return object(std::move(rows)).say("By priority.");
}

Schema conditions_schema(bool complete) {
    auto const ids = [&](char const* name, char const* text) {
        auto schema = list(id(), 200).say(text);
        return complete ? need(name, std::move(schema)) : may(name, std::move(schema));
    };
    return object({ids("organizations", "Any of these; any at all if empty."),
                   ids("categories", "Any of these or what hangs below; any at all if empty."),
                   ids("queues", "Any of these; any at all if empty.")})
        .say(
            "Which tickets it is for. The first policy by position whose conditions all hold is taken. A policy that "
            "an "
            "organization names goes first; one without any condition is taken only so, or as the default.");
}

Schema policy_input() {
    return object({need("name", line(100, 1).such_as("Standard")), need("calendar", id()),
                   may("targets", targets_schema(false)),
                   may("is_default", boolean().say("For every ticket that no other policy is for.")),
                   may("position", integer(0, 1'000'000).say("The lower is asked first; equal ones by age.")),
                   may("conditions", conditions_schema(false))});
}

Schema policy_schema() {
    return object({need("id", id()), need("version", id()), need("name", text(0)), need("calendar", id().or_null()),
                   need("targets", targets_schema(true)), need("is_default", boolean()),
                   need("position", integer(0, INT64_MAX)), need("conditions", conditions_schema(true)),
                   need("warnings", list(object({need("field", text(0).say("JSON pointer.")), need("code", text(0)),
                                                 need("message", text(0))}))
                                        .say("What contradicts itself; it is saved all the same."))});
}

Json minutes_or_null(std::optional<int> minutes) { return minutes ? Json(*minutes) : Json(nullptr); }

template <class Id>
JsonArray ids_json(std::vector<Id> const& ids) {
    JsonArray out;
    for (auto const id : ids) out.emplace_back(id.value);
    return out;
}

JsonObject shown(domain::Policy const& policy) {
    JsonObject targets;
    for (std::size_t i = 0; i < policy.targets.size(); ++i)
        targets[domain::name_of(static_cast<domain::Priority>(i))] =
            JsonObject{{"first_reply_minutes", minutes_or_null(policy.targets[i].first_reply_minutes)},
                       {"solution_minutes", minutes_or_null(policy.targets[i].solution_minutes)},
                       {"next_reply_minutes", minutes_or_null(policy.targets[i].next_reply_minutes)},
                       {"update_minutes", minutes_or_null(policy.targets[i].update_minutes)}};
    JsonArray warnings;
    for (auto const& remark : domain::remarks_on(policy))
        warnings.push_back(JsonObject{{"field", remark.field}, {"code", remark.code}, {"message", remark.text}});
    return {{"id", policy.id.value},
            {"version", policy.version},
            {"name", policy.name},
            {"calendar", id_or_null(policy.calendar)},
            {"targets", std::move(targets)},
            {"is_default", policy.is_default},
            {"position", policy.position},
            {"conditions", JsonObject{{"organizations", ids_json(policy.conditions.organizations)},
                                      {"categories", ids_json(policy.conditions.categories)},
                                      {"queues", ids_json(policy.conditions.queues)}}},
            {"warnings", std::move(warnings)}};
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
        out.targets[i] = domain::Targets{minutes_in(one, "first_reply_minutes"), minutes_in(one, "solution_minutes"),
                                         minutes_in(one, "next_reply_minutes"), minutes_in(one, "update_minutes")};
    }
    fields.take("position", out.position);
    Fields const conditions(object_at(body, "conditions"));
    conditions.take("organizations", out.organizations);
    conditions.take("categories", out.categories);
    conditions.take("queues", out.queues);
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

Result<Reply> preview_policy(Call& call) {
    TRY(auto const preview,
        desk::preview_policy(call.desk(), call.scope(), call.id<domain::PolicyId>("policy"), policy_fields(call.body)));
    Reply out;
    out.body = show(preview);
    return out;
}

}  // namespace

Group policies_group() {
    Group out{"Policies", "What the desk promises, by priority, and for which tickets.", {}, {}};
    out.schemas = {{"NewPolicy", policy_input()},
                   {"PolicyPatch", partial(policy_input())},
                   {"Policy", policy_schema()},
                   {"PolicyPage", page_of("Policy")},
                   {"DeadlinePreview", preview_schema()}};
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
            .says("Change a policy", "Deadlines of open tickets are computed anew within moments.")
            .takes("PolicyPatch")
            .answers(200, "Policy")
            .versioned(),
        Route(Verb::post, "/api/v1/policies/{policy}/preview", "preview_policy", Permission::setup_write,
              preview_policy)
            .says("Ask what a changed policy would do",
                  "Nothing is saved. Looks at the newest tickets, so it takes no "
                  "longer on a large desk.")
            .takes("PolicyPatch")
            .answers(200, "DeadlinePreview"),
    };
    return out;
}

}  // namespace lotse::api
