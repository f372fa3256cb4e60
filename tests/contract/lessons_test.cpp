// SPDX-License-Identifier: Apache-2.0
#include "store/lessons.h"

#include "contract/support/samples.h"
#include "support/stores.h"

namespace lotse::testing {
namespace {

class Lessons : public OnEachStore {
  protected:
    domain::Lesson add(std::string text, std::string category, bool is_evidence = false) {
        return must_have(write([&](store::WriteTxn& txn) {
            domain::Lesson lesson;
            lesson.reference = "case-1";
            lesson.principal = "token:3";
            lesson.subject = "Łódź";
            lesson.text = text;
            lesson.hour = 13;
            lesson.answers = {{"category", category, "network", 0.75, {"network", "email"}, "linear-1"}};
            lesson.is_seen = !is_evidence;
            lesson.is_evidence = is_evidence;
            lesson.at = instant(5'000);
            return store::add_lesson(txn, lesson);
        }));
    }
    std::vector<domain::Lesson> listed(domain::LessonId before = {}, int limit = 10) {
        return must_have(read([&](store::ReadTxn& txn) { return store::list_lessons(txn, before, limit); }));
    }
};
LOTSE_ON_EACH_STORE(Lessons);

TEST_P(Lessons, AreKeptAsTheyWereTold) {
    auto const id = add("no network", "email", true).id;
    auto const kept = must_have(read([&](store::ReadTxn& txn) { return store::get_lesson(txn, id); }));
    EXPECT_EQ(kept.reference, "case-1");
    EXPECT_EQ(kept.principal, "token:3");
    EXPECT_EQ(kept.subject, "Łódź");
    EXPECT_EQ(kept.hour, 13);
    EXPECT_TRUE(kept.is_evidence);
    EXPECT_FALSE(kept.is_seen);
    EXPECT_EQ(kept.at, instant(5'000));
    EXPECT_EQ(kept.decided("category"), "email");
    EXPECT_EQ(kept.decided("type"), "");
    EXPECT_EQ(kept.answers[0].said, "network");
    EXPECT_EQ(kept.answers[0].among, (std::vector<std::string>{"network", "email"}));
    auto const absent = read([](store::ReadTxn& txn) { return store::get_lesson(txn, domain::LessonId{99}); });
    EXPECT_EQ(absent.error().code, "lesson.missing");
}

TEST_P(Lessons, GiveWayToALaterOneOnTheSameWords) {
    auto const first = add("no network", "email");
    auto const second = add("no network", "network");
    auto const third = add("no printer", "printing");
    auto const all = listed();
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0].id, third.id);
    EXPECT_EQ(all[1].id, second.id);
    ASSERT_EQ(listed(third.id, 1).size(), 1U);
    EXPECT_EQ(listed(third.id, 1)[0].id, second.id);
    auto const log =
        must_have(read([&](store::ReadTxn& txn) { return store::list_lessons_after(txn, domain::LessonId{}, 10); }));
    EXPECT_EQ(log.size(), 3U) << "what was corrected was evidence all the same";
    auto const found =
        must_have(read([&](store::ReadTxn& txn) { return store::find_lesson(txn, store::words_hash(first)); }));
    ASSERT_TRUE(found);
    EXPECT_EQ(found->id, second.id);
    EXPECT_EQ(must_have(read([](store::ReadTxn& txn) { return store::last_lesson(txn); })), third.id);
}

TEST_P(Lessons, OfAnotherDeskAreNotThere) {
    add("no network", "email");
    auto const theirs =
        must_have(store().read(other_scope(), [](store::ReadTxn& txn) { return store::list_lessons(txn, {}, 10); }));
    EXPECT_TRUE(theirs.empty());
}

}  // namespace
}  // namespace lotse::testing
