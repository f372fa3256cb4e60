// SPDX-License-Identifier: Apache-2.0
#include "store/factors.h"

#include "base/crypto.h"
#include "store/rows.h"
#include "store/sql_text.h"

namespace lotse::store {
namespace {

constexpr SqlPiece kTotpColumns = "agent_id, secret, is_on, last_step, created_at";
constexpr SqlPiece kPasskeyColumns =
    "id, agent_id, credential, public_key, algorithm, sign_count, name, created_at, last_used_at";

Totp read_totp(Row const& row) {
    return {row.id<domain::AgentTag>(0), Secret<std::string>(row.bytes(1)), row.flag(2), row.integer(3), row.at(4)};
}

Passkey read_passkey(Row const& row) {
    Passkey out;
    out.id = row.id<PasskeyTag>(0);
    out.agent = row.id<domain::AgentTag>(1);
    out.credential = row.bytes(2);
    out.public_key = row.bytes(3);
    out.algorithm = static_cast<int>(row.integer(4));
    out.sign_count = row.integer(5);
    out.name = row.text(6);
    out.created_at = row.at(7);
    out.last_used_at = row.maybe_at(8);
    return out;
}

Error missing() { return not_found("passkey.missing", "There is no such passkey."); }

Result<void> done(Result<std::int64_t> const& changed) {
    if (!changed) return changed.error();
    return {};
}

Result<void> one_changed(Result<std::int64_t> const& changed) {
    if (!changed) return changed.error();
    if (*changed == 0) return missing();
    return {};
}

}  // namespace

Result<std::optional<Totp>> find_totp(ReadTxn& txn, domain::AgentId agent) {
    return find_one(txn, sql<"SELECT ", kTotpColumns, " FROM totp WHERE tenant_id = :tenant AND agent_id = ?1">,
                    {agent}, read_totp);
}

Result<bool> has_second_factor(ReadTxn& txn, domain::AgentId agent) {
    TRY(auto const found,
        txn.each("SELECT 1 FROM totp WHERE tenant_id = :tenant AND agent_id = ?1 AND is_on = 1 "
                 "UNION ALL SELECT 1 FROM passkey WHERE tenant_id = :tenant AND agent_id = ?1 LIMIT 1",
                 {agent}, [](Row const&) {}));
    return found > 0;
}

Result<void> put_totp(WriteTxn& txn, Totp const& totp) {
    return done(
        txn.run(sql<"INSERT INTO totp (tenant_id, ", kTotpColumns,
                    ") VALUES (:tenant, ?1, ?2, ?3, ?4, ?5) ON CONFLICT (tenant_id, agent_id) DO UPDATE SET secret = "
                    "excluded.secret, is_on = excluded.is_on, last_step = excluded.last_step, created_at = "
                    "excluded.created_at">,
                {totp.agent, Bytes{totp.secret.reveal()}, totp.is_on, totp.last_step, totp.created_at}));
}

Result<void> remove_totp(WriteTxn& txn, domain::AgentId agent) {
    return done(txn.run("DELETE FROM totp WHERE tenant_id = :tenant AND agent_id = ?1", {agent}));
}

Result<void> replace_recovery_codes(WriteTxn& txn, domain::AgentId agent, std::vector<std::string> const& hashes) {
    CHECK_OK(txn.run("DELETE FROM recovery_code WHERE tenant_id = :tenant AND agent_id = ?1", {agent}));
    for (auto const& hash : hashes)
        CHECK_OK(
            txn.run("INSERT INTO recovery_code (tenant_id, agent_id, hash) VALUES (:tenant, ?1, ?2)", {agent, hash}));
    return {};
}

Result<std::int64_t> count_recovery_codes(ReadTxn& txn, domain::AgentId agent) {
    return txn.each("SELECT hash FROM recovery_code WHERE tenant_id = :tenant AND agent_id = ?1", {agent},
                    [](Row const&) {});
}

Result<bool> take_recovery_code(WriteTxn& txn, domain::AgentId agent, std::string_view hash) {
    TRY(auto const changed,
        txn.run("DELETE FROM recovery_code WHERE tenant_id = :tenant AND agent_id = ?1 AND hash = ?2", {agent, hash}));
    return changed == 1;
}

Result<Passkey> add_passkey(WriteTxn& txn, Passkey passkey) {
    TRY(passkey.id.value, txn.next_id("passkey"));
    auto const stored = txn.run(sql<"INSERT INTO passkey (tenant_id, credential_hash, ", kPasskeyColumns,
                                    ") VALUES (:tenant, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)">,
                                {sha256_hex(passkey.credential), passkey.id, passkey.agent, Bytes{passkey.credential},
                                 Bytes{passkey.public_key}, passkey.algorithm, passkey.sign_count, passkey.name,
                                 passkey.created_at, passkey.last_used_at});
    if (stored) return passkey;
    return renamed(stored.error(),
                   {{"/credential_hash", "/credential", "passkey.known", "This passkey is known already."}});
}

Result<std::optional<Passkey>> find_passkey(ReadTxn& txn, std::string_view credential) {
    return find_one(txn,
                    sql<"SELECT ", kPasskeyColumns, " FROM passkey WHERE tenant_id = :tenant AND credential_hash = ?1">,
                    {sha256_hex(credential)}, read_passkey);
}

Result<std::vector<Passkey>> list_passkeys(ReadTxn& txn, domain::AgentId agent) {
    return list_all(
        txn, sql<"SELECT ", kPasskeyColumns, " FROM passkey WHERE tenant_id = :tenant AND agent_id = ?1 ORDER BY id">,
        {agent}, read_passkey);
}

Result<Passkey> rename_passkey(WriteTxn& txn, domain::AgentId agent, PasskeyId id, std::string_view name) {
    CHECK_OK(one_changed(txn.run("UPDATE passkey SET name = ?3 WHERE tenant_id = :tenant AND id = ?1 AND agent_id = ?2",
                                 {id, agent, name})));
    return get_one(txn, sql<"SELECT ", kPasskeyColumns, " FROM passkey WHERE tenant_id = :tenant AND id = ?1">, {id},
                   read_passkey, missing);
}

Result<void> remove_passkey(WriteTxn& txn, domain::AgentId agent, PasskeyId id) {
    return one_changed(
        txn.run("DELETE FROM passkey WHERE tenant_id = :tenant AND id = ?1 AND agent_id = ?2", {id, agent}));
}

Result<void> note_passkey_use(WriteTxn& txn, PasskeyId id, std::int64_t sign_count, Instant at) {
    return done(txn.run("UPDATE passkey SET sign_count = ?2, last_used_at = ?3 WHERE tenant_id = :tenant AND id = ?1",
                        {id, sign_count, at}));
}

Result<void> remove_all_factors(WriteTxn& txn, domain::AgentId agent) {
    CHECK_OK(remove_totp(txn, agent));
    CHECK_OK(replace_recovery_codes(txn, agent, {}));
    return done(txn.run("DELETE FROM passkey WHERE tenant_id = :tenant AND agent_id = ?1", {agent}));
}

}  // namespace lotse::store
