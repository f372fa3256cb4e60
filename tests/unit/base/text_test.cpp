// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"

#include <gtest/gtest.h>

#include <random>

namespace lotse {
namespace {

using namespace std::string_literals;

std::string any_bytes(std::mt19937& random, std::size_t longest) {
    // Half of the bytes are continuation bytes or rare leads, so that malformed and nearly well-formed text is common.
    std::uniform_int_distribution<int> byte(0, 255);
    std::uniform_int_distribution<int> odd(0x80, 0xFF);
    std::uniform_int_distribution<std::size_t> length(0, longest);
    std::string out(length(random), '\0');
    for (char& c : out) c = static_cast<char>(random() % 2 == 0 ? byte(random) : odd(random));
    return out;
}

TEST(Trim, TakesAsciiWhiteSpaceFromBothEnds) {
    EXPECT_EQ(trim(" \t\r\n\v\fa b\n "), "a b");
    EXPECT_EQ(trim("   "), "");
    EXPECT_EQ(trim(""), "");
    EXPECT_EQ(trim("\xC2\xA0"
                   "a"),
              "\xC2\xA0"
              "a");
}

TEST(Lower, AsciiLeavesOtherBytes) {
    EXPECT_EQ(to_lower_ascii("ÄB\xFF"
                             "C@[Z"),
              "Äb\xFF"
              "c@[z");
}

TEST(Lower, KnowsTheLettersOfEuropeanDesks) {
    EXPECT_EQ(to_lower_utf8("ÄÖÜẞ ÀÉÎÕ ×"), "äöüß àéîõ ×");
    EXPECT_EQ(to_lower_utf8("ĄĆĘŁŃÓŚŹŻ"), "ąćęłńóśźż");
    EXPECT_EQ(to_lower_utf8("ČĎĚŇŘŠŤŮŽ ŐŰ ĶĻ ŸÐÞ"), "čďěňřšťůž őű ķļ ÿðþ");
    EXPECT_EQ(to_lower_utf8("ȘȚĂÂÎ"), "șțăâî");
    EXPECT_EQ(to_lower_utf8("ΆΈΉΊΌΎΏ ΑΒΓΩ ΪΫ"), "άέήίόύώ αβγω ϊϋ");
    EXPECT_EQ(to_lower_utf8("АБВЯ ЁЂЄЇЎ ҐҒӘӨ"), "абвя ёђєїў ґғәө");
    EXPECT_EQ(to_lower_utf8("ƠƯỆ"), "ơưệ");
    EXPECT_EQ(to_lower_utf8("İSTANBUL"), "istanbul");
}

TEST(Lower, LeavesLowerCaseAndOtherScriptsAlone) {
    for (auto const* same : {"äöüß", "żółw", "ĸ ŉ ſ ı ƿ", "ё", "日本語 🙂 עברית", "÷ ͵ ʼ"})
        EXPECT_EQ(to_lower_utf8(same), same);
}

TEST(Lower, IsDoneAfterOnceAndKeepsMalformedBytes) {
    EXPECT_EQ(to_lower_utf8("A\xC3"
                            "B\xFF\xED\xA0\x80"),
              "a\xC3"
              "b\xFF\xED\xA0\x80");
    std::mt19937 random(3);
    for (int i = 0; i < 5'000; ++i) {
        auto const once = to_lower_utf8(any_bytes(random, 40));
        ASSERT_EQ(to_lower_utf8(once), once);
    }
}

TEST(IgnoringCase, ComparesAscii) {
    EXPECT_TRUE(equals_ignoring_case("Message-ID", "message-id"));
    EXPECT_FALSE(equals_ignoring_case("Ä", "ä"));
    EXPECT_FALSE(equals_ignoring_case("a", "ab"));
    EXPECT_TRUE(starts_with_ignoring_case("MAIL FROM:<a>", "mail from:"));
    EXPECT_FALSE(starts_with_ignoring_case("MAIL", "mail from:"));
    EXPECT_TRUE(starts_with_ignoring_case("x", ""));
}

TEST(Split, KeepsEmptyParts) {
    EXPECT_EQ(split("a,b", ','), (std::vector<std::string_view>{"a", "b"}));
    EXPECT_EQ(split(",a,,", ','), (std::vector<std::string_view>{"", "a", "", ""}));
    EXPECT_EQ(split("", ','), (std::vector<std::string_view>{""}));
}

TEST(Join, IsTheWayBack) {
    EXPECT_EQ(join({"a", "b", "c"}, ", "), "a, b, c");
    EXPECT_EQ(join({}, ", "), "");
    EXPECT_EQ(join({"a"}, ", "), "a");
}

TEST(ReplaceAll, DoesNotLookIntoWhatItPutIn) {
    EXPECT_EQ(replace_all("aaa", "a", "aa"), "aaaaaa");
    EXPECT_EQ(replace_all("abcabc", "bc", ""), "aa");
    EXPECT_EQ(replace_all("abc", "", "x"), "abc");
}

TEST(ToInt, TakesWholeNumbersOnly) {
    EXPECT_EQ(to_int("42"), 42);
    EXPECT_EQ(to_int("-9223372036854775808"), std::numeric_limits<std::int64_t>::min());
    for (auto const* bad : {"", "+1", " 1", "1 ", "1.0", "0x1", "9223372036854775808", "--1", "1e3"})
        EXPECT_FALSE(to_int(bad).has_value()) << bad;
}

TEST(Utf8, AcceptsExactlyRfc3629) {
    for (auto const* good : {"", "a", "\xC2\x80", "\xDF\xBF", "\xE0\xA0\x80", "\xED\x9F\xBF", "\xEE\x80\x80",
                             "\xEF\xBF\xBF", "\xF0\x90\x80\x80", "\xF4\x8F\xBF\xBF"})
        EXPECT_TRUE(is_utf8(good));
    for (auto const* bad : {"\x80", "\xBF", "\xC0\x80", "\xC1\xBF", "\xC2", "\xC2\x41", "\xE0\x9F\xBF", "\xE0\xA0",
                            "\xED\xA0\x80", "\xED\xBF\xBF", "\xF0\x8F\xBF\xBF", "\xF0\x90\x80", "\xF4\x90\x80\x80",
                            "\xF5\x80\x80\x80", "\xF8\x88\x80\x80\x80", "\xFE", "\xFF", "a\xC3"})
        EXPECT_FALSE(is_utf8(bad));
}

TEST(Utf8, RepairReplacesBadBytesAndNul) {
    EXPECT_EQ(to_valid_utf8("Grüße"), "Grüße");
    EXPECT_EQ(to_valid_utf8("a\xFF"
                            "b"),
              "a\uFFFDb");
    EXPECT_EQ(to_valid_utf8("a\0b"s), "a\uFFFDb");
    EXPECT_EQ(to_valid_utf8("\xED\xA0\x80"), "\uFFFD\uFFFD\uFFFD");
    EXPECT_EQ(to_valid_utf8("\xE2\x82"), "\uFFFD\uFFFD");
}

TEST(Utf8, RepairOfAnyBytesIsValidAndStable) {
    std::mt19937 random(1);
    for (int i = 0; i < 20'000; ++i) {
        auto const bytes = any_bytes(random, 60);
        auto const repaired = to_valid_utf8(bytes);
        ASSERT_TRUE(is_utf8(repaired));
        ASSERT_EQ(repaired.find('\0'), std::string::npos);
        ASSERT_EQ(to_valid_utf8(repaired), repaired);
        if (is_utf8(bytes) && bytes.find('\0') == std::string::npos) ASSERT_EQ(repaired, bytes);
    }
}

TEST(Utf8, CutEndsAtACodePoint) {
    std::string const text = "aä€🙂";
    EXPECT_EQ(cut_utf8(text, 100), text);
    EXPECT_EQ(cut_utf8(text, 9), "aä€");
    EXPECT_EQ(cut_utf8(text, 6), "aä€");
    EXPECT_EQ(cut_utf8(text, 5), "aä");
    EXPECT_EQ(cut_utf8(text, 2), "a");
    EXPECT_EQ(cut_utf8(text, 0), "");
}

TEST(Utf8, CutKeepsValidTextValidAndLosesNoWholeCodePoint) {
    std::mt19937 random(2);
    for (int i = 0; i < 5'000; ++i) {
        auto const text = to_valid_utf8(any_bytes(random, 30));
        for (std::size_t limit = 0; limit <= text.size(); ++limit) {
            auto const cut = cut_utf8(text, limit);
            ASSERT_LE(cut.size(), limit);
            ASSERT_TRUE(is_utf8(cut));
            ASSERT_LT(limit - cut.size(), 4U);
        }
    }
}

TEST(Utf8, CutOfHostileTailsDoesNotThrowTheTextAway) {
    EXPECT_EQ(cut_utf8(std::string(1000, '\x80'), 100).size(), 100U);
}

TEST(Utf8, CountsCodePoints) {
    EXPECT_EQ(count_code_points("aä€🙂"), 4U);
    EXPECT_EQ(count_code_points(""), 0U);
}

TEST(HtmlEscape, LeavesNoActiveCharacter) {
    EXPECT_EQ(html_escape("<a href=\"x\" b='y'>&amp;"), "&lt;a href=&quot;x&quot; b=&#39;y&#39;&gt;&amp;amp;");
}

TEST(Hex, WritesTwoDigitsAByte) { EXPECT_EQ(hex("\0\x0F\xF0\xFF"s), "000ff0ff"); }

TEST(Base64, FollowsTheVectorsOfRfc4648) {
    std::vector<std::pair<std::string, std::string>> const vectors{{"", ""},
                                                                   {"f", "Zg=="},
                                                                   {"fo", "Zm8="},
                                                                   {"foo", "Zm9v"},
                                                                   {"foob", "Zm9vYg=="},
                                                                   {"fooba", "Zm9vYmE="},
                                                                   {"foobar", "Zm9vYmFy"}};
    for (auto const& [plain, coded] : vectors) {
        EXPECT_EQ(base64(plain), coded);
        EXPECT_EQ(from_base64(coded), plain);
    }
    EXPECT_EQ(base32_lower("foobar"), "mzxw6ytboi");
    EXPECT_EQ(base32_lower("fooba"), "mzxw6ytb");
    EXPECT_EQ(base64url("\xFB\xFF"), "-_8");
}

TEST(Base64, RoundTripsAnyBytesInBothAlphabets) {
    std::mt19937 random(4);
    for (int i = 0; i < 5'000; ++i) {
        auto const bytes = any_bytes(random, 50);
        ASSERT_EQ(from_base64(base64(bytes)), bytes);
        ASSERT_EQ(from_base64(base64url(bytes)), bytes);
    }
}

TEST(Base64, RefusesWhatIsNotBase64) {
    for (auto const* bad :
         {"A", "AAAAA", "A===", "=", "====", "AA=A", "AB=", "Zm9v=", "Zm9v====", "Zm9v!", "Zm\xC3\xA4v"})
        EXPECT_FALSE(from_base64(bad).has_value()) << bad;
    EXPECT_EQ(from_base64("Zm9v\r\n Ym Fy\n"), "foobar");
    EXPECT_EQ(from_base64("Zg"), "f");
}

TEST(Percent, RoundTripsAndLeavesBadEscapes) {
    EXPECT_EQ(percent_encode("a b/ä?~"), "a%20b%2F%C3%A4%3F~");
    EXPECT_EQ(percent_decode("a%20b%2f%C3%A4+"), "a b/ä+");
    for (auto const* same : {"%", "%4", "%zz", "100%", "%%%"}) EXPECT_EQ(percent_decode(same), same);
    EXPECT_EQ(percent_decode("%%41"), "%A");
    std::mt19937 random(5);
    for (int i = 0; i < 5'000; ++i) {
        auto const bytes = any_bytes(random, 50);
        ASSERT_EQ(percent_decode(percent_encode(bytes)), bytes);
    }
}

}  // namespace
}  // namespace lotse
