// SPDX-License-Identifier: Apache-2.0
// How a customer feels about it, as far as their words tell: calm, unhappy or angry. Lists of words in English, German
// and Polish with negation ("not happy") and intensifiers ("extremely disappointing"), and how it is written (capitals,
// rows of exclamation marks). It informs; it never decides anything by itself, and customers never see it. Pure.
#pragma once

#include <string_view>

#include "domain/suggestion.h"

namespace lotse::triage {

// `text` is the newest message alone, without quote and signature; `subject` "" where it is not the customer's words now.
// `language` as the language label says, "" unknown: then all lists count. Reads at most kTextLimit bytes.
// The label's value is a domain::Sentiment; it abstains where there are hardly any words, or none in a language that has
// a list. evidence: places in `text`, in code points.
domain::Label sentiment_label(std::string_view subject, std::string_view text, std::string_view language);

}  // namespace lotse::triage
