// SPDX-License-Identifier: Apache-2.0
#include "store/promises.h"

#include "contract/support/samples.h"
#include "store/tickets.h"
#include "support/stores.h"

namespace lotse::testing {
namespace {

using domain::Awaited;
using domain::Promise;
using domain::PromiseState;

class Promises : public OnEachStore {
  protected:
    Promise made(Instant until, PromiseState state, bool is_told = true) {
        return must_have(write([&](store::WriteTxn& txn) -> Result<Promise> {
            TRY(auto const ticket, store::add_ticket(txn, a_ticket()));
            Promise out;
            out.ticket = ticket.id;
            out.what = Awaited::solution;
            out.made_at = minute(0);
            out.told_until = out.until = until;
            out.history = 40;
            out.fitted_at = minute(-5);
            out.is_told = is_told;
            out.state = state;
            if (state != PromiseState::open) out.settled_at = minute(1);
            CHECK_OK(store::put_promise(txn, out));
            return out;
        }));
    }
    std::vector<Promise> list(domain::TicketId ticket) {
        return must_have(read([&](store::ReadTxn& txn) { return store::list_promises(txn, ticket); }));
    }
    store::PromiseCount count(Instant from, Instant until, int limit = 100) {
        return must_have(read(
            [&](store::ReadTxn& txn) { return store::count_promises(txn, Awaited::solution, from, until, limit); }));
    }
    std::int64_t miss(Instant now, int limit = 100) {
        return must_have(write([&](store::WriteTxn& txn) { return store::miss_promises(txn, now, limit); }));
    }
};
LOTSE_ON_EACH_STORE(Promises);

TEST_P(Promises, KeepWhatWasSaidFirst) {
    auto promise = made(minute(10), PromiseState::open);
    EXPECT_EQ(list(promise.ticket), std::vector{promise});
    auto later = promise;
    later.until = minute(20);
    later.told_until = minute(99);
    later.is_told = false;
    later.status = domain::Status::open;
    later.state = PromiseState::kept;
    later.settled_at = minute(8);
    must_have(write([&](store::WriteTxn& txn) { return store::put_promise(txn, later); }));
    later.told_until = minute(10);
    later.is_told = true;
    EXPECT_EQ(list(promise.ticket), std::vector{later});
}

TEST_P(Promises, AreMissedOnceTheirTimeHasPassed) {
    auto const a = made(minute(10), PromiseState::open);
    auto const b = made(minute(11), PromiseState::open);
    auto const kept = made(minute(9), PromiseState::kept);
    auto const later = made(minute(50), PromiseState::open);
    EXPECT_EQ(miss(minute(10)), 0) << "its time is not over at its last moment";
    EXPECT_EQ(miss(minute(20), 1), 1);
    EXPECT_EQ(list(a.ticket)[0].state, PromiseState::missed);
    EXPECT_EQ(list(a.ticket)[0].settled_at, minute(10));
    EXPECT_EQ(list(b.ticket)[0].state, PromiseState::open);
    EXPECT_EQ(miss(minute(20)), 1);
    EXPECT_EQ(miss(minute(20)), 0);
    EXPECT_EQ(list(kept.ticket)[0].state, PromiseState::kept);
    EXPECT_EQ(list(later.ticket)[0].state, PromiseState::open);
}

TEST_P(Promises, AreDroppedWithTheirTicket) {
    auto const open = made(minute(10), PromiseState::open);
    auto const kept = made(minute(10), PromiseState::kept);
    for (auto const& one : {open, kept})
        must_have(write([&](store::WriteTxn& txn) { return store::drop_promises(txn, one.ticket, minute(3)); }));
    EXPECT_EQ(list(open.ticket)[0].state, PromiseState::dropped);
    EXPECT_EQ(list(open.ticket)[0].settled_at, minute(3));
    EXPECT_EQ(list(kept.ticket)[0].state, PromiseState::kept);
}

TEST_P(Promises, CountByTheTimePromised) {
    made(minute(10), PromiseState::kept);
    made(minute(11), PromiseState::missed);
    made(minute(12), PromiseState::open);
    made(minute(13), PromiseState::kept, false);
    made(minute(14), PromiseState::dropped);
    made(minute(90), PromiseState::kept);
    auto const all = count(minute(0), minute(60));
    EXPECT_EQ(all.due, 4);
    EXPECT_EQ(all.kept, 2);
    EXPECT_EQ(all.told_due, 3);
    EXPECT_EQ(all.told_kept, 1);
    EXPECT_EQ(count(minute(11), minute(13)).due, 2) << "from is in, until is not";
    EXPECT_EQ(count(minute(0), minute(60), 2).due, 1) << "the newest two, one of them dropped";
    auto const others = must_have(store().read(other_scope(), [](store::ReadTxn& txn) {
        return store::count_promises(txn, Awaited::solution, minute(0), minute(60), 100);
    }));
    EXPECT_EQ(others.due, 0);
}

}  // namespace
}  // namespace lotse::testing
