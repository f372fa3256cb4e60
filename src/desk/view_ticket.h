// SPDX-License-Identifier: Apache-2.0
// A ticket with everything that is known of it, for a page, the API and the command line.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "desk/desk.h"
#include "desk/drafts.h"
#include "desk/entities.h"
#include "desk/personal_data.h"
#include "desk/ticket_relations.h"
#include "domain/event.h"
#include "domain/notice.h"
#include "domain/people.h"
#include "domain/promise.h"
#include "domain/risk.h"
#include "domain/suggestion.h"
#include "domain/teamwork.h"
#include "domain/ticket.h"
#include "domain/timer.h"
#include "store/articles.h"
#include "store/events.h"
#include "store/surveys.h"
#include "store/tickets.h"

namespace lotse::desk {

struct TicketView {
    domain::Ticket ticket;
    domain::Customer customer;
    std::vector<domain::Article> articles;        // the newest, oldest first
    std::int64_t article_count = 0;               // all
    PersonalData personal_data;                   // in these articles
    Entities entities;                            // the same
    std::vector<domain::Attachment> attachments;  // of these articles
    std::vector<domain::Event> events;            // the newest, oldest first
    bool has_older_events = false;
    std::vector<store::StoredChange> changes;     // of these events
    std::vector<domain::Notice> notices;          // the newest, oldest first
    std::vector<domain::ScheduledReply> scheduled;
    std::vector<DraftView> drafts;                // of a reply and of a note, empty or not
    std::vector<domain::AgentId> followers;
    std::vector<domain::ChecklistItem> checklist;
    std::vector<domain::TimeEntry> times;
    std::vector<domain::Timer> timers;
    std::optional<domain::Suggestion> suggestion;  // without what is kept back
    std::vector<std::string> blind_fields;         // to be decided by a person who has not seen what triage said
    std::vector<domain::RiskFigure> risks;         // that can still come to it
    std::vector<domain::Promise> promises;         // of a first reply and a solution, told or not
    TicketRelations relations;
    std::optional<store::Survey> survey;  // the customer's word
    std::shared_ptr<Setup const> setup;  // names of queues, agents, categories
};
// How much of a long ticket is read: its cost does not grow with the years.
struct ViewLimits {
    int articles = 50;
    int events = 200;
    int notices = 100;
};
Result<TicketView> view_ticket(Desk& desk, domain::TenantScope const& scope, domain::TicketId id,
                               ViewLimits const& limits = {});

// Articles before `before` (0: the newest), oldest first, with their files and how they are sent.
struct ArticlePage {
    std::vector<domain::Article> articles;
    bool has_more = false;
    std::vector<domain::Attachment> attachments;
    std::vector<domain::Notice> notices;
    std::vector<domain::ScheduledReply> scheduled;
    PersonalData personal_data;
    Entities entities;
    std::shared_ptr<Setup const> setup;
};
Result<ArticlePage> older_articles(Desk& desk, domain::TenantScope const& scope, domain::TicketId ticket,
                                   domain::ArticleId before, int limit);
struct EventPage {
    std::vector<domain::Event> events;
    bool has_more = false;
    std::vector<store::StoredChange> changes;
    std::shared_ptr<Setup const> setup;
};
Result<EventPage> older_events(Desk& desk, domain::TenantScope const& scope, domain::TicketId ticket,
                               domain::EventId before, int limit);

// The message as it came. Error: not_found "article.no_raw".
Result<std::string> read_raw(Desk& desk, domain::TenantScope const& scope, domain::ArticleId id);

struct File {
    domain::Attachment attachment;
    std::string bytes;
};
Result<File> read_attachment(Desk& desk, domain::TenantScope const& scope, domain::AttachmentId id);

}  // namespace lotse::desk
