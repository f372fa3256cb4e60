// SPDX-License-Identifier: Apache-2.0
#include "desk/desk_model.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>

#include "desk/past_settings.h"
#include "desk/rosters.h"
#include "desk/weights.h"
#include "domain/zone.h"
#include "insight/pace.h"
#include "insight/past_work.h"
#include "routing/requirement.h"
#include "store/customers.h"
#include "store/work_history.h"

namespace lotse::desk {
namespace {

using domain::Status;
using std::chrono::days;

constexpr std::size_t kMost = 20'000;
constexpr int kPage = 500;
constexpr std::int64_t kMostOpen = 100'000;
constexpr Duration kTest = days{28};  // what the back-test asks about teaches no times
constexpr std::size_t kLeastBooked = 50;
constexpr days kAhead{91};  // what-ifs look 90 days ahead at most

Result<std::vector<store::WorkedTicket>> read_worked(Desk& desk, domain::TenantScope const& scope, Instant since,
                                                     bool& is_cut) {
    std::vector<store::WorkedTicket> out;
    for (auto const status : {Status::fresh, Status::open, Status::waiting, Status::solved, Status::closed}) {
        store::WorkPage page{status, since};
        page.limit = kPage;
        for (std::size_t of_status = 0;;) {
            TRY(auto rows,
                desk.store.read(scope, [&](store::ReadTxn& txn) { return store::list_worked_tickets(txn, page); }));
            bool const is_last = rows.size() < static_cast<std::size_t>(kPage);
            if (!rows.empty()) {
                page.before = rows.back().created_at;
                page.before_id = rows.back().id;
            }
            of_status += rows.size();
            for (auto& one : rows)
                if (!one.is_merged) out.push_back(std::move(one));
            if (is_last) break;
            if (of_status < kMost) continue;
            is_cut = true;
            // Older ones of other states would be there without those of this one.
            std::erase_if(out, [&](auto const& one) { return one.created_at < page.before; });
            break;
        }
    }
    std::ranges::sort(out, {}, [](auto const& one) { return std::pair(one.created_at, one.id); });
    if (out.size() > kMost) {
        is_cut = true;
        out.erase(out.begin(), out.end() - static_cast<std::ptrdiff_t>(kMost));
    }
    return out;
}

Result<std::map<domain::OrganizationId, domain::Organization>> read_organizations(Desk& desk,
                                                                                  domain::TenantScope const& scope) {
    std::map<domain::OrganizationId, domain::Organization> out;
    std::string after;
    for (int page = 0; page < 100; ++page) {
        TRY(auto rows,
            desk.store.read(scope, [&](store::ReadTxn& txn) { return store::list_organizations(txn, after, 200); }));
        for (auto& one : rows.items)
            if (one.policy) out.emplace(one.id, std::move(one));
        if (rows.next.empty()) break;
        after = rows.next;
    }
    return out;
}

// At work by the roster, in its window.
std::vector<insight::Shift> hours_of(domain::Roster const& roster, domain::AgentId agent) {
    std::vector<insight::Shift> out;
    auto begin = roster.next_work(agent, roster.from());
    while (begin && *begin < roster.until()) {
        auto const end = roster.next_change(agent, *begin).value_or(roster.until());
        out.push_back({*begin, end});
        begin = roster.next_work(agent, end);
    }
    return out;
}

// Builds the model ticket by ticket.
class Builder {
  public:
    Builder(Setup const& setup, domain::Roster const& roster,
            std::map<domain::OrganizationId, domain::Organization> const& organizations, Instant from, Instant now)
        : setup_(setup), roster_(roster), organizations_(organizations) {
        auto& model = out_.model;
        model.time_zone = setup.tenant.time_zone;
        model.queues = setup.queues;
        model.categories = setup.categories;
        model.calendars = setup.calendars;
        model.calendars.push_back(domain::always_open(setup.tenant.time_zone));
        model.history_from = from;
        model.now = now;
        for (auto const& calendar : model.calendars) clocks_.emplace_back(calendar, from, now + days{1});
    }

