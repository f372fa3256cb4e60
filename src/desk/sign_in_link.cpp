// SPDX-License-Identifier: Apache-2.0
#include "desk/sign_in_link.h"

#include <fmt/format.h>

#include "access/credential.h"
#include "base/text.h"
#include "desk/sign_in.h"
#include "store/agents.h"
#include "store/one_time.h"

namespace lotse::desk {
namespace {

Error refused() { return {Kind::unauthenticated, "access.link", "This link was used already, or is too old.", {}, {}}; }

}  // namespace

Result<Secret<std::string>> make_sign_in_link(Desk& desk, domain::TenantScope const& scope, std::string_view email) {
    auto token = access::make_credential(access::CredentialKind::one_time, scope.tenant());
    CHECK_OK(desk.store.write(scope, [&](store::WriteTxn& txn) -> Result<void> {
        TRY(auto agent, store::find_agent_by_email(txn, to_lower_ascii(trim(email))));
        if (!agent) return not_found("agent.missing", fmt::format("No agent has the address {}.", email));
        if (agent->is_disabled) return conflict("agent.disabled", "This agent is disabled.");
        store::OneTime one;
        one.hash = access::read_credential(token.reveal())->hash;
        one.kind = store::OneTimeKind::sign_in_link;
        one.agent = agent->id;
        one.expires_at = desk.clock.now() + kSignInLinkLife;
        return store::add_one_time(txn, one);
    }));
    return token;
}

Result<access::Login> redeem_sign_in_link(Desk& desk, std::string_view token, access::Visit const& visit) {
    auto const credential = access::read_credential(token);
    if (!credential || credential->kind != access::CredentialKind::one_time) return refused();
    auto const scope = domain::ScopeMint::for_tenant(credential->tenant);
    if (is_nowhere(scope)) return refused();
    // The audit list hears of a refusal, which an error would undo: so the outcome is a value.
    TRY(auto login, desk.store.write(scope, [&](store::WriteTxn& txn) -> Result<std::optional<access::Login>> {
        TRY(auto link, store::find_one_time(txn, store::OneTimeKind::sign_in_link, credential->hash, desk.clock.now()));
        TRY(auto const taken, store::take_one_time(txn, credential->hash));
        bool is_good = link && taken;
        if (is_good) {
            TRY(auto const person, store::get_agent(txn, link->agent));
            is_good = !person.is_disabled;
        }
        if (!is_good) {
            auto const whose = link ? link->agent : domain::AgentId{};
            CHECK_OK(access::record_refusal(txn, desk.clock, whose, "link", visit));
            return std::optional<access::Login>();
        }
        TRY(auto made, access::start_session(txn, desk.clock, link->agent, store::SessionMeans::link, visit));
        return std::optional(std::move(made));
    }));
    if (!login) return refused();
    return *std::move(login);
}

}  // namespace lotse::desk
