// SPDX-License-Identifier: Apache-2.0
// How likely a ticket is to miss its target, to come back, to change hands: logistic regression over what is known when it
// has been placed, fitted on the desk's closed tickets, its scores made probabilities on the newest of them (Platt 1999).
// Says nothing where history is too short to say anything, nor where the newest of it shows no skill: where the area under
// the curve of its scores is not above one half by its lower bound (95 %, Hanley and McNeil 1982). Pure.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "domain/risk.h"
#include "triage/linear_model.h"

namespace lotse::triage {

// Name and value: {"priority", "high"}. Numbers come in steps (step_of), so that a weight belongs to each.
using RiskFacts = std::vector<std::pair<std::string_view, std::string>>;
// 0, 1, 2-3, 4-7, ...: "0", "1", "2", "4", ...; -1 and below: "".
std::string step_of(std::int64_t count);

struct RiskExample {
    RiskFacts facts;
    std::array<std::optional<bool>, domain::kRisks> came;  // nothing: cannot be told (it had no target)
};

constexpr std::size_t kLeastTickets = 200;
constexpr std::size_t kLeastCases = 20;  // and as many that it did not come to
constexpr std::size_t kLeastHeldOut = 5;  // cases, and others, among the newest fifth

class RiskModel {
  public:
    // Oldest first. The newest fifth is kept from learning and makes the scores probabilities.
    static RiskModel fit(std::span<RiskExample const> examples);

    domain::RiskFigure judge(domain::Risk risk, RiskFacts const& facts) const;

    // Versioned. Error of load: corrupt "model.damaged".
    std::string save() const;
    static Result<RiskModel> load(std::string_view bytes);

  private:
    struct One {
        std::size_t tickets = 0;
        std::size_t cases = 0;
        bool is_fitted = false;
        bool is_guess = false;
        LinearModel model;
        double slope = 1;  // probability = 1 / (1 + exp(-(slope * score + offset)))
        double offset = 0;
    };
    static One fit_one(std::span<RiskExample const> examples, domain::Risk risk);

    std::array<One, domain::kRisks> risks_;
};

}  // namespace lotse::triage
