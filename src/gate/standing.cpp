// SPDX-License-Identifier: Apache-2.0
#include "gate/standing.h"

#include <array>
#include <utility>

#include "base/rate_interval.h"

namespace lotse::gate {
namespace {

constexpr std::array kStages{std::pair{Stage::shadow, "shadow"}, std::pair{Stage::suggest, "suggest"},
                             std::pair{Stage::automatic, "automatic"}};
constexpr std::array kReasons{std::pair{Reason::proven, "proven"},
                              std::pair{Reason::often_among_three, "often_among_three"},
                              std::pair{Reason::rarely_among_three, "rarely_among_three"},
                              std::pair{Reason::blind_decisions_differ, "blind_decisions_differ"},
                              std::pair{Reason::acts_are_changed, "acts_are_changed"},
                              std::pair{Reason::corrections_rose, "corrections_rose"},
                              std::pair{Reason::scores_moved, "scores_moved"},
                              std::pair{Reason::model_changed, "model_changed"},
                              std::pair{Reason::stopped, "stopped"}};
constexpr std::int64_t kNormActs = 200;   // the first acts, which set the norm
constexpr std::int64_t kRecentActs = 50;  // one window of later acts

template <class Names, class Value>
std::string_view name_in(Names const& names, Value value) {
    for (auto const& [one, name] : names)
        if (one == value) return name;
    return {};
}

template <class Names>
auto value_in(Names const& names, std::string_view name) -> std::optional<decltype(names[0].first)> {
    for (auto const& [one, of] : names)
        if (of == name) return one;
    return std::nullopt;
}

}  // namespace

std::string_view name_of(Stage stage) { return name_in(kStages, stage); }
std::optional<Stage> stage_from(std::string_view name) { return value_in(kStages, name); }
std::string_view name_of(Reason reason) { return name_in(kReasons, reason); }
std::optional<Reason> reason_from(std::string_view name) { return value_in(kReasons, name); }

Standing Standing::starting(Target const& target, std::vector<double> thresholds) {
    Standing out;
    out.proof = Proof(target, std::move(thresholds));
    out.blind_watch = DriftWatch(target.precision);
    out.act_watch = DriftWatch(target.precision);
    return out;
}

std::optional<double> Standing::acts_from() const { return stage == Stage::automatic ? proof.earned() : std::nullopt; }

void Standing::observe_choice(double score) { (stage == Stage::automatic ? scores_now : scores_then).add(score); }

void Standing::observe_blind(BlindDecision const& decision) {
    ++blind;
    among_three += decision.is_among_three ? 1 : 0;
    if (auto const from = acts_from(); from && decision.score >= *from) blind_watch.observe(decision.is_right);
    proof.observe({decision.score, decision.is_right});
}

void Standing::observe_act(bool is_changed) {
    if (stage != Stage::automatic) return;
    act_watch.observe(!is_changed);
    if (norm.rows < kNormActs) {
        ++norm.rows;
        norm.changed += is_changed ? 1 : 0;
        return;
    }
    if (recent.rows == kRecentActs) recent = {};
    ++recent.rows;
    recent.changed += is_changed ? 1 : 0;
}

std::optional<Move> Standing::review(bool is_granted) {
    if (stage == Stage::automatic) {
        auto const why = alarm();
        return why ? withdraw(*why) : std::nullopt;
    }
    if (is_granted && proof.accepted() > 0) return go(Stage::automatic, Reason::proven);
    // One-sided at 97.5 %.
    bool const is_worth_showing =
        clopper_pearson(static_cast<std::size_t>(among_three), static_cast<std::size_t>(blind)).low >= kShownFrom;
    if (stage == Stage::shadow && is_worth_showing) return go(Stage::suggest, Reason::often_among_three);
    return std::nullopt;
}

std::optional<Reason> Standing::alarm() const {
    if (blind_watch.is_alarmed()) return Reason::blind_decisions_differ;
    if (act_watch.is_alarmed()) return Reason::acts_are_changed;
    if (recent.rows == kRecentActs && are_unusual(norm, recent)) return Reason::corrections_rose;
    if (population_stability(scores_then, scores_now) > kUnstable) return Reason::scores_moved;
    return std::nullopt;
}

std::optional<Move> Standing::withdraw(Reason reason) {
    auto const from = stage;
    bool const was_shown = stage != Stage::shadow;
    std::vector<double> thresholds;
    for (auto const& claim : proof.claims()) thresholds.push_back(claim.threshold);
    *this = starting(proof.target(), std::move(thresholds));
    stage = from;
    if (!was_shown) return std::nullopt;
    auto const to = reason == Reason::model_changed ? Stage::shadow : Stage::suggest;
    if (to == from) return std::nullopt;
    return go(to, reason);
}

Move Standing::go(Stage to, Reason reason) {
    Move const move{stage, to, reason};
    stage = to;
    return move;
}

}  // namespace lotse::gate
