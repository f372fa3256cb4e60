// SPDX-License-Identifier: Apache-2.0
#include "base/log.h"

#include <gtest/gtest.h>

#include <limits>

#include "base/clock.h"
#include "base/json.h"

namespace lotse {
namespace {

// What fn writes to standard error, as one JSON object.
template <class F>
JsonObject logged(F fn) {
    testing::internal::CaptureStderr();
    fn();
    auto const line = testing::internal::GetCapturedStderr();
    EXPECT_TRUE(line.ends_with("}\n")) << line;
    EXPECT_EQ(std::count(line.begin(), line.end(), '\n'), 1) << line;
    auto const value = parse_json(std::string_view(line).substr(0, line.size() - 1));
    EXPECT_TRUE(value.has_value()) << line;
    return value.has_value() && value->is_object() ? value->get_object() : JsonObject{};
}

TEST(Log, WritesOneJsonObjectALine) {
    auto const line =
        logged([] { log(Level::warn, "queue is long", {{"door", "smtp"}, {"waiting", 7}, {"up", true}}); });
    EXPECT_EQ(text_at(line, "level"), "warn");
    EXPECT_EQ(text_at(line, "message"), "queue is long");
    EXPECT_EQ(text_at(line, "door"), "smtp");
    EXPECT_EQ(int_at(line, "waiting"), 7);
    EXPECT_TRUE(bool_at(line, "up"));
    EXPECT_TRUE(parse_rfc3339(text_at(line, "at")).has_value());
}

TEST(Log, AForgedLineBreakStaysInsideItsField) {
    auto const line = logged([] { log(Level::error, "a\n{\"level\":\"info\"}", {{"x\ny", "\xFF\0"}}); });
    EXPECT_EQ(text_at(line, "message"), "a\n{\"level\":\"info\"}");
}

TEST(Log, NumbersThatJsonLacksAreText) {
    auto const line =
        logged([] { log(Level::warn, "m", {{"nan", std::numeric_limits<double>::quiet_NaN()}, {"half", 0.5}}); });
    EXPECT_EQ(text_at(line, "nan"), "nan");
    EXPECT_EQ(number_at(line, "half"), 0.5);
}

TEST(Log, IsSilentBelowItsLevel) {
    testing::internal::CaptureStderr();
    log(Level::debug, "nothing");
    EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
}

TEST(LogError, PutsFieldsBesideCodeKindAndDetail) {
    auto const line = logged([] {
        log_error("cannot store", unavailable("store.full", "Please try later.", "disk full on /data"),
                  {{"tenant", 3}});
    });
    EXPECT_EQ(text_at(line, "message"), "cannot store");
    EXPECT_EQ(text_at(line, "level"), "warn");
    EXPECT_EQ(text_at(line, "code"), "store.full");
    EXPECT_EQ(text_at(line, "kind"), "unavailable");
    EXPECT_EQ(text_at(line, "detail"), "disk full on /data");
    EXPECT_EQ(int_at(line, "tenant"), 3);
    EXPECT_EQ(text_at(logged([] { log_error("x", bug("b", "d")); }), "level"), "error");
}

}  // namespace
}  // namespace lotse
