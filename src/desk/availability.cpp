// SPDX-License-Identifier: Apache-2.0
#include "desk/availability.h"

#include <algorithm>

#include "store/agents.h"
#include "store/roster.h"

namespace lotse::desk {
namespace {

bool is_over(std::optional<Instant> at, Instant now) { return at && *at <= now; }

Result<void> turn_hand(Desk& desk, store::WriteTxn& txn, domain::AgentId id) {
    TRY(auto const stored, store::find_availability(txn, id));
    if (!stored) return {};
    auto one = *stored;
    auto const now = desk.clock.now();
    if (is_over(one.flips_at, now)) {
        one.flips_at.reset();
        TRY(auto agent, store::get_agent(txn, id));
        agent.is_available = !agent.is_available;
        TRY([[maybe_unused]] auto done, store::update_agent(txn, std::move(agent)));
    }
    if (is_over(one.restricted_until, now)) {
        one.restriction = domain::Restriction::none;
        one.restricted_until.reset();
    }
    announce_setup(desk, txn);
    return store::put_availability(txn, one);
}

Result<std::optional<Instant>> last_seen(store::ReadTxn& txn, Setup const& setup, domain::AgentId id) {
    if (setup.roster->rows().rules.away_after_minutes <= 0) return std::optional<Instant>();
    TRY(auto const all, store::list_last_seen(txn));
    auto const found = std::ranges::find(all, id, &store::LastSeen::agent);
    return found == all.end() ? std::optional<Instant>() : std::optional(found->at);
}

}  // namespace

Result<AvailabilityNow> read_availability(Desk& desk, domain::TenantScope const& scope, domain::AgentId id) {
    return desk.store.read(scope, [&](store::ReadTxn& txn) -> Result<AvailabilityNow> {
        AvailabilityNow out;
        TRY(out.agent, store::get_agent(txn, id));
        TRY(auto const setup, desk.setups.get(txn));
        TRY(auto const seen, last_seen(txn, *setup, id));
        auto const& roster = *setup->roster;
        auto const now = desk.clock.now();
        out.by_hand.agent = id;
        if (auto const* by_hand = roster.find_availability(id)) out.by_hand = *by_hand;
        out.duty = roster.duty(out.agent, now, seen);
        out.has_hours = roster.has_hours(id);
        out.next_shift = roster.next_shift(id, now);
        return out;
    });
}

Result<domain::Agent> put_availability(Desk& desk, access::Principal const& principal, domain::AgentId id,
                                       std::int64_t expected_version, AvailabilityWish const& wish) {
    auto const now = desk.clock.now();
    if (is_over(wish.until, now)) return invalid("availability.past", "This time is over already.", "/until");
    if (is_over(wish.restricted_until, now))
        return invalid("availability.past", "This time is over already.", "/restricted_until");
    return desk.store.write(principal.scope, [&](store::WriteTxn& txn) -> Result<domain::Agent> {
        TRY(auto agent, store::get_agent(txn, id));
        if (expected_version != 0) agent.version = expected_version;
        agent.is_available = wish.is_available;
        announce_setup(desk, txn);
        TRY(auto stored, store::update_agent(txn, std::move(agent)));
        domain::Availability own{id, wish.until, domain::Restriction::none, std::nullopt};
        TRY(auto const known, store::find_availability(txn, id));
        if (wish.restriction) {
            own.restriction = *wish.restriction;
            if (own.restriction != domain::Restriction::none) own.restricted_until = wish.restricted_until;
        } else if (known) {
            own.restriction = known->restriction;
            own.restricted_until = known->restricted_until;
        }
        CHECK_OK(store::put_availability(txn, own));
        return stored;
    });
}

Result<void> turn_hands(Desk& desk, domain::TenantScope const& scope) {
    std::vector<domain::AgentId> due;
    auto const now = desk.clock.now();
    CHECK_OK(desk.store.read(scope, [&](store::ReadTxn& txn) -> Result<void> {
        TRY(auto const setup, desk.setups.get(txn));
        for (auto const& one : setup->roster->rows().availabilities)
            if (is_over(one.flips_at, now) || is_over(one.restricted_until, now)) due.push_back(one.agent);
        return {};
    }));
    for (auto const id : due)
        CHECK_OK(desk.store.write(scope, [&](store::WriteTxn& txn) { return turn_hand(desk, txn, id); }));
    return {};
}

}  // namespace lotse::desk
