// SPDX-License-Identifier: Apache-2.0
// Ready-made words and changes: canned answers, signatures, macros.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/json.h"
#include "domain/ids.h"

namespace lotse::domain {

using AnswerId = Id<struct AnswerTag>;
using MacroId = Id<struct MacroTag>;

// The same text by language (ISO 639-1).
using Texts = std::map<std::string, std::string, std::less<>>;

struct Answer {
    AnswerId id;
    std::int64_t version = 1;
    std::string name;
    std::string shortcut;         // what one types to get it; "" none
    std::vector<QueueId> queues;  // empty: everywhere
    Texts texts;
    bool operator==(Answer const&) const = default;
};

// Several changes of a ticket, an answer and a note with one click. The document is checked when it is saved and again
// when it is used; every part may be left out:
//   {"changes": {"status": "solved", ...}, "takes": true,
//    "reply": {"texts": {"en": "..."}} or {"answer": 3}, with "then": "waiting", "note": {"text": "..."}}
struct Macro {
    MacroId id;
    std::int64_t version = 1;
    std::string name;
    std::vector<QueueId> queues;  // empty: everywhere
    JsonObject document;
    bool operator==(Macro const&) const = default;
};

}  // namespace lotse::domain
