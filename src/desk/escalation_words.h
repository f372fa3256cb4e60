// SPDX-License-Identifier: Apache-2.0
// What a mail of an escalation says: what is wrong, since when, who was told before, where to say "I look after it". Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "desk/setup.h"
#include "domain/escalation.h"

namespace lotse::desk {

// "The target for the solution was missed." in en, de or pl.
std::string escalation_reason(domain::Escalation const& escalation, Setup const& setup, std::string_view language);

// The whole of it. `public_url`: of the desk, "" = unknown, then there is no link.
std::string escalation_words(domain::Escalation const& escalation, std::vector<domain::EscalationTold> const& told,
                             Setup const& setup, std::string_view public_url, std::string_view language);

// Several at once, for one person: the subjects of the first, and how many there are.
struct GatheredWords {
    std::string subject;
    std::string text;
};
GatheredWords gathered_words(std::vector<std::string> const& first, std::int64_t count, std::string_view public_url,
                             std::string_view language);

}  // namespace lotse::desk
