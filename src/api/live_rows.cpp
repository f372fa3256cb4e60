// SPDX-License-Identifier: Apache-2.0
#include "api/live_rows.h"

#include <algorithm>
#include <map>

#include "api/live_event.h"
#include "api/show_counts.h"
#include "api/show_ticket.h"
#include "desk/live_tickets.h"

namespace lotse::api {

bool is_plain_event(net::LiveEvent const& event) { return event.name.starts_with("ticket."); }

Result<std::vector<LiveRow>> live_rows(desk::Desk& desk, domain::TenantScope const& scope,
                                       std::vector<domain::Event> const& events) {
    std::map<std::int64_t, std::int64_t> last;  // ticket -> place of its last event in the stream
    for (auto const& event : events) last[event.ticket.value] = live_event(event).id;
    std::vector<domain::TicketId> ids;
    for (auto const& [ticket, place] : last) ids.emplace_back(ticket);
    TRY(auto const found, desk::read_live_tickets(desk, scope, ids));
    std::vector<LiveRow> out;
    for (auto const& [ticket, place] : last) {
        JsonObject data{{"ticket", ticket}, {"version", 0}, {"row", nullptr}};
        auto const row = std::ranges::find(found.tickets, domain::TicketId{ticket}, &domain::Ticket::id);
        if (row != found.tickets.end()) {
            data["version"] = row->version;
            data["row"] = show(*row, *found.setup, found.names);
        }
        LiveRow made{{place, std::string(kRowEvent), to_string(data)}, ticket, int_at(data, "version")};
        out.push_back(std::move(made));
    }
    std::ranges::sort(out, {}, [](LiveRow const& row) { return row.event.id; });
    return out;
}

Result<net::LiveEvent> live_counts(desk::Desk& desk, domain::TenantScope const& scope) {
    TRY(auto const counts, desk::queue_counts(desk, scope));
    return net::LiveEvent{0, "counts", to_string(JsonObject{{"queues", show(counts)}})};
}

}  // namespace lotse::api
