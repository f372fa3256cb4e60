// SPDX-License-Identifier: Apache-2.0
// The list of customers. Those of a name or an address are found by their words: people_words.h.
#include <algorithm>

#include "base/text.h"
#include "store/customer_row.h"
#include "store/customers.h"
#include "store/rows.h"

namespace lotse::store {
domain::Customer read_customer(Row const& row) {
    domain::Customer out;
    out.id = row.id<domain::CustomerTag>(0);
    out.version = row.integer(1);
    out.name = row.text(2);
    out.email = row.text(3);
    out.phone = row.text(4);
    out.language = row.text(5);
    out.time_zone = row.text(6);
    out.organization = row.id<domain::OrganizationTag>(7);
    out.created_at = row.at(8);
    return out;
}

Bytes name_key(std::string_view name) { return {std::string(cut_utf8(to_lower_utf8(cut_utf8(name, 256)), 64))}; }

Result<Page<domain::Customer>> list_customers(ReadTxn& txn, std::string_view after, int limit) {
    TRY(auto const cursor, read_id_cursor(after));
    auto const wanted = std::clamp(limit, 1, 500);
    TRY(auto found, list_all(txn,
                             sql<"SELECT ", kCustomerColumns,
                                 " FROM customer WHERE tenant_id = :tenant AND id > ?1 ORDER BY id LIMIT ?2">,
                             {cursor, wanted + 1}, read_customer));
    Page<domain::Customer> page;
    bool const is_more = std::ssize(found) > wanted;
    if (is_more) found.pop_back();
    if (is_more) page.next = std::to_string(found.back().id.value);
    page.items = std::move(found);
    return page;
}

}  // namespace lotse::store
