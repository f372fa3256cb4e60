// SPDX-License-Identifier: Apache-2.0
// new_text, quoted and signature are nearly always pieces of the whole text, so the row keeps the text once and says
// where they lie: [[0,120],"",[140,30]] are new_text (offset, length), quoted (here empty) and signature. A part that is
// no piece of the text stands there itself.
#pragma once

#include <string>

#include "base/json.h"
#include "domain/ticket.h"

namespace lotse::store {

// Linear in the text, whatever it holds.
std::string parts_of(domain::Article const& article);
// Fills the three parts from article.text.
void restore_parts(domain::Article& article, JsonArray const& parts);

}  // namespace lotse::store
