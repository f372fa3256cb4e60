// SPDX-License-Identifier: Apache-2.0
// How a customer comes in: no password, a link by mail that is good once and for an hour, then a session. Whoever
// asks for a link gets the same answer, and makes the same work, whether we know the address or not (H-24): it becomes a
// customer of the desk only when its owner comes back with the link.
#pragma once

#include <optional>
#include <string>

#include "base/secret.h"
#include "desk/desk.h"
#include "domain/people.h"

namespace lotse::desk {

constexpr std::chrono::hours kLinkLife{1};
constexpr std::chrono::hours kCustomerIdle{24};
constexpr std::chrono::days kCustomerLongest{30};

struct LinkLetter {
    std::string from_name;  // as the customer knows the desk
    std::string subject;
    std::string before;  // lines before and after the address of the link
    std::string after;
};
// Writes a letter with `base_url` + secret. `email` is canonical (check_address). An address of the desk itself gets
// none, silently.
Result<void> send_sign_in_link(Desk& desk, domain::TenantScope const& scope, std::string const& email,
                               std::string const& language, std::string const& base_url, LinkLetter const& words);

// Whose it is while it can be used. Mail scanners may ask; it costs the link nothing.
Result<std::optional<std::string>> address_of_link(Desk& desk, domain::TenantScope const& scope,
                                                   std::string_view secret);

struct CustomerLogin {
    Secret<std::string> cookie;
    domain::Customer customer;
};
// Uses the link up. Error: unauthenticated "portal.link", the same for used, old and invented ones.
Result<CustomerLogin> redeem_link(Desk& desk, domain::TenantScope const& scope, std::string_view secret,
                                  std::string const& language);

// Nothing for anything but a living session of somebody who still has the address that opened it.
Result<std::optional<domain::Customer>> customer_of_session(Desk& desk, domain::TenantScope const& scope,
                                                            std::string_view cookie);
Result<void> end_customer_session(Desk& desk, domain::TenantScope const& scope, std::string_view cookie);

// Their own language and time zone. Error: invalid "time_zone.unknown".
Result<void> change_customer_choices(Desk& desk, domain::TenantScope const& scope, domain::CustomerId customer,
                                     std::optional<std::string> language, std::optional<std::string> time_zone);

}  // namespace lotse::desk
