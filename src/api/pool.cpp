// SPDX-License-Identifier: Apache-2.0
// The pool of waiting tickets: take the next one, and why a ticket is where it is.
#include "api/groups.h"
#include "api/show.h"
#include "api/show_ticket.h"
#include "desk/explain_routing.h"
#include "desk/made.h"
#include "desk/next_ticket.h"
#include "desk/people.h"

namespace lotse::api {
namespace {

using access::Permission;

Schema verdict_code() {
    return one_of({"chosen", "could_take", "busier", "assigned_later", "equal", "at_work", "no_skill", "no_language",
                   "absent", "full", "off_shift", "on_break", "silent", "restricted"});
}

Schema considered_schema() {
    return object(
        {need("agent", reference("Named")),
         need("load",
              number().say("Units in use over the capacity; an open ticket is one, unless its channel weighs more.")),
         need("verdict", text(0)), need("code", verdict_code().say("The same as the words.")),
         need("what", text(0).or_null().say("The skill, or the language (ISO 639-1), that is missing; or "
                                            "the restriction.")),
         need("until", instant().or_null().say("When the absence, shift, break or restriction is over."))});
}

Schema weighed_schema() {
    return object({need("ticket", object({need("id", id()), need("subject", text(0))})),
                   need("index", number().say("The product of the terms: how much it presses for this person.")),
                   need("weight", number().say("Of the priority.")),
                   need("urgency", number().say("0 to 1: grows to the deadline; a late ticket steps back.")),
                   need("speed", number().say("Of this person at this kind; 1 is usual.")),
                   need("affinity", number().say("Above 1: this person has served the customer or firm.")),
                   need("scarcity", number().say("1 where few can do it; less where others could.")),
                   need("used_percent", integer(0, 9999).say("Of the time to its deadline."))});
}

Schema routing_schema() {
    return object(
        {need("ticket", id()), need("version", id()), need("assignment", choice<domain::Assignment>().or_null()),
         need("agent", reference("Named").or_null()),
         need("because", reference("Because").or_null().say("Of the owner; without one, why nobody has it.")),
         need("decided_at", instant().or_null().say("null: as of now.")),
         need("considered", list(reference("Considered")).say("When it was decided: the best and some others.")),
         need("weighed", list(reference("WeighedTicket")).say("Taken from the pool: it, and what it went before.")),
         need("now", list(reference("Considered")).say("The queue's people as they stand to it now.")),
         need("waiting", object({need("due_at", instant()), need("waiting_in_queue", integer(0, 1000))})
                             .or_null()
                             .say("In the pool; counting ends at 1,000."))});
}

JsonObject shown(routing::Considered const& one, desk::Setup const& setup) {
    return {{"agent", show_agent_name(setup, one.agent)}, {"load", one.relative_load},      {"verdict", one.verdict},
            {"code", routing::name_of(one.code)},         {"what", text_or_null(one.what)}, {"until", show(one.until)}};
}

// People who are gone altogether have no name to show.
JsonArray shown(std::vector<routing::Considered> const& all, desk::Setup const& setup) {
    JsonArray out;
    for (auto const& one : all)
        if (setup.find_agent(one.agent) != nullptr) out.emplace_back(shown(one, setup));
    return out;
}

double number_at(JsonObject const& object, std::string_view key) {
    auto const* value = object.if_contains(key);
    return value != nullptr && value->is_number() ? value->to_number<double>() : 0;
}

JsonArray shown(std::vector<desk::OtherTicket> const& weighed) {
    JsonArray out;
    for (auto const& one : weighed) {
        JsonObject row{{"ticket", JsonObject{{"id", one.ticket.value}, {"subject", one.subject}}},
                       {"used_percent", int_at(one.terms, "used")}};
        for (auto const name : {"index", "weight", "urgency", "speed", "affinity", "scarcity"})
            row[name] = number_at(one.terms, name);
        out.push_back(std::move(row));
    }
    return out;
}

Result<Reply> get_ticket_routing(Call& call) {
    TRY(auto const view, desk::explain_routing(call.desk(), call.scope(), call.id<domain::TicketId>("ticket")));
    auto const& setup = *view.setup;
    auto const* queue = setup.find_queue(view.ticket.queue);
    Json waiting = nullptr;
    if (view.waiting) waiting = JsonObject{{"due_at", show(view.waiting->due_at)}, {"waiting_in_queue", view.ahead}};
    Reply out;
    out.body = JsonObject{
        {"ticket", view.ticket.id.value},
        {"version", view.ticket.version},
        {"assignment", queue != nullptr ? Json(domain::name_of(queue->assignment)) : Json(nullptr)},
        {"agent", show_agent_name(setup, view.ticket.agent)},
        {"because", view.because.code.empty() ? Json(nullptr) : Json(show(view.because))},
        {"decided_at", show(view.decided_at)},
        {"considered", shown(view.considered, setup)},
        {"weighed", shown(view.weighed)},
        {"now", shown(view.now, setup)},
        {"waiting", std::move(waiting)},
    };
    return out;
}

Result<Reply> take_next_ticket(Call& call) {
    TRY(auto const next, desk::next_ticket(call.desk(), call.principal(), call.key()));
    Reply out;
    out.is_repeated = next.is_known;
    Json ticket = nullptr;
    if (next.ticket) {
        TRY(auto const setup, desk::current_setup(call.desk(), call.scope()));
        TRY(auto const names, desk::names_of(call.desk(), call.scope(), {&*next.ticket, 1}));
        ticket = show(*next.ticket, *setup, names);
    }
    out.body = JsonObject{{"ticket", std::move(ticket)}, {"because", show(next.because)}};
    return out;
}

}  // namespace

Group pool_group() {
    Group out{"Pool", "Tickets that wait for somebody to be free.", {}, {}};
    out.schemas = {
        {"Considered", considered_schema()},
        {"WeighedTicket", weighed_schema()},
        {"TicketRouting", routing_schema()},
        {"NextTicket",
         object({need("ticket", reference("Ticket").or_null().say("null: nothing waits that you could take.")),
                 need("because", reference("Because"))})}};
    out.routes = {
        Route(Verb::post, "/api/v1/pool/next", "take_next_ticket", Permission::tickets_write, take_next_ticket)
            .says("Take the next ticket",
                  "The one that presses most of what waits in your queues and you can do: by priority, deadline, your "
                  "skills and languages, whom you know, and who else could do it. Nobody else gets the same one. 409 "
                  "while you are away or have no room.")
            .answers(200, "NextTicket")
            .once(),
        Route(Verb::get, "/api/v1/tickets/{ticket}/routing", "get_ticket_routing", Permission::tickets_read,
              get_ticket_routing)
            .says("Why does this person have the ticket, and why not somebody else?")
            .answers(200, "TicketRouting"),
    };
    return out;
}

}  // namespace lotse::api
