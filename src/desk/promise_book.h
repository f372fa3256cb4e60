// SPDX-License-Identifier: Apache-2.0
// What a desk promises by: a model of waiting times for each thing awaited, and whether it may be told at the moment.
#pragma once

#include <array>
#include <memory>
#include <optional>

#include "desk/setup.h"
#include "domain/promise.h"
#include "domain/ticket.h"
#include "insight/wait_model.h"
#include "store/db.h"

namespace lotse::desk {

inline constexpr int kPromisedPercent = 90;

// How the promises of one kind were kept lately, and what follows (judge_standing).
struct PromiseStanding {
    bool may_tell = true;
    std::int64_t due = 0;  // promises whose time came in the last kStandingDays, told or not
    std::int64_t kept = 0;
    std::int64_t told_due = 0;
    std::int64_t told_kept = 0;
    Instant since{};      // of may_tell as it is
    Instant judged_at{};  // the epoch: never
};
inline constexpr int kStandingDays = 30;

// Promises are withdrawn when fewer than 85 of a hundred are kept and chance does not explain that even 90 were to be
// (upper end of the 95 % interval by Wilson); told again when 88 are kept and the lower end is 85 or more. With fewer
// than 50 that came due nothing changes. Pure.
PromiseStanding judge_standing(PromiseStanding before, Instant now);

struct PromiseBook {
    std::array<insight::WaitModel, domain::kAwaited> models;
    std::array<PromiseStanding, domain::kAwaited> standings;

    insight::WaitModel const& model(domain::Awaited what) const { return models[static_cast<std::size_t>(what)]; }
    PromiseStanding const& standing(domain::Awaited what) const { return standings[static_cast<std::size_t>(what)]; }
};

// Fields of the facts, in their order; place is the one that `load` counts in.
inline constexpr std::size_t kPromiseFields = 11;
inline constexpr std::size_t kPlaceField = 1;
// What is known of a ticket once it has been placed. `load`: others that are open in its queue.
insight::WaitFacts wait_facts(domain::Ticket const& ticket, Setup const& setup, std::int64_t load);
// In whose open time a ticket of this queue is counted: the queue's calendar, else the default policy's, else always open.
domain::Calendar const& promise_calendar(Setup const& setup, domain::QueueId queue);
// When the thing awaited had come; nothing while it has not.
std::optional<Instant> came_at(domain::Ticket const& ticket, domain::Awaited what);
// By then, as it may be told: `open` open time after `from`, rounded up to a quarter of an hour, to a full hour from four
// hours on; never before `now`. Nothing where the calendar gives no such time.
std::optional<Instant> told_time(domain::Calendar const& calendar, Instant from, Duration open, Instant now);

// What is stored; an empty book where nothing is. What cannot be read is logged and counts as nothing.
std::shared_ptr<PromiseBook const> read_promise_book(store::ReadTxn& txn);
Result<void> write_model(store::WriteTxn& txn, domain::Awaited what, insight::WaitModel const& model);
Result<void> write_standings(store::WriteTxn& txn, PromiseBook const& book);

}  // namespace lotse::desk
