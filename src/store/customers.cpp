// SPDX-License-Identifier: Apache-2.0
#include "store/customers.h"

#include <tuple>

#include "base/text.h"
#include "store/customer_row.h"
#include "store/people_words.h"
#include "store/rows.h"
#include "store/search_index.h"
#include "store/sql_text.h"

namespace lotse::store {
namespace {

Error missing() { return not_found("customer.missing", "There is no such customer."); }
Error stale() {
    return conflict("customer.stale_version", "Somebody has changed this customer meanwhile; read it again.");
}

Error taken() {
    Error error = conflict("customer.email_taken", "Another customer has this address.");
    error.field = "/email";
    return error;
}

Value email_key(domain::Customer const& customer) {
    if (customer.email.empty()) return nullptr;
    return short_key(customer.email);
}

}  // namespace

// Without an error of the engine when the address is taken: on PostgreSQL that would end the caller's transaction,
// which may want to go on with the customer that is there.
Result<domain::Customer> add_customer(WriteTxn& txn, domain::Customer customer) {
    TRY(customer.id.value, txn.next_id("customer"));
    customer.version = 1;
    TRY(auto const added,
        txn.run(sql<"INSERT INTO customer (tenant_id, ", kCustomerColumns,
                    ", name_key, email_key) VALUES (:tenant, ?1, 1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, "
                    "?10) ON CONFLICT (tenant_id, email_key) DO NOTHING">,
                {customer.id, customer.name, customer.email, customer.phone, customer.language, customer.time_zone,
                 customer.organization, customer.created_at, name_key(customer.name), email_key(customer)}));
    if (added == 0) return taken();
    CHECK_OK(write_customer_words(txn, customer));
    return customer;
}

Result<domain::Customer> get_customer(ReadTxn& txn, domain::CustomerId id) {
    return get_one(txn, sql<"SELECT ", kCustomerColumns, " FROM customer WHERE tenant_id = :tenant AND id = ?1">, {id},
                   read_customer, missing);
}

Result<std::optional<domain::Customer>> find_customer_by_email(ReadTxn& txn, std::string_view canonical_email) {
    if (canonical_email.empty()) return std::optional<domain::Customer>{};
    return find_one(txn,
                    sql<"SELECT ", kCustomerColumns, " FROM customer WHERE tenant_id = :tenant AND email_key = ?1">,
                    {short_key(canonical_email)}, read_customer);
}

Result<void> lock_customer(WriteTxn& txn, domain::CustomerId id) {
    TRY(auto const found, txn.run("UPDATE customer SET version = version WHERE tenant_id = :tenant AND id = ?1", {id}));
    if (found == 0) return missing();
    return {};
}

Result<domain::Customer> update_customer(WriteTxn& txn, domain::Customer customer) {
    TRY(auto const before, get_customer(txn, customer.id));
    auto const done = txn.run(
        "UPDATE customer SET version = version + 1, name = ?3, email = ?4, phone = ?5, language = ?6, time_zone = ?7, "
        "organization_id = ?8, created_at = ?9, name_key = ?10, email_key = ?11 "
        "WHERE tenant_id = :tenant AND id = ?1 AND version = ?2",
        {customer.id, customer.version, customer.name, customer.email, customer.phone, customer.language,
         customer.time_zone, customer.organization, customer.created_at, name_key(customer.name), email_key(customer)});
    if (!done) return done.error().code == "store.duplicate" ? taken() : done.error();
    CHECK_OK(check_updated(*done, get_customer(txn, customer.id), stale));
    auto const found_by = [](domain::Customer const& c) { return std::tie(c.name, c.email, c.phone); };
    if (found_by(before) != found_by(customer)) {
        CHECK_OK(write_customer_words(txn, customer));
        CHECK_OK(mark_customer_for_search(txn, customer.id));
    }
    ++customer.version;
    return customer;
}

}  // namespace lotse::store
