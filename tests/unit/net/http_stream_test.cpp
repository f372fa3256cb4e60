// SPDX-License-Identifier: Apache-2.0
// Server-sent events over real sockets.
#include <gtest/gtest.h>

#include <atomic>
#include <map>
#include <mutex>
#include <thread>

#include "base/mutex.h"
#include "net/http_session.h"
#include "net/runtime.h"
#include "unit/net/support/http_desk.h"
#include "unit/net/support/raw_client.h"

namespace lotse::net {
namespace {

using namespace std::chrono_literals;

// The event table of a tenant, as the store would hold it.
class EventTable {
  public:
    void add(LiveEvent event) {
        rows_.with([&](auto& rows) { rows[event.id] = std::move(event); });
    }
    std::vector<LiveEvent> after(std::int64_t id, std::size_t limit) {
        ++reads;
        return rows_.with([&](auto& rows) {
            std::vector<LiveEvent> page;
            for (auto row = rows.upper_bound(id); row != rows.end() && page.size() < limit; ++row)
                page.push_back(row->second);
            return page;
        });
    }
    std::atomic<int> reads = 0;

  private:
    Mutex<std::map<std::int64_t, LiveEvent>> rows_;
};

LiveEvent event(std::int64_t id, std::string data = "{}") { return {id, "ticket.changed", std::move(data)}; }
std::string frame(std::int64_t id, std::string const& data = "{}") {
    return "id: " + std::to_string(id) + "\nevent: ticket.changed\ndata: " + data + "\n\n";
}

struct Door {
    EventTable table;
    std::atomic<bool> is_allowed = true;
    std::function<bool(LiveEvent const&)> wants;

