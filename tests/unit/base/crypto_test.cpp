// SPDX-License-Identifier: Apache-2.0
#include "base/crypto.h"

#include <gtest/gtest.h>

#include <set>

#include "base/must.h"
#include "base/text.h"

namespace lotse {
namespace {

std::string const kKey(32, 'k');

// NIST FIPS 180-4 examples.
TEST(Sha256, MatchesThePublishedDigests) {
    EXPECT_EQ(sha256_hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(sha256_hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
              "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    EXPECT_EQ(sha256_hex(std::string(1'000'000, 'a')),
              "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST(Sha256, InPiecesGivesTheSame) {
    Sha256 pieces;
    pieces.add("ab");
    pieces.add("");
    pieces.add("c");
    EXPECT_EQ(pieces.finish_hex(), sha256_hex("abc"));
    EXPECT_EQ(Sha256{}.finish_hex(), sha256_hex(""));
}

// RFC 4231, test cases 1, 2, 3, 4, 6 and 7.
TEST(HmacSha256, MatchesRfc4231) {
    EXPECT_EQ(hex(hmac_sha256(std::string(20, '\x0b'), "Hi There")),
              "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
    EXPECT_EQ(hex(hmac_sha256("Jefe", "what do ya want for nothing?")),
              "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    EXPECT_EQ(hex(hmac_sha256(std::string(20, '\xaa'), std::string(50, '\xdd'))),
              "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe");
    std::string counting;
    for (char c = 1; c <= 25; ++c) counting += c;
    EXPECT_EQ(hex(hmac_sha256(counting, std::string(50, '\xcd'))),
              "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b");
    std::string const long_key(131, '\xaa');
    EXPECT_EQ(hex(hmac_sha256(long_key, "Test Using Larger Than Block-Size Key - Hash Key First")),
              "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
    EXPECT_EQ(hex(hmac_sha256(long_key,
                              "This is a test using a larger than block-size key and a larger than block-size data. "
                              "The key needs to be hashed before being used by the HMAC algorithm.")),
              "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2");
}

TEST(HmacSha256, TakesEmptyKeyAndText) {
    EXPECT_EQ(hex(hmac_sha256({}, {})), "b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad");
}

TEST(Random, TokensAreLongAndNeverRepeat) {
    std::set<std::string> seen;
    for (int i = 0; i < 1'000; ++i) seen.insert(random_token());
    EXPECT_EQ(seen.size(), 1'000U);
    EXPECT_EQ(random_token(32).size(), 43U);
    EXPECT_EQ(random_bytes(0), "");
    EXPECT_EQ(random_bytes(17).size(), 17U);
}

TEST(ConstantTime, ComparesContentAndLength) {
    EXPECT_TRUE(equal_in_constant_time("abc", "abc"));
    EXPECT_FALSE(equal_in_constant_time("abc", "abd"));
    EXPECT_FALSE(equal_in_constant_time("abc", "ab"));
    EXPECT_TRUE(equal_in_constant_time({}, {}));
}

TEST(Password, VerifiesOnlyTheRightOne) {
    auto const hash = hash_password(Secret<std::string>("correct horse battery"));
    EXPECT_TRUE(hash.starts_with("$argon2id$v=19$m=65536,t=2,p=1$")) << hash;
    EXPECT_TRUE(verify_password(hash, Secret<std::string>("correct horse battery")));
    EXPECT_FALSE(verify_password(hash, Secret<std::string>("correct horse batterz")));
    EXPECT_FALSE(verify_password(hash, Secret<std::string>("")));
}

TEST(Password, BrokenHashesLetNobodyIn) {
    for (auto const& hash : {std::string(), std::string(" "), std::string("$argon2id$"), std::string(500, 'x')})
        EXPECT_FALSE(verify_password(hash, Secret<std::string>("")));
}

TEST(Seal, OpensWithTheSameKeyAndContext) {
    for (auto const& plain : {std::string(), std::string("secret"), std::string(10'000, '\0')}) {
        auto const sealed = seal(kKey, plain, "mailboxes/1/7/password");
        EXPECT_EQ(unseal(kKey, sealed, "mailboxes/1/7/password"), Result<std::string>(plain));
    }
}

TEST(Seal, GivesAnotherTextEachTime) { EXPECT_NE(seal(kKey, "secret", "c"), seal(kKey, "secret", "c")); }

TEST(Seal, DoesNotOpenElsewhereOrWithAnotherKey) {
    auto const sealed = seal(kKey, "secret", "mailboxes/1/7/password");
    for (auto const& opened : {unseal(kKey, sealed, "mailboxes/1/8/password"), unseal(kKey, sealed, ""),
                               unseal(std::string(32, 'x'), sealed, "mailboxes/1/7/password"),
                               unseal("short", sealed, "mailboxes/1/7/password")}) {
        ASSERT_FALSE(opened.has_value());
        EXPECT_EQ(opened.error().kind, Kind::corrupt);
        EXPECT_EQ(opened.error().code, "secret.unreadable");
    }
}

TEST(Seal, NoticesEveryChangedOrMissingByte) {
    auto const sealed = seal(kKey, "secret", "c");
    for (std::size_t i = 0; i < sealed.size(); ++i) {
        auto changed = sealed;
        changed[i] = static_cast<char>(changed[i] ^ 1);
        EXPECT_FALSE(unseal(kKey, changed, "c").has_value()) << i;
        EXPECT_FALSE(unseal(kKey, sealed.substr(0, i), "c").has_value()) << i;
    }
}

TEST(Seal, RefusesAKeyOfTheWrongLength) { EXPECT_THROW(seal("short", "secret", "c"), Bug); }

}  // namespace
}  // namespace lotse
