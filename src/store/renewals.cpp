// SPDX-License-Identifier: Apache-2.0
#include "store/renewals.h"

#include "store/rows.h"

namespace lotse::store {

Result<void> ask_renewal(WriteTxn& txn, Instant now) {
    auto const done = txn.run(
        "INSERT INTO renewal (tenant_id, asked_at, after_ticket, looked_at, moved) VALUES (:tenant, ?1, '', 0, 0) "
        "ON CONFLICT (tenant_id) DO UPDATE SET asked_at = excluded.asked_at, after_ticket = '', looked_at = 0, "
        "moved = 0",
        {now});
    if (!done) return done.error();
    return {};
}

Result<std::optional<Renewal>> find_renewal(ReadTxn& txn) {
    return find_one<Renewal>(
        txn, "SELECT asked_at, after_ticket, looked_at, moved FROM renewal WHERE tenant_id = :tenant", {},
        [](Row const& row) { return Renewal{row.at(0), std::string(row.text(1)), row.integer(2), row.integer(3)}; });
}

Result<bool> move_renewal(WriteTxn& txn, Renewal const& before, Renewal const& now) {
    TRY(auto const changed, txn.run("UPDATE renewal SET after_ticket = ?3, looked_at = ?4, moved = ?5 "
                                    "WHERE tenant_id = :tenant AND asked_at = ?1 AND after_ticket = ?2",
                                    {before.asked_at, before.after, now.after, now.looked_at, now.moved}));
    return changed == 1;
}

Result<bool> end_renewal(WriteTxn& txn, Renewal const& before) {
    TRY(auto const changed, txn.run("DELETE FROM renewal WHERE tenant_id = :tenant AND asked_at = ?1 AND "
                                    "after_ticket = ?2",
                                    {before.asked_at, before.after}));
    return changed == 1;
}

}  // namespace lotse::store
