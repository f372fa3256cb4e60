// SPDX-License-Identifier: Apache-2.0
#include "mail/encoded_words.h"

#include <gtest/gtest.h>

namespace lotse::mail {
namespace {

TEST(DecodeHeaderText, ReadsBothEncodings) {
    EXPECT_EQ(decode_header_text("=?utf-8?Q?Gr=C3=BC=C3=9Fe_aus_K=C3=B6ln?="), "Grüße aus Köln");
    EXPECT_EQ(decode_header_text("=?UTF-8?B?xbvDs8WCxIc=?= rest"), "Żółć rest");
    EXPECT_EQ(decode_header_text("=?iso-8859-1*de?q?f=FCr?="), "für");
}

TEST(DecodeHeaderText, DropsBlanksBetweenWordsOnly) {
    EXPECT_EQ(decode_header_text("=?utf-8?q?a?= =?utf-8?q?b?="), "ab");
    EXPECT_EQ(decode_header_text("=?utf-8?q?a?=\r\n\t=?utf-8?q?b?= c"), "ab c");
    EXPECT_EQ(decode_header_text("x =?utf-8?q?a?= y"), "x a y");
}

TEST(DecodeHeaderText, JoinsACharacterCutBetweenTwoWords) {
    EXPECT_EQ(decode_header_text("=?utf-8?B?xQ==?= =?utf-8?B?vA==?="), "ż");
    EXPECT_EQ(decode_header_text("=?iso-2022-jp?B?GyRCJDM=?= =?iso-2022-jp?B?JHMbKEI=?="), "こん");
}

TEST(DecodeHeaderText, ForgivesBrokenWords) {
    EXPECT_EQ(decode_header_text("=?utf-8?q?blanks within a word?="), "blanks within a word");
    EXPECT_EQ(decode_header_text("=?utf-8?q?no_end"), "no end");
    EXPECT_EQ(decode_header_text("\"=?utf-8?q?quoted?=\""), "\"quoted\"");
    EXPECT_EQ(decode_header_text("glued=?utf-8?q?=C3=BC?=on"), "gluedüon");
    EXPECT_EQ(decode_header_text("=?utf-8?Q?=41?="), "A");
    EXPECT_EQ(decode_header_text("=?utf-8?x?what?= =?"), "=?utf-8?x?what?= =?");
}

TEST(DecodeHeaderText, ReadsRawBytes) {
    EXPECT_EQ(decode_header_text("Größe"), "Größe");
    EXPECT_EQ(decode_header_text("Gr\xF6\xDF"
                                 "e"),
              "Größe");
}

TEST(DecodeHeaderText, NeverBreaksTheLine) {
    EXPECT_EQ(decode_header_text("=?utf-8?q?a=0D=0ABcc:_x?="), "a Bcc: x");
    EXPECT_EQ(decode_header_text("a\tb\x01\x7F"), "a b");
}

}  // namespace
}  // namespace lotse::mail
