// SPDX-License-Identifier: Apache-2.0
// Values with every field set to something unusual, and all their fields for comparing. The structured bindings name
// each field, so a field that is added to a noun does not compile here until its round trip is tested.
#pragma once

#include <string>
#include <tuple>

#include "domain/event.h"
#include "domain/notice.h"
#include "domain/people.h"
#include "domain/ticket.h"
#include "domain/zone.h"

namespace lotse::testing {

inline std::string const kHostile =
    "Zażółć 'gęślą' \"jaźń\"; DROP TABLE ticket; -- \\ %_ ?1 :tenant $1 {blob}\r\n\t\x01 \xF0\x9F\xA6\x8A \xE2\x80\xAE "
    "end";

inline std::string megabyte() {
    std::string text;
    while (text.size() < 1024 * 1024) text += "Grüße aus Łódź, 'wie' \"immer\"\r\n";
    return text;
}

// Mostly 'a', which is what naive searching dies of.
inline std::string monotonous(std::size_t size) { return std::string(size, 'a'); }

inline Instant minute(std::int64_t n) { return instant(1'764'000'000'000'000 + n * 60'000'000); }

inline auto fields(domain::Ticket const& ticket) {
    auto const& [id, version, subject, status, channel, customer, organization, queue, agent, category, type, has_type,
                 impact, urgency, priority, language, unreadable, escalated, follows, created_at, updated_at,
                 first_reply_at, solved_at, closed_at, first_reply_due_at, solution_due_at, due_at, merged_into, tags,
                 custom, snoozed_until, sentiment, next_reply_due_at, update_due_at, handover_due_at,
                 unexplained_breaches] = ticket;
    return std::tie(id, version, subject, status, channel, customer, organization, queue, agent, category, type,
                    has_type, impact, urgency, priority, language, unreadable, escalated, follows, created_at,
                    updated_at, first_reply_at, solved_at, closed_at, first_reply_due_at, solution_due_at, due_at,
                    merged_into, tags, custom, snoozed_until, sentiment, next_reply_due_at, update_due_at,
                    handover_due_at, unexplained_breaches);
}

inline auto fields(domain::Article const& article) {
    auto const& [id, ticket, kind, author, agent, channel, from_name, from_address, to, cc, subject, text, new_text,
                 quoted, signature, html, language, message_id, proof, is_automatic, is_quarantined, remark,
                 created_at] = article;
    return std::tie(id, ticket, kind, author, agent, channel, from_name, from_address, to, cc, subject, text, new_text,
                    quoted, signature, html, language, message_id, proof, is_automatic, is_quarantined, remark,
                    created_at);
}

inline auto fields(domain::Attachment const& attachment) {
    auto const& [id, article, ticket, name, content_type, content_id, is_inline, size, sha256] = attachment;
    return std::tie(id, article, ticket, name, content_type, content_id, is_inline, size, sha256);
}

inline auto fields(domain::Event const& event) {
    auto const& [id, ticket, article, kind, actor, agent, data, at, needs_settling, is_held, position] = event;
    return std::tie(id, ticket, article, kind, actor, agent, data, at, needs_settling, is_held, position);
}

inline auto fields(domain::Notice const& notice) {
    auto const& [id, ticket, article, kind, to_name, to_address, is_automatic, language, subject, text, html,
                 message_id, reply_to, references, created_at, tries, next_try_at, sent_at, is_dead, last_error] =
        notice;
    return std::tie(id, ticket, article, kind, to_name, to_address, is_automatic, language, subject, text, html,
                    message_id, reply_to, references, created_at, tries, next_try_at, sent_at, is_dead, last_error);
}

inline auto fields(domain::Customer const& customer) {
    auto const& [id, version, name, email, phone, language, time_zone, organization, created_at] = customer;
    return std::tie(id, version, name, email, phone, language, time_zone, organization, created_at);
}

inline auto fields(domain::Organization const& organization) {
    auto const& [id, version, name, domains, queue, policy, is_vip, created_at] = organization;
    return std::tie(id, version, name, domains, queue, policy, is_vip, created_at);
}

inline auto fields(domain::Agent const& agent) {
    auto const& [id, version, name, email, role, languages, skills, queues, capacity, limits, is_available, is_disabled,
                 last_assigned_at, created_at] = agent;
    return std::tie(id, version, name, email, role, languages, skills, queues, capacity, limits, is_available,
                    is_disabled, last_assigned_at, created_at);
}

inline auto fields(domain::Tenant const& tenant) {
    auto const& [id, name, slug, language, time_zone, mail_from, accepts_any_recipient, is_demo, is_unfinished,
                 created_at] = tenant;
    return std::tie(id, name, slug, language, time_zone, mail_from, accepts_any_recipient, is_demo, is_unfinished,
                    created_at);
}

inline domain::Ticket a_ticket() {
    domain::Ticket t;
    t.subject = kHostile;
    t.status = domain::Status::waiting;
    t.channel = domain::Channel::monitoring;
    t.customer = domain::CustomerId{3};
    t.organization = domain::OrganizationId{4};
    t.queue = domain::QueueId{5};
    t.agent = domain::AgentId{6};
    t.category = domain::CategoryId{7};
    t.type = domain::TicketType::complaint;
    t.has_type = true;
    t.impact = domain::Level::high;
    t.urgency = domain::Level::low;
    t.priority = domain::Priority::urgent;
    t.language = "pl";
    t.unreadable = true;
    t.escalated = true;
    t.follows = domain::TicketId{8};
    t.created_at = minute(1);
    t.updated_at = minute(2);
    t.first_reply_at = minute(3);
    t.solved_at = minute(4);
    t.closed_at = minute(5);
    t.first_reply_due_at = minute(6);
    t.solution_due_at = minute(7);
    t.due_at = minute(8);
    t.merged_into = domain::TicketId{9};
    t.tags = {domain::TagId{10}, domain::TagId{11}};
    t.fields = JsonObject{
        {"1", kHostile}, {"2", JsonArray{"a", "b"}}, {"3", JsonObject{{"path", "Hardware/Printer"}}}, {"4", 2.5}};
    t.snoozed_until = minute(9);
    t.sentiment = domain::Sentiment::angry;
    t.next_reply_due_at = minute(10);
    t.update_due_at = minute(11);
    t.handover_due_at = minute(12);
    t.unexplained_breaches = 13;
    return t;
}

}  // namespace lotse::testing