    Response operator()(Request const& request) {
        Response response;
        response.stream = std::make_shared<EventStream>(
            EventStream{.topic = 1,
                        .last_event_id = last_event_id(request),
                        .replay = [this](std::int64_t after, std::size_t limit) -> Result<std::vector<LiveEvent>> {
                            return table.after(after, limit);
                        },
                        .wants = wants,
                        .still_allowed = [this] { return is_allowed.load(); }});
        return response;
    }
};

HttpOptions quick(std::chrono::milliseconds heartbeat = 60s, std::chrono::milliseconds rights = 60s) {
    HttpOptions options;
    options.limits.heartbeat = heartbeat;
    options.limits.rights_check = rights;
    return options;
}

std::string subscribe(std::string const& last_id = {}) {
    return "GET /live HTTP/1.1\r\nHost: a\r\n" + (last_id.empty() ? "" : "Last-Event-ID: " + last_id + "\r\n") + "\r\n";
}

// A client past the head of the answer, so known to the hub.
std::unique_ptr<RawClient> listen_from(HttpDesk& desk, std::string const& last_id = {}) {
    auto client = std::make_unique<RawClient>(desk.port());
    client->send(subscribe(last_id));
    auto const head = client->read_until("\r\n\r\n");
    EXPECT_TRUE(head.contains("Content-Type: text/event-stream\r\n")) << head;
    EXPECT_EQ(client->read_until("\n\n"), "retry: 3000\n\n");
    return client;
}

}  // namespace

TEST(HttpStream, TellsWhatIsPublished) {
    Door door;
    HttpDesk desk(std::ref(door), quick());
    auto const client = listen_from(desk);
    desk.hub.publish(1, event(7, "{\"ticket\":3}"));
    desk.hub.publish(2, event(8));
    desk.hub.publish(1, event(9));
    EXPECT_EQ(client->read_until("\n\n"), frame(7, "{\"ticket\":3}"));
    EXPECT_EQ(client->read_until("\n\n"), frame(9));
    EXPECT_EQ(door.table.reads, 0);
}

TEST(HttpStream, ReplaysWhatAClientMissedThenGoesLive) {
    Door door;
    for (int i = 1; i <= 500; ++i) door.table.add(event(i));
    HttpDesk desk(std::ref(door), quick());
    auto const client = listen_from(desk, "20");
    for (int i = 21; i <= 500; ++i) ASSERT_EQ(client->read_until("\n\n"), frame(i));
    ASSERT_TRUE(eventually([&] { return door.table.reads == 3; }));
    desk.hub.publish(1, event(501));
    EXPECT_EQ(client->read_until("\n\n"), frame(501));
}

TEST(HttpStream, LeavesNoGapAndNoDuplicateWhileEventsAreCommitted) {
    Door door;
    HttpDesk desk(std::ref(door), quick());
    std::atomic<bool> enough = false;
    std::atomic<int> last = 0;
    std::jthread const writer([&] {
        for (int i = 1; !enough; ++i) {
            door.table.add(event(i));
            desk.hub.publish(1, event(i));
            last = i;
            std::this_thread::sleep_for(300us);
        }
    });
    ASSERT_TRUE(eventually([&] { return last > 50; }));
    std::int64_t seen = 0;
    for (int round = 0; round < 10; ++round) {
        auto const client = listen_from(desk, std::to_string(seen));
        for (int i = 0; i < 60; ++i) {
            auto const got = client->read_until("\n\n");
            if (got.starts_with(": too slow")) break;  // comes back with the last id, as a browser does
            ASSERT_EQ(got, frame(seen + 1)) << "in round " << round;
            ++seen;
        }
    }
    EXPECT_GT(seen, 50);
    enough = true;
}

TEST(HttpStream, ShowsOnlyWhatTheListenerMaySee) {
    Door door;
    door.wants = [](LiveEvent const& each) { return each.id % 2 == 0; };
    for (int i = 1; i <= 4; ++i) door.table.add(event(i));
    HttpDesk desk(std::ref(door), quick());
    auto const client = listen_from(desk, "0");
    EXPECT_EQ(client->read_until("\n\n"), frame(2));
    EXPECT_EQ(client->read_until("\n\n"), frame(4));
    desk.hub.publish(1, event(5));
    desk.hub.publish(1, event(6));
    EXPECT_EQ(client->read_until("\n\n"), frame(6));
}

TEST(HttpStream, KeepsTheHighestIdWhenCommitsArePublishedOutOfOrder) {
    Door door;
    HttpDesk desk(std::ref(door), quick());
    auto const client = listen_from(desk);
    desk.hub.publish(1, event(8));
    desk.hub.publish(1, event(7));
    desk.hub.publish(1, event(0, "\"hint\""));
    EXPECT_EQ(client->read_until("\n\n"), frame(8));
    EXPECT_EQ(client->read_until("\n\n"), "event: ticket.changed\ndata: {}\n\n");
    EXPECT_EQ(client->read_until("\n\n"), "event: ticket.changed\ndata: \"hint\"\n\n");
}

TEST(HttpStream, BeatsWhenNothingHappens) {
    Door door;
    HttpDesk desk(std::ref(door), quick(50ms));
    auto const client = listen_from(desk);
    for (int i = 0; i < 3; ++i) EXPECT_EQ(client->read_until("\n\n"), ":\n\n");
}

TEST(HttpStream, EndsSoonAfterTheRightsOfItsListener) {
    Door door;
    HttpDesk desk(std::ref(door), quick(60s, 100ms));
    auto const client = listen_from(desk);
    desk.hub.publish(1, event(1));
    EXPECT_EQ(client->read_until("\n\n"), frame(1));
    door.is_allowed = false;
    EXPECT_EQ(client->read_to_end(), "");
}

TEST(HttpStream, SendsNothingMoreOnceTheRightsAreKnownToBeGone) {
    Door door;
    HttpDesk desk(std::ref(door), quick(60s, 1ms));
    auto const client = listen_from(desk);
    door.is_allowed = false;
    std::this_thread::sleep_for(5ms);
    desk.hub.publish(1, event(1));
    EXPECT_EQ(client->read_to_end(), "");
}

TEST(HttpStream, DropsAListenerThatDoesNotRead) {
    Door door;
    auto options = quick();
    options.limits.stream_write_time = 200ms;
    HttpDesk desk(std::ref(door), options);
    auto const client = listen_from(desk);
    client->make_receive_buffer_tiny();
    std::string const large(1'000'000, 'x');
    EXPECT_TRUE(eventually([&] {
        desk.hub.publish(1, event(1, large));
        return desk.server().open_connections() == 0;
    }));
    EXPECT_EQ(desk.hub.counters().listeners, 0U);
}

TEST(HttpStream, TellsASlowListenerToComeBack) {
    Door door;
    std::mutex gate;
    door.wants = [&](LiveEvent const& each) {
        if (each.id == 1) std::lock_guard const wait(gate);
        return true;
    };
    HttpDesk desk(std::ref(door), quick());
    auto const client = listen_from(desk);
    {
        std::lock_guard const closed(gate);
        desk.hub.publish(1, event(1));
        // The stream stands at the gate; its buffer of 8 runs over.
        EXPECT_TRUE(eventually([&] {
            desk.hub.publish(1, event(2));
            return desk.hub.counters().dropped == 1;
        }));
    }
    auto const said = client->read_to_end();
    EXPECT_TRUE(said.starts_with(frame(1))) << said;
    EXPECT_TRUE(said.ends_with(": too slow, please come back with Last-Event-ID\n\n")) << said;
}

TEST(HttpStream, NoticesAtOnceThatAListenerLeft) {
    Door door;
    HttpDesk desk(std::ref(door), quick());
    auto client = listen_from(desk);
    client.reset();
    EXPECT_TRUE(
        eventually([&] { return desk.hub.counters().listeners == 0 && desk.server().open_connections() == 0; }));
}

TEST(HttpStream, SaysWhenToComeBackBeforeTheServerStops) {
    Door door;
    HttpDesk desk(std::ref(door), quick());
    auto const client = listen_from(desk);
    auto const before = std::chrono::steady_clock::now();
    std::jthread const stopper([&] { desk.runtime().stop(20s); });
    EXPECT_EQ(client->read_to_end(), "retry: 2000\n: the server restarts\n\n");
    EXPECT_LT(std::chrono::steady_clock::now() - before, 10s);
}

TEST(HttpStream, EndsWhenAStoredEventCannotBeRead) {
    HttpDesk desk(
        [](Request const&) {
            Response response;
            response.stream = std::make_shared<EventStream>(
                EventStream{.topic = 1,
                            .last_event_id = 1,
                            .replay = [](std::int64_t, std::size_t) -> Result<std::vector<LiveEvent>> {
                                return unavailable("store.busy", "Busy.");
                            },
                            .wants = {},
                            .still_allowed = [] { return true; }});
            return response;
        },
        quick());
    RawClient client(desk.port());
    client.send(subscribe());
    EXPECT_TRUE(client.read_to_end().ends_with("retry: 3000\n\n"));
}

TEST(HttpStream, AnswersHeadWithoutAStream) {
    Door door;
    HttpDesk desk(std::ref(door), quick());
    RawClient client(desk.port());
    client.send("HEAD /live HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_EQ(client.read_answer(false).status, 200);
    EXPECT_EQ(client.read_to_end(), "");
}

}  // namespace lotse::net
