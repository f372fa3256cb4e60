// SPDX-License-Identifier: Apache-2.0
// Customers and organizations by the beginning of any word of their name or address, or of the digits of a phone number.
// The words are kept by add_/update_customer and _organization in the same transaction.
#pragma once

#include <string_view>
#include <vector>

#include "domain/people.h"
#include "store/db.h"

namespace lotse::store {

Result<void> write_customer_words(WriteTxn& txn, domain::Customer const& customer);
Result<void> write_organization_words(WriteTxn& txn, domain::Organization const& organization);

// All words of `text` must begin some word; at most `limit`, by name. Of a beginning that very many share, some are looked
// at: a longer one finds the rest. Cost: one index range, and the people that are given.
Result<std::vector<domain::Customer>> find_customers(ReadTxn& txn, std::string_view text, int limit);
Result<std::vector<domain::Organization>> find_organizations(ReadTxn& txn, std::string_view text, int limit);

}  // namespace lotse::store
