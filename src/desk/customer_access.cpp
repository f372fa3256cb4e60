// SPDX-License-Identifier: Apache-2.0
#include "desk/customer_access.h"

#include "base/crypto.h"
#include "base/text.h"
#include "desk/find_customer.h"
#include "desk/letters.h"
#include "desk/made.h"
#include "desk/recipients.h"
#include "store/customer_access.h"
#include "store/customers.h"
#include "store/tenants.h"

namespace lotse::desk {
namespace {

constexpr std::size_t kSecretLength = 43;  // 32 bytes in base64url
constexpr std::chrono::minutes kTouchEvery{10};

bool is_shaped(std::string_view secret) { return secret.size() == kSecretLength; }

Error no_such_link() {
    return {Kind::unauthenticated, "portal.link", "This link has been used or is too old.", {}, {}};
}

}  // namespace

Result<void> send_sign_in_link(Desk& desk, domain::TenantScope const& scope, std::string const& email,
                               std::string const& language, std::string const& base_url, LinkLetter const& words) {
    auto const now = desk.clock.now();
    auto const secret = random_token();
    return desk.store.write(scope, [&](store::WriteTxn& txn) -> Result<void> {
        TRY(auto setup, desk.setups.get(txn));
        if (is_own_address(*setup, email)) return {};
        CHECK_OK(store::forget_customer_access(txn, now));
        CHECK_OK(store::add_customer_link(txn, sha256(secret), email, now + kLinkLife));
        LetterText letter;
        letter.kind = store::LetterKind::sign_in_link;
        letter.from_name = words.from_name;
        letter.to_address = email;
        letter.language = language;
        letter.subject = words.subject;
        letter.text = words.before + "\n\n" + base_url + secret + "\n\n" + words.after + "\n";
        letter.expires_at = now + kLinkLife;
        return write_letter(desk, txn, letter);
    });
}

Result<std::optional<std::string>> address_of_link(Desk& desk, domain::TenantScope const& scope,
                                                   std::string_view secret) {
    if (!is_shaped(secret)) return std::optional<std::string>{};
    return desk.store.read(
        scope, [&](store::ReadTxn& txn) { return store::find_customer_link(txn, sha256(secret), desk.clock.now()); });
}

Result<CustomerLogin> redeem_link(Desk& desk, domain::TenantScope const& scope, std::string_view secret,
                                  std::string const& language) {
    if (!is_shaped(secret)) return no_such_link();
    auto const now = desk.clock.now();
    auto const cookie = random_token();
    return desk.store.write(scope, [&](store::WriteTxn& txn) -> Result<CustomerLogin> {
        TRY(auto const email, store::use_customer_link(txn, sha256(secret), now));
        if (!email) return no_such_link();
        domain::Inbound inbound;
        inbound.from.address = *email;
        TRY(auto customer, find_or_make_customer(txn, inbound, now));
        if (customer.language.empty() && !language.empty()) {
            customer.language = language;
            TRY(customer, store::update_customer(txn, std::move(customer)));
        }
        CHECK_OK(
            store::add_customer_session(txn, {sha256(cookie), customer.id, *email, now, now, now + kCustomerLongest}));
        return CustomerLogin{Secret<std::string>(cookie), std::move(customer)};
    });
}

Result<std::optional<domain::Customer>> customer_of_session(Desk& desk, domain::TenantScope const& scope,
                                                            std::string_view cookie) {
    std::optional<domain::Customer> none;
    if (!is_shaped(cookie)) return none;
    auto const hash = sha256(cookie);
    auto const now = desk.clock.now();
    bool is_stale = false;
    TRY(auto found, desk.store.read(scope, [&](store::ReadTxn& txn) -> Result<std::optional<domain::Customer>> {
        TRY(auto const session, store::find_customer_session(txn, hash));
        if (!session || session->expires_at <= now || session->last_seen_at + kCustomerIdle <= now) return none;
        is_stale = session->last_seen_at + kTouchEvery <= now;
        TRY(auto customer, store::get_customer(txn, session->customer));
        if (!equals_ignoring_case(customer.email, session->email)) return none;
        return std::optional(std::move(customer));
    }));
    if (is_stale)
        CHECK_OK(desk.store.write(scope,
                                  [&](store::WriteTxn& txn) { return store::touch_customer_session(txn, hash, now); }));
    return found;
}

Result<void> end_customer_session(Desk& desk, domain::TenantScope const& scope, std::string_view cookie) {
    return desk.store.write(scope,
                            [&](store::WriteTxn& txn) { return store::remove_customer_session(txn, sha256(cookie)); });
}

Result<void> change_customer_choices(Desk& desk, domain::TenantScope const& scope, domain::CustomerId id,
                                     std::optional<std::string> language, std::optional<std::string> time_zone) {
    if (time_zone && !time_zone->empty()) CHECK_OK(check_time_zone(*time_zone));
    return desk.store.write(scope, [&](store::WriteTxn& txn) -> Result<void> {
        TRY(auto customer, store::get_customer(txn, id));
        if (language) customer.language = *language;
        if (time_zone) customer.time_zone = *time_zone;
        TRY([[maybe_unused]] auto const stored, store::update_customer(txn, std::move(customer)));
        return {};
    });
}

}  // namespace lotse::desk
