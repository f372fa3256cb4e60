// SPDX-License-Identifier: Apache-2.0
#include "desk/waits.h"

#include <algorithm>

#include "store/tickets.h"

namespace lotse::desk {
namespace {

constexpr std::chrono::minutes kMaxAge{10};
constexpr std::chrono::days kWindow{90};
constexpr int kSamples = 500;

}  // namespace

std::optional<Wait> wait_of(std::vector<std::int64_t> samples) {
    if (samples.size() < kWaitMinimum) return std::nullopt;
    std::size_t const rank = (samples.size() * 8 + 9) / 10 - 1;  // ceil(0.8 n), counted from 0
    std::ranges::nth_element(samples, samples.begin() + static_cast<std::ptrdiff_t>(rank));
    return Wait{Duration{samples[rank]}, static_cast<int>(samples.size())};
}

Result<std::shared_ptr<WaitTable const>> Waits::get(store::ReadTxn& txn, Setup const& setup) {
    auto const now = clock_.now();
    auto const kept = entries_.with([&](auto& entries) -> std::shared_ptr<WaitTable const> {
        auto const found = entries.find(txn.tenant().value);
        if (found == entries.end() || now - found->second.read_at > kMaxAge) return nullptr;
        return found->second.table;
    });
    if (kept) return kept;
    auto table = std::make_shared<WaitTable>();
    for (auto const& queue : setup.queues) {
        for (std::size_t p = 0; p < domain::EnumNames<domain::Priority>::all.size(); ++p) {
            auto const priority = static_cast<domain::Priority>(p);
            TRY(auto samples, store::first_reply_samples(txn, queue.id, priority, now - kWindow, kSamples));
            if (auto wait = wait_of(std::move(samples))) (*table)[{queue.id, priority}] = *wait;
        }
    }
    std::shared_ptr<WaitTable const> const fresh = std::move(table);
    entries_.with([&](auto& entries) { entries[txn.tenant().value] = {fresh, now}; });
    return fresh;
}

void Waits::drop(domain::TenantId tenant) {
    entries_.with([&](auto& entries) { entries.erase(tenant.value); });
}

}  // namespace lotse::desk
