// SPDX-License-Identifier: Apache-2.0
#include "desk/notice_text.h"

#include <gtest/gtest.h>

namespace lotse::desk {
namespace {

TEST(NoticeText, BecomesParagraphsWithEscapedWords) {
    EXPECT_EQ(text_as_html("a <b>\nc\n\n& d\n"), "<p>a &lt;b&gt;<br>c</p>\n<p>&amp; d</p>\n");
    EXPECT_EQ(text_as_html("first\n\n\n\nsecond"), "<p>first</p>\n<p>second</p>\n");
}

TEST(NoticeText, MakesLinksOfAddressesAndOfNothingElse) {
    EXPECT_EQ(text_as_html("See https://h.example/a?b=1&c=2."),
              "<p>See <a href=\"https://h.example/a?b=1&amp;c=2\">https://h.example/a?b=1&amp;c=2</a>.</p>\n");
    EXPECT_EQ(text_as_html("(http://h.example) x"), "<p>(<a href=\"http://h.example\">http://h.example</a>) x</p>\n");
    EXPECT_EQ(text_as_html("javascript:alert(1)"), "<p>javascript:alert(1)</p>\n");
    EXPECT_EQ(text_as_html("https://h.example/\"onclick=x"),
              "<p><a href=\"https://h.example/\">https://h.example/</a>&quot;onclick=x</p>\n");
}

TEST(NoticeText, CarriesThePageOfTheTicketAndAsksHowItWas) {
    NoticeWords words;
    words.desk_name = "Hafen IT";
    words.ticket = 7;
    words.team = "Service";
    words.page_url = "https://h.example/help/tickets/7";
    words.survey_url = "https://h.example/help/csat/7-x";
    for (auto const* language : {"en", "de", "pl"}) {
        auto const solved = write_notice(domain::NoticeKind::solved, language, words).text;
        EXPECT_NE(solved.find(words.page_url + "\n"), std::string::npos) << solved;
        EXPECT_NE(solved.find(words.survey_url + "?score=5"), std::string::npos) << solved;
        auto const confirmed = write_notice(domain::NoticeKind::confirmation, language, words).text;
        EXPECT_NE(confirmed.find(words.page_url), std::string::npos) << confirmed;
        EXPECT_EQ(confirmed.find("csat"), std::string::npos) << "nothing is solved yet";
    }
    words.page_url = words.survey_url = "";
    EXPECT_EQ(write_notice(domain::NoticeKind::solved, "en", words).text.find("http"), std::string::npos);
}

}  // namespace
}  // namespace lotse::desk
