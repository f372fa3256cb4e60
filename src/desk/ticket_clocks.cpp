// SPDX-License-Identifier: Apache-2.0
#include "desk/ticket_clocks.h"

#include <algorithm>

#include "domain/ticket_due.h"
#include "store/breaches.h"
#include "store/customers.h"
#include "store/tickets.h"

namespace lotse::desk {
namespace {

using domain::ClockKind;
using domain::Status;

std::optional<int> target_of(TicketClocks const& view, ClockKind clock) {
    if (clock == ClockKind::handover) {
        auto const* queue = view.setup->find_queue(view.ticket.queue);
        return queue != nullptr && queue->handover_minutes > 0 ? std::optional(queue->handover_minutes) : std::nullopt;
    }
    if (view.choice.policy == nullptr) return std::nullopt;
    auto const& targets = view.choice.policy->targets[static_cast<std::size_t>(view.ticket.priority)];
    if (clock == ClockKind::first_reply) return targets.first_reply_minutes;
    if (clock == ClockKind::next_reply) return targets.next_reply_minutes;
    return clock == ClockKind::update ? targets.update_minutes : targets.solution_minutes;
}

ClockState state_of(domain::Ticket const& ticket, ClockKind clock, ClockView const& view) {
    if (!view.target_minutes) return ClockState::none;
    if (view.due_at) return ClockState::running;
    bool const is_answered = clock == ClockKind::first_reply && ticket.first_reply_at;
    bool const pauses = ticket.status == Status::solved || (ticket.status == Status::waiting && !is_answered);
    bool const can_go_on = clock == ClockKind::update || clock == ClockKind::solution;
    return pauses && can_go_on ? ClockState::paused : ClockState::idle;
}

domain::Calendar const* calendar_of(TicketClocks& view) {
    auto const find = [&](domain::CalendarId id) -> domain::Calendar const* {
        auto const found = std::ranges::find(view.setup->calendars, id, &domain::Calendar::id);
        return found == view.setup->calendars.end() ? nullptr : &*found;
    };
    auto const* queue = view.setup->find_queue(view.ticket.queue);
    auto const* own = queue != nullptr ? find(queue->calendar) : nullptr;
    view.is_of_queue = own != nullptr;
    if (own != nullptr || view.choice.policy == nullptr) return own;
    return find(view.choice.policy->calendar);
}

}  // namespace

Result<TicketClocks> ticket_clocks(Desk& desk, domain::TenantScope const& scope, domain::TicketId ticket) {
    return desk.store.read(scope, [&](store::ReadTxn& txn) -> Result<TicketClocks> {
        TicketClocks out;
        TRY(out.ticket, store::get_ticket(txn, ticket));
        TRY(out.setup, desk.setups.get(txn));
        TRY(out.breaches, store::list_breaches(txn, ticket));
        std::optional<domain::Organization> organization;
        if (out.ticket.organization) {
            TRY(organization, store::get_organization(txn, out.ticket.organization));
            out.organization = organization->name;
        }
        out.choice = out.setup->choose_policy(out.ticket, organization ? &*organization : nullptr);
        out.calendar = calendar_of(out);
        for (auto const clock : domain::kClockKinds) {
            auto& one = out.clocks[static_cast<std::size_t>(clock)];
            one.target_minutes = target_of(out, clock);
            one.due_at = domain::due_of(out.ticket, clock);
            one.state = state_of(out.ticket, clock, one);
        }
        return out;
    });
}

}  // namespace lotse::desk
