// SPDX-License-Identifier: Apache-2.0
#include "desk/people.h"

#include <algorithm>

#include "base/text.h"
#include "desk/renew_deadlines.h"
#include "store/people_words.h"
#include "store/setup.h"

namespace lotse::desk {
namespace {

Result<void> apply(store::ReadTxn& txn, CustomerFields const& fields, domain::Customer& customer);
Result<void> apply(store::ReadTxn& txn, OrganizationFields const& fields, domain::Organization& organization);

}  // namespace

Result<store::Page<domain::Customer>> list_customers(Desk& desk, domain::TenantScope const& scope,
                                                     std::string_view text, std::string_view after, int limit) {
    return desk.store.read(scope, [&](store::ReadTxn& txn) -> Result<store::Page<domain::Customer>> {
        if (trim(text).empty()) return store::list_customers(txn, after, limit);
        store::Page<domain::Customer> out;
        TRY(out.items, store::find_customers(txn, text, limit));
        return out;
    });
}

Result<OrganizationNames> organization_names(Desk& desk, domain::TenantScope const& scope,
                                             std::span<domain::Customer const> customers) {
    return desk.store.read(scope, [&](store::ReadTxn& txn) -> Result<OrganizationNames> {
        OrganizationNames out;
        for (auto const& customer : customers) {
            if (!customer.organization || out.contains(customer.organization.value)) continue;
            TRY(auto organization, store::get_organization(txn, customer.organization));
            out.emplace(organization.id.value, std::move(organization.name));
        }
        return out;
    });
}

Result<domain::Customer> get_customer(Desk& desk, domain::TenantScope const& scope, domain::CustomerId id) {
    return desk.store.read(scope, [&](store::ReadTxn& txn) { return store::get_customer(txn, id); });
}

Result<Made<domain::Customer>> make_customer(Desk& desk, access::Principal const& principal,
                                             CustomerFields const& fields, CallKey const& key) {
    return make_once<domain::Customer>(
        desk, principal, key, store::get_customer, [&](store::WriteTxn& txn) -> Result<domain::Customer> {
            domain::Customer customer;
            customer.created_at = desk.clock.now();
            CHECK_OK(apply(txn, fields, customer));
            if (customer.name.empty()) return invalid("name.empty", "A name is needed.", "/name");
            auto const at = customer.email.rfind('@');
            if (!customer.organization && at != std::string::npos) {
                TRY(auto organization, store::find_organization_by_domain(txn, customer.email.substr(at + 1)));
                if (organization) customer.organization = organization->id;
            }
            return store::add_customer(txn, std::move(customer));
        });
}

Result<domain::Customer> change_customer(Desk& desk, access::Principal const& principal, domain::CustomerId id,
                                         std::int64_t expected_version, CustomerFields const& fields) {
    return desk.store.write(principal.scope, [&](store::WriteTxn& txn) -> Result<domain::Customer> {
        TRY(auto customer, store::get_customer(txn, id));
        if (expected_version != 0) customer.version = expected_version;
        CHECK_OK(apply(txn, fields, customer));
        return store::update_customer(txn, std::move(customer));
    });
}

Result<store::Page<domain::Organization>> list_organizations(Desk& desk, domain::TenantScope const& scope,
                                                             std::string_view after, int limit) {
    return desk.store.read(scope, [&](store::ReadTxn& txn) { return store::list_organizations(txn, after, limit); });
}

Result<domain::Organization> get_organization(Desk& desk, domain::TenantScope const& scope, domain::OrganizationId id) {
    return desk.store.read(scope, [&](store::ReadTxn& txn) { return store::get_organization(txn, id); });
}

Result<Made<domain::Organization>> make_organization(Desk& desk, access::Principal const& principal,
                                                     OrganizationFields const& fields, CallKey const& key) {
    return make_once<domain::Organization>(desk, principal, key, store::get_organization,
                                           [&](store::WriteTxn& txn) -> Result<domain::Organization> {
                                               domain::Organization organization;
                                               organization.created_at = desk.clock.now();
                                               CHECK_OK(apply(txn, fields, organization));
                                               if (organization.name.empty())
                                                   return invalid("name.empty", "A name is needed.", "/name");
                                               return store::add_organization(txn, std::move(organization));
                                           });
}

Result<domain::Organization> change_organization(Desk& desk, access::Principal const& principal,
                                                 domain::OrganizationId id, std::int64_t expected_version,
                                                 OrganizationFields const& fields) {
    return desk.store.write(principal.scope, [&](store::WriteTxn& txn) -> Result<domain::Organization> {
        TRY(auto organization, store::get_organization(txn, id));
        if (expected_version != 0) organization.version = expected_version;
        CHECK_OK(apply(txn, fields, organization));
        if (fields.policy) {
            CHECK_OK(ask_renewal(desk, txn));
            announce_setup(desk, txn);
        }
        return store::update_organization(txn, std::move(organization));
    });
}

Result<PeopleNames> names_of(Desk& desk, domain::TenantScope const& scope, std::span<domain::Ticket const> tickets) {
    return desk.store.read(scope, [&](store::ReadTxn& txn) -> Result<PeopleNames> {
        PeopleNames out;
        for (auto const& ticket : tickets) {
            if (ticket.customer && !out.customers.contains(ticket.customer.value)) {
                TRY(auto customer, store::get_customer(txn, ticket.customer));
                out.customers.emplace(ticket.customer.value, std::move(customer));
            }
            if (ticket.organization && !out.organizations.contains(ticket.organization.value)) {
                TRY(auto organization, store::get_organization(txn, ticket.organization));
                out.organizations.emplace(ticket.organization.value, std::move(organization.name));
            }
        }
        return out;
    });
}

namespace {

Result<void> apply(store::ReadTxn& txn, CustomerFields const& fields, domain::Customer& customer) {
    if (fields.name) {
        TRY(customer.name, check_name(*fields.name));
    }
    if (fields.email && trim(*fields.email).empty()) {
        customer.email.clear();
    } else if (fields.email) {
        TRY(customer.email, check_address(*fields.email, "/email"));
    }
    if (fields.phone) customer.phone = trim(*fields.phone);
    if (fields.language) customer.language = to_lower_ascii(trim(*fields.language));
    if (fields.time_zone && !fields.time_zone->empty()) CHECK_OK(check_time_zone(*fields.time_zone));
    if (fields.time_zone) customer.time_zone = *fields.time_zone;
    if (fields.organization && *fields.organization)
        CHECK_OK(at_field(store::get_organization(txn, *fields.organization), "/organization"));
    if (fields.organization) customer.organization = *fields.organization;
    return {};
}

Result<std::vector<std::string>> check_domains(std::vector<std::string> const& domains) {
    std::vector<std::string> out;
    for (auto const& written : domains) {
        auto domain = to_lower_ascii(trim(written));
        bool const is_odd = domain.find_first_of(" @/\\<>,;\"\t") != std::string::npos || domain.starts_with('.');
        if (domain.empty() || is_odd || domain.find('.') == std::string::npos || domain.size() > 253)
            return invalid("organization.domain", "A domain looks like example.org.", "/domains");
        if (std::ranges::find(out, domain) == out.end()) out.push_back(std::move(domain));
    }
    return out;
}

Result<void> apply(store::ReadTxn& txn, OrganizationFields const& fields, domain::Organization& organization) {
    if (fields.name) {
        TRY(organization.name, check_name(*fields.name));
    }
    if (fields.domains) {
        TRY(organization.domains, check_domains(*fields.domains));
    }
    if (fields.queue && *fields.queue) CHECK_OK(at_field(store::get_queue(txn, *fields.queue), "/queue"));
    if (fields.queue) organization.queue = *fields.queue;
    if (fields.policy && *fields.policy) CHECK_OK(at_field(store::get_policy(txn, *fields.policy), "/policy"));
    if (fields.policy) organization.policy = *fields.policy;
    if (fields.is_vip) organization.is_vip = *fields.is_vip;
    return {};
}

}  // namespace

}  // namespace lotse::desk
