// SPDX-License-Identifier: Apache-2.0
// Finds data about a person and secrets in a text: account, card and register numbers by their check digits, addresses
// and telephone numbers by their form, names by what stands around them. Pure.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "domain/personal_data.h"

namespace lotse::triage {

using domain::PersonalKind;
using domain::PersonalReason;
using domain::PersonalSpan;

constexpr std::size_t kMostPersonalSpans = 1000;

// In order, never overlapping, at most kMostPersonalSpans. Text of any bytes; spans of valid UTF-8 begin and end between
// code points. Linear in the text. `sender` is the display name of the From header, "" unknown.
std::vector<PersonalSpan> find_personal_data(std::string_view text, std::string_view sender = {});

}  // namespace lotse::triage
