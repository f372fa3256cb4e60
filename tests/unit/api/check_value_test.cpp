// SPDX-License-Identifier: Apache-2.0
#include "api/check_value.h"

#include <gtest/gtest.h>

namespace lotse::api {
namespace {

Schema person() {
    return object({need("name", line(5, 1)), may("age", integer(0, 150)), may("notes", text(10).or_null()),
                   may("tags", list(line(3), 2)), may("ref", reference("Place")),
                   may("key", either({line(3, 1), id()})), may("words", map(list(line(5)))), may("at", instant()),
                   may("role", one_of({"a", "b"}))});
}

std::vector<Fault> faults(std::string_view json) {
    Schemas const named{{"Place", object({need("city", line(20))})}};
    auto const value = parse_json(json);
    EXPECT_TRUE(value.has_value()) << json;
    return check_value(named, person(), *value);
}

std::string first_pointer(std::string_view json) {
    auto const all = faults(json);
    return all.empty() ? "none" : all.front().pointer;
}

TEST(CheckValue, AcceptsWhatIsDeclared) {
    EXPECT_EQ(
        first_pointer(R"({"name": "Anna", "age": 7, "notes": null, "tags": ["a"], "ref": {"city": "Gdansk"}, "key": 4,
                                "words": {"en": ["x"]}, "at": "2026-11-25T18:20:42Z", "role": "b"})"),
        "none");
}

TEST(CheckValue, RefusesUnknownFieldsWithTheirPointer) {
    EXPECT_EQ(first_pointer(R"({"name": "Anna", "tenant_id": 3})"), "/tenant_id");
    EXPECT_EQ(first_pointer(R"({"name": "Anna", "ref": {"city": "x", "zip": 1}})"), "/ref/zip");
}

TEST(CheckValue, EscapesPointersAsTheStandardSays) {
    EXPECT_EQ(first_pointer(R"({"name": "Anna", "a/b~c": 1})"), "/a~1b~0c");
}

TEST(CheckValue, NamesMissingFields) { EXPECT_EQ(first_pointer("{}"), "/name"); }

TEST(CheckValue, RefusesOtherTypes) {
    EXPECT_EQ(first_pointer(R"({"name": 7})"), "/name");
    EXPECT_EQ(first_pointer(R"({"name": null})"), "/name");
    EXPECT_EQ(first_pointer(R"({"name": "A", "age": "7"})"), "/age");
    EXPECT_EQ(first_pointer(R"({"name": "A", "age": 1.5})"), "/age");
    EXPECT_EQ(first_pointer(R"({"name": "A", "age": 18446744073709551615})"), "/age");
    EXPECT_EQ(first_pointer(R"({"name": "A", "tags": {}})"), "/tags");
    EXPECT_EQ(first_pointer(R"({"name": "A", "ref": []})"), "/ref");
    EXPECT_EQ(first_pointer(R"({"name": "A", "key": true})"), "/key");
    EXPECT_EQ(first_pointer(R"([])"), "");
    EXPECT_EQ(first_pointer("null"), "");
}

TEST(CheckValue, CountsCharactersNotBytes) {
    EXPECT_EQ(first_pointer(R"({"name": "żółćą"})"), "none");
    EXPECT_EQ(first_pointer(R"({"name": "żółćąę"})"), "/name");
}

TEST(CheckValue, RefusesControlCharactersInOneLine) {
    EXPECT_EQ(first_pointer(R"({"name": "a\r\nb"})"), "/name");
    EXPECT_EQ(first_pointer(R"({"name": "a\u0000"})"), "/name");
    EXPECT_EQ(first_pointer(R"({"name": "a", "notes": "two\nlines"})"), "none");
    EXPECT_EQ(first_pointer(R"({"name": "a", "notes": "nul\u0000"})"), "/notes");
}

TEST(CheckValue, ChecksLimitsInsideLists) {
    EXPECT_EQ(first_pointer(R"({"name": "A", "tags": ["a", "toolong"]})"), "/tags/1");
    EXPECT_EQ(first_pointer(R"({"name": "A", "tags": ["a", "b", "c"]})"), "/tags");
    EXPECT_EQ(first_pointer(R"({"name": "A", "words": {"en": ["toolong"]}})"), "/words/en/0");
}

TEST(CheckValue, KnowsTheWordsAndTheTimes) {
    EXPECT_EQ(first_pointer(R"({"name": "A", "role": "c"})"), "/role");
    EXPECT_EQ(first_pointer(R"({"name": "A", "at": "yesterday"})"), "/at");
}

TEST(CheckValue, StopsAfterTwentyFaults) {
    std::string many = R"({"name": "A")";
    for (int i = 0; i < 100; ++i) many += ", \"x" + std::to_string(i) + "\": 1";
    EXPECT_EQ(faults(many + "}").size(), kMostFaults);
}

}  // namespace
}  // namespace lotse::api
