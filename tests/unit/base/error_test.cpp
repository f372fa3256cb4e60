// SPDX-License-Identifier: Apache-2.0
#include "base/error.h"

#include <gtest/gtest.h>

#include <array>
#include <set>

namespace lotse {
namespace {

constexpr std::array kAll{Kind::invalid,   Kind::unauthenticated, Kind::forbidden,   Kind::not_found, Kind::conflict,
                          Kind::too_large, Kind::rate_limited,    Kind::unavailable, Kind::corrupt,   Kind::bug};

TEST(ErrorTable, OnlyRateLimitedAndUnavailableAreRetried) {
    for (Kind kind : kAll) EXPECT_EQ(answer_for(kind).retry, kind == Kind::rate_limited || kind == Kind::unavailable);
}

TEST(ErrorTable, SmtpReplyAndEnhancedStatusAgreeOnTheirClass) {
    for (Kind kind : kAll) {
        Answer const answer = answer_for(kind);
        EXPECT_EQ(answer.smtp / 100, answer.enhanced[0] - '0') << name_of(kind);
        EXPECT_TRUE(answer.smtp / 100 == 4 || answer.smtp / 100 == 5) << name_of(kind);
    }
}

TEST(ErrorTable, WhatIsOurFaultLeavesTheMailWithTheSender) {
    for (Kind kind : {Kind::rate_limited, Kind::unavailable, Kind::corrupt, Kind::bug})
        EXPECT_EQ(answer_for(kind).smtp / 100, 4) << name_of(kind);
    for (Kind kind : {Kind::corrupt, Kind::bug, Kind::unavailable}) EXPECT_EQ(answer_for(kind).http / 100, 5);
}

TEST(ErrorTable, WhatTheSenderMustChangeIsRefusedForGood) {
    for (Kind kind :
         {Kind::invalid, Kind::unauthenticated, Kind::forbidden, Kind::not_found, Kind::conflict, Kind::too_large}) {
        EXPECT_EQ(answer_for(kind).smtp / 100, 5) << name_of(kind);
        EXPECT_EQ(answer_for(kind).http / 100, 4) << name_of(kind);
    }
}

TEST(ErrorTable, HttpStatusesAreTheAgreedOnes) {
    EXPECT_EQ(answer_for(Kind::invalid).http, 422);
    EXPECT_EQ(answer_for(Kind::unauthenticated).http, 401);
    EXPECT_EQ(answer_for(Kind::forbidden).http, 403);
    EXPECT_EQ(answer_for(Kind::not_found).http, 404);
    EXPECT_EQ(answer_for(Kind::conflict).http, 409);
    EXPECT_EQ(answer_for(Kind::too_large).http, 413);
    EXPECT_EQ(answer_for(Kind::rate_limited).http, 429);
    EXPECT_EQ(answer_for(Kind::unavailable).http, 503);
}

TEST(ErrorTable, EveryKindHasItsOwnName) {
    std::set<std::string_view> names;
    for (Kind kind : kAll) names.insert(name_of(kind));
    EXPECT_EQ(names.size(), kAll.size());
}

TEST(Error, MakersFillTheFieldsTheyName) {
    EXPECT_EQ(invalid("a.b", "Text.", "/subject"), (Error{Kind::invalid, "a.b", "Text.", "", "/subject"}));
    EXPECT_EQ(not_found("a.b", "Text."), (Error{Kind::not_found, "a.b", "Text.", "", ""}));
    EXPECT_EQ(conflict("a.b", "Text."), (Error{Kind::conflict, "a.b", "Text.", "", ""}));
    EXPECT_EQ(forbidden("a.b", "Text."), (Error{Kind::forbidden, "a.b", "Text.", "", ""}));
    EXPECT_EQ(unavailable("a.b", "Text.", "disk"), (Error{Kind::unavailable, "a.b", "Text.", "disk", ""}));
    EXPECT_EQ(too_large("a.b", "Text.", "/text"), (Error{Kind::too_large, "a.b", "Text.", "", "/text"}));
}

TEST(Error, ABugKeepsItsDetailFromTheSender) {
    Error const error = bug("a.b", "SELECT secret FROM t");
    EXPECT_EQ(error.kind, Kind::bug);
    EXPECT_EQ(error.detail, "SELECT secret FROM t");
    EXPECT_EQ(error.message.find("SELECT"), std::string::npos);
    EXPECT_FALSE(error.message.empty());
}

}  // namespace
}  // namespace lotse
