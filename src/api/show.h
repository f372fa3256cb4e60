// SPDX-License-Identifier: Apache-2.0
// Small pieces of answers: ids that may be absent, instants, names beside ids. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "api/schema.h"
#include "base/clock.h"
#include "base/ids.h"
#include "base/json.h"
#include "desk/setup.h"
#include "domain/because.h"

namespace lotse::api {

template <class Tag>
Json id_or_null(Id<Tag> id) {
    return id ? Json(id.value) : Json(nullptr);
}
inline Json show(Instant at) { return Json(to_rfc3339(at)); }
inline Json show(std::optional<Instant> const& at) { return at ? show(*at) : Json(nullptr); }
inline Json text_or_null(std::string_view text) { return text.empty() ? Json(nullptr) : Json(text); }
JsonArray show(std::vector<std::string> const& items);

// {"id": 3, "name": "Printing"} or null
Json show_queue_name(desk::Setup const& setup, domain::QueueId id);
Json show_agent_name(desk::Setup const& setup, domain::AgentId id);
Json show_category_name(desk::Setup const& setup, domain::CategoryId id);  // with its key

JsonObject show(domain::Because const& because);
Schema because_schema();
Schema named_schema();  // {"id", "name"}

}  // namespace lotse::api
