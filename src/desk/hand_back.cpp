// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "desk/gather.h"
#include "desk/hand_out.h"
#include "desk/shift_end.h"
#include "desk/ticket_edit.h"
#include "desk/ticket_step.h"
#include "desk/waiting_work.h"
#include "desk/weights.h"
#include "routing/requirement.h"
#include "store/pool.h"
#include "store/tickets.h"

namespace lotse::desk {
namespace {

using domain::OffBy;

struct Owner {
    domain::Agent agent;
    domain::Duty duty;
    bool is_planned() const { return duty.off == OffBy::shift || duty.off == OffBy::absence; }
};

enum class Back : std::uint8_t { stays, not_begun, needed_before };

domain::Because because_back(Owner const& owner, Back why) {
    domain::Because out;
    out.source = "routing";
    auto const& name = owner.agent.name;
    if (owner.agent.is_disabled) {
        out.code = "routing.owner_gone";
        out.text = name + " does not work here any more, so somebody else takes it.";
    } else if (why == Back::needed_before) {
        out.code = "routing.needed_before";
        out.text = "It is needed before " + name + " is back at work, so somebody else takes it.";
    } else if (owner.is_planned()) {
        out.code = "routing.shift_over";
        out.text = owner.duty.off == OffBy::absence
                       ? name + " is absent and has not begun it, so it is free for others."
                       : "The shift of " + name + " is over and it is not begun, so it is free for others.";
    } else {
        out.code = "routing.handed_back";
        out.text = name + " is away and has not begun it, so it is free for others.";
    }
    return out;
}

bool pulls(Setup const& setup, domain::QueueId id) {
    auto const* queue = setup.find_queue(id);
    return queue != nullptr && queue->assignment == domain::Assignment::pull;
}

// Somebody at work could take it now, or will when they have room.
bool has_other(Setup const& setup, std::vector<routing::Candidate> const& people, Owner const& owner,
               domain::Ticket const& ticket) {
    auto const* queue = setup.find_queue(ticket.queue);
    if (queue == nullptr) return false;
    auto const asks =
        routing::requirement_of(*queue, setup.find_category(ticket.category), ticket.language, ticket.priority);
    auto const weight = weight_of(setup, ticket.channel);
    return std::ranges::any_of(people, [&](auto const& one) {
        return one.agent.id != owner.agent.id && !routing::fit(one.agent, asks).obstacle &&
               !routing::find_hindrance(one, ticket.priority) && routing::has_room(one.agent, one.load, weight);
    });
}

struct Moment {
    std::shared_ptr<Setup const> setup;
    std::vector<routing::Candidate> people;
};

// Whether this ticket of somebody who is away goes to others.
Result<Back> goes_back(store::ReadTxn& txn, Moment const& moment, Owner const& owner, domain::Ticket const& ticket) {
    bool const is_ours = ticket.status == domain::Status::fresh || ticket.status == domain::Status::open;
    if (ticket.agent != owner.agent.id || !is_ours || ticket.merged_into) return Back::stays;
    if (owner.agent.is_disabled) return Back::not_begun;
    bool const is_begun_already = is_begun(ticket);
    if (!owner.is_planned()) {
        if (is_begun_already || !pulls(*moment.setup, ticket.queue)) return Back::stays;
        TRY(auto const past, read_owner_past(txn, ticket));
        return past.was_chosen ? Back::stays : Back::not_begun;
    }
    auto const due = needed_by(ticket);
    bool const is_needed = due && (!owner.duty.until || *due < *owner.duty.until);
    if (is_begun_already && !is_needed) return Back::stays;
    TRY(auto const past, read_owner_past(txn, ticket));
    if (!is_begun_already && !past.was_chosen && !past.has_acted) return Back::not_begun;
    return is_needed && has_other(*moment.setup, moment.people, owner, ticket) ? Back::needed_before : Back::stays;
}

Result<bool> give_back(Desk& desk, store::WriteTxn& txn, Moment const& moment, Owner const& owner,
                       domain::TicketId id) {
    TRY(auto const ticket, store::get_ticket(txn, id));
    TRY(auto const why, goes_back(txn, moment, owner, ticket));
    if (why == Back::stays) return false;
    TicketEdit edit(ticket);
    edit.set_agent({}, because_back(owner, why));
    domain::Event event;
    event.ticket = id;
    event.kind = domain::EventKind::updated;
    event.data["given_back"] = true;
    event.at = desk.clock.now();
    event.needs_settling = true;
    TRY([[maybe_unused]] auto done, store_step(txn, std::move(event), edit.changes(), edit.ticket()));
    txn.after_commit([&desk, tenant = txn.tenant()] { desk.signals.event_stored(tenant); });
    return true;
}

constexpr int kBackAtOnce = 100;

struct BackPage {
    std::vector<domain::TicketId> tickets;
    std::string next;
};

// Read before anything is written: mostly there is nothing to do, and the job comes by often.
Result<BackPage> page_to_give_back(store::ReadTxn& txn, Moment const& moment, Owner const& owner,
                                   store::TicketQuery const& query) {
    TRY(auto const page, store::list_tickets(txn, query));
    BackPage out;
    out.next = page.next;
    for (auto const& ticket : page.items) {
        TRY(auto const why, goes_back(txn, moment, owner, ticket));
        if (why != Back::stays) out.tickets.push_back(ticket.id);
    }
    return out;
}

// Of one person who is away, the tickets that go back, a page at a time.
Result<int> give_back_of(Desk& desk, domain::TenantScope const& scope, Moment const& moment, Owner const& owner) {
    store::TicketQuery query;
    query.agent = owner.agent.id;
    query.statuses = {domain::Status::fresh};
    if (owner.agent.is_disabled || owner.is_planned()) query.statuses.push_back(domain::Status::open);
    query.limit = kBackAtOnce;
    int count = 0;
    for (;;) {
        TRY(auto const page,
            desk.store.read(scope, [&](store::ReadTxn& txn) { return page_to_give_back(txn, moment, owner, query); }));
        for (auto const id : page.tickets) {
            TRY(bool const is_back,
                desk.store.write(scope, [&](store::WriteTxn& txn) { return give_back(desk, txn, moment, owner, id); }));
            count += is_back ? 1 : 0;
        }
        if (page.next.empty()) return count;
        query.after = page.next;
    }
}

bool is_looked_at(Owner const& owner, bool some_pull, Look look) {
    if (owner.agent.is_disabled) return true;
    if (owner.duty.off == OffBy::hand) return some_pull;
    return owner.is_planned() && look == Look::whole;
}

}  // namespace

Result<int> hand_back(Desk& desk, domain::TenantScope const& scope, Look look) {
    std::vector<Owner> away;
    Moment moment;
    CHECK_OK(desk.store.read(scope, [&](store::ReadTxn& txn) -> Result<void> {
        TRY(moment.setup, desk.setups.get(txn));
        TRY(moment.people, read_candidates(desk, txn, *moment.setup));
        bool const some_pull = std::ranges::any_of(
            moment.setup->queues, [](auto const& queue) { return queue.assignment == domain::Assignment::pull; });
        for (auto const& person : moment.people) {
            Owner owner{person.agent, person.duty};
            if (person.load.tickets > 0 && is_looked_at(owner, some_pull, look)) away.push_back(std::move(owner));
        }
        return {};
    }));
    int count = 0;
    for (auto const& owner : away) {
        TRY(auto const back, give_back_of(desk, scope, moment, owner));
        count += back;
    }
    return count;
}

Result<std::optional<Instant>> next_roster_change(Desk& desk) {
    TRY(auto const tenants, tended_desks(desk));
    auto const now = desk.clock.now();
    std::optional<Instant> out;
    for (auto const& tenant : tenants) {
        TRY(auto const next, desk.store.read(domain::ScopeMint::for_tenant(tenant.id),
                                             [&](store::ReadTxn& txn) -> Result<std::optional<Instant>> {
                                                 TRY(auto const setup, desk.setups.get(txn));
                                                 return setup->roster->next_change_of_any(now);
                                             }));
        if (next && (!out || *next < *out)) out = next;
    }
    return out;
}

}  // namespace lotse::desk
