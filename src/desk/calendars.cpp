// SPDX-License-Identifier: Apache-2.0
#include "desk/calendars.h"

#include "desk/renew_deadlines.h"
#include "store/calendar_feeds.h"
#include "store/setup.h"

namespace lotse::desk {

Result<std::vector<domain::Calendar>> list_calendars(Desk& desk, domain::TenantScope const& scope) {
    return desk.store.read(scope, [](store::ReadTxn& txn) { return store::list_calendars(txn); });
}

Result<domain::Calendar> get_calendar(Desk& desk, domain::TenantScope const& scope, domain::CalendarId id) {
    return desk.store.read(scope, [&](store::ReadTxn& txn) { return store::get_calendar(txn, id); });
}

Result<domain::Calendar> served_calendar(Desk& desk, domain::TenantScope const& scope, domain::CalendarId id) {
    return desk.store.read(scope, [&](store::ReadTxn& txn) -> Result<domain::Calendar> {
        TRY(auto calendar, store::get_calendar(txn, id));
        std::vector<domain::Calendar> served{std::move(calendar)};
        CHECK_OK(store::add_feed_holidays(txn, served));
        return std::move(served.front());
    });
}

Result<Made<domain::Calendar>> make_calendar(Desk& desk, access::Principal const& principal,
                                             domain::Calendar const& calendar, CallKey const& key) {
    return make_once<domain::Calendar>(desk, principal, key, store::get_calendar, [&](store::WriteTxn& txn) {
        announce_setup(desk, txn);
        return store::add_calendar(txn, calendar);
    });
}

Result<domain::Calendar> replace_calendar(Desk& desk, access::Principal const& principal, std::int64_t expected_version,
                                          domain::Calendar const& calendar) {
    return desk.store.write(principal.scope, [&](store::WriteTxn& txn) -> Result<domain::Calendar> {
        TRY(auto stored, store::get_calendar(txn, calendar.id));
        auto wanted = calendar;
        wanted.version = expected_version != 0 ? expected_version : stored.version;
        announce_setup(desk, txn);
        CHECK_OK(ask_renewal(desk, txn));
        return store::update_calendar(txn, std::move(wanted));
    });
}

}  // namespace lotse::desk
