// SPDX-License-Identifier: Apache-2.0
#include "net/imap_reader.h"

#include <gtest/gtest.h>

#include "net/imap_client.h"

namespace lotse::net {
namespace {

TEST(ImapReader, FindsALiteralAtTheEndOfALine) {
    EXPECT_EQ(literal_at_end("* 1 FETCH (BODY[] {310}"), 310);
    EXPECT_EQ(literal_at_end("A1 LOGIN {5+}"), 5);
    EXPECT_EQ(literal_at_end("* OK {not a number}"), -1);
    EXPECT_EQ(literal_at_end("* 1 FETCH (BODY[] {-3}"), -2);
    EXPECT_EQ(literal_at_end("* OK {3} more"), -1);
    EXPECT_EQ(literal_at_end("}"), -1);
    EXPECT_EQ(literal_at_end("{99999999999999999999}"), -1);
}

TEST(ImapReader, FindsANumberBehindItsWordOnly) {
    EXPECT_EQ(number_after("* OK [UIDVALIDITY 3857529045] UIDs valid", "UIDVALIDITY"), 3857529045);
    EXPECT_EQ(number_after("* 2 FETCH (UID 7 RFC822.SIZE 44827)", "RFC822.SIZE"), 44827);
    EXPECT_EQ(number_after("* 2 FETCH (XUID 7)", "UID"), -1);
    EXPECT_EQ(number_after("* OK [UIDNEXT", "UIDNEXT"), -1);
    EXPECT_EQ(number_after("", "UIDNEXT"), -1);
}

TEST(ImapReader, ReadsTheNumbersOfASearch) {
    EXPECT_EQ(numbers_in_search("* SEARCH 2 84 882"), (std::vector<std::int64_t>{2, 84, 882}));
    EXPECT_TRUE(numbers_in_search("* SEARCH").empty());
    EXPECT_TRUE(numbers_in_search("* SEARCH -1 0 x").empty());
}

TEST(ImapQuoted, EscapesAndRefusesWhatCouldEndACommand) {
    EXPECT_EQ(*imap_quoted("a\"b\\c"), "\"a\\\"b\\\\c\"");
    EXPECT_FALSE(imap_quoted("a\r\nA2 DELETE INBOX"));
    EXPECT_FALSE(imap_quoted(std::string_view("a\0b", 3)));
    EXPECT_FALSE(imap_quoted("h\xc3\xa4"));
}

}  // namespace
}  // namespace lotse::net
