// SPDX-License-Identifier: Apache-2.0
// Tags and custom fields as filters of lists: ?tag=vip&field=office:Berlin.
#pragma once

#include "api/call.h"
#include "api/schema.h"

namespace lotse::api {

std::vector<Property> facet_filters();
// For store::TicketQuery::facets. Errors: invalid "tag.missing" at ?tag, "field.missing" and "field.filter" at ?field.
Result<std::vector<std::string>> facets_in(Call const& call);

}  // namespace lotse::api
