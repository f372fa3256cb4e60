// SPDX-License-Identifier: Apache-2.0
#include "desk/decide_labels.h"

#include "domain/zone.h"
#include "triage/suggest.h"

namespace lotse::desk {
namespace {

using domain::EventKind;

template <class E>
std::optional<E> value_of(domain::Suggestion const& suggestion, std::string_view field) {
    auto const* label = suggestion.find(field);
    if (label == nullptr || label->abstains()) return std::nullopt;
    return domain::find_enum<E>(label->value);
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
    if (facts.article && facts.article->id != facts.first.id) input.new_text += "\n\n" + facts.article->new_text;
    input.channel = facts.ticket.channel;
    input.mailbox = text_at(facts.event.data, "recipient");
    input.organization = facts.ticket.organization;
    input.customer_language = facts.customer.language;
    input.content_language = text_at(facts.event.data, "language_hint");
    input.hour = hour_on_desk(*facts.setup, facts.event.at);
    input.is_automatic = facts.article && facts.article->is_automatic;
    return input;
}

std::optional<domain::Suggestion> suggest_labels(Facts const& facts) {
    bool const has_words = facts.event.kind == EventKind::opened || facts.event.kind == EventKind::customer_wrote;
    if (!has_words || !facts.article || facts.article->is_quarantined || facts.ticket.unreadable) return std::nullopt;
    if (facts.event.kind == EventKind::customer_wrote && facts.article->is_automatic) return std::nullopt;
    return triage::suggest(triage_input(facts), *facts.model, facts.setup->triage);
}

void apply_labels(Facts const& facts, domain::Suggestion const& suggestion, TicketEdit& edit, Settlement& out) {
    auto const may_set = [&](char const* field) { return !facts.fixed_fields.contains(field); };
    auto const because = [&](char const* field) { return suggestion.find(field)->because; };

    if (auto const* language = suggestion.find("language"); language != nullptr && !language->abstains()) {
        if (may_set("language")) edit.set_language(language->value, language->because);
        if (language->because.source != "prior") out.customer_language = language->value;
    }
    if (auto const* label = suggestion.find("category"); label != nullptr && !label->abstains() && may_set("category"))
        if (auto const* category = facts.setup->find_category(label->value))
            edit.set_category(category->id, label->because);
    if (auto const type = value_of<domain::TicketType>(suggestion, "type"); type && may_set("type"))
        edit.set_type(*type, because("type"));
    if (auto const impact = value_of<domain::Level>(suggestion, "impact"); impact && may_set("impact"))
        edit.set_impact(*impact, because("impact"));
    if (auto const urgency = value_of<domain::Level>(suggestion, "urgency"); urgency && may_set("urgency"))
        edit.set_urgency(*urgency, because("urgency"));
    // Upward only: a ticket that was urgent to somebody does not become quiet by a machine's guess.
    if (auto const priority = value_of<domain::Priority>(suggestion, "priority");
        priority && may_set("priority") && *priority > edit.ticket().priority)
        edit.set_priority(*priority, because("priority"));
}

}  // namespace lotse::desk
