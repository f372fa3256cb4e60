// SPDX-License-Identifier: Apache-2.0
#include "store/credentials.h"

#include "base/crypto.h"
#include "contract/support/samples.h"
#include "support/stores.h"

namespace lotse::testing {
namespace {

using domain::AgentId;

class Credentials : public OnEachStore {
  protected:
    static store::Token a_token(std::string const& secret) {
        store::Token token;
        token.name = kHostile;
        token.hash = sha256_hex(secret);
        token.scopes = {"tickets:read", kHostile};
        token.agent = AgentId{3};
        token.created_at = minute(1);
        token.expires_at = minute(2);
        token.revoked_at = minute(3);
        token.last_used_at = minute(4);
        return token;
    }
    static auto fields_of(store::Token const& token) {
        auto const& [id, name, hash, scopes, agent, created_at, expires_at, revoked_at, last_used_at] = token;
        return std::tie(id, name, hash, scopes, agent, created_at, expires_at, revoked_at, last_used_at);
    }
    static auto fields_of(store::Session const& session) {
        auto const& [id, hash, agent, created_at, last_seen_at, expires_at, address, device, means, confirmed_at] =
            session;
        return std::tie(id, hash, agent, created_at, last_seen_at, expires_at, address, device, means, confirmed_at);
    }
    static auto fields_of(store::KeyedCall const& call) {
        auto const& [principal, route, key, body_hash, status, response, at] = call;
        return std::tie(principal, route, key, body_hash, status, response, at);
    }
    std::optional<store::Token> find_token(std::string const& secret) {
        return must_have(read([&](store::ReadTxn& txn) { return store::find_token_by_hash(txn, sha256_hex(secret)); }));
    }
    std::optional<store::Session> find_session(std::string const& secret) {
        return must_have(
            read([&](store::ReadTxn& txn) { return store::find_session_by_hash(txn, sha256_hex(secret)); }));
    }
    store::Session add_session(std::string const& secret, AgentId agent) {
        store::Session const session{
            {},       sha256_hex(secret),           agent,    minute(1), minute(2), minute(3), "2001:db8::1",
            kHostile, store::SessionMeans::passkey, minute(1)};
        return must_have(write([&](store::WriteTxn& txn) { return store::add_session(txn, session); }));
    }
};
LOTSE_ON_EACH_STORE(Credentials);

TEST_P(Credentials, KeepTokens) {
    auto const token = must_have(write([](store::WriteTxn& txn) { return store::add_token(txn, a_token("one")); }));
    ASSERT_TRUE(find_token("one"));
    EXPECT_TRUE(fields_of(*find_token("one")) == fields_of(token));
    EXPECT_FALSE(find_token("two"));
    store::Token plain;
    plain.hash = sha256_hex("plain");
    plain = must_have(write([&](store::WriteTxn& txn) { return store::add_token(txn, plain); }));
    auto const all = must_have(read([](store::ReadTxn& txn) { return store::list_tokens(txn); }));
    ASSERT_EQ(all.size(), 2u);
    EXPECT_TRUE(fields_of(all[1]) == fields_of(plain));
    EXPECT_FALSE(must_have(store().read(
        other_scope(), [](store::ReadTxn& txn) { return store::find_token_by_hash(txn, sha256_hex("one")); })));
}

TEST_P(Credentials, RevokeTokensOnceAndForAll) {
    store::Token token;
    token.hash = sha256_hex("one");
    token = must_have(write([&](store::WriteTxn& txn) { return store::add_token(txn, token); }));
    auto const revoke = [&](domain::TenantScope const& who, Instant at) {
        return store().write(who, [&](store::WriteTxn& txn) { return store::revoke_token(txn, token.id, at); });
    };
    EXPECT_EQ(revoke(other_scope(), minute(1)).error().code, "token.missing");
    EXPECT_FALSE(find_token("one")->revoked_at);
    must_have(revoke(scope(), minute(5)));
    must_have(revoke(scope(), minute(6)));
    EXPECT_EQ(find_token("one")->revoked_at, minute(5));
}

TEST_P(Credentials, NoteTheHourATokenWasUsed) {
    store::Token token;
    token.hash = sha256_hex("one");
    token = must_have(write([&](store::WriteTxn& txn) { return store::add_token(txn, token); }));
    auto const touch = [&](Instant at) {
        must_have(write([&](store::WriteTxn& txn) { return store::touch_token(txn, token.id, at); }));
        return find_token("one")->last_used_at;
    };
    auto const hour = instant(1'764'000'000'000'000);
    EXPECT_EQ(touch(hour + std::chrono::minutes{59}), hour);
    EXPECT_EQ(touch(hour + std::chrono::minutes{61}), hour + std::chrono::hours{1});
    EXPECT_EQ(touch(hour), hour + std::chrono::hours{1}) << "never backwards";
}

TEST_P(Credentials, KeepSessionsUntilTheyAreRemoved) {
    auto const one = add_session("one", AgentId{1});
    add_session("two", AgentId{1});
    add_session("three", AgentId{2});
    EXPECT_TRUE(fields_of(*find_session("one")) == fields_of(one));
    must_have(write([&](store::WriteTxn& txn) { return store::touch_session(txn, one.id, minute(9)); }));
    EXPECT_EQ(find_session("one")->last_seen_at, minute(9));
    must_have(store().write(other_scope(), [&](store::WriteTxn& txn) { return store::remove_session(txn, one.id); }));
    EXPECT_TRUE(find_session("one")) << "another tenant removed nothing";
    must_have(write([&](store::WriteTxn& txn) { return store::remove_session(txn, one.id); }));
    EXPECT_FALSE(find_session("one"));
    must_have(write([&](store::WriteTxn& txn) { return store::touch_session(txn, one.id, minute(9)); }));
    EXPECT_FALSE(find_session("one"));
    must_have(write([](store::WriteTxn& txn) { return store::remove_sessions_of(txn, AgentId{1}); }));
    EXPECT_FALSE(find_session("two"));
    EXPECT_TRUE(find_session("three"));
}

TEST_P(Credentials, ListTheSessionsOfAPersonNewestFirst) {
    auto const one = add_session("one", AgentId{1});
    add_session("other", AgentId{2});
    auto const two = add_session("two", AgentId{1});
    auto const ids = [&] {
        std::vector<domain::SessionId> out;
        for (auto const& session :
             must_have(read([](store::ReadTxn& txn) { return store::list_sessions_of(txn, AgentId{1}); })))
            out.push_back(session.id);
        return out;
    };
    EXPECT_EQ(ids(), (std::vector{two.id, one.id}));
    must_have(write([&](store::WriteTxn& txn) { return store::confirm_session(txn, one.id, minute(8)); }));
    EXPECT_EQ(must_have(read([&](store::ReadTxn& txn) { return store::find_session(txn, one.id); }))->confirmed_at,
              minute(8));
    must_have(write([](store::WriteTxn& txn) { return store::forget_sessions(txn, minute(2)); }));
    EXPECT_EQ(ids().size(), 2U);
    must_have(write([](store::WriteTxn& txn) { return store::forget_sessions(txn, minute(4)); }));
    EXPECT_TRUE(ids().empty());
}

TEST_P(Credentials, RememberCallsByPrincipalRouteAndKey) {
    store::KeyedCall const call{
        "token:7", "POST /api/v1/tickets", kHostile + std::string(5000, 'k'), sha256_hex("body"), 201, megabyte(),
        minute(1)};
    auto const add = [&](store::KeyedCall const& wanted) {
        return write([&](store::WriteTxn& txn) { return store::add_keyed_call(txn, wanted); });
    };
    auto const find = [&](std::string_view principal, std::string_view route, std::string_view key) {
        return must_have(read([&](store::ReadTxn& txn) { return store::find_keyed_call(txn, principal, route, key); }));
    };
    EXPECT_FALSE(find(call.principal, call.route, call.key));
    must_have(add(call));
    ASSERT_TRUE(find(call.principal, call.route, call.key));
    EXPECT_TRUE(fields_of(*find(call.principal, call.route, call.key)) == fields_of(call));
    EXPECT_FALSE(find("token:8", call.route, call.key));
    EXPECT_FALSE(find(call.principal, "POST /api/v1/tickets/1/replies", call.key));
    EXPECT_FALSE(find(call.principal, call.route, "other"));
    EXPECT_FALSE(find("token:7P", "OST /api/v1/tickets", call.key)) << "no two calls look alike";
    auto const again = add(call);
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().code, "idempotency.in_flight");
    EXPECT_EQ(again.error().kind, Kind::conflict);

    auto later = call;
    later.key = "later";
    later.at = minute(60);
    must_have(add(later));
    must_have(write([](store::WriteTxn& txn) { return store::forget_keyed_calls(txn, minute(60)); }));
    EXPECT_FALSE(find(call.principal, call.route, call.key));
    EXPECT_TRUE(find(call.principal, call.route, "later"));
    must_have(add(call));
}

}  // namespace
}  // namespace lotse::testing
