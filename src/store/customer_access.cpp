// SPDX-License-Identifier: Apache-2.0
#include "store/customer_access.h"

#include "store/rows.h"

namespace lotse::store {
namespace {

Bytes bytes(std::string_view text) { return Bytes{std::string(text)}; }

Result<void> done(Result<std::int64_t> const& ran) {
    if (!ran) return ran.error();
    return {};
}

Result<std::optional<std::string>> email_of(ReadTxn& txn, std::string_view sql, std::string_view hash, Instant now) {
    std::optional<std::string> email;
    CHECK_OK(done(txn.each(sql, {bytes(hash), now}, [&](Row const& row) { email = std::string(row.text(0)); })));
    return email;
}

}  // namespace

Result<void> add_customer_link(WriteTxn& txn, std::string_view hash, std::string_view email, Instant expires_at) {
    return done(
        txn.run("INSERT INTO customer_link (tenant_id, key_hash, email, expires_at) VALUES (:tenant, ?1, ?2, ?3)",
                {bytes(hash), email, expires_at}));
}

Result<std::optional<std::string>> find_customer_link(ReadTxn& txn, std::string_view hash, Instant now) {
    return email_of(txn,
                    "SELECT email FROM customer_link WHERE tenant_id = :tenant AND key_hash = ?1 AND expires_at > ?2",
                    hash, now);
}

Result<std::optional<std::string>> use_customer_link(WriteTxn& txn, std::string_view hash, Instant now) {
    return email_of(txn,
                    "DELETE FROM customer_link WHERE tenant_id = :tenant AND key_hash = ?1 AND expires_at > ?2 "
                    "RETURNING email",
                    hash, now);
}

Result<void> add_customer_session(WriteTxn& txn, CustomerSession const& session) {
    return done(txn.run(
        "INSERT INTO customer_session (tenant_id, key_hash, customer_id, email, created_at, last_seen_at, expires_at) "
        "VALUES (:tenant, ?1, ?2, ?3, ?4, ?5, ?6)",
        {bytes(session.hash), session.customer, session.email, session.created_at, session.last_seen_at,
         session.expires_at}));
}

Result<std::optional<CustomerSession>> find_customer_session(ReadTxn& txn, std::string_view hash) {
    std::optional<CustomerSession> found;
    CHECK_OK(done(txn.each(
        "SELECT customer_id, email, created_at, last_seen_at, expires_at FROM customer_session "
        "WHERE tenant_id = :tenant AND key_hash = ?1",
        {bytes(hash)}, [&](Row const& row) {
            found = CustomerSession{
                std::string(hash), row.id<domain::CustomerTag>(0), std::string(row.text(1)), row.at(2), row.at(3),
                row.at(4)};
        })));
    return found;
}

Result<void> touch_customer_session(WriteTxn& txn, std::string_view hash, Instant at) {
    return done(txn.run("UPDATE customer_session SET last_seen_at = ?2 WHERE tenant_id = :tenant AND key_hash = ?1",
                        {bytes(hash), at}));
}

Result<void> remove_customer_session(WriteTxn& txn, std::string_view hash) {
    return done(txn.run("DELETE FROM customer_session WHERE tenant_id = :tenant AND key_hash = ?1", {bytes(hash)}));
}

Result<void> forget_customer_access(WriteTxn& txn, Instant now) {
    CHECK_OK(done(txn.run("DELETE FROM customer_link WHERE tenant_id = :tenant AND expires_at <= ?1", {now})));
    return done(txn.run("DELETE FROM customer_session WHERE tenant_id = :tenant AND expires_at <= ?1", {now}));
}

}  // namespace lotse::store
