// SPDX-License-Identifier: Apache-2.0
#include "api/live_event.h"

#include <fmt/format.h>

#include "api/show.h"

namespace lotse::api {

JsonObject show_live(domain::Event const& event) {
    return {{"id", event.id.value},
            {"position", event.position},
            {"ticket", event.ticket.value},
            {"kind", domain::name_of(event.kind)},
            {"actor", domain::name_of(event.actor)},
            {"agent", id_or_null(event.agent)},
            {"article", id_or_null(event.article)},
            {"at", show(event.at)}};
}

net::LiveEvent live_event(domain::Event const& event) {
    return {event.position, fmt::format("ticket.{}", domain::name_of(event.kind)), to_string(show_live(event))};
}

}  // namespace lotse::api
