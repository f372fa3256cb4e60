// SPDX-License-Identifier: Apache-2.0
// What is on its way to become an article: uploads, drafts, replies that go out later.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/correspondence.h"
#include "store/db.h"

namespace lotse::store {

Result<domain::Upload> add_upload(WriteTxn& txn, domain::Upload upload);  // id is given here
Result<domain::Upload> get_upload(ReadTxn& txn, domain::UploadId id);     // not_found "upload.missing"
// nullopt: held, as by a draft. An upload that is gone is no error.
Result<void> set_upload_expiry(WriteTxn& txn, domain::UploadId id, std::optional<Instant> expires_at);
// Whether it was there: of two articles that want it, one gets it. Its content stays.
Result<bool> remove_upload(WriteTxn& txn, domain::UploadId id);
// Those whose time is over, at most `limit`; how many went. Their content is left behind (leftover_blobs.h).
Result<std::int64_t> forget_uploads(WriteTxn& txn, Instant now, int limit);

// The row as it is, empty or not; revision 0 where there never was one.
Result<domain::Draft> read_draft(ReadTxn& txn, domain::TicketId ticket, domain::ArticleKind kind);
// Writes the draft if its stored revision is `seen`; the new one is seen + 1. Nothing: somebody was quicker.
Result<std::optional<domain::Draft>> write_draft(WriteTxn& txn, domain::Draft draft, std::int64_t seen);
// Empties it and moves its revision on, whatever it was; the new revision.
Result<std::int64_t> clear_draft(WriteTxn& txn, domain::TicketId ticket, domain::ArticleKind kind, Instant now);
struct DraftPage {
    std::vector<domain::Draft> items;  // last written first
    std::string next;                  // cursor; "" at the end
};
// What this agent wrote last. Error: invalid "page.cursor".
Result<DraftPage> list_drafts(ReadTxn& txn, domain::AgentId agent, std::string_view after, int limit);
// At most `most`.
Result<std::int64_t> count_drafts(ReadTxn& txn, domain::AgentId agent, int most);

Result<void> add_scheduled(WriteTxn& txn, domain::ScheduledReply const& reply);
Result<std::vector<domain::ScheduledReply>> list_scheduled(ReadTxn& txn, domain::TicketId ticket);
Result<std::vector<domain::ScheduledReply>> due_scheduled(ReadTxn& txn, Instant now, int limit);  // soonest first
Result<std::optional<Instant>> next_scheduled_at(ReadTxn& txn);
// The row, now gone: whoever gets it decides what becomes of the reply. Nothing if somebody was quicker.
Result<std::optional<domain::ScheduledReply>> take_scheduled(WriteTxn& txn, domain::ArticleId article);

}  // namespace lotse::store
