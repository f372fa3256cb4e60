// SPDX-License-Identifier: Apache-2.0
// What the golden mails do not show: caps, hostile shapes, and rules of choice among parts.
#include "mail/parse_message.h"

#include <gtest/gtest.h>

#include <thread>

#include "base/text.h"

namespace lotse::mail {
namespace {

std::string repeated(std::string_view piece, std::size_t count) {
    std::string out;
    out.reserve(piece.size() * count);
    for (std::size_t i = 0; i < count; ++i) out += piece;
    return out;
}

bool has_defect(Message const& message, std::string_view part) {
    for (std::string const& defect : message.defects)
        if (defect.contains(part)) return true;
    return false;
}

TEST(ParseMessage, AnswersToAnything) {
    for (std::string const& raw :
         {std::string(), std::string("\n\n\n"), std::string(1000, '\0'), std::string("\xFF\x00\xFD\x01", 4),
          std::string("\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\xFF\xFE\xFD", 20)}) {
        Message const message = parse_message(raw);
        EXPECT_TRUE(message.unreadable) << raw.size();
        EXPECT_FALSE(message.defects.empty());
    }
}

TEST(ParseMessage, TextWithoutHeadersIsReadAsText) {
    Message const message = parse_message("Thanx :-)");
    EXPECT_FALSE(message.unreadable);
    EXPECT_EQ(message.text, "Thanx :-)\n");
}

TEST(ParseMessage, KeepsEverySenderOfEveryFromHeader) {
    EXPECT_EQ(parse_message("From: a@b.c, d@e.f\n\nx").from.size(), 2U);
    EXPECT_EQ(parse_message("From: a@b.c\nFrom: d@e.f\n\nx").from.size(), 2U);
    EXPECT_EQ(parse_message("Subject: x\n\nx").from.size(), 0U);
}

TEST(ParseMessage, TakesTheTopmostAuthenticationResults) {
    EXPECT_EQ(parse_message("Authentication-Results: ours; dmarc=fail\nAuthentication-Results: forged; dmarc=pass\n\nx")
                  .authentication_results,
              "ours; dmarc=fail");
}

TEST(ParseMessage, CountsParticipantsAndAddresses) {
    Message const many = parse_message("To: " + repeated("a@b.c, ", 40) + "\nCc: " + repeated("d@e.f, ", 40) + "\n\nx");
    EXPECT_EQ(many.to.size(), 40U);
    EXPECT_EQ(many.cc.size(), 10U);
    EXPECT_TRUE(has_defect(many, "more people"));
    Message const bomb = parse_message("From: " + repeated("a@b.c, ", 9000) + "\nTo: x@y.z\n\nx");
    EXPECT_LE(bomb.from.size(), 500U);
    EXPECT_TRUE(has_defect(bomb, "more people"));
}

TEST(ParseMessage, BoundsHeadersOfAnySize) {
    Message const words = parse_message("From: a@b.c\nSubject: " + repeated("=?utf-8?q?x?= ", 300'000) + "\n\nbody");
    EXPECT_LE(words.subject.size(), 1000U);
    EXPECT_EQ(words.text, "body\n");
    EXPECT_TRUE(has_defect(words, "headers are longer"));
    Message const lines = parse_message(repeated("X-Many: y\n", 100'000) + "From: a@b.c\n\nbody");
    EXPECT_LE(lines.headers.size(), 200U);
    EXPECT_EQ(lines.text, "body\n");
    EXPECT_LE(parse_message("References: " + repeated("<a@b> ", 100'000) + "\n\nx").references.size(), 200U);
}

TEST(ParseMessage, BoundsPartsDepthAndAttachments) {
    std::string const part = "--b\nContent-Type: image/png\n\nx\n";
    Message const many = parse_message("Content-Type: multipart/mixed; boundary=b\n\n" + repeated(part, 300));
    EXPECT_EQ(many.attachments.size(), 100U);
    EXPECT_TRUE(has_defect(many, "more attachments"));
    Message const deep = parse_message(repeated("Content-Type: multipart/mixed; boundary=b\n\n--b\n", 1000) + "\nx");
    EXPECT_LE(deep.attachments.size(), 100U);
    EXPECT_FALSE(deep.defects.empty());
}

TEST(ParseMessage, CutsTextAndHtmlAtTheirCaps) {
    ParseCaps caps;
    caps.text_bytes = 1000;
    caps.html_bytes = 1000;
    Message const text = parse_message("Subject: x\n\n" + repeated("zażółć\n", 10'000), caps);
    EXPECT_LE(text.text.size(), 1001U);
    EXPECT_TRUE(has_defect(text, "longer than what we show"));
    Message const html = parse_message("Content-Type: text/html\n\n" + repeated("<p>x</p>", 10'000), caps);
    EXPECT_LE(html.html.size(), 1020U);
    EXPECT_TRUE(has_defect(html, "longer than what we show"));
    caps.mail_bytes = 30;
    EXPECT_TRUE(has_defect(parse_message("Subject: x\n\n" + std::string(100, 'y'), caps), "larger than we read"));
}

TEST(ParseMessage, PrefersPlainTextUnlessItIsAStub) {
    auto const alternative = [](std::string const& plain, std::string const& html) {
        return parse_message("Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\n" +
                             plain + "\n--b\nContent-Type: text/html\n\n" + html + "\n--b--\n");
    };
    std::string const letter = "<p>" + repeated("A long letter with much to say. ", 10) + "</p>";
    EXPECT_EQ(alternative("The plain text.", "<p>The html text.</p>").text, "The plain text.\n");
    EXPECT_TRUE(alternative("Please use an HTML viewer.", letter).text.contains("much to say"));
    EXPECT_TRUE(alternative("", letter).text.contains("much to say"));
    EXPECT_EQ(alternative("See the web page.", "<p>See the web page.</p>").html, "<p>See the web page.</p>");
}

TEST(ParseMessage, OnlyImagesThatTheHtmlShowsAreInline) {
    Message const message = parse_message(
        "Content-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\n\n<img src=\"cid:shown@x\">\n"
        "--b\nContent-Type: image/png\nContent-ID: <shown@x>\n\n1\n"
        "--b\nContent-Type: image/png\nContent-ID: <lost@x>\nContent-Disposition: inline\n\n2\n--b--\n");
    ASSERT_EQ(message.attachments.size(), 2U);
    EXPECT_TRUE(message.attachments[0].is_inline);
    EXPECT_FALSE(message.attachments[1].is_inline);
}

TEST(ParseMessage, ReadsManyMailsAtOnceFromManyThreads) {
    std::string const raw =
        "From: =?utf-8?q?J=C3=BCrgen?= <j@example.org>\nDate: Wed, 25 Nov 2026 18:29:21 +0100\n"
        "Content-Type: text/plain; charset=iso-8859-2; format=flowed\n\nza\xBF\xF3\xB3\xE6\n";
    Message const expected = parse_message(raw);
    std::vector<std::thread> threads;
    std::vector<int> wrong(4, 0);
    for (std::size_t t = 0; t < wrong.size(); ++t)
        threads.emplace_back([&, t] {
            for (int i = 0; i < 200; ++i) {
                Message const read = parse_message(raw);
                if (read.text != expected.text || read.from != expected.from || read.date != expected.date) ++wrong[t];
            }
        });
    for (std::thread& thread : threads) thread.join();
    EXPECT_EQ(wrong, std::vector<int>(4, 0));
    EXPECT_EQ(expected.text, "zażółć\n");
}

TEST(HeaderOf, IgnoresCase) {
    Message const message = parse_message("X-One: 1\nx-one: 2\n\nx");
    EXPECT_EQ(header_of(message, "X-ONE"), "1");
    EXPECT_EQ(header_of(message, "absent"), "");
}

}  // namespace
}  // namespace lotse::mail
