// SPDX-License-Identifier: Apache-2.0
// A note never leaves the house: a type of its own, so that it cannot be mailed to a customer. Colleagues whom it calls by
// name hear of it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "access/principal.h"
#include "desk/call_key.h"
#include "desk/desk.h"
#include "domain/correspondence.h"
#include "domain/ticket.h"

namespace lotse::desk {

struct NewNote {
    domain::TicketId ticket;
    std::string text;
    CallKey key;
    std::string html{};
    std::vector<domain::UploadId> attachments{};
    std::optional<std::int64_t> draft_revision{};
    bool keeps_draft = false;  // these words were none
};
struct NoteWritten {
    domain::ArticleId article;
    bool is_known = false;
    std::vector<domain::AgentId> mentions;
};

// One transaction: article, files, event, an entry and a mail for everybody who is called, and the draft is gone. Errors:
// not_found, conflict "draft.moved", invalid (/text empty, /attachments).
Result<NoteWritten> add_note(Desk& desk, access::Principal const& principal, NewNote const& wanted);
// The same within a transaction; text and html are clean.
Result<NoteWritten> note_in(Desk& desk, store::WriteTxn& txn, access::Principal const& principal,
                            NewNote const& wanted);

}  // namespace lotse::desk
