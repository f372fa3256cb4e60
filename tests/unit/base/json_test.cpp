// SPDX-License-Identifier: Apache-2.0
#include "base/json.h"

#include <gtest/gtest.h>

#include <limits>

namespace lotse {
namespace {

std::string nested(int depth) {
    return std::string(static_cast<std::size_t>(depth), '[') + std::string(static_cast<std::size_t>(depth), ']');
}

TEST(ParseJson, ReadsWhatItWrites) {
    std::string const text = R"({"a":[1,-2,0.5,true,null,"ä\n\"\\/"],"b":{},"c":[]})";
    auto const value = parse_json(text);
    ASSERT_TRUE(value.has_value());
    EXPECT_EQ(to_string(*value), text);
    EXPECT_EQ(parse_json(to_pretty(*value)), value);
}

TEST(ParseJson, GoesThirtyTwoLevelsDeep) {
    EXPECT_TRUE(parse_json(nested(32)).has_value());
    EXPECT_FALSE(parse_json(nested(33)).has_value());
    EXPECT_FALSE(parse_json(std::string(1'000'000, '[')).has_value());
}

TEST(ParseJson, KeepsTheLastOfDuplicateKeys) {
    auto const value = parse_json(R"({"a":1,"b":2,"a":3})");
    ASSERT_TRUE(value.has_value());
    EXPECT_EQ(value->get_object().size(), 2U);
    EXPECT_EQ(int_at(value->get_object(), "a"), 3);
}

TEST(ParseJson, RefusesBrokenTextAndNamesTheByte) {
    for (auto const* bad : {"", " ", "{", "[1,]", "{\"a\":}", "{'a':1}", "nul", "1 2", "\"a", "\"\t\"", "01", "+1",
                            "NaN", "[1]//", "\"\xFF\"", "\"\xED\xA0\x80\"", "\"\\ud800\"", "\xEF\xBB\xBF{}"}) {
        auto const value = parse_json(bad);
        ASSERT_FALSE(value.has_value()) << bad;
        EXPECT_EQ(value.error().kind, Kind::invalid);
        EXPECT_EQ(value.error().code, "json.syntax");
    }
    EXPECT_NE(parse_json("[1,x]").error().message.find("at byte 3."), std::string::npos)
        << parse_json("[1,x]").error().message;
}

TEST(ToString, WritesNumbersAsPeopleDo) {
    EXPECT_EQ(to_string(Json(0.5)), "0.5");
    EXPECT_EQ(to_string(Json(1.0)), "1");
    EXPECT_EQ(to_string(Json(-0.037)), "-0.037");
    EXPECT_EQ(to_string(Json(std::numeric_limits<std::int64_t>::min())), "-9223372036854775808");
    EXPECT_EQ(to_string(Json(std::numeric_limits<std::uint64_t>::max())), "18446744073709551615");
}

TEST(ToString, WritesEnoughDigitsToReadADoubleBack) {
    for (double number : {0.1, 1.0 / 3, 1e300, 5e-324, 123456789.123456789, 1e21}) {
        auto const back = parse_json(to_string(Json(number)));
        ASSERT_TRUE(back.has_value()) << to_string(Json(number));
        EXPECT_DOUBLE_EQ(number_at({{"n", *back}}, "n"), number);
    }
}

TEST(ToString, WritesNullForWhatJsonCannotSay) {
    EXPECT_EQ(to_string(Json(std::numeric_limits<double>::quiet_NaN())), "null");
    EXPECT_EQ(to_string(JsonObject{{"a", -std::numeric_limits<double>::infinity()}}), R"({"a":null})");
}

TEST(ToString, EscapesControlCharactersInKeysAndTexts) {
    JsonObject const object{{"a\"\n", std::string("\0\x1F\x7F\t\\", 5)}};
    EXPECT_EQ(to_string(object), "{\"a\\\"\\n\":\"\\u0000\\u001f\x7F\\t\\\\\"}");
    EXPECT_EQ(parse_json(to_string(object)), Result<Json>(Json(object)));
}

TEST(ToPretty, IndentsByTwoInGivenOrder) {
    EXPECT_EQ(to_pretty(JsonObject{{"z", JsonArray{1, JsonObject{}}}, {"a", 0.25}, {"n", JsonArray{}}}),
              "{\n  \"z\": [\n    1,\n    {}\n  ],\n  \"a\": 0.25,\n  \"n\": []\n}\n");
}

TEST(Readers, GiveTheDefaultForAbsentOrOtherTypes) {
    JsonObject const object{{"text", "x"},          {"int", 3},
                            {"number", 0.5},        {"bool", true},
                            {"list", JsonArray{1}}, {"object", JsonObject{{"a", 1}}},
                            {"null", nullptr}};
    EXPECT_EQ(text_at(object, "text"), "x");
    EXPECT_EQ(text_at(object, "int", "-"), "-");
    EXPECT_EQ(text_at(object, "absent", "-"), "-");
    EXPECT_EQ(int_at(object, "int"), 3);
    EXPECT_EQ(int_at(object, "number", 9), 9);
    EXPECT_EQ(number_at(object, "number"), 0.5);
    EXPECT_EQ(number_at(object, "int"), 3.0);
    EXPECT_EQ(number_at(object, "null", 9), 9.0);
    EXPECT_TRUE(bool_at(object, "bool"));
    EXPECT_FALSE(bool_at(object, "int"));
    EXPECT_EQ(array_at(object, "list").size(), 1U);
    EXPECT_TRUE(array_at(object, "object").empty());
    EXPECT_EQ(object_at(object, "object").size(), 1U);
    EXPECT_TRUE(object_at(object, "list").empty());
}

TEST(Readers, DoNotWrapLargeUnsignedNumbers) {
    JsonObject const object{{"big", std::numeric_limits<std::uint64_t>::max()}, {"small", std::uint64_t{7}}};
    EXPECT_EQ(int_at(object, "big", -5), -5);
    EXPECT_EQ(int_at(object, "small"), 7);
}

}  // namespace
}  // namespace lotse
