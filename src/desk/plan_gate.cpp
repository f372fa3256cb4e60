// SPDX-License-Identifier: Apache-2.0
#include "desk/plan_gate.h"

#include <algorithm>
#include <cmath>

#include "store/models.h"

namespace lotse::desk {
namespace {

constexpr std::size_t kRowsOfValue = 200;
constexpr double kThousand = 1000;
// Fewer rows of a value do not tell where it is right: their one lenient threshold would bar all stricter ones for good.
constexpr std::size_t kRowsThatTell = 20;

JsonObject by_value(std::vector<triage::Judged> const& judged) {
    JsonObject out;
    for (auto const& one : judged) {
        auto& rows = out[one.value];
        if (!rows.is_array()) rows = JsonArray{};
        if (rows.get_array().size() == kRowsOfValue) continue;
        rows.get_array().push_back(
            JsonArray{Json(std::lround(one.confidence * kThousand)), Json(one.is_right ? 1 : 0)});
    }
    return out;
}

}  // namespace

JsonObject held_out_rows(triage::FittedTriage const& fitted) {
    return {{"category", by_value(fitted.category)}, {"type", by_value(fitted.type)}};
}

Result<GatePlan> GatePlan::read(store::ReadTxn& txn) {
    GatePlan out;
    TRY(auto const stored, store::serving_model(txn));
    if (!stored) return out;
    auto const report = parse_json(stored->report);
    if (report && report->is_object()) out.rows_ = object_at(report->get_object(), "held_out_rows");
    return out;
}

GatePlan GatePlan::of(JsonObject held_out_rows) {
    GatePlan out;
    out.rows_ = std::move(held_out_rows);
    return out;
}

std::vector<double> GatePlan::thresholds(std::string_view field, std::string_view value,
                                         gate::Target const& target) const {
    std::vector<gate::Row> rows;
    for (auto const& entry : array_at(object_at(rows_, field), value)) {
        if (!entry.is_array() || entry.get_array().size() != 2) continue;
        auto const& pair = entry.get_array();
        if (!pair[0].is_number() || !pair[1].is_number()) continue;
        rows.push_back({pair[0].to_number<double>() / kThousand, pair[1].to_number<int>() != 0});
    }
    if (rows.size() >= kRowsThatTell) return gate::plan_thresholds(rows, target);
    return {0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3};
}

}  // namespace lotse::desk
