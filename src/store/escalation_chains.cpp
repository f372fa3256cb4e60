// SPDX-License-Identifier: Apache-2.0
#include "store/escalations.h"
#include "store/rows.h"

namespace lotse::store {
namespace {

domain::Chain read_chain(Row const& row) {
    auto out = domain::chain_from(object_column(row, 3));
    out.id = row.id<domain::ChainTag>(0);
    out.version = row.integer(1);
    out.name = row.text(2);
    return out;
}

Error missing() { return not_found("escalation_chain.missing", "There is no such chain."); }
Error stale() {
    return conflict("escalation_chain.stale_version", "Somebody has changed this chain meanwhile; read it again.");
}

}  // namespace

Result<domain::Chain> add_chain(WriteTxn& txn, domain::Chain chain) {
    TRY(chain.id.value, txn.next_id("escalation_chain"));
    chain.version = 1;
    auto const done =
        txn.run("INSERT INTO escalation_chain (tenant_id, id, version, name, document) VALUES (:tenant, ?1, 1, ?2, ?3)",
                {chain.id, chain.name, to_string(domain::chain_document(chain))});
    if (!done) return done.error();
    return chain;
}

Result<domain::Chain> get_chain(ReadTxn& txn, domain::ChainId id) {
    return get_one(txn,
                   "SELECT id, version, name, document FROM escalation_chain WHERE tenant_id = :tenant AND id = ?1",
                   {id}, read_chain, missing);
}

Result<domain::Chain> update_chain(WriteTxn& txn, domain::Chain chain) {
    auto const done = txn.run(
        "UPDATE escalation_chain SET version = version + 1, name = ?3, document = ?4 "
        "WHERE tenant_id = :tenant AND id = ?1 AND version = ?2",
        {chain.id, chain.version, chain.name, to_string(domain::chain_document(chain))});
    if (!done) return done.error();
    CHECK_OK(check_updated(*done, get_chain(txn, chain.id), stale));
    ++chain.version;
    return chain;
}

Result<void> remove_chain(WriteTxn& txn, domain::ChainId id) {
    TRY(auto const gone, txn.run("DELETE FROM escalation_chain WHERE tenant_id = :tenant AND id = ?1", {id}));
    if (gone == 0) return missing();
    return {};
}

Result<std::vector<domain::Chain>> list_chains(ReadTxn& txn) {
    return list_all(txn,
                    "SELECT id, version, name, document FROM escalation_chain WHERE tenant_id = :tenant ORDER BY id",
                    {}, read_chain);
}

}  // namespace lotse::store
