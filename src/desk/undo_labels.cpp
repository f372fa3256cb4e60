// SPDX-License-Identifier: Apache-2.0
#include "desk/undo_labels.h"

#include <algorithm>
#include <set>

#include "desk/ask_for_labels.h"
#include "desk/field_values.h"
#include "desk/reverse_event.h"
#include "desk/slice_book.h"
#include "store/bulk_jobs.h"
#include "store/events.h"
#include "store/label_requests.h"
#include "store/ledger.h"
#include "store/tickets.h"

namespace lotse::desk {
namespace {

using domain::Outcome;
using domain::Prediction;
using domain::Shown;

Result<void> check(Setup const& setup, UndoWish const& wish) {
    if (!wish.field.empty() && std::ranges::find(kGatedFields, wish.field) == kGatedFields.end())
        return invalid("undo.field", "The gate knows no such field.", "/field");
    if (wish.until < wish.from) return invalid("undo.span", "The end lies before the beginning.", "/until");
    bool const has_span = wish.from != Instant{} || wish.until != Instant::max();
    if (wish.agent && !has_span)
        return invalid("undo.nothing", "Say from when on this person's decisions go back.", "/from");
    if (!has_span && wish.model.empty())
        return invalid("undo.nothing", "Name a model or a time span; not everything that was ever set goes back.",
                       "/from");
    if (wish.agent && setup.find_agent(wish.agent) == nullptr)
        return invalid("agent.missing", "There is no such agent.", "/agent");
    return {};
}

std::vector<std::string> fields_of(UndoWish const& wish) {
    if (!wish.field.empty()) return {wish.field};
    return {kGatedFields.begin(), kGatedFields.end()};
}

struct Found {
    UndoPreview preview;
    std::vector<domain::TicketId> tickets;  // once each, the newest first
};

// Acts that somebody has touched are settled or decided in the ledger; of decisions only the log can tell, ticket by ticket.
bool is_touched(UndoWish const& wish, Prediction const& one) {
    return !wish.agent && (!one.decided.empty() || one.outcome == Outcome::wrong);
}

Result<Found> find_labels(store::ReadTxn& txn, UndoWish const& wish) {
    std::vector<Prediction> all;
    Found out;
    if (wish.agent) {
        TRY(all, store::list_decisions_of(txn, wish.agent, wish.from, wish.until, kMostUndone + 1));
        out.preview.is_more = all.size() > kMostUndone;
    } else {
        for (auto const& field : fields_of(wish)) {
            TRY(auto acts, store::list_acts(txn, field, wish.from, wish.until, kMostUndone + 1));
            out.preview.is_more = out.preview.is_more || acts.size() > kMostUndone;
            std::ranges::move(acts, std::back_inserter(all));
        }
    }
    std::set<domain::TicketId> seen;
    for (auto const& one : all) {
        if (!wish.names(one)) continue;
        if (!wish.agent && one.outcome == Outcome::unknown) continue;  // a later one of the ticket took its place
        if (is_touched(wish, one)) {
            ++out.preview.touched;
            continue;
        }
        ++out.preview.labels;
        if (seen.insert(one.ticket).second) out.tickets.push_back(one.ticket);
    }
    if (out.tickets.size() > kMostUndone) {
        out.tickets.resize(kMostUndone);
        out.preview.is_more = true;
    }
    out.preview.tickets = static_cast<std::int64_t>(out.tickets.size());
    return out;
}

// The step that gave the field what it has now, if it is the one that the wish is about.
Result<std::optional<domain::Change>> standing_change(store::ReadTxn& txn, Setup const& setup,
                                                      domain::Ticket const& ticket, UndoWish const& wish,
                                                      std::vector<store::StoredChange> const& changes,
                                                      std::string const& field) {
    auto const last = std::ranges::find_if(changes.rbegin(), changes.rend(),
                                           [&](auto const& stored) { return stored.change.field == field; });
    std::optional<domain::Change> none;
    if (last == changes.rend() || value_now(setup, ticket, last->change) != last->change.to) return none;
    bool const is_person = last->change.because.source == "person";
    if (!wish.agent) return is_person ? none : std::optional(last->change);
    if (!is_person || last->change.because.code == "person.undid") return none;
    TRY(auto const event, store::get_event(txn, last->event));
    if (event.agent != wish.agent || event.at < wish.from || event.at > wish.until) return none;
    return std::optional(last->change);
}

// What was evidence is none any more. The value begins anew, for its bets cannot be told apart afterwards.
Result<void> disown(Desk& desk, store::WriteTxn& txn, Setup const& setup, Prediction prediction) {
    if (prediction.shown != Shown::hidden || prediction.outcome == Outcome::open) return {};
    if (prediction.outcome == Outcome::unknown) return {};
    prediction.outcome = Outcome::unknown;
    CHECK_OK(store::update_prediction(txn, prediction));
    TRY(auto book, SliceBook::open(txn, setup.gate));
    book.withdraw(prediction, desk.clock.now());
    TRY(auto const moved, book.close(txn, desk.clock.now()));
    if (moved > 0) txn.after_commit([&desk, tenant = txn.tenant()] { desk.setups.drop(tenant); });
    return {};
}

Result<void> ask_again(store::WriteTxn& txn, Setup const& setup, domain::Ticket const& ticket,
                       std::vector<std::string> const& fields, Instant now) {
    if (ticket.status == domain::Status::solved || ticket.status == domain::Status::closed) return {};
    domain::LabelRequest request;
    request.ticket = ticket.id;
    request.kind = domain::AskKind::blind;
    request.asked_at = now;
    request.fields = fields;
    request.value = blind_value(setup.gate, fields);
    return store::put_label_request(txn, request);
}

}  // namespace

JsonObject UndoWish::to_json() const {
    return {
        {"field", field}, {"model", model}, {"from", micros(from)}, {"until", micros(until)}, {"agent", agent.value}};
}

UndoWish UndoWish::from_json(JsonObject const& stored) {
    UndoWish out;
    out.field = text_at(stored, "field");
    out.model = text_at(stored, "model");
    out.from = instant(int_at(stored, "from"));
    out.until = instant(int_at(stored, "until"));
    out.agent = domain::AgentId{int_at(stored, "agent")};
    return out;
}

bool UndoWish::names(Prediction const& one) const {
    if (!field.empty() && one.field != field) return false;
    if (agent) return one.decided_by == agent && one.decided_at && *one.decided_at >= from && *one.decided_at <= until;
    return one.shown == Shown::acted && (model.empty() || one.model == model) && one.made_at >= from &&
           one.made_at <= until;
}

Result<UndoPreview> preview_undo(Desk& desk, domain::TenantScope const& scope, UndoWish const& wish) {
    return desk.store.read(scope, [&](store::ReadTxn& txn) -> Result<UndoPreview> {
        TRY(auto const setup, desk.setups.get(txn));
        CHECK_OK(check(*setup, wish));
        TRY(auto const found, find_labels(txn, wish));
        return found.preview;
    });
}

Result<StartedJob> start_undo(Desk& desk, access::Principal const& principal, UndoWish const& wish,
                              CallKey const& key) {
    return desk.store.write(principal.scope, [&](store::WriteTxn& txn) -> Result<StartedJob> {
        TRY(auto known, known_job(txn, key));
        if (known) return *std::move(known);
        TRY(auto const setup, desk.setups.get(txn));
        CHECK_OK(check(*setup, wish));
        TRY(auto const found, find_labels(txn, wish));
        domain::BulkJob job;
        job.kind = domain::BulkKind::label_undo;
        job.changes = wish.to_json();
        return store_job(desk, txn, principal, std::move(job), found.tickets, key);
    });
}

Result<Updated> undo_labels_of(Desk& desk, store::WriteTxn& txn, access::Principal const& principal,
                               UndoWish const& wish, domain::TicketId id) {
    auto const now = desk.clock.now();
    TRY(auto const setup, desk.setups.get(txn));
    TRY(auto const ticket, store::get_ticket(txn, id));
    TRY(auto const predictions, store::list_predictions(txn, id));
    TRY(auto const changes, store::list_changes(txn, id));
    std::vector<domain::Change> back;
    std::vector<std::string> fields;
    for (auto const& one : predictions) {
        if (!wish.names(one) || is_touched(wish, one)) continue;
        if (wish.agent) CHECK_OK(disown(desk, txn, *setup, one));
        if (std::ranges::find(fields, one.field) != fields.end()) continue;
        TRY(auto change, standing_change(txn, *setup, ticket, wish, changes, one.field));
        if (!change) continue;
        fields.push_back(one.field);
        back.push_back(*std::move(change));
    }
    if (back.empty()) return Updated{ticket, {}, false};
    TRY(auto updated, put_back(desk, txn, principal, ticket, back));
    if (wish.agent) CHECK_OK(ask_again(txn, *setup, updated.ticket, fields, now));
    return updated;
}

}  // namespace lotse::desk
