// SPDX-License-Identifier: Apache-2.0
// {{customer.name}} and its kin in ready-made texts. A fixed list of names, looked up once; nothing is evaluated, and what
// is filled in is never read again (H-06). Pure.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "desk/setup.h"
#include "domain/people.h"
#include "domain/ticket.h"
#include "domain/wording.h"

namespace lotse::desk {

struct Placeholder {
    std::string_view name;  // "customer.name"
    std::string_view example;  // "Anna Kowalska"
};
std::vector<Placeholder> const& placeholders();

// Error: invalid "placeholder.unknown" at the field, naming it; also for "{{" without an end.
Result<void> check_placeholders(std::string_view text, std::string const& field);

using PlaceholderValues = std::map<std::string, std::string, std::less<>>;
PlaceholderValues placeholder_values(Setup const& setup, domain::Ticket const& ticket, domain::Customer const& customer,
                                     domain::Agent const* agent);
// A value that is not known leaves nothing behind.
std::string fill_placeholders(std::string_view text, PlaceholderValues const& values);

// At least one, each for a language and with known placeholders. Errors: invalid at /texts or /texts/LANGUAGE.
Result<void> check_texts(domain::Texts const& texts, bool may_be_empty = false);
// The text in the ticket's language, else in the desk's, else the first; null without any.
domain::Texts::value_type const* text_for(domain::Texts const& texts, Setup const& setup, std::string_view language);

}  // namespace lotse::desk
