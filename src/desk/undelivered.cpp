// SPDX-License-Identifier: Apache-2.0
#include "desk/undelivered.h"

#include "store/outbox.h"
#include "store/webhooks.h"

namespace lotse::desk {
namespace {

Error not_dead() { return conflict("notice.not_dead", "This mail is not given up (any more); look at its ticket."); }

void ring(Desk& desk, store::WriteTxn& txn) {
    txn.after_commit([&desk, tenant = txn.tenant()] { desk.signals.notice_stored(tenant); });
}

}  // namespace

Result<Undelivered> count_undelivered(Desk& desk, domain::TenantScope const& scope) {
    return desk.store.read(scope, [](store::ReadTxn& txn) -> Result<Undelivered> {
        TRY(auto const outbox, store::outbox_state(txn));
        TRY(auto const letters, store::count_letters(txn));
        TRY(auto const calls, store::count_dead_calls(txn));
        return Undelivered{outbox.dead, letters.dead, calls};
    });
}

Result<std::vector<domain::Notice>> list_undelivered(Desk& desk, domain::TenantScope const& scope,
                                                     domain::NoticeId before, int limit) {
    return desk.store.read(scope, [&](store::ReadTxn& txn) { return store::list_dead_notices(txn, before, limit); });
}

Result<std::vector<store::DeadLetter>> list_lost_letters(Desk& desk, domain::TenantScope const& scope,
                                                         store::LetterId before, int limit) {
    return desk.store.read(scope, [&](store::ReadTxn& txn) { return store::list_dead_letters(txn, before, limit); });
}

Result<void> try_again(Desk& desk, access::Principal const& principal, domain::NoticeId id) {
    return desk.store.write(principal.scope, [&](store::WriteTxn& txn) -> Result<void> {
        TRY(bool const is_done, store::revive_notice(txn, id, desk.clock.now()));
        if (!is_done) return not_dead();
        ring(desk, txn);
        return {};
    });
}

Result<std::int64_t> try_all_again(Desk& desk, access::Principal const& principal) {
    return desk.store.write(principal.scope, [&](store::WriteTxn& txn) -> Result<std::int64_t> {
        TRY(auto const revived, store::revive_notices(txn, desk.clock.now(), kRevivedAtOnce));
        if (revived > 0) ring(desk, txn);
        return revived;
    });
}

Result<void> let_be(Desk& desk, access::Principal const& principal, domain::NoticeId id) {
    return desk.store.write(principal.scope, [&](store::WriteTxn& txn) -> Result<void> {
        TRY(bool const is_done, store::bury_notice(txn, id));
        if (!is_done) return not_dead();
        return {};
    });
}

Result<void> forget_letter(Desk& desk, access::Principal const& principal, store::LetterId id) {
    return desk.store.write(principal.scope, [&](store::WriteTxn& txn) -> Result<void> {
        TRY(bool const is_done, store::remove_dead_letter(txn, id));
        if (!is_done) return not_found("letter.missing", "There is no such letter (any more).");
        return {};
    });
}

}  // namespace lotse::desk
