// SPDX-License-Identifier: Apache-2.0
// Open escalations, and "I look after it".
#include "desk/escalations.h"

#include "api/groups.h"
#include "api/page.h"
#include "api/show.h"

namespace lotse::api {
namespace {

using access::Permission;

Schema words_of(auto const& names) {
    std::vector<std::string> out;
    for (auto const name : names) out.emplace_back(name);
    return one_of(std::move(out));
}

Schema told_schema() {
    return object(
        {need("agent", reference("Named").or_null()), need("webhook", reference("Named").or_null()),
         need("to", one_of({"owner", "lead", "agent", "on_call", "webhook", "admins"})), need("by_mail", boolean()),
         need("passed_over", one_of({"nobody", "disabled", "absent", "told"})
                                 .or_null()
                                 .say("Why this person was not told: the next one was, at once.")),
         need("at_percent", integer(1, 100).or_null().say("Of a target's time; null: a step after the start.")),
         need("at", instant())});
}

Schema escalation_schema() {
    return object(
        {need("id", id()),
         need("ticket",
              object({need("id", id()), need("subject", text(0)), need("priority", choice<domain::Priority>()),
                      need("status", choice<domain::Status>()), need("queue", reference("Named").or_null()),
                      need("agent", reference("Named").or_null())})),
         need("cause", words_of(domain::kEscalationCauses)), need("start", words_of(domain::kEscalationStarts)),
         need("percent", integer(1, 100).or_null().say("The last share of a target's time that a chain told at.")),
         need("state", one_of({"running", "acknowledged", "ended"})), need("chain", reference("Named").or_null()),
         need("started_at", instant()), need("silent_since", instant().or_null()),
         need("next_at", instant().or_null().say("When the next step is due; null: everybody was told.")),
         need("told", list(reference("EscalationTold"))), need("acknowledged_by", reference("Named").or_null()),
         need("acknowledged_at", instant().or_null()), need("ended_at", instant().or_null()),
         need("why_ended",
              one_of({"solved", "replied", "reassigned", "acted", "paused", "no_chain", "taken_back"}).or_null())});
}

Json show_webhook(desk::EscalationList const& list, domain::WebhookId id) {
    auto const found = list.webhooks.find(id);
    if (found == list.webhooks.end() || found->second.empty()) return nullptr;
    return JsonObject{{"id", id.value}, {"name", found->second}};
}

JsonObject show(domain::EscalationTold const& told, desk::EscalationList const& list) {
    return {{"agent", show_agent_name(*list.setup, told.agent)},
            {"webhook", show_webhook(list, told.webhook)},
            {"to", told.is_admins ? std::string_view("admins") : name_of(told.to)},
            {"by_mail", told.by_mail},
            {"passed_over", text_or_null(told.passed_over)},
            {"at_percent", told.percent > 0 ? Json(told.percent) : Json(nullptr)},
            {"at", api::show(told.at)}};
}

Json show_chain_name(desk::Setup const& setup, domain::ChainId id) {
    auto const* chain = domain::find_chain(setup.chains, id);
    if (chain == nullptr) return nullptr;
    return JsonObject{{"id", id.value}, {"name", chain->name}};
}

JsonObject show(desk::EscalationItem const& item, desk::EscalationList const& list) {
    auto const& setup = *list.setup;
    auto const& one = item.escalation;
    JsonArray told;
    for (auto const& entry : item.told) told.emplace_back(show(entry, list));
    return {{"id", one.id.value},
            {"ticket", JsonObject{{"id", item.ticket.id.value},
                                  {"subject", item.ticket.subject},
                                  {"priority", domain::name_of(item.ticket.priority)},
                                  {"status", domain::name_of(item.ticket.status)},
                                  {"queue", show_queue_name(setup, item.ticket.queue)},
                                  {"agent", show_agent_name(setup, item.ticket.agent)}}},
            {"cause", name_of(one.cause)},
            {"start", name_of(one.start)},
            {"percent", one.percent > 0 ? Json(one.percent) : Json(nullptr)},
            {"state", name_of(one.state)},
            {"chain", show_chain_name(setup, one.chain)},
            {"started_at", api::show(one.started_at)},
            {"silent_since", api::show(one.silent_since)},
            {"next_at", api::show(one.next_at)},
            {"told", std::move(told)},
            {"acknowledged_by", show_agent_name(setup, one.acknowledged_by)},
            {"acknowledged_at", api::show(one.acknowledged_at)},
            {"ended_at", api::show(one.ended_at)},
            {"why_ended", text_or_null(one.why_ended)}};
}

Reply shown(Call const& call, desk::EscalationList const& list) {
    JsonArray items;
    for (auto const& item : list.items) items.emplace_back(show(item, list));
    return page_reply(call, std::move(items), list.next);
}

Result<Reply> shown_one(Call& call, domain::EscalationId id) {
    TRY(auto const list, desk::one_escalation(call.desk(), call.principal(), id));
    Reply out;
    out.body = show(list.items.front(), list);
    return out;
}

Result<Reply> list_escalations(Call& call) {
    auto const state = text_at(call.query, "state", "running") == "acknowledged" ? domain::EscalationState::acknowledged
                                                                                 : domain::EscalationState::running;
    auto const limit = page_limit(call);
    bool const is_mine = bool_at(call.query, "mine");
    TRY(auto const list, is_mine
                             ? desk::my_escalations(call.desk(), call.principal(), limit)
                             : desk::list_escalations(call.desk(), call.principal(), state, page_after(call), limit));
    return shown(call, list);
}

Result<Reply> count_escalations(Call& call) {
    TRY(auto const counts, desk::count_escalations(call.desk(), call.principal()));
    Reply out;
    out.body = JsonObject{{"mine", counts.mine}, {"all", counts.all}};
    return out;
}

Result<Reply> list_ticket_escalations(Call& call) {
    TRY(auto const list, desk::ticket_escalations(call.desk(), call.principal(), call.id<domain::TicketId>("ticket")));
    return shown(call, list);
}

Result<Reply> get_escalation(Call& call) { return shown_one(call, call.id<domain::EscalationId>("escalation")); }

Result<Reply> acknowledge(Call& call) {
    auto const id = call.id<domain::EscalationId>("escalation");
    TRY([[maybe_unused]] auto const done, desk::acknowledge_escalation(call.desk(), call.principal(), id));
    return shown_one(call, id);
}

}  // namespace

Group escalations_group() {
    Group out{"Escalations", "Tickets in trouble, who was told of them, and who looks after them.", {}, {}};
    out.schemas = {
        {"EscalationTold", told_schema()},
        {"Escalation", escalation_schema()},
        {"EscalationPage", page_of("Escalation")},
        {"EscalationCounts", object({need("mine", integer(0, 100).say("That call you; counting ends at 100.")),
                                     need("all", integer(0, 100))})}};
    out.routes = {
        Route(Verb::get, "/api/v1/escalations", "list_escalations", Permission::tickets_read, list_escalations)
            .says("List open escalations", "The newest first.")
            .asks(paged({may("mine", boolean().say("Those that call you and nobody looks after; a single page.")),
                         may("state", one_of({"running", "acknowledged"}).say("running if left out."))}))
            .answers(200, "EscalationPage"),
        Route(Verb::get, "/api/v1/escalations/count", "count_escalations", Permission::tickets_read, count_escalations)
            .says("Count running escalations")
            .answers(200, "EscalationCounts"),
        Route(Verb::get, "/api/v1/escalations/{escalation}", "get_escalation", Permission::tickets_read, get_escalation)
            .says("Read an escalation")
            .answers(200, "Escalation"),
        Route(Verb::put, "/api/v1/escalations/{escalation}/acknowledgement", "acknowledge_escalation",
              Permission::tickets_write, acknowledge)
            .says("Say that you look after it", "Nobody else is called. It ends by itself when the cause is gone.")
            .answers(200, "Escalation"),
        Route(Verb::get, "/api/v1/tickets/{ticket}/escalations", "list_ticket_escalations", Permission::tickets_read,
              list_ticket_escalations)
            .says("List the escalations of a ticket", "Ended ones too, the newest first, at most 20.")
            .answers(200, "EscalationPage"),
    };
    return out;
}

}  // namespace lotse::api
