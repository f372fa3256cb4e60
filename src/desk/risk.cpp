// SPDX-License-Identifier: Apache-2.0
#include "desk/risk.h"

#include <algorithm>
#include <chrono>
#include <unordered_map>

#include "base/text.h"
#include "domain/zone.h"
#include "store/risk_history.h"
#include "store/tenants.h"
#include "store/tickets.h"
#include "triage/risk.h"

namespace lotse::desk {
namespace {

constexpr int kHistory = 10'000;
constexpr int kEarlier = 8;

// Part of the day and day of the week on the desk's clock.
std::pair<std::string, std::string> when(Setup const& setup, Instant at) {
    auto const zone = domain::Zone::find(setup.tenant.time_zone);
    auto const local = zone ? zone->to_local(at) : domain::LocalTime{at.time_since_epoch()};
    auto const day = std::chrono::floor<std::chrono::days>(local);
    auto const hour = std::chrono::duration_cast<std::chrono::hours>(local - day).count();
    auto const weekday = (day.time_since_epoch().count() % 7 + 7 + 3) % 7;  // 1970-01-01 was a Thursday; 0 = Monday
    return {std::to_string(hour / 3), std::to_string(weekday)};
}

// What is known of a ticket once it has been placed. `load`: open tickets in its queue; `earlier`: of its customer.
triage::RiskFacts facts_of(domain::Ticket const& ticket, Setup const& setup, std::int64_t load, std::int64_t earlier) {
    auto const id = [](auto const& one) { return one ? std::to_string(one.value) : std::string(); };
    auto const [part, weekday] = when(setup, ticket.created_at);
    return {{"priority", std::string(domain::name_of(ticket.priority))},
            {"queue", id(ticket.queue)},
            {"category", id(ticket.category)},
            {"type", ticket.has_type ? std::string(domain::name_of(ticket.type)) : std::string()},
            {"channel", std::string(domain::name_of(ticket.channel))},
            {"organization", id(ticket.organization)},
            {"language", ticket.language},
            {"sentiment", std::string(domain::name_of(ticket.sentiment))},
            {"part", part},
            {"weekday", weekday},
            {"load", triage::step_of(load)},
            {"earlier", triage::step_of(std::min<std::int64_t>(earlier, kEarlier))}};
}

// How many others of the same queue stood open when each was opened. Both lists of a queue are walked once.
std::vector<std::int64_t> loads_of(std::vector<store::PastTicket> const& past) {
    std::unordered_map<std::int64_t, std::vector<Instant>> ends;
    std::unordered_map<std::int64_t, std::vector<Instant>> starts;
    for (auto const& one : past) {
        starts[one.ticket.queue.value].push_back(one.ticket.created_at);
        ends[one.ticket.queue.value].push_back(
            one.ticket.solved_at.value_or(one.ticket.closed_at.value_or(one.ticket.created_at)));
    }
    for (auto& [queue, list] : starts) std::ranges::sort(list);
    for (auto& [queue, list] : ends) std::ranges::sort(list);
    std::vector<std::int64_t> out;
    for (auto const& one : past) {
        auto const before = [&](std::vector<Instant> const& list) {
            return std::ranges::lower_bound(list, one.ticket.created_at) - list.begin();
        };
        auto const queue = one.ticket.queue.value;
        out.push_back(std::max<std::int64_t>(0, before(starts[queue]) - before(ends[queue])));
    }
    return out;
}

std::vector<triage::RiskExample> examples_of(std::vector<store::PastTicket> const& past, Setup const& setup) {
    auto const loads = loads_of(past);
    std::unordered_map<std::int64_t, std::int64_t> earlier;
    std::vector<triage::RiskExample> out;
    for (std::size_t i = 0; i < past.size(); ++i) {
        auto const& ticket = past[i].ticket;
        out.push_back({facts_of(ticket, setup, loads[i], earlier[ticket.customer.value]++),
                       {past[i].missed_solution, past[i].was_reopened, past[i].was_reassigned}});
    }
    return out;
}

Result<std::int64_t> load_of(store::ReadTxn& txn, domain::QueueId queue) {
    std::int64_t out = 0;
    TRY(auto const counts, store::count_by_queue(txn));
    for (auto const& one : counts)
        if (one.queue == queue && one.status <= domain::Status::waiting) out += one.count;
    return out;
}

}  // namespace

Result<std::vector<domain::RiskFigure>> judge_risks(Desk& desk, store::ReadTxn& txn, domain::Ticket const& ticket,
                                                    Setup const& setup) {
    std::vector<domain::RiskFigure> out;
    if (ticket.status > domain::Status::waiting) return out;
    auto const model = desk.models.risks(txn);
    TRY(auto const load, load_of(txn, ticket.queue));
    TRY(auto const earlier, store::count_earlier(txn, ticket, kEarlier));
    // The ticket itself is among the open ones of its queue.
    auto const facts = facts_of(ticket, setup, std::max<std::int64_t>(0, load - 1), earlier);
    bool const can_breach = ticket.solution_due_at && *ticket.solution_due_at > desk.clock.now();
    if (can_breach) out.push_back(model->judge(domain::Risk::breach, facts));
    out.push_back(model->judge(domain::Risk::reopen, facts));
    out.push_back(model->judge(domain::Risk::reassign, facts));
    return out;
}

Result<void> learn_risks(Desk& desk, domain::TenantScope const& scope) {
    std::shared_ptr<Setup const> setup;
    TRY(auto const past, desk.store.read(scope, [&](store::ReadTxn& txn) -> Result<std::vector<store::PastTicket>> {
        TRY(setup, desk.setups.get(txn));
        return store::list_past_tickets(txn, kHistory);
    }));
    auto model = std::make_shared<triage::RiskModel const>(triage::RiskModel::fit(examples_of(past, *setup)));
    CHECK_OK(desk.store.write(scope,
                              [&](store::WriteTxn& txn) { return store::write_note(txn, kRiskNote, model->save()); }));
    desk.models.put_risks(scope.tenant(), std::move(model));
    return {};
}

}  // namespace lotse::desk
