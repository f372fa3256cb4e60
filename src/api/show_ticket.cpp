// SPDX-License-Identifier: Apache-2.0
#include "api/show_ticket.h"

#include <fmt/format.h>

#include <algorithm>

#include "api/show.h"
#include "api/show_composer.h"
#include "api/show_log.h"
#include "api/show_teamwork.h"
#include "desk/hold_mail.h"

namespace lotse::api {
namespace {

Json show_customer_name(desk::PeopleNames const& names, domain::CustomerId id) {
    auto const found = names.customers.find(id.value);
    if (found == names.customers.end()) return JsonObject{{"id", id.value}, {"name", ""}, {"email", nullptr}};
    return JsonObject{{"id", id.value}, {"name", found->second.name}, {"email", text_or_null(found->second.email)}};
}

Json show_organization_name(desk::PeopleNames const& names, domain::OrganizationId id) {
    if (!id) return nullptr;
    auto const found = names.organizations.find(id.value);
    return JsonObject{{"id", id.value}, {"name", found == names.organizations.end() ? std::string() : found->second}};
}

std::string_view state_of(domain::Notice const& notice) {
    if (notice.sent_at) return "sent";
    return notice.is_dead ? "dead" : "waiting";
}

JsonObject show(domain::Notice const& notice) {
    return {{"id", notice.id.value},
            {"kind", domain::name_of(notice.kind)},
            {"article", id_or_null(notice.article)},
            {"to_name", notice.to_name},
            {"to", notice.to_address},
            {"language", notice.language},
            {"subject", notice.subject},
            {"text", notice.text},
            {"state", state_of(notice)},
            {"tries", notice.tries},
            {"last_error", text_or_null(notice.last_error)},
            {"created_at", api::show(notice.created_at)},
            {"sent_at", api::show(notice.sent_at)}};
}

void add_log(desk::TicketView const& view, JsonObject& out) {
    JsonArray notices;
    for (auto const& notice : view.notices) notices.emplace_back(show(notice));
    JsonArray timers;
    for (auto const& timer : view.timers)
        timers.push_back(JsonObject{{"kind", domain::name_of(timer.kind)}, {"due_at", api::show(timer.due_at)}});
    out["events"] = show_events(view.events, view.changes, *view.setup);
    out["events_before"] =
        view.has_older_events ? Json(older_events_url(view.ticket.id, view.events.front().id)) : Json(nullptr);
    out["notices"] = std::move(notices);
    out["timers"] = std::move(timers);
}

JsonObject show(desk::TicketBrief const& ticket) {
    return {{"id", ticket.id.value}, {"subject", ticket.subject}, {"status", domain::name_of(ticket.status)}};
}

JsonObject show_person(domain::Customer const& customer) {
    return {{"id", customer.id.value}, {"name", customer.name}, {"email", text_or_null(customer.email)}};
}

// Customers of merged tickets, each once, without the ticket's own.
JsonArray show_cc_people(desk::TicketView const& view) {
    JsonArray out;
    std::vector<domain::CustomerId> seen{view.ticket.customer};
    for (auto const& one : view.relations.merged) {
        if (std::ranges::find(seen, one.customer.id) != seen.end()) continue;
        seen.push_back(one.customer.id);
        out.emplace_back(show_person(one.customer));
    }
    return out;
}

void add_relations(desk::TicketView const& view, JsonObject& out) {
    JsonArray merged;
    for (auto const& one : view.relations.merged)
        merged.push_back(JsonObject{{"ticket", show(one.ticket)},
                                    {"customer", show_person(one.customer)},
                                    {"at", api::show(one.at)},
                                    {"agent", show_agent_name(*view.setup, one.agent)}});
    out["links"] = show_links(view.relations);
    out["merged"] = std::move(merged);
    out["cc_people"] = show_cc_people(view);
    out["split_from"] = view.relations.split_from ? Json(show(*view.relations.split_from)) : Json(nullptr);
}

JsonArray show_tags(domain::Ticket const& ticket, desk::Setup const& setup) {
    JsonArray out;
    for (auto const id : ticket.tags)
        if (auto const* tag = setup.find_tag(id)) out.emplace_back(tag->name);
    return out;
}

JsonObject show_fields(domain::Ticket const& ticket, desk::Setup const& setup) {
    JsonObject out;
    for (auto const& field : setup.fields)
        if (auto const* value = ticket.fields.if_contains(std::to_string(field.id.value)))
            out[field.key] = domain::show_field_value(*value);
    return out;
}

void add_teamwork(desk::TicketView const& view, JsonObject& out) {
    auto const& setup = *view.setup;
    JsonArray drafts;
    for (auto const& draft : view.drafts) drafts.emplace_back(api::show(draft, setup));
    JsonArray followers;
    for (auto const agent : view.followers)
        if (auto name = show_agent_name(setup, agent); !name.is_null()) followers.push_back(std::move(name));
    JsonArray checklist;
    for (auto const& item : view.checklist) checklist.emplace_back(api::show(item, setup));
    JsonArray times;
    std::int64_t minutes = 0;
    for (auto const& entry : view.times) {
        times.emplace_back(api::show(entry, setup));
        minutes += entry.minutes;
    }
    out["drafts"] = std::move(drafts);
    out["followers"] = std::move(followers);
    out["checklist"] = std::move(checklist);
    out["times"] = std::move(times);
    out["minutes_spent"] = minutes;
}

JsonArray show(std::vector<domain::RiskFigure> const& risks) {
    JsonArray out;
    for (auto const& one : risks)
        out.push_back(JsonObject{{"risk", domain::name_of(one.risk)},
                                 {"chance", one.is_known ? Json(one.chance) : Json(nullptr)},
                                 {"is_guess", one.is_guess},
                                 {"usual", one.tickets > 0 ? Json(one.usual) : Json(nullptr)},
                                 {"tickets", one.tickets},
                                 {"cases", one.cases}});
    return out;
}

domain::Because because_of(domain::Promise const& promise) {
    return {"model",
            "promise.history",
            fmt::format("{} of 100 tickets like this were {} by then, judged by {} that came to an end lately.",
                        promise.percent, promise.what == domain::Awaited::solution ? "solved" : "answered",
                        promise.history),
            promise.percent / 100.0,
            "waits-" + to_rfc3339(promise.fitted_at),
            false};
}

JsonArray show(std::vector<domain::Promise> const& promises) {
    JsonArray out;
    for (auto const& one : promises)
        out.push_back(JsonObject{{"awaited", domain::name_of(one.what)},
                                 {"until", api::show(one.until)},
                                 {"told_until", api::show(one.told_until)},
                                 {"percent", one.percent},
                                 {"is_told", one.is_told},
                                 {"state", domain::name_of(one.state)},
                                 {"made_at", api::show(one.made_at)},
                                 {"tickets", one.history},
                                 {"because", api::show(because_of(one))}});
    return out;
}

}  // namespace

JsonArray show_links(desk::TicketRelations const& relations) {
    JsonArray out;
    for (auto const& link : relations.links)
        out.push_back(JsonObject{{"kind", domain::name_of(link.kind)}, {"ticket", show(link.ticket)}});
    return out;
}

JsonObject show(domain::Ticket const& ticket, desk::Setup const& setup, desk::PeopleNames const& names) {
    return {{"id", ticket.id.value},
            {"version", ticket.version},
            {"subject", ticket.subject},
            {"status", domain::name_of(ticket.status)},
            {"channel", domain::name_of(ticket.channel)},
            {"customer", show_customer_name(names, ticket.customer)},
            {"organization", show_organization_name(names, ticket.organization)},
            {"queue", show_queue_name(setup, ticket.queue)},
            {"agent", show_agent_name(setup, ticket.agent)},
            {"category", show_category_name(setup, ticket.category)},
            {"type", ticket.has_type ? Json(domain::name_of(ticket.type)) : Json(nullptr)},
            {"impact", domain::name_of(ticket.impact)},
            {"urgency", domain::name_of(ticket.urgency)},
            {"priority", domain::name_of(ticket.priority)},
            {"language", text_or_null(ticket.language)},
            {"sentiment", domain::name_of(ticket.sentiment)},
            {"is_unreadable", ticket.unreadable},
            {"is_escalated", ticket.escalated},
            {"follows", id_or_null(ticket.follows)},
            {"created_at", show(ticket.created_at)},
            {"updated_at", show(ticket.updated_at)},
            {"first_reply_at", show(ticket.first_reply_at)},
            {"solved_at", show(ticket.solved_at)},
            {"closed_at", show(ticket.closed_at)},
            {"first_reply_due_at", show(ticket.first_reply_due_at)},
            {"next_reply_due_at", show(ticket.next_reply_due_at)},
            {"update_due_at", show(ticket.update_due_at)},
            {"solution_due_at", show(ticket.solution_due_at)},
            {"handover_due_at", show(ticket.handover_due_at)},
            {"unexplained_breaches", ticket.unexplained_breaches},
            {"due_at", show(ticket.due_at)},
            {"merged_into", id_or_null(ticket.merged_into)},
            {"tags", show_tags(ticket, setup)},
            {"fields", show_fields(ticket, setup)},
            {"snoozed_until", show(ticket.snoozed_until)},
            {"url", fmt::format("/api/v1/tickets/{}", ticket.id.value)}};
}

JsonObject show(desk::TicketView const& view, desk::PeopleNames const& names) {
    auto out = show(view.ticket, *view.setup, names);
    JsonArray articles;
    for (auto const& article : view.articles) articles.emplace_back(show(article, view));
    bool const has_older = view.article_count > static_cast<std::int64_t>(view.articles.size());
    out["articles"] = std::move(articles);
    out["article_count"] = view.article_count;
    out["articles_before"] =
        has_older ? Json(older_articles_url(view.ticket.id, view.articles.front().id)) : Json(nullptr);
    std::optional<Instant> held_until;
    for (auto const& event : view.events)
        if (event.is_held) held_until = event.at + desk::kHoldTime;
    out["held_until"] = show(held_until);
    out["satisfaction"] = nullptr;
    if (view.survey)
        out["satisfaction"] = JsonObject{{"score", view.survey->score},
                                         {"comment", text_or_null(view.survey->comment)},
                                         {"at", show(view.survey->at)}};
    add_log(view, out);
    add_relations(view, out);
    add_teamwork(view, out);
    JsonArray blind;
    for (auto const& field : view.blind_fields) blind.emplace_back(field);
    out["blind_fields"] = std::move(blind);
    out["risks"] = show(view.risks);
    out["promises"] = show(view.promises);
    out["suggestion"] = view.suggestion ? Json(show(*view.suggestion)) : Json(nullptr);
    return out;
}

JsonObject show(domain::Suggestion const& suggestion) {
    JsonArray labels;
    for (auto const& label : suggestion.labels) {
        JsonArray evidence;
        for (auto const& place : label.evidence)
            evidence.push_back(JsonObject{{"begin", place.begin}, {"end", place.end}});
        JsonArray parts;
        for (auto const& part : label.parts)
            parts.push_back(JsonObject{{"language", text_or_null(part.language)},
                                       {"begin", part.place.begin},
                                       {"end", part.place.end},
                                       {"opening", part.opening}});
        JsonArray alternatives;
        for (auto const& one : label.alternatives)
            alternatives.push_back(JsonObject{{"value", one.value}, {"confidence", one.confidence}});
        labels.push_back(
            JsonObject{{"field", label.field},
                       {"value", text_or_null(label.value)},
                       {"abstains", label.abstains()},
                       {"confidence", label.because.confidence ? Json(*label.because.confidence) : Json(nullptr)},
                       {"because", show(label.because)},
                       {"alternatives", std::move(alternatives)},
                       {"evidence", std::move(evidence)},
                       {"parts", std::move(parts)}});
    }
    return {{"model", suggestion.model_version}, {"labels", std::move(labels)}};
}

}  // namespace lotse::api
