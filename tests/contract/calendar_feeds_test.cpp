// SPDX-License-Identifier: Apache-2.0
#include "store/calendar_feeds.h"

#include "store/setup.h"
#include "support/stores.h"

namespace lotse::testing {
namespace {

using store::FeedKind;

class CalendarFeedRepository : public OnEachStore {
  protected:
    static store::CalendarFeed a_feed(FeedKind kind, std::int64_t owner, Instant next_at = instant(5'000'000)) {
        store::CalendarFeed out;
        out.kind = kind;
        out.owner = owner;
        out.url = Secret<std::string>(std::string("sealed\0bytes", 12));
        out.host = "calendar.example";
        out.etag = "\"v1\"";
        out.holidays = {{std::chrono::year{2026} / 12 / 24, "Heiligabend"}};
        out.checked_at = out.read_at = instant(1'000'000);
        out.next_at = next_at;
        return out;
    }
    store::CalendarFeed put(store::CalendarFeed feed) {
        return must_have(write([&](store::WriteTxn& txn) { return store::put_feed(txn, std::move(feed)); }));
    }
    std::optional<store::CalendarFeed> find(FeedKind kind, std::int64_t owner) {
        return must_have(read([&](store::ReadTxn& txn) { return store::find_feed(txn, kind, owner); }));
    }
    bool note(store::CalendarFeed const& feed) {
        return must_have(write([&](store::WriteTxn& txn) { return store::note_feed(txn, feed); }));
    }
};

TEST_P(CalendarFeedRepository, KeepsOneOfEachOwnerAndCountsItsVersions) {
    EXPECT_FALSE(find(FeedKind::holidays, 7));
    EXPECT_EQ(put(a_feed(FeedKind::holidays, 7)).version, 1);
    put(a_feed(FeedKind::absences, 7));
    auto stored = *find(FeedKind::holidays, 7);
    EXPECT_EQ(stored.url.reveal(), std::string("sealed\0bytes", 12));
    EXPECT_EQ(stored.holidays, a_feed(FeedKind::holidays, 7).holidays);
    EXPECT_EQ(stored.next_at, instant(5'000'000));

    stored.failures = 3;
    stored.failure = "There is no calendar.";
    EXPECT_TRUE(note(stored));
    EXPECT_EQ(find(FeedKind::holidays, 7)->failure, "There is no calendar.");
    EXPECT_EQ(find(FeedKind::absences, 7)->failures, 0);
    EXPECT_EQ(must_have(read([](store::ReadTxn& txn) { return store::count_failing_feeds(txn, 3); })), 1);

    EXPECT_EQ(put(a_feed(FeedKind::holidays, 7)).version, 2);
    EXPECT_FALSE(note(stored)) << "of an older address";
    EXPECT_TRUE(must_have(write([](store::WriteTxn& txn) { return store::remove_feed(txn, FeedKind::holidays, 7); })));
    EXPECT_FALSE(find(FeedKind::holidays, 7));
    EXPECT_TRUE(find(FeedKind::absences, 7));
}

TEST_P(CalendarFeedRepository, ListsWhatIsDueTheLongestFirst) {
    for (int i = 1; i <= 4; ++i) put(a_feed(FeedKind::absences, i, instant(10'000'000 - i)));
    put(a_feed(FeedKind::absences, 9, instant(20'000'000)));
    auto const due =
        must_have(read([](store::ReadTxn& txn) { return store::list_due_feeds(txn, instant(10'000'000), 3); }));
    ASSERT_EQ(due.size(), 3U);
    EXPECT_EQ(due[0].owner, 4);
    EXPECT_EQ(due[2].owner, 2);
}

TEST_P(CalendarFeedRepository, PutsHolidaysBesideThoseOfTheCalendar) {
    auto one = domain::always_open();
    one.id = domain::CalendarId{3};
    one.holidays = {{std::chrono::year{2026} / 5 / 1, "Own"}};
    put(a_feed(FeedKind::holidays, 3));
    put(a_feed(FeedKind::absences, 3));
    std::vector<domain::Calendar> calendars{domain::always_open(), one};
    must_have(read([&](store::ReadTxn& txn) { return store::add_feed_holidays(txn, calendars); }));
    EXPECT_TRUE(calendars[0].holidays.empty());
    ASSERT_EQ(calendars[1].holidays.size(), 2U);
    EXPECT_EQ(calendars[1].holidays[1].name, "Heiligabend");
    one.worked = {std::chrono::year{2026} / 12 / 24};
    calendars = {one};
    must_have(read([&](store::ReadTxn& txn) { return store::add_feed_holidays(txn, calendars); }));
    EXPECT_EQ(calendars[0].holidays.size(), 1U) << "that day is worked";
}

LOTSE_ON_EACH_STORE(CalendarFeedRepository);

}  // namespace
}  // namespace lotse::testing
