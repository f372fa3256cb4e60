// SPDX-License-Identifier: Apache-2.0
// Agents: who answers, what they can and how much they take at once.
#include "desk/agents.h"

#include <array>

#include "api/fields.h"
#include "api/groups.h"
#include "api/page.h"
#include "api/show.h"
#include "desk/availability.h"

namespace lotse::api {
namespace {

using access::Permission;

Schema skill_schema() { return object({need("name", line(50, 1)), need("level", integer(1, 5))}); }

Schema limits_schema() {
    std::vector<Property> out;
    for (auto const channel : domain::EnumNames<domain::Channel>::all)
        out.push_back(may(std::string(channel), integer(0, 1000).or_null()));
    return object(std::move(out))
        .say(
            "Open tickets of one channel at once, at most; without a number no limit but the capacity. Taken as a "
            "whole.")
        .such_as(JsonObject{{"phone", 2}, {"email", 8}});
}

Schema agent_input() {
    auto password = line(1000).say("At least 15 characters. Goes in and never comes out; ends the agent's sessions.");
    return object({need("name", line(200, 1).such_as("Anna Kowalska")),
                   need("email", line(254, 3).such_as("anna@desk.example")),
                   may("role", choice<domain::Role>().say("agent if left out.")),
                   may("languages", list(language(), 30)), may("skills", list(skill_schema(), 100)),
                   may("queues", list(id(), 500).say("Whose tickets this agent takes.")),
                   may("capacity", integer(0, 1000).say("Units at once: an open ticket takes one, unless the desk's "
                                                        "routing rules say otherwise of its channel. 0: nothing.")),
                   may("channel_limits", limits_schema()), may("is_available", boolean()),
                   may("is_disabled", boolean()), may("password", std::move(password))});
}

Schema agent_schema() {
    return object({need("id", id()), need("version", id()), need("name", text(0)), need("email", text(0)),
                   need("role", choice<domain::Role>()), need("languages", list(text(0))),
                   need("skills", list(skill_schema())), need("queues", list(id())),
                   need("capacity", integer(0, 1'000'000)), need("channel_limits", limits_schema()),
                   need("is_available", boolean()), need("is_disabled", boolean()),
                   need("last_assigned_at", instant().or_null()), need("created_at", instant())});
}

JsonObject shown(domain::Agent const& agent) {
    JsonArray skills;
    for (auto const& skill : agent.skills) skills.push_back(JsonObject{{"name", skill.name}, {"level", skill.level}});
    JsonArray queues;
    for (auto const queue : agent.queues) queues.emplace_back(queue.value);
    JsonObject limits;
    for (std::size_t i = 0; i < domain::kChannels; ++i)
        if (agent.limits[i]) limits[domain::EnumNames<domain::Channel>::all[i]] = *agent.limits[i];
    return {{"id", agent.id.value},
            {"version", agent.version},
            {"name", agent.name},
            {"email", agent.email},
            {"role", domain::name_of(agent.role)},
            {"languages", show(agent.languages)},
            {"skills", std::move(skills)},
            {"queues", std::move(queues)},
            {"capacity", agent.capacity},
            {"channel_limits", std::move(limits)},
            {"is_available", agent.is_available},
            {"is_disabled", agent.is_disabled},
            {"last_assigned_at", show(agent.last_assigned_at)},
            {"created_at", show(agent.created_at)}};
}

domain::ChannelLimits limits_in(JsonObject const& body) {
    domain::ChannelLimits out;
    auto const* said = body.if_contains("channel_limits");
    if (said == nullptr || !said->is_object()) return out;
    for (std::size_t i = 0; i < domain::kChannels; ++i) {
        auto const* limit = said->get_object().if_contains(domain::EnumNames<domain::Channel>::all[i]);
        if (limit != nullptr && limit->is_number()) out[i] = limit->to_number<int>();
    }
    return out;
}

desk::AgentFields agent_fields(JsonObject const& body) {
    Fields const fields(body);
    desk::AgentFields out;
    fields.take("name", out.name);
    fields.take("email", out.email);
    fields.take("role", out.role);
    fields.take("languages", out.languages);
    fields.take("queues", out.queues);
    fields.take("capacity", out.capacity);
    fields.take("is_available", out.is_available);
    fields.take("is_disabled", out.is_disabled);
    if (fields.has("channel_limits")) out.limits = limits_in(body);
    if (fields.has("skills")) {
        out.skills.emplace();
        for (auto const& item : array_at(body, "skills"))
            out.skills->push_back({std::string(text_at(item.get_object(), "name")),
                                   static_cast<int>(int_at(item.get_object(), "level"))});
    }
    if (fields.has("password")) out.password = Secret<std::string>(std::string(text_at(body, "password")));
    return out;
}

Result<Reply> list_agents(Call& call) {
    TRY(auto agents, desk::list_agents(call.desk(), call.scope()));
    JsonArray items;
    for (auto const& agent : agents) items.emplace_back(shown(agent));
    return whole_list(std::move(items));
}

Result<Reply> create_agent(Call& call) {
    TRY(auto made, desk::make_agent(call.desk(), call.principal(), agent_fields(call.body), call.key()));
    return made_reply(call, shown(made.value), made.value.id.value, made.value.version, made.is_known);
}

Result<Reply> get_agent(Call& call) {
    TRY(auto agent, desk::get_agent(call.desk(), call.scope(), call.id<domain::AgentId>("agent")));
    return versioned_reply(shown(agent), agent.version);
}

Result<Reply> patch_agent(Call& call) {
    TRY(auto agent, desk::change_agent(call.desk(), call.principal(), call.id<domain::AgentId>("agent"),
                                       call.expected_version, agent_fields(call.body)));
    return versioned_reply(shown(agent), agent.version);
}

Result<Reply> put_availability(Call& call) {
    desk::AvailabilityWish wish;
    Fields const fields(call.body);
    fields.take("is_available", wish.is_available);
    fields.take("until", wish.until);
    fields.take("restriction", wish.restriction);
    fields.take("restricted_until", wish.restricted_until);
    TRY(auto agent, desk::put_availability(call.desk(), call.principal(), call.id<domain::AgentId>("agent"),
                                           call.expected_version, wish));
    return versioned_reply(shown(agent), agent.version);
}

std::string_view name_of(domain::OffBy off) {
    static constexpr std::array<std::string_view, 6> kNames{"nothing", "hand", "absence", "shift", "pause", "silence"};
    return kNames[static_cast<std::size_t>(off)];
}

Result<Reply> get_duty(Call& call) {
    TRY(auto const now, desk::read_availability(call.desk(), call.scope(), call.id<domain::AgentId>("agent")));
    Reply out;
    out.body = JsonObject{{"is_available", now.agent.is_available},
                          {"available_until", show(now.by_hand.flips_at)},
                          {"restriction", domain::name_of(now.by_hand.restriction)},
                          {"restricted_until", show(now.by_hand.restricted_until)},
                          {"is_at_work", now.duty.is_at_work()},
                          {"off", name_of(now.duty.off)},
                          {"until", show(now.duty.until)},
                          {"has_hours", now.has_hours},
                          {"next_shift", show(now.next_shift)}};
    return out;
}

Schema availability_schema() {
    return object(
        {need("is_available", boolean()),
         may("until", instant().or_null().say("Then the other way round; left out: until said otherwise.")),
         may("restriction", choice<domain::Restriction>().say("What they take though at work; left out: as it is.")),
         may("restricted_until", instant().or_null())});
}

Schema duty_schema() {
    return object({need("is_available", boolean().say("As said by hand.")),
                   need("available_until", instant().or_null()), need("restriction", choice<domain::Restriction>()),
                   need("restricted_until", instant().or_null()),
                   need("is_at_work", boolean().say("May be given work now, by hand, hours and absences.")),
                   need("off", one_of({"nothing", "hand", "absence", "shift", "pause", "silence"}).say("Why not.")),
                   need("until", instant().or_null().say("Off: back then. At work: till then.")),
                   need("has_hours", boolean()), need("next_shift", instant().or_null())});
}

}  // namespace

Group agents_group() {
    Group out{"Agents", "Who answers, what they can and how much they take at once.", {}, {}};
    out.schemas = {{"NewAgent", agent_input()},     {"AgentPatch", partial(agent_input())},  {"Agent", agent_schema()},
                   {"AgentPage", page_of("Agent")}, {"Availability", availability_schema()}, {"Duty", duty_schema()}};
    out.routes = {
        Route(Verb::get, "/api/v1/agents", "list_agents", Permission::agents_read, list_agents)
            .says("List agents")
            .answers(200, "AgentPage"),
        Route(Verb::post, "/api/v1/agents", "create_agent", Permission::agents_write, create_agent)
            .says("Add an agent", "Nobody can add one who may do more than themselves.")
            .takes("NewAgent")
            .answers(201, "Agent")
            .once(),
        Route(Verb::get, "/api/v1/agents/{agent}", "get_agent", Permission::agents_read, get_agent)
            .says("Read an agent")
            .answers(200, "Agent")
            .versioned(),
        Route(Verb::patch, "/api/v1/agents/{agent}", "patch_agent", Permission::agents_write, patch_agent)
            .says("Change an agent", "Nobody can change one who may do more than themselves.")
            .takes("AgentPatch")
            .answers(200, "Agent")
            .versioned(),
        Route(Verb::put, "/api/v1/agents/{agent}/availability", "put_availability",
              Access::own_record(Permission::agents_write), put_availability)
            .says("Say whether an agent takes new tickets",
                  "Agents may say so of themselves: till when, and which tickets only.")
            .takes("Availability")
            .answers(200, "Agent")
            .versioned(),
        Route(Verb::get, "/api/v1/agents/{agent}/duty", "get_duty", Permission::agents_read, get_duty)
            .says("Read whether an agent is at work now, why not, and until when")
            .answers(200, "Duty"),
    };
    return out;
}

}  // namespace lotse::api
