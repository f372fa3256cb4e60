// SPDX-License-Identifier: Apache-2.0
#include "mail/header_block.h"

#include <gtest/gtest.h>

namespace lotse::mail {
namespace {

TEST(ReadHeaderBlock, UnfoldsAndFindsTheBody) {
    std::string_view const raw = "Subject: a\r\n  b\r\n\tc\r\nX-Empty:\r\n\r\nbody";
    HeaderBlock const block = read_header_block(raw);
    EXPECT_EQ(block.value_of("SUBJECT"), "a  b\tc");
    EXPECT_EQ(block.value_of("x-empty"), "");
    EXPECT_EQ(raw.substr(block.body_at), "body");
    EXPECT_EQ(block.find("absent"), nullptr);
    EXPECT_FALSE(block.malformed);
}

TEST(ReadHeaderBlock, TakesTheFirstOfAName) { EXPECT_EQ(read_header_block("A: 1\nA: 2\n\n").value_of("a"), "1"); }

TEST(ReadHeaderBlock, SkipsABrokenLineBetweenHeaders) {
    HeaderBlock const block =
        read_header_block("Subject: a\nquite Delivered-To: x\n and more\nFrom: b@example.org\n\nbody");
    EXPECT_EQ(block.value_of("subject"), "a");
    EXPECT_EQ(block.value_of("from"), "b@example.org");
    EXPECT_TRUE(block.malformed);
}

TEST(ReadHeaderBlock, ALineWithoutColonStartsTheBody) {
    std::string_view const raw = "Subject: a\nHello there\nand more";
    EXPECT_EQ(raw.substr(read_header_block(raw).body_at), "Hello there\nand more");
    EXPECT_EQ(read_header_block("no header at all\nnone").body_at, 0U);
}

TEST(ReadHeaderBlock, ABlankLineWithSpacesEndsTheBlock) {
    std::string_view const raw = "Subject: a\r\n \r\nThis is the body\r\n";
    HeaderBlock const block = read_header_block(raw);
    EXPECT_EQ(block.value_of("subject"), "a");
    EXPECT_TRUE(raw.substr(block.body_at).ends_with("This is the body\r\n"));
}

TEST(ReadHeaderBlock, PassesOverMailboxLines) {
    EXPECT_EQ(read_header_block("From anna Mon Jan 1 10:00:00 2024\nSubject: a\n>From x\nTo: b\n\n").value_of("to"),
              "b");
}

TEST(ReadHeaderBlock, CutsWhatIsTooLongAndStillFindsTheBody) {
    std::string const raw = "A: " + std::string(1000, 'x') + "\nB: y\nC: " + std::string(500, 'z') + "\n\nbody";
    HeaderBlock const one = read_header_block(raw, {100'000, 100});
    EXPECT_TRUE(one.over_limit);
    EXPECT_EQ(one.value_of("a").size(), 99U);  // the blank after the colon counted
    EXPECT_EQ(one.value_of("b"), "y");
    HeaderBlock const block = read_header_block(raw, {50, 100});
    EXPECT_TRUE(block.over_limit);
    EXPECT_EQ(raw.substr(block.body_at), "body");
}

TEST(ReadHeaderBlock, AcceptsDoubledCarriageReturns) {
    HeaderBlock const block = read_header_block("A: 1\r\r\nB: 2\r\r\n\r\r\nbody");
    EXPECT_EQ(block.value_of("a"), "1");
    EXPECT_EQ(block.value_of("b"), "2");
}

TEST(HeaderName, AcceptsOnlyFieldNames) {
    EXPECT_EQ(header_name("Subject : x"), "Subject");
    EXPECT_EQ(header_name("Sub ject: x"), "");
    EXPECT_EQ(header_name(": x"), "");
    EXPECT_EQ(header_name("no colon"), "");
    EXPECT_EQ(header_name("Betr\xC3\xBC: x"), "");
}

}  // namespace
}  // namespace lotse::mail
