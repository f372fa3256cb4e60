// SPDX-License-Identifier: Apache-2.0
#include "unit/net/support/http_desk.h"

#include <thread>

#include "base/must.h"
#include "net/lanes.h"
#include "net/runtime.h"

namespace lotse::net {

bool eventually(std::function<bool()> const& condition) {
    auto const deadline = std::chrono::steady_clock::now() + std::chrono::seconds(10);
    while (!condition()) {
        if (std::chrono::steady_clock::now() > deadline) return false;
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
    return true;
}

HttpDesk::HttpDesk(Handler handler, HttpOptions options, std::size_t lane_queue, int work_threads)
    : clock(*parse_rfc3339("2026-11-25T18:20:42Z")),
      runtime_(std::make_unique<Runtime>(2)),
      lanes_(std::make_unique<Lanes>(work_threads, 1, lane_queue)) {
    if (options.endpoint.address.empty()) options.endpoint = {"127.0.0.1", 0};
    auto opened = HttpServer::open({*runtime_, *lanes_, hub, metrics, clock}, std::move(options), std::move(handler));
    must(opened.has_value(), "the test server listens");
    server_ = std::move(*opened);
}

HttpDesk::~HttpDesk() {
    runtime_->stop(std::chrono::seconds(5));
    lanes_->stop();
}

std::uint16_t HttpDesk::port() const { return server_->local().port; }

Response echo(Request const& request) {
    std::string text = request.method + " " + request.path;
    for (auto const& [name, value] : request.query) text += "|" + name + "=" + value;
    return text_response(text + "|" + request.body);
}

Response text_response(std::string body) {
    Response response;
    response.content_type = "text/plain; charset=utf-8";
    response.body = std::move(body);
    return response;
}

}  // namespace lotse::net
