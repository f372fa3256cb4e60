// SPDX-License-Identifier: Apache-2.0
#include "desk/simulation.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace lotse::desk {
namespace {

constexpr int kTestRuns = 100;
constexpr double kRead = 0.05;
constexpr double kFitted = 0.35;
constexpr double kTested = 0.5;

insight::Going part(SimulationProgress const& progress, double from, double to) {
    if (!progress) return {};
    return [&progress, from, to](double done) { return progress(from + (to - from) * std::min(1.0, done)); };
}

Error unknown(std::string pointer) {
    return invalid("simulation.what", "The desk has nobody and nothing of this number.", std::move(pointer));
}

// The upper one of an even number; 0 of none.
double median_of(std::vector<double> values) {
    if (values.empty()) return 0;
    auto const middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::ranges::nth_element(values, middle);
    return *middle;
}

// Of the kinds, by how many tickets they are.
double median_touch(insight::DeskModel const& model) {
    std::vector<double> minutes;
    for (auto const& past : model.past)
        if (!past.visits.empty()) minutes.push_back(std::exp(model.kinds[past.kind].touch_log_mean));
    return median_of(std::move(minutes)) * model.touch_scale;
}

double median_reaction(insight::DeskModel const& model) {
    std::vector<double> minutes;
    for (auto const& past : model.past)
        for (auto const& visit : past.visits)
            if (visit.is_prompted) minutes.push_back(static_cast<double>(visit.wait.count()) / 60e6);
    return median_of(std::move(minutes)) * model.wait_scale;
}

Json number(double value) { return std::isfinite(value) ? Json(std::round(value * 1e6) / 1e6) : Json(nullptr); }

JsonObject to_json(insight::Spread const& spread) {
    return {{"mean", number(spread.mean)}, {"low", number(spread.low)}, {"high", number(spread.high)}};
}

std::string_view name_of(insight::Verdict verdict) {
    switch (verdict) {
        case insight::Verdict::believable: return "believable";
        case insight::Verdict::too_little_history: return "too_little_history";
        case insight::Verdict::too_uncertain: return "too_uncertain";
        case insight::Verdict::nobody_works: return "nobody_works";
        case insight::Verdict::off: return "off";
    }
    return {};
}

JsonObject to_json(insight::BackTest const& test) {
    JsonArray headlines;
    for (auto const& one : test.headlines)
        headlines.push_back(JsonObject{{"figure", insight::kFigureNames[static_cast<std::size_t>(one.figure)]},
                                       {"actual", number(one.actual)},
                                       {"simulated", number(one.simulated.mean)},
                                       {"low", number(one.simulated.low)},
                                       {"high", number(one.simulated.high)},
                                       {"error", number(one.error)},
                                       {"error_low", number(one.error_low)},
                                       {"error_high", number(one.error_high)},
                                       {"tolerance", number(one.tolerance)},
                                       {"is_near", one.is_near},
                                       {"is_in_band", one.is_in_band}});
    return {{"verdict", name_of(test.verdict)},
            {"from", to_rfc3339(test.from)},
            {"until", to_rfc3339(test.until)},
            {"tickets", test.tickets},
            {"runs", test.runs},
            {"level", test.level ? Json(JsonObject{{"error", number(test.level->error)},
                                                   {"low", number(test.level->low)},
                                                   {"high", number(test.level->high)},
                                                   {"is_near", insight::is_near(*test.level)}})
                                 : Json(nullptr)},
            {"headlines", std::move(headlines)}};
}

JsonObject to_json(insight::WhatIfAnswer const& answer) {
    JsonArray figures;
    for (std::size_t i = 0; i < insight::kFigures; ++i) {
        auto const& one = answer.figures[i];
        if (one.before.n == 0 && one.after.n == 0) continue;
        figures.push_back(JsonObject{{"figure", insight::kFigureNames[i]},
                                     {"before", to_json(one.before)},
                                     {"after", to_json(one.after)},
                                     {"difference", to_json(one.difference)}});
    }
    return {{"from", to_rfc3339(answer.from)},
            {"until", to_rfc3339(answer.until)},
            {"runs", answer.runs},
            {"tickets", number(answer.tickets)},
            {"figures", std::move(figures)}};
}

}  // namespace

