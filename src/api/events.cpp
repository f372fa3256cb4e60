// SPDX-License-Identifier: Apache-2.0
// The desk's events: as a live stream, or page by page for programs that poll.
#include <fmt/format.h>

#include <algorithm>

#include "access/authenticate.h"
#include "api/fields.h"
#include "api/groups.h"
#include "api/live_event.h"
#include "api/live_rows.h"
#include "api/page.h"
#include "api/request_text.h"
#include "api/show.h"
#include "desk/stream_events.h"

namespace lotse::api {
namespace {

using access::Permission;

Schema live_event_schema() {
    return object({need("id", id()),
                   need("position", integer(1, INT64_MAX).say("In the stream; what after and Last-Event-ID mean.")),
                   need("ticket", id()), need("kind", text(0)), need("actor", text(0)), need("agent", id().or_null()),
                   need("article", id().or_null()), need("at", instant())});
}

Reply stream(Call const& call) {
    auto& desk = call.desk();
    auto const tenant = call.scope().tenant();
    auto out = std::make_shared<net::EventStream>();
    out->topic = tenant.value;
    out->last_event_id = net::last_event_id(call.request);
    out->replay = [&desk, tenant](std::int64_t after, std::size_t limit) -> Result<std::vector<net::LiveEvent>> {
        auto const scope = domain::ScopeMint::for_tenant(tenant);
        TRY(auto events, desk::events_after(desk, scope, after, static_cast<int>(limit)));
        std::vector<net::LiveEvent> live;
        for (auto const& event : events) live.push_back(live_event(event));
        return live;
    };
    out->wants = is_plain_event;
    // The credential is tried anew, so a sign-out, a disabling and a change of role end the stream (H-23).
    out->still_allowed = [&desk, credential = call.credential] {
        auto const who = access::authenticate(desk.store, desk.clock, credential);
        return who && who->has(Permission::events_read);
    };
    Reply reply;
    reply.stream = std::move(out);
    return reply;
}

Result<Reply> follow_events(Call& call) {
    if (header_of(call.request, "Accept").find("text/event-stream") != std::string_view::npos) return stream(call);
    std::int64_t last = int_at(call.query, "after");
    int const limit = page_limit(call);
    TRY(auto events, desk::events_after(call.desk(), call.scope(), last, limit));
    JsonArray items;
    for (auto const& event : events) {
        items.emplace_back(show_live(event));
        last = event.position;
    }
    bool const is_full = events.size() == static_cast<std::size_t>(limit);
    auto out = page_reply(call, std::move(items), is_full ? std::to_string(last) : std::string());
    out.body.get_object()["last"] = last;
    return out;
}

}  // namespace

Group events_group() {
    Group out{"Events", "What happens in the desk, as it happens.", {}, {}};
    out.schemas = {
        {"LiveEvent", live_event_schema()},
        {"EventPage",
         object({need("items", list(reference("LiveEvent"))), need("next", text(0).or_null()),
                 need("last", integer(0, INT64_MAX).say("To be given as after when asking again later."))})}};
    out.routes = {
        Route(Verb::get, "/api/v1/events", "follow_events", Permission::events_read, follow_events)
            .says("Follow the desk's events",
                  "With 'Accept: text/event-stream' a stream that goes on after Last-Event-ID; else one page.")
            .asks({may("after", integer(0, INT64_MAX).say("Events after this position.")),
                   may("limit", integer(1, kPageMost)),
                   may("last_event_id", integer(0, INT64_MAX).say("Like the header Last-Event-ID, for the stream."))})
            .answers(200, "EventPage")
            .or_bytes("text/event-stream", "Server-sent events; data is a LiveEvent."),
    };
    return out;
}

}  // namespace lotse::api
