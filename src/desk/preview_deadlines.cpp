// SPDX-License-Identifier: Apache-2.0
#include "desk/preview_deadlines.h"

#include <algorithm>

#include "desk/decide_deadlines.h"
#include "desk/gather.h"
#include "store/calendar_feeds.h"
#include "store/setup.h"
#include "store/tickets.h"

namespace lotse::desk {
namespace {

constexpr int kBatch = 50;

using domain::Status;

std::optional<Instant> soonest_of(domain::Deadlines const& due) {
    std::optional<Instant> out;
    for (auto const clock : domain::kClockKinds) {
        auto const at = due.running(clock).due;
        if (at && (!out || *at < *out)) out = at;
    }
    return out;
}

bool is_breached(domain::Deadlines const& due, Instant now) {
    return !due.missed.empty() || std::ranges::any_of(domain::kClockKinds, [&](auto clock) {
        auto const at = due.running(clock).due;
        return at && *at <= now;
    });
}

class Preview {
  public:
    Preview(Desk& desk, domain::TenantScope const& scope, Setup after)
        : desk_(desk), scope_(scope), after_(std::move(after)), now_(desk.clock.now()) {}

    Result<DeadlinePreview> run() {
        CHECK_OK(walk({Status::fresh, Status::open, Status::waiting}, true));
        CHECK_OK(walk({Status::solved, Status::closed}, false));
        return out_;
    }

  private:
    Result<void> walk(std::vector<Status> statuses, bool is_open) {
        store::TicketQuery query;
        query.statuses = std::move(statuses);
        query.sort = is_open ? store::TicketSort::created : store::TicketSort::updated;
        query.limit = kBatch;
        auto& looked = is_open ? out_.open : out_.ended;
        auto& has_more = is_open ? out_.has_more_open : out_.has_more_ended;
        for (;;) {
            TRY(auto next, desk_.store.read(scope_, [&](store::ReadTxn& txn) { return look(txn, query, is_open); }));
            if (!next) return {};
            query.after = *next;
            has_more = looked >= kPreviewTickets;
            if (has_more) return {};
        }
    }

    // The cursor of what comes next; nothing: no more.
    Result<std::optional<std::string>> look(store::ReadTxn& txn, store::TicketQuery const& query, bool is_open) {
        using None = std::optional<std::string>;
        TRY(auto const page, store::list_tickets(txn, query));
        for (auto const& ticket : page.items) {
            // The list goes by the last change, which is never before the solution.
            if (!is_open && ticket.updated_at < now_ - kPreviewDays) return None{};
            if (!is_open && (!ticket.solved_at || *ticket.solved_at < now_ - kPreviewDays)) continue;
            TRY(auto const facts, gather_clocks(desk_, txn, ticket));
            CHECK_OK(compare(facts, is_open));
        }
        return page.next.empty() ? None{} : std::optional(page.next);
    }

    Result<void> compare(Facts const& facts, bool is_open) {
        TRY(auto const before, deadlines_of(facts, *facts.setup, facts.ticket, facts.marks));
        auto const wanted = deadlines_of(facts, after_, facts.ticket, facts.marks);
        if (!wanted) return wanted.error().kind == Kind::invalid ? Result<void>{} : Result<void>{wanted.error()};
        ++(is_open ? out_.open : out_.ended);
        auto const a = before.value_or(domain::Deadlines{});
        auto const b = wanted->value_or(domain::Deadlines{});
        if (is_open) {
            count_open(a, b);
        } else {
            count_ended(a, b);
        }
        return {};
    }

    void count_open(domain::Deadlines const& before, domain::Deadlines const& after) {
        auto const never = Instant::max();
        auto const a = soonest_of(before).value_or(never);
        auto const b = soonest_of(after).value_or(never);
        out_.earlier += b < a ? 1 : 0;
        out_.later += b > a ? 1 : 0;
        bool const was = is_breached(before, now_);
        bool const will = is_breached(after, now_);
        out_.breached += !was && will ? 1 : 0;
        out_.unbreached += was && !will ? 1 : 0;
    }

    void count_ended(domain::Deadlines const& before, domain::Deadlines const& after) {
        for (std::size_t i = 0; i < out_.shares.size(); ++i) {
            auto& share = out_.shares[i];
            auto const missed = [&](domain::Deadlines const& due) {
                return std::ranges::count(due.missed, static_cast<domain::ClockKind>(i), &domain::Missed::clock);
            };
            share.kept_before += before.kept[i];
            share.judged_before += before.kept[i] + missed(before);
            share.kept_after += after.kept[i];
            share.judged_after += after.kept[i] + missed(after);
        }
    }

    Desk& desk_;
    domain::TenantScope const& scope_;
    Setup after_;
    Instant now_;
    DeadlinePreview out_;
};

}  // namespace

Result<DeadlinePreview> preview_policy(Desk& desk, domain::TenantScope const& scope, domain::PolicyId id,
                                       PolicyFields const& fields) {
    TRY(auto after, desk.store.read(scope, [&](store::ReadTxn& txn) -> Result<Setup> {
        TRY(auto const wanted, policy_with(txn, id, fields, desk.clock.now()));
        TRY(auto const now, desk.setups.get(txn));
        Setup changed = *now;
        for (auto& policy : changed.policies) {
            if (policy.id == id) policy = wanted;
            if (policy.id != id && wanted.is_default) policy.is_default = false;
        }
        return changed;
    }));
    return Preview(desk, scope, std::move(after)).run();
}

Result<DeadlinePreview> preview_calendar(Desk& desk, domain::TenantScope const& scope,
                                         domain::Calendar const& calendar) {
    TRY(auto after, desk.store.read(scope, [&](store::ReadTxn& txn) -> Result<Setup> {
        TRY([[maybe_unused]] auto is_there, store::get_calendar(txn, calendar.id));
        TRY(auto const now, desk.setups.get(txn));
        Setup changed = *now;
        std::vector<domain::Calendar> wanted{calendar};
        CHECK_OK(store::add_feed_holidays(txn, wanted));
        for (auto& one : changed.calendars)
            if (one.id == calendar.id) one = wanted.front();
        return changed;
    }));
    return Preview(desk, scope, std::move(after)).run();
}

}  // namespace lotse::desk
