// SPDX-License-Identifier: Apache-2.0
// The pool of one desk in memory, between decisions: the people, and every waiting ticket in its bucket. A cache over the
// store: filled at the first look, then brought up at each look by the rows that changed, whoever changed them. A row that
// is gone is found out when a ticket is about to be taken, and by `recheck`. The claim in the store stays the only truth
// (pool_look.h), so a stale cache costs a second try and never a double assignment.
#pragma once

#include <memory>
#include <optional>
#include <set>
#include <unordered_map>
#include <vector>

#include "base/mutex.h"
#include "desk/setup.h"
#include "desk/solver_book.h"
#include "domain/pool.h"
#include "routing/hand_out.h"
#include "store/db.h"

namespace lotse::desk {

struct Desk;

// Used by one thread at a time, inside the lock of SharedPool. Every call is given a transaction that began inside that lock,
// so that what it sees is never older than what is kept.
class KeptPool {
  public:
    // Cost: the rows that changed in the last two seconds, and of another node's late ones now and then those of a minute;
    // one comparison a person where the set-up was read anew. The first call reads every waiting ticket, in pages.
    Result<void> follow(Desk& desk, store::ReadTxn& txn);

    // What presses most for this person of what passes, best first, at most three, each as the store has it at this moment.
    // After follow(). Cost: the heads of the person's buckets, and an index seek for each of the three.
    Result<std::vector<routing::WeighedTicket>> pick(store::ReadTxn& txn, domain::AgentId agent,
                                                     routing::Pool::Accepts const& accepts,
                                                     std::set<domain::TicketId> const& skip);
    void forget(domain::TicketId ticket) { waiting_->remove(ticket); }
    // Compares so many of the tickets it keeps with the store, going on where it stopped; every ten minutes all of them are
    // read anew.
    Result<void> recheck(store::ReadTxn& txn, std::size_t count);

    std::shared_ptr<Setup const> const& setup() const { return setup_; }
    std::size_t size() const { return waiting_ ? waiting_->size() : 0; }

  private:
    // Of the stored row at this moment; where there is none, the ticket is forgotten.
    Result<bool> is_as_stored(store::ReadTxn& txn, domain::PooledTicket const& kept);
    void begin(std::shared_ptr<Setup const> setup);
    void put_people(Setup const& setup);
    void put(domain::PooledTicket const& ticket);
    Result<void> read_changes(store::ReadTxn& txn);
    void promote(Instant now);

    std::shared_ptr<Setup const> setup_;
    std::vector<std::int64_t> mark_;  // of what requirements are made from
    std::unique_ptr<routing::HandOut> waiting_;  // null: never filled
    std::shared_ptr<SolverBook const> solvers_;
    struct Person {
        domain::Agent agent;
        bool is_at_work = false;
    };
    std::unordered_map<std::int64_t, Person> people_;  // as they were put
    std::optional<Instant> next_turn_;  // of the roster
    std::unordered_map<std::int64_t, std::vector<domain::AgentId>> blocked_by_customer_;
    std::unordered_map<std::int64_t, std::vector<domain::AgentId>> blocked_by_organization_;
    std::set<std::pair<Instant, domain::TicketId>> next_step_;  // when a ticket's requirement changes by itself
    std::set<domain::TicketId> known_;
    domain::TicketId rechecked_;
    Instant now_{};
    Instant seen_{};  // the newest change of a row
    Instant looked_far_back_at_{};
    Instant filled_at_{};
};

// Thread-safe by its lock, which is held while the store is read.
struct SharedPool {
    BareMutex mutex;
    KeptPool pool GUARDED_BY(mutex);
};

// What a ticket asks of whoever takes it at this moment: overflow and soft languages come with the time it has waited. A
// queue that was deleted meanwhile asks for what nobody has; its tickets are moved by people.
routing::Requirement requirement_of(Setup const& setup, domain::PooledTicket const& pooled, Instant now);
// When that will change next, if ever.
std::optional<Instant> next_change_of(Setup const& setup, domain::PooledTicket const& pooled, Instant now);

}  // namespace lotse::desk
