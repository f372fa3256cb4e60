// SPDX-License-Identifier: Apache-2.0
// A question "what would triage have done?" and where its answer stands.
#pragma once

#include <optional>
#include <string>

#include "base/clock.h"
#include "base/json.h"
#include "domain/enums.h"
#include "domain/ids.h"

namespace lotse::domain {

enum class ReplayState : std::uint8_t { waiting, done, failed };
template <>
struct EnumNames<ReplayState> {
    static constexpr std::array<std::string_view, 3> all{"waiting", "done", "failed"};
};

struct ReplayQuestion {
    int days = 90;                     // 1..730, back from now
    std::string field = "category";
    std::string model;                 // "": whatever served at the time
    double precision = 0.95;           // wished of the gate
    double delta = 0.05;
};
JsonObject to_json(ReplayQuestion const& question);
ReplayQuestion replay_question_from(JsonObject const& object);

struct ReplayJob {
    ReplayId id;
    ReplayState state = ReplayState::waiting;
    int progress = 0;  // percent
    ReplayQuestion question;
    std::string answer;  // JSON once done; {"code", "message"} of what failed
    Instant created_at{};
    std::optional<Instant> finished_at;
};

}  // namespace lotse::domain
