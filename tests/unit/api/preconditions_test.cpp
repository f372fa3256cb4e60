// SPDX-License-Identifier: Apache-2.0
#include "api/preconditions.h"

#include <gtest/gtest.h>

namespace lotse::api {
namespace {

TEST(VersionIn, ReadsOurOwnETags) {
    EXPECT_EQ(version_in("\"v7\""), Result<std::int64_t>(7));
    EXPECT_EQ(version_in(" \"v1234\" "), Result<std::int64_t>(1234));
    EXPECT_EQ(version_in(etag_of(9)), Result<std::int64_t>(9));
}

TEST(VersionIn, TakesAnyForStarAndNone) {
    EXPECT_EQ(version_in(""), Result<std::int64_t>(0));
    EXPECT_EQ(version_in("*"), Result<std::int64_t>(0));
}

TEST(VersionIn, LetsNothingElseMatch) {
    for (auto const* text : {"7", "v7", "\"7\"", "\"v\"", "\"v0\"", "\"v-1\"", "W/\"v7\"", "\"v7", "\"v7x\"", "\""})
        EXPECT_EQ(version_in(text).error().code, "request.stale_version") << text;
    EXPECT_EQ(version_in("\"v1\", \"v2\"").error().code, "request.if_match");
}

TEST(IsUnchanged, ComparesWeakly) {
    EXPECT_TRUE(is_unchanged("W/\"v7\"", 7));
    EXPECT_TRUE(is_unchanged("\"v1\", \"v7\"", 7));
    EXPECT_FALSE(is_unchanged("\"v6\"", 7));
    EXPECT_FALSE(is_unchanged("", 7));
    EXPECT_FALSE(is_unchanged("*", 0));
}

TEST(CheckCallKey, TakesVisibleAscii) {
    EXPECT_TRUE(check_call_key("f3b1-41"));
    EXPECT_FALSE(check_call_key("with space"));
    EXPECT_FALSE(check_call_key(std::string(201, 'x')));
    EXPECT_FALSE(check_call_key("\x01"));
}

}  // namespace
}  // namespace lotse::api
