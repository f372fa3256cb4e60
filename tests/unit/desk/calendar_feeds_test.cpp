// SPDX-License-Identifier: Apache-2.0
#include "desk/calendar_feeds.h"

#include <gtest/gtest.h>

#include "desk/calendars.h"
#include "desk/desk_health.h"
#include "desk/preview_deadlines.h"
#include "desk/renew_deadlines.h"
#include "desk/roster.h"
#include "desk/ticket_clocks.h"
#include "store/renewals.h"
#include "support/desk_fixture.h"

namespace lotse {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

std::string file(std::string_view events) {
    return "BEGIN:VCALENDAR\nX-WR-CALNAME:Days\n" + std::string(events) + "END:VCALENDAR\n";
}
std::string event(std::string_view begin, std::string_view end, std::string_view more = "") {
    return "BEGIN:VEVENT\nSUMMARY:Secret appointment\nDTSTART:" + std::string(begin) + "\nDTEND:" + std::string(end) +
           "\n" + std::string(more) + "END:VEVENT\n";
}

class CalendarFeeds : public DeskTest {
  protected:
    CalendarFeeds()
        : anna_(add_agent("Anna Kowalska")), calendar_(need(desk::list_calendars(*desk_, *scope_)).front()) {
        clock_.set(*parse_rfc3339("2026-06-01T08:00:00Z"));
        desk_->web.check = [](std::string_view url) -> Result<void> {
            if (url.starts_with("https://")) return {};
            return invalid("http_out.url", "Give an address that begins with https://.", "/url");
        };
        desk_->web.send = [this](desk::WebRequest const& request) -> Result<desk::WebReply> {
            asked_.push_back(request);
            return answer_;
        };
    }
    void says(std::string body, std::string etag = "") {
        answer_ = desk::WebReply{200, std::move(body), "text/calendar", std::move(etag), "", ""};
    }
    void fails(int status) { answer_ = desk::WebReply{status, "", "", "", "", ""}; }
    desk::FeedOwner office() const { return {store::FeedKind::holidays, calendar_.id.value}; }
    desk::FeedOwner anna() const { return {store::FeedKind::absences, anna_.id.value}; }
    auto put(desk::FeedOwner owner, std::string url = "https://calendar.example/private-7f3/days.ics") {
        return desk::put_feed(*desk_, as(anna_.id), owner, std::move(url));
    }
    store::CalendarFeed feed(desk::FeedOwner owner) { return *need(desk::find_feed(*desk_, *scope_, owner)); }
    std::vector<domain::Absence> absences() { return need(desk::list_absences(*desk_, *scope_, anna_.id)); }
    std::string sent(std::string_view header) const {
        for (auto const& [name, value] : asked_.back().headers)
            if (name == header) return value;
        return "";
    }

