// SPDX-License-Identifier: Apache-2.0
#include "access/totp.h"

#include <gtest/gtest.h>

#include <set>

#include "access/qr_code.h"

namespace lotse::access {
namespace {

constexpr std::string_view kSecret = "12345678901234567890";  // of RFC 6238, appendix B

TEST(Totp, GivesTheCodesOfTheRfc) {
    EXPECT_EQ(totp_code(kSecret, 59 / 30), "287082");
    EXPECT_EQ(totp_code(kSecret, 1111111109 / 30), "081804");
    EXPECT_EQ(totp_code(kSecret, 1234567890 / 30), "005924");
    EXPECT_EQ(totp_code(kSecret, 20000000000 / 30), "353130");
}

TEST(Totp, TakesTheNeighbourStepsAndNoneTwice) {
    auto const now = instant(1'234'567'890'000'000);
    auto const step = totp_step(now);
    EXPECT_EQ(check_totp(kSecret, totp_code(kSecret, step), now, 0), step);
    EXPECT_EQ(check_totp(kSecret, totp_code(kSecret, step - 1), now, 0), step - 1);
    EXPECT_EQ(check_totp(kSecret, totp_code(kSecret, step + 1), now, 0), step + 1);
    EXPECT_FALSE(check_totp(kSecret, totp_code(kSecret, step - 2), now, 0));
    EXPECT_FALSE(check_totp(kSecret, totp_code(kSecret, step), now, step));
    EXPECT_FALSE(check_totp(kSecret, "", now, 0));
}

TEST(Totp, TheAddressForTheCameraEscapesNames) {
    EXPECT_EQ(
        totp_uri(kSecret, "Hafen IT", "anna@desk.example"),
        "otpauth://totp/Hafen%20IT:anna%40desk.example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Hafen%20IT");
}

TEST(RecoveryCodes, AreTenAndReadHoweverTheyAreTyped) {
    auto const codes = make_recovery_codes();
    EXPECT_EQ(std::set<std::string>(codes.begin(), codes.end()).size(), 10U);
    EXPECT_EQ(recovery_code_hash("ABCDE fghij-klmno"), recovery_code_hash("abcde-fghij-klmno"));
    EXPECT_NE(recovery_code_hash(codes[0]), recovery_code_hash(codes[1]));
}

TEST(QrCode, IsOneSvgWithoutScriptOrStyle) {
    auto const svg = qr_svg("otpauth://totp/x");
    EXPECT_TRUE(svg.starts_with("<svg ") && svg.ends_with("</svg>"));
    EXPECT_EQ(svg.find("style"), std::string::npos);
    EXPECT_EQ(qr_svg(std::string(4000, 'x')), "");
}

}  // namespace
}  // namespace lotse::access
