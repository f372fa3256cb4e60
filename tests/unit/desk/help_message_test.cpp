// SPDX-License-Identifier: Apache-2.0
#include "desk/help_message.h"

#include <gtest/gtest.h>

namespace lotse::desk {
namespace {

HelpMessage a_message() {
    HelpMessage out;
    out.email = "olga@customer.example";
    out.name = "Olga";
    out.subject = "Hearts";
    out.text = " It prints hearts. ";
    out.key = "k";
    return out;
}

TEST(HelpMessage, BecomesAMessageThatProvesNothing) {
    auto const inbound = inbound_of(a_message());
    ASSERT_TRUE(inbound);
    EXPECT_EQ(inbound->channel, domain::Channel::portal);
    EXPECT_EQ(inbound->proof, domain::SenderProof::none);
    EXPECT_EQ(inbound->text, "It prints hearts.");
    EXPECT_NE(inbound->verdict.find("not been verified"), std::string::npos);
    EXPECT_EQ(inbound->delivery_key, "portal|olga@customer.example|k");
}

TEST(HelpMessage, IsProvenForWhoeverHasSignedIn) {
    auto message = a_message();
    message.is_proven = true;
    auto const inbound = inbound_of(message);
    ASSERT_TRUE(inbound);
    EXPECT_EQ(inbound->proof, domain::SenderProof::pass);
    EXPECT_EQ(inbound->verdict, "");
}

TEST(HelpMessage, KeepsNamesAndSubjectsOnOneLine) {
    auto message = a_message();
    message.name = "Eve\r\nBcc: x\ty";
    message.subject = "One\r\nX-Evil: 1";
    auto const inbound = inbound_of(message);
    ASSERT_TRUE(inbound);
    EXPECT_EQ(inbound->from.name, "Eve  Bcc: x y");
    EXPECT_EQ(inbound->subject, "One  X-Evil: 1");
}

TEST(HelpMessage, RefusesNothingAndTooMuch) {
    auto message = a_message();
    message.text = " \n ";
    EXPECT_EQ(inbound_of(message).error().field, "/text");
    message.text = std::string(100'001, 'x');
    EXPECT_EQ(inbound_of(message).error().code, "help.too_long");
}

TEST(HelpMessage, TakesFilesByTheirBytes) {
    auto message = a_message();
    message.files = {{"a/../b.png", "image/png", {}, false, "no picture"}, {"", "text/html", {}, false, "<b>"}};
    auto const inbound = inbound_of(message);
    ASSERT_TRUE(inbound);
    EXPECT_EQ(inbound->files[0].name, "a_.._b.png");
    EXPECT_EQ(inbound->files[0].content_type, "application/octet-stream");
    EXPECT_EQ(inbound->files[1].name, "file");
    EXPECT_EQ(inbound->files[1].content_type, "application/octet-stream");
}

TEST(HelpMessage, RefusesProgramsAndMoreThanTwentyFiveMegabytes) {
    auto message = a_message();
    message.files = {{"notes.txt", "text/plain", {}, false, "MZ\x90"}};
    EXPECT_EQ(inbound_of(message).error().code, "help.program");
    message.files = {{"a.txt", "text/plain", {}, false, std::string(kHelpFileBytes, 'x')},
                     {"b.txt", "text/plain", {}, false, "x"}};
    EXPECT_EQ(inbound_of(message).error().code, "help.files");
}

}  // namespace
}  // namespace lotse::desk
