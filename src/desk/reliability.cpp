// SPDX-License-Identifier: Apache-2.0
#include "desk/reliability.h"

#include "store/label_requests.h"
#include "store/ledger.h"

namespace lotse::desk {
namespace {

constexpr std::chrono::days kPairs{90};
constexpr std::chrono::days kBlind{28};
constexpr int kMostPairs = 1000;
constexpr int kMostBlind = 2000;

}  // namespace

Result<Reliability> Reliability::read(store::ReadTxn& txn, Instant now) {
    Reliability out;
    std::vector<gate::Pair> pairs;
    TRY(auto const looks, store::list_second_looks(txn, now - kPairs, kMostPairs));
    for (auto const& look : looks) {
        out.choices_[look.field].push_back({look.first_value, look.value});
        out.choices_[""].push_back({look.field + "=" + look.first_value, look.field + "=" + look.value});
        if (!look.first_by || !look.agent) continue;
        pairs.push_back({look.first_by.value, look.agent.value, look.first_value == look.value});
    }
    std::vector<gate::Compared> compared;
    TRY(auto const blind, store::list_blind_decisions(txn, now - kBlind, kMostBlind));
    for (auto const& one : blind)
        if (one.decided_by) compared.push_back({one.decided_by.value, one.decided == one.value});
    out.people_ = gate::judge(pairs, compared);
    return out;
}

bool Reliability::counts(domain::AgentId person) const {
    auto const found = people_.find(person.value);
    return found == people_.end() || !found->second.is_contradicted;
}

double Reliability::second_share(domain::AgentId person) const {
    auto const found = people_.find(person.value);
    return found == people_.end() ? gate::Person::kShare : found->second.second_share();
}

std::map<std::string, gate::Agreement> Reliability::agreements() const {
    std::map<std::string, gate::Agreement> out;
    for (auto const& [field, choices] : choices_) out[field] = gate::agreement_of(choices);
    return out;
}

}  // namespace lotse::desk
