// SPDX-License-Identifier: Apache-2.0
#include "desk/promises.h"

#include <algorithm>

#include "base/log.h"
#include "store/promises.h"
#include "store/risk_history.h"

namespace lotse::desk {
namespace {

using domain::Awaited;

constexpr int kHistory = 10'000;
constexpr int kAtOnce = 500;
constexpr int kMostCounted = 2'000;

// Tickets of every state, so that what is still open counts as such; from the time on from which all of them are there.
Result<std::vector<domain::Ticket>> read_history(store::ReadTxn& txn) {
    std::vector<domain::Ticket> out;
    Instant from{};
    for (auto const status : {domain::Status::fresh, domain::Status::open, domain::Status::waiting,
                              domain::Status::solved, domain::Status::closed}) {
        TRY(auto past, store::list_past_tickets(txn, kHistory, status));
        if (past.size() == kHistory) from = std::max(from, past.front().ticket.created_at);
        for (auto& one : past)
            if (!one.ticket.merged_into) out.push_back(std::move(one.ticket));
    }
    std::erase_if(out, [&](auto const& ticket) { return ticket.created_at < from; });
    return out;
}

std::vector<insight::WaitCase> cases_of(std::vector<domain::Ticket> const& history, Setup const& setup, Awaited what) {
    std::vector<insight::WaitCase> out;
    for (auto const& ticket : history) {
        insight::WaitCase one;
        one.facts = wait_facts(ticket, setup, 0);
        one.opened_at = ticket.created_at;
        one.done_at = came_at(ticket, Awaited::solution);
        one.calendar = &promise_calendar(setup, ticket.queue);
        out.push_back(std::move(one));
    }
    // A queue is as full as it has tickets that are not solved, whatever is asked about.
    auto const loads = insight::open_before(out, kPlaceField);
    for (std::size_t i = 0; i < out.size(); ++i) {
        out[i].facts.load = loads[i];
        out[i].done_at = came_at(history[i], what);
    }
    return out;
}

}  // namespace

Result<void> learn_promises(Desk& desk, domain::TenantScope const& scope) {
    std::shared_ptr<Setup const> setup;
    TRY(auto const history, desk.store.read(scope, [&](store::ReadTxn& txn) -> Result<std::vector<domain::Ticket>> {
        TRY(setup, desk.setups.get(txn));
        return read_history(txn);
    }));
    for (auto const what : {Awaited::first_reply, Awaited::solution}) {
        auto const model = insight::WaitModel::fit(cases_of(history, *setup, what), kPromiseFields, desk.clock.now());
        CHECK_OK(desk.store.write(scope, [&](store::WriteTxn& txn) { return write_model(txn, what, model); }));
    }
    desk.models.drop_promises(scope.tenant());
    return {};
}

Result<void> judge_promises(Desk& desk, domain::TenantScope const& scope) {
    auto const now = desk.clock.now();
    for (std::int64_t done = kAtOnce; done == kAtOnce;) {
        TRY(done,
            desk.store.write(scope, [&](store::WriteTxn& txn) { return store::miss_promises(txn, now, kAtOnce); }));
    }
    CHECK_OK(desk.store.write(scope, [&](store::WriteTxn& txn) -> Result<void> {
        PromiseBook book = *read_promise_book(txn);
        for (auto const what : {Awaited::first_reply, Awaited::solution}) {
            auto& standing = book.standings[static_cast<std::size_t>(what)];
            bool const before = standing.may_tell;
            TRY(auto const count,
                store::count_promises(txn, what, now - std::chrono::days{kStandingDays}, now, kMostCounted));
            standing.due = count.due;
            standing.kept = count.kept;
            standing.told_due = count.told_due;
            standing.told_kept = count.told_kept;
            standing = judge_standing(standing, now);
            if (standing.may_tell == before) continue;
            log(Level::warn, standing.may_tell ? "promises are told again" : "promises are withdrawn",
                {{"tenant", txn.tenant().value},
                 {"what", domain::name_of(what)},
                 {"kept", standing.kept},
                 {"due", standing.due}});
        }
        return write_standings(txn, book);
    }));
    desk.models.drop_promises(scope.tenant());
    return {};
}

Result<std::shared_ptr<PromiseBook const>> promise_book(Desk& desk, domain::TenantScope const& scope) {
    return desk.store.read(scope, [&](store::ReadTxn& txn) -> Result<std::shared_ptr<PromiseBook const>> {
        return desk.models.promises(txn);
    });
}

}  // namespace lotse::desk
