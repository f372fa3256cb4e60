// SPDX-License-Identifier: Apache-2.0
// What a lead says of routing: who helps a queue, whether the desk learns who solves what, and who is kept apart from whom.
#include "desk/routing_rules.h"

#include "api/fields.h"
#include "api/groups.h"
#include "api/page.h"
#include "api/show.h"

namespace lotse::api {
namespace {

using access::Permission;

constexpr std::int64_t kMostMinutes = 60 * 24 * 30;
constexpr std::int64_t kMostExtra = 100;

Schema step_schema() {
    return object({need("queue", id().say("Whose people may take it, too.")),
                   need("after_minutes", integer(1, kMostMinutes)
                                             .say("Since the ticket was opened; each step is later than the one "
                                                  "before.")
                                             .such_as(30))});
}

std::vector<Property> rule_properties() {
    return {
        need("overflow", list(reference("OverflowStep"), desk::kMostOverflow).say("Who helps when something waits.")),
        need("language_soft_after_minutes",
             integer(0, kMostMinutes).say("Then also who does not speak the language; 0: never.")),
        need("sticky",
             choice<domain::Sticky>().say(
                 "Whom a new ticket goes back to, where somebody served this customer or firm before. thread: whoever "
                 "had the closed ticket that it follows, which the others mean, too.")),
        need("sticky_extra",
             integer(0, kMostExtra).say("That one gives way to who has so many open tickets fewer.").such_as(2)),
        need("rebalances_hourly", boolean().say("Every hour, work that nobody has begun may be dealt out anew."))};
}

Schema rule_schema() {
    auto properties = rule_properties();
    properties.insert(properties.begin(), need("queue", id()));
    return object(std::move(properties));
}

Schema units_schema(Property (*property)(std::string, Schema)) {
    std::vector<Property> out;
    for (auto const channel : domain::EnumNames<domain::Channel>::all)
        out.push_back(property(std::string(channel), integer(1, domain::kMostUnits).such_as(1)));
    return object(std::move(out));
}

Schema patch_schema() {
    return object({may("learns", boolean()), may("units", units_schema(may).say("Of the channels that are named."))});
}

Schema rules_schema() {
    return object({need("learns", boolean().say("Whether it counts who usually solves what.")),
                   need("units", units_schema(need).say("Of a person's capacity that one open ticket takes, by the "
                                                        "channel it came by.")),
                   need("queues", list(reference("QueueRoutingRule")).say("Those of whom something is said."))});
}

Schema pair_input() {
    return object({need("agent", id().say("Who never gets these tickets.")),
                   may("customer", id().or_null().say("Of this customer; or name an organization.")),
                   may("organization", id().or_null().say("Of everybody in this firm.")),
                   need("reason", line(500, 1).say("For admins and leads.").such_as("They are married."))});
}

Schema pair_schema() {
    return object({need("id", id()), need("agent", reference("Named")), need("customer", reference("Named").or_null()),
                   need("organization", reference("Named").or_null()), need("reason", text(0)),
                   need("made_by", reference("Named").or_null().say("null: a program.")), need("made_at", instant())});
}

JsonObject shown(domain::QueueRule const& rule) {
    JsonArray steps;
    for (auto const& step : rule.overflow)
        steps.push_back(JsonObject{{"queue", step.queue.value}, {"after_minutes", step.after_minutes}});
    return {{"queue", rule.queue.value},
            {"overflow", std::move(steps)},
            {"language_soft_after_minutes", rule.language_soft_after_minutes},
            {"sticky", domain::name_of(rule.sticky)},
            {"sticky_extra", rule.sticky_extra},
            {"rebalances_hourly", rule.rebalances_hourly}};
}

Reply shown(domain::RoutingRules const& rules) {
    JsonArray queues;
    for (auto const& rule : rules.queues) queues.push_back(shown(rule));
    JsonObject units;
    for (std::size_t i = 0; i < domain::kChannels; ++i)
        units[domain::EnumNames<domain::Channel>::all[i]] = rules.units.units[i];
    return versioned_reply({{"learns", rules.learns}, {"units", std::move(units)}, {"queues", std::move(queues)}},
                           desk::version_of(rules));
}

template <class Tag>
Json named(Id<Tag> id, std::string const& name) {
    return id ? Json(JsonObject{{"id", id.value}, {"name", name}}) : Json(nullptr);
}

JsonObject shown(desk::BlockedPairView const& view) {
    auto const& pair = view.pair;
    return {{"id", pair.id.value},
            {"agent", named(pair.agent, view.agent)},
            {"customer", named(pair.customer, view.customer)},
            {"organization", named(pair.organization, view.organization)},
            {"reason", pair.reason},
            {"made_by", named(pair.made_by, view.made_by)},
            {"made_at", show(pair.made_at)}};
}

domain::QueueId queue_in(Call const& call) { return call.id<domain::QueueId>("queue"); }
domain::BlockedPairId pair_in(Call const& call) { return call.id<domain::BlockedPairId>("blocked_pair"); }

Result<Reply> get_routing_rules(Call& call) {
    TRY(auto const rules, desk::read_routing(call.desk(), call.scope()));
    return shown(rules);
}

Result<Reply> patch_routing_rules(Call& call) {
    desk::RoutingPatch patch;
    Fields(call.body).take("learns", patch.learns);
    if (auto const* said = call.body.if_contains("units"); said != nullptr && said->is_object())
        for (std::size_t i = 0; i < domain::kChannels; ++i)
            Fields(said->get_object()).take(domain::EnumNames<domain::Channel>::all[i], patch.units[i]);
    TRY(auto const rules, desk::change_routing(call.desk(), call.principal(), call.expected_version, patch));
    return shown(rules);
}

Result<Reply> get_queue_rule(Call& call) {
    TRY(auto const rule, desk::get_queue_rule(call.desk(), call.scope(), queue_in(call)));
    return versioned_reply(shown(rule), desk::version_of(rule));
}

Result<Reply> put_queue_rule(Call& call) {
    Fields const fields(call.body);
    auto wanted = desk::usual_rule(queue_in(call));
    for (auto const& item : array_at(call.body, "overflow")) {
        Fields const step(item.get_object());
        step.take("queue", wanted.overflow.emplace_back().queue);
        step.take("after_minutes", wanted.overflow.back().after_minutes);
    }
    fields.take("language_soft_after_minutes", wanted.language_soft_after_minutes);
    fields.take("sticky", wanted.sticky);
    fields.take("sticky_extra", wanted.sticky_extra);
    fields.take("rebalances_hourly", wanted.rebalances_hourly);
    TRY(auto const rule,
        desk::change_queue_rule(call.desk(), call.principal(), call.expected_version, std::move(wanted)));
    return versioned_reply(shown(rule), desk::version_of(rule));
}

Result<Reply> list_blocked_pairs(Call& call) {
    TRY(auto const pairs, desk::list_blocked_pairs(call.desk(), call.scope()));
    JsonArray items;
    for (auto const& pair : pairs) items.emplace_back(shown(pair));
    return whole_list(std::move(items));
}

Result<Reply> create_blocked_pair(Call& call) {
    Fields const fields(call.body);
    domain::BlockedPair wanted;
    fields.take("agent", wanted.agent);
    fields.take("customer", wanted.customer);
    fields.take("organization", wanted.organization);
    fields.take("reason", wanted.reason);
    TRY(auto const made, desk::block_pair(call.desk(), call.principal(), wanted, call.key()));
    return made_reply(call, shown(made.value), made.value.pair.id.value, 0, made.is_known);
}

Result<Reply> get_blocked_pair(Call& call) {
    TRY(auto const pair, desk::get_blocked_pair(call.desk(), call.scope(), pair_in(call)));
    Reply out;
    out.body = shown(pair);
    return out;
}

Result<Reply> delete_blocked_pair(Call& call) {
    CHECK_OK(desk::unblock_pair(call.desk(), call.principal(), pair_in(call)));
    return Reply{};
}

std::vector<Route> pair_routes() {
    return {
        Route(Verb::get, "/api/v1/blocked-pairs", "list_blocked_pairs", Permission::setup_write, list_blocked_pairs)
            .says("List who is kept apart from whom", "For admins and leads; nobody else is told.")
            .answers(200, "BlockedPairPage"),
        Route(Verb::post, "/api/v1/blocked-pairs", "create_blocked_pair", Permission::setup_write, create_blocked_pair)
            .says("Keep two apart",
                  "This person is given no ticket of this customer or firm any more, and cannot be chosen for "
                  "one. Two who are kept apart already stay so.")
            .takes("NewBlockedPair")
            .answers(201, "BlockedPair")
            .once(),
        Route(Verb::get, "/api/v1/blocked-pairs/{blocked_pair}", "get_blocked_pair", Permission::setup_write,
              get_blocked_pair)
            .says("Read who is kept apart")
            .answers(200, "BlockedPair"),
        Route(Verb::remove, "/api/v1/blocked-pairs/{blocked_pair}", "delete_blocked_pair", Permission::setup_write,
              delete_blocked_pair)
            .says("Keep two apart no longer")
            .answers_nothing()};
}

}  // namespace

Group routing_rules_group() {
    Group out{"Routing", "Who helps a queue, what routing learns, and who is kept apart from whom.", {}, {}};
    out.schemas = {{"OverflowStep", step_schema()},     {"NewQueueRoutingRule", partial(object(rule_properties()))},
                   {"QueueRoutingRule", rule_schema()}, {"RoutingRulesPatch", patch_schema()},
                   {"RoutingRules", rules_schema()},    {"NewBlockedPair", pair_input()},
                   {"BlockedPair", pair_schema()},      {"BlockedPairPage", page_of("BlockedPair")}};
    out.routes = pair_routes();
    out.routes.insert(
        out.routes.begin(),
        {Route(Verb::get, "/api/v1/routing-rules", "get_routing_rules", Permission::setup_read, get_routing_rules)
             .says("Read the rules of routing")
             .answers(200, "RoutingRules")
             .versioned(),
         Route(Verb::patch, "/api/v1/routing-rules", "patch_routing_rules", Permission::setup_write,
               patch_routing_rules)
             .says("Say whether routing learns who solves what, and what tickets weigh",
                   "What it has learned stays for when it may again. Nobody loses a ticket by another weight.")
             .takes("RoutingRulesPatch")
             .answers(200, "RoutingRules")
             .versioned(),
         Route(Verb::get, "/api/v1/queues/{queue}/routing-rule", "get_queue_rule", Permission::setup_read,
               get_queue_rule)
             .says("Read a queue's rule of routing")
             .answers(200, "QueueRoutingRule")
             .versioned(),
         Route(Verb::put, "/api/v1/queues/{queue}/routing-rule", "put_queue_rule", Permission::setup_write,
               put_queue_rule)
             .says("Set a queue's rule of routing",
                   "What is left out is as usual: nobody helps, languages stay required, nobody is preferred, work is "
                   "dealt out anew. Holds from the next decision on, also for what waits already.")
             .takes("NewQueueRoutingRule")
             .answers(200, "QueueRoutingRule")
             .versioned()});
    return out;
}

}  // namespace lotse::api
