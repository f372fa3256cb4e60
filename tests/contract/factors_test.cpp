// SPDX-License-Identifier: Apache-2.0
#include "store/factors.h"

#include "contract/support/samples.h"
#include "store/one_time.h"
#include "support/stores.h"

namespace lotse::testing {
namespace {

using domain::AgentId;
using store::OneTimeKind;

class Factors : public OnEachStore {
  protected:
    static inline AgentId const kAnna{1};
    static inline AgentId const kBen{2};

    store::Passkey add_key(AgentId agent, std::string credential) {
        store::Passkey key;
        key.agent = agent;
        key.credential = std::move(credential);
        key.public_key = std::string("\0\1\2", 3);
        key.algorithm = -257;
        key.name = "Laptop";
        key.created_at = minute(1);
        return must_have(write([&](store::WriteTxn& txn) { return store::add_passkey(txn, key); }));
    }
    std::vector<store::Passkey> keys(AgentId agent) {
        return must_have(read([&](store::ReadTxn& txn) { return store::list_passkeys(txn, agent); }));
    }
    std::int64_t codes(AgentId agent) {
        return must_have(read([&](store::ReadTxn& txn) { return store::count_recovery_codes(txn, agent); }));
    }
    bool take_code(AgentId agent, std::string_view hash) {
        return must_have(write([&](store::WriteTxn& txn) { return store::take_recovery_code(txn, agent, hash); }));
    }
    void add_one_time(std::string hash, OneTimeKind kind, AgentId agent, Instant expires) {
        store::OneTime one;
        one.hash = std::move(hash);
        one.kind = kind;
        one.agent = agent;
        one.data = "challenge";
        one.expires_at = expires;
        must_have(write([&](store::WriteTxn& txn) { return store::add_one_time(txn, one); }));
    }
    std::optional<store::OneTime> find_one_time(OneTimeKind kind, std::string_view hash, Instant now) {
        return must_have(read([&](store::ReadTxn& txn) { return store::find_one_time(txn, kind, hash, now); }));
    }
    bool take(std::string_view hash) {
        return must_have(write([&](store::WriteTxn& txn) { return store::take_one_time(txn, hash); }));
    }
};
LOTSE_ON_EACH_STORE(Factors);

TEST_P(Factors, AnAuthenticatorIsKeptAndReplaced) {
    auto const find = [&] {
        return must_have(read([&](store::ReadTxn& txn) { return store::find_totp(txn, kAnna); }));
    };
    auto const put = [&](store::Totp const& totp) {
        must_have(write([&](store::WriteTxn& txn) { return store::put_totp(txn, totp); }));
    };
    EXPECT_FALSE(find());
    put({kAnna, Secret<std::string>(std::string("\0a", 2)), false, 0, minute(1)});
    put({kAnna, Secret<std::string>(std::string("\0b", 2)), true, 77, minute(2)});
    auto const found = find();
    ASSERT_TRUE(found);
    EXPECT_EQ(found->secret.reveal(), std::string("\0b", 2));
    EXPECT_TRUE(found->is_on);
    EXPECT_EQ(found->last_step, 77);
    EXPECT_EQ(found->created_at, minute(2));
    must_have(write([&](store::WriteTxn& txn) { return store::remove_totp(txn, kAnna); }));
    EXPECT_FALSE(find());
}

TEST_P(Factors, ARecoveryCodeIsTakenOnceAndByItsOwner) {
    must_have(write([&](store::WriteTxn& txn) { return store::replace_recovery_codes(txn, kAnna, {"h1", "h2"}); }));
    EXPECT_EQ(codes(kAnna), 2);
    EXPECT_FALSE(take_code(kBen, "h1"));
    EXPECT_TRUE(take_code(kAnna, "h1"));
    EXPECT_FALSE(take_code(kAnna, "h1"));
    EXPECT_EQ(codes(kAnna), 1);
    must_have(write([&](store::WriteTxn& txn) { return store::replace_recovery_codes(txn, kAnna, {"h3"}); }));
    EXPECT_FALSE(take_code(kAnna, "h2")) << "the old ones end";
    EXPECT_EQ(codes(kAnna), 1);
}

TEST_P(Factors, APasskeyIsFoundByItsCredentialAndBelongsToOnePerson) {
    auto const key = add_key(kAnna, std::string("\0cred", 5));
    auto const found =
        must_have(read([](store::ReadTxn& txn) { return store::find_passkey(txn, std::string("\0cred", 5)); }));
    ASSERT_TRUE(found);
    EXPECT_EQ(found->id, key.id);
    EXPECT_EQ(found->agent, kAnna);
    EXPECT_EQ(found->public_key, std::string("\0\1\2", 3));
    EXPECT_EQ(found->algorithm, -257);
    EXPECT_FALSE(found->last_used_at);
    EXPECT_TRUE(keys(kBen).empty());
    auto const twice = write([&](store::WriteTxn& txn) {
        auto again = key;
        again.agent = kBen;
        return store::add_passkey(txn, again);
    });
    ASSERT_FALSE(twice);
    EXPECT_EQ(twice.error().code, "passkey.known");
}

TEST_P(Factors, APasskeyIsRenamedUsedAndRemovedByItsOwnerOnly) {
    auto const key = add_key(kAnna, "cred");
    auto const foreign = write([&](store::WriteTxn& txn) { return store::rename_passkey(txn, kBen, key.id, "Mine"); });
    ASSERT_FALSE(foreign);
    EXPECT_EQ(foreign.error().code, "passkey.missing");
    EXPECT_EQ(must_have(write([&](store::WriteTxn& txn) {
                  return store::rename_passkey(txn, kAnna, key.id, kHostile);
              })).name,
              kHostile);
    must_have(write([&](store::WriteTxn& txn) { return store::note_passkey_use(txn, key.id, 9, minute(5)); }));
    EXPECT_EQ(keys(kAnna).front().sign_count, 9);
    EXPECT_EQ(keys(kAnna).front().last_used_at, minute(5));
    EXPECT_FALSE(write([&](store::WriteTxn& txn) { return store::remove_passkey(txn, kBen, key.id); }));
    must_have(write([&](store::WriteTxn& txn) { return store::remove_passkey(txn, kAnna, key.id); }));
    EXPECT_TRUE(keys(kAnna).empty());
}

TEST_P(Factors, AllGoAtOnceAndNobodyElses) {
    add_key(kAnna, "a");
    add_key(kBen, "b");
    must_have(write([&](store::WriteTxn& txn) { return store::replace_recovery_codes(txn, kAnna, {"h1"}); }));
    must_have(write([&](store::WriteTxn& txn) { return store::remove_all_factors(txn, kAnna); }));
    EXPECT_TRUE(keys(kAnna).empty());
    EXPECT_EQ(codes(kAnna), 0);
    EXPECT_EQ(keys(kBen).size(), 1U);
}

TEST_P(Factors, WhatIsGoodOnceIsTakenOnceInItsTimeAndForItsPurpose) {
    add_one_time("hash", OneTimeKind::password_reset, kAnna, minute(10));
    EXPECT_FALSE(find_one_time(OneTimeKind::sign_in_link, "hash", minute(1)));
    EXPECT_FALSE(find_one_time(OneTimeKind::password_reset, "hash", minute(10)));
    auto const found = find_one_time(OneTimeKind::password_reset, "hash", minute(9));
    ASSERT_TRUE(found);
    EXPECT_EQ(found->agent, kAnna);
    EXPECT_EQ(found->data, "challenge");
    must_have(write([](store::WriteTxn& txn) { return store::count_one_time_try(txn, "hash"); }));
    EXPECT_EQ(find_one_time(OneTimeKind::password_reset, "hash", minute(9))->tries, 1);
    EXPECT_TRUE(take("hash"));
    EXPECT_FALSE(take("hash"));
    EXPECT_FALSE(find_one_time(OneTimeKind::password_reset, "hash", minute(1)));
}

TEST_P(Factors, WhatIsGoodOnceEndsWithItsReasonAndItsTime) {
    add_one_time("reset", OneTimeKind::password_reset, kAnna, minute(10));
    add_one_time("link", OneTimeKind::sign_in_link, kAnna, minute(20));
    add_one_time("other", OneTimeKind::password_reset, kBen, minute(30));
    must_have(write(
        [&](store::WriteTxn& txn) { return store::remove_one_times_of(txn, kAnna, OneTimeKind::password_reset); }));
    EXPECT_FALSE(find_one_time(OneTimeKind::password_reset, "reset", minute(1)));
    EXPECT_TRUE(find_one_time(OneTimeKind::password_reset, "other", minute(1)));
    must_have(write([](store::WriteTxn& txn) { return store::forget_one_times(txn, minute(25)); }));
    EXPECT_FALSE(take("link"));
    EXPECT_TRUE(take("other"));
}

}  // namespace
}  // namespace lotse::testing
