// SPDX-License-Identifier: Apache-2.0
#include "desk/rosters.h"

#include "store/roster.h"

namespace lotse::desk {
namespace {

using std::chrono::days;
using std::chrono::local_days;

constexpr days kBehind{8};
constexpr days kAhead{40};
constexpr days kMargin{2};  // a zone's date is not UTC's, and a night began the day before

local_days local(std::chrono::sys_days day) { return local_days{day.time_since_epoch()}; }

}  // namespace

Result<domain::Roster> read_roster_of(store::ReadTxn& txn, std::string_view time_zone, std::chrono::sys_days from,
                                      std::chrono::sys_days until) {
    TRY(auto rows, store::read_roster(txn, local(from) - kMargin, local(until) + kMargin));
    TRY(rows.rules, store::read_roster_rules(txn));
    rows.time_zone = time_zone;
    return domain::Roster(std::move(rows), from, until);
}

Result<std::shared_ptr<domain::Roster const>> Rosters::get(store::ReadTxn& txn, std::string_view time_zone,
                                                           Instant now) {
    auto const day = std::chrono::floor<days>(now);
    TRY(auto const revision, store::roster_revision(txn));
    auto const kept = entries_.with([&](auto& entries) -> std::shared_ptr<domain::Roster const> {
        auto const found = entries.find(txn.tenant().value);
        if (found == entries.end()) return nullptr;
        auto const& entry = found->second;
        bool const is_same = entry.revision == revision && entry.day == day && entry.time_zone == time_zone;
        return is_same ? entry.roster : nullptr;
    });
    if (kept) return kept;
    TRY(auto fresh, read_roster_of(txn, time_zone, day - kBehind, day + kAhead));
    auto roster = std::make_shared<domain::Roster const>(std::move(fresh));
    entries_.with(
        [&](auto& entries) { entries[txn.tenant().value] = {revision, day, std::string(time_zone), roster}; });
    return std::shared_ptr<domain::Roster const>(std::move(roster));
}

}  // namespace lotse::desk
