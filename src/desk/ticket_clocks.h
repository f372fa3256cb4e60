// SPDX-License-Identifier: Apache-2.0
// By when something of a ticket is due, by whose word, and which targets it has missed.
#pragma once

#include <array>
#include <memory>

#include "desk/desk.h"
#include "domain/breach.h"
#include "domain/ticket.h"

namespace lotse::desk {

// running: has a due time now. paused: waits for the customer, or is solved. idle: nothing is owed at the moment. none:
// there is no target.
enum class ClockState : std::uint8_t { running, paused, idle, none };

struct ClockView {
    ClockState state = ClockState::none;
    std::optional<int> target_minutes;
    std::optional<Instant> due_at;  // running
};

struct TicketClocks {
    domain::Ticket ticket;
    std::array<ClockView, domain::kClockKinds.size()> clocks;  // by ClockKind
    domain::PolicyChoice choice;  // points into setup
    std::string organization;  // its name, where the choice goes by it
    // Whose hours count; null: there is none that could be asked, and every hour counts. Points into setup.
    domain::Calendar const* calendar = nullptr;
    bool is_of_queue = false;  // the calendar is the queue's own
    std::vector<domain::Breach> breaches;
    std::shared_ptr<Setup const> setup;
};

// Four indexed reads; nothing is computed that is not stored. Error: not_found "ticket.missing".
Result<TicketClocks> ticket_clocks(Desk& desk, domain::TenantScope const& scope, domain::TicketId ticket);

}  // namespace lotse::desk

namespace lotse::domain {
template <>
struct EnumNames<desk::ClockState> {
    static constexpr std::array<std::string_view, 4> all{"running", "paused", "idle", "none"};
};
}  // namespace lotse::domain
