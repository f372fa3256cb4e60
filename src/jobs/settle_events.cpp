// SPDX-License-Identifier: Apache-2.0
#include "jobs/settle_events.h"

#include <chrono>
#include <map>
#include <set>

#include "base/log.h"
#include "base/mutex.h"
#include "desk/commit_settlement.h"
#include "desk/decide_labels.h"
#include "desk/gather.h"
#include "desk/park_event.h"
#include "desk/settle.h"
#include "desk/waiting_work.h"

namespace lotse::jobs {
namespace {

constexpr std::size_t kSideBySide = 32;
constexpr int kBatch = 256;
constexpr int kTries = 5;
constexpr int kCommitTries = 3;
// Jobs on the `cpu` lane, some 0.1 s each at most: beyond them messages are not read for their meaning, so that a flood of
// mail is settled as quickly as without a language model.
constexpr std::size_t kMostWaiting = 16;
constexpr std::chrono::milliseconds kPoll{1000};  // another process may have stored an event

using Work = desk::UnsettledEvent;

// Shared by the loop and its tasks; touched under the lock only.
struct Board {
    std::set<std::pair<std::int64_t, std::int64_t>> busy;  // (tenant, ticket)
    std::map<std::pair<std::int64_t, std::int64_t>, int> failures;  // (tenant, event) -> tries
    std::map<std::pair<std::int64_t, std::int64_t>, std::chrono::steady_clock::time_point> not_before;
};
using SharedBoard = std::shared_ptr<Mutex<Board>>;

// The first events of tickets that nobody works on, as many as there is room for.
std::vector<Work> take(SharedBoard const& board, std::vector<Work> const& backlog) {
    return board->with([&](Board& state) {
        std::vector<Work> out;
        auto const now = std::chrono::steady_clock::now();
        std::set<std::pair<std::int64_t, std::int64_t>> passed;  // a ticket whose first event waits holds its others
        for (auto const& work : backlog) {
            if (state.busy.size() >= kSideBySide) break;
            std::pair const ticket{work.tenant.value, work.ticket.value};
            if (state.busy.contains(ticket) || passed.contains(ticket)) continue;
            auto const waits = state.not_before.find({work.tenant.value, work.event.value});
            if (waits != state.not_before.end() && now < waits->second) {
                passed.insert(ticket);
                continue;
            }
            state.busy.insert(ticket);
            out.push_back(work);
        }
        return out;
    });
}

Result<desk::Facts> gather_one(desk::Desk& desk, Work work) {
    auto const scope = domain::ScopeMint::for_tenant(work.tenant);
    return desk.store.read(scope, [&](store::ReadTxn& txn) { return desk::gather(desk, txn, work.event); });
}

asio::awaitable<Result<void>> settle_one(JobParts const& parts, Work work) {
    auto& desk = parts.desk;
    for (int attempt = 1;; ++attempt) {
        auto facts = co_await parts.lanes.work([&desk, work] { return gather_one(desk, work); });
        if (!facts) co_return facts.error();
        if (!facts->event.needs_settling) co_return Result<void>{};
        auto const event = facts->event;
        bool const is_busy = parts.lanes.cpu_counters().waiting > kMostWaiting;
        auto settlement =
            co_await parts.lanes.cpu([&desk, is_busy, shared = std::make_shared<desk::Facts>(*std::move(facts))] {
                desk::read_meaning(desk.meanings, *shared, is_busy);
                return desk::settle(*shared);
            });
        if (!settlement) co_return settlement.error();
        auto done = co_await parts.lanes.work(
            [&desk, work, event, shared = std::make_shared<desk::Settlement const>(*std::move(settlement))] {
                return desk::commit_settlement(desk, domain::ScopeMint::for_tenant(work.tenant), event, *shared);
            });
        if (done || done.error().kind != Kind::conflict || attempt == kCommitTries) co_return done;
    }
}

asio::awaitable<void> give_up(JobParts const& parts, Work work, Error why) {
    auto& desk = parts.desk;
    auto parked = co_await parts.lanes.work([&desk, work, why] {
        return desk::park_event(desk, domain::ScopeMint::for_tenant(work.tenant), work.event, why);
    });
    if (!parked) log_error("an event could not be set aside", parked.error(), {{"event", work.event.value}});
}

asio::awaitable<void> run_task(JobParts parts, SharedBoard board, Work work, std::shared_ptr<Wake> wake) {
    auto const done = co_await settle_one(parts, work);
    std::pair const key{work.tenant.value, work.event.value};
    int failures = 0;
    if (done) {
        parts.counters.settled.fetch_add(1);
        board->with([&](Board& state) {
            state.failures.erase(key);
            state.not_before.erase(key);
        });
    } else if (done.error().code != "lanes.stopped") {
        parts.counters.settle_failed.fetch_add(1);
        log_error("an event was not settled", done.error(),
                  {{"event", work.event.value}, {"tenant", work.tenant.value}});
        failures = board->with([&](Board& state) {
            int const count = ++state.failures[key];
            state.not_before[key] = std::chrono::steady_clock::now() + std::chrono::seconds{1 << count};
            return count;
        });
        // A store that is away is no fault of the event.
        bool const is_ours = answer_for(done.error().kind).retry;
        if (failures >= kTries && !is_ours) co_await give_up(parts, work, done.error());
    }
    board->with([&](Board& state) { state.busy.erase({work.tenant.value, work.ticket.value}); });
    wake->ring();
}

}  // namespace

asio::awaitable<void> settle_events(JobParts parts, std::shared_ptr<Wake> wake) {
    auto const board = std::make_shared<Mutex<Board>>();
    for (;;) {
        auto& desk = parts.desk;
        auto backlog = co_await parts.lanes.work([&desk] { return desk::unsettled_events(desk, kBatch); });
        if (!backlog) {
            log_error("the backlog could not be read", backlog.error());
        } else {
            for (auto const& work : take(board, *backlog))
                parts.runtime.spawn("settle", parts.runtime.make_strand(), run_task(parts, board, work, wake));
        }
        co_await wake->wait(kPoll);
    }
}

}  // namespace lotse::jobs
