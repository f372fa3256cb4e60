// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"
#include "store/rows.h"
#include "store/setup.h"
#include "store/sql_text.h"

namespace lotse::store {
namespace {

constexpr SqlPiece kColumns = "id, version, name, pattern";

domain::EntityKind read_kind(Row const& row) {
    domain::EntityKind out;
    out.id = row.id<domain::EntityKindTag>(0);
    out.version = row.integer(1);
    out.name = row.text(2);
    out.pattern = row.text(3);
    return out;
}

Error missing() { return not_found("entity.missing", "There is no such kind of entity."); }
Error stale() { return conflict("entity.stale_version", "Somebody has changed this meanwhile; read it again."); }

Error named(Error error) {
    return renamed(std::move(error), {{"/name_key", "/name", "entity.name_taken", "Another kind has this name."}});
}

Bytes name_key(domain::EntityKind const& kind) { return short_key(to_lower_utf8(kind.name)); }

}  // namespace

Result<domain::EntityKind> add_entity_kind(WriteTxn& txn, domain::EntityKind kind) {
    TRY(kind.id.value, txn.next_id("entity_kind"));
    kind.version = 1;
    auto const done = txn.run(
        sql<"INSERT INTO entity_kind (tenant_id, ", kColumns, ", name_key) VALUES (:tenant, ?1, 1, ?2, ?3, ?4)">,
        {kind.id, kind.name, kind.pattern, name_key(kind)});
    if (!done) return named(done.error());
    return kind;
}

Result<domain::EntityKind> get_entity_kind(ReadTxn& txn, domain::EntityKindId id) {
    return get_one(txn, sql<"SELECT ", kColumns, " FROM entity_kind WHERE tenant_id = :tenant AND id = ?1">, {id},
                   read_kind, missing);
}

Result<domain::EntityKind> update_entity_kind(WriteTxn& txn, domain::EntityKind kind) {
    auto const done = txn.run(
        "UPDATE entity_kind SET version = version + 1, name = ?3, pattern = ?4, name_key = ?5 "
        "WHERE tenant_id = :tenant AND id = ?1 AND version = ?2",
        {kind.id, kind.version, kind.name, kind.pattern, name_key(kind)});
    if (!done) return named(done.error());
    CHECK_OK(check_updated(*done, get_entity_kind(txn, kind.id), stale));
    ++kind.version;
    return kind;
}

Result<void> remove_entity_kind(WriteTxn& txn, domain::EntityKindId id) {
    TRY(auto const removed, txn.run("DELETE FROM entity_kind WHERE tenant_id = :tenant AND id = ?1", {id}));
    if (removed == 0) return missing();
    return {};
}

Result<std::vector<domain::EntityKind>> list_entity_kinds(ReadTxn& txn) {
    return list_all(txn, sql<"SELECT ", kColumns, " FROM entity_kind WHERE tenant_id = :tenant ORDER BY id">, {},
                    read_kind);
}

}  // namespace lotse::store
