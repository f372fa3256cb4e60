// SPDX-License-Identifier: Apache-2.0
// Polish forms to one form, by how they end. Pure.
#pragma once

#include <string>
#include <string_view>

namespace lotse::search {

// "drukarkami" -> "drukark", "fakture" -> "faktur"; without accents in, without accents out. The table was learned
// from a dictionary (tools/make_polish_endings.py), so words that it never saw are bent like their neighbours. What
// comes out is one stem for all of a word's forms, mostly, and not for people to read.
std::string polish_stem(std::string_view folded);

}  // namespace lotse::search
