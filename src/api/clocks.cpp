// SPDX-License-Identifier: Apache-2.0
// The clocks of a ticket: by when, by whose word, and why a target was missed.
#include <fmt/format.h>

#include "api/fields.h"
#include "api/groups.h"
#include "api/page.h"
#include "api/show.h"
#include "desk/explain_breach.h"
#include "desk/made.h"
#include "desk/ticket_clocks.h"

namespace lotse::api {
namespace {

using access::Permission;
using domain::ClockKind;

Schema breach_schema() {
    return object({need("clock", choice<ClockKind>()),
                   need("due_at", instant().say("When it was due; tells breaches of one "
                                                "clock apart.")),
                   need("reason", text(0).say("none: nobody has said yet; else a key of /api/v1/breach-reasons.")),
                   need("reason_name", text(0).or_null().say("In the desk's own words, if it has any.")),
                   need("remark", text(0).or_null()), need("agent", reference("Named").or_null()),
                   need("explained_at", instant().or_null())});
}

Schema clocks_schema() {
    auto const clock = object(
        {need("clock", choice<ClockKind>()),
         need("state", choice<desk::ClockState>().say("paused: the customer is asked something, or it is solved. "
                                                      "idle: nothing is owed now. none: no target.")),
         need("target_minutes", integer(0, INT64_MAX).or_null()), need("due_at", instant().or_null())});
    auto const policy = object({need("id", id()), need("name", text(0)), need("ground", choice<domain::PolicyGround>()),
                                need("organization", text(0).or_null()), need("category", text(0).or_null()),
                                need("queue", text(0).or_null()), need("because", text(0).say("One sentence."))});
    return object({need("clocks", list(clock).say("All, in the order in which a ticket meets them.")),
                   need("policy", Schema(policy).or_null()),
                   need("calendar", object({need("id", id()), need("name", text(0)), need("is_of_queue", boolean())})
                                        .or_null()
                                        .say("Whose hours count; null: there is none, so every hour does.")),
                   need("breaches", list(reference("Breach")))});
}

JsonObject show(domain::Breach const& breach, desk::Setup const& setup) {
    auto const word = domain::reason_of(setup.settings, breach.reason);
    return {{"clock", domain::name_of(breach.clock)},        {"due_at", api::show(breach.due_at)},
            {"reason", domain::key_of(breach.reason)},       {"reason_name", text_or_null(word ? word->name : "")},
            {"remark", text_or_null(breach.remark)},         {"agent", show_agent_name(setup, breach.agent)},
            {"explained_at", api::show(breach.explained_at)}};
}

Json show_policy(desk::TicketClocks const& view) {
    auto const& choice = view.choice;
    if (choice.policy == nullptr) return nullptr;
    auto const* category = view.setup->find_category(choice.category);
    auto const* queue = view.setup->find_queue(choice.queue);
    Json const organization = choice.organization ? Json(view.organization) : Json(nullptr);
    std::vector<std::string> met;
    if (choice.organization) met.push_back("organization " + view.organization);
    if (category != nullptr) met.push_back("category " + category->name);
    if (queue != nullptr) met.push_back("queue " + queue->name);
    std::string because;
    switch (choice.ground) {
        case domain::PolicyGround::named: because = fmt::format("{} has it by contract.", view.organization); break;
        case domain::PolicyGround::conditions: because = fmt::format("It is for {}.", fmt::join(met, ", ")); break;
        case domain::PolicyGround::fallback: because = "It is the default; no other is for this ticket."; break;
        case domain::PolicyGround::only: because = "It is the first of all; none is the default."; break;
        case domain::PolicyGround::none: break;
    }
    return JsonObject{{"id", choice.policy->id.value},
                      {"name", choice.policy->name},
                      {"ground", domain::name_of(choice.ground)},
                      {"organization", organization},
                      {"category", category != nullptr ? Json(category->name) : Json(nullptr)},
                      {"queue", queue != nullptr ? Json(queue->name) : Json(nullptr)},
                      {"because", because}};
}

Result<Reply> get_clocks(Call& call) {
    TRY(auto const view, desk::ticket_clocks(call.desk(), call.scope(), call.id<domain::TicketId>("ticket")));
    JsonArray clocks;
    for (auto const kind : domain::kClockKinds) {
        auto const& clock = view.clocks[static_cast<std::size_t>(kind)];
        clocks.push_back(JsonObject{{"clock", domain::name_of(kind)},
                                    {"state", domain::name_of(clock.state)},
                                    {"target_minutes", clock.target_minutes ? Json(*clock.target_minutes) : nullptr},
                                    {"due_at", api::show(clock.due_at)}});
    }
    JsonArray breaches;
    for (auto const& breach : view.breaches) breaches.emplace_back(show(breach, *view.setup));
    Json calendar = nullptr;
    if (view.calendar != nullptr)
        calendar = JsonObject{
            {"id", view.calendar->id.value}, {"name", view.calendar->name}, {"is_of_queue", view.is_of_queue}};
    Reply out;
    out.body = JsonObject{{"clocks", std::move(clocks)},
                          {"policy", show_policy(view)},
                          {"calendar", std::move(calendar)},
                          {"breaches", std::move(breaches)}};
    return out;
}

Result<Reply> put_reason(Call& call) {
    desk::BreachWord word;
    word.ticket = call.id<domain::TicketId>("ticket");
    Fields const fields(call.body);
    word.clock = *domain::find_enum<ClockKind>(text_at(call.body, "clock"));
    auto const reason = domain::reason_named(text_at(call.body, "reason"));
    if (!reason)
        return invalid("breach.reason", "The desk offers no such reason; see /api/v1/breach-reasons.", "/reason");
    word.reason = *reason;
    fields.take("due_at", word.due_at);
    fields.take("remark", word.remark);
    TRY(auto const breach, desk::explain_breach(call.desk(), call.principal(), word));
    TRY(auto const setup, desk::current_setup(call.desk(), call.scope()));
    Reply out;
    out.body = show(breach, *setup);
    return out;
}

}  // namespace

Group clocks_group() {
    Group out{"Clocks", "By when something of a ticket is due, by whose word, and why a target was missed.", {}, {}};
    out.schemas = {
        {"Breach", breach_schema()},
        {"TicketClocks", clocks_schema()},
        {"BreachReason",
         object({need("clock", choice<ClockKind>()), need("due_at", instant().say("As the breach tells it.")),
                 need("reason",
                      line(40, 1).such_as("no_capacity").say("A key of /api/v1/breach-reasons; none takes it back.")),
                 may("remark", text(500).or_null().say("Wanted where the reason says so."))})}};
    out.routes = {
        Route(Verb::get, "/api/v1/tickets/{ticket}/clocks", "get_clocks", Permission::tickets_read, get_clocks)
            .says("Ask by when a ticket is due", "Every clock, the policy and why it is this one, and what was missed.")
            .answers(200, "TicketClocks"),
        Route(Verb::put, "/api/v1/tickets/{ticket}/breach-reason", "explain_breach", Permission::tickets_write,
              put_reason)
            .says("Say why a target was missed", "It stands in the ticket's history.")
            .takes("BreachReason")
            .answers(200, "Breach"),
    };
    return out;
}

}  // namespace lotse::api
