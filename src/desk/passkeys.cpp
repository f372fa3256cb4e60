// SPDX-License-Identifier: Apache-2.0
#include "desk/passkeys.h"

#include <fmt/format.h>

#include "access/credential.h"
#include "base/crypto.h"
#include "base/log.h"
#include "base/text.h"
#include "desk/factors.h"
#include "desk/made.h"
#include "desk/sessions.h"
#include "desk/sign_in.h"
#include "store/agents.h"
#include "store/one_time.h"
#include "store/tenants.h"

namespace lotse::desk {
namespace {

constexpr std::chrono::minutes kCallLife{5};
constexpr std::size_t kChallengeBytes = 32;
constexpr std::size_t kMostPasskeys = 20;

// Opaque to the device; the same person is the same there for good.
std::string handle_of(domain::TenantId tenant, domain::AgentId agent) {
    return sha256(fmt::format("lotse passkey of {}/{}", tenant.value, agent.value));
}

// A ticket for this challenge, stored.
Result<std::string> open_call(Desk& desk, store::WriteTxn& txn, store::OneTimeKind kind, domain::AgentId agent,
                              std::string_view challenge) {
    auto const ticket = access::make_credential(access::CredentialKind::one_time, txn.tenant()).reveal();
    store::OneTime one;
    one.hash = access::read_credential(ticket)->hash;
    one.kind = kind;
    one.agent = agent;
    one.data = hex(challenge);
    one.expires_at = desk.clock.now() + kCallLife;
    CHECK_OK(store::add_one_time(txn, one));
    return ticket;
}

std::string challenge_in(store::OneTime const& one) {
    std::string out;
    auto const digit = [](char c) { return c <= '9' ? c - '0' : c - 'a' + 10; };
    for (std::size_t i = 0; i + 1 < one.data.size(); i += 2)
        out += static_cast<char>(digit(one.data[i]) << 4 | digit(one.data[i + 1]));
    return out;
}

Error refused() {
    return {Kind::unauthenticated, "access.passkey", "This passkey does not sign anybody in here.", {}, {}};
}

// The new count of the device, where its answer is right and its owner may come in.
Result<std::optional<std::int64_t>> proven_count(store::ReadTxn& txn, access::RelyingParty const& party,
                                                 store::OneTime const& call, store::Passkey const& passkey,
                                                 JsonObject const& credential) {
    auto const count = access::check_assertion(party, challenge_in(call),
                                               {passkey.public_key, passkey.algorithm, passkey.sign_count}, credential);
    if (!count) {
        log_error("a passkey was refused", count.error(), {{"passkey", passkey.id.value}});
        return std::optional<std::int64_t>();
    }
    TRY(auto const person, store::get_agent(txn, passkey.agent));
    return person.is_disabled ? std::optional<std::int64_t>() : std::optional<std::int64_t>(*count);
}

}  // namespace

Result<PasskeyCall> begin_passkey(Desk& desk, access::Principal const& principal, access::RelyingParty const& party) {
    CHECK_OK(check_confirmed(desk, principal));
    auto const challenge = random_bytes(kChallengeBytes);
    return desk.store.write(principal.scope, [&](store::WriteTxn& txn) -> Result<PasskeyCall> {
        TRY(auto person, store::get_agent(txn, principal.agent));
        TRY(auto tenant, store::get_tenant(txn));
        TRY(auto known, store::list_passkeys(txn, person.id));
        if (known.size() >= kMostPasskeys)
            return conflict("passkey.many", "You have twenty passkeys; remove one that you do not use.");
        std::vector<std::string> ids;
        for (auto const& passkey : known) ids.push_back(passkey.credential);
        PasskeyCall out;
        TRY(out.ticket, open_call(desk, txn, store::OneTimeKind::new_passkey, person.id, challenge));
        out.options = access::creation_options(
            party, tenant.name, {handle_of(txn.tenant(), person.id), person.email, person.name}, challenge, ids);
        return out;
    });
}

Result<MadePasskey> add_passkey(Desk& desk, access::Principal const& principal, access::RelyingParty const& party,
                                std::string_view ticket, std::string_view name, JsonObject const& credential) {
    TRY(auto const label, check_name(name));
    auto const read = access::read_credential(ticket);
    auto const hash = read ? read->hash : std::string();
    return desk.store.write(principal.scope, [&](store::WriteTxn& txn) -> Result<MadePasskey> {
        TRY(auto call, store::find_one_time(txn, store::OneTimeKind::new_passkey, hash, desk.clock.now()));
        TRY(auto const taken, store::take_one_time(txn, hash));
        if (!call || !taken || call->agent != principal.agent)
            return invalid("passkey.ticket", "This took too long; please begin again.", "/ticket");
        TRY(auto made, access::check_new_credential(party, challenge_in(*call), credential));
        store::Passkey passkey;
        passkey.agent = principal.agent;
        passkey.credential = std::move(made.id);
        passkey.public_key = std::move(made.public_key);
        passkey.algorithm = made.algorithm;
        passkey.sign_count = made.sign_count;
        passkey.name = label;
        passkey.created_at = desk.clock.now();
        MadePasskey out;
        TRY(out.passkey, store::add_passkey(txn, std::move(passkey)));
        TRY(out.recovery_codes, first_recovery_codes(txn, principal.agent));
        return out;
    });
}

Result<store::Passkey> rename_passkey(Desk& desk, access::Principal const& principal, store::PasskeyId id,
                                      std::string_view name) {
    TRY(auto const label, check_name(name));
    return desk.store.write(
        principal.scope, [&](store::WriteTxn& txn) { return store::rename_passkey(txn, principal.agent, id, label); });
}

Result<void> remove_passkey(Desk& desk, access::Principal const& principal, store::PasskeyId id) {
    CHECK_OK(check_confirmed(desk, principal));
    return desk.store.write(principal.scope, [&](store::WriteTxn& txn) -> Result<void> {
        CHECK_OK(store::remove_passkey(txn, principal.agent, id));
        return drop_codes_without_factor(txn, principal.agent);
    });
}

Result<PasskeyCall> begin_passkey_sign_in(Desk& desk, std::string_view slug, access::RelyingParty const& party) {
    TRY(auto const scope, desk_by_name(desk, slug));
    auto const challenge = random_bytes(kChallengeBytes);
    if (is_nowhere(scope))
        return PasskeyCall{access::make_credential(access::CredentialKind::one_time, scope.tenant()).reveal(),
                           access::request_options(party, challenge, {})};
    return desk.store.write(scope, [&](store::WriteTxn& txn) -> Result<PasskeyCall> {
        PasskeyCall out;
        TRY(out.ticket, open_call(desk, txn, store::OneTimeKind::passkey_sign_in, {}, challenge));
        out.options = access::request_options(party, challenge, {});
        return out;
    });
}

Result<access::Login> sign_in_with_passkey(Desk& desk, access::RelyingParty const& party, std::string_view ticket,
                                           JsonObject const& credential, access::Visit const& visit) {
    auto const read = access::read_credential(ticket);
    if (!read || read->kind != access::CredentialKind::one_time) return refused();
    auto const scope = domain::ScopeMint::for_tenant(read->tenant);
    if (is_nowhere(scope)) return refused();
    // A refusal is told to the audit list and uses up the challenge, which an error would undo: so the outcome is a value.
    TRY(auto login, desk.store.write(scope, [&](store::WriteTxn& txn) -> Result<std::optional<access::Login>> {
        auto const now = desk.clock.now();
        TRY(auto call, store::find_one_time(txn, store::OneTimeKind::passkey_sign_in, read->hash, now));
        TRY(auto const taken, store::take_one_time(txn, read->hash));
        TRY(auto passkey, store::find_passkey(txn, access::credential_id_in(credential)));
        auto const whose = passkey ? passkey->agent : domain::AgentId{};
        std::optional<std::int64_t> count;
        if (call && taken && passkey) {
            TRY(count, proven_count(txn, party, *call, *passkey, credential));
        }
        if (!count) {
            CHECK_OK(access::record_refusal(txn, desk.clock, whose, "passkey", visit));
            return std::optional<access::Login>();
        }
        CHECK_OK(store::note_passkey_use(txn, passkey->id, *count, now));
        TRY(auto made, access::start_session(txn, desk.clock, whose, store::SessionMeans::passkey, visit));
        return std::optional(std::move(made));
    }));
    if (!login) return refused();
    return *std::move(login);
}

}  // namespace lotse::desk
