// SPDX-License-Identifier: Apache-2.0
#include "mail/charset.h"

#include <gtest/gtest.h>

namespace lotse::mail {
namespace {

TEST(DecodeCharset, ReadsWhatIsDeclared) {
    EXPECT_EQ(decode_charset("Gr\xFC\xDF"
                             "e",
                             "iso-8859-1")
                  .text,
              "Grüße");
    EXPECT_EQ(decode_charset("\xBF\xF3\xB3\xE6", "ISO-8859-2").text, "żółć");
    EXPECT_EQ(decode_charset("\xBF\xF3\xB3\xE6", "windows-1250").text, "żółć");
    EXPECT_EQ(decode_charset("\xF0\xD2\xC9\xD7\xC5\xD4", "KOI8-R").text, "Привет");
    EXPECT_EQ(decode_charset("\x1B$B$3$s\x1B(B", "iso-2022-jp").text, "こん");
    EXPECT_EQ(decode_charset("\x82\xB1\x82\xF1", "shift_jis").text, "こん");
    EXPECT_EQ(decode_charset("\xC4\xE3\xBA\xC3", "gb2312").text, "你好");
    EXPECT_EQ(decode_charset(std::string_view("h\0i\0", 4), "utf-16le").text, "hi");
}

TEST(DecodeCharset, KnowsTheNamesThatMailsUse) {
    for (char const* name : {"UTF8", "utf_8", "\"utf-8\"", "utf-8;"})
        EXPECT_EQ(decode_charset("ż", name).text, "ż") << name;
    for (char const* name : {"cp1252", "latin1", "iso8859-1", "ISO_8859-1", "ansi", "us-ascii"})
        EXPECT_EQ(decode_charset("\x80", name).text, "€") << name;
    EXPECT_EQ(decode_charset("\xB1", "cp-1250").text, "±");
    EXPECT_EQ(decode_charset("\xB9", "win-1250").text, "ą");
}

TEST(DecodeCharset, BelievesUtf8BytesOverAWesternLabel) {
    EXPECT_EQ(decode_charset("Grüße", "iso-8859-1").text, "Grüße");
    EXPECT_EQ(decode_charset("żółć", "us-ascii").text, "żółć");
    EXPECT_EQ(decode_charset("Grüße", "").text, "Grüße");
}

TEST(DecodeCharset, FallsBackToWindows1252) {
    EXPECT_EQ(decode_charset("Stra\xDF"
                             "e",
                             "")
                  .text,
              "Straße");
    EXPECT_EQ(decode_charset("Stra\xDF"
                             "e",
                             "utf-8")
                  .text,
              "Straße");
    DecodedText const unknown = decode_charset("\x93Quote\x94", "x-unknown");
    EXPECT_EQ(unknown.text, "“Quote”");
    EXPECT_FALSE(unknown.exact);
    EXPECT_TRUE(decode_charset("plain", "x-unknown").exact);
}

TEST(DecodeCharset, KeepsUtf8WithAFewBrokenBytes) {
    DecodedText const cut = decode_charset("Zażółć gęślą ja\xC5", "utf-8");
    EXPECT_EQ(cut.text, "Zażółć gęślą ja\xEF\xBF\xBD");
    EXPECT_FALSE(cut.exact);
}

TEST(DecodeCharset, SeesIso2022JpWithoutALabel) {
    EXPECT_EQ(decode_charset("\x1B$B$3$s\x1B(B", "").text, "こん");
    EXPECT_EQ(decode_charset("\x1B$B$3$s\x1B(B", "us-ascii").text, "こん");
}

TEST(DecodeCharset, NeverLeavesNulOrBrokenUtf8) {
    EXPECT_EQ(decode_charset(std::string_view("a\0b", 3), "utf-8").text,
              "a\xEF\xBF\xBD"
              "b");
    EXPECT_EQ(decode_charset("\xFF\xFE", "euc-jp").text.substr(0, 3), "\xEF\xBF\xBD");
    EXPECT_EQ(decode_charset("\xEF\xBB\xBFhi", "utf-8").text, "hi");
}

TEST(DecodeCharset, RefusesConvertersThatNoMailUses) {
    EXPECT_EQ(decode_charset("hi", "ISO-2022-CN-EXT").text, "hi");
    EXPECT_EQ(decode_charset("hi", "../../etc/passwd").text, "hi");
}

}  // namespace
}  // namespace lotse::mail
