// SPDX-License-Identifier: Apache-2.0
#include "insight/simulated_floor.h"

#include <algorithm>

namespace lotse::insight {
namespace {

Duration scaled(Duration time, double factor) {
    return Duration{static_cast<std::int64_t>(static_cast<double>(time.count()) * factor)};
}

}  // namespace

Floor::Floor(Scenario const& scenario) : scenario_(scenario) {
    desks_.resize(scenario.agents.size());
    lived_.tickets.resize(scenario.tickets.size());
    lived_.busy.resize(scenario.agents.size());
    lived_.at_work.resize(scenario.agents.size());
    for (auto const& ticket : scenario.tickets) remaining_.push_back(ticket.touch);
    for (std::size_t i = 0; i < scenario.tickets.size(); ++i)
        events_.push({scenario.tickets[i].opened_at, What::arrive, i, 0});
    for (std::size_t i = 0; i < scenario.agents.size(); ++i)
        for (auto const& shift : scenario.agents[i].shifts) {
            events_.push({shift.from, What::come, i, 0});
            events_.push({shift.to, What::leave, i, 0});
            lived_.at_work[i] += counted(shift.from, shift.to);
        }
}

LivedDays Floor::live(Dispatch& dispatch) {
    while (!events_.empty()) {
        auto const event = events_.top();
        events_.pop();
        now_ = event.at;
        handle(event, dispatch);
    }
    return std::move(lived_);
}

void Floor::handle(Event const& event, Dispatch& dispatch) {
    if (event.what == What::arrive) {
        dispatch.arrived(*this, event.index);
        return;
    }
    auto& desk = desks_[event.index];
    switch (event.what) {
        case What::come:
            desk.is_at_work = true;
            dispatch.came(*this, event.index);
            return;
        case What::leave:
            desk.is_at_work = false;
            desk.left_at = now_;
            dispatch.left(*this, event.index);
            return;
        default: break;
    }
    if (event.turn != desk.turn || !desk.ticket) return;
    auto const ticket = *desk.ticket;
    stop_clock(event.index);
    remaining_[ticket] = {};
    lived_.tickets[ticket].done_at = now_;
    dispatch.finished(*this, event.index, ticket);
}

void Floor::begin(std::size_t agent, std::size_t ticket, double speed) {
    auto& desk = desks_[agent];
    desk.ticket = ticket;
    desk.begun_at = now_;
    desk.speed = speed * scenario_.agents[agent].pace;
    auto& lived = lived_.tickets[ticket];
    if (!lived.begun_at) lived.begun_at = now_;
    lived.agent = agent;
    events_.push({now_ + scaled(remaining_[ticket], 1 / desk.speed), What::finish, agent, ++desk.turn});
}

std::size_t Floor::interrupt(std::size_t agent) {
    auto& desk = desks_[agent];
    auto const ticket = *desk.ticket;
    auto const worked = scaled(now_ - desk.begun_at, desk.speed);
    stop_clock(agent);
    remaining_[ticket] = std::max(Duration{1}, remaining_[ticket] - worked) + scaled(kResume, desk.speed);
    lived_.tickets[ticket].was_interrupted = true;
    return ticket;
}

Duration Floor::counted(Instant from, Instant to) const {
    return std::max(Duration{}, std::min(to, scenario_.counted_until) - from);
}

void Floor::stop_clock(std::size_t agent) {
    auto& desk = desks_[agent];
    lived_.busy[agent] += counted(desk.begun_at, now_);
    if (!desk.is_at_work) lived_.at_work[agent] += counted(std::max(desk.begun_at, desk.left_at), now_);
    desk.ticket.reset();
    ++desk.turn;
}

}  // namespace lotse::insight
