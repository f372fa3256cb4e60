// SPDX-License-Identifier: Apache-2.0
#include "domain/replay.h"

namespace lotse::domain {

JsonObject to_json(ReplayQuestion const& question) {
    return {{"days", question.days},
            {"field", question.field},
            {"model", question.model},
            {"precision", question.precision},
            {"delta", question.delta}};
}

ReplayQuestion replay_question_from(JsonObject const& object) {
    ReplayQuestion out;
    out.days = static_cast<int>(int_at(object, "days", out.days));
    out.field = text_at(object, "field");
    out.model = text_at(object, "model");
    out.precision = number_at(object, "precision", out.precision);
    out.delta = number_at(object, "delta", out.delta);
    return out;
}

}  // namespace lotse::domain
