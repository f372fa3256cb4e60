// SPDX-License-Identifier: Apache-2.0
#include "triage/entities.h"

#include <gtest/gtest.h>

#include <ctime>
#include <string>

namespace lotse::triage {
namespace {

domain::EntityKind kind(std::int64_t id, std::string pattern) {
    domain::EntityKind out;
    out.id.value = id;
    out.pattern = std::move(pattern);
    return out;
}

using List = std::vector<std::string>;
List found(std::vector<domain::EntityKind> const& kinds, std::string_view text) {
    List out;
    for (auto const& span : EntityFinder(kinds).find(text))
        out.push_back(std::to_string(span.kind.value) + ":" +
                      std::string(text.substr(span.begin, span.end - span.begin)));
    return out;
}

TEST(EntityFinder, FindsEachKindInTheOrderOfTheText) {
    EXPECT_EQ(found({kind(1, R"(\bPO-\d{6}\b)"), kind(2, R"((?i)\binv-\d+)")}, "inv-7, PO-123456; PO-12 inv-8"),
              (List{"2:inv-7", "1:PO-123456", "2:inv-8"}));
}

TEST(EntityFinder, TakesTheFirstGroupWhereThereIsOne) {
    EXPECT_EQ(found({kind(1, R"((?:Auftrag|zamówienie|order) (\d+))")}, "zamówienie 4711, Auftrag 12"),
              (List{"1:4711", "1:12"}));
}

TEST(EntityFinder, TheFirstKindWinsAPlace) {
    EXPECT_EQ(found({kind(1, R"(AB\d+)"), kind(2, R"(B\d+|\d{3})")}, "AB123 B7"), (List{"1:AB123", "2:B7"}));
}

TEST(EntityFinder, KeepsCodePointsWhole) { EXPECT_EQ(found({kind(1, R"(.Ź)")}, "ąŹ łŹ"), (List{"1:ąŹ", "1:łŹ"})); }

TEST(EntityFinder, StopsCountingAndSkipsWhatIsTooLong) {
    EXPECT_EQ(EntityFinder({kind(1, "a")}).find(std::string(10'000, 'a')).size(), kMostEntities);
    EXPECT_TRUE(EntityFinder({kind(1, "a+")}).find(std::string(kLongestEntity + 1, 'a')).empty());
}

TEST(EntityFinder, APatternThatLooksAheadFarStaysQuick) {
    std::string const text(1'000'000, 'x');
    auto const start = std::clock();
    EntityFinder({kind(1, "x+y|x")}).find(text);
    EXPECT_LT(static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC, 20);
}

TEST(CheckPattern, RefusesWithTheReasonAtThePattern) {
    for (auto const pattern : {"", "(", "[a", "a**", "x*", R"((\pL{100}){100})", R"(\1)"}) {
        auto const checked = check_pattern(pattern);
        ASSERT_FALSE(checked.has_value()) << pattern;
        EXPECT_EQ(checked.error().code, "entity.pattern");
        EXPECT_EQ(checked.error().field, "/pattern");
    }
    EXPECT_FALSE(check_pattern(std::string(kLongestPattern + 1, 'a')).has_value());
    EXPECT_TRUE(check_pattern(R"(\bINV-\d{5}\b)").has_value());
}

}  // namespace
}  // namespace lotse::triage
