// SPDX-License-Identifier: Apache-2.0
#include "store/sql_tokens.h"

#include <gtest/gtest.h>

namespace lotse::store {
namespace {

std::string put_together(std::string_view sql) {
    auto const tokens = tokenize(sql);
    if (!tokens) return tokens.error().code;
    std::string text;
    for (auto const& token : *tokens) text += token.text;
    return text;
}

TEST(SqlTokens, PutTogetherAreTheText) {
    for (std::string_view const sql :
         {"", "SELECT a.b, 'it''s -- no comment; ?1', 1.5 FROM x WHERE y>=?12 AND z||:tenant<>'' -- end",
          "INSERT INTO x (a)\n VALUES (?1);\t-- more\nSELECT 1", "'żółw'"}) {
        EXPECT_EQ(put_together(sql), sql);
    }
}

TEST(SqlTokens, TellWordsParametersAndStringsApart) {
    auto const tokens = *tokenize("Select ?17 'From' :tenant");
    ASSERT_EQ(tokens.size(), 7u);
    EXPECT_EQ(tokens[0].kind, SqlTokenKind::word);
    EXPECT_EQ(tokens[0].word, "select");
    EXPECT_EQ(tokens[2].kind, SqlTokenKind::parameter);
    EXPECT_EQ(tokens[2].parameter, 17);
    EXPECT_EQ(tokens[4].kind, SqlTokenKind::string);
    EXPECT_EQ(tokens[4].word, "");
    EXPECT_EQ(tokens[6].kind, SqlTokenKind::tenant);
}

TEST(SqlTokens, RefuseWhatTheTwoEnginesReadDifferently) {
    for (std::string_view const sql : std::initializer_list<std::string_view>{"SELECT \"a\"",
                                                                              "SELECT [a]",
                                                                              "SELECT `a`",
                                                                              "SELECT /* a */ 1",
                                                                              "SELECT $1",
                                                                              "SELECT $$a$$",
                                                                              "SELECT E'\\''",
                                                                              "SELECT x'00'",
                                                                              "SELECT 'open",
                                                                              "SELECT ?",
                                                                              "SELECT ?0",
                                                                              "SELECT ?99999999",
                                                                              "SELECT :other",
                                                                              "SELECT a::text",
                                                                              "SELECT @a",
                                                                              "SELECT 1a",
                                                                              "SELECT ä",
                                                                              "SELECT a\\b",
                                                                              "SELECT #a",
                                                                              "SELECT {blob}",
                                                                              "SELECT 1 -- a\rFROM b",
                                                                              "SELECT\r1",
                                                                              std::string_view("SELECT 'a\0b'", 12)}) {
        EXPECT_EQ(put_together(sql), "store.statement") << sql;
    }
}

}  // namespace
}  // namespace lotse::store
