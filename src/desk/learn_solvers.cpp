// SPDX-License-Identifier: Apache-2.0
#include "desk/learn_solvers.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "base/text.h"
#include "desk/routing_memory.h"
#include "desk/waiting_work.h"
#include "domain/zone.h"
#include "routing/requirement.h"
#include "store/articles.h"
#include "store/events.h"
#include "store/solvers.h"
#include "store/surveys.h"
#include "store/tenants.h"
#include "store/tickets.h"

namespace lotse::desk {
namespace {

constexpr std::string_view kPlace = "solver_position";  // in the live stream: each event is seen once, in order
constexpr int kAtOnce = 200;
constexpr std::int64_t kLookBack = 100'000;
constexpr double kLeastSolved = 5;  // of the whole desk, before anybody is named
constexpr std::chrono::minutes kBookAge{1};

// What is counted of a ticket, and what shall be. Equal: nothing to do.
struct Recount {
    std::optional<domain::Solution> before;
    std::optional<domain::Solution> after;
    domain::CategoryId category;
    double log_minutes = 0;
};

double log_minutes_of(domain::Ticket const& ticket) {
    auto const open = std::chrono::duration<double, std::ratio<60>>(*ticket.solved_at - ticket.created_at).count();
    return std::log2(std::max(1.0, open));
}

std::int64_t part_of_day(Setup const& setup, Instant at) {
    auto const zone = domain::Zone::find(setup.tenant.time_zone);
    auto const local = zone ? zone->to_local(at) : domain::LocalTime{at.time_since_epoch()};
    return std::chrono::floor<std::chrono::hours>(local - std::chrono::floor<std::chrono::days>(local)).count() / 3;
}

// Nobody solved it, or nobody any more.
bool is_counted(domain::Ticket const& ticket) {
    bool const is_done = ticket.status == domain::Status::solved || ticket.status == domain::Status::closed;
    return is_done && ticket.agent && ticket.solved_at && !ticket.merged_into;
}

Result<domain::Solution> solution_of(store::ReadTxn& txn, Setup const& setup, domain::Ticket const& ticket,
                                     std::optional<domain::Solution> const& before) {
    domain::Solution out;
    out.ticket = ticket.id;
    out.agent = ticket.agent;
    out.solved_at = *ticket.solved_at;
    routing::Ending ending;
    // What came back once was not solved well by whoever had solved it, also if they solve it for good later.
    ending.is_reopened = before && before->quality == 0 && before->agent == ticket.agent;
    TRY(auto const survey, store::find_survey(txn, ticket.id));
    if (survey && survey->at >= *ticket.solved_at) ending.survey = survey->score;
    ending.log_minutes = log_minutes_of(ticket);
    TRY(auto const usual, store::read_usual_time(txn, ticket.category));
    if (usual.seen >= routing::kLeastSeen) ending.usual_log_minutes = usual.log_minutes;
    out.quality = static_cast<int>(std::lround(1000 * routing::quality_of(ending)));
    TRY(out.traits, traits_of(txn, setup, ticket));
    return out;
}

Result<std::optional<Recount>> recount_of(store::ReadTxn& txn, Setup const& setup, domain::TicketId id) {
    auto const found = store::get_ticket(txn, id);
    if (!found) return std::optional<Recount>();
    auto const& ticket = *found;
    Recount out;
    TRY(out.before, store::find_solution(txn, id));
    out.category = ticket.category;
    if (is_counted(ticket)) {
        bool const is_same = out.before && out.before->solved_at == *ticket.solved_at;
        TRY(out.after, solution_of(txn, setup, ticket, out.before));
        out.log_minutes = log_minutes_of(ticket);
        // The usual time has moved on since: what customers say counts anew, a second look at the clock does not.
        TRY(auto const survey, store::find_survey(txn, id));
        if (is_same && !survey) out.after->quality = out.before->quality;
    } else if (out.before && !ticket.merged_into) {
        out.after = out.before;  // opened again, whoever has it now
        out.after->quality = 0;
    }
    if (out.before == out.after) return std::optional<Recount>();
    return std::optional(std::move(out));
}

Result<void> count(store::WriteTxn& txn, domain::Solution const& solution, int step) {
    for (auto const& what : solution.traits) {
        TRY(auto const known, store::find_solver(txn, what, solution.agent));
        auto const solved = routing::with(known.value_or(domain::Solved{}), step,
                                          static_cast<double>(solution.quality) / 1000, solution.solved_at);
        CHECK_OK(store::put_solver(txn, what, {solution.agent, solved}));
    }
    return {};
}

Result<void> apply(store::WriteTxn& txn, Recount const& one) {
    if (one.before) CHECK_OK(count(txn, *one.before, -1));
    if (!one.after) return store::remove_solution(txn, one.before->ticket);
    CHECK_OK(count(txn, *one.after, 1));
    CHECK_OK(store::put_solution(txn, *one.after));
    if (one.before) return {};
    TRY(auto const usual, store::read_usual_time(txn, one.category));
    return store::write_usual_time(txn, one.category, routing::with(usual, one.log_minutes));
}

struct Step {
    std::int64_t from = 0;
    std::int64_t to = 0;
    bool is_full = false;
    std::vector<Recount> recounts;
};

Result<std::int64_t> place_in_log(store::ReadTxn& txn) {
    TRY(auto const note, store::read_note(txn, kPlace));
    if (auto const place = to_int(note)) return *place;
    TRY(auto const last, store::last_position(txn));
    return std::max<std::int64_t>(0, last - kLookBack);
}

Result<Step> plan_step(Desk& desk, store::ReadTxn& txn) {
    Step out;
    TRY(out.from, place_in_log(txn));
    TRY(auto const events, store::list_events_after(txn, out.from, kAtOnce));
    out.to = events.empty() ? out.from : events.back().position;
    out.is_full = events.size() == kAtOnce;
    TRY(auto const setup, desk.setups.get(txn));
    // What is solved meanwhile is passed over for good: nobody is counted behind a switch that is off.
    if (!setup->routing.learns) return out;
    std::set<domain::TicketId> seen;
    for (auto const& event : events) {
        using domain::EventKind;
        bool const may_matter = event.kind != EventKind::noted && event.kind != EventKind::customer_wrote &&
                                event.kind != EventKind::notice_failed && event.kind != EventKind::opened;
        if (!may_matter || !seen.insert(event.ticket).second) continue;
        TRY(auto recount, recount_of(txn, *setup, event.ticket));
        if (recount) out.recounts.push_back(*std::move(recount));
    }
    return out;
}

}  // namespace

Result<std::vector<domain::TraitValue>> traits_of(store::ReadTxn& txn, Setup const& setup,
                                                  domain::Ticket const& ticket) {
    using domain::Trait;
    std::vector<domain::TraitValue> out{{Trait::any, 0},
                                        {Trait::queue, ticket.queue.value},
                                        {Trait::customer, ticket.customer.value},
                                        {Trait::part_of_day, part_of_day(setup, ticket.created_at)}};
    if (ticket.category) {
        out.emplace_back(Trait::category, ticket.category.value);
        out.emplace_back(Trait::category_in_queue, domain::paired(ticket.category.value, ticket.queue.value));
    }
    if (ticket.organization) out.emplace_back(Trait::organization, ticket.organization.value);
    TRY(auto const articles, store::list_articles(txn, ticket.id, {}, 1));
    bool const by_agent = !articles.empty() && articles[0].agent;
    out.emplace_back(Trait::opener, by_agent ? articles[0].agent.value : -1 - static_cast<int>(ticket.channel));
    return out;
}

Result<std::vector<routing::Likely>> usual_solvers(store::ReadTxn& txn, Setup const& setup,
                                                   domain::Ticket const& ticket, Instant now, std::size_t most) {
    std::vector<routing::Likely> out;
    if (!setup.routing.learns) return out;
    TRY(auto all, store::list_solvers(txn, {domain::Trait::any, 0}));
    double solved = 0;
    for (auto const& one : all) solved += routing::as_of(one.solved, now).n;
    if (solved < kLeastSolved) return out;
    // Who left, or never works for this queue, is not asked; what they solved still tells how usual the others are.
    TRY(auto const traits, traits_of(txn, setup, ticket));
    std::vector<routing::Evidence> evidence;
    for (auto const& what : traits) {
        if (what.first == domain::Trait::any) continue;
        TRY(auto solvers, store::list_solvers(txn, what));
        evidence.push_back({what.first, std::move(solvers)});
    }
    for (auto const& one : routing::likely_solvers(all, evidence, now, all.size())) {
        auto const* agent = setup.find_agent(one.agent);
        bool const may_own = agent != nullptr && routing::works_for(*agent, ticket.queue) &&
                             !setup.routing.is_blocked(one.agent, ticket.customer, ticket.organization);
        if (may_own) out.push_back(one);
        if (out.size() == most) break;
    }
    return out;
}

Result<bool> learn_solvers(Desk& desk, domain::TenantScope const& scope) {
    TRY(auto const step, desk.store.read(scope, [&](store::ReadTxn& txn) { return plan_step(desk, txn); }));
    if (step.to == step.from) return false;
    return desk.store.write(scope, [&](store::WriteTxn& txn) -> Result<bool> {
        TRY(auto const place, place_in_log(txn));
        if (place != step.from) return true;  // another node was here
        for (auto const& recount : step.recounts) CHECK_OK(apply(txn, recount));
        CHECK_OK(store::write_note(txn, kPlace, std::to_string(step.to)));
        return step.is_full;
    });
}

Result<void> refresh_solvers(Desk& desk, domain::TenantScope const& scope) {
    return desk.store.read(scope, [&](store::ReadTxn& txn) -> Result<void> {
        TRY(auto book, SolverBook::read(txn));
        desk.routing->put_solvers(scope.tenant(), std::make_shared<SolverBook const>(std::move(book)),
                                  desk.clock.now());
        return {};
    });
}

Result<bool> learn_solvers_all(Desk& desk) {
    bool has_more = false;
    TRY(auto const tenants, tended_desks(desk));
    for (auto const& tenant : tenants) {
        auto const scope = domain::ScopeMint::for_tenant(tenant.id);
        TRY(bool const more, learn_solvers(desk, scope));
        has_more = has_more || more;
        auto const read_at = desk.routing->solvers_read_at(tenant.id);
        if (!read_at || desk.clock.now() - *read_at >= kBookAge) CHECK_OK(refresh_solvers(desk, scope));
    }
    return has_more;
}

}  // namespace lotse::desk
