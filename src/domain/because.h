// SPDX-License-Identifier: Apache-2.0
// Why a value is what it is. Stored with every change, shown to people, never optional.
#pragma once

#include <optional>
#include <string>

#include "base/json.h"

namespace lotse::domain {

struct Because {
    std::string source;  // "model", "keywords", "matrix", "routing", "policy", "address", "person", "prior", "timer"
    std::string code;    // stable, for translation: "routing.lowest_load"
    std::string text;    // the same as one English sentence
    std::optional<double> confidence;  // calibrated, 0..1; absent where nothing was estimated
    std::string version;               // of the model, rule or policy
    bool unproven = false;             // a suggestion that the gate has not yet earned the right to act on

    bool operator==(Because const&) const = default;
};

JsonObject to_json(Because const& because);
Because because_from(JsonObject const& object);

}  // namespace lotse::domain
