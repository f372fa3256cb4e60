// SPDX-License-Identifier: Apache-2.0
#include "desk/factors.h"

#include <fmt/format.h>

#include "access/totp.h"
#include "base/crypto.h"
#include "desk/made.h"
#include "desk/sessions.h"
#include "store/agents.h"
#include "store/credentials.h"
#include "store/tenants.h"

namespace lotse::desk {
namespace {

std::string seal_context(domain::TenantId tenant, domain::AgentId agent) {
    return fmt::format("totp|{}|{}|secret", tenant.value, agent.value);
}

Result<std::string> secret_of(Desk const& desk, domain::TenantId tenant, store::Totp const& totp) {
    return unseal(desk.master_key.reveal(), totp.secret.reveal(), seal_context(tenant, totp.agent));
}

Result<std::vector<std::string>> make_codes(store::WriteTxn& txn, domain::AgentId agent) {
    auto codes = access::make_recovery_codes();
    std::vector<std::string> hashes;
    for (auto const& code : codes) hashes.push_back(access::recovery_code_hash(code));
    CHECK_OK(store::replace_recovery_codes(txn, agent, hashes));
    return codes;
}

Result<bool> has_factor(store::ReadTxn& txn, domain::AgentId agent) {
    TRY(auto totp, store::find_totp(txn, agent));
    if (totp && totp->is_on) return true;
    TRY(auto passkeys, store::list_passkeys(txn, agent));
    return !passkeys.empty();
}

}  // namespace

Result<Factors> read_factors(Desk& desk, domain::TenantScope const& scope, domain::AgentId agent) {
    return desk.store.read(scope, [&](store::ReadTxn& txn) -> Result<Factors> {
        Factors out;
        TRY(auto totp, store::find_totp(txn, agent));
        out.has_totp = totp && totp->is_on;
        if (out.has_totp) out.totp_since = totp->created_at;
        TRY(out.passkeys, store::list_passkeys(txn, agent));
        TRY(out.recovery_codes_left, store::count_recovery_codes(txn, agent));
        return out;
    });
}

Result<NewTotp> begin_totp(Desk& desk, access::Principal const& principal) {
    CHECK_OK(check_confirmed(desk, principal));
    auto const secret = access::make_totp_secret();
    return desk.store.write(principal.scope, [&](store::WriteTxn& txn) -> Result<NewTotp> {
        TRY(auto known, store::find_totp(txn, principal.agent));
        if (known && known->is_on)
            return conflict("totp.on", "You have an authenticator already; remove it first to set up another.");
        TRY(auto person, store::get_agent(txn, principal.agent));
        TRY(auto tenant, store::get_tenant(txn));
        auto sealed = seal(desk.master_key.reveal(), secret, seal_context(txn.tenant(), principal.agent));
        CHECK_OK(store::put_totp(
            txn, {principal.agent, Secret<std::string>(std::move(sealed)), false, 0, desk.clock.now()}));
        return NewTotp{access::totp_secret_text(secret), access::totp_uri(secret, tenant.name, person.email)};
    });
}

Result<std::vector<std::string>> confirm_totp(Desk& desk, access::Principal const& principal, std::string_view code) {
    return desk.store.write(principal.scope, [&](store::WriteTxn& txn) -> Result<std::vector<std::string>> {
        TRY(auto totp, store::find_totp(txn, principal.agent));
        if (!totp || totp->is_on) return conflict("totp.none", "There is no authenticator that waits to be confirmed.");
        TRY(auto secret, secret_of(desk, txn.tenant(), *totp));
        auto const now = desk.clock.now();
        auto const step = access::check_totp(secret, code, now, totp->last_step);
        if (!step) return invalid("totp.code", "This is not the code that is shown now. Is the clock right?", "/code");
        totp->is_on = true;
        totp->last_step = *step;
        totp->created_at = now;
        CHECK_OK(store::put_totp(txn, *totp));
        return first_recovery_codes(txn, principal.agent);
    });
}

Result<void> remove_totp(Desk& desk, access::Principal const& principal) {
    CHECK_OK(check_confirmed(desk, principal));
    return desk.store.write(principal.scope, [&](store::WriteTxn& txn) -> Result<void> {
        CHECK_OK(store::remove_totp(txn, principal.agent));
        return drop_codes_without_factor(txn, principal.agent);
    });
}

Result<std::vector<std::string>> renew_recovery_codes(Desk& desk, access::Principal const& principal) {
    CHECK_OK(check_confirmed(desk, principal));
    return desk.store.write(principal.scope, [&](store::WriteTxn& txn) -> Result<std::vector<std::string>> {
        TRY(auto const has_one, has_factor(txn, principal.agent));
        if (!has_one) return conflict("factors.none", "Recovery codes stand in for a second factor; set one up first.");
        return make_codes(txn, principal.agent);
    });
}

Result<void> remove_factors_of(Desk& desk, access::Principal const& principal, domain::AgentId agent) {
    if (is_session(principal)) CHECK_OK(check_confirmed(desk, principal));
    return desk.store.write(principal.scope, [&](store::WriteTxn& txn) -> Result<void> {
        TRY(auto person, store::get_agent(txn, agent));
        if ((access::permissions_of(person.role) & ~principal.permissions).any())
            return forbidden("agent.beyond", "Only who may do as much can do this.");
        CHECK_OK(store::remove_all_factors(txn, agent));
        return store::remove_sessions_of(txn, agent);
    });
}

Result<bool> take_totp_code(Desk& desk, store::WriteTxn& txn, domain::AgentId agent, std::string_view code) {
    TRY(auto totp, store::find_totp(txn, agent));
    if (!totp || !totp->is_on) return false;
    TRY(auto secret, secret_of(desk, txn.tenant(), *totp));
    auto const step = access::check_totp(secret, code, desk.clock.now(), totp->last_step);
    if (!step) return false;
    totp->last_step = *step;
    CHECK_OK(store::put_totp(txn, *totp));
    return true;
}

Result<std::vector<std::string>> first_recovery_codes(store::WriteTxn& txn, domain::AgentId agent) {
    TRY(auto const left, store::count_recovery_codes(txn, agent));
    if (left > 0) return std::vector<std::string>();
    return make_codes(txn, agent);
}

Result<void> drop_codes_without_factor(store::WriteTxn& txn, domain::AgentId agent) {
    TRY(auto const has_one, has_factor(txn, agent));
    if (has_one) return {};
    return store::replace_recovery_codes(txn, agent, {});
}

}  // namespace lotse::desk
