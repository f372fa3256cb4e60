// SPDX-License-Identifier: Apache-2.0
#include "store/tenants.h"

#include "store/rows.h"

namespace lotse::store {
namespace {

std::string document_of(domain::Tenant const& tenant) {
    return to_string(JsonObject{{"name", tenant.name},
                                {"language", tenant.language},
                                {"time_zone", tenant.time_zone},
                                {"mail_from", tenant.mail_from},
                                {"accepts_any_recipient", tenant.accepts_any_recipient},
                                {"is_demo", tenant.is_demo},
                                {"is_unfinished", tenant.is_unfinished},
                                {"created_at", micros(tenant.created_at)}});
}

domain::Tenant read_tenant(Row const& row) {
    JsonObject const document = object_column(row, 2);
    domain::Tenant out;
    out.id = row.id<domain::TenantTag>(0);
    out.slug = row.text(1);
    out.name = text_at(document, "name");
    out.language = text_at(document, "language", out.language);
    out.time_zone = text_at(document, "time_zone", out.time_zone);
    out.mail_from = text_at(document, "mail_from");
    out.accepts_any_recipient = bool_at(document, "accepts_any_recipient", true);
    out.is_demo = bool_at(document, "is_demo");
    out.is_unfinished = bool_at(document, "is_unfinished");
    out.created_at = instant(int_at(document, "created_at"));
    return out;
}

Error missing() { return not_found("tenant.missing", "There is no such desk."); }

Error named(Error error) {
    return renamed(std::move(error), {{"/slug", "/slug", "tenant.slug_taken", "Another desk has this short name."}});
}

}  // namespace

Result<std::vector<domain::Tenant>> list_tenants(Store& store) {
    std::vector<domain::Tenant> tenants;
    CHECK_OK(store.read_tenants([&](Row const& row) { tenants.push_back(read_tenant(row)); }));
    return tenants;
}

Result<domain::Tenant> add_tenant(Store& store, domain::Tenant tenant) {
    auto const id = store.add_tenant(document_of(tenant), tenant.slug);
    if (!id) return named(id.error());
    tenant.id = *id;
    return tenant;
}

Result<domain::Tenant> get_tenant(ReadTxn& txn) {
    return get_one(txn, "SELECT id, slug, document FROM tenant WHERE id = :tenant", {}, read_tenant, missing);
}

Result<void> update_tenant(WriteTxn& txn, domain::Tenant const& tenant) {
    auto const done =
        txn.run("UPDATE tenant SET slug = ?1, document = ?2 WHERE id = :tenant", {tenant.slug, document_of(tenant)});
    if (!done) return named(done.error());
    if (*done == 0) return missing();
    return {};
}

}  // namespace lotse::store
