// SPDX-License-Identifier: Apache-2.0
// Who takes a ticket: the queue by category, address and organization, then the best fitting free agent, with the
// reason, or nobody, with the reason. Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/because.h"
#include "domain/desk_setup.h"
#include "domain/people.h"
#include "domain/roster.h"
#include "routing/load.h"

namespace lotse::routing {

// An agent as routing sees one: the person and the load of this moment.
struct Candidate {
    domain::Agent agent;
    Load load = {};
    // By hand, hours and absences. Where it is off, agent.is_available is false, too.
    domain::Duty duty = {};
    double pace = 1;       // what their experience with this kind is worth, 0.85..1.15 (expertise.h)
    bool is_blocked = false;  // never gets tickets of this customer; told to nobody
};

struct RoutingFacts {
    domain::QueueId current_queue;       // keeps the ticket there if a person put it there
    bool queue_is_fixed = false;         // a person chose the queue: only the agent is open
    domain::QueueId address_queue;       // of the recipient address; none if 0
    domain::QueueId organization_queue;  // none if 0
    domain::Category const* category = nullptr;  // suggested or set; none if null
    bool category_is_unproven = false;
    std::vector<domain::Queue> queues;   // all of the tenant
    std::vector<Candidate> candidates;   // all agents of the tenant, any order
    std::string language;                // "" unknown: no language demand
    domain::AgentId current_agent;       // keeps the ticket while able to work on it
    domain::Priority priority = domain::Priority::normal;
    Weight weight = {};
    bool is_begun = false;               // the owner has acted on it
    std::optional<Instant> needed_by = {};  // the nearest deadline that still runs
    std::vector<domain::QueueId> owner_helps_in = {};  // whose tickets overflow to a queue that the owner works for
    domain::AgentId sticky_agent;        // who served this customer or firm and should again; none if 0
    bool is_sticky_by_thread = false;    // they had the closed ticket that this one follows
    struct Sticky {
        domain::QueueId queue;
        int extra = 2;  // as long as nobody who fits has so many open tickets fewer
    };
    std::vector<Sticky> sticky_in;  // in these queues alone
};

// The same as the words of a verdict, for translation.
enum class Verdict : std::uint8_t {
    chosen,
    could_take,
    busier,
    assigned_later,
    equal,
    at_work,  // with as many tickets as the queue hands out at once
    no_skill,
    no_language,
    absent,
    full,
    off_shift,
    on_break,
    silent,      // no sign of life in the desk for long
    restricted,  // takes only what is more urgent now, or nothing new
};

struct Considered {
    domain::AgentId agent;
    double relative_load = 0;  // units in use / capacity
    // "chosen", "could take it", "busier", "assigned later", "no Polish", "no 'network'", "absent", "full"
    std::string verdict;
    Verdict code = Verdict::chosen;
    std::string what = {};  // the skill or the language (ISO 639-1) that is missing; the restriction by its name
    std::optional<Instant> until = {};  // when an absence, shift, break or restriction is over, as far as known
};

std::string_view name_of(Verdict verdict);  // "chosen", "could_take", ...
// By its name; decisions older than the names are told by their words.
Verdict find_verdict(std::string_view name, std::string_view words);

// Why somebody is given no ticket of this priority now, load apart: by the roster, by hand, by a restriction. The one place
// where routing asks for availability.
struct Hindrance {
    Verdict code = Verdict::absent;
    std::string verdict;
    std::string what;
    std::optional<Instant> until;
};
std::optional<Hindrance> find_hindrance(Candidate const& candidate, domain::Priority priority);
std::optional<Hindrance> find_hindrance(domain::Duty const& duty, domain::Priority priority);

struct Placement {
    domain::QueueId queue;
    domain::Because queue_because;
    domain::AgentId agent;  // none if 0: stays in the queue
    domain::Because agent_because;
    // The best 3 who fit, best first, then at most 5 of the queue's others (lowest ids) with the first reason against.
    std::vector<Considered> considered;
};

// Queue: a person's choice, else the category's queue, else the organization's, else the address's, else the first
// queue (lowest id). Ids of queues that no longer exist are passed over. Agent: works for the queue (enabled; admin,
// lead or agent), has every skill that the queue and the category want, speaks the language, is available, has room for
// what the ticket weighs; then lowest relative load, then longest idle (never assigned is longest), then lowest id. Experience with the
// kind counts as up to one unit fewer or more. Where the queue lets
// people answer in translation, those who speak the language come before those who do not. A queue on pull chooses
// nobody: the ticket stays in the pool for whoever is free next (next_ticket.h).
// The owner keeps the ticket while available and working for its queue or for one that helps it, whatever the load, skills and language: a
// hand-over costs the customer more than a missing tag, and a person may have chosen so on purpose. A break does not take it
// away, nor do the end of a shift and an absence, where the owner has begun it and is back before it is needed. Else the sticky
// agent comes before all others who fit; who is blocked is passed over in silence.
// O(agents). Deterministic: the same facts give the same placement.
Placement place(RoutingFacts const& facts);

}  // namespace lotse::routing
