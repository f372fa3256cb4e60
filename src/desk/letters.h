// SPDX-License-Identifier: Apache-2.0
// Mail of the desk itself to one person, an agent or a customer, that belongs to no ticket. It is written out in the
// transaction that makes its reason, so that both stand or neither, and sent by jobs/letters with the pauses of the
// outbox. Its text is sealed while it waits and gone once it is sent or given up.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "desk/desk.h"
#include "desk/waiting_work.h"
#include "store/letters.h"

namespace lotse::desk {

struct LetterText {
    store::LetterKind kind = store::LetterKind::sign_in_link;
    std::string from_name;  // the brand that the reader knows; "" = the desk's name
    std::string to_name;    // "" = unknown
    std::string to_address;  // canonical (check_address)
    std::string language;    // of the reader; what `subject` and `text` are written in
    std::string subject;     // one line; a line break becomes a space
    std::string text;        // plain, finished; links in full
    Instant expires_at{};    // given up after that: a link that is no longer good helps nobody
};
// Waits for the mail server from the commit on.
Result<void> write_letter(Desk& desk, store::WriteTxn& txn, LetterText const& letter);

// The same as simple HTML: escaped, and a line that is nothing but an http(s) address is a link.
std::string letter_as_html(std::string_view text);

struct DueLetter {
    domain::TenantId tenant;
    std::string from_name;
    std::string from_address;
    store::Letter letter;  // claimed; its text unsealed
};
// Of the desks that have a way out (waiting_work.h), claimed for this worker. Writes only where something is due. What is too late to be of use is given up
// here, and so is what cannot be unsealed.
Result<std::vector<DueLetter>> claim_due_letters(Desk& desk, int limit, HasWayOut const& has_way_out);
// Removes what was sent. Else it is tried again after a growing pause while it is of use; what is given up is logged,
// and stays in the list of dead letters.
Result<void> note_letter_outcome(Desk& desk, DueLetter const& letter, Result<void> const& outcome);

}  // namespace lotse::desk
