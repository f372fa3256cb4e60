// SPDX-License-Identifier: Apache-2.0
#include "mail/address.h"

#include <gtest/gtest.h>

#include "mail/punycode.h"

namespace lotse::mail {
namespace {

TEST(ParseAddress, ReadsNameAndAddress) {
    EXPECT_EQ(parse_address("Anna Nowak <anna@example.org>"), (Address{"Anna Nowak", "anna@example.org"}));
    EXPECT_EQ(parse_address("anna@example.org"), (Address{"", "anna@example.org"}));
    EXPECT_EQ(parse_address("\"Nowak, Anna\" <anna@example.org>"), (Address{"Nowak, Anna", "anna@example.org"}));
}

TEST(ParseAddress, DecodesEncodedNames) {
    EXPECT_EQ(parse_address("=?utf-8?q?J=C3=BCrgen_M=C3=BCller?= <jm@example.org>")->name, "Jürgen Müller");
    EXPECT_EQ(parse_address("=?iso-8859-2?B?o/NkvA==?= <l@example.org>")->name, "Łódź");
}

TEST(ParseAddress, RefusesNoneAndSeveral) {
    EXPECT_FALSE(parse_address(""));
    EXPECT_FALSE(parse_address("a@example.org, b@example.org"));
}

TEST(ParseAddressList, FlattensGroupsAndStopsAtTheLimit) {
    auto const group = parse_address_list("Team: a@example.org, B <b@example.org>;, c@example.org");
    ASSERT_EQ(group.size(), 3U);
    EXPECT_EQ(group[1].name, "B");
    EXPECT_TRUE(parse_address_list("undisclosed-recipients:;").empty());
    EXPECT_EQ(parse_address_list("a@b.c, d@e.f, g@h.i", 2).size(), 2U);
}

TEST(ParseAddressList, ReadsRawUtf8AndLatin1Names) {
    EXPECT_EQ(parse_address_list("Jürgen <j@example.org>")[0].name, "Jürgen");
    EXPECT_EQ(parse_address_list("J\xFCrgen <j@example.org>")[0].name, "Jürgen");
}

TEST(ParseAddressList, AnEncodedCommaIsNoSeparator) {
    auto const list = parse_address_list("=?utf-8?q?a=40evil=2Eexample=2C?= <real@example.org>");
    ASSERT_EQ(list.size(), 1U);
    EXPECT_EQ(list[0].address, "real@example.org");
}

TEST(CanonicalAddress, LowersTheDomainAndSplitsTheTag) {
    auto const address = canonical_address("Anna.Nowak+Shop@EXAMPLE.Org");
    ASSERT_TRUE(address);
    EXPECT_EQ(address->local, "Anna.Nowak");
    EXPECT_EQ(address->tag, "Shop");
    EXPECT_EQ(address->domain, "example.org");
    EXPECT_EQ(address->key(), "anna.nowak@example.org");
    EXPECT_EQ(address->address(), "Anna.Nowak+Shop@example.org");
}

TEST(CanonicalAddress, RemovesCommentsAndNeedlessQuotes) {
    EXPECT_EQ(canonical_address("anna(the (real) one)@example.org (work)")->key(), "anna@example.org");
    EXPECT_EQ(canonical_address("\"anna.b\"@example.org")->local, "anna.b");
    EXPECT_EQ(canonical_address("\"an na\"@example.org")->local, "\"an na\"");
}

TEST(CanonicalAddress, EncodesInternationalDomains) {
    EXPECT_EQ(canonical_address("info@Bücher.example")->domain, "xn--bcher-kva.example");
    EXPECT_EQ(canonical_address("info@żółw.pl.")->domain, "xn--w-uga1v8h.pl");
}

TEST(CanonicalAddress, RefusesWhatIsNoAddress) {
    for (char const* text : {"", "anna", "@example.org", "anna@", "a b@example.org", "a@b@c", "a@b c", "<a@b.c>"})
        EXPECT_FALSE(canonical_address(text)) << text;
}

TEST(Punycode, AgreesWithTheSamplesOfRfc3492) {
    EXPECT_EQ(punycode("bücher"), "bcher-kva");
    EXPECT_EQ(punycode("他们为什么不说中文"), "ihqwcrb4cv8a8dqg056pqjye");
    EXPECT_EQ(punycode("почемужеонинеговорятпорусски"), "b1abfaaepdrnnbgefbadotcwatmq2g4l");
    EXPECT_EQ(punycode("porquénopuedensimplementehablarenespañol"), "porqunopuedensimplementehablarenespaol-fmd56a");
    EXPECT_FALSE(punycode("\xFF"));
    EXPECT_FALSE(punycode(std::string(64, 'a')));
}

}  // namespace
}  // namespace lotse::mail
