// SPDX-License-Identifier: Apache-2.0
// Tokens and sessions (only their SHA-256 is here), and the memory of idempotent calls.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "domain/ids.h"
#include "store/db.h"

namespace lotse::store {

struct Token {
    domain::TokenId id;
    std::string name;
    std::string hash;                 // SHA-256, 64 hex digits
    std::vector<std::string> scopes;  // "admin", "tickets:read", ...
    domain::AgentId agent;            // acts as this agent; none if 0
    Instant created_at{};
    std::optional<Instant> expires_at;
    std::optional<Instant> revoked_at;
    std::optional<Instant> last_used_at;  // to the hour
};

Result<Token> add_token(WriteTxn& txn, Token token);
Result<std::optional<Token>> find_token_by_hash(ReadTxn& txn, std::string_view hash);
Result<std::vector<Token>> list_tokens(ReadTxn& txn);
Result<void> revoke_token(WriteTxn& txn, domain::TokenId id, Instant at);  // not_found "token.missing"
Result<void> touch_token(WriteTxn& txn, domain::TokenId id, Instant at);

// How somebody signed in. Stored as its position.
enum class SessionMeans : std::uint8_t { password, password_and_code, recovery_code, passkey, link, reset, setup };
inline constexpr std::array<std::string_view, 7> kSessionMeansNames{
    "password", "password_and_code", "recovery_code", "passkey", "link", "reset", "setup"};

struct Session {
    domain::SessionId id;
    std::string hash;
    domain::AgentId agent;
    Instant created_at{};
    Instant last_seen_at{};
    Instant expires_at{};
    std::string address;  // where from, and with what (User-Agent), as told when it began
    std::string device;
    SessionMeans means = SessionMeans::password;
    Instant confirmed_at{};  // when the person last proved who they are
};
Result<Session> add_session(WriteTxn& txn, Session session);
Result<std::optional<Session>> find_session_by_hash(ReadTxn& txn, std::string_view hash);
Result<void> touch_session(WriteTxn& txn, domain::SessionId id, Instant at);
Result<void> remove_session(WriteTxn& txn, domain::SessionId id);
Result<void> remove_sessions_of(WriteTxn& txn, domain::AgentId agent);
Result<std::optional<Session>> find_session(ReadTxn& txn, domain::SessionId id);
// The newest first, expired ones too until they are forgotten; at most 200.
Result<std::vector<Session>> list_sessions_of(ReadTxn& txn, domain::AgentId agent);
Result<void> confirm_session(WriteTxn& txn, domain::SessionId id, Instant at);
Result<void> forget_sessions(WriteTxn& txn, Instant expired_before);

// One remembered call (T-11), stored in the same transaction as its effect, kept 48 h.
struct KeyedCall {
    std::string principal;  // "token:7"
    std::string route;      // "POST /api/v1/tickets"
    std::string key;
    std::string body_hash;
    int status = 0;
    std::string response;
    Instant at{};
};
Result<std::optional<KeyedCall>> find_keyed_call(ReadTxn& txn, std::string_view principal, std::string_view route,
                                                 std::string_view key);
Result<void> add_keyed_call(WriteTxn& txn, KeyedCall const& call);  // conflict "idempotency.in_flight"
Result<void> forget_keyed_calls(WriteTxn& txn, Instant before);

}  // namespace lotse::store
