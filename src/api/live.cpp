// SPDX-License-Identifier: Apache-2.0
// The one stream that a page listens to: rows of lists, counts, and who else is there.
#include <algorithm>
#include <iterator>

#include "access/authenticate.h"
#include "api/call_limits.h"
#include "api/fields.h"
#include "api/groups.h"
#include "api/live_rows.h"
#include "api/presence.h"
#include "api/request_text.h"
#include "api/show_viewers.h"
#include "desk/live_tickets.h"
#include "desk/made.h"
#include "desk/stream_events.h"

namespace lotse::api {
namespace {

using access::Permission;

// A page that was away for longer reads its lists anew, which costs less than what it has missed.
constexpr std::int64_t kMostMissed = 2000;
constexpr int kStep = 500;

Result<std::vector<net::LiveEvent>> missed(desk::Desk& desk, domain::TenantId tenant, std::int64_t after) {
    auto const scope = domain::ScopeMint::for_tenant(tenant);
    TRY(auto const newest, desk::last_position(desk, scope));
    if (after > newest || newest - after > kMostMissed)
        return std::vector{net::LiveEvent{newest, "refetch", to_string(JsonObject{{"last", newest}})}};
    std::vector<domain::Event> events;
    for (auto last = after;;) {
        TRY(auto more, desk::events_after(desk, scope, last, kStep));
        std::ranges::move(more, std::back_inserter(events));
        if (more.size() < static_cast<std::size_t>(kStep)) break;
        last = more.back().position;
    }
    TRY(auto rows, live_rows(desk, scope, events));
    std::vector<net::LiveEvent> out;
    for (auto& row : rows) out.push_back(std::move(row.event));
    return out;
}

// Read before the lists, so that a stream which begins here passes over nothing that they do not show.
Result<Reply> place_in_stream(Call const& call) {
    TRY(auto const newest, desk::last_position(call.desk(), call.scope()));
    Reply out;
    out.body = JsonObject{{"last", newest}};
    return out;
}

Result<Reply> follow_live(Call& call) {
    if (header_of(call.request, "Accept").find("text/event-stream") == std::string_view::npos)
        return place_in_stream(call);
    auto& desk = call.desk();
    auto const tenant = call.scope().tenant();
    auto out = std::make_shared<net::EventStream>();
    out->topic = tenant.value;
    out->last_event_id = net::last_event_id(call.request);
    // All that was missed comes at once: a page without rows is asked for only when there is nothing more.
    out->replay = [&desk, tenant](std::int64_t after, std::size_t) { return missed(desk, tenant, after); };
    out->wants = [](net::LiveEvent const& event) { return !is_plain_event(event); };
    // The credential is tried anew, so a sign-out, a disabling and a change of role end the stream (H-23).
    out->still_allowed = [&desk, credential = call.credential] {
        auto const who = access::authenticate(desk.store, desk.clock, credential);
        return who && who->has(Permission::events_read);
    };
    Reply reply;
    reply.stream = std::move(out);
    return reply;
}

Result<JsonArray> viewers_of(Call const& call, domain::TicketId ticket) {
    TRY(auto setup, desk::current_setup(call.desk(), call.scope()));
    return show(call.presence.viewers(call.scope().tenant(), ticket), *setup);
}

Result<void> tell(Call const& call, domain::TicketId ticket) {
    TRY(auto viewers, viewers_of(call, ticket));
    JsonObject data{{"ticket", ticket.value}, {"viewers", std::move(viewers)}};
    call.parts.hub.publish(call.scope().tenant().value, {0, "presence", to_string(data)});
    return {};
}

Result<Reply> put_presence(Call& call) {
    auto const ticket = call.id<domain::TicketId>("ticket");
    TRY(auto setup, desk::setup_at_ticket(call.desk(), call.scope(), ticket));
    auto const tenant = call.scope().tenant();
    auto const agent = call.principal().agent;
    // A token that acts as nobody looks on unseen.
    if (agent) {
        if (call.presence.enter(tenant, ticket, agent, text_at(call.body, "state"))) CHECK_OK(tell(call, ticket));
        if (bool_at(call.body, "is_typing")) {
            JsonObject data{{"ticket", ticket.value}, {"agent", show_agent_name(*setup, agent)}};
            call.parts.hub.publish(tenant.value, {0, "typing", to_string(data)});
        }
    }
    for (auto const left : call.presence.forget_expired(tenant)) CHECK_OK(tell(call, left));
    TRY(auto viewers, viewers_of(call, ticket));
    Reply out;
    out.body = JsonObject{{"viewers", std::move(viewers)}};
    return out;
}

Result<Reply> end_presence(Call& call) {
    auto const ticket = call.id<domain::TicketId>("ticket");
    TRY([[maybe_unused]] auto setup, desk::setup_at_ticket(call.desk(), call.scope(), ticket));
    if (call.presence.leave(call.scope().tenant(), ticket, call.principal().agent)) CHECK_OK(tell(call, ticket));
    return Reply{};
}

}  // namespace

Group live_group() {
    Group out{"Live", "What a page listens to, and who else is there.", {}, {}};
    out.schemas = {{"LivePlace", object({need("last", integer(0, INT64_MAX).say("To be given as last_event_id."))})},
                   {"Viewer", viewer_schema()},
                   {"Viewers", object({need("viewers", list(reference("Viewer")))})},
                   {"Presence", object({need("state", one_of({"viewing", "replying"})),
                                        may("is_typing", boolean().say("Tells the others now; nothing is kept."))})}};
    out.routes = {
        Route(Verb::get, "/api/v1/live", "follow_live", Permission::events_read, follow_live)
            .says("Listen to what changes",
                  "With 'Accept: text/event-stream' a stream for pages; else only the place where it stands now. "
                  "'ticket' carries the row of a ticket with its version and goes on after "
                  "Last-Event-ID; 'refetch' says that too much was missed. Passing hints, of which none is repeated: "
                  "'counts', 'presence', 'typing', 'draft', 'job', 'escalation'.")
            .asks({may("last_event_id", integer(0, INT64_MAX).say("Like the header Last-Event-ID."))})
            .answers(200, "LivePlace")
            .or_bytes("text/event-stream", "Server-sent events."),
        Route(Verb::put, "/api/v1/tickets/{ticket}/presence", "put_presence", Permission::tickets_read, put_presence)
            .says("Say that you look at a ticket, or answer it", "For 30 seconds; say it again every 20.")
            .takes("Presence")
            .answers(200, "Viewers"),
        Route(Verb::remove, "/api/v1/tickets/{ticket}/presence", "end_presence", Permission::tickets_read, end_presence)
            .says("Say that you have left a ticket")
            .answers_nothing(),
    };
    return out;
}

}  // namespace lotse::api
