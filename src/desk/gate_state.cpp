// SPDX-License-Identifier: Apache-2.0
#include "desk/gate_state.h"

#include "base/json.h"

namespace lotse::desk {
namespace {

JsonObject to_json(gate::Proof const& proof) {
    JsonArray claims;
    for (auto const& claim : proof.claims()) {
        auto const state = claim.wealth.state();
        claims.push_back(JsonArray{Json(claim.threshold), Json(state.rows), Json(state.right), Json(state.log_peak)});
    }
    return {{"precision", proof.target().precision},
            {"delta", proof.target().delta},
            {"rows", proof.rows()},
            {"claims", std::move(claims)}};
}

double number_in(Json const& value) { return value.is_number() ? value.to_number<double>() : 0; }
std::int64_t count_in(Json const& value) { return static_cast<std::int64_t>(number_in(value)); }

gate::Proof proof_from(JsonObject const& object) {
    gate::Target target{number_at(object, "precision", 0.95), number_at(object, "delta", 0.05)};
    std::vector<gate::Proof::Claim> claims;
    for (auto const& entry : array_at(object, "claims")) {
        if (!entry.is_array() || entry.get_array().size() != 4) continue;
        auto const& parts = entry.get_array();
        gate::EProcess::State const state{count_in(parts[1]), count_in(parts[2]), number_in(parts[3])};
        claims.push_back({number_in(parts[0]), gate::EProcess::from(target.precision, state)});
    }
    return gate::Proof::from(target, std::move(claims), int_at(object, "rows"));
}

JsonObject to_json(gate::DriftWatch const& watch) {
    JsonArray sums;
    for (double const sum : watch.sums()) sums.emplace_back(sum);
    return {{"rows", watch.rows()}, {"sums", std::move(sums)}};
}

gate::DriftWatch watch_from(JsonObject const& object, double target) {
    std::array<double, gate::DriftWatch::kStakes> sums{};
    auto const& stored = array_at(object, "sums");
    for (std::size_t i = 0; i < sums.size() && i < stored.size(); ++i) sums[i] = number_in(stored[i]);
    return gate::DriftWatch::from(target, gate::DriftWatch::kRunLength, int_at(object, "rows"), sums);
}

JsonArray to_json(gate::ScoreSpread const& spread) {
    JsonArray out;
    for (auto const rows : spread.bins()) out.emplace_back(rows);
    return out;
}

gate::ScoreSpread spread_from(JsonArray const& stored) {
    std::array<std::int64_t, gate::ScoreSpread::kBins> bins{};
    for (std::size_t i = 0; i < bins.size() && i < stored.size(); ++i) bins[i] = count_in(stored[i]);
    return gate::ScoreSpread::from(bins);
}

JsonObject to_json(gate::Corrections const& corrections) {
    return {{"rows", corrections.rows}, {"changed", corrections.changed}};
}

gate::Corrections corrections_from(JsonObject const& object) {
    return {int_at(object, "rows"), int_at(object, "changed")};
}

Error damaged() { return Error{Kind::corrupt, "gate.state", "What triage has earned so far cannot be read.", {}, {}}; }

}  // namespace

std::string to_text(gate::Standing const& standing) {
    return to_string(JsonObject{{"stage", gate::name_of(standing.stage)},
                                {"proof", to_json(standing.proof)},
                                {"blind", standing.blind},
                                {"among_three", standing.among_three},
                                {"blind_watch", to_json(standing.blind_watch)},
                                {"act_watch", to_json(standing.act_watch)},
                                {"scores_then", to_json(standing.scores_then)},
                                {"scores_now", to_json(standing.scores_now)},
                                {"norm", to_json(standing.norm)},
                                {"recent", to_json(standing.recent)}});
}

Result<gate::Standing> standing_from(std::string const& text) {
    auto const parsed = parse_json(text);
    if (!parsed || !parsed->is_object()) return damaged();
    auto const& object = parsed->get_object();
    gate::Standing out;
    auto const stage = gate::stage_from(text_at(object, "stage"));
    if (!stage) return damaged();
    out.stage = *stage;
    out.proof = proof_from(object_at(object, "proof"));
    out.blind = int_at(object, "blind");
    out.among_three = int_at(object, "among_three");
    auto const precision = out.proof.target().precision;
    out.blind_watch = watch_from(object_at(object, "blind_watch"), precision);
    out.act_watch = watch_from(object_at(object, "act_watch"), precision);
    out.scores_then = spread_from(array_at(object, "scores_then"));
    out.scores_now = spread_from(array_at(object, "scores_now"));
    out.norm = corrections_from(object_at(object, "norm"));
    out.recent = corrections_from(object_at(object, "recent"));
    return out;
}

}  // namespace lotse::desk
