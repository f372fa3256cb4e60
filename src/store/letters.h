// SPDX-License-Identifier: Apache-2.0
// Mail of the desk itself to one person, an agent or a customer, that belongs to no ticket (a link to sign in with, to
// choose a password): as it waits to be sent. A row is gone once it is sent; one that was given up stays for a while,
// without its text, so that an admin sees it. Whoever writes one goes through desk/letters.h.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/secret.h"
#include "domain/ids.h"
#include "store/db.h"

namespace lotse::store {

using LetterId = Id<struct LetterTag>;

// Stored as their position: add at the end.
enum class LetterKind : std::uint8_t { password_reset, invitation, sign_in_link, desk_test, gathered_calls };
std::string_view name_of(LetterKind kind);

struct Letter {
    LetterId id;
    LetterKind kind = LetterKind::sign_in_link;
    int tries = 0;  // done so far
    Instant created_at{};
    Instant expires_at{};   // of no use after that
    std::string from_name;  // "" = the desk's name when it is sent
    std::string to_name;
    std::string to_address;
    std::string language;
    std::string message_id;
    std::string subject;
    Secret<std::string> text;  // sealed by the caller: it may hold a link that signs somebody in
};

// The id first, since the seal names it.
Result<LetterId> next_letter_id(WriteTxn& txn);
Result<void> add_letter(WriteTxn& txn, Letter const& letter);
// When the next one wants to be sent; nothing if none waits. One index entry.
Result<std::optional<Instant>> next_letter_at(ReadTxn& txn);
// Those that are due, oldest first; they are this caller's until `lease_until`.
Result<std::vector<Letter>> claim_letters(WriteTxn& txn, Instant now, Instant lease_until, int limit);
Result<void> remove_letter(WriteTxn& txn, LetterId id);  // sent
// tries + 1. Without a next time it is dead and its text is gone. One that is not there any more stays gone.
Result<void> mark_letter_failed(WriteTxn& txn, LetterId id, std::string_view why, std::optional<Instant> next);

struct DeadLetter {
    LetterId id;
    LetterKind kind = LetterKind::sign_in_link;
    int tries = 0;
    Instant created_at{};
    std::string to_address;
    std::string subject;
    std::string why;
};
// Newest first, those before `before` (0 = from the newest).
Result<std::vector<DeadLetter>> list_dead_letters(ReadTxn& txn, LetterId before, int limit);
// False: it is not there, or not dead.
Result<bool> remove_dead_letter(WriteTxn& txn, LetterId id);
struct LetterCounts {
    std::int64_t waiting = 0;
    std::int64_t dead = 0;
};
Result<LetterCounts> count_letters(ReadTxn& txn);
// The dead ones that were written before.
Result<void> forget_letters(WriteTxn& txn, Instant before);

}  // namespace lotse::store
