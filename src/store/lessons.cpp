// SPDX-License-Identifier: Apache-2.0
#include "store/lessons.h"

#include "base/crypto.h"
#include "store/rows.h"
#include "store/sql_text.h"

namespace lotse::store {
namespace {

constexpr SqlPiece kColumns = "id, is_evidence, at, principal, document";

domain::Lesson read_lesson(Row const& row) {
    auto out = domain::lesson_from(object_column(row, 4));
    out.id = row.id<domain::LessonTag>(0);
    out.is_evidence = row.flag(1);
    out.at = row.at(2);
    out.principal = row.text(3);
    return out;
}

Error missing() { return not_found("lesson.missing", "There is no such feedback."); }

}  // namespace

std::string words_hash(domain::Lesson const& lesson) {
    return sha256_hex(std::to_string(lesson.subject.size()) + ":" + lesson.subject + lesson.text);
}

Result<domain::Lesson> add_lesson(WriteTxn& txn, domain::Lesson lesson) {
    TRY(lesson.id.value, txn.next_id("lesson"));
    auto const hash = words_hash(lesson);
    TRY([[maybe_unused]] auto const corrected,
        txn.run("UPDATE lesson SET is_current = 0 WHERE tenant_id = :tenant AND words_hash = ?1 AND is_current = 1",
                {hash}));
    TRY([[maybe_unused]] auto const added,
        txn.run("INSERT INTO lesson (tenant_id, id, words_hash, is_current, is_evidence, at, principal, document) "
                "VALUES (:tenant, ?1, ?2, 1, ?3, ?4, ?5, ?6)",
                {lesson.id, hash, lesson.is_evidence, lesson.at, lesson.principal, to_string(to_json(lesson))}));
    TRY([[maybe_unused]] auto const forgotten,
        txn.run("DELETE FROM lesson WHERE tenant_id = :tenant AND id <= ?1", {lesson.id.value - kLessonsKept}));
    return lesson;
}

Result<domain::Lesson> get_lesson(ReadTxn& txn, domain::LessonId id) {
    return get_one(txn, sql<"SELECT ", kColumns, " FROM lesson WHERE tenant_id = :tenant AND id = ?1">, {id},
                   read_lesson, missing);
}

Result<std::optional<domain::Lesson>> find_lesson(ReadTxn& txn, std::string_view hash) {
    return find_one(
        txn, sql<"SELECT ", kColumns, " FROM lesson WHERE tenant_id = :tenant AND words_hash = ?1 AND is_current = 1">,
        {hash}, read_lesson);
}

Result<void> remove_lessons(WriteTxn& txn, std::string_view hash) {
    TRY([[maybe_unused]] auto const gone,
        txn.run("DELETE FROM lesson WHERE tenant_id = :tenant AND words_hash = ?1", {hash}));
    return {};
}

// Their numbers rise with their time, so the walk from the oldest on needs no index by time.
Result<int> forget_lessons_before(WriteTxn& txn, Instant before, int limit) {
    TRY(auto const gone, txn.run("DELETE FROM lesson WHERE tenant_id = :tenant AND at < ?1 AND id IN (SELECT id FROM "
                                 "lesson WHERE tenant_id = :tenant ORDER BY id LIMIT ?2)",
                                 {before, limit}));
    return static_cast<int>(gone);
}

Result<domain::LessonId> last_lesson(ReadTxn& txn) {
    TRY(auto const found,
        find_one<domain::LessonId>(txn, "SELECT id FROM lesson WHERE tenant_id = :tenant ORDER BY id DESC LIMIT 1", {},
                                   [](Row const& row) { return row.id<domain::LessonTag>(0); }));
    return found.value_or(domain::LessonId{});
}

Result<std::vector<domain::Lesson>> list_lessons_after(ReadTxn& txn, domain::LessonId after, int limit) {
    return list_all(txn,
                    sql<"SELECT ", kColumns, " FROM lesson WHERE tenant_id = :tenant AND id > ?1 ORDER BY id LIMIT ?2">,
                    {after, limit}, read_lesson);
}

Result<std::vector<domain::Lesson>> list_lessons(ReadTxn& txn, domain::LessonId before, int limit) {
    return list_all(txn,
                    sql<"SELECT ", kColumns,
                        " FROM lesson WHERE tenant_id = :tenant AND id < ?1 AND is_current = 1 "
                        "ORDER BY id DESC LIMIT ?2">,
                    {before ? before.value : INT64_MAX, limit}, read_lesson);
}

}  // namespace lotse::store
