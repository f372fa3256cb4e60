// SPDX-License-Identifier: Apache-2.0
#include "desk/passwords.h"

#include <fmt/format.h>

#include "access/credential.h"
#include "access/password_rules.h"
#include "base/crypto.h"
#include "base/text.h"
#include "desk/factors.h"
#include "desk/letters.h"
#include "desk/reset_phrases.h"
#include "desk/sign_in.h"
#include "store/agents.h"
#include "store/one_time.h"
#include "store/tenants.h"

namespace lotse::desk {
namespace {

constexpr std::chrono::hours kResetLife{1};
constexpr std::chrono::hours kInvitationLife{72};

Error bad_reset() {
    return {
        Kind::unauthenticated, "access.reset", "This link was used already, or is too old; ask for another.", {}, {}};
}

Result<void> check_for(Desk& desk, domain::TenantScope const& scope, domain::Agent const& agent,
                       Secret<std::string> const& wanted) {
    TRY(auto const factors, read_factors(desk, scope, agent.id));
    TRY(auto const tenant, desk.store.read(scope, [](store::ReadTxn& txn) { return store::get_tenant(txn); }));
    return access::check_password(wanted, {tenant.name, tenant.slug, agent.name, agent.email, "lotse"},
                                  factors.any() ? access::PasswordUse::with_second_factor : access::PasswordUse::alone);
}

// A link for this agent, or for nobody: then it is of no use, but costs the same.
Result<std::string> make_link(Desk& desk, store::WriteTxn& txn, domain::AgentId agent, Duration life) {
    auto const token = access::make_credential(access::CredentialKind::one_time, txn.tenant()).reveal();
    store::OneTime one;
    one.hash = access::read_credential(token)->hash;
    one.kind = store::OneTimeKind::password_reset;
    one.agent = agent;
    one.expires_at = desk.clock.now() + life;
    CHECK_OK(store::add_one_time(txn, one));
    return token;
}

Result<void> mail_link(Desk& desk, store::WriteTxn& txn, domain::Agent const& agent, ResetReason reason,
                       std::string const& page, Duration life) {
    TRY(auto const token, make_link(desk, txn, agent.id, life));
    TRY(auto tenant, store::get_tenant(txn));
    auto const link = fmt::format("{}?desk={}#{}", page, tenant.slug, token);
    auto const language = agent.languages.empty() ? tenant.language : agent.languages.front();
    auto words = reset_letter(language, reason, {tenant.name, agent.name, link});
    LetterText letter;
    letter.kind = reason == ResetReason::invited ? store::LetterKind::invitation : store::LetterKind::password_reset;
    letter.to_name = agent.name;
    letter.to_address = agent.email;
    letter.language = language;
    letter.subject = std::move(words.subject);
    letter.text = std::move(words.text);
    letter.expires_at = desk.clock.now() + life;
    return write_letter(desk, txn, letter);
}

}  // namespace

Result<access::Login> change_password(Desk& desk, access::Principal const& principal,
                                      Secret<std::string> const& current, Secret<std::string> const& wanted,
                                      access::Visit const& visit) {
    domain::Agent agent;
    std::string hash;
    CHECK_OK(desk.store.read(principal.scope, [&](store::ReadTxn& txn) -> Result<void> {
        TRY(agent, store::get_agent(txn, principal.agent));
        TRY(hash, store::read_password_hash(txn, principal.agent));
        return {};
    }));
    if (!verify_password(hash, current))
        return Error{Kind::unauthenticated, "access.proof", "This is not your present password.", {}, "/current"};
    CHECK_OK(check_for(desk, principal.scope, agent, wanted));
    auto const fresh = hash_password(wanted);
    return desk.store.write(principal.scope, [&](store::WriteTxn& txn) -> Result<access::Login> {
        CHECK_OK(store::write_password_hash(txn, agent.id, fresh));
        CHECK_OK(store::remove_sessions_of(txn, agent.id));
        CHECK_OK(store::remove_one_times_of(txn, agent.id, store::OneTimeKind::password_reset));
        return access::start_session(txn, desk.clock, agent.id, store::SessionMeans::password, visit);
    });
}

Result<void> ask_for_reset(Desk& desk, std::string_view slug, std::string_view email, std::string const& page) {
    TRY(auto const scope, desk_by_name(desk, slug));
    if (is_nowhere(scope)) return {};
    return desk.store.write(scope, [&](store::WriteTxn& txn) -> Result<void> {
        TRY(auto agent, store::find_agent_by_email(txn, to_lower_ascii(trim(email))));
        bool const is_known = agent && !agent->is_disabled;
        if (is_known) return mail_link(desk, txn, *agent, ResetReason::forgotten, page, kResetLife);
        TRY([[maybe_unused]] auto const token, make_link(desk, txn, {}, kResetLife));
        return {};
    });
}

Result<void> invite_agent(Desk& desk, access::Principal const& principal, domain::AgentId id, std::string const& page) {
    return desk.store.write(principal.scope, [&](store::WriteTxn& txn) -> Result<void> {
        TRY(auto agent, store::get_agent(txn, id));
        if (agent.is_disabled) return conflict("agent.disabled", "This agent is disabled; enable the account first.");
        if ((access::permissions_of(agent.role) & ~principal.permissions).any())
            return forbidden("agent.beyond", "Only who may do as much can invite to this role.");
        CHECK_OK(store::remove_one_times_of(txn, id, store::OneTimeKind::password_reset));
        return mail_link(desk, txn, agent, ResetReason::invited, page, kInvitationLife);
    });
}

Result<void> reset_password(Desk& desk, std::string_view token, Secret<std::string> const& wanted,
                            access::Visit const& visit) {
    auto const credential = access::read_credential(token);
    if (!credential || credential->kind != access::CredentialKind::one_time) return bad_reset();
    auto const scope = domain::ScopeMint::for_tenant(credential->tenant);
    auto const now = desk.clock.now();
    domain::Agent agent;
    auto const known = desk.store.read(scope, [&](store::ReadTxn& txn) -> Result<void> {
        TRY(auto link, store::find_one_time(txn, store::OneTimeKind::password_reset, credential->hash, now));
        if (!link || !link->agent) return bad_reset();
        TRY(agent, store::get_agent(txn, link->agent));
        if (agent.is_disabled) return bad_reset();
        return {};
    });
    if (!known) {
        if (known.error().kind == Kind::unauthenticated)
            CHECK_OK(desk.store.write(scope, [&](store::WriteTxn& txn) {
                return access::record_refusal(txn, desk.clock, agent.id, "reset", visit);
            }));
        return known.error();
    }
    CHECK_OK(check_for(desk, scope, agent, wanted));
    auto const hash = hash_password(wanted);
    return desk.store.write(scope, [&](store::WriteTxn& txn) -> Result<void> {
        TRY(auto const taken, store::take_one_time(txn, credential->hash));
        if (!taken) return bad_reset();
        CHECK_OK(store::write_password_hash(txn, agent.id, hash));
        CHECK_OK(store::remove_one_times_of(txn, agent.id, store::OneTimeKind::password_reset));
        return store::remove_sessions_of(txn, agent.id);
    });
}

}  // namespace lotse::desk
