// SPDX-License-Identifier: Apache-2.0
// Hours and times of an absence of any bytes: refused or read, and what was read is written and read again the same.
#include "base/must.h"
#include "domain/roster_json.h"

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    using namespace lotse;
    std::string_view const text{reinterpret_cast<char const*>(data), size};
    auto const split = text.find('\n');
    domain::Absence absence;
    auto const until = split == std::string_view::npos ? std::string_view() : text.substr(split + 1);
    if (domain::read_absence_times(text.substr(0, split), until, absence)) {
        domain::Absence again;
        auto const read =
            domain::read_absence_times(domain::absence_begin_text(absence), domain::absence_end_text(absence), again);
        must(read.has_value() && again.from == absence.from && again.until == absence.until, "the same absence");
    }
    auto const json = parse_json(text);
    if (!json || !json->is_array()) return 0;
    auto const hours = domain::hours_from(json->get_array(), "/hours");
    if (!hours) return 0;
    auto const again = domain::hours_from(domain::hours_json(*hours), "/hours");
    must(again.has_value() && *again == *hours, "the same hours");
    domain::WorkPattern pattern;
    pattern.week.fill(*hours);
    if (!domain::check(pattern)) return 0;
    domain::RosterRows rows;
    pattern.agent = domain::AgentId{1};
    rows.patterns = {pattern};
    auto const from = instant(1'780'000'000'000'000);
    auto const week = std::chrono::hours{24 * 7};
    domain::Roster const roster(std::move(rows), from, from + 2 * week);
    must(roster.work_time(domain::AgentId{1}, from, from + week) <= week, "no more work than time");
    return 0;
}
