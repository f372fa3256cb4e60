// SPDX-License-Identifier: Apache-2.0
#include "app/demo/rights_line.h"

#include <fmt/format.h>

#include <algorithm>

#include "desk/gate.h"

namespace lotse::app {
namespace {

constexpr int kMoves = 100;
constexpr int kAutomatic = static_cast<int>(gate::Stage::automatic);

std::string_view why(std::string_view reason) {
    using enum gate::Reason;
    switch (gate::reason_from(reason).value_or(stopped)) {
        case proven: return "proven";
        case often_among_three: return "often among the first three";
        case rarely_among_three: return "rarely among the first three";
        case blind_decisions_differ: return "blind decisions differ too often";
        case acts_are_changed: return "people changed what it had set";
        case corrections_rose: return "corrections have risen";
        case scores_moved: return "the tickets have changed";
        case model_changed: return "another model has to prove itself";
        case stopped: break;
    }
    return "somebody took it";
}

std::string day_of(Instant at) { return to_rfc3339(at).substr(0, 10); }

}  // namespace

Result<std::string> rights_line(desk::Desk& desk, domain::TenantScope const& scope) {
    TRY(auto const moves, desk::list_moves(desk, scope, {}, {}, kMoves));
    auto const earned = std::ranges::find(moves, kAutomatic, &store::GateMove::to);
    if (earned == moves.end()) return std::string();
    auto const counts = desk::counts_of(*earned);
    auto out = fmt::format("{} \"{}\" earned the right to act alone on {} ({} of {} blind decisions right)",
                           earned->field, earned->value, day_of(earned->at), counts.right, counts.rows);
    auto const lost = std::ranges::find_if(moves, [](auto const& one) {
        return one.from == kAutomatic && one.reason != gate::name_of(gate::Reason::model_changed);
    });
    if (lost != moves.end())
        out +=
            fmt::format("; {} \"{}\" lost it on {}: {}", lost->field, lost->value, day_of(lost->at), why(lost->reason));
    return out + ".";
}

}  // namespace lotse::app
