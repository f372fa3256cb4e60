// SPDX-License-Identifier: Apache-2.0
#include "desk/tell_day.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "desk/escalations.h"
#include "desk/fire_timers.h"
#include "desk/reply.h"
#include "desk/roster.h"
#include "desk/stream_events.h"
#include "unit/desk/support/desk_fixture.h"

namespace lotse::desk {
namespace {

using namespace std::chrono;

class TellDay : public DeskTest {
  protected:
    Day tell(local_days date) {
        need(place_events(*desk_, *scope_));
        return need(tell_day(*desk_, *scope_, date));
    }
    static std::vector<DayNote> notes_of(Day const& day, DayNoteKind kind) {
        std::vector<DayNote> out;
        for (auto const& hour : day.hours)
            std::ranges::copy_if(hour.notes, std::back_inserter(out),
                                 [&](auto const& note) { return note.kind == kind; });
        return out;
    }
    local_days const today_{2026y / March / 4};
};

TEST_F(TellDay, CountsEachHourOfTheDesksOwnZone) {
    auto const ada = add_agent("Ada Admin");
    auto const first = accept(mail("grace@customer.example", "VPN is down", "Nobody gets in."));
    settle();
    clock_.advance(hours{1});
    NewReply wanted;
    wanted.ticket = first.ticket;
    wanted.text = "It is back.";
    wanted.then = domain::Status::solved;
    need(reply(*desk_, as(ada.id), wanted));
    settle();
    clock_.set(*parse_rfc3339("2026-03-04T23:30:00Z"));  // half an hour past midnight in Berlin
    accept(mail("grace@customer.example", "And again", "Nobody gets in."));
    settle();

    auto const day = tell(today_);
    ASSERT_EQ(day.hours.size(), 24U);
    EXPECT_EQ(day.time_zone, "Europe/Berlin");
    EXPECT_EQ(day.hours[10].opened, 1);
    EXPECT_EQ(day.hours[10].given, 1);
    EXPECT_EQ(day.hours[11].replied, 1);
    EXPECT_EQ(day.hours[11].solved, 1);
    int opened = 0;
    for (auto const& hour : day.hours) opened += hour.opened;
    EXPECT_EQ(opened, 1);
    EXPECT_EQ(tell(today_ + days{1}).hours[0].opened, 1);
    auto const given = notes_of(day, DayNoteKind::given);
    ASSERT_EQ(given.size(), 1U);
    EXPECT_EQ(given[0].agent, ada.id);
    EXPECT_EQ(given[0].ticket, first.ticket);
    EXPECT_FALSE(given[0].because.empty());
}

TEST_F(TellDay, TellsWhoComesWhoGoesAndWhoIsAbsent) {
    auto const ada = add_agent("Ada Admin");
    auto const ben = add_agent("Ben Brook");
    ShiftFields fields;
    fields.name = "Early";
    fields.hours = {{7 * 60, 15 * 60 + 30}};
    auto const shift = need(make_shift(*desk_, as(ada.id), fields, {}));
    need(put_roster(*desk_, as(ada.id), {{ada.id, today_, shift.value.id}, {ben.id, today_, shift.value.id}}));
    domain::Absence absence;
    absence.agent = ben.id;
    absence.kind = domain::AbsenceKind::sick;
    absence.from = today_;
    absence.until = today_ + days{1};
    need(make_absence(*desk_, as(ada.id), absence, {}));

    auto const day = tell(today_);
    auto const begins = notes_of(day, DayNoteKind::begins);
    ASSERT_EQ(begins.size(), 1U);
    EXPECT_EQ(begins[0].agent, ada.id);
    EXPECT_EQ(begins[0].at, *parse_rfc3339("2026-03-04T06:00:00Z"));
    ASSERT_EQ(day.hours[15].notes.size(), 1U);
    EXPECT_EQ(day.hours[15].notes[0].kind, DayNoteKind::leaves);
    auto const absent = notes_of(day, DayNoteKind::absent);
    ASSERT_EQ(absent.size(), 1U);
    EXPECT_EQ(absent[0].agent, ben.id);
    EXPECT_EQ(absent[0].what, "sick");
    EXPECT_TRUE(std::ranges::find(day.hours[0].notes, DayNoteKind::absent, &DayNote::kind) != day.hours[0].notes.end());
}

TEST_F(TellDay, NamesTheClockThatWasMissed) {
    auto const accepted = accept(mail("grace@customer.example", "VPN is down", "Nobody gets in."));
    settle();
    clock_.set(*parse_rfc3339("2026-03-09T09:00:00Z"));
    need(fire_timers(*desk_, *scope_, 100));
    settle();
    auto const missed = notes_of(tell(local_days{2026y / March / 9}), DayNoteKind::missed);
    ASSERT_FALSE(missed.empty());
    EXPECT_EQ(missed[0].ticket, accepted.ticket);
    EXPECT_EQ(missed[0].what, "first_reply");
}

TEST_F(TellDay, HasAsManyHoursAsTheClockShows) {
    EXPECT_EQ(tell(local_days{2026y / March / 29}).hours.size(), 23U);
    EXPECT_EQ(tell(local_days{2026y / October / 25}).hours.size(), 25U);
}

// The binary search over positions: each of many days gives its own tickets and no other's.
TEST_F(TellDay, FindsEachDayAmongMany) {
    for (int i = 0; i < 12; ++i) {
        for (int n = 0; n <= i % 4; ++n)
            accept(mail("grace@customer.example", "Number " + std::to_string(i * 10 + n), "A new one."));
        settle();
        clock_.advance(days{1});
    }
    for (int i = 0; i < 12; ++i) EXPECT_EQ(tell(today_ + days{i}).hours[10].opened, i % 4 + 1) << i;
    EXPECT_EQ(tell(today_ - days{1}).hours[10].opened, 0);
    EXPECT_EQ(tell(today_ + days{12}).hours[10].opened, 0);
}

}  // namespace
}  // namespace lotse::desk
