// SPDX-License-Identifier: Apache-2.0
#include "api/show_log.h"

#include <fmt/format.h>

#include <cstdlib>
#include <map>

#include "api/show.h"
#include "api/show_composer.h"
#include "api/text_places.h"
#include "desk/recipients.h"

namespace lotse::api {
namespace {

using ChangesByEvent = std::map<domain::EventId, std::vector<domain::Change const*>>;

JsonObject show(domain::Attachment const& attachment) {
    return {{"id", attachment.id.value},
            {"name", attachment.name},
            {"content_type", attachment.content_type},
            {"content_id", text_or_null(attachment.content_id)},
            {"is_inline", attachment.is_inline},
            {"size", attachment.size},
            {"url", fmt::format("/api/v1/attachments/{}", attachment.id.value)}};
}

// Until a worker has taken a mail, its next try is the time for which it was made (store/outbox.h).
std::optional<Instant> sending_at(domain::Article const& article, std::vector<domain::Notice> const& notices,
                                  std::vector<domain::ScheduledReply> const& scheduled) {
    for (auto const& one : scheduled)
        if (one.article == article.id) return one.send_at;
    for (auto const& notice : notices) {
        bool const waits = !notice.sent_at && !notice.is_dead && notice.tries == 0 &&
                           notice.next_try_at == notice.created_at && notice.created_at > article.created_at;
        bool const is_mail = notice.kind == domain::NoticeKind::reply || notice.kind == domain::NoticeKind::forward;
        if (notice.article == article.id && is_mail && waits) return notice.next_try_at;
    }
    return {};
}

Json recipients_of(domain::Article const& article) {
    bool const is_ours =
        article.author == domain::Author::agent && article.kind == domain::ArticleKind::message && !article.to.empty();
    if (!is_ours) return nullptr;
    return JsonObject{{"to", api::show(desk::recipients_in(article.to))},
                      {"cc", api::show(desk::recipients_in(article.cc))}};
}

JsonArray show(domain::Article const& article, desk::PersonalData const& data) {
    JsonArray out;
    auto const found = data.find(article.id);
    if (found == data.end()) return out;
    TextPlaces places(article.new_text.empty() ? article.text : article.new_text);
    for (auto const& span : found->second) {
        auto const begin = places.at(span.begin);
        auto const end = places.at(span.end);
        out.push_back(JsonObject{{"kind", domain::name_of(span.kind)},
                                 {"begin", begin},
                                 {"end", end},
                                 {"reason", domain::name_of(span.reason)},
                                 {"confidence", span.confidence}});
    }
    return out;
}

JsonArray show(domain::Article const& article, desk::Entities const& entities, desk::Setup const& setup) {
    JsonArray out;
    auto const found = entities.find(article.id);
    if (found == entities.end()) return out;
    std::string_view const text = article.new_text.empty() ? article.text : article.new_text;
    TextPlaces places(text);
    for (auto const& span : found->second) {
        auto const* kind = setup.find_entity_kind(span.kind);
        if (kind == nullptr) continue;
        auto const begin = places.at(span.begin);
        auto const end = places.at(span.end);
        out.push_back(JsonObject{{"kind", JsonObject{{"id", kind->id.value}, {"name", kind->name}}},
                                 {"begin", begin},
                                 {"end", end},
                                 {"text", text.substr(span.begin, span.end - span.begin)}});
    }
    return out;
}

// What is found in the words.
struct Marks {
    desk::PersonalData const& personal_data;
    desk::Entities const& entities;
};

JsonObject show(domain::Article const& article, desk::Setup const& setup, std::vector<domain::Attachment> const& files,
                std::optional<Instant> sending, Marks const& marks) {
    JsonArray attachments;
    for (auto const& attachment : files)
        if (attachment.article == article.id) attachments.emplace_back(show(attachment));
    return {{"id", article.id.value},
            {"kind", domain::name_of(article.kind)},
            {"author", domain::name_of(article.author)},
            {"agent", show_agent_name(setup, article.agent)},
            {"channel", domain::name_of(article.channel)},
            {"from_name", article.from_name},
            {"from_address", text_or_null(article.from_address)},
            {"to", article.to},
            {"cc", article.cc},
            {"recipients", recipients_of(article)},
            {"subject", article.subject},
            {"text", article.text},
            {"new_text", article.new_text},
            {"quoted", article.quoted},
            {"signature", article.signature},
            {"html", text_or_null(article.html)},
            {"language", text_or_null(article.language)},
            {"message_id", text_or_null(article.message_id)},
            {"sender_proof", domain::name_of(article.proof)},
            {"is_automatic", article.is_automatic},
            {"is_quarantined", article.is_quarantined},
            {"remark", text_or_null(article.remark)},
            {"attachments", std::move(attachments)},
            {"sending_at", api::show(sending)},
            {"personal_data", show(article, marks.personal_data)},
            {"entities", show(article, marks.entities, setup)},
            {"created_at", api::show(article.created_at)}};
}

// What an id in a change stands for, so that a reader need not look it up.
Json name_of_value(desk::Setup const& setup, std::string_view field, std::string const& value) {
    auto const number = std::atoll(value.c_str());
    if (field == "queue")
        if (auto const* queue = setup.find_queue(domain::QueueId{number})) return Json(queue->name);
    if (field == "agent")
        if (auto const* agent = setup.find_agent(domain::AgentId{number})) return Json(agent->name);
    if (field == "tag")
        if (auto const* tag = setup.find_tag(domain::TagId{number})) return Json(tag->name);
    if (field == "category")
        if (auto const* category = setup.find_category(domain::CategoryId{number})) return Json(category->name);
    return nullptr;
}

JsonObject show(domain::Event const& event, ChangesByEvent const& changes, desk::Setup const& setup) {
    JsonArray list;
    if (auto const found = changes.find(event.id); found != changes.end())
        for (auto const* change : found->second) list.emplace_back(api::show(*change, setup));
    return {{"id", event.id.value},
            {"kind", domain::name_of(event.kind)},
            {"actor", domain::name_of(event.actor)},
            {"agent", show_agent_name(setup, event.agent)},
            {"article", id_or_null(event.article)},
            {"data", event.data},
            {"changes", std::move(list)},
            {"is_settled", !event.needs_settling},
            {"at", api::show(event.at)}};
}

}  // namespace

JsonObject show(domain::Article const& article, desk::TicketView const& view) {
    return show(article, *view.setup, view.attachments, sending_at(article, view.notices, view.scheduled),
                {view.personal_data, view.entities});
}

JsonObject show(domain::Article const& article, desk::ArticlePage const& page) {
    return show(article, *page.setup, page.attachments, sending_at(article, page.notices, page.scheduled),
                {page.personal_data, page.entities});
}

JsonObject show(domain::Article const& article, desk::Setup const& setup) {
    return show(article, setup, {}, {},
                {desk::personal_data_of({&article, 1}), desk::entities_of({&article, 1}, setup)});
}

JsonObject show(domain::Change const& change, desk::Setup const& setup) {
    return {{"field", change.field},
            {"from", change.from},
            {"to", change.to},
            {"from_name", name_of_value(setup, change.field, change.from)},
            {"to_name", name_of_value(setup, change.field, change.to)},
            {"because", api::show(change.because)}};
}

JsonArray show_events(std::vector<domain::Event> const& events, std::vector<store::StoredChange> const& changes,
                      desk::Setup const& setup) {
    ChangesByEvent by_event;
    for (auto const& stored : changes) by_event[stored.event].push_back(&stored.change);
    JsonArray out;
    for (auto const& event : events) out.emplace_back(show(event, by_event, setup));
    return out;
}

std::string older_articles_url(domain::TicketId ticket, domain::ArticleId before) {
    return fmt::format("/api/v1/tickets/{}/articles?before={}", ticket.value, before.value);
}

std::string older_events_url(domain::TicketId ticket, domain::EventId before) {
    return fmt::format("/api/v1/tickets/{}/events?before={}", ticket.value, before.value);
}

}  // namespace lotse::api
