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

// Golden: what customers read of a promise and of a delay, in each language.
TEST(NoticeText, SaysByWhenInEachLanguage) {
    NoticeWords words;
    words.desk_name = "Hafen IT";
    words.ticket = 7;
    words.team = "Service";
    words.reply_by = "T1";
    words.solved_by = "T2";
    auto const confirmed = [&](char const* language) {
        return write_notice(domain::NoticeKind::confirmation, language, words).text;
    };
    EXPECT_EQ(confirmed("en"),
              "Hello,\n\nthank you for your message. It is safe with us as ticket 7.\n\nThe team Service takes care of "
              "it. In "
              "9 of 10 cases like this our first answer comes by T1. 9 of 10 are solved by T2.\n\nIf you want to add "
              "something, simply answer this message.\n\nKind regards\nHafen IT\n");
    EXPECT_EQ(
        confirmed("de"),
        "Guten Tag,\n\nvielen Dank für Ihre Nachricht. Sie ist bei uns als Ticket 7 sicher angekommen.\n\nDas Team "
        "Service kümmert sich darum. In 9 von 10 solchen Fällen kommt unsere erste Antwort bis T1. 9 von 10 sind bis "
        "T2 "
        "gelöst.\n\nWenn Sie etwas ergänzen möchten, antworten Sie einfach auf diese Nachricht.\n\nFreundliche "
        "Grüße\nHafen IT\n");
    EXPECT_NE(confirmed("pl").find(
                  "W 9 na 10 takich spraw pierwsza odpowiedź przychodzi do: T1. 9 na 10 jest rozwiązanych do: "
                  "T2."),
              std::string::npos);
    words.told_by = "T0";
    auto const delayed = [&](char const* language) {
        return write_notice(domain::NoticeKind::delayed, language, words);
    };
    EXPECT_EQ(delayed("en").subject, "[Ticket #7] it takes longer");
    EXPECT_EQ(
        delayed("en").text,
        "Hello,\n\nwe told you that cases like yours usually have a first answer by T0. You will probably have to wait "
        "longer. We are sorry, and we have not forgotten you. Of those who have waited as long as you, 9 of 10 have an "
        "answer by T1.\n\nThe team Service takes care of it.\n\nIf you want to add something, simply answer this "
        "message.\n\nKind regards\nHafen IT\n");
    words.awaits_solution = true;
    EXPECT_NE(delayed("de").text.find(
                  "dass solche Fälle meist bis T0 gelöst sind. Voraussichtlich dauert es länger. Das tut uns "
                  "leid; wir haben Sie nicht vergessen. Von denen, die so lange gedauert haben, sind 9 von "
                  "10 bis T2 gelöst."),
              std::string::npos);
    words.solved_by.clear();
    EXPECT_NE(delayed("pl").text.find("takie sprawy są zwykle rozwiązane do: T0."), std::string::npos);
    EXPECT_EQ(delayed("pl").text.find("9 na 10"), std::string::npos) << "nothing new is known";
}

}  // namespace
}  // namespace lotse::desk
