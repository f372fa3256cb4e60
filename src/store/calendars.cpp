// SPDX-License-Identifier: Apache-2.0
#include "domain/calendar_json.h"
#include "store/rows.h"
#include "store/setup.h"

namespace lotse::store {
namespace {

domain::Calendar read_calendar(Row const& row) {
    auto read = domain::calendar_from(object_column(row, 2));
    must(read.has_value(), "a stored calendar");
    read->id = row.id<domain::CalendarTag>(0);
    read->version = row.integer(1);
    return *std::move(read);
}

Error missing() { return not_found("calendar.missing", "There is no such calendar."); }
Error stale() {
    return conflict("calendar.stale_version", "Somebody has changed this calendar meanwhile; read it again.");
}

// What reading would refuse is refused here, or the desk could not start again.
Result<std::string> document_of(domain::Calendar const& calendar) {
    JsonObject const document = domain::to_json(calendar);
    if (auto const read = domain::calendar_from(document); !read) return read.error();
    return to_string(document);
}

}  // namespace

Result<domain::Calendar> add_calendar(WriteTxn& txn, domain::Calendar calendar) {
    TRY(auto document, document_of(calendar));
    TRY(calendar.id.value, txn.next_id("calendar"));
    calendar.version = 1;
    auto const done = txn.run("INSERT INTO calendar (tenant_id, id, version, document) VALUES (:tenant, ?1, 1, ?2)",
                              {calendar.id, document});
    if (!done) return done.error();
    return calendar;
}

Result<domain::Calendar> get_calendar(ReadTxn& txn, domain::CalendarId id) {
    return get_one(txn, "SELECT id, version, document FROM calendar WHERE tenant_id = :tenant AND id = ?1", {id},
                   read_calendar, missing);
}

Result<domain::Calendar> update_calendar(WriteTxn& txn, domain::Calendar calendar) {
    TRY(auto document, document_of(calendar));
    TRY(auto const changed, txn.run("UPDATE calendar SET version = version + 1, document = ?3 "
                                    "WHERE tenant_id = :tenant AND id = ?1 AND version = ?2",
                                    {calendar.id, calendar.version, document}));
    CHECK_OK(check_updated(changed, get_calendar(txn, calendar.id), stale));
    ++calendar.version;
    return calendar;
}

Result<std::vector<domain::Calendar>> list_calendars(ReadTxn& txn) {
    return list_all(txn, "SELECT id, version, document FROM calendar WHERE tenant_id = :tenant ORDER BY id", {},
                    read_calendar);
}

}  // namespace lotse::store