    domain::Agent anna_;
    domain::Calendar calendar_;
    Result<desk::WebReply> answer_ = desk::WebReply{};
    std::vector<desk::WebRequest> asked_;
};

TEST_F(CalendarFeeds, HolidaysOfAnAddressAreClosedBesideTheCalendarsOwn) {
    says(file("BEGIN:VEVENT\nSUMMARY:Fair\nDTSTART;VALUE=DATE:20260602\nEND:VEVENT\n"));
    auto const made = need(put(office(), "webcal://calendar.example/days.ics"));
    EXPECT_EQ(asked_.back().url, "https://calendar.example/days.ics");
    EXPECT_EQ(made.host, "calendar.example");
    EXPECT_EQ(made.name, "Days");
    EXPECT_EQ(made.found, 1);
    auto const served = need(desk::served_calendar(*desk_, *scope_, calendar_.id));
    EXPECT_EQ(served.holidays.size(), calendar_.holidays.size() + 1);
    EXPECT_EQ(need(desk::get_calendar(*desk_, *scope_, calendar_.id)).holidays, calendar_.holidays)
        << "its own stay its own";
    EXPECT_FALSE(domain::is_open(served, *parse_rfc3339("2026-06-02T10:00:00Z")));
    EXPECT_EQ(made.url.reveal().find("private"), std::string::npos) << "sealed";

    need(desk::remove_feed(*desk_, as(anna_.id), office()));
    EXPECT_EQ(need(desk::served_calendar(*desk_, *scope_, calendar_.id)).holidays, calendar_.holidays);
}

TEST_F(CalendarFeeds, AChangedAddressMovesTheDeadlinesOfOpenTickets) {
    auto const ticket = accept(mail("grace@customer.example", "Printer", "It prints nothing.")).ticket;
    settle();
    auto const walk = [&] {
        while (need(desk::renew_step(*desk_))) {
        }
        return view(ticket).ticket.solution_due_at;
    };
    auto const before = walk();
    ASSERT_TRUE(before);
    std::string days;
    for (int day = 1; day <= 30; ++day)
        days += "BEGIN:VEVENT\nDTSTART;VALUE=DATE:202606" + std::string(day < 10 ? "0" : "") + std::to_string(day) +
                "\nEND:VEVENT\n";
    says(file(days));
    need(put(office()));
    auto const after = walk();
    EXPECT_GT(*after, *before + hours{24 * 20});
    // Read again without a change: nobody walks.
    need(desk::read_feed_now(*desk_, *scope_, office()));
    EXPECT_FALSE(need(desk_->store.read(*scope_, [](store::ReadTxn& txn) { return store::find_renewal(txn); })));
    says(file(""));
    need(desk::read_feed_now(*desk_, *scope_, office()));
    EXPECT_EQ(walk(), before);
}

TEST_F(CalendarFeeds, ThePreviewKnowsTheHolidaysOfTheAddress) {
    accept(mail("grace@customer.example", "Printer", "It prints nothing."));
    settle();
    says(file("BEGIN:VEVENT\nDTSTART;VALUE=DATE:20260601\nDTEND;VALUE=DATE:20260701\nEND:VEVENT\n"));
    need(put(office()));
    while (need(desk::renew_step(*desk_))) {
    }
    auto const same = need(desk::preview_calendar(*desk_, *scope_, calendar_));
    EXPECT_EQ(same.earlier + same.later, 0);
}

TEST_F(CalendarFeeds, TheLastGoodReadingStaysWhileOneFails) {
    says(file("BEGIN:VEVENT\nDTSTART;VALUE=DATE:20260602\nEND:VEVENT\n"), "\"v1\"");
    need(put(office()));
    for (int i = 1; i <= desk::kTroublingFailures; ++i) {
        clock_.set(feed(office()).next_at);
        fails(404);
        EXPECT_FALSE(need(desk::read_due_feeds(*desk_)));
        EXPECT_EQ(feed(office()).failures, i);
        EXPECT_EQ(need(desk::desk_health(*desk_)).feeds_failing, i < desk::kTroublingFailures ? 0 : 1);
    }
    auto const failed = feed(office());
    EXPECT_EQ(failed.failure, "There is no calendar at this address. Ask the calendar for its address again.");
    EXPECT_EQ(failed.holidays.size(), 1U);
    EXPECT_GT(failed.next_at, clock_.now() + minutes{30});
    clock_.set(failed.next_at);
    says(file(""));
    need(desk::read_due_feeds(*desk_));
    EXPECT_EQ(feed(office()).failures, 0);
    EXPECT_TRUE(feed(office()).holidays.empty());
    EXPECT_EQ(feed(office()).next_at, clock_.now() + hours{24});
}

TEST_F(CalendarFeeds, AsksWhetherAnythingHasChangedAndReadsAllOnceAWeek) {
    says(file("BEGIN:VEVENT\nDTSTART;VALUE=DATE:20260602\nEND:VEVENT\n"), "\"v1\"");
    need(put(office()));
    EXPECT_EQ(sent("If-None-Match"), "");
    clock_.advance(hours{25});
    fails(304);
    need(desk::read_due_feeds(*desk_));
    EXPECT_EQ(sent("If-None-Match"), "\"v1\"");
    EXPECT_EQ(feed(office()).holidays.size(), 1U);
    EXPECT_EQ(feed(office()).failures, 0);
    clock_.advance(hours{24 * 7});
    says(file(""));
    need(desk::read_due_feeds(*desk_));
    EXPECT_EQ(sent("If-None-Match"), "") << "repetitions are worked out further";
}

TEST_F(CalendarFeeds, KeepsNoAddressThatCannotBeRead) {
    says("<!DOCTYPE html>");
    auto const page = put(office());
    EXPECT_EQ(page.error().field, "/private_url");
    EXPECT_TRUE(page.error().message.starts_with("Line 1: A calendar file begins")) << page.error().message;
    EXPECT_EQ(put(office(), "http://calendar.example").error().field, "/private_url");
    fails(302);
    EXPECT_EQ(put(office()).error().code, "feed.moved");
    answer_ = too_large("http_out.too_large", "x");
    EXPECT_EQ(put(office()).error().code, "ical.bytes");
    EXPECT_FALSE(need(desk::find_feed(*desk_, *scope_, office())));
    EXPECT_EQ(put({store::FeedKind::absences, 4711}).error().kind, Kind::not_found);
    EXPECT_EQ(desk::read_feed_now(*desk_, *scope_, office()).error().code, "feed.missing");
}

TEST_F(CalendarFeeds, BusyTimesBecomeAbsencesWithoutTheirTitles) {
    says(file(event("20260601T090000Z", "20260601T100000Z") + event("20260601T093000Z", "20260601T113000Z") +
              event("20260603T090000Z", "20260603T100000Z", "TRANSP:TRANSPARENT\n") +
              "BEGIN:VEVENT\nSUMMARY:Away\nDTSTART;VALUE=DATE:20260810\nDTEND;VALUE=DATE:20260815\nEND:VEVENT\n"));
    EXPECT_EQ(need(put(anna())).found, 2);
    auto const all = absences();
    ASSERT_EQ(all.size(), 2U) << "what overlaps is one, what is free none";
    EXPECT_EQ(all[0].until - all[0].from, minutes{150});
    EXPECT_EQ(all[1].until - all[1].from, hours{24 * 5});
    EXPECT_EQ(all[0].source, "feed");
    EXPECT_EQ(all[0].note, "");
    EXPECT_EQ(all[0].kind, domain::AbsenceKind::other);
    EXPECT_EQ(desk::remove_absence(*desk_, as(anna_.id), anna_.id, all[0].id).error().code, "absence.imported");

    domain::Absence own;
    own.agent = anna_.id;
    own.from = domain::LocalTime{std::chrono::local_days{std::chrono::year{2026} / 9 / 1}};
    own.until = own.from + hours{24};
    need(desk::make_absence(*desk_, as(anna_.id), own, {}));
    says(file("BEGIN:VEVENT\nDTSTART;VALUE=DATE:20260810\nDTEND;VALUE=DATE:20260815\nEND:VEVENT\n"));
    need(desk::read_feed_now(*desk_, *scope_, anna()));
    auto const left = absences();
    ASSERT_EQ(left.size(), 2U) << "what is gone there is gone here";
    EXPECT_EQ(left[0].id, all[1].id) << "what stays is the same absence";
    EXPECT_EQ(left[1].source, "");

    need(desk::remove_feed(*desk_, as(anna_.id), anna()));
    ASSERT_EQ(absences().size(), 1U);
}

TEST_F(CalendarFeeds, AFileTakesThePlaceOfTheLastOne) {
    auto const first = need(
        desk::put_absence_file(*desk_, as(anna_.id), anna_.id, file(event("20260610T000000Z", "20260611T000000Z"))));
    EXPECT_EQ(first.absences, 1U);
    auto const second = need(
        desk::put_absence_file(*desk_, as(anna_.id), anna_.id, file(event("20260710T000000Z", "20260712T000000Z"))));
    EXPECT_EQ(second.absences, 1U);
    ASSERT_EQ(absences().size(), 1U);
    EXPECT_EQ(absences()[0].source, "file");
    EXPECT_EQ(need(desk::put_absence_file(*desk_, as(anna_.id), anna_.id, file(""))).absences, 0U);
    EXPECT_TRUE(absences().empty());
}

}  // namespace
}  // namespace lotse
