// SPDX-License-Identifier: Apache-2.0
#include "desk/human_agreement.h"

#include <algorithm>

#include "desk/reliability.h"
#include "store/label_requests.h"
#include "store/ledger.h"
#include "store/tickets.h"

namespace lotse::desk {
namespace {

constexpr std::chrono::days kWeek{7};
constexpr std::chrono::days kTimes{28};
constexpr int kMostTimes = 500;
constexpr std::size_t kFewTimes = 5;
constexpr int kMostTickets = 20'000;
constexpr int kMostBlind = 2000;

std::optional<double> median_seconds(std::vector<Duration> times) {
    if (times.size() < kFewTimes) return std::nullopt;
    auto const middle = times.begin() + static_cast<std::ptrdiff_t>(times.size() / 2);
    std::ranges::nth_element(times, middle);
    return std::chrono::duration<double>(*middle).count();
}

Result<BlindPrice> price_of(store::ReadTxn& txn, GateRights const& rights, Instant now) {
    BlindPrice out;
    TRY(out.tickets, store::count_tickets_since(txn, now - kWeek, kMostTickets));
    for (auto const& [name, field] : rights.fields)
        out.decisions += static_cast<double>(out.tickets) * std::max(field.wishes.audit_share, kLeastAuditShare);
    TRY(auto const blind, store::list_blind_decisions(txn, now - kWeek, kMostBlind));
    out.decided = static_cast<std::int64_t>(blind.size());
    TRY(auto times, store::list_decision_times(txn, now - kTimes, kMostTimes));
    out.median_seconds = median_seconds(std::move(times));
    return out;
}

}  // namespace

Result<HumanAgreement> human_agreement(Desk& desk, domain::TenantScope const& scope) {
    return desk.store.read(scope, [&](store::ReadTxn& txn) -> Result<HumanAgreement> {
        auto const now = desk.clock.now();
        TRY(auto const setup, desk.setups.get(txn));
        TRY(auto const known, Reliability::read(txn, now));
        HumanAgreement out;
        out.fields = known.agreements();
        for (auto const& [id, judged] : known.people()) {
            auto const* agent = setup->find_agent(domain::AgentId{id});
            if (agent != nullptr) out.people.push_back({agent->id, agent->name, judged});
        }
        std::ranges::sort(out.people, {}, [](PersonView const& one) {
            return std::tuple(!one.judged.is_contradicted, !one.judged.is_in_doubt, one.name);
        });
        TRY(out.price, price_of(txn, setup->gate, now));
        return out;
    });
}

}  // namespace lotse::desk
