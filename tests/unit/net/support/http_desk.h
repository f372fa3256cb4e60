// SPDX-License-Identifier: Apache-2.0
// A running HTTP server with everything it needs, for one test.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "base/clock.h"
#include "net/http_server.h"
#include "net/hub.h"
#include "net/metrics.h"

namespace lotse::net {

class Lanes;
class Runtime;

// Waits up to ten seconds for the condition, asking every few milliseconds. False: it did not come.
bool eventually(std::function<bool()> const& condition);

class HttpDesk {
  public:
    explicit HttpDesk(Handler handler, HttpOptions options = {}, std::size_t lane_queue = 100, int work_threads = 4);
    ~HttpDesk();

    std::uint16_t port() const;
    HttpServer& server() { return *server_; }
    Runtime& runtime() { return *runtime_; }

    FakeClock clock;
    Metrics metrics;
    Hub hub{8};

  private:
    std::unique_ptr<Runtime> runtime_;
    std::unique_ptr<Lanes> lanes_;
    std::unique_ptr<HttpServer> server_;
};

// "method path?query id=body" of what came, for tests that look at what the handler saw.
Response echo(Request const& request);
Response text_response(std::string body);

}  // namespace lotse::net
