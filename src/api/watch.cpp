// SPDX-License-Identifier: Apache-2.0
// The watch page of a lead: figures that call for action, and what stands behind them.
#include "desk/watch.h"
#include "desk/weights.h"

#include "api/groups.h"
#include "api/show.h"
#include "domain/ticket_due.h"

namespace lotse::api {
namespace {

using access::Permission;

Schema count_schema() {
    return object(
        {need("count", integer(0, INT64_MAX)), need("is_exact", boolean().say("false: counting ended there."))});
}

std::vector<Property> ticket_properties() {
    return {need("id", id()),
            need("version", id()),
            need("subject", text(0)),
            need("priority", choice<domain::Priority>()),
            need("status", choice<domain::Status>()),
            need("queue", reference("Named").or_null()),
            need("agent", reference("Named").or_null()),
            need("due_at", instant().or_null().say("The nearest of its targets, or the one that is meant here.")),
            need("clock", choice<domain::ClockKind>().or_null().say("Whose time `due_at` is.")),
            need("since", instant().or_null().say("Of a silent owner: since when nothing was done."))};
}

Schema watch_schema() {
    auto const tickets = list(reference("WatchedTicket"));
    auto const gap = object(
        {need("queue", reference("Named").or_null()), need("lack", one_of({"people", "skill", "language", "capacity"})),
         need("what", text(0).or_null().say("The skill, the language, or the channel whose tickets are too large.")),
         need("is_of_team", boolean().say("true: nobody on the team ever could, not only nobody at work.")),
         need("count", integer(0, INT64_MAX)), need("first", id().say("The ticket that presses most."))});
    auto const queue = object({need("queue", reference("Named").or_null()), need("waiting", reference("WatchCount")),
                               need("at_work", integer(0, INT64_MAX)), need("free", integer(0, INT64_MAX))});
    auto const person = object({need("agent", reference("Named").or_null()),
                                need("state", one_of({"free", "busy", "away"})), need("open", integer(0, INT64_MAX)),
                                need("units", integer(0, INT64_MAX).say("Of the capacity, in use.")),
                                need("capacity", integer(0, INT64_MAX)), need("queues", list(id()))});
    return object(
        {need("at", instant()), need("unassigned", reference("WatchCount").say("Without owner and past the warning.")),
         need("breaching", reference("WatchCount").say("In the next hour.")),
         need("breached", reference("WatchCount").say("New or open, and a clock still runs past its target.")),
         need("silent", reference("WatchCount").or_null().say("null: no chain starts on silence.")),
         need("unassigned_first", tickets), need("breaching_next", tickets), need("breached_first", tickets),
         need("silent_first", tickets), need("gaps", list(gap)), need("queues", list(queue)),
         need("people", list(person))});
}

Json show(desk::WatchCount const& count) { return JsonObject{{"count", count.count}, {"is_exact", count.is_exact}}; }

JsonObject show(domain::Ticket const& ticket, std::optional<domain::ClockDue> due, desk::Setup const& setup) {
    auto const meant = due ? due : domain::first_due(ticket);
    return {{"id", ticket.id.value},
            {"version", ticket.version},
            {"subject", ticket.subject},
            {"priority", domain::name_of(ticket.priority)},
            {"status", domain::name_of(ticket.status)},
            {"queue", show_queue_name(setup, ticket.queue)},
            {"agent", show_agent_name(setup, ticket.agent)},
            {"due_at", meant ? Json(api::show(meant->at)) : Json(nullptr)},
            {"clock", meant ? Json(domain::name_of(meant->clock)) : Json(nullptr)},
            {"since", nullptr}};
}

JsonArray show(std::vector<domain::Ticket> const& tickets, desk::Setup const& setup) {
    JsonArray out;
    for (auto const& ticket : tickets) out.emplace_back(show(ticket, std::nullopt, setup));
    return out;
}

JsonArray show(std::vector<desk::WatchedClock> const& clocks, desk::Setup const& setup) {
    JsonArray out;
    for (auto const& one : clocks) out.emplace_back(show(one.ticket, domain::ClockDue{one.clock, one.due_at}, setup));
    return out;
}

JsonArray show_gaps(desk::Watch const& seen) {
    static constexpr std::array<std::string_view, 4> kLacks{"people", "skill", "language", "capacity"};
    JsonArray out;
    for (auto const& gap : seen.gaps)
        out.emplace_back(JsonObject{{"queue", show_queue_name(*seen.setup, gap.queue)},
                                    {"lack", kLacks[static_cast<std::size_t>(gap.lacking.lack)]},
                                    {"what", text_or_null(gap.lacking.what)},
                                    {"is_of_team", gap.is_of_team},
                                    {"count", gap.count},
                                    {"first", gap.first.value}});
    return out;
}

JsonArray show_people(desk::Watch const& seen) {
    JsonArray out;
    for (auto const& person : seen.people) {
        bool const is_there = person.agent.is_available;
        bool const is_free = is_there && desk::has_any_room(*seen.setup, person.agent, person.load);
        JsonArray queues;
        for (auto const queue : person.agent.queues) queues.emplace_back(queue.value);
        out.emplace_back(JsonObject{{"agent", show_agent_name(*seen.setup, person.agent.id)},
                                    {"state", is_free    ? "free"
                                              : is_there ? "busy"
                                                         : "away"},
                                    {"open", person.load.tickets},
                                    {"units", person.load.units},
                                    {"capacity", person.agent.capacity},
                                    {"queues", std::move(queues)}});
    }
    return out;
}

Result<Reply> get_watch(Call& call) {
    TRY(auto const seen, desk::watch(call.desk(), call.scope()));
    auto const& setup = *seen.setup;
    JsonArray silent;
    for (auto const& one : seen.silent_first) {
        auto row = show(one.ticket, std::nullopt, setup);
        row["since"] = api::show(one.escalation.silent_since);
        silent.emplace_back(std::move(row));
    }
    JsonArray queues;
    for (auto const& one : seen.queues)
        queues.emplace_back(JsonObject{{"queue", show_queue_name(setup, one.queue)},
                                       {"waiting", show(one.waiting)},
                                       {"at_work", one.at_work},
                                       {"free", one.free}});
    Reply out;
    out.body = JsonObject{{"at", api::show(seen.now)},
                          {"unassigned", show(seen.unassigned)},
                          {"breaching", show(seen.breaching)},
                          {"breached", show(seen.breached)},
                          {"silent", seen.watches_silence ? show(seen.silent) : Json(nullptr)},
                          {"unassigned_first", show(seen.unassigned_first, setup)},
                          {"breaching_next", show(seen.coming, setup)},
                          {"breached_first", show(seen.breached_first, setup)},
                          {"silent_first", std::move(silent)},
                          {"gaps", show_gaps(seen)},
                          {"queues", std::move(queues)},
                          {"people", show_people(seen)}};
    return out;
}

}  // namespace

Group watch_group() {
    Group out{"Watch", "What calls for a lead now.", {}, {}};
    out.schemas = {
        {"WatchCount", count_schema()}, {"WatchedTicket", object(ticket_properties())}, {"Watch", watch_schema()}};
    out.routes = {Route(Verb::get, "/api/v1/watch", "get_watch", Permission::tickets_read, get_watch)
                      .says("Read what calls for action",
                            "Lists hold the first 20; counting ends at 1,000. The cost does not grow with the desk.")
                      .answers(200, "Watch")};
    return out;
}

}  // namespace lotse::api
