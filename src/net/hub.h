// SPDX-License-Identifier: Apache-2.0
// Tells who listens what has just been committed. A topic is a tenant; an event is a row of its event table, so a
// listener that missed some resumes after the last id it saw. Thread-safe; publish() never waits for a listener.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"

namespace lotse::net {

struct LiveEvent {
    std::int64_t id = 0;  // ascending within a topic; 0 for a passing hint that is not stored and not resumed
    std::string name;     // "ticket.changed"
    std::string data;     // one JSON text
};

using LiveEvents = std::vector<std::shared_ptr<LiveEvent const>>;

// One listener's place. It leaves the topic when it dies.
class Subscription {
  public:
    struct Inbox;
    explicit Subscription(std::shared_ptr<Inbox> inbox);
    ~Subscription();
    Subscription(Subscription const&) = delete;
    Subscription& operator=(Subscription const&) = delete;

    LiveEvents take();        // what came since the last call, in the order of publish()
    bool is_dropped() const;  // came too slowly for its buffer; nothing more will come

  private:
    std::shared_ptr<Inbox> const inbox_;
};

struct HubCounters {
    std::size_t listeners = 0;
    std::uint64_t published = 0;
    std::uint64_t dropped = 0;  // listeners, not events
};

class Hub {
  public:
    // buffer_limit: events that may wait for one listener. One more, and the listener is dropped: it comes back with
    // the last id it saw and reads the rest from the store, where there is room for it.
    explicit Hub(std::size_t buffer_limit = 256);
    ~Hub();
    Hub(Hub const&) = delete;
    Hub& operator=(Hub const&) = delete;

    // After the commit. From any thread.
    void publish(std::int64_t topic, LiveEvent event);

    // `wake` is called on the publisher's thread when something came to an empty buffer, and when the listener is
    // dropped: it must return at once and must not call the hub. It may be called once more just after the
    // subscription has died, so it owns what it touches.
    std::shared_ptr<Subscription> subscribe(std::int64_t topic, std::function<void()> wake);

    HubCounters counters() const;

  private:
    struct Topics;
    std::size_t const buffer_limit_;
    std::shared_ptr<Topics> const topics_;
};

// What a handler returns to turn its response into a stream of server-sent events (http.h).
struct EventStream {
    std::int64_t topic = 0;
    // The last event the client saw, from Last-Event-ID. Nothing: it starts with what happens from now on.
    std::optional<std::int64_t> last_event_id;
    // Stored events after an id, oldest first, at most `limit`; fewer means that is all. Runs on a work lane.
    std::function<Result<std::vector<LiveEvent>>(std::int64_t after, std::size_t limit)> replay;
    // May this listener see this event? Asked on an io thread for each event, live or stored: must not block.
    // Empty: every event of the topic.
    std::function<bool(LiveEvent const&)> wants;
    // Is the listener's session still good (H-23)? Runs on a work lane every few seconds; false ends the stream, and so
    // does an answer that does not come. Required.
    std::function<bool()> still_allowed;
};

}  // namespace lotse::net
