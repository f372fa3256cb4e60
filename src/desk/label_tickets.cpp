// SPDX-License-Identifier: Apache-2.0
#include "desk/label_tickets.h"

#include <algorithm>

#include "desk/bulk_jobs.h"
#include "desk/label_task.h"
#include "desk/learn.h"
#include "desk/reverse_event.h"
#include "desk/update_ticket.h"
#include "store/label_requests.h"
#include "store/ledger.h"
#include "store/tickets.h"

namespace lotse::desk {
namespace {

using domain::AskKind;
using domain::LabelRequest;

constexpr int kAtOnce = 10;
constexpr int kRounds = 20;  // of tickets that ask no more, though nobody has noticed yet

Error claimed(Setup const& setup, LabelRequest const& request) {
    auto const* agent = setup.find_agent(request.claim.agent);
    return conflict("label.claimed", (agent != nullptr ? agent->name : std::string("Somebody else")) +
                                         " has this ticket now; take the next one.");
}
Error decided() { return conflict("label.decided", "This has been decided meanwhile; take the next ticket."); }

void hold(LabelRequest& request, access::Principal const& principal, Instant now) {
    ++request.claim.number;
    request.claim.by = principal.id;
    request.claim.agent = principal.agent;
    request.claim.at = now;
    request.claim.until = now + kClaimStands;
}

void let_go(LabelRequest& request) {
    auto const number = request.claim.number;
    request.claim = {};
    request.claim.number = number;
}

// Nothing if it asks no more, or somebody else was quicker.
Result<std::optional<LabelTask>> try_claim(store::WriteTxn& txn, Setup const& setup, access::Principal const& principal,
                                           LabelRequest request, Instant now) {
    TRY(auto const ticket, store::get_ticket(txn, request.ticket));
    TRY(bool const asks, still_asks(txn, ticket, request));
    if (!asks) {
        CHECK_OK(store::remove_label_request(txn, request.ticket));
        return std::optional<LabelTask>();
    }
    auto const read = request.claim.number;
    if (request.claim.by != principal.id || request.claim.until < now) hold(request, principal, now);
    TRY(bool const is_ours, store::update_label_request(txn, request, read));
    if (!is_ours) return std::optional<LabelTask>();
    TRY(auto task, label_task(txn, setup, ticket, std::move(request)));
    return std::optional(std::move(task));
}

// The request as this answer may take it.
Result<LabelRequest> held_request(store::ReadTxn& txn, Setup const& setup, access::Principal const& principal,
                                  domain::Ticket const& ticket, LabelAnswer const& answer) {
    TRY(auto request, store::find_label_request(txn, ticket.id));
    if (!request) return decided();
    bool const is_ours = request->claim.number == answer.claim && request->claim.by == principal.id;
    if (!is_ours) return request->claim.by.empty() ? decided() : claimed(setup, *request);
    TRY([[maybe_unused]] bool const asks, still_asks(txn, ticket, *request));
    if (std::ranges::find(request->fields, answer.field) == request->fields.end()) return decided();
    return *std::move(request);
}

Result<void> check_value(Setup const& setup, LabelAnswer const& answer) {
    auto const all = values_of(setup, answer.field);
    if (std::ranges::find(all, answer.value, &LabelChoice::value) != all.end()) return {};
    return invalid("label.value", "The field has no such value.", "/value");
}

// What the other person had chosen.
Result<void> add_first_look(store::ReadTxn& txn, domain::LabelDecision& decision) {
    TRY(auto const predictions, store::list_predictions(txn, decision.ticket));
    for (auto const& one : predictions) {
        if (one.field != decision.field || one.decided.empty() || !one.decided_by) continue;
        decision.first_value = one.decided;
        decision.first_by = one.decided_by;
    }
    return {};
}

struct Step {
    LabelDone done;
    std::optional<domain::Ticket> lesson;
};

// The answer as it was: what is left of the ticket is told again while it is still held.
Result<Step> recalled(store::ReadTxn& txn, Setup const& setup, access::Principal const& principal,
                      LabelAnswer const& answer, JsonObject const& effect) {
    Step out;
    out.done.is_known = true;
    TRY(out.done.decision, store::get_label_decision(txn, domain::LabelDecisionId{int_at(effect, "decision")}));
    TRY(auto request, store::find_label_request(txn, answer.ticket));
    if (!request || request->claim.number != answer.claim || request->claim.by != principal.id) return out;
    TRY(auto const ticket, store::get_ticket(txn, answer.ticket));
    TRY(out.done.task, label_task(txn, setup, ticket, *std::move(request)));
    return out;
}

Result<Step> decide_in(Desk& desk, store::WriteTxn& txn, access::Principal const& principal, LabelAnswer const& answer,
                       CallKey const& key) {
    TRY(auto const setup, desk.setups.get(txn));
    TRY(auto const known, recall(txn, key));
    if (known) return recalled(txn, *setup, principal, answer, *known);
    auto const now = desk.clock.now();
    TRY(auto ticket, store::get_ticket(txn, answer.ticket));
    TRY(auto request, held_request(txn, *setup, principal, ticket, answer));
    CHECK_OK(check_value(*setup, answer));

    Step out;
    domain::LabelDecision decision;
    decision.ticket = answer.ticket;
    decision.agent = principal.agent;
    decision.principal = principal.id;
    decision.at = now;
    decision.took = now - request.claim.at;
    decision.kind = request.kind;
    decision.field = answer.field;
    decision.value = answer.value;
    if (request.kind == AskKind::second) {
        CHECK_OK(add_first_look(txn, decision));
    } else {
        TRY(auto const patch, patch_from(*setup, JsonObject{{answer.field, answer.value}}));
        TRY(auto updated, update_ticket_in(desk, txn, principal, answer.ticket, 0, patch));
        decision.event = updated.event;
        ticket = updated.ticket;
        if (updated.teaches) out.lesson = std::move(updated.ticket);
    }
    TRY(out.done.decision, store::add_label_decision(txn, std::move(decision)));

    std::erase(request.fields, answer.field);
    if (request.fields.empty()) {
        CHECK_OK(store::remove_label_request(txn, answer.ticket));
    } else {
        request.claim.at = now;
        request.claim.until = now + kClaimStands;
        TRY(bool const is_ours, store::update_label_request(txn, request, answer.claim));
        if (!is_ours) return claimed(*setup, request);
        TRY(out.done.task, label_task(txn, *setup, ticket, std::move(request)));
    }
    CHECK_OK(remember(txn, key, JsonObject{{"decision", out.done.decision.id.value}}, now));
    return out;
}

// Asks again for what was decided, and is held by whoever took it back.
Result<LabelRequest> ask_again(store::WriteTxn& txn, access::Principal const& principal,
                               domain::LabelDecision const& decision, Instant now) {
    TRY(auto request, store::find_label_request(txn, decision.ticket));
    if (!request) {
        LabelRequest fresh;
        fresh.ticket = decision.ticket;
        fresh.kind = decision.kind;
        fresh.value = decision.kind == AskKind::blind || decision.kind == AskKind::second ? 2 : 1;
        fresh.asked_at = now;
        fresh.not_agent = decision.first_by;
        fresh.fields = {decision.field};
        CHECK_OK(store::put_label_request(txn, fresh));
        request = std::move(fresh);
    }
    if (std::ranges::find(request->fields, decision.field) == request->fields.end())
        request->fields.push_back(decision.field);
    auto const read = request->claim.number;
    hold(*request, principal, now);
    TRY([[maybe_unused]] bool const is_ours, store::update_label_request(txn, *request, read));
    return *std::move(request);
}

}  // namespace

Result<LabelLines> list_labels(Desk& desk, access::Principal const& principal, std::string_view after, int limit) {
    return desk.store.read(principal.scope, [&](store::ReadTxn& txn) -> Result<LabelLines> {
        auto const now = desk.clock.now();
        TRY(auto const setup, desk.setups.get(txn));
        TRY(auto page, store::list_label_requests(txn, principal.agent, after, limit));
        LabelLines out;
        out.next = std::move(page.next);
        for (auto& request : page.items) {
            TRY(auto const ticket, store::get_ticket(txn, request.ticket));
            LabelLine line;
            line.subject = ticket.subject;
            line.created_at = ticket.created_at;
            if (request.claim.until >= now) {
                auto const* agent = setup->find_agent(request.claim.agent);
                line.claimed_by = agent != nullptr ? agent->name : request.claim.by;
            }
            line.request = as_shown(std::move(request));
            out.items.push_back(std::move(line));
        }
        return out;
    });
}

Result<std::int64_t> count_labels(Desk& desk, access::Principal const& principal) {
    return desk.store.read(principal.scope, [&](store::ReadTxn& txn) {
        return store::count_label_requests(txn, principal.agent, kMostCounted);
    });
}

Result<std::optional<LabelTask>> claim_label(Desk& desk, access::Principal const& principal) {
    return desk.store.write(principal.scope, [&](store::WriteTxn& txn) -> Result<std::optional<LabelTask>> {
        auto const now = desk.clock.now();
        TRY(auto const setup, desk.setups.get(txn));
        TRY(auto held, store::find_claimed_request(txn, principal.id, now));
        if (held) {
            TRY(auto task, try_claim(txn, *setup, principal, *std::move(held), now));
            if (task) return task;
        }
        for (int round = 0; round < kRounds; ++round) {
            TRY(auto candidates, store::next_label_requests(txn, principal.agent, now, kAtOnce));
            for (auto& candidate : candidates) {
                TRY(auto task, try_claim(txn, *setup, principal, std::move(candidate), now));
                if (task) return task;
            }
            if (candidates.size() < kAtOnce) break;
        }
        return std::optional<LabelTask>();
    });
}

Result<LabelDone> decide_label(Desk& desk, access::Principal const& principal, LabelAnswer const& answer,
                               CallKey const& key) {
    TRY(auto step, desk.store.write(principal.scope, [&](store::WriteTxn& txn) {
        return decide_in(desk, txn, principal, answer, key);
    }));
    if (step.lesson) learn_from_correction(desk, principal.scope, *step.lesson, principal.agent);
    return std::move(step.done);
}

Result<void> skip_label(Desk& desk, access::Principal const& principal, domain::TicketId ticket, std::int64_t claim) {
    return desk.store.write(principal.scope, [&](store::WriteTxn& txn) -> Result<void> {
        TRY([[maybe_unused]] auto const there, store::get_ticket(txn, ticket));
        TRY(auto request, store::find_label_request(txn, ticket));
        if (!request || request->claim.number != claim || request->claim.by != principal.id) return {};
        request->is_skipped = true;
        let_go(*request);
        TRY([[maybe_unused]] bool const is_ours, store::update_label_request(txn, *request, claim));
        return {};
    });
}

Result<LabelTask> take_back_label(Desk& desk, access::Principal const& principal, domain::LabelDecisionId id) {
    return desk.store.write(principal.scope, [&](store::WriteTxn& txn) -> Result<LabelTask> {
        auto const now = desk.clock.now();
        TRY(auto const setup, desk.setups.get(txn));
        TRY(auto const decision, store::get_label_decision(txn, id));
        if (decision.principal != principal.id && (!decision.agent || decision.agent != principal.agent))
            return forbidden("label.not_yours", "Only who made this decision takes it back.");
        TRY(bool const is_first, store::mark_taken_back(txn, id));
        if (is_first && decision.event) CHECK_OK(withdraw_step(desk, txn, principal, decision.ticket, decision.event));
        TRY(auto request, ask_again(txn, principal, decision, now));
        TRY(auto const ticket, store::get_ticket(txn, decision.ticket));
        return label_task(txn, *setup, ticket, std::move(request));
    });
}

}  // namespace lotse::desk
