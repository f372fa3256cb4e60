// SPDX-License-Identifier: Apache-2.0
#include "net/smtp_dialogue.h"

#include <gtest/gtest.h>

namespace lotse::net {
namespace {

MailServerOptions options(MailProtocol protocol = MailProtocol::smtp) {
    MailServerOptions out;
    out.protocol = protocol;
    out.server_name = "desk.example";
    out.message_bytes = 1000;
    out.recipients = 2;
    return out;
}

class SmtpDialogueTest : public testing::Test {
  protected:
    MailServerOptions options_ = options();
    SmtpDialogue dialogue_{options_, "192.0.2.1"};

    std::string say(std::string_view line) {
        auto action = dialogue_.command(line);
        if (action.step == SmtpStep::check_recipient) return dialogue_.recipient_checked(action.argument, {});
        return action.text;
    }
    void begin() {
        say("EHLO client.example");
        say("MAIL FROM:<anna@example.org>");
    }
};

TEST_F(SmtpDialogueTest, CollectsAnEnvelope) {
    begin();
    EXPECT_TRUE(say("RCPT TO:<help@desk.example>").starts_with("250"));
    EXPECT_EQ(dialogue_.command("DATA").step, SmtpStep::data);
    EXPECT_EQ(dialogue_.envelope().from, "anna@example.org");
    EXPECT_EQ(dialogue_.envelope().recipients, std::vector<std::string>{"help@desk.example"});
}

TEST_F(SmtpDialogueTest, TakesTheNullPathAndAQuotedLocalPart) {
    say("EHLO x");
    EXPECT_TRUE(say("MAIL FROM:<>").starts_with("250"));
    EXPECT_TRUE(say("RCPT TO:<\"odd > name\"@desk.example>").starts_with("250"));
    EXPECT_EQ(dialogue_.envelope().recipients.at(0), "\"odd > name\"@desk.example");
}

TEST_F(SmtpDialogueTest, DropsASourceRoute) {
    begin();
    say("RCPT TO:<@relay.example,@other.example:help@desk.example>");
    EXPECT_EQ(dialogue_.envelope().recipients.at(0), "help@desk.example");
}

TEST_F(SmtpDialogueTest, AnswersAnUnknownRecipientWith550AndATroubledDeskWith451) {
    begin();
    auto const action = dialogue_.command("RCPT TO:<nobody@desk.example>");
    ASSERT_EQ(action.step, SmtpStep::check_recipient);
    EXPECT_TRUE(dialogue_.recipient_checked(action.argument, not_found("x", "no")).starts_with("550 5.1.1"));
    EXPECT_TRUE(dialogue_.recipient_checked(action.argument, unavailable("x", "Not now.")).starts_with("451 4.3.0"));
    EXPECT_TRUE(dialogue_.envelope().recipients.empty());
}

TEST_F(SmtpDialogueTest, RefusesMoreRecipientsThanItsLimit) {
    begin();
    say("RCPT TO:<a@desk.example>");
    say("RCPT TO:<b@desk.example>");
    EXPECT_TRUE(say("RCPT TO:<c@desk.example>").starts_with("452"));
}

TEST_F(SmtpDialogueTest, RefusesUnknownParametersAndASizeOverTheLimit) {
    say("EHLO x");
    EXPECT_TRUE(say("MAIL FROM:<a@b.example> SIZE=1001").starts_with("552"));
    EXPECT_TRUE(say("MAIL FROM:<a@b.example> SIZE=many").starts_with("501"));
    EXPECT_TRUE(say("MAIL FROM:<a@b.example> FANCY=1").starts_with("555"));
    EXPECT_TRUE(say("MAIL FROM:<a@b.example> BODY=8BITMIME SMTPUTF8 SIZE=1000").starts_with("250"));
    EXPECT_TRUE(dialogue_.envelope().is_utf8);
}

TEST_F(SmtpDialogueTest, RefusesControlCharactersInACommand) {
    EXPECT_TRUE(say(std::string_view("NOOP\0x", 6)).starts_with("500"));
    EXPECT_TRUE(say("NOOP \x1b[31m").starts_with("500"));
    EXPECT_TRUE(say("NOOP \xff").starts_with("500"));
}

TEST_F(SmtpDialogueTest, GivesUpOnAPeerThatOnlyErrs) {
    for (int i = 0; i < options_.errors_per_connection; ++i) say("NONSENSE");
    EXPECT_TRUE(dialogue_.is_hopeless());
}

TEST_F(SmtpDialogueTest, ForgetsEverythingAtStartTls) {
    begin();
    dialogue_.tls_started();
    EXPECT_TRUE(say("MAIL FROM:<a@b.example>").starts_with("503")) << "hello again first";
}

TEST_F(SmtpDialogueTest, SaysTheFirstFailureToAnSmtpSenderOfSeveral) {
    begin();
    say("RCPT TO:<a@desk.example>");
    say("RCPT TO:<b@desk.example>");
    auto const text = dialogue_.delivered({Result<void>{}, unavailable("x", "Full.\r\n250 ok")});
    EXPECT_TRUE(text.starts_with("451 4.3.0 Full."));
    EXPECT_EQ(text.find("\r\n"), text.size() - 2) << "no line of an error's text becomes a reply of its own";
}

TEST(LmtpDialogue, AnswersEveryRecipient) {
    auto const lmtp = options(MailProtocol::lmtp);
    SmtpDialogue dialogue(lmtp, "192.0.2.1");
    EXPECT_TRUE(dialogue.command("EHLO x").text.starts_with("500"));
    dialogue.command("LHLO x");
    dialogue.command("MAIL FROM:<>");
    for (auto const* to : {"a@desk.example", "b@desk.example"})
        EXPECT_TRUE(dialogue.recipient_checked(to, {}).starts_with("250"));
    EXPECT_EQ(dialogue.delivered({Result<void>{}, unavailable("x", "Not now.")}),
              "250 2.0.0 Stored.\r\n451 4.3.0 Not now.\r\n");
}

struct Read {
    std::string message;
    std::string rest;
    bool is_done = false;
};

// The same bytes in every way of cutting them in two must read the same.
Read read_data(std::string const& bytes) {
    Read first;
    for (std::size_t cut = 0; cut <= bytes.size(); ++cut) {
        DataReader reader(1000);
        auto used = reader.feed(std::string_view(bytes).substr(0, cut));
        if (!reader.is_done()) {
            EXPECT_EQ(used, cut);
            used += reader.feed(std::string_view(bytes).substr(cut));
        }
        Read const here{reader.take(), bytes.substr(used), reader.is_done()};
        if (cut == 0) {
            first = here;
            continue;
        }
        EXPECT_EQ(here.message, first.message) << "cut at " << cut;
        EXPECT_EQ(here.is_done, first.is_done) << "cut at " << cut;
        if (here.is_done) EXPECT_EQ(here.rest, first.rest) << "cut at " << cut;
    }
    return first;
}

TEST(DataReader, EndsAtCrlfDotCrlfAndKeepsWhatFollows) {
    auto const read = read_data("Hello\r\n.\r\nQUIT\r\n");
    EXPECT_TRUE(read.is_done);
    EXPECT_EQ(read.message, "Hello\r\n");
    EXPECT_EQ(read.rest, "QUIT\r\n");
}

TEST(DataReader, NeverEndsAtALoneLfOrCr) {
    for (auto const* bytes : {"a\n.\n", "a\r\n.\n", "a\n.\r\n", "a\r.\r", "a\r\n.\rb"})
        EXPECT_FALSE(read_data(bytes).is_done) << bytes;
}

TEST(DataReader, UndoesDotStuffing) { EXPECT_EQ(read_data("..\r\n...x\r\n.y\r\n.\r\n").message, ".\r\n..x\r\ny\r\n"); }

TEST(DataReader, ThrowsAwayWhatIsTooLargeAndStillFindsTheEnd) {
    DataReader reader(10);
    std::string const bytes = std::string(50, 'x') + "\r\n.\r\nNOOP";
    EXPECT_EQ(reader.feed(bytes), bytes.size() - 4);
    EXPECT_TRUE(reader.is_done());
    EXPECT_TRUE(reader.is_too_large());
}

}  // namespace
}  // namespace lotse::net
