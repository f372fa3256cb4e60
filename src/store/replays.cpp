// SPDX-License-Identifier: Apache-2.0
#include "store/replays.h"

#include "base/crypto.h"
#include "store/rows.h"
#include "store/sql_text.h"

namespace lotse::store {
namespace {

constexpr SqlPiece kColumns = "id, state, progress, created_at, finished_at, question, answer";
constexpr std::int64_t kKept = 50;

domain::ReplayJob read_replay(Row const& row) {
    domain::ReplayJob out;
    out.id = row.id<domain::ReplayTag>(0);
    out.state = enum_at<domain::ReplayState>(row, 1);
    out.progress = static_cast<int>(row.integer(2));
    out.created_at = row.at(3);
    out.finished_at = row.maybe_at(4);
    out.question = domain::replay_question_from(object_column(row, 5));
    out.answer = row.text(6);
    return out;
}

std::string hash_of(domain::ReplayQuestion const& question) { return sha256_hex(to_string(to_json(question))); }

}  // namespace

Result<domain::ReplayJob> add_replay(WriteTxn& txn, domain::ReplayQuestion const& question, Instant now) {
    domain::ReplayJob out;
    TRY(out.id.value, txn.next_id("replay"));
    out.question = question;
    out.created_at = now;
    TRY([[maybe_unused]] auto const added,
        txn.run("INSERT INTO replay (tenant_id, id, question_hash, state, progress, created_at, question, answer) "
                "VALUES (:tenant, ?1, ?2, 0, 0, ?3, ?4, '')",
                {out.id, hash_of(question), now, to_string(to_json(question))}));
    TRY([[maybe_unused]] auto const forgotten,
        txn.run("DELETE FROM replay WHERE tenant_id = :tenant AND id <= ?1", {out.id.value - kKept}));
    return out;
}

Result<std::optional<domain::ReplayJob>> find_replay(ReadTxn& txn, domain::ReplayQuestion const& question,
                                                     Instant since) {
    return find_one(txn,
                    sql<"SELECT ", kColumns,
                        " FROM replay WHERE tenant_id = :tenant AND question_hash = ?1 AND (state = 0 OR created_at >= "
                        "?2) ORDER BY id DESC LIMIT 1">,
                    {hash_of(question), since}, read_replay);
}

Result<std::optional<domain::ReplayJob>> next_replay(ReadTxn& txn) {
    return find_one(
        txn, sql<"SELECT ", kColumns, " FROM replay WHERE tenant_id = :tenant AND state = 0 ORDER BY id LIMIT 1">, {},
        read_replay);
}

Result<void> note_replay_progress(WriteTxn& txn, domain::ReplayId id, int percent) {
    auto const done =
        txn.run("UPDATE replay SET progress = ?2 WHERE tenant_id = :tenant AND id = ?1 AND state = 0", {id, percent});
    if (!done) return done.error();
    return {};
}

Result<void> finish_replay(WriteTxn& txn, domain::ReplayId id, domain::ReplayState state, std::string_view answer,
                           Instant now) {
    auto const done = txn.run(
        "UPDATE replay SET state = ?2, progress = 100, answer = ?3, finished_at = ?4 "
        "WHERE tenant_id = :tenant AND id = ?1 AND state = 0",
        {id, stored(state), answer, now});
    if (!done) return done.error();
    return {};
}

}  // namespace lotse::store
