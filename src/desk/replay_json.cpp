// SPDX-License-Identifier: Apache-2.0
#include "desk/replay.h"

namespace lotse::desk {
namespace {

JsonObject to_json(gate::SliceRun const& run) {
    return {{"stage", gate::name_of(run.stage)},
            {"acts", run.acts},
            {"judged", run.judged},
            {"right", run.right},
            {"blind", run.blind}};
}

JsonObject to_json(gate::GateRun const& run, gate::Target const& target) {
    return {{"precision", target.precision},  {"delta", target.delta},
            {"automatic", run.automatic},     {"acts", run.acts},
            {"judged", run.judged},           {"right", run.right},
            {"right_low", run.precision.low}, {"right_high", run.precision.high}};
}

JsonArray points(std::vector<gate::CurvePoint> const& curve) {
    JsonArray out;
    for (auto const& one : curve)
        out.push_back(JsonObject{{"threshold", one.threshold},
                                 {"acts", one.acts},
                                 {"judged", one.judged},
                                 {"right", one.right},
                                 {"low", one.precision.low},
                                 {"high", one.precision.high},
                                 {"coverage", one.coverage}});
    return out;
}

JsonArray wrong_acts(std::vector<WrongAct> const& wrong) {
    JsonArray out;
    for (auto const& one : wrong)
        out.push_back(JsonObject{{"ticket", one.ticket.value},
                                 {"said", one.said},
                                 {"decided", one.decided},
                                 {"score", one.score},
                                 {"is_blind", one.is_blind}});
    return out;
}

JsonArray pairs(std::vector<ConfusedPair> const& confusions) {
    JsonArray out;
    for (auto const& one : confusions) {
        JsonArray rows;
        for (auto const count : one.rows) rows.emplace_back(count);
        out.push_back(JsonObject{{"decided", one.decided}, {"said", one.said}, {"rows", std::move(rows)}});
    }
    return out;
}

}  // namespace

JsonObject to_json(Replay const& replay) {
    JsonArray models;
    for (auto const& [version, tickets] : replay.models)
        models.push_back(JsonObject{{"version", version}, {"tickets", tickets}});
    JsonArray values;
    for (auto const& one : replay.values)
        values.push_back(JsonObject{{"value", one.value}, {"now", to_json(one.now)}, {"then", to_json(one.then)}});
    return {{"basis", name_of(replay.basis)},
            {"models", std::move(models)},
            {"from", to_rfc3339(replay.from)},
            {"until", to_rfc3339(replay.until)},
            {"tickets", replay.tickets},
            {"judged", replay.judged},
            {"is_blind", replay.is_blind},
            {"excluded", replay.excluded},
            {"is_cut", replay.is_cut},
            {"curve", points(replay.curve)},
            {"wrong", wrong_acts(replay.wrong)},
            {"confusions", pairs(replay.confusions)},
            {"now", to_json(replay.now, replay.now_wished)},
            {"then", to_json(replay.then, replay.then_wished)},
            {"values", std::move(values)}};
}

}  // namespace lotse::desk
