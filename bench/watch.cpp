// SPDX-License-Identifier: Apache-2.0
// What the watch page costs on a small and on a large desk, filled in one run: half of the open tickets lie in the pool, all
// of them have a target ahead or behind, a tenth have a silent owner. What counts is the ratio.
//
// bench_watch [TICKETS]
#include <chrono>

#include "app/open_desk.h"
#include "base/json.h"
#include "base/log.h"
#include "bench/fill.h"
#include "bench/measure.h"
#include "desk/watch.h"
#include "store/escalations.h"
#include "store/outbox.h"
#include "store/pool.h"
#include "store/tickets.h"

namespace lotse::bench {
namespace {

constexpr int kCalls = 300;
constexpr int kSmall = 10'000;

struct Side {
    ScratchFolder folder;
    std::unique_ptr<app::OpenDesk> opened;
    FilledDesk filled;
    std::int64_t open = 0;
    std::vector<double> cpu;
    std::vector<double> wall;
};

// Its timers, its place in the pool or its silent owner.
Result<void> trouble(store::WriteTxn& txn, domain::Ticket ticket, Instant now, app::Random& random) {
    auto const due = now + std::chrono::minutes{static_cast<int>(random.below(6000)) - 600};
    if (due > now) CHECK_OK(store::set_timers(txn, ticket.id, {{ticket.id, domain::TimerKind::solution_breach, due}}));
    bool const is_changed = random.chance(0.5) || due <= now;
    if (random.chance(0.5)) ticket.agent = {};
    ticket.escalated = due <= now;
    ticket.solution_due_at = due;
    if (is_changed) {
        TRY(ticket, store::update_ticket(txn, std::move(ticket)));
    }
    if (store::may_wait(ticket)) return store::put_in_pool(txn, store::pooled(ticket, {}));
    if (!random.chance(0.2)) return {};
    domain::Escalation one;
    one.ticket = ticket.id;
    one.cause = domain::EscalationCause::silence;
    one.start = domain::EscalationStart::silence;
    one.owner = ticket.agent;
    one.started_at = one.silent_since.emplace(now);
    TRY([[maybe_unused]] auto stored, store::put_escalation(txn, std::move(one)));
    return {};
}

Result<void> make_trouble(Side& side) {
    auto& desk = side.opened->desk();
    auto const scope = domain::ScopeMint::for_tenant(side.filled.tenant);
    app::Random random(3);
    store::TicketQuery query;
    query.statuses = {domain::Status::fresh, domain::Status::open};
    query.limit = 200;
    std::vector<domain::Ticket> all;
    do {
        TRY(auto page, desk.store.read(scope, [&](store::ReadTxn& txn) { return store::list_tickets(txn, query); }));
        all.insert(all.end(), page.items.begin(), page.items.end());
        query.after = page.next;
    } while (!query.after.empty());
    side.open = static_cast<std::int64_t>(all.size());
    for (auto const& ticket : all)
        CHECK_OK(desk.store.write(
            scope, [&](store::WriteTxn& txn) { return trouble(txn, ticket, desk.clock.now(), random); }));
    return {};
}

Result<void> prepare(Side& side, std::int64_t tickets) {
    app::OpenFolder wanted;
    wanted.data_folder = side.folder.path();
    wanted.relaxed = true;
    TRY(side.opened, app::OpenDesk::open(wanted));
    TRY(side.filled, fill(side.opened->desk(), tickets));
    return make_trouble(side);
}

Result<void> look(Side& side) {
    auto const scope = domain::ScopeMint::for_tenant(side.filled.tenant);
    auto const wall = std::chrono::steady_clock::now();
    double const cpu = cpu_micros();
    TRY([[maybe_unused]] auto seen, desk::watch(side.opened->desk(), scope));
    side.cpu.push_back((cpu_micros() - cpu) / 1000);
    side.wall.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - wall).count());
    return {};
}

JsonObject shown(Side const& side) {
    return {{"tickets", side.filled.tickets},
            {"open", side.open},
            {"n", side.cpu.size()},
            {"cpu_p50_ms", rounded(quantile(side.cpu, 0.5))},
            {"cpu_p95_ms", rounded(quantile(side.cpu, 0.95))},
            {"p50_ms", rounded(quantile(side.wall, 0.5))},
            {"p95_ms", rounded(quantile(side.wall, 0.95))}};
}

Result<void> run(int count, char** words) {
    std::int64_t tickets = 100'000;
    if (count > 1) {
        TRY(tickets, tickets_from(words[1]));
    }
    set_log_level(Level::error);
    Side small;
    Side large;
    CHECK_OK(prepare(small, kSmall));
    CHECK_OK(prepare(large, tickets));
    for (int i = 0; i < kCalls; ++i) {
        CHECK_OK(look(small));
        CHECK_OK(look(large));
    }
    JsonObject const out{{"bench", "watch"}, {"sides", JsonArray{shown(small), shown(large)}}};
    fmt::print("{}\n", to_string(out));
    return {};
}

}  // namespace
}  // namespace lotse::bench

int main(int count, char** words) { return lotse::bench::finish(lotse::bench::run(count, words)); }
