// SPDX-License-Identifier: Apache-2.0
// What triage proposes for one ticket: each label with a calibrated confidence and its reasons, or an abstention.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/because.h"

namespace lotse::domain {

struct Alternative {
    std::string value;
    double confidence = 0;
};

// A place in the newest message, in code points; end is the first one behind it.
struct Evidence {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool operator==(Evidence const&) const = default;
};

// Of a message in several languages: where one of them stands in the newest message, in code points, and how it begins.
struct LanguagePart {
    std::string language;  // ISO 639-1; "" unknown
    Evidence place;
    std::string opening;  // one line, at most 60 code points
    bool operator==(LanguagePart const&) const = default;
};

// One label. value is empty when triage abstains; because then says why.
struct Label {
    std::string field;  // "language", "category", "type", "impact", "urgency", "priority", "sentiment"
    std::string value;  // category: its key; others: the enum's name or ISO 639-1
    Because because;
    std::vector<Alternative> alternatives;  // best first, the value itself included, at most 3
    std::vector<Evidence> evidence;  // where it is said; of sentiment only
    std::vector<LanguagePart> parts = {};  // of language only, in the order of the text; empty unless there are several
    std::vector<std::string> words = {};  // that because.text names, for finding them in the message; not stored
    bool abstains() const { return value.empty(); }
};

struct Suggestion {
    std::vector<Label> labels;
    std::string model_version;  // "keywords" before there is history

    Label const* find(std::string_view field) const {
        for (auto const& label : labels)
            if (label.field == field) return &label;
        return nullptr;
    }
};

JsonObject to_json(Suggestion const& suggestion);
Suggestion suggestion_from(JsonObject const& object);

}  // namespace lotse::domain
