// SPDX-License-Identifier: Apache-2.0
#include "search/query.h"

#include <gtest/gtest.h>

#include <random>

namespace lotse::search {
namespace {

std::string again(std::string_view query) {
    auto const parsed = parse_query(query);
    if (!parsed.mistakes.empty()) return "! " + parsed.mistakes[0].fault.code;
    return print(parsed.node);
}
Mistake mistake(std::string_view query) {
    auto const parsed = parse_query(query);
    return parsed.mistakes.empty() ? Mistake{} : parsed.mistakes[0];
}

TEST(Query, WordsNarrowTogether) {
    EXPECT_EQ(again("printer  jam"), "printer jam");
    EXPECT_EQ(again("printer and jam"), "printer jam");
    EXPECT_EQ(again("printer AND jam"), "printer jam");
    EXPECT_EQ(again(""), "");
    EXPECT_EQ(again("&& --"), "");
}

TEST(Query, OrBindsLooserThanAnd) {
    EXPECT_EQ(again("a b or c d"), "(a b) or (c d)");
    EXPECT_EQ(again("a (b or c)"), "a (b or c)");
    EXPECT_EQ(again("(a or (b or c))"), "a or b or c");
    EXPECT_EQ(again("drucker ODER plotter"), "drucker or plotter");
}

TEST(Query, NotIsASignOnlyWhereItIsNoWord) {
    EXPECT_EQ(again("printer not working"), "printer \"not\" working");
    EXPECT_EQ(again("printer NOT working"), "printer -working");
    EXPECT_EQ(again("printer -working"), "printer -working");
    EXPECT_EQ(again("not status:closed"), "-status:closed");
    EXPECT_EQ(again("not (a or b)"), "-(a or b)");
    EXPECT_EQ(again("to be or"), "to be \"or\"");
}

TEST(Query, PhrasesAndBeginnings) {
    EXPECT_EQ(again("\"paper jam\" print*"), "\"paper jam\" print*");
    EXPECT_EQ(again("E-Mail"), "E-Mail");
}

TEST(Query, FieldsAreCanonical) {
    EXPECT_EQ(again("STATUS:Open,neu"), "status:open,new");
    EXPECT_EQ(again("stan:zamknięte"), "status:closed");
    EXPECT_EQ(again("priorität:dringend"), "priority:urgent");
    EXPECT_EQ(again("queue:\"First line\""), "queue:\"First line\"");
    EXPECT_EQ(again("bearbeiter:ich"), "agent:me");
    EXPECT_EQ(again("agent:niemand"), "agent:none");
    EXPECT_EQ(again("ist:überfällig"), "is:overdue");
    EXPECT_EQ(again("field.room:A1"), "field.room:A1");
    EXPECT_EQ(again("id:#17"), "id:17");
}

TEST(Query, DatesTakeRangesAndAges) {
    EXPECT_EQ(again("created:<7d"), "created:<7d");
    EXPECT_EQ(again("created:2026-01..2026-03"), "created:2026-01..2026-03");
    EXPECT_EQ(again("created:2026-01.."), "created:>=2026-01");
    EXPECT_EQ(again("erstellt:heute"), "created:today");
    EXPECT_EQ(again("due:>=2026-01-31T10:00"), "due:>=2026-01-31T10:00");
    EXPECT_EQ(mistake("created:2026-02-30").fault.code, "query.value");
    EXPECT_EQ(mistake("created:soon").column, 1U);
}

TEST(Query, ColonsInTextAreNoFields) {
    EXPECT_EQ(again("12:30"), "12:30");
    EXPECT_EQ(again("https://example.org/x"), "https://example.org/x");
    EXPECT_EQ(again("error: timeout"), "error: timeout");
}

TEST(Query, MistakesPointAtTheirPlaceAndSayTheRemedy) {
    auto const field = mistake("drucker stauts:open");
    EXPECT_EQ(field.fault.code, "query.field");
    EXPECT_EQ(field.column, 9U);
    EXPECT_EQ(field.suggestion, "drucker status:open");
    auto const value = mistake("größe status:opne");
    EXPECT_EQ(value.column, 7U);
    EXPECT_EQ(value.suggestion, "größe status:open");
    EXPECT_EQ(mistake("(a b").suggestion, "(a b)");
    EXPECT_EQ(mistake("a) b").column, 2U);
    EXPECT_EQ(mistake("\"a b").suggestion, "\"a b\"");
    EXPECT_EQ(mistake("a OR").fault.code, "query.syntax");
    EXPECT_EQ(mistake("OR a").fault.code, "query.syntax");
    EXPECT_EQ(mistake("status:").fault.code, "query.value");
    EXPECT_EQ(mistake("status:>open").suggestion, "status:open");
}

TEST(Query, HasLimits) {
    std::string many;
    for (int i = 0; i < 65; ++i) many += "a ";
    EXPECT_EQ(mistake(many).fault.code, "query.too_large");
    EXPECT_EQ(mistake(std::string(4097, 'a')).fault.code, "query.too_long");
    EXPECT_EQ(mistake(std::string(2000, '(') + "a").fault.code, "query.too_large");
    EXPECT_EQ(mistake(std::string(2000, '-') + "a").fault.code, "query.too_large");
    EXPECT_TRUE(parse_query(many.substr(2)).mistakes.empty());
}

TEST(Query, PrintedAndParsedAgainIsTheSame) {
    constexpr std::array<char const*, 30> pieces{"a",
                                                 "or",
                                                 "and",
                                                 "not",
                                                 "-",
                                                 "(",
                                                 ")",
                                                 "\"x y\"",
                                                 "OR",
                                                 "status:",
                                                 "open",
                                                 "queue:",
                                                 ",",
                                                 "b*",
                                                 "created:<7d",
                                                 " ",
                                                 "id:1..5",
                                                 "field.k:",
                                                 "\"..\"",
                                                 "<",
                                                 "..",
                                                 "agent:me",
                                                 "is:overdue",
                                                 "NOT",
                                                 "ß",
                                                 "12:30",
                                                 "file:pdf",
                                                 "\"",
                                                 "created:2026..",
                                                 "*"};
    std::mt19937 random(7);
    int good = 0;
    for (int i = 0; i < 20'000; ++i) {
        std::string query;
        auto const count = 1 + random() % 9;
        for (std::size_t k = 0; k < count; ++k) {
            query += pieces[random() % pieces.size()];
            if (random() % 2 == 0) query += ' ';
        }
        auto const parsed = parse_query(query);
        if (!parsed.mistakes.empty()) continue;
        ++good;
        auto const printed = print(parsed.node);
        auto const second = parse_query(printed);
        ASSERT_TRUE(second.mistakes.empty()) << query << " -> " << printed << ": " << second.mistakes[0].fault.reason;
        ASSERT_EQ(second.node, parsed.node) << query << " -> " << printed << " -> " << print(second.node);
    }
    EXPECT_GT(good, 2'000);
}

}  // namespace
}  // namespace lotse::search
