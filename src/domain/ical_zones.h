// SPDX-License-Identifier: Apache-2.0
// The time zones of an iCalendar file. A name that the machine's database knows is taken from there, since files carry old rules;
// any other by what the file itself defines (VTIMEZONE), as Outlook needs it with "W. Europe Standard Time".
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "domain/ical_rule.h"
#include "domain/zone.h"

namespace lotse::domain {

// One of STANDARD and DAYLIGHT.
struct IcalObservance {
    LocalTime begin{};  // on the clock before the change
    std::chrono::seconds offset_before{};
    std::chrono::seconds offset{};
    std::optional<IcalRule> rule;
    std::vector<LocalTime> dates;
};

// Cheap to copy.
class IcalZone {
  public:
    IcalZone() = default;  // UTC
    explicit IcalZone(Zone zone) : zone_(zone) {}
    // Changes of the clock up to `until`.
    IcalZone(std::vector<IcalObservance> const& observances, LocalTime until, IcalSteps& steps);

    // As Zone does with times that are skipped or shown twice.
    Instant to_utc(LocalTime local) const;
    LocalTime to_local(Instant at) const;

  private:
    struct Change {
        Instant at{};
        std::chrono::seconds offset{};
    };
    std::optional<Zone> zone_;
    std::shared_ptr<std::vector<Change> const> changes_;  // by time, at least one
};

// A zone by the database, also where a program writes a path before the name ("/example.org/Europe/Berlin").
std::optional<Zone> known_ical_zone(std::string_view name);
// "+0100", "-033000".
std::optional<std::chrono::seconds> ical_offset_from(std::string_view text);

}  // namespace lotse::domain
