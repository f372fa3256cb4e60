// SPDX-License-Identifier: Apache-2.0
// A ticket being changed, with a Change for every field that really moves. The one place where fields get their names
// and texts, shared by settle and by people's edits. Pure.
#pragma once

#include <vector>

#include "domain/deadlines.h"
#include "domain/event.h"
#include "domain/field.h"
#include "domain/ticket.h"

namespace lotse::desk {

class TicketEdit {
  public:
    explicit TicketEdit(domain::Ticket ticket) : ticket_(std::move(ticket)) {}

    domain::Ticket const& ticket() const { return ticket_; }
    std::vector<domain::Change> const& changes() const { return changes_; }

    void set_subject(std::string value, domain::Because because);
    // Keeps solved_at and closed_at in step.
    void set_status(domain::Status value, Instant now, domain::Because because);
    void set_customer(domain::CustomerId value, domain::Because because);
    void set_organization(domain::OrganizationId value, domain::Because because);
    void set_queue(domain::QueueId value, domain::Because because);
    void set_agent(domain::AgentId value, domain::Because because);
    void set_category(domain::CategoryId value, domain::Because because);
    void set_type(domain::TicketType value, domain::Because because);
    void set_impact(domain::Level value, domain::Because because);
    void set_urgency(domain::Level value, domain::Because because);
    void set_priority(domain::Priority value, domain::Because because);
    void set_language(std::string value, domain::Because because);
    void set_sentiment(domain::Sentiment value, domain::Because because);
    void set_escalated(bool value, domain::Because because);
    void set_due_at(std::optional<Instant> value, domain::Because because);
    // One Change each, named "tag", so that two people's tags do not undo each other.
    void add_tag(domain::TagId tag, domain::Because because);
    void remove_tag(domain::TagId tag, domain::Because because);
    // A value as domain/field.h keeps it, null for none. The Change is named "field." and the key.
    void set_field(domain::Field const& field, Json value, domain::Because because);
    void set_merged_into(domain::TicketId value, domain::Because because);
    // Something of the ticket that is no field of its row.
    void note(char const* field, std::string from, std::string to, domain::Because because);
    // Somebody stands for the value as it is: a Change from itself to itself. Of fields that triage sets.
    void confirm(std::string_view field, domain::Because because);
    void clear_type(domain::Because because);
    void set_snoozed(std::optional<Instant> until, domain::Because because);
    // Bookkeeping without a Change of its own.
    void set_due(domain::Deadlines const& deadlines, int unexplained_breaches);
    void set_first_reply_at(Instant at);
    void touch(Instant now) { ticket_.updated_at = now; }

  private:
    void record(std::string field, std::string from, std::string to, domain::Because because);

    domain::Ticket ticket_;
    std::vector<domain::Change> changes_;
};

}  // namespace lotse::desk
