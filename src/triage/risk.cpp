// SPDX-License-Identifier: Apache-2.0
#include "triage/risk.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <tuple>

#include "base/json.h"
#include "base/text.h"

namespace lotse::triage {
namespace {

constexpr std::string_view kCame = "came";
constexpr std::string_view kNot = "not";
constexpr double kSurest = 15;  // of a score
constexpr int kSteps = 60;

struct Scored {
    double score = 0;
    bool came = false;
};

Features features_of(RiskFacts const& facts) {
    return extract_features({.subject = {}, .new_text = {}, .metadata = facts});
}

// Log of the odds that the model gives.
double score_of(LinearModel const& model, RiskFacts const& facts) {
    auto const chances = model.probabilities(features_of(facts));
    if (chances.size() != 2) return 0;
    std::size_t const came = model.classes()[0].name == kCame ? 0 : 1;
    auto const odds = std::log(std::max(chances[came], 1e-9)) - std::log(std::max(chances[1 - came], 1e-9));
    return std::clamp(odds, -kSurest, kSurest);
}

double sigmoid(double x) { return 1 / (1 + std::exp(-x)); }

// How often a case scores above another ticket, ties half; its lower bound at 95 %.
double least_auroc(std::vector<Scored> rows) {
    std::ranges::sort(rows, {}, &Scored::score);
    double below = 0;  // others so far
    double wins = 0;
    double cases = 0;
    for (std::size_t first = 0; first < rows.size();) {
        auto last = first;
        double same_cases = 0;
        while (last < rows.size() && rows[last].score == rows[first].score) same_cases += rows[last++].came ? 1 : 0;
        double const same_others = static_cast<double>(last - first) - same_cases;
        wins += same_cases * (below + same_others / 2);
        below += same_others;
        cases += same_cases;
        first = last;
    }
    if (cases == 0 || below == 0) return 0;
    double const area = wins / (cases * below);
    double const of_cases = area / (2 - area);
    double const of_others = 2 * area * area / (1 + area);
    double const variance =
        (area * (1 - area) + (cases - 1) * (of_cases - area * area) + (below - 1) * (of_others - area * area)) /
        (cases * below);
    return area - 1.96 * std::sqrt(std::max(variance, 0.0));
}

// Platt's two numbers by Newton's method on the log-loss; his softened targets keep few cases from being taken for
// certainties, a small ridge keeps the step defined where all scores are alike.
std::pair<double, double> fit_platt(std::vector<Scored> const& rows) {
    auto const cases = static_cast<double>(std::ranges::count(rows, true, &Scored::came));
    auto const others = static_cast<double>(rows.size()) - cases;
    double const high = (cases + 1) / (cases + 2);
    double const low = 1 / (others + 2);
    double slope = 0;
    double offset = std::log((cases + 1) / (others + 1));
    for (int step = 0; step < kSteps; ++step) {
        double ga = 1e-3 * (slope - 0.2);
        double gb = 0;
        double haa = 1e-3;
        double hab = 0;
        double hbb = 1e-9;
        for (auto const& row : rows) {
            double const p = sigmoid(slope * row.score + offset);
            double const miss = p - (row.came ? high : low);
            double const weight = std::max(p * (1 - p), 1e-9);
            ga += miss * row.score;
            gb += miss;
            haa += weight * row.score * row.score;
            hab += weight * row.score;
            hbb += weight;
        }
        double const determinant = haa * hbb - hab * hab;
        if (determinant < 1e-12) break;
        double const da = (hbb * ga - hab * gb) / determinant;
        double const db = (haa * gb - hab * ga) / determinant;
        slope -= std::clamp(da, -1.0, 1.0);
        offset -= std::clamp(db, -1.0, 1.0);
        if (std::abs(da) + std::abs(db) < 1e-7) break;
    }
    // A score that points the wrong way on new tickets says nothing.
    if (slope > 0) return {slope, offset};
    return {0, std::log((cases + 1) / (others + 1))};
}

}  // namespace

std::string step_of(std::int64_t count) {
    if (count < 0) return {};
    return std::to_string(std::bit_floor(static_cast<std::uint64_t>(count)));
}

RiskModel RiskModel::fit(std::span<RiskExample const> examples) {
    RiskModel out;
    for (std::size_t i = 0; i < domain::kRisks; ++i) out.risks_[i] = fit_one(examples, static_cast<domain::Risk>(i));
    return out;
}

RiskModel::One RiskModel::fit_one(std::span<RiskExample const> examples, domain::Risk risk) {
    One out;
    std::vector<std::pair<RiskExample const*, bool>> known;
    for (auto const& example : examples) {
        auto const came = example.came[static_cast<std::size_t>(risk)];
        if (!came) continue;
        known.emplace_back(&example, *came);
        out.cases += *came ? 1 : 0;
    }
    out.tickets = known.size();
    if (out.tickets < kLeastTickets || out.cases < kLeastCases || out.tickets - out.cases < kLeastCases) return out;
    auto const cut = known.size() - known.size() / 5;
    std::vector<LabelledFeatures> rows;
    for (std::size_t i = 0; i < cut; ++i)
        rows.push_back({features_of(known[i].first->facts), std::string(known[i].second ? kCame : kNot)});
    FitOptions options;
    options.calibrates = false;
    auto model = LinearModel::fit(rows, options);
    std::vector<Scored> held_out;
    for (std::size_t i = cut; i < known.size(); ++i)
        held_out.push_back({score_of(model, known[i].first->facts), known[i].second});
    auto const cases = static_cast<std::size_t>(std::ranges::count(held_out, true, &Scored::came));
    if (cases < kLeastHeldOut || held_out.size() - cases < kLeastHeldOut) return out;
    out.is_guess = least_auroc(held_out) <= 0.5;
    if (out.is_guess) return out;
    std::tie(out.slope, out.offset) = fit_platt(held_out);
    out.model = std::move(model);
    out.is_fitted = true;
    return out;
}

domain::RiskFigure RiskModel::judge(domain::Risk risk, RiskFacts const& facts) const {
    auto const& one = risks_[static_cast<std::size_t>(risk)];
    domain::RiskFigure out;
    out.risk = risk;
    out.tickets = one.tickets;
    out.cases = one.cases;
    if (one.tickets > 0) out.usual = static_cast<double>(one.cases) / static_cast<double>(one.tickets);
    out.is_guess = one.is_guess;
    if (!one.is_fitted) return out;
    out.is_known = true;
    out.chance = sigmoid(one.slope * score_of(one.model, facts) + one.offset);
    return out;
}

std::string RiskModel::save() const {
    JsonArray risks;
    for (auto const& one : risks_)
        risks.push_back(JsonObject{{"tickets", one.tickets},
                                   {"cases", one.cases},
                                   {"is_fitted", one.is_fitted},
                                   {"is_guess", one.is_guess},
                                   {"slope", one.slope},
                                   {"offset", one.offset},
                                   {"model", one.is_fitted ? base64(one.model.save()) : std::string()}});
    return to_string(JsonObject{{"version", 1}, {"risks", std::move(risks)}});
}

Result<RiskModel> RiskModel::load(std::string_view bytes) {
    auto const damaged = [] {
        return Error{Kind::corrupt, "model.damaged", "The stored risk model is damaged; it is fitted anew at night.",
                     "", ""};
    };
    auto const parsed = parse_json(bytes);
    if (!parsed || !parsed->is_object() || int_at(parsed->get_object(), "version") != 1) return damaged();
    auto const& risks = array_at(parsed->get_object(), "risks");
    if (risks.size() != domain::kRisks) return damaged();
    RiskModel out;
    for (std::size_t i = 0; i < domain::kRisks; ++i) {
        if (!risks[i].is_object()) return damaged();
        auto const& stored = risks[i].get_object();
        auto& one = out.risks_[i];
        one.tickets = static_cast<std::size_t>(std::max<std::int64_t>(0, int_at(stored, "tickets")));
        one.cases = static_cast<std::size_t>(std::max<std::int64_t>(0, int_at(stored, "cases")));
        one.slope = number_at(stored, "slope");
        one.offset = number_at(stored, "offset");
        one.is_fitted = bool_at(stored, "is_fitted");
        one.is_guess = bool_at(stored, "is_guess");
        if (!one.is_fitted) continue;
        auto const model = from_base64(text_at(stored, "model"));
        if (!model || !std::isfinite(one.slope) || !std::isfinite(one.offset)) return damaged();
        TRY(one.model, LinearModel::load(*model));
    }
    return out;
}

}  // namespace lotse::triage
