// SPDX-License-Identifier: Apache-2.0
#include "store/one_time.h"

#include "store/rows.h"
#include "store/sql_text.h"

namespace lotse::store {
namespace {

constexpr SqlPiece kColumns = "hash, kind, agent_id, data, tries, expires_at";
constexpr std::size_t kKinds = 5;

OneTime read_one_time(Row const& row) {
    return {std::string(row.text(0)), enum_at<OneTimeKind>(row, 1, kKinds), row.id<domain::AgentTag>(2),
            std::string(row.text(3)), static_cast<int>(row.integer(4)),     row.at(5)};
}

Result<void> done(Result<std::int64_t> const& changed) {
    if (!changed) return changed.error();
    return {};
}

}  // namespace

Result<void> add_one_time(WriteTxn& txn, OneTime const& one) {
    return done(
        txn.run(sql<"INSERT INTO one_time (tenant_id, ", kColumns, ") VALUES (:tenant, ?1, ?2, ?3, ?4, ?5, ?6)">,
                {one.hash, stored(one.kind), one.agent, one.data, one.tries, one.expires_at}));
}

Result<std::optional<OneTime>> find_one_time(ReadTxn& txn, OneTimeKind kind, std::string_view hash, Instant now) {
    TRY(auto found, find_one(txn, sql<"SELECT ", kColumns, " FROM one_time WHERE tenant_id = :tenant AND hash = ?1">,
                             {hash}, read_one_time));
    if (found && (found->kind != kind || found->expires_at <= now)) found.reset();
    return found;
}

Result<bool> take_one_time(WriteTxn& txn, std::string_view hash) {
    TRY(auto const changed, txn.run("DELETE FROM one_time WHERE tenant_id = :tenant AND hash = ?1", {hash}));
    return changed == 1;
}

Result<void> count_one_time_try(WriteTxn& txn, std::string_view hash) {
    return done(txn.run("UPDATE one_time SET tries = tries + 1 WHERE tenant_id = :tenant AND hash = ?1", {hash}));
}

Result<void> remove_one_times_of(WriteTxn& txn, domain::AgentId agent, OneTimeKind kind) {
    return done(txn.run("DELETE FROM one_time WHERE tenant_id = :tenant AND agent_id = ?1 AND kind = ?2",
                        {agent, stored(kind)}));
}

Result<void> forget_one_times(WriteTxn& txn, Instant now) {
    return done(txn.run("DELETE FROM one_time WHERE tenant_id = :tenant AND expires_at <= ?1", {now}));
}

}  // namespace lotse::store
