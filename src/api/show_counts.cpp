// SPDX-License-Identifier: Apache-2.0
#include "api/show_counts.h"

#include "domain/enums.h"

namespace lotse::api {

JsonArray show(std::vector<desk::QueueTickets> const& counts) {
    JsonArray items;
    for (auto const& queue : counts) {
        JsonObject by_status;
        for (std::size_t i = 0; i < queue.by_status.size(); ++i)
            by_status[domain::name_of(static_cast<domain::Status>(i))] = queue.by_status[i];
        items.push_back(JsonObject{{"queue", JsonObject{{"id", queue.id.value}, {"name", queue.name}}},
                                   {"counts", std::move(by_status)}});
    }
    return items;
}

}  // namespace lotse::api
