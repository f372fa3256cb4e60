// SPDX-License-Identifier: Apache-2.0
#include "domain/roster_json.h"

#include <gtest/gtest.h>

namespace lotse::domain {
namespace {

JsonArray pairs(std::string_view text) { return parse_json(text)->get_array(); }

TEST(HoursJson, GivesBackWhatItWasGiven) {
    for (auto const* text :
         {R"([["08:00","12:00"],["12:30","24:00"]])", R"([["22:00","06:00"]])", R"([["00:00","24:00"]])", "[]"}) {
        auto const hours = hours_from(pairs(text), "/hours");
        ASSERT_TRUE(hours) << text;
        EXPECT_EQ(to_string(Json(hours_json(*hours))), text);
    }
}

TEST(HoursJson, ANightEndsOnTheNextDay) {
    auto const hours = hours_from(pairs(R"([["22:00","06:00"]])"), "/hours");
    ASSERT_TRUE(hours);
    EXPECT_EQ(hours->at(0), (Interval{1320, 1800}));
}

TEST(HoursJson, NamesWhatCannotBe) {
    EXPECT_EQ(hours_from(pairs(R"([["08:00","25:00"]])"), "/hours").error().field, "/hours/0");
    EXPECT_EQ(hours_from(pairs(R"([["08:00","12:00"],["11:00","13:00"]])"), "/hours").error().field, "/hours/1");
    EXPECT_EQ(hours_from(pairs(R"([["8","12"]])"), "/hours").error().code, "hours.time");
    EXPECT_EQ(hours_from(pairs(R"(["08:00"])"), "/hours").error().code, "hours.time");
}

TEST(AbsenceJson, ReadsDaysHalvesAndTimes) {
    Absence absence;
    ASSERT_TRUE(read_absence_times("2026-06-01", "2026-06-01", absence));
    EXPECT_EQ(absence.until - absence.from, std::chrono::hours{24});
    EXPECT_EQ(absence_begin_text(absence), "2026-06-01");
    EXPECT_EQ(absence_end_text(absence), "2026-06-01");
    ASSERT_TRUE(read_absence_times("2026-06-01T12:00", "2026-06-03T12:00", absence));
    EXPECT_EQ(absence.until - absence.from, std::chrono::hours{48});
    EXPECT_EQ(absence_begin_text(absence), "2026-06-01T12:00");
    EXPECT_EQ(absence_end_text(absence), "2026-06-03T12:00");
}

TEST(AbsenceJson, RefusesWhatCannotBe) {
    Absence absence;
    EXPECT_EQ(read_absence_times("2026-06-31", "2026-07-01", absence).error().field, "/from");
    EXPECT_EQ(read_absence_times("2026-06-02", "2026-06-01", absence).error().code, "absence.order");
    EXPECT_EQ(read_absence_times("2026-06-02", "2036-06-01", absence).error().code, "absence.long");
    EXPECT_EQ(read_absence_times("2026-06-02T9", "2026-06-03", absence).error().code, "date.format");
}

}  // namespace
}  // namespace lotse::domain
