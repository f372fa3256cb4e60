// SPDX-License-Identifier: Apache-2.0
#include "domain/zone.h"

// As Debian built the library; another value here would give its classes another layout.
#define USE_OS_TZDB 1
#define ONLY_C_LOCALE 1
#include <date/tz.h>

#include <algorithm>
#include <exception>

namespace lotse::domain {
namespace {

// The library lists the machine's own setting as if it were a zone. It means another place on every machine.
constexpr std::string_view kMachineZone = "localtime";

date::time_zone const& entry_of(void const* entry) { return *static_cast<date::time_zone const*>(entry); }

}  // namespace

// The library throws for an unknown name, and where the machine has no zone files at all.
Result<Zone> Zone::find(std::string_view iana_name) {
    try {
        if (iana_name != kMachineZone) return Zone(date::locate_zone(std::string(iana_name)));
    } catch (std::exception const&) {  // answered below
    }
    return invalid("time_zone.unknown", "This time zone is not known. Use a name such as Europe/Berlin.");
}

std::string const& Zone::name() const { return entry_of(entry_).name(); }

OffsetSpan Zone::span_at(Instant at) const {
    date::sys_info const info = entry_of(entry_).get_info(at);
    return {info.begin, info.end, info.offset};
}

LocalTime Zone::to_local(Instant at) const { return LocalTime{at.time_since_epoch() + span_at(at).offset}; }

Instant Zone::to_utc(LocalTime local) const {
    date::local_info const info = entry_of(entry_).get_info(date::local_time<Duration>{local.time_since_epoch()});
    if (info.result == date::local_info::nonexistent) return info.first.end;
    return Instant{local.time_since_epoch() - info.first.offset};
}

std::vector<std::string> time_zone_names() {
    std::vector<std::string> names;
    for (auto const& zone : date::get_tzdb().zones)
        if (zone.name() != kMachineZone) names.push_back(zone.name());
    std::ranges::sort(names);
    return names;
}

}  // namespace lotse::domain
