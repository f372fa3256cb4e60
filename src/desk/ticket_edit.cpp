// SPDX-License-Identifier: Apache-2.0
#include "desk/ticket_edit.h"

#include <algorithm>
#include <string>
#include <utility>

namespace lotse::desk {
namespace {

// How a field's value is written in a Change: ids as numbers, 0 as nothing.
template <class Tag>
std::string shown(Id<Tag> id) {
    return id ? std::to_string(id.value) : std::string();
}
template <class E>
    requires std::is_enum_v<E>
std::string shown(E value) {
    return std::string(domain::name_of(value));
}

}  // namespace

void TicketEdit::record(std::string field, std::string from, std::string to, domain::Because because) {
    changes_.push_back({std::move(field), std::move(from), std::move(to), std::move(because)});
}

void TicketEdit::set_subject(std::string value, domain::Because because) {
    if (ticket_.subject == value) return;
    record("subject", ticket_.subject, value, std::move(because));
    ticket_.subject = std::move(value);
}

void TicketEdit::set_status(domain::Status value, Instant now, domain::Because because) {
    using domain::Status;
    if (ticket_.status == value) return;
    record("status", shown(ticket_.status), shown(value), std::move(because));
    ticket_.status = value;
    bool const is_done = value == Status::solved || value == Status::closed;
    if (!is_done) {
        ticket_.solved_at.reset();
        ticket_.closed_at.reset();
        return;
    }
    if (!ticket_.solved_at) ticket_.solved_at = now;
    if (value == Status::closed) ticket_.closed_at = now;
}

void TicketEdit::set_customer(domain::CustomerId value, domain::Because because) {
    if (ticket_.customer == value) return;
    record("customer", shown(ticket_.customer), shown(value), std::move(because));
    ticket_.customer = value;
}

void TicketEdit::set_organization(domain::OrganizationId value, domain::Because because) {
    if (ticket_.organization == value) return;
    record("organization", shown(ticket_.organization), shown(value), std::move(because));
    ticket_.organization = value;
}

void TicketEdit::set_queue(domain::QueueId value, domain::Because because) {
    if (ticket_.queue == value) return;
    record("queue", shown(ticket_.queue), shown(value), std::move(because));
    ticket_.queue = value;
}

void TicketEdit::set_agent(domain::AgentId value, domain::Because because) {
    if (ticket_.agent == value) return;
    record("agent", shown(ticket_.agent), shown(value), std::move(because));
    ticket_.agent = value;
}

void TicketEdit::set_category(domain::CategoryId value, domain::Because because) {
    if (ticket_.category == value) return;
    record("category", shown(ticket_.category), shown(value), std::move(because));
    ticket_.category = value;
}

void TicketEdit::set_type(domain::TicketType value, domain::Because because) {
    if (ticket_.has_type && ticket_.type == value) return;
    record("type", ticket_.has_type ? shown(ticket_.type) : std::string(), shown(value), std::move(because));
    ticket_.type = value;
    ticket_.has_type = true;
}

void TicketEdit::set_impact(domain::Level value, domain::Because because) {
    if (ticket_.impact == value) return;
    record("impact", shown(ticket_.impact), shown(value), std::move(because));
    ticket_.impact = value;
}

void TicketEdit::set_urgency(domain::Level value, domain::Because because) {
    if (ticket_.urgency == value) return;
    record("urgency", shown(ticket_.urgency), shown(value), std::move(because));
    ticket_.urgency = value;
}

void TicketEdit::set_priority(domain::Priority value, domain::Because because) {
    if (ticket_.priority == value) return;
    record("priority", shown(ticket_.priority), shown(value), std::move(because));
    ticket_.priority = value;
}

void TicketEdit::set_language(std::string value, domain::Because because) {
    if (ticket_.language == value) return;
    record("language", ticket_.language, value, std::move(because));
    ticket_.language = std::move(value);
}

void TicketEdit::set_sentiment(domain::Sentiment value, domain::Because because) {
    if (ticket_.sentiment == value) return;
    record("sentiment", shown(ticket_.sentiment), shown(value), std::move(because));
    ticket_.sentiment = value;
}

void TicketEdit::set_escalated(bool value, domain::Because because) {
    if (ticket_.escalated == value) return;
    record("escalated", ticket_.escalated ? "true" : "false", value ? "true" : "false", std::move(because));
    ticket_.escalated = value;
}

void TicketEdit::set_due_at(std::optional<Instant> value, domain::Because because) {
    if (ticket_.due_at == value) return;
    auto const text = [](std::optional<Instant> const& at) { return at ? to_rfc3339(*at) : std::string(); };
    record("due_at", text(ticket_.due_at), text(value), std::move(because));
    ticket_.due_at = value;
}

void TicketEdit::add_tag(domain::TagId tag, domain::Because because) {
    auto const place = std::ranges::lower_bound(ticket_.tags, tag);
    if (place != ticket_.tags.end() && *place == tag) return;
    record("tag", {}, shown(tag), std::move(because));
    ticket_.tags.insert(place, tag);
}

void TicketEdit::remove_tag(domain::TagId tag, domain::Because because) {
    if (std::erase(ticket_.tags, tag) > 0) record("tag", shown(tag), {}, std::move(because));
}

void TicketEdit::set_field(domain::Field const& field, Json value, domain::Because because) {
    auto const key = std::to_string(field.id.value);
    auto const* kept = ticket_.fields.if_contains(key);
    auto from = kept == nullptr ? std::string() : domain::field_text(*kept);
    auto to = domain::field_text(value);
    if (from == to) return;
    record("field." + field.key, std::move(from), std::move(to), std::move(because));
    if (value.is_null()) {
        ticket_.fields.erase(key);
    } else {
        ticket_.fields[key] = std::move(value);
    }
}

void TicketEdit::set_merged_into(domain::TicketId value, domain::Because because) {
    if (ticket_.merged_into == value) return;
    record("merged_into", shown(ticket_.merged_into), shown(value), std::move(because));
    ticket_.merged_into = value;
}

void TicketEdit::note(char const* field, std::string from, std::string to, domain::Because because) {
    record(field, std::move(from), std::move(to), std::move(because));
}

void TicketEdit::confirm(std::string_view field, domain::Because because) {
    std::string value;
    if (field == "queue") value = shown(ticket_.queue);
    if (field == "category") value = shown(ticket_.category);
    if (field == "type") value = ticket_.has_type ? shown(ticket_.type) : std::string();
    if (field == "impact") value = shown(ticket_.impact);
    if (field == "urgency") value = shown(ticket_.urgency);
    if (field == "priority") value = shown(ticket_.priority);
    if (field == "language") value = ticket_.language;
    record(std::string(field), value, value, std::move(because));
}

void TicketEdit::clear_type(domain::Because because) {
    if (!ticket_.has_type) return;
    record("type", shown(ticket_.type), {}, std::move(because));
    ticket_.has_type = false;
}

void TicketEdit::set_snoozed(std::optional<Instant> until, domain::Because because) {
    if (ticket_.snoozed_until == until) return;
    auto const text = [](std::optional<Instant> at) { return at ? to_rfc3339(*at) : std::string(); };
    record("snoozed_until", text(ticket_.snoozed_until), text(until), std::move(because));
    ticket_.snoozed_until = until;
}

void TicketEdit::set_due(domain::Deadlines const& deadlines, int unexplained_breaches) {
    ticket_.first_reply_due_at = deadlines.first_reply_due;
    ticket_.next_reply_due_at = deadlines.next_reply.due;
    ticket_.update_due_at = deadlines.update.due;
    ticket_.solution_due_at = deadlines.solution_due;
    ticket_.handover_due_at = deadlines.handover.due;
    ticket_.unexplained_breaches = unexplained_breaches;
}

void TicketEdit::set_first_reply_at(Instant at) {
    if (!ticket_.first_reply_at) ticket_.first_reply_at = at;
}

}  // namespace lotse::desk
