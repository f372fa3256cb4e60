// SPDX-License-Identifier: Apache-2.0
#include "domain/breach.h"

#include <algorithm>

#include "base/text.h"

namespace lotse::domain {
namespace {

constexpr std::array<std::string_view, 7> kKeys{
    "none", "supplier", "wrong_queue", "no_capacity", "customer_unclear", "technical", "other"};
constexpr std::string_view kOwn = "own-";

}  // namespace

std::string key_of(BreachReason reason) {
    auto const at = static_cast<std::size_t>(reason);
    if (at < kKeys.size()) return std::string(kKeys[at]);
    return std::string(kOwn) + std::to_string(at);
}

std::optional<BreachReason> reason_named(std::string_view key) {
    auto const found = std::ranges::find(kKeys, key);
    if (found != kKeys.end()) return static_cast<BreachReason>(found - kKeys.begin());
    if (!key.starts_with(kOwn)) return std::nullopt;
    auto const id = to_int(key.substr(kOwn.size()));
    if (!id || *id < kFirstOwnReason || *id > INT32_MAX) return std::nullopt;
    return static_cast<BreachReason>(*id);
}

std::vector<BreachReasonWord> reasons_of(DeskSettings const& settings) {
    if (!settings.breach_reasons.empty()) return settings.breach_reasons;
    std::vector<BreachReasonWord> out;
    for (int id = 1; id < static_cast<int>(kKeys.size()); ++id)
        out.push_back({id, {}, true, id == static_cast<int>(BreachReason::other)});
    return out;
}

std::optional<BreachReasonWord> reason_of(DeskSettings const& settings, BreachReason reason) {
    for (auto& one : reasons_of(settings))
        if (one.id == static_cast<int>(reason)) return std::move(one);
    return std::nullopt;
}

}  // namespace lotse::domain
