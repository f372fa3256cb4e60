// SPDX-License-Identifier: Apache-2.0
// A ticket with everything that is known of it, for a page, the API and the command line.
#pragma once

#include <optional>
#include <vector>

#include "desk/desk.h"
#include "desk/ticket_relations.h"
#include "domain/event.h"
#include "domain/notice.h"
#include "domain/people.h"
#include "domain/suggestion.h"
#include "domain/ticket.h"
#include "domain/timer.h"
#include "store/articles.h"
#include "store/events.h"
#include "store/tickets.h"

namespace lotse::desk {

struct TicketView {
    domain::Ticket ticket;
    domain::Customer customer;
    std::vector<domain::Article> articles;  // oldest first, the first 500
    std::vector<domain::Attachment> attachments;
    std::vector<domain::Event> events;
    std::vector<store::StoredChange> changes;
    std::vector<domain::Notice> notices;
    std::vector<domain::Timer> timers;
    std::optional<domain::Suggestion> suggestion;
    TicketRelations relations;
    std::shared_ptr<Setup const> setup;  // names of queues, agents, categories
};
Result<TicketView> view_ticket(Desk& desk, domain::TenantScope const& scope, domain::TicketId id);

struct TicketList {
    store::TicketPage page;
    std::shared_ptr<Setup const> setup;
};
Result<TicketList> list_tickets(Desk& desk, domain::TenantScope const& scope, store::TicketQuery const& query);

// The message as it came. Error: not_found "article.no_raw".
Result<std::string> read_raw(Desk& desk, domain::TenantScope const& scope, domain::ArticleId id);

struct File {
    domain::Attachment attachment;
    std::string bytes;
};
Result<File> read_attachment(Desk& desk, domain::TenantScope const& scope, domain::AttachmentId id);

}  // namespace lotse::desk
