// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "store/customers.h"
#include "store/people_words.h"
#include "store/rows.h"
#include "store/search_index.h"
#include "store/sql_text.h"

namespace lotse::store {
namespace {

constexpr SqlPiece kColumns = "id, version, name, domains, queue_id, policy_id, is_vip, created_at";

domain::Organization read_organization(Row const& row) {
    domain::Organization out;
    out.id = row.id<domain::OrganizationTag>(0);
    out.version = row.integer(1);
    out.name = row.text(2);
    out.domains = strings_in(array_column(row, 3));
    out.queue = row.id<domain::QueueTag>(4);
    out.policy = row.id<domain::PolicyTag>(5);
    out.is_vip = row.flag(6);
    out.created_at = row.at(7);
    return out;
}

Error missing() { return not_found("organization.missing", "There is no such organization."); }
Error stale() {
    return conflict("organization.stale_version", "Somebody has changed this organization meanwhile; read it again.");
}
Error domain_taken() {
    Error error = conflict("organization.domain_taken", "Another organization has one of these e-mail domains.");
    error.field = "/domains";
    return error;
}

Result<void> claim_domains(WriteTxn& txn, domain::Organization const& organization) {
    for (auto const& domain : organization.domains) {
        domain::OrganizationId owner;
        auto const done = txn.each(
            "INSERT INTO organization_domain (tenant_id, domain, organization_id) VALUES (:tenant, ?1, ?2) "
            "ON CONFLICT (tenant_id, domain) DO UPDATE SET domain = excluded.domain RETURNING organization_id",
            {domain, organization.id}, [&](Row const& row) { owner = row.id<domain::OrganizationTag>(0); });
        if (!done) return done.error();
        if (owner != organization.id) return domain_taken();
    }
    return {};
}

}  // namespace

Result<domain::Organization> add_organization(WriteTxn& txn, domain::Organization organization) {
    TRY(organization.id.value, txn.next_id("organization"));
    organization.version = 1;
    auto const done = txn.run(
        sql<"INSERT INTO organization (tenant_id, ", kColumns, ") VALUES (:tenant, ?1, 1, ?2, ?3, ?4, ?5, ?6, ?7)">,
        {organization.id, organization.name, array_text(organization.domains), organization.queue, organization.policy,
         organization.is_vip, organization.created_at});
    if (!done) return done.error();
    CHECK_OK(claim_domains(txn, organization));
    CHECK_OK(write_organization_words(txn, organization));
    return organization;
}

Result<domain::Organization> get_organization(ReadTxn& txn, domain::OrganizationId id) {
    return get_one(txn, sql<"SELECT ", kColumns, " FROM organization WHERE tenant_id = :tenant AND id = ?1">, {id},
                   read_organization, missing);
}

Result<std::optional<domain::Organization>> find_organization_by_domain(ReadTxn& txn, std::string_view domain) {
    return find_one(txn,
                    sql<"SELECT ", kColumns,
                        " FROM organization WHERE tenant_id = :tenant AND id = (SELECT organization_id "
                        "FROM organization_domain WHERE tenant_id = :tenant AND domain = ?1)">,
                    {domain}, read_organization);
}

Result<domain::Organization> update_organization(WriteTxn& txn, domain::Organization organization) {
    TRY(auto const before, get_organization(txn, organization.id));
    TRY(auto const changed,
        txn.run(
            "UPDATE organization SET version = version + 1, name = ?3, domains = ?4, queue_id = ?5, policy_id = ?6, "
            "is_vip = ?7, created_at = ?8 WHERE tenant_id = :tenant AND id = ?1 AND version = ?2",
            {organization.id, organization.version, organization.name, array_text(organization.domains),
             organization.queue, organization.policy, organization.is_vip, organization.created_at}));
    CHECK_OK(check_updated(changed, get_organization(txn, organization.id), stale));
    TRY([[maybe_unused]] auto const freed,
        txn.run("DELETE FROM organization_domain WHERE tenant_id = :tenant AND organization_id = ?1",
                {organization.id}));
    CHECK_OK(claim_domains(txn, organization));
    CHECK_OK(write_organization_words(txn, organization));
    if (before.name != organization.name) CHECK_OK(mark_organization_for_search(txn, organization.id));
    ++organization.version;
    return organization;
}

Result<Page<domain::Organization>> list_organizations(ReadTxn& txn, std::string_view after, int limit) {
    TRY(auto const cursor, read_id_cursor(after));
    std::size_t const wanted = static_cast<std::size_t>(std::clamp(limit, 1, 500));
    Page<domain::Organization> page;
    TRY(page.items,
        list_all(
            txn,
            sql<"SELECT ", kColumns, " FROM organization WHERE tenant_id = :tenant AND id > ?1 ORDER BY id LIMIT ?2">,
            {cursor, static_cast<std::int64_t>(wanted) + 1}, read_organization));
    if (page.items.size() > wanted) {
        page.items.resize(wanted);
        page.next = std::to_string(page.items.back().id.value);
    }
    return page;
}

}  // namespace lotse::store
