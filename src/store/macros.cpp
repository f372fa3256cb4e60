// SPDX-License-Identifier: Apache-2.0
#include "store/rows.h"
#include "store/sql_text.h"
#include "store/text_rows.h"
#include "store/wording.h"

namespace lotse::store {
namespace {

constexpr SqlPiece kColumns = "id, version, name, queues, document";

domain::Macro read_macro(Row const& row) {
    domain::Macro out;
    out.id = row.id<domain::MacroTag>(0);
    out.version = row.integer(1);
    out.name = row.text(2);
    out.queues = queues_in(array_column(row, 3));
    out.document = object_column(row, 4);
    return out;
}

Error missing() { return not_found("macro.missing", "There is no such macro."); }
Error stale() { return conflict("macro.stale_version", "Somebody has changed this macro meanwhile; read it again."); }

}  // namespace

Result<domain::Macro> add_macro(WriteTxn& txn, domain::Macro macro) {
    TRY(macro.id.value, txn.next_id("macro"));
    macro.version = 1;
    auto const done = txn.run(sql<"INSERT INTO macro (tenant_id, ", kColumns, ") VALUES (:tenant, ?1, 1, ?2, ?3, ?4)">,
                              {macro.id, macro.name, queues_text(macro.queues), to_string(macro.document)});
    if (!done) return done.error();
    return macro;
}

Result<domain::Macro> get_macro(ReadTxn& txn, domain::MacroId id) {
    return get_one(txn, sql<"SELECT ", kColumns, " FROM macro WHERE tenant_id = :tenant AND id = ?1">, {id}, read_macro,
                   missing);
}

Result<domain::Macro> update_macro(WriteTxn& txn, domain::Macro macro) {
    auto const done = txn.run(
        "UPDATE macro SET version = version + 1, name = ?3, queues = ?4, document = ?5 "
        "WHERE tenant_id = :tenant AND id = ?1 AND version = ?2",
        {macro.id, macro.version, macro.name, queues_text(macro.queues), to_string(macro.document)});
    if (!done) return done.error();
    CHECK_OK(check_updated(*done, get_macro(txn, macro.id), stale));
    ++macro.version;
    return macro;
}

Result<void> remove_macro(WriteTxn& txn, domain::MacroId id) {
    TRY(auto const gone, txn.run("DELETE FROM macro WHERE tenant_id = :tenant AND id = ?1", {id}));
    if (gone == 0) return missing();
    return {};
}

Result<std::vector<domain::Macro>> list_macros(ReadTxn& txn) {
    return list_all(txn, sql<"SELECT ", kColumns, " FROM macro WHERE tenant_id = :tenant ORDER BY id">, {}, read_macro);
}

}  // namespace lotse::store
