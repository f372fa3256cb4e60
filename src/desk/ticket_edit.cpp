// SPDX-License-Identifier: Apache-2.0
#include "desk/ticket_edit.h"

#include <string>

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

void TicketEdit::record(char const* field, std::string from, std::string to, domain::Because because) {
    changes_.push_back({field, std::move(from), std::move(to), std::move(because)});
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

void TicketEdit::set_escalated(bool value, domain::Because because) {
    if (ticket_.escalated == value) return;
    record("escalated", ticket_.escalated ? "true" : "false", value ? "true" : "false", std::move(because));
    ticket_.escalated = value;
}

void TicketEdit::set_due(std::optional<Instant> first_reply, std::optional<Instant> solution) {
    ticket_.first_reply_due_at = first_reply;
    ticket_.solution_due_at = solution;
}

void TicketEdit::set_first_reply_at(Instant at) {
    if (!ticket_.first_reply_at) ticket_.first_reply_at = at;
}

}  // namespace lotse::desk
