// SPDX-License-Identifier: Apache-2.0
#include "store/letters.h"

#include <array>
#include <limits>

#include "store/rows.h"
#include "store/sql_text.h"

namespace lotse::store {
namespace {

constexpr SqlPiece kColumns =
    "id, kind, tries, created_at, expires_at, from_name, to_name, to_address, language, message_id, subject, text";

Letter read_letter(Row const& row) {
    Letter out;
    out.id = row.id<LetterTag>(0);
    out.kind = static_cast<LetterKind>(row.integer(1));
    out.tries = static_cast<int>(row.integer(2));
    out.created_at = row.at(3);
    out.expires_at = row.at(4);
    out.from_name = row.text(5);
    out.to_name = row.text(6);
    out.to_address = row.text(7);
    out.language = row.text(8);
    out.message_id = row.text(9);
    out.subject = row.text(10);
    out.text = Secret<std::string>(row.bytes(11));
    return out;
}

DeadLetter read_dead(Row const& row) {
    DeadLetter out;
    out.id = row.id<LetterTag>(0);
    out.kind = static_cast<LetterKind>(row.integer(1));
    out.tries = static_cast<int>(row.integer(2));
    out.created_at = row.at(3);
    out.to_address = row.text(4);
    out.subject = row.text(5);
    out.why = row.text(6);
    return out;
}

Result<void> done(Result<std::int64_t> const& changed) {
    if (!changed) return changed.error();
    return {};
}

}  // namespace

std::string_view name_of(LetterKind kind) {
    static constexpr std::array<std::string_view, 5> kNames{"password_reset", "invitation", "sign_in_link", "desk_test",
                                                            "gathered_calls"};
    return kNames.at(static_cast<std::size_t>(kind));
}

Result<LetterId> next_letter_id(WriteTxn& txn) {
    TRY(auto const id, txn.next_id("letter"));
    return LetterId{id};
}

Result<void> add_letter(WriteTxn& txn, Letter const& letter) {
    return done(txn.run(sql<"INSERT INTO letter (tenant_id, state, next_try_at, last_error, ", kColumns,
                            ") VALUES (:tenant, 0, ?4, '', ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)">,
                        {letter.id, static_cast<int>(letter.kind), letter.tries, letter.created_at, letter.expires_at,
                         letter.from_name, letter.to_name, letter.to_address, letter.language, letter.message_id,
                         letter.subject, Bytes{letter.text.reveal()}}));
}

Result<std::optional<Instant>> next_letter_at(ReadTxn& txn) {
    std::optional<Instant> next;
    CHECK_OK(
        done(txn.each("SELECT next_try_at FROM letter WHERE tenant_id = :tenant AND state = 0 "
                      "ORDER BY next_try_at, id LIMIT 1",
                      {}, [&](Row const& row) { next = row.at(0); })));
    return next;
}

Result<std::vector<Letter>> claim_letters(WriteTxn& txn, Instant now, Instant lease_until, int limit) {
    TRY(auto due, list_all(txn,
                           sql<"SELECT ", kColumns,
                               " FROM letter WHERE tenant_id = :tenant AND state = 0 AND next_try_at <= ?1 "
                               "ORDER BY next_try_at, id LIMIT ?2 FOR UPDATE SKIP LOCKED">,
                           {now, limit}, read_letter));
    for (auto const& letter : due)
        CHECK_OK(txn.run("UPDATE letter SET next_try_at = ?2 WHERE tenant_id = :tenant AND id = ?1",
                         {letter.id, lease_until}));
    return due;
}

Result<void> remove_letter(WriteTxn& txn, LetterId id) {
    return done(txn.run("DELETE FROM letter WHERE tenant_id = :tenant AND id = ?1", {id}));
}

Result<void> mark_letter_failed(WriteTxn& txn, LetterId id, std::string_view why, std::optional<Instant> next) {
    if (next)
        return done(
            txn.run("UPDATE letter SET tries = tries + 1, last_error = ?2, next_try_at = ?3 "
                    "WHERE tenant_id = :tenant AND id = ?1",
                    {id, why, *next}));
    return done(
        txn.run("UPDATE letter SET state = 1, tries = tries + 1, last_error = ?2, text = ?3 "
                "WHERE tenant_id = :tenant AND id = ?1",
                {id, why, Bytes{}}));
}

Result<std::vector<DeadLetter>> list_dead_letters(ReadTxn& txn, LetterId before, int limit) {
    auto const from = before ? before.value : std::numeric_limits<std::int64_t>::max();
    return list_all(txn,
                    "SELECT id, kind, tries, created_at, to_address, subject, last_error FROM letter "
                    "WHERE tenant_id = :tenant AND state = 1 AND id < ?1 ORDER BY id DESC LIMIT ?2",
                    {from, limit}, read_dead);
}

Result<bool> remove_dead_letter(WriteTxn& txn, LetterId id) {
    TRY(auto const gone, txn.run("DELETE FROM letter WHERE tenant_id = :tenant AND id = ?1 AND state = 1", {id}));
    return gone > 0;
}

Result<LetterCounts> count_letters(ReadTxn& txn) {
    LetterCounts out;
    CHECK_OK(done(txn.each("SELECT COUNT(*) FROM letter WHERE tenant_id = :tenant AND state = 0", {},
                           [&](Row const& row) { out.waiting = row.integer(0); })));
    CHECK_OK(done(txn.each("SELECT COUNT(*) FROM letter WHERE tenant_id = :tenant AND state = 1", {},
                           [&](Row const& row) { out.dead = row.integer(0); })));
    return out;
}

Result<void> forget_letters(WriteTxn& txn, Instant before) {
    return done(txn.run("DELETE FROM letter WHERE tenant_id = :tenant AND state = 1 AND created_at < ?1", {before}));
}

}  // namespace lotse::store
