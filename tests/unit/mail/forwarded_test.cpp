// SPDX-License-Identifier: Apache-2.0
#include "mail/forwarded.h"

#include <gtest/gtest.h>

namespace lotse::mail {
namespace {

Message forwarded(std::string subject, std::string text) {
    Message message;
    message.from = {{"Colleague", "colleague@desk.example"}};
    message.subject = std::move(subject);
    message.text = std::move(text);
    message.new_text = message.text;
    return message;
}

TEST(FindOriginalSender, ReadsTheBlocksOfManyPrograms) {
    Address const anna{"Anna Nowak", "anna@example.org"};
    for (char const* text :
         {"FYI\n\n---------- Forwarded message ---------\nFrom: Anna Nowak <anna@example.org>\nDate: x\nSubject: "
          "y\n\nhi",
          "---------- Weitergeleitete Nachricht ----------\nVon: Anna Nowak <anna@example.org>\nBetreff: y\n\nhi",
          "-------- Przekazana wiadomość --------\nOd: Anna Nowak <anna@example.org>\nTemat: y\n\nhi",
          "-------- Forwarded Message --------\nSubject: \ty\nDate: \tx\nFrom: \tAnna Nowak <anna@example.org>\nTo: "
          "z\n",
          "Begin forwarded message:\n\n> From: Anna Nowak <anna@example.org>\n> Subject: y\n>\n> hi",
          "Von: Anna Nowak [mailto:anna@example.org]\nGesendet: Montag\nAn: x\nBetreff: y\n\nhi",
          "From: Anna Nowak <anna@example.org<mailto:anna@example.org>>\nSent: Monday\nTo: x\nSubject: y\n\nhi"})
        EXPECT_EQ(find_original_sender(forwarded("WG: Drucker", text)), anna) << text;
}

TEST(FindOriginalSender, NeedsAForwardingSubjectForAnOutlookBlock) {
    std::string const text = "From: Anna <anna@example.org>\nSent: Monday\nTo: x\nSubject: y\n\nhi";
    for (char const* subject : {"Fwd: x", "FW: x", "WG: x", "PD: x", "TR: x"})
        EXPECT_TRUE(find_original_sender(forwarded(subject, text))) << subject;
    for (char const* subject : {"x", "Re: x", "AW: WG: x", "Odp: x"})
        EXPECT_FALSE(find_original_sender(forwarded(subject, text))) << subject;
}

TEST(FindOriginalSender, IgnoresWhatAReplyQuotes) {
    EXPECT_FALSE(find_original_sender(
        forwarded("x", "Thanks\n> ---------- Forwarded message ---------\n> From: Anna <anna@example.org>\n")));
}

TEST(FindOriginalSender, TakesAnAttachedMail) {
    Message message = forwarded("Fwd: x", "see attached");
    Attachment attached;
    attached.kind = AttachmentKind::message;
    attached.bytes = "From: =?utf-8?q?J=C3=BCrgen?= <j@example.org>\nSubject: y\n\nhi";
    message.attachments.push_back(attached);
    EXPECT_EQ(find_original_sender(message), (Address{"Jürgen", "j@example.org"}));
    message.subject = "Re: x";
    EXPECT_FALSE(find_original_sender(message));
}

TEST(FindOriginalSender, IsNobodyIfTheSenderForwardsHerself) {
    EXPECT_FALSE(find_original_sender(
        forwarded("Fwd: x", "---------- Forwarded message ---------\nFrom: Colleague <Colleague@DESK.example>\n")));
    EXPECT_FALSE(find_original_sender(forwarded("Fwd: x", "---------- Forwarded message ---------\nFrom: nobody\n")));
}

}  // namespace
}  // namespace lotse::mail
