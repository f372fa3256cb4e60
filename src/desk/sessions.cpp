// SPDX-License-Identifier: Apache-2.0
#include "desk/sessions.h"

#include "base/crypto.h"
#include "base/text.h"
#include "desk/factors.h"
#include "store/agents.h"

namespace lotse::desk {
namespace {

constexpr std::string_view kPrefix = "session:";

Error missing() { return not_found("session.missing", "There is no such session."); }

Error wrong_proof() {
    return {Kind::unauthenticated, "access.proof", "This was not the right password or code.", {}, {}};
}

}  // namespace

bool is_session(access::Principal const& principal) { return principal.id.starts_with(kPrefix); }

domain::SessionId session_of(access::Principal const& principal) {
    if (!is_session(principal)) return {};
    return domain::SessionId{to_int(std::string_view(principal.id).substr(kPrefix.size())).value_or(0)};
}

Result<std::vector<store::Session>> list_sessions(Desk& desk, access::Principal const& principal,
                                                  domain::AgentId agent) {
    if (agent != principal.agent)
        CHECK_OK(access::authorize(principal, access::Permission::agents_write, {principal.scope.tenant(), {}}));
    TRY(auto all, desk.store.read(principal.scope, [&](store::ReadTxn& txn) -> Result<std::vector<store::Session>> {
        if (agent != principal.agent) {
            TRY([[maybe_unused]] auto person, store::get_agent(txn, agent));
        }
        return store::list_sessions_of(txn, agent);
    }));
    auto const now = desk.clock.now();
    std::erase_if(all, [&](auto const& session) { return session.expires_at <= now; });
    return all;
}

Result<void> end_session(Desk& desk, access::Principal const& principal, domain::SessionId id) {
    return desk.store.write(principal.scope, [&](store::WriteTxn& txn) -> Result<void> {
        TRY(auto session, store::find_session(txn, id));
        if (!session) return missing();
        bool const is_own = session->agent == principal.agent;
        if (!is_own && !principal.has(access::Permission::agents_write)) return missing();
        return store::remove_session(txn, id);
    });
}

Result<store::Session> own_session(Desk& desk, access::Principal const& principal) {
    TRY(auto session, desk.store.read(principal.scope, [&](store::ReadTxn& txn) {
        return store::find_session(txn, session_of(principal));
    }));
    if (!session) return missing();
    return *std::move(session);
}

Result<access::Login> promote_session(Desk& desk, access::Principal const& principal, store::SessionMeans means,
                                      access::Visit const& visit) {
    return desk.store.write(principal.scope, [&](store::WriteTxn& txn) -> Result<access::Login> {
        CHECK_OK(store::remove_session(txn, session_of(principal)));
        return access::start_session(txn, desk.clock, principal.agent, means, visit);
    });
}

Result<void> confirm_session(Desk& desk, access::Principal const& principal, Secret<std::string> const& password,
                             std::string_view code, access::Visit const& visit) {
    bool is_right = false;
    if (!password.empty()) {
        TRY(auto hash, desk.store.read(principal.scope, [&](store::ReadTxn& txn) {
            return store::read_password_hash(txn, principal.agent);
        }));
        is_right = verify_password(hash, password);
    }
    // Somebody at an open screen may be guessing: the audit list hears of it, which an error would undo.
    TRY(bool const is_proven, desk.store.write(principal.scope, [&](store::WriteTxn& txn) -> Result<bool> {
        bool is_good = is_right;
        if (!is_good && !code.empty()) {
            TRY(is_good, take_totp_code(desk, txn, principal.agent, code));
        }
        if (is_good) {
            CHECK_OK(store::confirm_session(txn, session_of(principal), desk.clock.now()));
            return true;
        }
        auto note = access::sign_in_note(desk.clock.now(), principal.agent, principal.id, visit);
        note.action = "confirm_session";
        note.object_id = session_of(principal).value;
        note.is_refused = true;
        CHECK_OK(store::record_call(txn, note, 0));
        return false;
    }));
    if (!is_proven) return wrong_proof();
    return {};
}

Result<void> check_confirmed(Desk& desk, access::Principal const& principal) {
    auto const session = own_session(desk, principal);
    if (!session && session.error().kind != Kind::not_found) return session.error();
    if (session && desk.clock.now() - session->confirmed_at <= kConfirmedFor) return {};
    return forbidden("session.confirm", "Please confirm that it is you: give your password or a code once more.");
}

}  // namespace lotse::desk
