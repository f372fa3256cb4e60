// SPDX-License-Identifier: Apache-2.0
// Lessons: what people decided on messages of other systems. The newest 20,000 of a desk are kept, as many as a model is
// fitted on; older ones go when new ones come.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/lesson.h"
#include "store/db.h"

namespace lotse::store {

constexpr std::int64_t kLessonsKept = 20'000;

// The same for two messages with the same subject and text.
std::string words_hash(domain::Lesson const& lesson);

// Takes the place of an earlier lesson on the same words. id is given here.
Result<domain::Lesson> add_lesson(WriteTxn& txn, domain::Lesson lesson);
Result<domain::Lesson> get_lesson(ReadTxn& txn, domain::LessonId id);  // not_found "lesson.missing"
// The one in force on these words.
Result<std::optional<domain::Lesson>> find_lesson(ReadTxn& txn, std::string_view words_hash);
// All on these words, those that were corrected, too.
Result<void> remove_lessons(WriteTxn& txn, std::string_view words_hash);
// Of the oldest `limit`, those told before `before`. Gives how many went.
Result<int> forget_lessons_before(WriteTxn& txn, Instant before, int limit);
// The id of the newest; 0: there is none.
Result<domain::LessonId> last_lesson(ReadTxn& txn);
// Behind `after`, oldest first, with those that were corrected since.
Result<std::vector<domain::Lesson>> list_lessons_after(ReadTxn& txn, domain::LessonId after, int limit);
// In force, newest first, older than `before` (none: from the newest on).
Result<std::vector<domain::Lesson>> list_lessons(ReadTxn& txn, domain::LessonId before, int limit);

}  // namespace lotse::store
