// SPDX-License-Identifier: Apache-2.0
// Triage within settle: ask it when there are new words, and let its labels do only what an unproven label may.
#pragma once

#include <optional>

#include "desk/facts.h"
#include "desk/meanings.h"
#include "desk/ticket_edit.h"

namespace lotse::desk {

// What triage is shown of a ticket. Training shows it the same of tickets that are done (desk/learn.cpp).
triage::TriageInput triage_input(Facts const& facts);
// Lets the language model read the message, if the serving model has learned with its vectors and triage will be asked: 2 to
// 200 ms of the caller's thread, so on the `cpu` lane and in no transaction. `is_busy`: too much waits; words must do.
void read_meaning(Meanings& meanings, Facts& facts, bool is_busy);
// 0..23 on the desk's clock; -1 if its time zone is unknown.
int hour_on_desk(Setup const& setup, Instant at);

// Nothing unless the event brought a customer's readable words that count (not automatic, not quarantined).
std::optional<domain::Suggestion> suggest_labels(Facts const& facts);

// Unproven labels may set language, category and type of the ticket, its impact and urgency, and raise the priority.
// They never lower a priority, and never touch a field that a person has set.
void apply_labels(Facts const& facts, domain::Suggestion const& suggestion, TicketEdit& edit, Settlement& out);

}  // namespace lotse::desk
