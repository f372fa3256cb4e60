// SPDX-License-Identifier: Apache-2.0
// What an agent has begun to write, kept on the server: seen by the team, there after a reload and in the other tab. One a
// ticket and kind. Whoever saves or sends says which revision they saw, so nothing is overwritten or sent twice.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "access/principal.h"
#include "desk/desk.h"
#include "desk/recipients.h"
#include "domain/correspondence.h"
#include "domain/ticket.h"

namespace lotse::desk {

struct DraftFields {
    std::string text;
    std::string html;
    Recipients recipients;  // as typed: checked when sent
    std::vector<domain::UploadId> attachments;
};

struct DraftView {
    domain::Draft draft;
    std::vector<domain::Upload> attachments;
};

Result<DraftView> read_draft(Desk& desk, domain::TenantScope const& scope, domain::TicketId ticket,
                             domain::ArticleKind kind);
// `seen` absent: whatever it is. Errors: conflict "draft.moved"; invalid "upload.missing".
Result<DraftView> save_draft(Desk& desk, access::Principal const& principal, domain::TicketId ticket,
                             domain::ArticleKind kind, std::optional<std::int64_t> seen, DraftFields const& fields);
Result<void> drop_draft(Desk& desk, access::Principal const& principal, domain::TicketId ticket,
                        domain::ArticleKind kind, std::optional<std::int64_t> seen);

struct DraftItem {
    DraftView view;
    std::string subject;  // of the ticket
};
struct DraftList {
    std::vector<DraftItem> items;
    std::string next;
};
Result<DraftList> my_drafts(Desk& desk, access::Principal const& principal, std::string_view after, int limit);

// Inside a transaction. The draft is sent: it empties and its revision moves on, so that the same draft is not sent again
// and an autosave that comes late finds nothing to overwrite. Its files stay for the article that takes them, or expire.
// Error: conflict "draft.moved" where `seen` is told and is not the stored one.
Result<void> send_draft(Desk& desk, store::WriteTxn& txn, domain::TicketId ticket, domain::ArticleKind kind,
                        std::optional<std::int64_t> seen);
// A message that was taken back is the draft again, above what somebody may have begun since.
Result<DraftView> return_to_draft(Desk& desk, store::WriteTxn& txn, domain::AgentId agent,
                                  domain::Article const& article);

// With the uploads that it holds.
Result<DraftView> with_uploads(store::ReadTxn& txn, domain::Draft draft);

}  // namespace lotse::desk
