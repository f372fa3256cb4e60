// SPDX-License-Identifier: Apache-2.0
#include "domain/ical_zones.h"

#include <algorithm>

#include "base/text.h"

namespace lotse::domain {
namespace {

constexpr std::size_t kMostChanges = 4'000;  // two a year from 1601 on are some nine hundred

}  // namespace

IcalZone::IcalZone(std::vector<IcalObservance> const& observances, LocalTime until, IcalSteps& steps) {
    std::vector<Change> changes;
    auto const add = [&](IcalObservance const& one, LocalTime at) {
        changes.push_back({Instant{at.time_since_epoch() - one.offset_before}, one.offset});
        return changes.size() < kMostChanges;
    };
    Change first{Instant::max(), {}};
    for (auto const& one : observances) {
        if (Instant const at{one.begin.time_since_epoch()}; at < first.at) first = {at, one.offset_before};
        for (auto const date : one.dates) add(one, date);
        if (!one.rule) {
            add(one, one.begin);
            continue;
        }
        walk_ical_rule(*one.rule, one.begin, one.begin, until, steps, [&](LocalTime at) {
            auto const& end = one.rule->until;
            LocalTime const shown = end && end->is_utc ? end->at + one.offset_before : end ? end->at : at;
            return at <= shown + std::chrono::days{end && end->is_date ? 1 : 0} && add(one, at);
        });
    }
    changes.push_back({Instant::min(), first.offset});
    std::ranges::sort(changes, {}, &Change::at);
    changes_ = std::make_shared<std::vector<Change> const>(std::move(changes));
}

Instant IcalZone::to_utc(LocalTime local) const {
    if (zone_) return zone_->to_utc(local);
    if (!changes_) return Instant{local.time_since_epoch()};
    // The first stretch that ends after this time as its own clock shows it; one that begins later has skipped it.
    auto const& changes = *changes_;
    std::size_t from = 0;
    for (std::size_t past = changes.size() - 1; from < past;) {
        auto const middle = (from + past) / 2;
        if (Instant{local.time_since_epoch() - changes[middle].offset} < changes[middle + 1].at) past = middle;
        else from = middle + 1;
    }
    return std::max(Instant{local.time_since_epoch() - changes[from].offset}, changes[from].at);
}

LocalTime IcalZone::to_local(Instant at) const {
    if (zone_) return zone_->to_local(at);
    if (!changes_) return LocalTime{at.time_since_epoch()};
    auto const past = std::ranges::upper_bound(*changes_, at, {}, &Change::at);
    return LocalTime{at.time_since_epoch() + std::prev(past)->offset};
}

std::optional<Zone> known_ical_zone(std::string_view name) {
    for (name = trim(name); !name.empty();) {
        if (auto const zone = Zone::find(name)) return *zone;
        auto const slash = name.find('/', name.starts_with('/') ? 1 : 0);
        if (slash == std::string_view::npos) break;
        name.remove_prefix(slash + 1);
    }
    return std::nullopt;
}

std::optional<std::chrono::seconds> ical_offset_from(std::string_view text) {
    text = trim(text);
    if (text.size() != 5 && text.size() != 7) return std::nullopt;
    if (text[0] != '+' && text[0] != '-') return std::nullopt;
    auto const number = to_int(text.substr(1));
    if (!number || *number < 0) return std::nullopt;
    auto const value = text.size() == 5 ? *number * 100 : *number;
    std::chrono::seconds const out{value / 10'000 * 3600 + value / 100 % 100 * 60 + value % 100};
    if (out > std::chrono::hours{26}) return std::nullopt;
    return text[0] == '-' ? -out : out;
}

}  // namespace lotse::domain
