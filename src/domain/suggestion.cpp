// SPDX-License-Identifier: Apache-2.0
#include "domain/suggestion.h"

namespace lotse::domain {

JsonObject to_json(Suggestion const& suggestion) {
    JsonArray labels;
    for (auto const& label : suggestion.labels) {
        JsonArray alternatives;
        for (auto const& other : label.alternatives)
            alternatives.push_back(JsonObject{{"value", other.value}, {"confidence", other.confidence}});
        JsonObject entry{{"field", label.field}};
        entry["value"] = label.abstains() ? Json(nullptr) : Json(label.value);
        entry["because"] = to_json(label.because);
        entry["alternatives"] = std::move(alternatives);
        if (!label.evidence.empty()) {
            JsonArray places;
            for (auto const& place : label.evidence) places.push_back(JsonArray{place.begin, place.end});
            entry["evidence"] = std::move(places);
        }
        if (!label.parts.empty()) {
            JsonArray parts;
            for (auto const& part : label.parts)
                parts.push_back(JsonObject{{"language", part.language},
                                           {"begin", part.place.begin},
                                           {"end", part.place.end},
                                           {"opening", part.opening}});
            entry["parts"] = std::move(parts);
        }
        labels.push_back(std::move(entry));
    }
    return JsonObject{{"labels", std::move(labels)}, {"model_version", suggestion.model_version}};
}

Suggestion suggestion_from(JsonObject const& object) {
    Suggestion out;
    out.model_version = text_at(object, "model_version");
    for (auto const& entry : array_at(object, "labels")) {
        if (!entry.is_object()) continue;
        auto const& stored = entry.get_object();
        Label label;
        label.field = text_at(stored, "field");
        label.value = text_at(stored, "value");
        label.because = because_from(object_at(stored, "because"));
        for (auto const& other : array_at(stored, "alternatives"))
            if (other.is_object())
                label.alternatives.push_back(
                    {std::string(text_at(other.get_object(), "value")), number_at(other.get_object(), "confidence")});
        for (auto const& place : array_at(stored, "evidence"))
            if (place.is_array() && place.get_array().size() == 2 && place.get_array()[0].is_number() &&
                place.get_array()[1].is_number())
                label.evidence.push_back(
                    {place.get_array()[0].to_number<std::size_t>(), place.get_array()[1].to_number<std::size_t>()});
        for (auto const& part : array_at(stored, "parts")) {
            if (!part.is_object()) continue;
            auto const& one = part.get_object();
            label.parts.push_back(
                {std::string(text_at(one, "language")),
                 {static_cast<std::size_t>(int_at(one, "begin")), static_cast<std::size_t>(int_at(one, "end"))},
                 std::string(text_at(one, "opening"))});
        }
        out.labels.push_back(std::move(label));
    }
    return out;
}

}  // namespace lotse::domain
