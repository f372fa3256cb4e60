// SPDX-License-Identifier: Apache-2.0
#include "store/credentials.h"
#include "store/rows.h"
#include "store/sql_text.h"

namespace lotse::store {
namespace {

constexpr SqlPiece kColumns = "id, name, hash, scopes, agent_id, created_at, expires_at, revoked_at, last_used_at";

Token read_token(Row const& row) {
    Token out;
    out.id = row.id<domain::TokenTag>(0);
    out.name = row.text(1);
    out.hash = row.text(2);
    out.scopes = strings_in(array_column(row, 3));
    out.agent = row.id<domain::AgentTag>(4);
    out.created_at = row.at(5);
    out.expires_at = row.maybe_at(6);
    out.revoked_at = row.maybe_at(7);
    out.last_used_at = row.maybe_at(8);
    return out;
}

Error missing() { return not_found("token.missing", "There is no such token."); }

}  // namespace

Result<Token> add_token(WriteTxn& txn, Token token) {
    TRY(token.id.value, txn.next_id("token"));
    auto const done = txn.run(
        sql<"INSERT INTO token (tenant_id, ", kColumns, ") VALUES (:tenant, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)">,
        {token.id, token.name, token.hash, array_text(token.scopes), token.agent, token.created_at, token.expires_at,
         token.revoked_at, token.last_used_at});
    if (!done) return done.error();
    return token;
}

Result<std::optional<Token>> find_token_by_hash(ReadTxn& txn, std::string_view hash) {
    return find_one(txn, sql<"SELECT ", kColumns, " FROM token WHERE tenant_id = :tenant AND hash = ?1">, {hash},
                    read_token);
}

Result<std::vector<Token>> list_tokens(ReadTxn& txn) {
    return list_all(txn, sql<"SELECT ", kColumns, " FROM token WHERE tenant_id = :tenant ORDER BY id">, {}, read_token);
}

// The first moment stands: revoking again changes nothing.
Result<void> revoke_token(WriteTxn& txn, domain::TokenId id, Instant at) {
    TRY(auto const changed, txn.run("UPDATE token SET revoked_at = COALESCE(revoked_at, ?2) "
                                    "WHERE tenant_id = :tenant AND id = ?1",
                                    {id, at}));
    if (changed == 0) return missing();
    return {};
}

// To the hour, so that a busy token is not a write per call.
Result<void> touch_token(WriteTxn& txn, domain::TokenId id, Instant at) {
    auto const hour = std::chrono::floor<std::chrono::hours>(at);
    auto const done = txn.run(
        "UPDATE token SET last_used_at = ?2 WHERE tenant_id = :tenant AND id = ?1 "
        "AND (last_used_at IS NULL OR last_used_at < ?2)",
        {id, Instant(hour)});
    if (!done) return done.error();
    return {};
}

}  // namespace lotse::store
