// SPDX-License-Identifier: Apache-2.0
#include "mail/delivery_report.h"

#include <gtest/gtest.h>

#include "mail/bounce_text.h"
#include "mail/parse_message.h"

namespace lotse::mail {
namespace {

std::optional<DeliveryReport> report_in(std::string const& raw) { return parse_message(raw).delivery_report; }

TEST(FindDeliveryReport, ReadsEveryRecipientOfAStandardReport) {
    auto const report = report_in(
        "From: MAILER-DAEMON@example.org\nSubject: x\nContent-Type: multipart/report; report-type=delivery-status; "
        "boundary=b\n\n"
        "--b\n\nSorry.\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example.org\n\n"
        "Final-Recipient: rfc822; <anna@example.org>\nAction: failed\nStatus: 5.1.1\n"
        "Diagnostic-Code: smtp; 550 5.1.1 User\n  unknown\n\n"
        "Original-Recipient: rfc822;bob@example.org\nAction: Delayed\nStatus: 4.4.1 (connection timed out)\n\n"
        "--b\nContent-Type: message/rfc822\n\nMessage-ID: <our-1@desk.example>\nSubject: y\n\nz\n--b--\n");
    ASSERT_TRUE(report);
    ASSERT_EQ(report->recipients.size(), 2U);
    EXPECT_EQ(report->recipients[0],
              (FailedRecipient{"anna@example.org", "failed", "5.1.1", "550 5.1.1 User unknown"}));
    EXPECT_EQ(report->recipients[1], (FailedRecipient{"bob@example.org", "delayed", "4.4.1", ""}));
    EXPECT_EQ(report->original_message_id, "our-1@desk.example");
    EXPECT_FALSE(report->is_feedback);
}

TEST(FindDeliveryReport, ReadsHeadersThatCameBackAlone) {
    auto const report = report_in(
        "From: x@y.z\nContent-Type: multipart/report; boundary=b\n\n--b\n\nx\n--b\nContent-Type: "
        "message/delivery-status\n\n"
        "Final-Recipient: rfc822;a@b.c\nAction: failed\nStatus: 5.0.0\n--b\nContent-Type: text/rfc822-headers\n\n"
        "Message-ID: <2@desk.example>\n--b--\n");
    ASSERT_TRUE(report);
    EXPECT_EQ(report->original_message_id, "2@desk.example");
}

TEST(FindDeliveryReport, AComplaintIsFeedback) {
    auto const report = report_in(
        "From: fbl@example.org\nContent-Type: multipart/report; report-type=feedback-report; boundary=b\n\n--b\n\nx\n"
        "--b\nContent-Type: message/feedback-report\n\nFeedback-Type: abuse\nOriginal-Rcpt-To: <a@b.c>\n"
        "--b\nContent-Type: message/rfc822\n\nMessage-ID: <3@desk.example>\n\nx\n--b--\n");
    ASSERT_TRUE(report);
    EXPECT_TRUE(report->is_feedback);
    EXPECT_EQ(report->recipients.at(0).address, "a@b.c");
    EXPECT_EQ(report->original_message_id, "3@desk.example");
}

TEST(FindDeliveryReport, ReadsTheProseOfQmailAndExim) {
    auto const qmail = report_in(
        "Return-Path: <>\nFrom: MAILER-DAEMON@example.org\nTo: desk@desk.example\nSubject: failure notice\n\n"
        "Hi. This is the qmail-send program.\n\n<anna@example.org>:\nUser unknown (#5.1.1)\n\n"
        "--- Below this line is a copy of the message.\n\nReturn-Path: <desk@desk.example>\nMessage-ID: "
        "<4@desk.example>\n");
    ASSERT_TRUE(qmail);
    ASSERT_EQ(qmail->recipients.size(), 1U);
    EXPECT_EQ(qmail->recipients[0].address, "anna@example.org");
    EXPECT_EQ(qmail->recipients[0].status, "5.1.1");
    EXPECT_EQ(qmail->original_message_id, "4@desk.example");
    auto const exim = report_in(
        "From: Mailer-Daemon@example.org\nX-Failed-Recipients: anna@example.org\nSubject: Mail delivery failed\n\n"
        "A message could not be delivered:\n\n  anna@example.org\n    host mx: 550 no such user\n");
    ASSERT_TRUE(exim);
    EXPECT_EQ(exim->recipients.at(0).address, "anna@example.org");
    EXPECT_EQ(exim->recipients.at(0).diagnostic, "host mx: 550 no such user");
}

TEST(FindDeliveryReport, ADaemonWithoutAnAddressIsStillADaemon) {
    EXPECT_TRUE(report_in("From: MAILER-DAEMON <>\nTo: desk@desk.example\nSubject: Mail delivery failed\n\nx\n"));
}

TEST(FindDeliveryReport, PeopleAreNotBounces) {
    EXPECT_FALSE(report_in("From: anna@example.org\nSubject: failure notice of the printer\n\n550 pages\n"));
    EXPECT_FALSE(report_in("From: anna@example.org\nSubject: Re: Undelivered Mail\n\n> <a@b.c>: 550 unknown\nWhy?\n"));
    EXPECT_FALSE(report_in("From: postmaster@example.org\nSubject: Our new mail server\n\nHello, please test it.\n"));
    EXPECT_FALSE(report_in("From: anna@example.org\nSubject: Fwd\nContent-Type: message/rfc822\n\nSubject: y\n\nz\n"));
}

TEST(FindStatusCode, TellsCodesFromAddresses) {
    EXPECT_EQ(find_status_code("550 5.1.1 unknown"), "5.1.1");
    EXPECT_EQ(find_status_code("(#4.4.7)"), "4.4.7");
    EXPECT_EQ(find_status_code("5.7.26"), "5.7.26");
    for (char const* text : {"host 192.0.2.5.1.1", "5.1.1.1", "15.1.1", "version 3.5", "5.1", "", "5.1.1234"})
        EXPECT_EQ(find_status_code(text), "") << text;
}

TEST(FindFailedRecipients, IgnoresOursAndStopsAtTheCopy) {
    auto const found = find_failed_recipients(
        "To desk@desk.example:\n<a@example.org>: 550 5.1.1 no such user\n<b@example.org> mailbox full\n"
        "Received: from x\n<c@example.org>\n",
        {"desk@desk.example"});
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].status, "5.1.1");
    EXPECT_EQ(found[1].address, "b@example.org");
}

TEST(FindFailedRecipients, SurvivesLongLines) {
    std::string line(5000, 'x');
    line += "@example.org ";
    for (int i = 0; i < 2000; ++i) line += "a@b.c ";
    EXPECT_LE(find_failed_recipients(line, {}).size(), 4U);
}

}  // namespace
}  // namespace lotse::mail
