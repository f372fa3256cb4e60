// SPDX-License-Identifier: Apache-2.0
#include "gateway/inbound_from_mail.h"

#include <gtest/gtest.h>

namespace lotse::gateway {
namespace {

constexpr char kMail[] =
    "Authentication-Results: mx.firm.example; dkim=pass; dmarc=pass (p=reject) header.from=customer.example\r\n"
    "From: Grace Hopper <Grace@Customer.example>\r\n"
    "To: help+t1.abcdefgh.zzz@desk.example\r\n"
    "Subject: Printer\r\n"
    "Message-ID: <m1@customer.example>\r\n"
    "In-Reply-To: <a@desk.example>\r\n"
    "References: <a@desk.example> <b@desk.example>\r\n"
    "Date: Wed, 25 Nov 2026 10:00:00 +0000\r\n"
    "\r\n"
    "It prints nothing.\r\n";

MailDelivery delivery() {
    MailDelivery out;
    out.door = "smtp";
    out.route.tenant = domain::TenantId{1};
    out.route.recipient = "help@desk.example";
    out.envelope_from = "grace@customer.example";
    out.has_envelope = true;
    out.trusted_receivers = {"mx.firm.example"};
    return out;
}

TEST(InboundFromMail, FillsInWhoWhatAndThreads) {
    auto const inbound = inbound_from_mail(kMail, delivery());
    EXPECT_EQ(inbound.from.address, "grace@customer.example");
    EXPECT_EQ(inbound.from.name, "Grace Hopper");
    EXPECT_EQ(inbound.subject, "Printer");
    EXPECT_EQ(inbound.new_text, "It prints nothing.");
    EXPECT_EQ(inbound.reply_tokens, std::vector<std::string>{"t1.abcdefgh.zzz"});
    ASSERT_EQ(inbound.references.size(), 3U);
    EXPECT_EQ(inbound.proof, domain::SenderProof::pass);
    EXPECT_FALSE(inbound.is_automatic);
    EXPECT_EQ(inbound.raw, kMail);
}

TEST(InboundFromMail, TakesTheNullPathForAMachine) {
    auto one = delivery();
    one.envelope_from.clear();
    EXPECT_TRUE(inbound_from_mail(kMail, one).is_automatic);
}

TEST(InboundFromMail, MakesSomethingOfEveryBytes) {
    for (std::string const& raw :
         {std::string(), std::string("\0\0\0", 3), std::string(100000, '\xff'), std::string("\r\n\r\n")}) {
        auto const inbound = inbound_from_mail(raw, delivery());
        EXPECT_EQ(inbound.raw, raw);
    }
}

TEST(DeliveryKey, IsTheSameWhateverRelaysAddToTheHeader) {
    std::string const again = std::string("Received: from relay.example\r\n") + kMail;
    EXPECT_EQ(inbound_from_mail(kMail, delivery()).delivery_key, inbound_from_mail(again, delivery()).delivery_key);
}

TEST(DeliveryKey, TellsBodiesRecipientsAndMessagesApart) {
    auto const key = [](std::string_view raw, MailDelivery const& how) {
        return delivery_key(raw, "m1@x", "today", how);
    };
    auto other = delivery();
    other.route.recipient = "sales@desk.example";
    EXPECT_NE(key("a\r\n\r\nbody", delivery()), key("a\r\n\r\nother", delivery()));
    EXPECT_NE(key("a\r\n\r\nbody", delivery()), key("a\r\n\r\nbody", other));
    EXPECT_NE(delivery_key("a\r\n\r\nbody", "m2@x", "today", delivery()), key("a\r\n\r\nbody", delivery()));
}

TEST(DeliveryKey, DoesNotGuessWithoutMessageIdAndDate) {
    EXPECT_EQ(delivery_key("\r\n\r\nbody", "", "", delivery()), "")
        << "two equal messages of a scanner are two messages";
    auto imap = delivery();
    imap.uid = "1|7|42";
    EXPECT_NE(delivery_key("\r\n\r\nbody", "", "", imap), "");
}

TEST(Proof, BelievesOnlyTheReceiverThatWeTrust) {
    using domain::SenderProof;
    std::vector<std::string> const trusted{"mx.firm.example"};
    EXPECT_EQ(proof_of("mx.firm.example 1; dmarc=fail", trusted), SenderProof::fail);
    EXPECT_EQ(proof_of("mx.evil.example; dmarc=pass", trusted), SenderProof::none);
    EXPECT_EQ(proof_of("mx.firm.example; spf=pass", trusted), SenderProof::none);
    EXPECT_EQ(proof_of("mx.firm.example.evil.example; dmarc=pass", trusted), SenderProof::none);
    EXPECT_EQ(proof_of("dmarc=pass", trusted), SenderProof::none);
    EXPECT_EQ(proof_of("", trusted), SenderProof::none);
}

}  // namespace
}  // namespace lotse::gateway
