// SPDX-License-Identifier: Apache-2.0
// The ranges of ticket_paths.h, read from the index alone: position and id, no row. For lists whose words are looked up
// elsewhere, so that a ticket is read only when it has them.
#pragma once

#include <string_view>

#include "store/ticket_paths.h"

namespace lotse::store {

// Parameters as path_statement() has them, without narrowing. Columns: key, id.
std::string_view thin_statement(RangeKey key, bool descending);
// A ticket that knows its id and its place in the order, nothing else.
domain::Ticket thin_ticket(Row const& row, RangeKey key);

}  // namespace lotse::store
