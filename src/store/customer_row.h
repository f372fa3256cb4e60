// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "domain/people.h"
#include "store/db.h"
#include "store/sql_text.h"

namespace lotse::store {

inline constexpr SqlPiece kCustomerColumns =
    "id, version, name, email, phone, language, time_zone, organization_id, created_at";
domain::Customer read_customer(Row const& row);
// What searches by the beginning of a name compare: folded, at most 64 bytes.
Bytes name_key(std::string_view name);

}  // namespace lotse::store
