// SPDX-License-Identifier: Apache-2.0
// lotse triage: what triage says of a text, with a desk's knowledge or without. Words from arguments or standard input, or one JSON object
// a line in, one JSON object a line out.
#pragma once

#include <iosfwd>
#include <string>

#include "base/result.h"
#include "triage/suggest.h"

namespace lotse::app {

struct TriageCommand {
    std::string subject;
    std::string text;  // "" : standard input, which is JSON lines if it begins with "{"
    bool shows_table = false;  // for a person: a table instead of JSON, where a single text was given
};

// What decides: the default taxonomy's words, or a desk's set-up and model.
struct TriageSource {
    triage::TriageModel model;
    triage::TriageSetup setup;
};
TriageSource default_triage_source();

// Keys: subject, body, channel, mailbox, customer_language, content_language, hour, is_automatic; all optional but one of
// the first two. Error: invalid with the key in `field`.
Result<triage::TriageInput> triage_input_from(JsonObject const& object);

// Every line of `in` is answered, a bad one by {"error": {...}} with its line number; the error is returned at the
// end, too.
Result<void> run_triage(TriageCommand const& command, TriageSource const& source, std::istream& in, std::ostream& out);

}  // namespace lotse::app
