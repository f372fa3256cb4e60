// SPDX-License-Identifier: Apache-2.0
#include "desk/bootstrap.h"

#include "desk/desk_secrets.h"
#include "store/setup.h"
#include "store/tenants.h"
#include "triage/taxonomy.h"

namespace lotse::desk {
namespace {

domain::Calendar office_hours(std::string const& time_zone) {
    domain::Calendar out;
    out.name = "Office hours";
    out.time_zone = time_zone;
    for (std::size_t day = 0; day < 5; ++day) out.week[day] = {{9 * 60, 17 * 60}};
    return out;
}

// Minutes of business time by priority: low, normal, high, urgent.
domain::Policy standard_policy(domain::CalendarId calendar) {
    domain::Policy out;
    out.name = "Standard";
    out.calendar = calendar;
    out.is_default = true;
    out.targets = {{{16 * 60, 80 * 60}, {8 * 60, 40 * 60}, {4 * 60, 16 * 60}, {60, 8 * 60}}};
    return out;
}

Result<void> add_defaults(store::WriteTxn& txn, NewDesk const& wanted) {
    TRY(auto calendar, store::add_calendar(txn, office_hours(wanted.time_zone)));
    TRY([[maybe_unused]] auto policy, store::add_policy(txn, standard_policy(calendar.id)));
    domain::Queue queue;
    queue.name = wanted.language == "de" ? "Eingang" : wanted.language == "pl" ? "Zgłoszenia" : "Service desk";
    TRY(auto stored, store::add_queue(txn, std::move(queue)));
    for (auto& category : triage::default_taxonomy(wanted.language)) {
        category.queue = stored.id;
        TRY([[maybe_unused]] auto added, store::add_category(txn, std::move(category)));
    }
    return {};
}

}  // namespace

Result<domain::Tenant> make_desk(Desk& desk, NewDesk const& wanted) {
    domain::Tenant tenant;
    tenant.name = wanted.name;
    tenant.slug = wanted.slug;
    tenant.language = wanted.language;
    tenant.time_zone = wanted.time_zone;
    tenant.mail_from = wanted.mail_from;
    tenant.is_demo = tenant.is_unfinished = wanted.is_demo;
    tenant.created_at = desk.clock.now();
    TRY(tenant, store::add_tenant(desk.store, std::move(tenant)));
    auto const scope = domain::ScopeMint::for_tenant(tenant.id);
    CHECK_OK(desk.store.write(scope, [&](store::WriteTxn& txn) -> Result<void> {
        CHECK_OK(make_secrets(desk, txn));
        domain::DeskSettings settings;
        if (!wanted.is_demo) settings.second_factor = wanted.second_factor;
        CHECK_OK(store::write_settings(txn, settings));
        if (wanted.with_defaults) CHECK_OK(add_defaults(txn, wanted));
        return {};
    }));
    return tenant;
}

Result<std::vector<domain::Tenant>> open_desks(Desk& desk) {
    TRY(auto tenants, store::list_tenants(desk.store));
    if (tenants.empty()) {
        TRY(auto first, make_desk(desk, {}));
        tenants.push_back(std::move(first));
    }
    // A crash between the tenant and its secrets is mended here: making them twice keeps the first.
    for (auto const& tenant : tenants) {
        auto const scope = domain::ScopeMint::for_tenant(tenant.id);
        CHECK_OK(desk.store.write(scope, [&](store::WriteTxn& txn) -> Result<void> {
            CHECK_OK(make_secrets(desk, txn));
            TRY(auto queues, store::list_queues(txn));
            if (queues.empty() && !tenant.is_demo) {
                NewDesk wanted;
                wanted.language = tenant.language;
                wanted.time_zone = tenant.time_zone;
                domain::DeskSettings settings;
                settings.second_factor = wanted.second_factor;
                CHECK_OK(store::write_settings(txn, settings));
                CHECK_OK(add_defaults(txn, wanted));
            }
            return {};
        }));
    }
    return tenants;
}

}  // namespace lotse::desk
