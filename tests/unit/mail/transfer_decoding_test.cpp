// SPDX-License-Identifier: Apache-2.0
#include "mail/transfer_decoding.h"

#include <gtest/gtest.h>

namespace lotse::mail {
namespace {

TEST(TransferEncodingNamed, ForgivesSpelling) {
    EXPECT_EQ(transfer_encoding_named(" BASE64; x"), TransferEncoding::base64);
    EXPECT_EQ(transfer_encoding_named("Quoted-Printable "), TransferEncoding::quoted_printable);
    EXPECT_EQ(transfer_encoding_named("quoted printable"), TransferEncoding::quoted_printable);
    EXPECT_EQ(transfer_encoding_named("x-uuencode"), TransferEncoding::uuencode);
    for (char const* name : {"", "7bit", "8bit", "binary", "text/html", "klingon"})
        EXPECT_EQ(transfer_encoding_named(name), TransferEncoding::identity) << name;
}

TEST(DecodeTransfer, ReadsBase64WithJunk) {
    EXPECT_EQ(decode_transfer("SGVs\r\nbG8=", TransferEncoding::base64), "Hello");
    EXPECT_EQ(decode_transfer("SGVs*bG8", TransferEncoding::base64).substr(0, 3), "Hel");
    EXPECT_EQ(decode_transfer("", TransferEncoding::base64), "");
}

TEST(DecodeTransfer, ReadsQuotedPrintable) {
    EXPECT_EQ(decode_transfer("Gr=C3=BC=C3=9F=\r\ne =3D\r\n", TransferEncoding::quoted_printable), "Grüße =\r\n");
    EXPECT_EQ(decode_transfer("100=% sure=ZZ", TransferEncoding::quoted_printable).substr(0, 3), "100");
}

TEST(DecodeTransfer, ReadsUuencode) {
    EXPECT_EQ(decode_transfer("begin 644 x\n%2&5L;&\\`\n`\nend\n", TransferEncoding::uuencode), "Hello");
}

TEST(DecodeTransfer, LeavesTheRest) { EXPECT_EQ(decode_transfer("a=41", TransferEncoding::identity), "a=41"); }

}  // namespace
}  // namespace lotse::mail
