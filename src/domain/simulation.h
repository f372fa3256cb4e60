// SPDX-License-Identifier: Apache-2.0
// A question "what if?" about people, work and targets, and where its answer stands.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/json.h"
#include "base/result.h"
#include "domain/enums.h"
#include "domain/ids.h"

namespace lotse::domain {

using SimulationId = Id<struct SimulationTag>;

enum class SimulationState : std::uint8_t { waiting, done, failed, stopped };
template <>
struct EnumNames<SimulationState> {
    static constexpr std::array<std::string_view, 4> all{"waiting", "done", "failed", "stopped"};
};

// Hours of the wall clock in the desk's time zone, on the same days as before; minutes of the day.
struct DailyHours {
    int from = 8 * 60;
    int to = 16 * 60;
    bool operator==(DailyHours const&) const = default;
};

struct AddedPeople {
    AgentId like;  // whose queues, skills, languages and hours they have
    int count = 1;
    std::vector<std::string> skills;     // besides
    std::vector<std::string> languages;  // besides
    std::optional<DailyHours> hours;     // instead
};

struct ChangedPerson {
    AgentId agent;
    std::vector<std::string> skills;     // learned
    std::vector<std::string> languages;  // learned
    std::optional<DailyHours> hours;     // instead
};

struct ChangedVolume {
    QueueId queue;        // of all if 0
    CategoryId category;  // of all if 0
    double factor = 1;    // 0..10
};
constexpr double kMostVolume = 10;  // of any ticket, by all the factors that are meant for it

struct ChangedTarget {
    Priority priority = Priority::normal;
    std::optional<int> first_reply_minutes;  // of open time; not changed without one
    std::optional<int> solution_minutes;
};

struct ChangedAssignment {
    QueueId queue;
    Assignment assignment = Assignment::pull;
};

// Nothing changed: the answer tells the days as they would be.
struct WhatIf {
    std::vector<AddedPeople> add;
    std::vector<AgentId> remove;
    std::vector<ChangedPerson> change;
    std::vector<ChangedVolume> volume;
    std::vector<ChangedTarget> targets;
    std::vector<ChangedAssignment> assignment;
    double automation = 0;  // of the tickets that need a person now, the share that would need none; 0..0.95
    bool is_empty() const;
};

struct SimulationQuestion {
    int weeks = 12;  // of history, 5..52: the last four are lived through as a test
    int days = 30;   // to come, 7..90
    int runs = 200;  // 20..1000
    std::int64_t seed = 1;
    WhatIf what;
};

// Error: invalid with the field as JSON pointer: "simulation.weeks", "simulation.days", "simulation.runs",
// "simulation.what", "simulation.volume" where factors that are meant for the same tickets make more than kMostVolume.
Result<void> check(SimulationQuestion const& question);
JsonObject to_json(SimulationQuestion const& question);
// Absent members keep their defaults; a member of the wrong kind, or one that is not known, is an error as above.
Result<SimulationQuestion> simulation_question_from(JsonObject const& object);

struct Simulation {
    SimulationId id;
    SimulationState state = SimulationState::waiting;
    int progress = 0;  // percent
    SimulationQuestion question;
    std::string answer;  // JSON once done; {"code", "message"} of what failed
    AgentId asked_by;    // none if 0
    Instant created_at{};
    std::optional<Instant> finished_at;
};

}  // namespace lotse::domain
