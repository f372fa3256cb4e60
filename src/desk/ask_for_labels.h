// SPDX-License-Identifier: Apache-2.0
// Which labels of a ticket a person should give, and what that is worth: the order of the page for labels. Pure.
//
// value of a blind ticket = 2 + 1 / (1 + n / 20), n being the fewest further blind decisions that any value of its blind
// fields needs for its next right (2 if nothing is left to prove); so 2..3, before all others. n is that of the field and
// not of what triage said here: the order must not give that away, nor choose which of its choices are tested.
// value of any other = 1 - margin, 0.8..1: the distance of the two likeliest values of category and type, where it is below
// 0.2 (uncertainty sampling; Scheffer, Decomain and Wrobel 2001); 1 where triage would not say.
// Of the same value the longest waiting comes first.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "desk/facts.h"
#include "domain/label_request.h"

namespace lotse::desk {

// Nothing where triage is sure or nobody's answer would count.
std::optional<domain::LabelRequest> ask_for_labels(Facts const& facts, domain::Suggestion const& suggestion,
                                                   std::vector<domain::Prediction> const& predictions);

// 2..3, as above.
double blind_value(GateRights const& rights, std::vector<std::string> const& fields);
// Those nearest to a right first; others in the order of kGatedFields.
std::vector<std::string> nearest_first(GateRights const& rights, std::vector<std::string> fields);

}  // namespace lotse::desk
