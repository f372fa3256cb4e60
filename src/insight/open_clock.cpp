// SPDX-License-Identifier: Apache-2.0
#include "insight/open_clock.h"

#include <algorithm>

namespace lotse::insight {
namespace {

constexpr std::int64_t kStep = 15 * 60 * 1'000'000LL;

}  // namespace

OpenClock::OpenClock(domain::Calendar const& calendar, Instant from, Instant until)
    : from_(std::chrono::floor<std::chrono::hours>(from)) {
    auto const steps = std::max<std::int64_t>(1, (until - from_).count() / kStep + 1);
    open_.reserve(static_cast<std::size_t>(steps) + 1);
    open_.push_back(0);
    for (std::int64_t i = 0; i < steps; ++i) {
        auto const begin = from_ + Duration{i * kStep};
        open_.push_back(open_.back() + domain::open_time_between(calendar, begin, begin + Duration{kStep}).count());
    }
}

OpenClock::OpenClock(Instant from, Instant until, std::function<double(Instant)> const& weight_at)
    : from_(std::chrono::floor<std::chrono::hours>(from)) {
    auto const steps = std::max<std::int64_t>(1, (until - from_).count() / kStep + 1);
    open_.reserve(static_cast<std::size_t>(steps) + 1);
    open_.push_back(0);
    for (std::int64_t i = 0; i < steps; ++i)
        open_.push_back(open_.back() + static_cast<std::int64_t>(weight_at(from_ + Duration{i * kStep}) * kStep));
}

Duration OpenClock::at(Instant when) const {
    auto const since = (when - from_).count();
    if (since <= 0) return {};
    auto const step = static_cast<std::size_t>(since / kStep);
    if (step + 1 >= open_.size()) return Duration{open_.back()};
    auto const part = static_cast<double>(since % kStep) / static_cast<double>(kStep);
    return Duration{open_[step] + static_cast<std::int64_t>(part * static_cast<double>(open_[step + 1] - open_[step]))};
}

Duration OpenClock::between(Instant from, Instant to) const { return to <= from ? Duration{} : at(to) - at(from); }

Instant OpenClock::add(Instant from, Duration work) const {
    auto const wanted = (at(from) + std::max(work, Duration{1})).count();
    auto const found = std::ranges::lower_bound(open_, wanted);
    if (found == open_.end()) return from_ + Duration{kStep * static_cast<std::int64_t>(open_.size() - 1)};
    auto const step = found - open_.begin();  // at least 1, for wanted > 0
    auto const begin = open_[static_cast<std::size_t>(step) - 1];
    auto const share = static_cast<double>(wanted - begin) / static_cast<double>(*found - begin);
    return std::max(from, from_ + Duration{(step - 1) * kStep + static_cast<std::int64_t>(share * kStep)});
}

}  // namespace lotse::insight
