// SPDX-License-Identifier: Apache-2.0
#include "api/feed_events.h"

#include <set>
#include <unordered_map>
#include <utility>

#include "api/live_event.h"
#include "base/log.h"
#include "base/mutex.h"
#include "desk/stream_events.h"
#include "net/stop.h"

namespace lotse::api {
namespace {

constexpr std::chrono::milliseconds kTick{100};
constexpr int kTicksOfOthers = 20;  // how often desks are looked at without a signal
constexpr int kStep = 500;

struct Feed {
    explicit Feed(FeedParts given) : parts(given) {}
    FeedParts parts;
    Mutex<std::set<std::int64_t>> rung;                      // tenants with something new
    std::unordered_map<std::int64_t, std::int64_t> last_id;  // by tenant; of the loop alone
};

// Without listeners only the place is noted. It is read before they are counted: a listener who came in between and an
// event that came after it are then not passed over.
Result<void> publish(Feed& feed, std::int64_t tenant) {
    auto const scope = domain::ScopeMint::for_tenant(domain::TenantId{tenant});
    auto& desk = feed.parts.desk;
    auto const known = feed.last_id.find(tenant);
    if (known == feed.last_id.end() || feed.parts.hub.counters().listeners == 0) {
        TRY(auto const newest, desk::last_event(desk, scope));
        if (known == feed.last_id.end() || feed.parts.hub.counters().listeners == 0) {
            feed.last_id[tenant] = newest.value;
            return {};
        }
    }
    auto& last = feed.last_id[tenant];
    for (;;) {
        TRY(auto const events, desk::events_after(desk, scope, domain::EventId{last}, kStep));
        for (auto const& event : events) {
            feed.parts.hub.publish(tenant, live_event(event));
            last = event.id.value;
        }
        if (events.size() < kStep) return {};
    }
}

net::asio::awaitable<void> run_feed(std::shared_ptr<Feed> feed) {
    for (int tick = 0; co_await net::pause(kTick); ++tick) {
        auto tenants = feed->rung.with([](auto& rung) { return std::exchange(rung, {}); });
        if (tick % kTicksOfOthers == 0)
            for (auto const& [tenant, last] : feed->last_id) tenants.insert(tenant);
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
    parts.desk.signals.event_stored = also(std::move(parts.desk.signals.event_stored));
    parts.desk.signals.ticket_settled = also(std::move(parts.desk.signals.ticket_settled));
    parts.runtime.spawn("event feed", run_feed(std::move(feed)));
}

}  // namespace lotse::api
