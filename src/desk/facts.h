// SPDX-License-Identifier: Apache-2.0
// Everything that settle may know about one event, read in one snapshot; and what it decides. Both are plain values, so
// a decision can be computed again, in a test, in a replay, or to tell why.
#pragma once

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "desk/promise_book.h"
#include "desk/setup.h"
#include "desk/solver_book.h"
#include "domain/breach.h"
#include "domain/deadlines.h"
#include "domain/escalation.h"
#include "domain/event.h"
#include "domain/label_request.h"
#include "domain/ledger.h"
#include "domain/notice.h"
#include "domain/people.h"
#include "domain/portal.h"
#include "domain/suggestion.h"
#include "domain/ticket.h"
#include "domain/timer.h"
#include "routing/place.h"
#include "store/tickets.h"

namespace lotse::desk {

// What the loop guard counts (H-11, H-13): automatic notices to the customer's address.
struct SentCounts {
    int to_address_on_ticket_24h = 0;
    int to_address_1h = 0;
    int to_address_24h = 0;
    int of_desk_1h = 0;  // automatic notices to anybody outside
};

struct FiredTimer {
    domain::TimerKind kind = domain::TimerKind::close;
    Instant due_at{};
    int percent = 0;  // of a rung, as in domain::Timer
    std::string round = {};
    bool operator==(FiredTimer const&) const = default;
};

// Whether triage may use the meaning of the message. `missing`: the serving model has learned with meanings, and this one was
// not read (no language model, or too much to do). Then triage goes by words, which proves nothing of that model.
enum class MeaningRead { unwanted, read, missing };

struct Facts {
    Instant now{};
    std::shared_ptr<Setup const> setup;
    std::shared_ptr<triage::TriageModel const> model;
    std::shared_ptr<PromiseBook const> book;
    std::vector<domain::Promise> promises;  // made earlier
    std::vector<store::QueueCount> queue_counts;
    domain::Event event;
    domain::Ticket ticket;
    domain::Article first;  // the article that opened the ticket
    std::optional<domain::Article> article;  // of the event
    domain::Customer customer;
    std::optional<domain::Organization> organization;
    std::vector<routing::Candidate> candidates;
    std::shared_ptr<SolverBook const> solvers;  // null: the desk does not learn
    bool known_by_firm = false;  // known_by served somebody else of the customer's firm
    bool known_by_thread = false;  // known_by had the closed ticket that this one follows
    domain::AgentId
        known_by;  // who served this customer or firm last; read for tickets without owner, where a queue pulls
    std::vector<domain::ClockMark> marks;  // up to now
    std::vector<FiredTimer> fired;
    std::vector<domain::Breach> breaches;  // known so far
    Instant last_act{};  // when somebody last did something in the ticket, the customer or one of us
    std::vector<domain::Escalation> escalations;  // that have not ended
    std::set<std::string> fixed_fields;  // a person chose these; settle leaves them
    std::vector<domain::AgentId> followers;
    SentCounts sent;
    std::string reply_key;
    domain::Portal portal;
    triage::Meaning meaning = {};  // of what triage is shown; filled by read_meaning(), after the transaction
    MeaningRead meaning_read = MeaningRead::unwanted;
    std::string unique;  // random text; makes Message-IDs unique
};

struct Settlement {
    domain::Ticket ticket;  // as it shall be; its version is the one that was read
    std::vector<domain::Change> changes;
    std::optional<domain::Suggestion> suggestion;
    std::vector<domain::Prediction> predictions;  // what of it may act, may be seen, or is kept back
    std::optional<domain::LabelRequest> asks;  // a person, for labels; only where there is a suggestion
    std::vector<routing::Considered> considered;
    enum class Pool : std::uint8_t { as_it_is, in, out };
    Pool pool = Pool::as_it_is;
    domain::AgentId known_by;  // goes into the pool with it
    std::vector<domain::Timer> timers;
    std::optional<std::vector<domain::Missed>> missed;  // every target missed so far; nothing: leave what is known
    std::vector<domain::Promise> promises;  // new ones, and those that moved or were kept or missed
    std::vector<domain::Escalation> escalations;  // new ones, and those that moved
    std::vector<domain::Notice> notices;
    std::string customer_language;  // learnt now; "" = leave
    bool assigned_now = false;  // ticket.agent is a new owner
};

}  // namespace lotse::desk
