// SPDX-License-Identifier: Apache-2.0
#include "desk/watch.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "desk/gather.h"
#include "desk/pool_look.h"
#include "desk/weights.h"
#include "domain/ticket_due.h"
#include "routing/requirement.h"
#include "store/pool.h"
#include "store/tickets.h"
#include "store/watch.h"

namespace lotse::desk {
namespace {

constexpr int kTimersLookedAt = 2000;
constexpr std::size_t kShown = 20;
constexpr int kMostInBucket = 200;

std::optional<domain::ClockKind> breach_clock(domain::TimerKind kind) {
    for (auto const clock : domain::kClockKinds)
        if (domain::breach_of(clock) == kind) return clock;
    return std::nullopt;
}

bool is_at_work(routing::Candidate const& person) { return person.agent.is_available && !person.agent.is_disabled; }
bool is_free(Setup const& setup, routing::Candidate const& person) {
    return is_at_work(person) && has_any_room(setup, person.agent, person.load);
}

class Looker {
  public:
    Looker(Desk& desk, store::ReadTxn& txn, Watch& out) : desk_(desk), txn_(txn), out_(out) {}

    Result<void> look() {
        TRY(out_.setup, desk_.setups.get(txn_));
        out_.now = desk_.clock.now();
        TRY(out_.people, read_candidates(desk_, txn_, *out_.setup));
        std::erase_if(out_.people, [&](auto const& one) {
            return std::ranges::none_of(out_.setup->queues,
                                        [&](auto const& queue) { return routing::works_for(one.agent, queue.id); });
        });
        CHECK_OK(look_at_pool_by_due());
        CHECK_OK(look_at_timers());
        CHECK_OK(look_at_breached());
        CHECK_OK(look_at_silent());
        for (auto const& queue : out_.setup->queues) CHECK_OK(look_at_queue(queue));
        std::ranges::sort(out_.gaps, std::greater{}, &PoolGap::count);
        return {};
    }

  private:
    Result<void> look_at_pool_by_due() {
        TRY(auto const waiting, store::pool_by_due(txn_, kMostWatched));
        auto const warn_at = out_.setup->settings.warn_at_percent;
        for (auto const& one : waiting) {
            auto const used = out_.now - one.opened_at;
            bool const is_warned = one.due_at <= out_.now || used * 100 >= (one.due_at - one.opened_at) * warn_at;
            if (!is_warned) continue;
            ++out_.unassigned.count;
            if (out_.unassigned_first.size() >= kShown) continue;
            TRY(auto ticket, store::get_ticket(txn_, one.ticket));
            out_.unassigned_first.push_back(std::move(ticket));
        }
        out_.unassigned.is_exact = static_cast<int>(waiting.size()) < kMostWatched;
        return {};
    }

    Result<void> look_at_timers() {
        TRY(auto const timers, store::coming_timers(txn_, out_.now, kTimersLookedAt));
        auto const soon = out_.now + std::chrono::hours{1};
        std::set<domain::TicketId> counted;
        std::set<domain::TicketId> shown;
        for (auto const& timer : timers) {
            auto const clock = breach_clock(timer.kind);
            if (!clock) continue;
            if (timer.due_at <= soon) counted.insert(timer.ticket);
            if (out_.coming.size() >= kShown || !shown.insert(timer.ticket).second) continue;
            TRY(auto ticket, store::get_ticket(txn_, timer.ticket));
            out_.coming.push_back({std::move(ticket), *clock, timer.due_at});
        }
        out_.breaching.count = static_cast<std::int64_t>(counted.size());
        bool const is_whole = static_cast<int>(timers.size()) < kTimersLookedAt || timers.back().due_at > soon;
        out_.breaching.is_exact = is_whole;
        return {};
    }

    // What is answered or solved has no clock that runs; what is only past its wished time missed nothing.
    Result<void> look_at_breached() {
        TRY(auto const passed, store::passed_due(txn_, out_.now, kMostWatched));
        for (auto const& one : passed) {
            if (!one.is_missed) continue;
            ++out_.breached.count;
            if (out_.breached_first.size() >= kShown) continue;
            TRY(auto ticket, store::get_ticket(txn_, one.ticket));
            auto const due = domain::first_due(ticket);
            if (due) out_.breached_first.push_back({std::move(ticket), due->clock, due->at});
        }
        out_.breached.is_exact = static_cast<int>(passed.size()) < kMostWatched;
        return {};
    }

    Result<void> look_at_silent() {
        out_.watches_silence = std::ranges::any_of(out_.setup->chains, [](auto const& chain) {
            return std::ranges::find(chain.starts, domain::EscalationStart::silence) != chain.starts.end();
        });
        TRY(auto const found, store::silent_owners(txn_, static_cast<int>(kShown) * 5));
        out_.silent = {static_cast<std::int64_t>(found.size()), found.size() < kShown * 5};
        for (auto const& one : found) {
            if (out_.silent_first.size() >= kShown) break;
            TRY(auto ticket, store::get_ticket(txn_, one.ticket));
            out_.silent_first.push_back({std::move(ticket), one});
        }
        return {};
    }

    Result<void> look_at_queue(domain::Queue const& queue) {
        WatchedQueue shown;
        shown.queue = queue.id;
        std::vector<domain::Agent const*> there;
        for (auto const& person : out_.people) {
            if (!is_at_work(person) || !routing::works_for(person.agent, queue.id)) continue;
            if (person.agent.capacity > 0) there.push_back(&person.agent);
            ++shown.at_work;
            shown.free += is_free(*out_.setup, person) ? 1 : 0;
        }
        TRY(shown.waiting.count, store::count_in_pool(txn_, queue.id, kMostWatched));
        shown.waiting.is_exact = shown.waiting.count < kMostWatched;
        if (shown.waiting.count > 0) CHECK_OK(look_for_gaps(queue, there));
        out_.queues.push_back(shown);
        return {};
    }

    Result<void> look_for_gaps(domain::Queue const& queue, std::vector<domain::Agent const*> const& there) {
        TRY(auto const heads, store::pool_heads(txn_, queue.id, out_.now));
        auto const asked = [&](auto const& head) { return requirement_of(*out_.setup, head, out_.now); };
        auto const team = team_of(*out_.setup, queue.id);
        std::set<std::tuple<std::int64_t, std::string, domain::Priority>> seen;  // a bucket may have two heads
        for (auto const& head : heads) {
            if (!seen.emplace(head.category.value, head.language, head.priority).second) continue;
            auto const gap = lacking_of(there, asked(head), head.channel);
            if (!gap) continue;
            auto const of_team = lacking_at_all(*out_.setup, team, head);
            TRY(auto const count, store::count_in_bucket(txn_, head, kMostInBucket));
            add({queue.id, of_team.value_or(*gap), of_team.has_value(), count, head.ticket});
        }
        return {};
    }

    void add(PoolGap const& more) {
        for (auto& gap : out_.gaps)
            if (gap.queue == more.queue && gap.lacking == more.lacking && gap.is_of_team == more.is_of_team) {
                gap.count += more.count;
                return;
            }
        out_.gaps.push_back(more);
    }

    Desk& desk_;
    store::ReadTxn& txn_;
    Watch& out_;
};

}  // namespace

Result<Watch> watch(Desk& desk, domain::TenantScope const& scope) {
    return desk.store.read(scope, [&](store::ReadTxn& txn) -> Result<Watch> {
        Watch out;
        CHECK_OK(Looker(desk, txn, out).look());
        return out;
    });
}

}  // namespace lotse::desk
