// SPDX-License-Identifier: Apache-2.0
#include "store/calendar_feeds.h"

#include <fmt/format.h>

#include <algorithm>

#include "store/rows.h"
#include "store/sql_text.h"

namespace lotse::store {
namespace {

constexpr char const kColumns[] =
    "kind, owner_id, version, url, host, etag, last_modified, name, holidays, found, left_out, failures, failure, "
    "checked_at, read_at, next_at";

std::string holidays_text(std::vector<domain::Holiday> const& holidays) {
    JsonArray out;
    for (auto const& day : holidays)
        out.emplace_back(JsonArray{Json(std::chrono::sys_days{day.date}.time_since_epoch().count()), Json(day.name)});
    return to_string(Json(std::move(out)));
}

std::vector<domain::Holiday> holidays_at(Row const& row, int column) {
    std::vector<domain::Holiday> out;
    for (auto const& item : array_column(row, column)) {
        must(item.is_array() && item.get_array().size() == 2, "stored holidays of a feed");
        auto const& pair = item.get_array();
        must(pair[0].is_int64() && pair[1].is_string(), "stored holidays of a feed");
        std::chrono::sys_days const day{std::chrono::days{pair[0].get_int64()}};
        out.push_back({std::chrono::year_month_day{day}, std::string(pair[1].get_string())});
    }
    return out;
}

CalendarFeed read_feed(Row const& row) {
    CalendarFeed out;
    out.kind = row.integer(0) == 0 ? FeedKind::holidays : FeedKind::absences;
    out.owner = row.integer(1);
    out.version = row.integer(2);
    out.url = Secret<std::string>(row.bytes(3));
    out.host = row.text(4);
    out.etag = row.text(5);
    out.last_modified = row.text(6);
    out.name = row.text(7);
    out.holidays = holidays_at(row, 8);
    out.found = row.integer(9);
    out.left_out = row.integer(10);
    out.failures = row.integer(11);
    out.failure = row.text(12);
    out.checked_at = row.at(13);
    out.read_at = row.at(14);
    out.next_at = row.at(15);
    return out;
}

std::int64_t number_of(FeedKind kind) { return static_cast<std::int64_t>(kind); }

}  // namespace

Result<std::optional<CalendarFeed>> find_feed(ReadTxn& txn, FeedKind kind, std::int64_t owner) {
    return find_one(
        txn, sql<"SELECT ", kColumns, " FROM calendar_feed WHERE tenant_id = :tenant AND kind = ?1 AND owner_id = ?2">,
        {number_of(kind), owner}, read_feed);
}

Result<CalendarFeed> put_feed(WriteTxn& txn, CalendarFeed feed) {
    TRY(auto const known, find_feed(txn, feed.kind, feed.owner));
    feed.version = known ? known->version + 1 : 1;
    CHECK_OK(remove_feed(txn, feed.kind, feed.owner));
    auto const done =
        txn.run(sql<"INSERT INTO calendar_feed (tenant_id, ", kColumns,
                    ") VALUES (:tenant, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)">,
                {number_of(feed.kind), feed.owner, feed.version, Bytes{feed.url.reveal()}, feed.host, feed.etag,
                 feed.last_modified, feed.name, holidays_text(feed.holidays), feed.found, feed.left_out, feed.failures,
                 feed.failure, feed.checked_at, feed.read_at, feed.next_at});
    if (!done) return done.error();
    return feed;
}

Result<bool> note_feed(WriteTxn& txn, CalendarFeed const& feed) {
    TRY(auto const changed,
        txn.run("UPDATE calendar_feed SET etag = ?4, last_modified = ?5, name = ?6, holidays = ?7, found = ?8, "
                "left_out = ?9, failures = ?10, failure = ?11, checked_at = ?12, read_at = ?13, next_at = ?14 "
                "WHERE tenant_id = :tenant AND kind = ?1 AND owner_id = ?2 AND version = ?3",
                {number_of(feed.kind), feed.owner, feed.version, feed.etag, feed.last_modified, feed.name,
                 holidays_text(feed.holidays), feed.found, feed.left_out, feed.failures, feed.failure, feed.checked_at,
                 feed.read_at, feed.next_at}));
    return changed == 1;
}

Result<bool> remove_feed(WriteTxn& txn, FeedKind kind, std::int64_t owner) {
    TRY(auto const gone, txn.run("DELETE FROM calendar_feed WHERE tenant_id = :tenant AND kind = ?1 AND owner_id = ?2",
                                 {number_of(kind), owner}));
    return gone == 1;
}

Result<std::vector<CalendarFeed>> list_due_feeds(ReadTxn& txn, Instant now, int limit) {
    return list_all(txn,
                    sql<"SELECT ", kColumns,
                        " FROM calendar_feed WHERE tenant_id = :tenant AND next_at <= ?1 ORDER BY next_at LIMIT ?2">,
                    {now, limit}, read_feed);
}

Result<std::int64_t> count_failing_feeds(ReadTxn& txn, int failures) {
    TRY(auto const found,
        find_one<std::int64_t>(txn, "SELECT COUNT(*) FROM calendar_feed WHERE tenant_id = :tenant AND failures >= ?1",
                               {failures}, [](Row const& row) { return row.integer(0); }));
    return found.value_or(0);
}

Result<void> add_feed_holidays(ReadTxn& txn, std::vector<domain::Calendar>& calendars) {
    TRY(auto const feeds,
        list_all(txn, sql<"SELECT ", kColumns, " FROM calendar_feed WHERE tenant_id = :tenant AND kind = ?1">,
                 {number_of(FeedKind::holidays)}, read_feed));
    for (auto const& feed : feeds) {
        auto const at = std::ranges::find(calendars, domain::CalendarId{feed.owner}, &domain::Calendar::id);
        if (at == calendars.end()) continue;
        for (auto const& day : feed.holidays)
            if (!domain::works_on(*at, day.date)) at->holidays.push_back(day);
    }
    return {};
}

}  // namespace lotse::store
