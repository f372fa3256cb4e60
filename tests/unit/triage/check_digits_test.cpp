// SPDX-License-Identifier: Apache-2.0
#include "triage/check_digits.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace lotse::triage {
namespace {

// Examples that the issuers of the numbers publish.
TEST(CheckDigits, AcceptsPublishedIbans) {
    for (auto const iban : {"DE89370400440532013000", "GB29NWBK60161331926819", "PL61109010140000071219812874",
                            "FR1420041010050500013M02606", "NO9386011117947", "CH9300762011623852957"})
        EXPECT_TRUE(is_iban(iban)) << iban;
}

TEST(CheckDigits, RefusesEveryIbanWithOneDigitChanged) {
    std::string const good = "DE89370400440532013000";
    for (std::size_t i = 2; i < good.size(); ++i) {
        auto bad = good;
        bad[i] = bad[i] == '9' ? '0' : static_cast<char>(bad[i] + 1);
        EXPECT_FALSE(is_iban(bad)) << bad;
    }
}

TEST(CheckDigits, RefusesIbansOfWrongLengthOrCountry) {
    EXPECT_FALSE(is_iban("DE8937040044053201300"));
    EXPECT_FALSE(is_iban("ZZ89370400440532013000"));
    EXPECT_FALSE(is_iban(""));
    EXPECT_FALSE(is_iban("de89370400440532013000"));
}

TEST(CheckDigits, AcceptsTestCardsOfTheSchemes) {
    for (auto const card : {"4111111111111111", "5555555555554444", "2223003122003222", "378282246310005",
                            "6011111111111117", "3530111333300000", "30569309025904", "6759649826438453"})
        EXPECT_TRUE(is_card(card)) << card;
    EXPECT_FALSE(is_card("4111111111111112"));
    EXPECT_FALSE(is_card("9111111111111119")) << "nobody issues cards that begin with 9";
    EXPECT_FALSE(is_card("41111111111111111111"));
}

TEST(CheckDigits, PeselNeedsDayOfBirthAndSum) {
    EXPECT_TRUE(is_pesel("44051401359"));
    EXPECT_TRUE(is_pesel("02070803628"));
    EXPECT_FALSE(is_pesel("44051401358"));
    EXPECT_FALSE(is_pesel("44133101350")) << "month 13";
    EXPECT_FALSE(is_pesel("00000000000"));
}

TEST(CheckDigits, NipAndRegonAreWeighted) {
    EXPECT_TRUE(is_nip("5260250274"));
    EXPECT_FALSE(is_nip("5260250275"));
    EXPECT_FALSE(is_nip("0000000000"));
    EXPECT_TRUE(is_regon("123456785"));
    EXPECT_TRUE(is_regon("12345678512347"));
    EXPECT_FALSE(is_regon("123456786"));
    EXPECT_FALSE(is_regon("12345678512348"));
}

TEST(CheckDigits, SteuerIdRepeatsExactlyOneDigit) {
    EXPECT_TRUE(is_steuer_id("86095742719"));
    EXPECT_TRUE(is_steuer_id("47036892816"));
    EXPECT_TRUE(is_steuer_id("65929970489"));
    EXPECT_TRUE(is_steuer_id("57549285017"));
    EXPECT_FALSE(is_steuer_id("86095742718"));
    EXPECT_FALSE(is_steuer_id("06095742711")) << "never begins with 0";
    EXPECT_FALSE(is_steuer_id("12345678903")) << "no digit twice";
}

}  // namespace
}  // namespace lotse::triage
