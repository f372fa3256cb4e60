// SPDX-License-Identifier: Apache-2.0
#include "api/feed_events.h"

#include <algorithm>
#include <set>
#include <unordered_map>
#include <utility>

#include "api/live_event.h"
#include "api/live_rows.h"
#include "base/log.h"
#include "base/mutex.h"
#include "desk/stream_events.h"
#include "net/stop.h"

namespace lotse::api {
namespace {

constexpr std::chrono::milliseconds kTick{100};
constexpr int kTicksOfOthers = 20;  // how often desks are looked at without a signal
constexpr int kStep = 500;
constexpr std::size_t kMostAwaited = 200;
constexpr std::chrono::seconds kAwaited{30};

// A ticket whose settling is still to come: it may change the row without an event of its own.
struct Awaited {
    std::int64_t version = 0;
    Instant until{};
};

// What is known of a tenant. Of the loop alone.
struct Place {
    std::int64_t last_position = 0;
    std::unordered_map<std::int64_t, Awaited> awaited;  // by ticket
    std::string counts;                                 // as last told
};

struct Feed {
    explicit Feed(FeedParts given) : parts(given) {}
    FeedParts parts;
    Mutex<std::set<std::int64_t>> rung;                      // tenants with something new
    std::unordered_map<std::int64_t, Place> places;  // by tenant; of the loop alone
};

using Rows = std::vector<domain::Event>;

void await_settling(Feed& feed, Place& place, Rows const& events) {
    for (auto const& event : events)
        if (event.needs_settling && place.awaited.size() < kMostAwaited)
            place.awaited[event.ticket.value] = {0, feed.parts.desk.clock.now() + kAwaited};
}

// The rows of these tickets, and of those whose settling was awaited and has come.
Result<void> publish_rows(Feed& feed, domain::TenantScope const& scope, Place& place, Rows const& events) {
    auto all = events;
    for (auto const& [ticket, awaited] : place.awaited) {
        bool const has_event =
            std::ranges::any_of(events, [&](auto const& event) { return event.ticket.value == ticket; });
        if (has_event) continue;
        domain::Event passing;  // without a place in the stream
        passing.ticket = domain::TicketId{ticket};
        all.push_back(std::move(passing));
    }
    if (all.empty()) return {};
    TRY(auto rows, live_rows(feed.parts.desk, scope, all));
    auto const now = feed.parts.desk.clock.now();
    for (auto& row : rows) {
        auto const awaited = place.awaited.find(row.ticket);
        bool const is_known = awaited != place.awaited.end() && awaited->second.version == row.version;
        if (awaited != place.awaited.end()) {
            awaited->second.version = row.version;
            if (awaited->second.until <= now) place.awaited.erase(awaited);
        }
        if (row.event.id != 0 || !is_known) feed.parts.hub.publish(scope.tenant().value, std::move(row.event));
    }
    return {};
}

Result<void> publish_counts(Feed& feed, domain::TenantScope const& scope, Place& place) {
    TRY(auto counts, live_counts(feed.parts.desk, scope));
    if (counts.data == place.counts) return {};
    place.counts = counts.data;
    feed.parts.hub.publish(scope.tenant().value, std::move(counts));
    return {};
}

// Places what is new and tells it. Without listeners only the place is noted; it is read before they are counted, so that
// a listener who came in between misses nothing.
Result<void> publish(Feed& feed, std::int64_t tenant) {
    auto const scope = domain::ScopeMint::for_tenant(domain::TenantId{tenant});
    auto& desk = feed.parts.desk;
    if (!feed.places.contains(tenant)) {
        // Before anything is placed: what waits to be placed is new to everybody.
        TRY(feed.places[tenant].last_position, desk::last_position(desk, scope));
    }
    auto& place = feed.places[tenant];
    CHECK_OK(desk::place_events(desk, scope));
    TRY(auto const newest, desk::last_position(desk, scope));
    if (feed.parts.hub.counters().listeners == 0) {
        place.last_position = newest;
        return {};
    }
    for (;;) {
        TRY(auto const events, desk::events_after(desk, scope, place.last_position, kStep));
        for (auto const& event : events) {
            feed.parts.hub.publish(tenant, live_event(event));
            place.last_position = event.position;
        }
        await_settling(feed, place, events);
        CHECK_OK(publish_rows(feed, scope, place, events));
        if (events.size() < kStep) return publish_counts(feed, scope, place);
    }
}

net::asio::awaitable<void> run_feed(std::shared_ptr<Feed> feed) {
    for (int tick = 0; co_await net::pause(kTick); ++tick) {
        auto tenants = feed->rung.with([](auto& rung) { return std::exchange(rung, {}); });
        if (tick % kTicksOfOthers == 0) {
            auto desks = co_await feed->parts.lanes.work([feed] { return desk::streamed_desks(feed->parts.desk); });
            if (!desks) log_error("event feed", desks.error());
            if (desks)
                for (auto const desk : *desks) tenants.insert(desk.value);
        }
        for (auto const tenant : tenants) {
            auto const done = co_await feed->parts.lanes.work([feed, tenant] { return publish(*feed, tenant); });
            if (!done) log_error("event feed", done.error(), {{"tenant", tenant}});
        }
    }
}

}  // namespace

void start_event_feed(FeedParts parts) {
    auto feed = std::make_shared<Feed>(parts);
    auto const also = [feed](std::function<void(domain::TenantId)> first) {
        return [feed, first = std::move(first)](domain::TenantId tenant) {
            first(tenant);
            feed->rung.with([&](auto& rung) { rung.insert(tenant.value); });
        };
    };
    parts.desk.signals.hint = [&hub = parts.hub](domain::TenantId tenant, std::string name, std::string data) {
        hub.publish(tenant.value, {0, std::move(name), std::move(data)});
    };
    parts.desk.signals.event_stored = also(std::move(parts.desk.signals.event_stored));
    parts.desk.signals.ticket_settled = also(std::move(parts.desk.signals.ticket_settled));
    parts.runtime.spawn("event feed", run_feed(std::move(feed)));
}

}  // namespace lotse::api