    void add(store::WorkedTicket const& ticket) {
        auto& model = out_.model;
        insight::PastFacts facts;
        facts.opened_at = ticket.created_at;
        facts.kind = kind_of(ticket);
        facts.requester = ticket.customer.value;
        facts.owner = ticket.agent.value;
        facts.first_reply_at = ticket.first_reply_at;
        if (ticket.status >= Status::solved) facts.solved_at = ticket.solved_at;
        for (auto const& act : ticket.acts) {
            facts.acts.push_back({act.at, static_cast<insight::ActKind>(act.kind), act.agent.value});
            if (act.agent) acts_[act.agent.value].push_back(act.at);
        }
        if (ticket.acts.empty() && ticket.agent) {
            if (ticket.first_reply_at) acts_[ticket.agent.value].push_back(*ticket.first_reply_at);
            if (facts.solved_at) acts_[ticket.agent.value].push_back(*facts.solved_at);
        }
        auto const before = visits_.size();
        auto work = insight::past_work(std::move(facts), clocks_[model.kinds[kind_of(ticket)].clock], &visits_);
        if (ticket.booked_minutes > 0 && visits_.size() > before && ticket.created_at < model.now - kTest)
            booked_.push_back(
                {work.kind, static_cast<double>(ticket.booked_minutes) / static_cast<double>(visits_.size() - before)});
        by_machine_ += work.visits.empty() && work.ended_at ? 1 : 0;
        reopened_ += work.was_reopened ? 1 : 0;
        model.past.push_back(std::move(work));
    }

    ReadModel take() {
        auto& model = out_.model;
        learn_times();
        insight::learn_pace(model, model.now - kTest);
        insight::measure_waits(model);
        add_people();
        auto& basis = out_.basis;
        basis.from = model.history_from;
        basis.until = model.now;
        basis.tickets = model.past.size();
        auto const n = static_cast<double>(std::max<std::size_t>(1, basis.tickets));
        basis.by_machine = static_cast<double>(by_machine_) / n;
        basis.reopened = static_cast<double>(reopened_) / n;
        return std::move(out_);
    }

  private:
    std::uint32_t kind_of(store::WorkedTicket const& ticket) {
        auto const organization = organizations_.find(ticket.organization);
        auto const* policy = setup_.policy_for(organization == organizations_.end() ? nullptr : &organization->second);
        std::tuple const key{ticket.queue.value,
                             ticket.category.value,
                             ticket.language,
                             ticket.priority,
                             policy == nullptr ? 0 : policy->id.value,
                             weight_of(setup_, ticket.channel)};
        auto const [found, is_new] = kinds_.try_emplace(key, static_cast<std::uint32_t>(out_.model.kinds.size()));
        if (is_new) out_.model.kinds.push_back(make_kind(ticket, policy));
        return found->second;
    }

    insight::WorkKind make_kind(store::WorkedTicket const& ticket, domain::Policy const* policy) const {
        insight::WorkKind out;
        auto const& model = out_.model;
        auto const* queue = setup_.find_queue(ticket.queue);
        if (queue == nullptr && !setup_.queues.empty()) queue = &setup_.queues.front();
        if (queue != nullptr) {
            out.queue = static_cast<std::size_t>(queue - setup_.queues.data());
            out.requirement = routing::requirement_of(*queue, setup_.find_category(ticket.category), ticket.language,
                                                      ticket.priority);
        }
        out.requirement.priority = ticket.priority;
        out.requirement.weight = weight_of(setup_, ticket.channel);
        out.category = ticket.category;
        out.clock = model.calendars.size() - 1;
        if (policy == nullptr) return out;
        auto const& calendar = setup_.calendar_for(queue, *policy);
        auto const found = std::ranges::find(setup_.calendars, calendar.id, &domain::Calendar::id);
        if (found != setup_.calendars.end()) out.clock = static_cast<std::size_t>(found - setup_.calendars.begin());
        auto const& targets = policy->targets[static_cast<std::size_t>(ticket.priority)];
        if (targets.first_reply_minutes) out.first_reply = std::chrono::minutes{*targets.first_reply_minutes};
        if (targets.solution_minutes) out.solution = std::chrono::minutes{*targets.solution_minutes};
        return out;
    }

