// SPDX-License-Identifier: Apache-2.0
#include "app/demo/crowded_day.h"

#include <algorithm>

#include "desk/commit_settlement.h"
#include "desk/escalation_chains.h"
#include "desk/escalations.h"
#include "desk/hand_out.h"
#include "desk/roster.h"
#include "desk/run_escalations.h"
#include "domain/zone.h"
#include "store/setup.h"

namespace lotse::app {
namespace {

using std::chrono::minutes;

constexpr minutes kTick{10};
constexpr minutes kCallIn{7 * 60 + 40};  // when the one who is ill calls in
constexpr minutes kOutage{9 * 60 + 40};
constexpr minutes kOutageTold{40};  // so long customers go on writing of it
constexpr minutes kLooksAfter{20};  // from a call to the lead who says "I look after it"
constexpr char kIll[] = "Tomasz Zielak";

domain::Agent const* find(DemoFirm const& firm, std::string_view name) {
    auto const found = std::ranges::find(firm.agents, name, &domain::Agent::name);
    return found == firm.agents.end() ? nullptr : &*found;
}

bool is_workday(std::chrono::local_days date) { return std::chrono::weekday{date}.iso_encoding() < 6; }

}  // namespace

Result<CrowdedDay> CrowdedDay::within(desk::Desk& desk, DemoFirm const& firm, Instant story_begin, Instant story_end) {
    TRY(auto const zone, domain::Zone::find(firm.tenant.time_zone));
    CrowdedDay out(desk, firm);
    out.date_ = std::chrono::floor<std::chrono::days>(zone.to_local(story_end)) - std::chrono::days{1};
    while (!is_workday(out.date_)) out.date_ -= std::chrono::days{1};
    out.begin_ = out.next_ = zone.to_utc(out.date_);
    out.end_ = out.begin_ >= story_begin ? zone.to_utc(out.date_ + std::chrono::days{1}) : out.begin_;
    return out;
}

Instant CrowdedDay::outage_opens(int nth, int count) const {
    return begin_ + kOutage + kOutageTold * nth / std::max(1, count);
}
Instant CrowdedDay::outage_answered(int nth) const { return begin_ + kOutage + minutes{30} + minutes{7} * nth; }
Instant CrowdedDay::outage_solved(int nth) const { return begin_ + minutes{14 * 60 + 10} + minutes{3} * nth; }

std::optional<Instant> CrowdedDay::next_at() const {
    if (next_ >= end_) return std::nullopt;
    return next_;
}

Result<void> CrowdedDay::act() {
    auto const now = next_;
    next_ += kTick;
    if (now == begin_) {
        CHECK_OK(plan_shifts());
        CHECK_OK(write_chain());
    }
    if (now == begin_ + kCallIn) CHECK_OK(fall_ill());
    return run_jobs();
}

// Every second one early, every second one late, so that each team has somebody from seven to seven.
Result<void> CrowdedDay::plan_shifts() {
    auto const planner = acting_as(*firm_, firm_->agents.front().id);
    std::array<domain::ShiftId, 2> shifts;
    for (std::size_t i = 0; i < shifts.size(); ++i) {
        desk::ShiftFields fields;
        fields.name = i == 0 ? "Early" : "Late";
        fields.hours = i == 0 ? std::vector<domain::Interval>{{7 * 60, 15 * 60 + 30}}
                              : std::vector<domain::Interval>{{10 * 60 + 30, 19 * 60}};
        TRY(auto const made, desk::make_shift(*desk_, planner, fields, {}));
        shifts[i] = made.value.id;
    }
    std::vector<desk::RosterChange> days;
    for (std::size_t i = 0; i < firm_->agents.size(); ++i) days.push_back({firm_->agents[i].id, date_, shifts[i % 2]});
    return desk::put_roster(*desk_, planner, days);
}

// Of the team on which the outage falls alone, so that other chains can be written beside it.
Result<void> CrowdedDay::write_chain() {
    auto const planner = acting_as(*firm_, firm_->agents.front().id);
    desk::ChainFields fields;
    fields.name = "Network in trouble";
    fields.is_round_the_clock = true;
    fields.starts = {domain::EscalationStart::warning, domain::EscalationStart::breach};
    domain::EscalationStep const owner{.to = domain::StepTo::owner, .agents = {}, .after_minutes = 0, .by_mail = false};
    domain::EscalationStep const lead{.to = domain::StepTo::lead, .agents = {}, .after_minutes = 15, .by_mail = false};
    fields.steps = {owner, lead};
    TRY(auto const queues,
        desk_->store.read(planner.scope, [](store::ReadTxn& txn) { return store::list_queues(txn); }));
    for (auto const& queue : queues)
        if (queue.address.starts_with("network@")) fields.queues = {queue.id};
    TRY([[maybe_unused]] auto const made, desk::make_chain(*desk_, planner, fields, {}));
    return {};
}

Result<void> CrowdedDay::fall_ill() {
    auto const* ill = find(*firm_, kIll);
    if (ill == nullptr) return {};
    domain::Absence absence;
    absence.agent = ill->id;
    absence.kind = domain::AbsenceKind::sick;
    absence.from = date_;
    absence.until = date_ + std::chrono::days{1};
    TRY([[maybe_unused]] auto const made,
        desk::make_absence(*desk_, acting_as(*firm_, firm_->agents.front().id), absence, {}));
    return {};
}

Result<void> CrowdedDay::run_jobs() {
    auto const scope = domain::ScopeMint::for_tenant(firm_->tenant.id);
    TRY([[maybe_unused]] int const back, desk::hand_back(*desk_, scope));
    TRY([[maybe_unused]] int const settled, desk::settle_all(*desk_, scope));
    TRY([[maybe_unused]] int const out, desk::hand_out(*desk_, scope));
    for (int due = 1; due > 0;) {
        TRY(due, desk::run_escalations(*desk_, scope, 100));
    }
    return look_after_calls();
}

Result<void> CrowdedDay::look_after_calls() {
    auto const reader = acting_as(*firm_, firm_->agents.front().id);
    TRY(auto const running, desk::list_escalations(*desk_, reader, domain::EscalationState::running, {}, 200));
    for (auto const& item : running.items) {
        auto const lead = std::ranges::find(item.told, domain::StepTo::lead, &domain::EscalationTold::to);
        if (lead == item.told.end() || !lead->agent || lead->at + kLooksAfter > desk_->clock.now()) continue;
        TRY([[maybe_unused]] auto const taken,
            desk::acknowledge_escalation(*desk_, acting_as(*firm_, lead->agent), item.escalation.id));
    }
    return {};
}

Result<bool> CrowdedDay::is_at_work(domain::AgentId agent, Instant at) const {
    if (!has(at)) return true;
    auto const scope = domain::ScopeMint::for_tenant(firm_->tenant.id);
    TRY(auto const setup, desk_->store.read(scope, [&](store::ReadTxn& txn) { return desk_->setups.get(txn); }));
    return setup->roster->is_at_work(agent, at);
}

}  // namespace lotse::app
