// SPDX-License-Identifier: Apache-2.0
#include "desk/sign_in.h"

#include <algorithm>
#include <limits>

#include "access/credential.h"
#include "access/totp.h"
#include "base/text.h"
#include "desk/factors.h"
#include "store/agents.h"
#include "store/factors.h"
#include "store/one_time.h"
#include "store/tenants.h"

namespace lotse::desk {
namespace {

constexpr std::chrono::minutes kStepLife{5};
constexpr int kMostTries = 5;
constexpr domain::TenantId kNowhere{std::numeric_limits<std::int64_t>::max()};

Error wrong_code() {
    return {Kind::unauthenticated, "access.code", "This code is not valid, or was used already.", {}, "/code"};
}

// Nothing: no second factor stands in the way.
Result<std::optional<SecondStep>> find_second_step(store::ReadTxn& txn, domain::AgentId agent) {
    SecondStep out;
    TRY(auto totp, store::find_totp(txn, agent));
    TRY(auto passkeys, store::list_passkeys(txn, agent));
    out.by_code = totp && totp->is_on;
    out.by_passkey = !passkeys.empty();
    if (!out.by_code && !out.by_passkey) return std::optional<SecondStep>();
    TRY(auto codes, store::count_recovery_codes(txn, agent));
    out.by_recovery_code = codes > 0;
    return std::optional(std::move(out));
}

// How the code proves itself; taken for good in this transaction.
Result<std::optional<store::SessionMeans>> take_code(Desk& desk, store::WriteTxn& txn, domain::AgentId agent,
                                                     std::string_view code) {
    using Found = std::optional<store::SessionMeans>;
    TRY(auto is_right, take_totp_code(desk, txn, agent, code));
    if (is_right) return Found(store::SessionMeans::password_and_code);
    TRY(auto is_recovery, store::take_recovery_code(txn, agent, access::recovery_code_hash(code)));
    return is_recovery ? Found(store::SessionMeans::recovery_code) : Found();
}

// Six digits are an authenticator's; everything else was meant as a recovery code.
std::string_view means_tried(std::string_view code) {
    bool const is_digits = std::ranges::all_of(code, [](char c) { return (c >= '0' && c <= '9') || c == ' '; });
    return is_digits ? "code" : store::kSessionMeansNames[static_cast<std::size_t>(store::SessionMeans::recovery_code)];
}

// People type a password into the wrong box; no list keeps what does not look like an address.
std::string address_typed(std::string_view email) {
    return email.find('@') == std::string_view::npos ? std::string() : std::string(trim(email));
}

Result<void> tell_failure(Desk& desk, domain::TenantScope const& scope, std::string_view email,
                          access::Visit const& visit) {
    if (is_nowhere(scope)) return {};
    return desk.store.write(scope, [&](store::WriteTxn& txn) -> Result<void> {
        TRY(auto const person, store::find_agent_by_email(txn, to_lower_ascii(trim(email))));
        auto note = access::sign_in_note(desk.clock.now(), person ? person->id : domain::AgentId{}, "password", visit);
        note.is_refused = true;
        note.object_name = address_typed(email);
        return store::record_call(txn, note, 0);
    });
}

}  // namespace

Result<domain::TenantScope> desk_by_name(Desk& desk, std::string_view slug) {
    TRY(auto tenants, store::list_tenants(desk.store));
    auto const wanted = to_lower_ascii(trim(slug));
    auto const found = std::ranges::find_if(
        tenants, [&](auto const& tenant) { return wanted.empty() ? !tenant.is_demo : tenant.slug == wanted; });
    return domain::ScopeMint::for_tenant(found == tenants.end() ? kNowhere : found->id);
}

bool is_nowhere(domain::TenantScope const& scope) { return scope.tenant() == kNowhere; }

Result<SignIn> sign_in(Desk& desk, std::string_view slug, std::string_view email, Secret<std::string> const& password,
                       access::Visit const& visit) {
    TRY(auto const scope, desk_by_name(desk, slug));
    auto const known = access::check_login(desk.store, scope, email, password);
    if (!known) {
        if (known.error().kind == Kind::unauthenticated) CHECK_OK(tell_failure(desk, scope, email, visit));
        return known.error();
    }
    auto const agent = *known;
    return desk.store.write(scope, [&](store::WriteTxn& txn) -> Result<SignIn> {
        SignIn out;
        TRY(auto step, find_second_step(txn, agent));
        if (!step) {
            TRY(out.login, access::start_session(txn, desk.clock, agent, store::SessionMeans::password, visit));
            return out;
        }
        out.next = *std::move(step);
        out.next.ticket = access::make_credential(access::CredentialKind::one_time, txn.tenant()).reveal();
        store::OneTime one;
        one.hash = access::read_credential(out.next.ticket)->hash;
        one.kind = store::OneTimeKind::second_factor;
        one.agent = agent;
        one.expires_at = desk.clock.now() + kStepLife;
        CHECK_OK(store::add_one_time(txn, one));
        return out;
    });
}

Result<access::Login> pass_second_step(Desk& desk, std::string_view ticket, std::string_view code,
                                       access::Visit const& visit) {
    auto const credential = access::read_credential(ticket);
    if (!credential || credential->kind != access::CredentialKind::one_time) return wrong_code();
    auto const scope = domain::ScopeMint::for_tenant(credential->tenant);
    // A wrong code is counted, which an error would undo: so the outcome is a value.
    TRY(auto login, desk.store.write(scope, [&](store::WriteTxn& txn) -> Result<std::optional<access::Login>> {
        TRY(auto step,
            store::find_one_time(txn, store::OneTimeKind::second_factor, credential->hash, desk.clock.now()));
        if (!step || step->tries >= kMostTries) {
            CHECK_OK(access::record_refusal(txn, desk.clock, step ? step->agent : domain::AgentId{}, means_tried(code),
                                            visit));
            return std::optional<access::Login>();
        }
        TRY(auto person, store::get_agent(txn, step->agent));
        TRY(auto means, take_code(desk, txn, step->agent, code));
        if (!means || person.is_disabled) {
            CHECK_OK(store::count_one_time_try(txn, step->hash));
            CHECK_OK(access::record_refusal(txn, desk.clock, step->agent, means_tried(code), visit));
            return std::optional<access::Login>();
        }
        TRY(auto const taken, store::take_one_time(txn, step->hash));
        if (!taken) return std::optional<access::Login>();
        TRY(auto made, access::start_session(txn, desk.clock, step->agent, *means, visit));
        return std::optional(std::move(made));
    }));
    if (!login) return wrong_code();
    return *std::move(login);
}

}  // namespace lotse::desk