Result<void> check_question(Setup const& setup, domain::SimulationQuestion const& question) {
    CHECK_OK(domain::check(question));
    auto const& what = question.what;
    for (std::size_t i = 0; i < what.add.size(); ++i)
        if (!setup.find_agent(what.add[i].like)) return unknown(fmt::format("/what/add/{}/like", i));
    for (std::size_t i = 0; i < what.remove.size(); ++i)
        if (!setup.find_agent(what.remove[i])) return unknown(fmt::format("/what/remove/{}", i));
    for (std::size_t i = 0; i < what.change.size(); ++i)
        if (!setup.find_agent(what.change[i].agent)) return unknown(fmt::format("/what/change/{}/agent", i));
    for (std::size_t i = 0; i < what.assignment.size(); ++i)
        if (!setup.find_queue(what.assignment[i].queue)) return unknown(fmt::format("/what/assignment/{}/queue", i));
    for (std::size_t i = 0; i < what.volume.size(); ++i) {
        auto const& one = what.volume[i];
        if (one.queue && !setup.find_queue(one.queue)) return unknown(fmt::format("/what/volume/{}/queue", i));
        if (one.category && !setup.find_category(one.category))
            return unknown(fmt::format("/what/volume/{}/category", i));
    }
    return {};
}

Result<SimulationAnswer> simulate(Desk& desk, domain::TenantScope const& scope,
                                  domain::SimulationQuestion const& question, SimulationProgress const& progress) {
    CHECK_OK(domain::check(question));
    SimulationAnswer out;
    TRY(auto read, read_desk_model(desk, scope, question.weeks));
    auto& model = read.model;
    // Before minutes are spent: whether the question can be asked of this desk.
    TRY(auto asked, insight::apply(model, question.what));
    if (progress && !progress(kRead)) return unavailable("simulation.stopped", "The simulation was stopped.");
    auto const seed = static_cast<std::uint64_t>(question.seed);
    CHECK_OK(insight::calibrate(model, seed, part(progress, kRead, kFitted)));
    out.basis = read.basis;
    out.touch_scale = model.touch_scale;
    out.reaction_minutes = median_reaction(model);
    out.touch_minutes = median_touch(model);
    TRY(out.test,
        insight::back_test(model, std::min(kTestRuns, question.runs), seed, part(progress, kFitted, kTested)));
    if (out.test.verdict != insight::Verdict::believable) return out;
    asked.model.touch_scale = model.touch_scale;
    asked.model.wait_scale = model.wait_scale;
    TRY(out.what_if,
        insight::compare(insight::as_it_is(std::move(model)), asked, question, part(progress, kTested, 1)));
    return out;
}

JsonObject to_json(SimulationAnswer const& answer) {
    auto const& basis = answer.basis;
    return {{"basis", JsonObject{{"from", to_rfc3339(basis.from)},
                                 {"until", to_rfc3339(basis.until)},
                                 {"tickets", basis.tickets},
                                 {"is_cut", basis.is_cut},
                                 {"has_booked_time", basis.has_booked_time},
                                 {"people", basis.people},
                                 {"on_roster", basis.on_roster},
                                 {"idle", basis.idle},
                                 {"by_machine", number(basis.by_machine)},
                                 {"reopened", number(basis.reopened)},
                                 {"touch_minutes", number(answer.touch_minutes)},
                                 {"touch_scale", number(answer.touch_scale)},
                                 {"reaction_minutes", number(answer.reaction_minutes)}}},
            {"test", to_json(answer.test)},
            {"what_if", answer.what_if ? Json(to_json(*answer.what_if)) : Json(nullptr)}};
}

}  // namespace lotse::desk
