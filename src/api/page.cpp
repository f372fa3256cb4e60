// SPDX-License-Identifier: Apache-2.0
#include "api/page.h"

#include <fmt/format.h>

#include "base/text.h"

namespace lotse::api {

std::vector<Property> paged(std::vector<Property> filters) {
    filters.push_back(
        may("limit", integer(1, kPageMost).say(fmt::format("Items of a page; {} if left out.", kPageDefault))));
    filters.push_back(may("after", line(1000).say("Where the page before ended; taken from its next.")));
    return filters;
}

int page_limit(Call const& call) { return static_cast<int>(int_at(call.query, "limit", kPageDefault)); }

std::string page_after(Call const& call) { return std::string(text_at(call.query, "after")); }

Reply page_reply(Call const& call, JsonArray items, std::string_view next_cursor) {
    Json next(nullptr);
    if (!next_cursor.empty()) {
        std::string address = call.request.path;
        char separator = '?';
        for (auto const& [name, value] : call.request.query) {
            if (name == "after") continue;
            address += fmt::format("{}{}={}", separator, percent_encode(name), percent_encode(value));
            separator = '&';
        }
        next = Json(fmt::format("{}{}after={}", address, separator, percent_encode(next_cursor)));
    }
    Reply out;
    out.body = JsonObject{{"items", std::move(items)}, {"next", std::move(next)}};
    return out;
}

Reply whole_list(JsonArray items) {
    Reply out;
    out.body = JsonObject{{"items", std::move(items)}, {"next", nullptr}};
    return out;
}

Reply versioned_reply(JsonObject body, std::int64_t version) {
    Reply out;
    out.body = std::move(body);
    out.version = version;
    return out;
}

Reply made_reply(Call const& call, JsonObject body, std::int64_t id, std::int64_t version, bool is_known) {
    auto out = versioned_reply(std::move(body), version);
    out.is_repeated = is_known;
    out.headers.emplace_back("Location", fmt::format("{}/{}", call.request.path, id));
    return out;
}

}  // namespace lotse::api
