// SPDX-License-Identifier: Apache-2.0
// The model as JSON text and back. What is read is checked before it is believed: a damaged model would promise anything.
#include <cmath>

#include "base/json.h"
#include "insight/wait_model.h"

namespace lotse::insight {
namespace {

constexpr std::int64_t kFormat = 1;
constexpr std::size_t kMostFields = 64;
constexpr double kLargest = 1e9;

JsonArray show(std::span<double const> numbers) {
    JsonArray out;
    for (double const one : numbers) out.emplace_back(one);
    return out;
}

JsonArray show(Survival const& curve) {
    JsonArray out;
    for (auto const& step : curve.steps()) {
        out.emplace_back(step.at);
        out.emplace_back(step.survives);
    }
    return out;
}

JsonArray show(WaitMeans::Sum const& sum) { return {sum.count, sum.sum}; }

Error damaged() {
    return {Kind::corrupt,
            "wait_model.damaged",
            "The stored model of waiting times cannot be read. It is fitted anew tonight.",
            {},
            {}};
}

Result<std::vector<double>> numbers_of(JsonArray const& array) {
    std::vector<double> out;
    for (auto const& one : array) {
        if (!one.is_number()) return damaged();
        out.push_back(one.to_number<double>());
        if (!std::isfinite(out.back()) || std::abs(out.back()) > kLargest) return damaged();
    }
    return out;
}

Result<WaitMeans::Sum> sum_of(Json const& value) {
    if (!value.is_array()) return damaged();
    TRY(auto const pair, numbers_of(value.get_array()));
    if (pair.size() != 2 || (pair[0] != 0 && pair[0] < 1)) return damaged();
    return WaitMeans::Sum{pair[0], pair[1]};
}

Result<Survival> curve_of(JsonArray const& array) {
    TRY(auto const flat, numbers_of(array));
    if (flat.size() % 2 != 0) return damaged();
    std::vector<Survival::Step> steps;
    for (std::size_t i = 0; i < flat.size(); i += 2) steps.push_back({flat[i], flat[i + 1]});
    auto curve = Survival::from(std::move(steps));
    if (!curve) return damaged();
    return std::move(*curve);
}

Result<WaitMeans> means_of(JsonObject const& object) {
    auto const* all = object.if_contains("all");
    if (all == nullptr) return damaged();
    TRY(auto const sum, sum_of(*all));
    std::vector<WaitMeans::Values> fields;
    for (auto const& one : array_at(object, "fields")) {
        if (!one.is_object() || fields.size() == kMostFields) return damaged();
        WaitMeans::Values values;
        for (auto const& [name, pair] : one.get_object()) {
            TRY(values[std::string(name)], sum_of(pair));
        }
        fields.push_back(std::move(values));
    }
    return WaitMeans::from(sum, std::move(fields));
}

}  // namespace

std::string WaitModel::save() const {
    JsonArray fields;
    for (auto const& values : means_.fields()) {
        JsonObject field;
        for (auto const& [name, sum] : values) field[name] = show(sum);
        fields.emplace_back(std::move(field));
    }
    JsonArray groups;
    for (auto const& group : groups_) groups.emplace_back(show(group));
    return to_string(JsonObject{{"format", kFormat},
                                {"fitted_at", micros(fitted_at_)},
                                {"ended", ended_},
                                {"window_days", window_days_},
                                {"all", show(means_.all())},
                                {"fields", std::move(fields)},
                                {"weights", show(weights_)},
                                {"edges", show(edges_)},
                                {"curve", show(all_)},
                                {"groups", std::move(groups)}});
}

Result<WaitModel> WaitModel::load(std::string_view text) {
    auto const json = parse_json(text);
    if (!json || !json->is_object()) return damaged();
    auto const& object = json->get_object();
    if (int_at(object, "format") != kFormat) return damaged();
    WaitModel out;
    out.fitted_at_ = instant(int_at(object, "fitted_at"));
    out.ended_ = int_at(object, "ended");
    out.window_days_ = static_cast<int>(int_at(object, "window_days"));
    TRY(out.means_, means_of(object));
    TRY(out.weights_, numbers_of(array_at(object, "weights")));
    TRY(auto const edges, numbers_of(array_at(object, "edges")));
    TRY(out.all_, curve_of(array_at(object, "curve")));
    auto const& groups = array_at(object, "groups");
    bool const is_whole = out.ended_ >= 0 && edges.size() == 2 && groups.size() == out.groups_.size() &&
                          (out.weights_.empty() || out.weights_.size() == out.means_.width());
    if (!is_whole) return damaged();
    out.edges_ = {edges[0], edges[1]};
    for (std::size_t i = 0; i < groups.size(); ++i) {
        if (!groups[i].is_array()) return damaged();
        TRY(out.groups_[i], curve_of(groups[i].get_array()));
    }
    return out;
}

}  // namespace lotse::insight