    void learn_times() {
        auto& model = out_.model;
        out_.basis.has_booked_time = booked_.size() >= kLeastBooked;
        if (out_.basis.has_booked_time) {
            insight::fit_touches(model, booked_);
            return;
        }
        std::erase_if(visits_, [&](auto const& one) { return one.from >= model.now - kTest; });
        insight::learn_touches(model, std::move(visits_));
    }

    void add_people() {
        auto& model = out_.model;
        auto zone = domain::Zone::find(model.time_zone);
        if (!zone) zone = domain::Zone::find("UTC");
        for (auto const& agent : setup_.agents) {
            bool const owns =
                !agent.is_disabled && agent.role != domain::Role::light_agent && agent.role != domain::Role::auditor;
            if (!owns) continue;
            insight::ModelPerson person;
            person.agent = agent;
            insight::learn_hours(person, acts_[agent.id.value], *zone, model.history_from, model.now);
            if (person.days_there.empty()) ++out_.basis.idle;
            if (roster_.has_hours(agent.id)) plan(person);
            out_.basis.on_roster += person.is_on_roster ? 1 : 0;
            ++out_.basis.people;
            model.people.push_back(std::move(person));
        }
    }

    // Hours that are planned for the days to come, or for some days alone, say nothing of those that were.
    void plan(insight::ModelPerson& person) const {
        auto const& model = out_.model;
        auto shifts = hours_of(roster_, person.agent.id);
        auto const past = std::ranges::count_if(shifts, [&](auto const& one) { return one.from < model.now; });
        if (past == 0 || static_cast<std::size_t>(past) < person.days_there.size() / 2) return;
        person.shifts = std::move(shifts);
        person.is_on_roster = true;
    }

    Setup const& setup_;
    domain::Roster const& roster_;
    std::map<domain::OrganizationId, domain::Organization> const& organizations_;
    ReadModel out_;
    std::vector<insight::OpenClock> clocks_;
    std::map<std::tuple<std::int64_t, std::int64_t, std::string, domain::Priority, std::int64_t, routing::Weight>,
             std::uint32_t>
        kinds_;
    std::unordered_map<std::int64_t, std::vector<Instant>> acts_;
    std::vector<insight::DoneVisit> visits_;
    std::vector<insight::TouchSample> booked_;
    std::size_t by_machine_ = 0;
    std::size_t reopened_ = 0;
};

}  // namespace

Result<ReadModel> read_desk_model(Desk& desk, domain::TenantScope const& scope, int weeks) {
    auto const now = desk.clock.now();
    auto from = now - days{7 * weeks};
    std::shared_ptr<Setup const> setup;
    CHECK_OK(desk.store.read(scope, [&](store::ReadTxn& txn) -> Result<void> {
        TRY(setup, desk.setups.get(txn));
        return {};
    }));
    bool is_cut = false;
    TRY(auto const tickets, read_worked(desk, scope, from, is_cut));
    if (!tickets.empty()) from = std::max(from, tickets.front().created_at);
    TRY(auto const organizations, read_organizations(desk, scope));
    auto const first = std::chrono::floor<days>(from);
    TRY(auto const roster, desk.store.read(scope, [&](store::ReadTxn& txn) {
        return read_roster_of(txn, setup->tenant.time_zone, first, std::chrono::floor<days>(now) + kAhead);
    }));
    Builder builder(*setup, roster, organizations, from, now);
    for (auto const& ticket : tickets) builder.add(ticket);
    auto out = builder.take();
    TRY(out.model.past_queues, queues_as_of(desk, scope, setup->queues, now - kTest / 2));
    out.basis.is_cut = is_cut;
    for (auto const status : {Status::fresh, Status::open, Status::waiting}) {
        TRY(auto const count, desk.store.read(scope, [&](store::ReadTxn& txn) {
            return store::count_open_before(txn, status, from, kMostOpen);
        }));
        out.model.long_open += static_cast<std::size_t>(count);
    }
    return out;
}

}  // namespace lotse::desk
