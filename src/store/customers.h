// SPDX-License-Identifier: Apache-2.0
// Customers and their organizations.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/people.h"
#include "store/db.h"

namespace lotse::store {

template <class T>
struct Page {
    std::vector<T> items;
    std::string next;  // cursor; "" at the end
};

Result<domain::Customer> add_customer(WriteTxn& txn, domain::Customer customer);  // conflict "customer.email_taken"
Result<domain::Customer> get_customer(ReadTxn& txn, domain::CustomerId id);       // not_found "customer.missing"
Result<std::optional<domain::Customer>> find_customer_by_email(ReadTxn& txn, std::string_view canonical_email);
// Nobody else gets past this line for that customer until this transaction ends, so what is counted after it stays true.
// Error: not_found "customer.missing".
Result<void> lock_customer(WriteTxn& txn, domain::CustomerId id);
// Writes all fields if the version holds, as update_ticket does.
Result<domain::Customer> update_customer(WriteTxn& txn, domain::Customer customer);
// By id. Those of a name, an address or a phone number: store/people_words.h.
Result<Page<domain::Customer>> list_customers(ReadTxn& txn, std::string_view after, int limit);

Result<domain::Organization> add_organization(WriteTxn& txn, domain::Organization organization);
Result<domain::Organization> get_organization(ReadTxn& txn, domain::OrganizationId id);
Result<std::optional<domain::Organization>> find_organization_by_domain(ReadTxn& txn, std::string_view domain);
Result<domain::Organization> update_organization(WriteTxn& txn, domain::Organization organization);
Result<Page<domain::Organization>> list_organizations(ReadTxn& txn, std::string_view after, int limit);

}  // namespace lotse::store
