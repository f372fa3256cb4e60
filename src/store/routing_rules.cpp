// SPDX-License-Identifier: Apache-2.0
#include "store/routing_rules.h"

#include "store/rows.h"
#include "store/sql_text.h"

namespace lotse::store {
namespace {

constexpr SqlPiece kPairColumns = "id, agent_id, customer_id, organization_id, made_by_id, made_at, reason";

domain::BlockedPair read_pair(Row const& row) {
    domain::BlockedPair out;
    out.id = row.id<domain::BlockedPairTag>(0);
    out.agent = row.id<domain::AgentTag>(1);
    out.customer = row.id<domain::CustomerTag>(2);
    out.organization = row.id<domain::OrganizationTag>(3);
    out.made_by = row.id<domain::AgentTag>(4);
    out.made_at = row.at(5);
    out.reason = row.text(6);
    return out;
}

Error missing_pair() { return not_found("blocked_pair.missing", "These two are not kept apart, or not any more."); }

domain::RoutingRules read_rules(Row const& row) {
    auto out = domain::routing_rules_from(object_column(row, 1));
    out.version = row.integer(0);
    return out;
}

}  // namespace

Result<domain::RoutingRules> read_routing_rules(ReadTxn& txn) {
    TRY(auto const found,
        find_one(txn, "SELECT version, document FROM routing_rules WHERE tenant_id = :tenant", {}, read_rules));
    auto out = found.value_or(domain::RoutingRules{});
    TRY(out.blocked, list_blocked_pairs(txn));
    return out;
}

Result<std::int64_t> write_routing_rules(WriteTxn& txn, domain::RoutingRules const& rules) {
    auto const document = to_string(domain::to_json(rules));
    TRY(auto const rows,
        rules.version == 0
            ? txn.run("INSERT INTO routing_rules (tenant_id, version, document) VALUES (:tenant, 1, ?1) ON CONFLICT "
                      "(tenant_id) DO NOTHING",
                      {document})
            : txn.run("UPDATE routing_rules SET version = version + 1, document = ?2 WHERE tenant_id = :tenant AND "
                      "version = ?1",
                      {rules.version, document}));
    if (rows == 0)
        return conflict("routing_rules.stale_version", "Somebody changed these rules meanwhile. Load them anew.");
    return rules.version + 1;
}

Result<domain::BlockedPair> add_blocked_pair(WriteTxn& txn, domain::BlockedPair pair) {
    TRY(auto const known, list_blocked_pairs(txn));
    if (known.size() >= kMostBlockedPairs)
        return conflict("blocked_pair.too_many", "A desk keeps at most 2,000 pairs apart. Remove those of the past.");
    TRY(pair.id.value, txn.next_id("blocked_pair"));
    TRY(auto const rows,
        txn.run(sql<"INSERT INTO blocked_pair (tenant_id, ", kPairColumns,
                    ") VALUES (:tenant, ?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT (tenant_id, agent_id, customer_id, "
                    "organization_id) DO NOTHING">,
                {pair.id, pair.agent, pair.customer, pair.organization, pair.made_by, pair.made_at, pair.reason}));
    if (rows == 0) return conflict("blocked_pair.known", "These two are kept apart already.");
    return pair;
}

Result<domain::BlockedPair> get_blocked_pair(ReadTxn& txn, domain::BlockedPairId id) {
    return get_one(txn, sql<"SELECT ", kPairColumns, " FROM blocked_pair WHERE tenant_id = :tenant AND id = ?1">, {id},
                   read_pair, missing_pair);
}

Result<void> remove_blocked_pair(WriteTxn& txn, domain::BlockedPairId id) {
    TRY(auto const rows, txn.run("DELETE FROM blocked_pair WHERE tenant_id = :tenant AND id = ?1", {id}));
    if (rows == 0) return missing_pair();
    return {};
}

Result<std::vector<domain::BlockedPair>> list_blocked_pairs(ReadTxn& txn) {
    return list_all(txn,
                    sql<"SELECT ", kPairColumns, " FROM blocked_pair WHERE tenant_id = :tenant ORDER BY id LIMIT 2000">,
                    {}, read_pair);
}

}  // namespace lotse::store
