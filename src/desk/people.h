// SPDX-License-Identifier: Apache-2.0
// Customers and organizations: looked at, made and changed by people and programs.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "desk/made.h"
#include "domain/people.h"
#include "domain/ticket.h"
#include "store/customers.h"

namespace lotse::desk {

// Only what is given is set. An id of 0 clears.
struct CustomerFields {
    std::optional<std::string> name;
    std::optional<std::string> email;  // "" for a caller without address
    std::optional<std::string> phone;
    std::optional<std::string> language;
    std::optional<std::string> time_zone;
    std::optional<domain::OrganizationId> organization;
};
struct OrganizationFields {
    std::optional<std::string> name;
    std::optional<std::vector<std::string>> domains;
    std::optional<domain::QueueId> queue;
    std::optional<domain::PolicyId> policy;
    std::optional<bool> is_vip;
};

// Without `text` all, by id, page by page. With it those whose words begin so, by name, at most `limit` and no next page,
// as search finds them (store/people_words.h).
Result<store::Page<domain::Customer>> list_customers(Desk& desk, domain::TenantScope const& scope,
                                                     std::string_view text, std::string_view after, int limit);
// The names of their organizations, by id; one indexed read each.
using OrganizationNames = std::unordered_map<std::int64_t, std::string>;
Result<OrganizationNames> organization_names(Desk& desk, domain::TenantScope const& scope,
                                             std::span<domain::Customer const> customers);
Result<domain::Customer> get_customer(Desk& desk, domain::TenantScope const& scope, domain::CustomerId id);
// A customer without organization gets the one of the e-mail domain. Errors: invalid with the field, conflict
// "customer.email_taken", and for a change conflict "customer.stale_version" (expected_version 0 = any).
Result<Made<domain::Customer>> make_customer(Desk& desk, access::Principal const& principal,
                                             CustomerFields const& fields, CallKey const& key);
Result<domain::Customer> change_customer(Desk& desk, access::Principal const& principal, domain::CustomerId id,
                                         std::int64_t expected_version, CustomerFields const& fields);

Result<store::Page<domain::Organization>> list_organizations(Desk& desk, domain::TenantScope const& scope,
                                                             std::string_view after, int limit);
Result<domain::Organization> get_organization(Desk& desk, domain::TenantScope const& scope, domain::OrganizationId id);
Result<Made<domain::Organization>> make_organization(Desk& desk, access::Principal const& principal,
                                                     OrganizationFields const& fields, CallKey const& key);
Result<domain::Organization> change_organization(Desk& desk, access::Principal const& principal,
                                                 domain::OrganizationId id, std::int64_t expected_version,
                                                 OrganizationFields const& fields);

// Whom the tickets of a list are about.
struct PeopleNames {
    std::unordered_map<std::int64_t, domain::Customer> customers;
    OrganizationNames organizations;
};
// One indexed read per person or organization.
Result<PeopleNames> names_of(Desk& desk, domain::TenantScope const& scope, std::span<domain::Ticket const> tickets);

}  // namespace lotse::desk
