// SPDX-License-Identifier: Apache-2.0
// A condition on tickets of any shape: what a query of search/query.h means once names are ids and dates are instants
// (desk/resolve_query.h makes it). Judged on rows; only its words ask the index.
#pragma once

#include <functional>
#include <limits>
#include <string>
#include <vector>

#include "domain/ticket.h"
#include "search/text_query.h"
#include "store/db.h"

namespace lotse::store {

enum class Attribute : std::uint8_t {
    status,
    priority,
    channel,
    type,  // tickets whose type nobody knows have none
    queue,
    agent,
    customer,
    organization,
    category,
    id,
    follows,
    created,
    updated,
    first_reply_due,
    solution_due,
    next_due,  // the sooner of those that are still open
    solved,
    closed,
    escalated,
    unreadable,
    snoozed,
};
// As a number: a vocabulary's position, an id (0: none), microseconds, or a flag; nothing where the ticket has none.
std::optional<std::int64_t> value_of(domain::Ticket const& ticket, Attribute attribute);

// The soonest of the ticket's due times, its wished one among them.
std::optional<Instant> next_due(domain::Ticket const& ticket);

struct TicketFilter {
    enum class Kind : std::uint8_t { all, any, no, words, one_of, within, language, facets };
    Kind kind = Kind::all;  // all of no parts: every ticket
    std::vector<TicketFilter> parts;  // all, any: any number; no: one
    search::TextQuery words;
    Attribute attribute = Attribute::status;
    std::vector<std::int64_t> values;  // one_of
    std::int64_t from = std::numeric_limits<std::int64_t>::min();  // within: from <= value < to
    std::int64_t to = std::numeric_limits<std::int64_t>::max();
    std::vector<std::string> languages;
    std::vector<std::string> facets;  // any of these (ticket_facets.h)
};

// Whether a ticket holds the words.
using HasWords = std::function<Result<bool>(search::TextQuery const& words, domain::TicketId ticket)>;
Result<bool> passes(TicketFilter const& filter, domain::Ticket const& ticket, HasWords const& has_words);

}  // namespace lotse::store
