// SPDX-License-Identifier: Apache-2.0
#include "desk/shift_end.h"

#include <algorithm>

#include "store/events.h"
#include "store/tickets.h"

namespace lotse::desk {
namespace {

constexpr int kMostLooked = 500;
constexpr std::size_t kMostShown = 50;
constexpr std::chrono::hours kFreshNote{3};

Result<bool> has_fresh_note(store::ReadTxn& txn, domain::Ticket const& ticket, Instant now) {
    TRY(auto const events, store::list_events(txn, ticket.id));
    return std::ranges::any_of(events, [&](auto const& event) {
        bool const is_word = event.kind == domain::EventKind::noted || event.kind == domain::EventKind::agent_replied;
        return is_word && event.agent == ticket.agent && event.at > now - kFreshNote;
    });
}

}  // namespace

bool is_begun(domain::Ticket const& ticket) {
    return ticket.status != domain::Status::fresh || ticket.first_reply_at.has_value();
}

std::optional<Instant> needed_by(domain::Ticket const& ticket) {
    std::optional<Instant> out;
    auto const take = [&](std::optional<Instant> at) {
        if (at && (!out || *at < *out)) out = at;
    };
    if (!ticket.first_reply_at) take(ticket.first_reply_due_at);
    take(ticket.solution_due_at);
    take(ticket.due_at);
    return out;
}

Result<OwnerPast> read_owner_past(store::ReadTxn& txn, domain::Ticket const& ticket) {
    OwnerPast out;
    TRY(auto const changes, store::list_changes(txn, ticket.id));
    for (auto const& one : changes) {
        if (one.change.field != "agent") continue;
        out.was_chosen = one.change.because.source == "person";
        out.was_asked_for = one.change.because.code == "routing.pulled";
    }
    TRY(auto const events, store::list_events(txn, ticket.id));
    out.has_acted = std::ranges::any_of(events, [&](auto const& event) {
        return event.kind == domain::EventKind::noted && event.agent == ticket.agent;
    });
    return out;
}

Result<HandOver> read_hand_over(Desk& desk, access::Principal const& principal) {
    return desk.store.read(principal.scope, [&](store::ReadTxn& txn) -> Result<HandOver> {
        HandOver out;
        auto const now = desk.clock.now();
        TRY(auto const setup, desk.setups.get(txn));
        auto const& roster = *setup->roster;
        if (!principal.agent || !roster.has_hours(principal.agent)) return out;
        out.shift_end = roster.shift_end(principal.agent, now);
        out.next_shift = roster.next_shift(principal.agent, now);
        if (!out.shift_end) return out;
        out.is_near = *out.shift_end - now <= std::chrono::minutes{roster.rows().rules.ask_before_end_minutes};
        store::TicketQuery query;
        query.agent = principal.agent;
        query.statuses = {domain::Status::fresh, domain::Status::open};
        query.limit = kMostLooked;
        TRY(auto page, store::list_tickets(txn, query));
        for (auto& ticket : page.items) {
            auto const due = needed_by(ticket);
            if (due && (!out.next_shift || *due < *out.next_shift)) out.tickets.push_back({std::move(ticket), *due});
        }
        std::ranges::sort(out.tickets, {}, &HandOverItem::needed_by);
        if (out.tickets.size() > kMostShown) out.tickets.resize(kMostShown);
        for (auto& one : out.tickets) {
            TRY(one.has_note, has_fresh_note(txn, one.ticket, now));
        }
        return out;
    });
}

}  // namespace lotse::desk
