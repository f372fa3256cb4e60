// SPDX-License-Identifier: Apache-2.0
#include "desk/merge_tickets.h"

#include <algorithm>

#include "desk/made.h"
#include "desk/person_because.h"
#include "desk/ticket_edit.h"
#include "desk/ticket_step.h"
#include "store/events.h"
#include "store/outbox.h"
#include "store/promises.h"
#include "store/relations.h"
#include "store/tickets.h"

namespace lotse::desk {
namespace {

Error is_merged() { return conflict("ticket.merged", "This ticket stands in another one; go there."); }

// Nothing to settle: no clock moves and nobody outside hears of it.
Result<void> store_edit(store::WriteTxn& txn, access::Principal const& principal, TicketEdit const& edit,
                        domain::Ticket ticket, Instant now) {
    auto event = event_by(principal, ticket.id, domain::EventKind::updated, now);
    TRY([[maybe_unused]] auto const done, store_step(txn, std::move(event), edit.changes(), std::move(ticket)));
    return {};
}

// In one order everywhere, so that two merges never wait for each other's rows on PostgreSQL.
Result<void> store_both(store::WriteTxn& txn, access::Principal const& principal, TicketEdit const& source,
                        domain::Ticket changed, TicketEdit const& target, Instant now) {
    bool const source_first = changed.id < target.ticket().id;
    if (source_first) CHECK_OK(store_edit(txn, principal, source, changed, now));
    CHECK_OK(store_edit(txn, principal, target, target.ticket(), now));
    if (!source_first) CHECK_OK(store_edit(txn, principal, source, changed, now));
    return {};
}

domain::Merge merge_of(domain::Ticket const& source, domain::TicketId target, domain::AgentId agent, Instant now) {
    domain::Merge out;
    out.source = source.id;
    out.target = target;
    out.agent = agent;
    out.at = now;
    out.status = source.status;
    out.solved_at = source.solved_at;
    out.closed_at = source.closed_at;
    out.first_reply_due_at = source.first_reply_due_at;
    out.solution_due_at = source.solution_due_at;
    out.next_reply_due_at = source.next_reply_due_at;
    out.update_due_at = source.update_due_at;
    out.handover_due_at = source.handover_due_at;
    return out;
}

domain::Ticket closed(domain::Ticket ticket, Instant now) {
    ticket.status = domain::Status::closed;
    if (!ticket.solved_at) ticket.solved_at = now;
    if (!ticket.closed_at) ticket.closed_at = now;
    ticket.first_reply_due_at.reset();
    ticket.solution_due_at.reset();
    ticket.next_reply_due_at.reset();
    ticket.update_due_at.reset();
    ticket.handover_due_at.reset();
    return ticket;
}

domain::Ticket restored(domain::Ticket ticket, domain::Merge const& merge) {
    ticket.status = merge.status;
    ticket.solved_at = merge.solved_at;
    ticket.closed_at = merge.closed_at;
    ticket.first_reply_due_at = merge.first_reply_due_at;
    ticket.solution_due_at = merge.solution_due_at;
    ticket.next_reply_due_at = merge.next_reply_due_at;
    ticket.update_due_at = merge.update_due_at;
    ticket.handover_due_at = merge.handover_due_at;
    return ticket;
}

void announce(Desk& desk, store::WriteTxn& txn) {
    txn.after_commit([&desk, tenant = txn.tenant()] {
        desk.signals.event_stored(tenant);
        desk.signals.timers_changed(tenant);
        desk.signals.ticket_settled(tenant);
    });
}

Result<int> merge_in(Desk& desk, store::WriteTxn& txn, access::Principal const& principal, domain::Ticket const& source,
                     domain::Ticket const& target) {
    auto const now = desk.clock.now();
    TRY(auto const setup, desk.setups.get(txn));
    auto const because = person_because(*setup, principal);
    auto merge = merge_of(source, target.id, principal.agent, now);
    TRY(merge.timers, store::list_timers(txn, source.id));
    TRY(merge.articles, store::article_ids(txn, source.id));
    CHECK_OK(store::add_merge(txn, merge));
    CHECK_OK(store::set_timers(txn, source.id, {}));
    CHECK_OK(store::drop_promises(txn, source.id, now));
    TRY(auto const moved, store::move_articles(txn, source.id, target.id, merge.articles));

    TicketEdit from(source);
    from.set_merged_into(target.id, because);
    TicketEdit into(target);
    into.note("merged", {}, std::to_string(source.id.value), because);
    CHECK_OK(store_both(txn, principal, from, closed(from.ticket(), now), into, now));
    announce(desk, txn);
    return moved;
}

Result<Merged> merge_once(Desk& desk, store::WriteTxn& txn, access::Principal const& principal, domain::TicketId source,
                          domain::TicketId target, CallKey const& key) {
    TRY(auto const known, recall(txn, key));
    if (known) return Merged{source, target, static_cast<int>(int_at(*known, "articles")), true};
    TRY(auto const from, store::get_ticket(txn, source));
    if (source == target) return invalid("merge.self", "A ticket cannot stand in itself.", "/into");
    auto const into = store::get_ticket(txn, target);
    CHECK_OK(at_field(into, "/into"));
    if (from.merged_into || into->merged_into) return is_merged();
    if (into->status == domain::Status::closed)
        return conflict("ticket.closed", "The ticket to merge into is closed; choose one that is open.");
    TRY(auto const moved, merge_in(desk, txn, principal, from, *into));
    CHECK_OK(remember(txn, key, JsonObject{{"articles", moved}}, desk.clock.now()));
    return Merged{source, target, moved, false};
}

Result<void> unmerge(Desk& desk, store::WriteTxn& txn, access::Principal const& principal, domain::TicketId source) {
    auto const now = desk.clock.now();
    TRY(auto const setup, desk.setups.get(txn));
    TRY(auto const ticket, store::get_ticket(txn, source));
    TRY(auto const merge, store::find_merge(txn, source));
    if (!merge) return conflict("merge.none", "This ticket was not merged into another.");
    TRY(auto const target, store::get_ticket(txn, merge->target));
    if (target.merged_into)
        return conflict("ticket.merged",
                        "The ticket that it was merged into stands in another itself; take that back first.");
    TRY([[maybe_unused]] auto const moved, store::move_articles(txn, target.id, source, merge->articles));
    CHECK_OK(store::remove_merge(txn, source));
    CHECK_OK(store::set_timers(txn, source, merge->timers));

    auto const because = person_because(*setup, principal);
    TicketEdit from(ticket);
    from.set_merged_into({}, because);
    TicketEdit into(target);
    into.note("unmerged", std::to_string(source.value), {}, because);
    CHECK_OK(store_both(txn, principal, from, restored(from.ticket(), *merge), into, now));
    announce(desk, txn);
    return {};
}

Result<void> check_split(store::ReadTxn& txn, domain::Ticket const& ticket,
                         std::vector<domain::ArticleId> const& chosen) {
    if (ticket.merged_into) return is_merged();
    TRY(auto const all, store::article_ids(txn, ticket.id));
    std::vector<domain::ArticleId> seen;
    for (std::size_t i = 0; i < chosen.size(); ++i) {
        bool const is_here = std::ranges::find(all, chosen[i]) != all.end();
        if (!is_here || std::ranges::find(seen, chosen[i]) != seen.end())
            return invalid("article.missing", "This ticket has no such message, or it is named twice.",
                           "/articles/" + std::to_string(i));
        seen.push_back(chosen[i]);
    }
    if (chosen.empty() || chosen.size() == all.size())
        return invalid("split.all", "Choose some of the messages; at least one stays.", "/articles");
    return {};
}

// The promises of the new ticket begin now: until now it was somebody's part of another.
domain::Ticket part_of(domain::Ticket const& ticket, std::string const& subject, Instant now) {
    domain::Ticket out;
    out.subject = subject.empty() ? ticket.subject : subject;
    out.channel = ticket.channel;
    out.customer = ticket.customer;
    out.organization = ticket.organization;
    out.queue = ticket.queue;
    out.priority = ticket.priority;
    out.impact = ticket.impact;
    out.urgency = ticket.urgency;
    out.language = ticket.language;
    out.created_at = out.updated_at = now;
    return out;
}

Result<Split> split_once(Desk& desk, store::WriteTxn& txn, access::Principal const& principal, NewSplit const& wanted) {
    TRY(auto const known, recall(txn, wanted.key));
    if (known) return Split{domain::TicketId{int_at(*known, "ticket")}, true};
    auto const now = desk.clock.now();
    TRY(auto const setup, desk.setups.get(txn));
    TRY(auto const ticket, store::get_ticket(txn, wanted.ticket));
    CHECK_OK(check_split(txn, ticket, wanted.articles));
    TRY(auto const part, store::add_ticket(txn, part_of(ticket, wanted.subject, now)));
    CHECK_OK(store::add_split(txn, part.id, ticket.id, now));
    TRY([[maybe_unused]] auto const moved, store::move_articles(txn, ticket.id, part.id, wanted.articles));

    auto const because = person_because(*setup, principal);
    auto opened = event_by(principal, part.id, domain::EventKind::opened, now);
    opened.article = std::ranges::min(wanted.articles);
    opened.data["door"] = "split";
    opened.needs_settling = true;
    TRY(opened, store::add_event(txn, std::move(opened)));
    TicketEdit fresh(part);
    fresh.note("split_from", {}, std::to_string(ticket.id.value), because);
    CHECK_OK(store::add_changes(txn, opened.id, part.id, fresh.changes(), now));
    TicketEdit origin(ticket);
    origin.note("split_to", {}, std::to_string(part.id.value), because);
    CHECK_OK(store_edit(txn, principal, origin, origin.ticket(), now));
    CHECK_OK(remember(txn, wanted.key, JsonObject{{"ticket", part.id.value}}, now));
    announce(desk, txn);
    return Split{part.id, false};
}

}  // namespace

Result<Merged> merge_tickets(Desk& desk, access::Principal const& principal, domain::TicketId source,
                             domain::TicketId target, CallKey const& key) {
    return desk.store.write(
        principal.scope, [&](store::WriteTxn& txn) { return merge_once(desk, txn, principal, source, target, key); });
}

Result<void> undo_merge(Desk& desk, access::Principal const& principal, domain::TicketId source) {
    return desk.store.write(principal.scope,
                            [&](store::WriteTxn& txn) { return unmerge(desk, txn, principal, source); });
}

Result<Split> split_ticket(Desk& desk, access::Principal const& principal, NewSplit const& wanted) {
    return desk.store.write(principal.scope,
                            [&](store::WriteTxn& txn) { return split_once(desk, txn, principal, wanted); });
}

Result<void> undo_split(Desk& desk, access::Principal const& principal, domain::TicketId id) {
    return desk.store.write(principal.scope, [&](store::WriteTxn& txn) -> Result<void> {
        TRY(auto const ticket, store::get_ticket(txn, id));
        TRY(auto const origin, store::find_split_origin(txn, id));
        if (!origin) return conflict("split.none", "This ticket was not split from another.");
        TRY(auto const target, store::get_ticket(txn, *origin));
        if (ticket.merged_into || target.merged_into) return is_merged();
        TRY([[maybe_unused]] auto const moved, merge_in(desk, txn, principal, ticket, target));
        return {};
    });
}

// The message goes on, and with it what it means: somebody's turn has come.
Result<bool> forward_merged(Desk& desk, store::WriteTxn& txn, domain::EventId id) {
    TRY(auto event, store::get_event(txn, id));
    if (!event.needs_settling) return true;
    TRY(auto ticket, store::get_ticket(txn, event.ticket));
    bool const is_message =
        event.article && (event.kind == domain::EventKind::opened || event.kind == domain::EventKind::customer_wrote);
    if (!ticket.merged_into || !is_message) return false;
    auto const from = ticket.id;
    for (int depth = 0; ticket.merged_into && depth < 20; ++depth) {
        TRY(ticket, store::get_ticket(txn, ticket.merged_into));
    }
    TRY([[maybe_unused]] auto const moved, store::move_articles(txn, from, ticket.id, {event.article}));
    CHECK_OK(store::mark_settled(txn, id, desk.clock.now()));
    event.ticket = ticket.id;
    event.kind = domain::EventKind::customer_wrote;
    event.data["merged_from"] = from.value;
    TRY([[maybe_unused]] auto const told, store::add_event(txn, std::move(event)));
    announce(desk, txn);
    return true;
}

}  // namespace lotse::desk
