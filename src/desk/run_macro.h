// SPDX-License-Identifier: Apache-2.0
// A macro is used on a ticket: all of it or nothing. What it did is one step of the ticket's log, and undone as one.
#pragma once

#include <optional>
#include <vector>

#include "access/principal.h"
#include "desk/call_key.h"
#include "desk/note.h"
#include "desk/reply.h"
#include "domain/event.h"
#include "domain/wording.h"

namespace lotse::desk {

struct MacroRun {
    domain::TicketId ticket;
    domain::MacroId macro;
    domain::ArticleId seen_article;  // the newest that the writer saw; 0 = not told
    std::optional<int> hold_seconds;
    CallKey key;
};
struct MacroDone {
    std::int64_t version = 0;  // of the ticket
    domain::EventId event;     // the step that tells of the macro; undo it with reverse_event()
    std::vector<domain::Change> changes;
    std::optional<Written> reply;
    std::optional<domain::ArticleId> note;
    bool is_known = false;
};
// One transaction: changes, answer, note. The answer is held as any other and leaves a draft alone. Errors: those of
// update_ticket, reply, add_note; conflict "macro.answer_gone" where its canned answer was removed.
Result<MacroDone> run_macro(Desk& desk, access::Principal const& principal, MacroRun const& wanted);

// Inside a transaction. What a step tells of a macro; nothing where it tells of none.
struct MacroStep {
    domain::EventId changes;  // the step that changed fields; none if 0
    domain::ArticleId reply;
    domain::ArticleId note;
};
std::optional<MacroStep> macro_step(domain::Event const& event);
// The answer and the note go, as if they had not been written; the changes are the caller's. Errors: conflict
// "sending.gone" where the answer has left; "macro.undone" where this was done before.
Result<void> withdraw_words(Desk& desk, store::WriteTxn& txn, access::Principal const& principal,
                            MacroStep const& step);

}  // namespace lotse::desk
