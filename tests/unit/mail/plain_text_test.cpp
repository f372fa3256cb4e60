// SPDX-License-Identifier: Apache-2.0
#include "mail/plain_text.h"

#include <gtest/gtest.h>

namespace lotse::mail {
namespace {

TEST(TidyText, NormalisesLineEnds) {
    EXPECT_EQ(tidy_text("a\r\nb\rc\nd"), "a\nb\nc\nd\n");
    EXPECT_EQ(tidy_text("a\r\r\nb"), "a\nb\n");
}

TEST(TidyText, RemovesControlsAndBlankEnds) {
    EXPECT_EQ(tidy_text("\n \n  a\x1B[31m\tb\x7F\n\n\n"), "  a[31m\tb\n");
    EXPECT_EQ(tidy_text(" \n\t\n"), "");
    EXPECT_EQ(tidy_text(""), "");
}

TEST(Unflow, JoinsSoftLinesWithinOneQuote) {
    EXPECT_EQ(unflow("one \ntwo\nthree", FlowedSpaces::kept), "one two\nthree");
    EXPECT_EQ(unflow("> one \n> two \nanswer", FlowedSpaces::kept), "> one two \nanswer");
    EXPECT_EQ(unflow("a \r\nb", FlowedSpaces::deleted), "ab");
}

TEST(Unflow, KeepsSignatureMarksAndStuffing) {
    EXPECT_EQ(unflow("text \n-- \nAnna", FlowedSpaces::kept), "text \n-- \nAnna");
    EXPECT_EQ(unflow(" From here\n >no quote", FlowedSpaces::kept), "From here\n>no quote");
}

}  // namespace
}  // namespace lotse::mail
