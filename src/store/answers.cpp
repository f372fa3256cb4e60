// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"
#include "store/rows.h"
#include "store/sql_text.h"
#include "store/text_rows.h"
#include "store/wording.h"

namespace lotse::store {
namespace {

constexpr SqlPiece kColumns = "id, version, name, shortcut, queues, texts";

domain::Answer read_answer(Row const& row) {
    domain::Answer out;
    out.id = row.id<domain::AnswerTag>(0);
    out.version = row.integer(1);
    out.name = row.text(2);
    out.shortcut = row.text(3);
    out.queues = queues_in(array_column(row, 4));
    out.texts = texts_in(object_column(row, 5));
    return out;
}

Error missing() { return not_found("answer.missing", "There is no such canned answer."); }
Error stale() {
    return conflict("answer.stale_version", "Somebody has changed this canned answer meanwhile; read it again.");
}
Error named(Error error) {
    return renamed(std::move(error), {{"/shortcut_key", "/shortcut", "answer.shortcut_taken",
                                       "Another canned answer has this shortcut."}});
}

Value key_of(domain::Answer const& answer) {
    if (answer.shortcut.empty()) return nullptr;
    return short_key(to_lower_utf8(answer.shortcut));
}

}  // namespace

Result<domain::Answer> add_answer(WriteTxn& txn, domain::Answer answer) {
    TRY(answer.id.value, txn.next_id("answer"));
    answer.version = 1;
    auto const done = txn.run(
        sql<"INSERT INTO answer (tenant_id, ", kColumns, ", shortcut_key) VALUES (:tenant, ?1, 1, ?2, ?3, ?4, ?5, ?6)">,
        {answer.id, answer.name, answer.shortcut, queues_text(answer.queues), texts_text(answer.texts),
         key_of(answer)});
    if (!done) return named(done.error());
    return answer;
}

Result<domain::Answer> get_answer(ReadTxn& txn, domain::AnswerId id) {
    return get_one(txn, sql<"SELECT ", kColumns, " FROM answer WHERE tenant_id = :tenant AND id = ?1">, {id},
                   read_answer, missing);
}

Result<domain::Answer> update_answer(WriteTxn& txn, domain::Answer answer) {
    auto const done = txn.run(
        "UPDATE answer SET version = version + 1, name = ?3, shortcut = ?4, shortcut_key = ?5, queues = ?6, texts = ?7 "
        "WHERE tenant_id = :tenant AND id = ?1 AND version = ?2",
        {answer.id, answer.version, answer.name, answer.shortcut, key_of(answer), queues_text(answer.queues),
         texts_text(answer.texts)});
    if (!done) return named(done.error());
    CHECK_OK(check_updated(*done, get_answer(txn, answer.id), stale));
    ++answer.version;
    return answer;
}

Result<void> remove_answer(WriteTxn& txn, domain::AnswerId id) {
    TRY(auto const gone, txn.run("DELETE FROM answer WHERE tenant_id = :tenant AND id = ?1", {id}));
    if (gone == 0) return missing();
    return {};
}

Result<std::vector<domain::Answer>> list_answers(ReadTxn& txn) {
    return list_all(txn, sql<"SELECT ", kColumns, " FROM answer WHERE tenant_id = :tenant ORDER BY id">, {},
                    read_answer);
}

}  // namespace lotse::store
