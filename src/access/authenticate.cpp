// SPDX-License-Identifier: Apache-2.0
#include "access/authenticate.h"

#include <algorithm>

#include "access/credential.h"
#include "base/crypto.h"
#include "base/text.h"
#include "store/agents.h"
#include "store/factors.h"
#include "store/tenants.h"

namespace lotse::access {
namespace {

constexpr std::chrono::days kLongestToken{365};
constexpr std::chrono::hours kSessionIdle{8};
constexpr std::chrono::hours kSessionLife{24};

Error refused() {
    return {Kind::unauthenticated, "access.credential", "The token or session is not valid here.", {}, {}};
}

// Writing "last used" at every call would make every read a write; the hour is enough to find forgotten tokens.
bool is_worth_noting(std::optional<Instant> last, Instant now) { return !last || now - *last > std::chrono::hours{1}; }

Result<Principal> from_token(store::Store& store, Clock const& clock, Credential const& credential) {
    auto scope = domain::ScopeMint::for_tenant(credential.tenant);
    auto const now = clock.now();
    domain::AgentId agent;
    Permissions permissions;
    std::optional<store::Token> token;
    auto read = store.read(scope, [&](store::ReadTxn& txn) -> Result<void> {
        TRY(token, store::find_token_by_hash(txn, credential.hash));
        if (!token || token->revoked_at || (token->expires_at && *token->expires_at <= now)) return refused();
        TRY(permissions, permissions_of(token->scopes));
        if (!token->agent) return {};
        TRY(auto person, store::get_agent(txn, token->agent));
        agent = person.id;
        permissions &= person.is_disabled ? Permissions{} : permissions_of(person.role);
        return {};
    });
    if (!read) return read.error();
    if (is_worth_noting(token->last_used_at, now)) {
        CHECK_OK(store.write(scope, [&](store::WriteTxn& txn) { return store::touch_token(txn, token->id, now); }));
    }
    return Principal{std::move(scope), "token:" + std::to_string(token->id.value), agent, permissions, false};
}

// At every call, so that a policy holds from the moment it is set, also for who is signed in already.
Result<bool> lacks_second_factor(store::ReadTxn& txn, domain::Agent const& person) {
    TRY(auto const settings, store::read_settings(txn));
    if (!domain::needs_second_factor(settings.second_factor, person.role)) return false;
    TRY(auto const has_one, store::has_second_factor(txn, person.id));
    return !has_one;
}

Result<Principal> from_session(store::Store& store, Clock const& clock, Credential const& credential) {
    auto scope = domain::ScopeMint::for_tenant(credential.tenant);
    auto const now = clock.now();
    std::optional<store::Session> session;
    Permissions permissions;
    bool must_enrol = false;
    auto read = store.read(scope, [&](store::ReadTxn& txn) -> Result<void> {
        TRY(session, store::find_session_by_hash(txn, credential.hash));
        if (!session || session->expires_at <= now || now - session->last_seen_at > kSessionIdle) return refused();
        TRY(auto person, store::get_agent(txn, session->agent));
        if (person.is_disabled) return refused();
        TRY(must_enrol, lacks_second_factor(txn, person));
        if (!must_enrol) permissions = permissions_of(person.role);
        return {};
    });
    if (!read) return read.error();
    if (now - session->last_seen_at > std::chrono::minutes{5}) {
        CHECK_OK(store.write(scope, [&](store::WriteTxn& txn) { return store::touch_session(txn, session->id, now); }));
    }
    return Principal{std::move(scope), "session:" + std::to_string(session->id.value), session->agent, permissions,
                     must_enrol};
}

// Verified against when nobody has the address, so that the answer takes as long.
std::string const& decoy_hash() {
    static std::string const hash = hash_password(Secret<std::string>(random_token()));
    return hash;
}

}  // namespace

Result<Principal> authenticate(store::Store& store, Clock const& clock, std::string_view text) {
    auto const credential = read_credential(text);
    if (!credential) return refused();
    if (credential->kind == CredentialKind::one_time) return refused();
    auto principal = credential->kind == CredentialKind::token ? from_token(store, clock, *credential)
                                                               : from_session(store, clock, *credential);
    // A tenant or agent that is gone is no reason to tell so.
    if (!principal && principal.error().kind == Kind::not_found) return refused();
    return principal;
}

Result<IssuedToken> issue_token(store::WriteTxn& txn, Clock const& clock, NewToken const& wanted) {
    TRY([[maybe_unused]] auto permissions, permissions_of(wanted.scopes));
    if (trim(wanted.name).empty()) return invalid("token.name", "A token needs a name, to know it again.", "/name");
    if (wanted.lifetime <= Duration::zero() || wanted.lifetime > kLongestToken)
        return invalid("token.lifetime", "A token lives between one and 365 days.", "/lifetime_days");
    if (wanted.agent) {
        TRY([[maybe_unused]] auto person, store::get_agent(txn, wanted.agent));
    }
    auto const now = clock.now();
    IssuedToken out;
    out.text = make_credential(CredentialKind::token, txn.tenant());
    store::Token token;
    token.name = trim(wanted.name);
    token.hash = sha256_hex(out.text.reveal());
    token.scopes = wanted.scopes;
    token.agent = wanted.agent;
    token.created_at = now;
    token.expires_at = now + wanted.lifetime;
    TRY(out.token, store::add_token(txn, std::move(token)));
    return out;
}

Result<domain::AgentId> check_login(store::Store& store, domain::TenantScope const& scope, std::string_view email,
                                    Secret<std::string> const& password) {
    domain::AgentId agent;
    std::string hash;
    CHECK_OK(store.read(scope, [&](store::ReadTxn& txn) -> Result<void> {
        TRY(auto person, store::find_agent_by_email(txn, to_lower_ascii(trim(email))));
        if (!person || person->is_disabled) return {};
        TRY(hash, store::read_password_hash(txn, person->id));
        agent = person->id;
        return {};
    }));
    bool const is_right = verify_password(hash.empty() ? decoy_hash() : hash, password);
    if (hash.empty() || !is_right)
        return Error{Kind::unauthenticated, "access.login", "Address or password is wrong.", {}, {}};
    return agent;
}

Result<Login> start_session(store::WriteTxn& txn, Clock const& clock, domain::AgentId agent, store::SessionMeans means,
                            Visit const& visit) {
    auto const now = clock.now();
    Login out{make_credential(CredentialKind::session, txn.tenant()), agent};
    store::Session session;
    session.hash = sha256_hex(out.cookie.reveal());
    session.agent = agent;
    session.created_at = session.last_seen_at = session.confirmed_at = now;
    session.expires_at = now + kSessionLife;
    session.address = cut_utf8(visit.address, 64);
    session.device = cut_utf8(to_valid_utf8(visit.device), 300);
    session.means = means;
    TRY(auto const stored, store::add_session(txn, std::move(session)));
    auto note = sign_in_note(now, agent, store::kSessionMeansNames[static_cast<std::size_t>(means)], visit);
    CHECK_OK(store::record_call(txn, note, stored.id.value));
    return out;
}

domain::CallNote sign_in_note(Instant now, domain::AgentId agent, std::string_view means, Visit const& visit) {
    domain::CallNote out;
    out.at = now;
    out.credential = means;
    out.origin = cut_utf8(visit.address, 64);
    out.agent = agent;
    out.action = "sign_in";
    out.object_kind = "session";
    return out;
}

Result<void> record_refusal(store::WriteTxn& txn, Clock const& clock, domain::AgentId agent, std::string_view means,
                            Visit const& visit) {
    if (auto const tenant = store::get_tenant(txn); !tenant) {
        if (tenant.error().kind == Kind::not_found) return {};
        return tenant.error();
    }
    auto note = sign_in_note(clock.now(), agent, means, visit);
    note.is_refused = true;
    return store::record_call(txn, note, 0);
}

Result<void> log_out(store::Store& store, domain::TenantScope const& scope, std::string_view cookie) {
    auto const credential = read_credential(cookie);
    if (!credential || credential->kind != CredentialKind::session) return refused();
    return store.write(scope, [&](store::WriteTxn& txn) -> Result<void> {
        TRY(auto session, store::find_session_by_hash(txn, credential->hash));
        if (!session) return {};
        return store::remove_session(txn, session->id);
    });
}

Result<void> forget_session(store::Store& store, std::string_view cookie) {
    auto const credential = read_credential(cookie);
    if (!credential) return refused();
    return log_out(store, domain::ScopeMint::for_tenant(credential->tenant), cookie);
}

}  // namespace lotse::access
