// SPDX-License-Identifier: Apache-2.0
// The usual answers: pages of a list ({"items": [...], "next": URL or null}), one object with its version, a new one.
#pragma once

#include <string>
#include <vector>

#include "api/call.h"
#include "api/schema.h"

namespace lotse::api {

inline constexpr int kPageDefault = 50;
inline constexpr int kPageMost = 200;

// "limit" and "after", for a route's asks(), behind `filters`.
std::vector<Property> paged(std::vector<Property> filters = {});

int page_limit(Call const& call);
std::string page_after(Call const& call);

// The address of the next page keeps the caller's filters; a cursor of "" gives null.
Reply page_reply(Call const& call, JsonArray items, std::string_view next_cursor);
// Lists that are always whole.
Reply whole_list(JsonArray items);

Reply versioned_reply(JsonObject body, std::int64_t version);
// What a POST to a list made, with its Location.
Reply made_reply(Call const& call, JsonObject body, std::int64_t id, std::int64_t version, bool is_known);

}  // namespace lotse::api
