// SPDX-License-Identifier: Apache-2.0
#include "desk/run_macro.h"

#include "base/must.h"
#include "desk/bulk_jobs.h"
#include "desk/learn.h"
#include "desk/macros.h"
#include "desk/placeholders.h"
#include "desk/reverse_event.h"
#include "desk/take_back.h"
#include "desk/ticket_step.h"
#include "desk/update_ticket.h"
#include "store/articles.h"
#include "store/customers.h"
#include "store/events.h"
#include "store/outbox.h"
#include "store/teamwork.h"
#include "store/tickets.h"
#include "store/wording.h"

namespace lotse::desk {
namespace {

// The ticket as it stands after the steps before this one.
struct Place {
    std::shared_ptr<Setup const> setup;
    domain::Ticket ticket;
    domain::Customer customer;
};

Result<Place> place_of(Desk& desk, store::ReadTxn& txn, domain::TicketId id) {
    Place out;
    TRY(out.setup, desk.setups.get(txn));
    TRY(out.ticket, store::get_ticket(txn, id));
    TRY(out.customer, store::get_customer(txn, out.ticket.customer));
    return out;
}

std::string filled(Place const& place, access::Principal const& principal, std::string_view text) {
    auto const* writer = place.setup->find_agent(principal.agent);
    return fill_placeholders(text, placeholder_values(*place.setup, place.ticket, place.customer, writer));
}

Result<domain::Texts> words_of(store::ReadTxn& txn, JsonObject const& part) {
    domain::AnswerId const answer{int_at(part, "answer")};
    if (!answer) return texts_of(part);
    auto found = store::get_answer(txn, answer);
    if (found) return std::move(found->texts);
    if (found.error().kind != Kind::not_found) return found.error();
    return conflict("macro.answer_gone", "The canned answer of this macro was removed; set another one.");
}

Result<void> change(Desk& desk, store::WriteTxn& txn, access::Principal const& principal, MacroRun const& wanted,
                    domain::Macro const& macro, Updated& updated) {
    TRY(auto const setup, desk.setups.get(txn));
    TRY(auto patch, patch_from(*setup, object_at(macro.document, "changes")));
    if (bool_at(macro.document, "takes") && principal.agent) patch.agent = principal.agent;
    TRY(updated, update_ticket_in(desk, txn, principal, wanted.ticket, 0, patch));
    return {};
}

Result<void> answer(Desk& desk, store::WriteTxn& txn, access::Principal const& principal, MacroRun const& wanted,
                    JsonObject const& part, MacroDone& done) {
    TRY(auto const place, place_of(desk, txn, wanted.ticket));
    TRY(auto const texts, words_of(txn, part));
    auto const& language = place.ticket.language.empty() ? place.customer.language : place.ticket.language;
    auto const* found = text_for(texts, *place.setup, language);
    must(found != nullptr, "a reply has a text, that was checked when it was saved");
    NewReply reply;
    reply.ticket = wanted.ticket;
    reply.text = filled(place, principal, found->second);
    auto const solved =
        place.ticket.status == domain::Status::solved ? domain::Status::solved : domain::Status::waiting;
    reply.then = domain::find_enum<domain::Status>(text_at(part, "then")).value_or(solved);
    reply.seen_article = wanted.seen_article;
    reply.hold_seconds = wanted.hold_seconds;
    reply.keeps_draft = true;
    TRY(auto const checked, check_reply(desk, std::move(reply)));
    TRY(done.reply, reply_in(desk, txn, principal, checked));
    return {};
}

Result<void> note(Desk& desk, store::WriteTxn& txn, access::Principal const& principal, MacroRun const& wanted,
                  JsonObject const& part, MacroDone& done) {
    TRY(auto const place, place_of(desk, txn, wanted.ticket));
    NewNote made;
    made.ticket = wanted.ticket;
    made.text = filled(place, principal, text_at(part, "text"));
    made.keeps_draft = true;
    TRY(auto const written, note_in(desk, txn, principal, made));
    done.note = written.article;
    return {};
}

// The step that stands for all of it. Names the macro as it is called now: it may be renamed or go.
Result<void> tell(Desk& desk, store::WriteTxn& txn, access::Principal const& principal, MacroRun const& wanted,
                  domain::Macro const& macro, domain::EventId changes, MacroDone& done) {
    auto event = event_by(principal, wanted.ticket, domain::EventKind::updated, desk.clock.now());
    event.data["macro"] = JsonObject{{"id", macro.id.value},
                                     {"name", macro.name},
                                     {"changes", changes.value},
                                     {"reply", done.reply ? done.reply->article.value : 0},
                                     {"note", done.note ? done.note->value : 0}};
    TRY(auto ticket, store::get_ticket(txn, wanted.ticket));
    TRY(auto step, store_step(txn, std::move(event), {}, std::move(ticket)));
    done.event = step.event;
    done.version = step.ticket.version;
    txn.after_commit([&desk, tenant = txn.tenant()] { desk.signals.ticket_settled(tenant); });
    return {};
}

Result<void> read_changes(store::ReadTxn& txn, domain::EventId step, MacroDone& done) {
    if (!step) return {};
    TRY(auto const event, store::get_event(txn, step));
    TRY(done.changes, changes_of(txn, event));
    return {};
}

// A later call with the same key is told what the first one was.
Result<MacroDone> recalled(store::ReadTxn& txn, JsonObject const& effect) {
    MacroDone out;
    out.is_known = true;
    out.version = int_at(effect, "version");
    out.event = domain::EventId{int_at(effect, "event")};
    TRY(auto const event, store::get_event(txn, out.event));
    auto const step = macro_step(event).value_or(MacroStep{});
    CHECK_OK(read_changes(txn, step.changes, out));
    if (step.note) out.note = step.note;
    if (!step.reply) return out;
    out.reply = Written{step.reply, true, {}};
    if (auto const at = int_at(effect, "sending_at")) out.reply->sending_at = instant(at);
    return out;
}

Result<MacroDone> run_in(Desk& desk, store::WriteTxn& txn, access::Principal const& principal, MacroRun const& wanted,
                         Updated& updated) {
    TRY(auto known, recall(txn, wanted.key));
    if (known) return recalled(txn, *known);
    TRY(auto const macro, store::get_macro(txn, wanted.macro));
    MacroDone out;
    CHECK_OK(change(desk, txn, principal, wanted, macro, updated));
    CHECK_OK(read_changes(txn, updated.event, out));
    if (macro.document.contains("reply"))
        CHECK_OK(answer(desk, txn, principal, wanted, object_at(macro.document, "reply"), out));
    if (macro.document.contains("note"))
        CHECK_OK(note(desk, txn, principal, wanted, object_at(macro.document, "note"), out));
    CHECK_OK(tell(desk, txn, principal, wanted, macro, updated.event, out));
    auto const leaves = out.reply && out.reply->sending_at ? micros(*out.reply->sending_at) : 0;
    CHECK_OK(remember(txn, wanted.key,
                      JsonObject{{"version", out.version}, {"event", out.event.value}, {"sending_at", leaves}},
                      desk.clock.now()));
    return out;
}

Result<void> remove_note(store::WriteTxn& txn, domain::ArticleId id) {
    TRY(auto const article, store::get_article(txn, id));
    CHECK_OK(store::take_back_notices(txn, article.ticket, id));
    CHECK_OK(store::remove_mentions(txn, id));
    return store::remove_article(txn, id);
}

}  // namespace

Result<MacroDone> run_macro(Desk& desk, access::Principal const& principal, MacroRun const& wanted) {
    Updated updated;
    auto done = desk.store.write(principal.scope, [&](store::WriteTxn& txn) {
        updated = {};
        return run_in(desk, txn, principal, wanted, updated);
    });
    if (done && updated.teaches) learn_from_correction(desk, principal.scope, updated.ticket, principal.agent);
    return done;
}

std::optional<MacroStep> macro_step(domain::Event const& event) {
    if (!event.data.contains("macro")) return std::nullopt;
    auto const& macro = object_at(event.data, "macro");
    return MacroStep{domain::EventId{int_at(macro, "changes")}, domain::ArticleId{int_at(macro, "reply")},
                     domain::ArticleId{int_at(macro, "note")}};
}

Result<void> withdraw_words(Desk& desk, store::WriteTxn& txn, access::Principal const& principal,
                            MacroStep const& step) {
    Result<void> done;
    if (step.note) done = remove_note(txn, step.note);
    if (done && step.reply) done = withdraw(desk, txn, principal, step.reply);
    if (!done && done.error().kind == Kind::not_found)
        return conflict("macro.undone", "What this macro did has been taken back already.");
    return done;
}

}  // namespace lotse::desk
