// SPDX-License-Identifier: Apache-2.0
#include "desk/decide_labels.h"

#include <algorithm>

#include "base/log.h"
#include "desk/ask_for_labels.h"
#include "desk/gate_rights.h"
#include "domain/zone.h"
#include "triage/suggest.h"

namespace lotse::desk {
namespace {

using domain::EventKind;

bool asks_triage(Facts const& facts) {
    bool const has_words = facts.event.kind == EventKind::opened || facts.event.kind == EventKind::customer_wrote;
    if (!has_words || !facts.article || facts.article->is_quarantined || facts.ticket.unreadable) return false;
    return facts.event.kind == EventKind::opened || !facts.article->is_automatic;
}

// The label of a field if triage may set it now. Whatever the gate says, the ledger keeps what triage said.
std::optional<domain::Label> allowed_label(Facts const& facts, domain::Suggestion const& suggestion,
                                           std::string const& field, Settlement& out) {
    auto const* label = suggestion.find(field);
    if (label == nullptr || label->abstains() || facts.fixed_fields.contains(field)) return std::nullopt;
    domain::Prediction said;
    said.ticket = facts.ticket.id;
    said.event = facts.event.id;
    said.field = field;
    said.value = label->value;
    said.score = label->because.confidence.value_or(0);
    for (auto const& alternative : label->alternatives) said.among.push_back(alternative.value);
    if (said.among.empty()) said.among.push_back(label->value);
    said.model = facts.model->fitted.empty() ? "keywords" : facts.model->fitted;
    said.made_at = facts.now;
    bool const is_whole = facts.meaning_read != MeaningRead::missing;
    // Half of a model has no rights, and what it says is no evidence for the whole one.
    if (!is_whole) said.model += " by words";
    auto const permission = ask_gate(facts.setup->gate, facts.ticket.id, field, label->value, said.score, said.model);
    said.shown = permission.shown;
    said.is_audit = permission.is_audit;
    if (is_whole) out.predictions.push_back(std::move(said));
    if (permission.shown != domain::Shown::acted) return std::nullopt;
    auto allowed = *label;
    allowed.because.unproven = !permission.is_proven;
    return allowed;
}

bool is_kept_back(Settlement const& settlement, std::string_view field) {
    return std::ranges::any_of(settlement.predictions, [&](auto const& said) {
        return said.field == field && said.shown == domain::Shown::hidden;
    });
}

}  // namespace

int hour_on_desk(Setup const& setup, Instant at) {
    auto const zone = domain::Zone::find(setup.tenant.time_zone);
    if (!zone) return -1;
    auto const local = zone->to_local(at);
    auto const day = std::chrono::floor<std::chrono::days>(local);
    return static_cast<int>(std::chrono::duration_cast<std::chrono::hours>(local - day).count());
}

triage::TriageInput triage_input(Facts const& facts) {
    triage::TriageInput input;
    input.subject = facts.ticket.subject;
    input.new_text = facts.first.new_text;
    if (facts.article && facts.article->id != facts.first.id) {
        input.new_text += "\n\n";
        input.newest_from = input.new_text.size();
        input.new_text += facts.article->new_text;
    }
    input.channel = facts.ticket.channel;
    input.mailbox = text_at(facts.event.data, "recipient");
    input.organization = facts.ticket.organization;
    input.customer_language = facts.customer.language;
    input.content_language = text_at(facts.event.data, "language_hint");
    input.hour = hour_on_desk(*facts.setup, facts.event.at);
    input.is_automatic = facts.article && facts.article->is_automatic;
    input.meaning = facts.meaning;
    return input;
}

void read_meaning(Meanings& meanings, Facts& facts, bool is_busy) {
    auto const& wanted = facts.model->encoder;
    if (wanted.empty() || !asks_triage(facts)) return;
    facts.meaning_read = MeaningRead::missing;
    auto const encoder = meanings.encoder();
    if (is_busy || !encoder || encoder->version() != wanted) return;
    auto const input = triage_input(facts);
    auto meaning = meanings.of(meaning_text(input.subject, input.new_text));
    if (!meaning)
        log_error("a message was not read for its meaning", meaning.error(), {{"event", facts.event.id.value}});
    if (!meaning || meaning->encoder != wanted) return;
    facts.meaning = *std::move(meaning);
    facts.meaning_read = MeaningRead::read;
}

std::optional<domain::Suggestion> suggest_labels(Facts const& facts) {
    if (!asks_triage(facts)) return std::nullopt;
    return triage::suggest(triage_input(facts), *facts.model, facts.setup->triage);
}

void apply_labels(Facts const& facts, domain::Suggestion const& suggestion, TicketEdit& edit, Settlement& out) {
    if (auto const* language = suggestion.find("language"); language != nullptr && !language->abstains()) {
        if (!facts.fixed_fields.contains("language")) edit.set_language(language->value, language->because);
        if (language->because.source != "prior") out.customer_language = language->value;
    }
    // A mood decides nothing, so it needs no right; it is read anew with each message.
    if (auto const* mood = suggestion.find("sentiment"); mood != nullptr && !mood->abstains())
        if (auto const sentiment = domain::find_enum<domain::Sentiment>(mood->value))
            edit.set_sentiment(*sentiment, mood->because);
    auto const allowed = [&](char const* field) { return allowed_label(facts, suggestion, field, out); };
    if (auto const label = allowed("category"))
        if (auto const* category = facts.setup->find_category(label->value))
            edit.set_category(category->id, label->because);
    if (auto const label = allowed("type"))
        if (auto const type = domain::find_enum<domain::TicketType>(label->value)) edit.set_type(*type, label->because);
    auto const impact = allowed("impact");
    if (impact)
        if (auto const level = domain::find_enum<domain::Level>(impact->value))
            edit.set_impact(*level, impact->because);
    auto const urgency = allowed("urgency");
    if (urgency)
        if (auto const level = domain::find_enum<domain::Level>(urgency->value))
            edit.set_urgency(*level, urgency->because);
    out.asks = ask_for_labels(facts, suggestion, out.predictions);
    if (is_stopped(facts.setup->gate, "impact") || is_stopped(facts.setup->gate, "urgency")) return;
    // What follows from a value that is kept from everybody would give it away.
    if (is_kept_back(out, "impact") || is_kept_back(out, "urgency")) return;
    // Upward only: a ticket that was urgent to somebody does not become quiet by a machine's guess.
    if (auto const* label = suggestion.find("priority");
        label != nullptr && !label->abstains() && !facts.fixed_fields.contains("priority"))
        if (auto const priority = domain::find_enum<domain::Priority>(label->value);
            priority && *priority > edit.ticket().priority)
            edit.set_priority(*priority, label->because);
}

}  // namespace lotse::desk
