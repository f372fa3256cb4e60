// SPDX-License-Identifier: Apache-2.0
// Work that nobody has begun, dealt out anew: the plan, its doing, and the way back.
#include "desk/rebalance.h"

#include "api/fields.h"
#include "api/groups.h"
#include "api/page.h"
#include "api/show.h"

namespace lotse::api {
namespace {

using access::Permission;

Schema planned_schema() {
    return object({need("ticket", object({need("id", id()), need("subject", text(0)),
                                          need("priority", choice<domain::Priority>()),
                                          need("queue", reference("Named").or_null())})),
                   need("from", reference("Named").or_null().say("null: it waits.")), need("to", reference("Named")),
                   need("because", reference("Because"))});
}

Schema plan_schema() {
    return object({need("moves", list(reference("PlannedMove"))),
                   need("looked_at", integer(0, 1000).say("Tickets that nobody has begun and that could move.")),
                   need("has_more", boolean().say("More would move; ask again after these."))});
}

Schema move_input() {
    return object({need("ticket", id()), need("from", id().or_null().say("Its owner in the plan; null: it waits.")),
                   need("to", id())});
}

Schema rebalance_schema() {
    auto const move = object(
        {need("ticket", id()), need("from", reference("Named").or_null()), need("to", reference("Named").or_null())});
    return object(
        {need("id", id()), need("queue", reference("Named").or_null().say("null: all queues.")),
         need("cause",
              one_of({"button", "hour", "people"}).say("people: somebody went away, or skills or rules changed.")),
         need("by", reference("Named").or_null().say("null: by itself, or by a program.")), need("at", instant()),
         need("undone_at", instant().or_null()), need("moves", list(move))});
}

Json named(desk::Setup const& setup, domain::AgentId agent) { return show_agent_name(setup, agent); }

JsonObject shown(desk::PlannedMove const& move, desk::Setup const& setup) {
    auto const& ticket = move.ticket;
    return {{"ticket", JsonObject{{"id", ticket.id.value},
                                  {"subject", ticket.subject},
                                  {"priority", domain::name_of(ticket.priority)},
                                  {"queue", show_queue_name(setup, ticket.queue)}}},
            {"from", named(setup, move.from)},
            {"to", named(setup, move.to)},
            {"because", show(move.because)}};
}

JsonObject shown(desk::Rebalance const& one, desk::Setup const& setup) {
    JsonArray moves;
    for (auto const& move : one.moves)
        moves.emplace_back(JsonObject{
            {"ticket", move.ticket.value}, {"from", named(setup, move.from)}, {"to", named(setup, move.to)}});
    return {{"id", one.id.value},       {"queue", show_queue_name(setup, one.queue)},
            {"cause", one.cause},       {"by", named(setup, one.by)},
            {"at", show(one.at)},       {"undone_at", show(one.undone_at)},
            {"moves", std::move(moves)}};
}

Result<Reply> preview_rebalance(Call& call) {
    TRY(auto const plan,
        desk::preview_rebalance(call.desk(), call.scope(), domain::QueueId{int_at(call.query, "queue")}));
    JsonArray moves;
    for (auto const& move : plan.moves) moves.emplace_back(shown(move, *plan.setup));
    Reply out;
    out.body = JsonObject{{"moves", std::move(moves)}, {"looked_at", plan.looked_at}, {"has_more", plan.has_more}};
    return out;
}

Result<Reply> create_rebalance(Call& call) {
    std::vector<desk::MovedTicket> moves;
    for (auto const& item : array_at(call.body, "moves")) {
        Fields const fields(item.get_object());
        desk::MovedTicket move;
        fields.take("ticket", move.ticket);
        fields.take("from", move.from);
        fields.take("to", move.to);
        moves.push_back(move);
    }
    TRY(auto const made, desk::apply_rebalance(call.desk(), call.principal(),
                                               domain::QueueId{int_at(call.body, "queue")}, moves, call.key()));
    TRY(auto const setup, desk::current_setup(call.desk(), call.scope()));
    Reply out;
    out.is_repeated = made.is_known;
    out.body = shown(made.value, *setup);
    return out;
}

Result<Reply> list_rebalances(Call& call) {
    TRY(auto const all, desk::list_rebalances(call.desk(), call.scope()));
    JsonArray items;
    for (auto const& one : all.items) items.emplace_back(shown(one, *all.setup));
    return whole_list(std::move(items));
}

Result<Reply> reverse_rebalance(Call& call) {
    TRY(auto const done, desk::undo_rebalance(call.desk(), call.principal(), call.id<desk::RebalanceId>("rebalance")));
    Reply out;
    out.body = JsonObject{{"back", done.back}, {"left", done.left}};
    return out;
}

}  // namespace

Group rebalances_group() {
    Group out{"Dealing out", "Work that nobody has begun, dealt out anew among those who are at work.", {}, {}};
    auto moves = list(move_input(), desk::kMostMoves);
    moves.least = 1;
    out.schemas = {
        {"PlannedMove", planned_schema()},
        {"RebalancePlan", plan_schema()},
        {"NewRebalance", object({may("queue", id().say("Only its tickets.")), need("moves", moves)})},
        {"Rebalance", rebalance_schema()},
        {"RebalancePage", page_of("Rebalance")},
        {"RebalanceReversal", object({need("back", integer(0, 1000)),
                                      need("left", integer(0, 1000).say("Begun, moved on or closed since."))})}};
    out.routes = {
        Route(Verb::get, "/api/v1/rebalances/plan", "preview_rebalance", Permission::agents_write, preview_rebalance)
            .says("What would be dealt out anew?",
                  "In queues that push. Nothing that its owner has begun, asked for or got from a person.")
            .asks({may("queue", id().say("Only its tickets."))})
            .answers(200, "RebalancePlan"),
        Route(Verb::post, "/api/v1/rebalances", "create_rebalance", Permission::agents_write, create_rebalance)
            .says("Deal out anew what the plan showed",
                  "All in one step; what has changed since the plan was read stays where it is. The answer tells what "
                  "moved.")
            .takes("NewRebalance")
            .answers(201, "Rebalance")
            .once(),
        Route(Verb::get, "/api/v1/rebalances", "list_rebalances", Permission::agents_write, list_rebalances)
            .says("List what was dealt out anew", "The newest 20, those that happened by themselves, too.")
            .answers(200, "RebalancePage"),
        Route(Verb::post, "/api/v1/rebalances/{rebalance}/reversal", "reverse_rebalance", Permission::agents_write,
              reverse_rebalance)
            .says("Take a dealing out back", "As a whole and once; what was begun since stays.")
            .answers(200, "RebalanceReversal"),
    };
    return out;
}

}  // namespace lotse::api
