// SPDX-License-Identifier: Apache-2.0
#include "desk/kept_pool.h"

#include <algorithm>

#include "desk/desk.h"
#include "desk/routing_memory.h"
#include "desk/weights.h"
#include "store/pool.h"

namespace lotse::desk {
namespace {

constexpr int kPage = 2000;
constexpr int kTries = 16;
// A row becomes visible with its commit, a little after the time it tells; on another node, whose clock differs, later still.
constexpr std::chrono::seconds kOverlap{2};
constexpr std::chrono::seconds kFarOverlap{60};
constexpr std::chrono::seconds kFarPause{10};
constexpr std::chrono::minutes kRefill{10};

// Another mark: what tickets ask for is worked out anew.
std::vector<std::int64_t> mark_of(Setup const& setup) {
    std::vector<std::int64_t> out{setup.routing.version};
    for (auto const& queue : setup.queues) out.insert(out.end(), {queue.id.value, queue.version});
    out.push_back(-1);
    for (auto const& category : setup.categories) out.insert(out.end(), {category.id.value, category.version});
    out.push_back(-1);
    for (auto const& pair : setup.routing.blocked) out.push_back(pair.id.value);
    out.push_back(-1);
    out.insert(out.end(), setup.has_limits.begin(), setup.has_limits.end());
    return out;
}

bool is_alike(domain::Agent const& a, domain::Agent const& b) {
    return a.version == b.version && a.role == b.role && a.is_disabled == b.is_disabled &&
           a.is_available == b.is_available && a.queues == b.queues && a.languages == b.languages &&
           a.skills == b.skills;
}

template <class Id>
void add_blocked(std::unordered_map<std::int64_t, std::vector<domain::AgentId>> const& by, Id id,
                 std::vector<domain::AgentId>& out) {
    auto const found = by.find(id.value);
    if (id && found != by.end()) out.insert(out.end(), found->second.begin(), found->second.end());
}

}  // namespace

void KeptPool::begin(std::shared_ptr<Setup const> setup) {
    setup_ = std::move(setup);
    mark_ = mark_of(*setup_);
    waiting_ = std::make_unique<routing::HandOut>(std::span<routing::Candidate const>{});
    people_.clear();
    next_step_.clear();
    known_.clear();
    seen_ = looked_far_back_at_ = {};
    blocked_by_customer_.clear();
    blocked_by_organization_.clear();
    for (auto const& pair : setup_->routing.blocked) {
        if (pair.customer) blocked_by_customer_[pair.customer.value].push_back(pair.agent);
        if (pair.organization) blocked_by_organization_[pair.organization.value].push_back(pair.agent);
    }
    waiting_->set_pace([this](domain::AgentId agent, domain::CategoryId category) {
        auto const person = people_.find(agent.value);
        if (person == people_.end() || !solvers_ || solvers_->is_empty()) return 1.0;
        return solvers_->pace(person->second.agent, setup_->find_category(category), now_);
    });
    put_people(*setup_);
}

void KeptPool::put_people(Setup const& setup) {
    // Being at work counts among those who could; a silence is no matter here.
    for (auto const& agent : setup.agents) {
        bool const is_at_work = !agent.is_disabled && setup.roster->duty(agent, now_).is_at_work();
        auto const [known, is_new] = people_.try_emplace(agent.id.value, Person{agent, is_at_work});
        auto& person = known->second;
        if (!is_new && person.is_at_work == is_at_work && is_alike(person.agent, agent)) continue;
        person = {agent, is_at_work};
        waiting_->put_person(agent, is_at_work);
    }
    next_turn_ = setup.roster->next_change_of_any(now_);
}

void KeptPool::put(domain::PooledTicket const& ticket) {
    std::vector<domain::AgentId> blocked;
    add_blocked(blocked_by_customer_, ticket.customer, blocked);
    add_blocked(blocked_by_organization_, ticket.organization, blocked);
    waiting_->put(ticket, requirement_of(*setup_, ticket, now_), blocked);
    known_.insert(ticket.ticket);
    if (auto const next = next_change_of(*setup_, ticket, now_)) next_step_.emplace(*next, ticket.ticket);
}

Result<void> KeptPool::read_changes(store::ReadTxn& txn) {
    if (seen_ == Instant{}) filled_at_ = now_;
    bool const is_far = seen_ == Instant{} || now_ - looked_far_back_at_ >= kFarPause;
    auto since = seen_ == Instant{} ? Instant{} : seen_ - (is_far ? kFarOverlap : kOverlap);
    if (is_far) looked_far_back_at_ = now_;
    domain::TicketId after;
    for (;;) {
        TRY(auto const rows, store::pool_changed_since(txn, since, after, kPage));
        for (auto const& row : rows) {
            auto const* known = waiting_->find(row.ticket);
            if (known == nullptr || *known != row) put(row);
            seen_ = std::max(seen_, row.changed_at);
        }
        if (rows.size() < kPage) return {};
        since = rows.back().changed_at;
        after = rows.back().ticket;
    }
}

// Steps of the overflow that have come since.
void KeptPool::promote(Instant now) {
    while (!next_step_.empty() && next_step_.begin()->first <= now) {
        auto const id = next_step_.begin()->second;
        next_step_.erase(next_step_.begin());
        if (auto const* ticket = waiting_->find(id)) put(domain::PooledTicket(*ticket));
    }
}

Result<void> KeptPool::follow(Desk& desk, store::ReadTxn& txn) {
    now_ = desk.clock.now();
    TRY(auto setup, desk.setups.get(txn));
    solvers_ = setup->routing.learns ? desk.routing->solvers(txn.tenant()) : nullptr;
    if (!waiting_ || mark_of(*setup) != mark_) {
        begin(std::move(setup));
    } else if (setup != setup_ || (next_turn_ && now_ >= *next_turn_)) {
        setup_ = std::move(setup);
        put_people(*setup_);
    }
    CHECK_OK(read_changes(txn));
    promote(now_);
    return {};
}

Result<bool> KeptPool::is_as_stored(store::ReadTxn& txn, domain::PooledTicket const& kept) {
    TRY(auto const row, store::find_in_pool(txn, kept.ticket));
    if (row && *row == kept) return true;
    if (row) {
        put(*row);
    } else {
        known_.erase(kept.ticket);
        forget(domain::TicketId(kept.ticket));
    }
    return false;
}

Result<std::vector<routing::WeighedTicket>> KeptPool::pick(store::ReadTxn& txn, domain::AgentId agent,
                                                           routing::Pool::Accepts const& accepts,
                                                           std::set<domain::TicketId> const& skip) {
    routing::Pool::Skip const skips = [&](domain::TicketId ticket) { return skip.contains(ticket); };
    std::vector<routing::WeighedTicket> out;
    for (int attempt = 0; attempt < kTries; ++attempt) {
        out = waiting_->next_for(agent, now_, accepts, skip.empty() ? nullptr : skips);
        bool is_true = true;
        for (auto const& one : out) {
            TRY(bool const is_same, is_as_stored(txn, one.ticket));
            is_true = is_true && is_same;
        }
        if (is_true) return out;
    }
    return out;
}

Result<void> KeptPool::recheck(store::ReadTxn& txn, std::size_t count) {
    if (!waiting_) return {};
    if (now_ - filled_at_ >= kRefill) {
        seen_ = {};
        CHECK_OK(read_changes(txn));
    }
    std::vector<domain::TicketId> some;
    for (auto at = known_.upper_bound(rechecked_); at != known_.end() && some.size() < count; ++at) some.push_back(*at);
    rechecked_ = some.size() < count ? domain::TicketId{} : some.back();
    for (auto const id : some) {
        auto const* kept = waiting_->find(id);
        if (kept == nullptr) {
            known_.erase(id);
            continue;
        }
        TRY([[maybe_unused]] bool const is_same, is_as_stored(txn, domain::PooledTicket(*kept)));
    }
    return {};
}

routing::Requirement requirement_of(Setup const& setup, domain::PooledTicket const& pooled, Instant now) {
    auto const* queue = setup.find_queue(pooled.queue);
    auto out = routing::requirement_of(queue != nullptr ? *queue : domain::Queue{},
                                       setup.find_category(pooled.category), pooled.language, pooled.priority);
    out.weight = weight_of(setup, pooled.channel);
    auto const* rule = setup.routing.find(pooled.queue);
    if (rule == nullptr) return out;
    auto const waited = now - pooled.opened_at;
    for (auto const& step : rule->overflow)
        if (waited >= std::chrono::minutes{step.after_minutes}) out.helpers.push_back(step.queue);
    std::ranges::sort(out.helpers);
    auto const soft = rule->language_soft_after_minutes;
    if (soft > 0 && waited >= std::chrono::minutes{soft}) out.language_is_required = false;
    return out;
}

std::optional<Instant> next_change_of(Setup const& setup, domain::PooledTicket const& pooled, Instant now) {
    std::optional<Instant> out;
    auto const* rule = setup.routing.find(pooled.queue);
    if (rule == nullptr) return out;
    auto const offer = [&](int minutes) {
        auto const at = pooled.opened_at + std::chrono::minutes{minutes};
        if (minutes > 0 && at > now && (!out || at < *out)) out = at;
    };
    for (auto const& step : rule->overflow) offer(step.after_minutes);
    offer(rule->language_soft_after_minutes);
    return out;
}

}  // namespace lotse::desk
