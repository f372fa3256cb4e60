// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"
#include "store/rows.h"
#include "store/setup.h"
#include "store/sql_text.h"

namespace lotse::store {
namespace {

constexpr SqlPiece kColumns = "id, version, name, colour";

domain::Tag read_tag(Row const& row) {
    domain::Tag out;
    out.id = row.id<domain::TagTag>(0);
    out.version = row.integer(1);
    out.name = row.text(2);
    out.colour = enum_at<domain::TagColour>(row, 3);
    return out;
}

Error missing() { return not_found("tag.missing", "There is no such tag."); }
Error stale() { return conflict("tag.stale_version", "Somebody has changed this tag meanwhile; read it again."); }

Error named(Error error) {
    return renamed(std::move(error), {{"/name_key", "/name", "tag.name_taken", "Another tag has this name."}});
}

Bytes name_key(domain::Tag const& tag) { return short_key(to_lower_utf8(tag.name)); }

}  // namespace

Result<domain::Tag> add_tag(WriteTxn& txn, domain::Tag tag) {
    TRY(tag.id.value, txn.next_id("tag"));
    tag.version = 1;
    auto const done =
        txn.run(sql<"INSERT INTO tag (tenant_id, ", kColumns, ", name_key) VALUES (:tenant, ?1, 1, ?2, ?3, ?4)">,
                {tag.id, tag.name, stored(tag.colour), name_key(tag)});
    if (!done) return named(done.error());
    return tag;
}

Result<domain::Tag> get_tag(ReadTxn& txn, domain::TagId id) {
    return get_one(txn, sql<"SELECT ", kColumns, " FROM tag WHERE tenant_id = :tenant AND id = ?1">, {id}, read_tag,
                   missing);
}

Result<domain::Tag> update_tag(WriteTxn& txn, domain::Tag tag) {
    auto const done = txn.run(
        "UPDATE tag SET version = version + 1, name = ?3, colour = ?4, name_key = ?5 "
        "WHERE tenant_id = :tenant AND id = ?1 AND version = ?2",
        {tag.id, tag.version, tag.name, stored(tag.colour), name_key(tag)});
    if (!done) return named(done.error());
    CHECK_OK(check_updated(*done, get_tag(txn, tag.id), stale));
    ++tag.version;
    return tag;
}

Result<void> remove_tag(WriteTxn& txn, domain::TagId id) {
    TRY(auto const removed, txn.run("DELETE FROM tag WHERE tenant_id = :tenant AND id = ?1", {id}));
    if (removed == 0) return missing();
    return {};
}

Result<std::vector<domain::Tag>> list_tags(ReadTxn& txn) {
    return list_all(txn, sql<"SELECT ", kColumns, " FROM tag WHERE tenant_id = :tenant ORDER BY id">, {}, read_tag);
}

}  // namespace lotse::store
