// SPDX-License-Identifier: Apache-2.0
// How far a word is from another that was probably meant. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lotse::search {

// Letters put in, left out, changed or swapped with their neighbour, by code point; more than `most` gives most + 1.
int edit_distance(std::string_view a, std::string_view b, int most);
// How many slips a word of this many bytes may hold: none up to 2, one up to 4, else two.
int allowed_slips(std::size_t size);
// The nearest of `names`, within the allowed slips; the first among equals. Case is ignored.
std::optional<std::string> nearest(std::string_view word, std::vector<std::string> const& names);

}  // namespace lotse::search
