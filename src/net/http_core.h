// SPDX-License-Identifier: Apache-2.0
// What all sessions of one HTTP server share. Private to http_server, http_session and http_stream. Thread-safe.
#pragma once

#include <array>
#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <map>
#include <memory>

#include "base/mutex.h"
#include "net/connection.h"
#include "net/http_server.h"
#include "net/limits.h"
#include "net/listen.h"
#include "net/metrics.h"

namespace lotse::net {

// One connection as stop() sees it. Its members belong to the strand of the connection.
struct OpenSession {
    explicit OpenSession(Connection of) : connection(std::move(of)) {}
    Connection connection;
    bool is_idle = false;        // waits for a request of which nothing has come
    std::function<void()> wake;  // of an event stream
};

class OpenSessions {
  public:
    std::uint64_t add(std::shared_ptr<OpenSession> session);
    void remove(std::uint64_t id);
    void ask_all_to_end();
    void close_all();
    bool wait_until_none(std::chrono::steady_clock::time_point deadline);

  private:
    BareMutex mutex_;
    std::condition_variable changed_;
    std::map<std::uint64_t, std::shared_ptr<OpenSession>> open_ GUARDED_BY(mutex_);
    std::uint64_t last_ GUARDED_BY(mutex_) = 0;
};

struct HttpCore {
    HttpCore(HttpParts with, HttpOptions wanted, Handler handle, Listener on);

    HttpParts const parts;
    HttpOptions const options;
    Handler const handler;
    Listener listener;
    ConnectionLimit places;
    OpenSessions sessions;
    std::atomic<bool> is_stopping = false;
    std::atomic<std::size_t> body_bytes = 0;  // of all requests that are being read or handled

    Gauge& body_gauge;
    Counter& refused;
    Histogram& seconds;
    std::array<Counter*, 5> answers;  // by class of status, 1xx first
};

}  // namespace lotse::net
