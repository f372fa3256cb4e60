// SPDX-License-Identifier: Apache-2.0
// One slice through its life. A slice is a field and a value that a machine may choose ("category" = "network"). In shadow
// it chooses and nobody sees it; in suggest people see it beside the field; in automatic it acts alone above the earned
// threshold, while a share of the tickets is still decided blind. A right is earned by blind decisions only and lost at
// the first alarm; then it is earned anew from nothing. Pure; a value; the caller keeps the ledger.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "gate/drift_watch.h"
#include "gate/proof.h"
#include "gate/stability.h"

namespace lotse::gate {

enum class Stage { shadow, suggest, automatic };
std::string_view name_of(Stage stage);
std::optional<Stage> stage_from(std::string_view name);

enum class Reason {
    proven,  // the first claim is accepted, and granted among all slices
    often_among_three,  // the right value is among the first three often enough to be worth showing
    rarely_among_three,
    blind_decisions_differ,  // the drift watch on blind decisions
    acts_are_changed,  // the drift watch on acts that people changed or left
    corrections_rose,
    scores_moved,
    model_changed,  // by the caller: another model or another set of labels has to prove itself
    stopped,  // by the caller: a person took the right away
};
std::string_view name_of(Reason reason);
std::optional<Reason> reason_from(std::string_view name);

struct Move {
    Stage from = Stage::shadow;
    Stage to = Stage::shadow;
    Reason reason = Reason::proven;
};

// A decision that a person made without having seen the machine's choice.
struct BlindDecision {
    double score = 0;  // of the machine's choice
    bool is_right = false;
    bool is_among_three = false;
};

struct Standing {
    static constexpr double kShownFrom = 0.70;  // of the right value among the first three, by its lower bound

    Stage stage = Stage::shadow;
    Proof proof;
    std::int64_t blind = 0;
    std::int64_t among_three = 0;
    DriftWatch blind_watch;  // blind decisions above the threshold, since automatic
    DriftWatch act_watch;  // acts: changed by a person, or left until the ticket was settled
    ScoreSpread scores_then;  // of all choices while the proof was gathered
    ScoreSpread scores_now;  // of all choices since automatic
    Corrections norm;  // the first acts since automatic
    Corrections recent;  // the last ones

    // thresholds from plan_thresholds, of a training window that gives no evidence.
    static Standing starting(Target const& target, std::vector<double> thresholds);

    // The score from which it acts alone; none unless automatic.
    std::optional<double> acts_from() const;

    // Every choice of the machine, whoever decided in the end.
    void observe_choice(double score);
    void observe_blind(BlindDecision const& decision);
    // An act of its own that a person changed (at once) or that stood when the ticket was settled.
    void observe_act(bool is_changed);

    // What follows from what was observed; none if the stage stays. is_granted: among the discoveries of all slices.
    // Applies the move to itself.
    std::optional<Move> review(bool is_granted);
    // Takes the right and the evidence away, for a reason that only the caller knows.
    std::optional<Move> withdraw(Reason reason);

  private:
    std::optional<Reason> alarm() const;
    Move go(Stage to, Reason reason);
};

}  // namespace lotse::gate
