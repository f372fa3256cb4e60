// SPDX-License-Identifier: Apache-2.0
// The HTTP/1.1 door: accepts, reads within limits, calls the handler on a work lane, writes its answer. Plain or TLS.
// What goes wrong before the handler is answered with problem+json and closes: 400 malformed, 408 too slow, 413 body,
// 417, 431 head, 505; a full work lane or too many bodies in memory give 503 with Retry-After. Exceptions of the
// handler end here as 500. Connections over a limit are closed without a word: words cost what the limit protects.
// Every answer carries X-Request-Id and the security headers (http_write.h).
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string_view>

#include "base/clock.h"
#include "base/result.h"
#include "net/address_list.h"
#include "net/endpoint.h"
#include "net/http.h"

namespace lotse::net {

class Lanes;
class Metrics;
class Runtime;
class TlsServer;
struct HttpCore;

struct HttpLimits {
    std::size_t head_bytes = std::size_t{16} << 10;
    std::size_t body_bytes = std::size_t{1} << 20;         // where HttpOptions::body_limit says nothing
    std::size_t all_bodies_bytes = std::size_t{512} << 20;  // of all requests together
    std::chrono::milliseconds head_time{10'000};           // also for the TLS hand-shake and the first byte
    std::chrono::milliseconds idle_time{60'000};           // between two requests
    std::chrono::milliseconds body_time{300'000};          // at most, and
    std::chrono::milliseconds body_grace{10'000};          // this long, plus
    std::size_t body_bytes_per_second = 1024;              // what this rate allows for the bytes received
    std::chrono::milliseconds write_time{30'000};          // for each 64 KiB of an answer
    std::size_t connections = 4096;
    std::size_t connections_per_address = 256;

    std::chrono::milliseconds heartbeat{15'000};    // of an event stream
    std::chrono::milliseconds rights_check{4'000};  // how often a stream asks still_allowed; H-23 wants 5 s
    std::chrono::milliseconds stream_write_time{5'000};
};

struct HttpOptions {
    Endpoint endpoint;
    std::shared_ptr<TlsServer> tls;  // nothing: plain
    HttpLimits limits;
    // Through each of these many people come: they are not held to connections_per_address.
    AddressList trusted_proxies = {};
    // The body limit of a route, in bytes. Runs on an io thread for every request: no blocking.
    std::function<std::size_t(std::string_view method, std::string_view path)> body_limit;
    // What a person reads whose request was over that limit, in place of the problem+json; nothing: that. Runs on a work
    // lane and sees the request without its body.
    std::function<std::optional<Response>(Request const&)> too_large_page;
};

// What the server uses; all of it must outlive the server.
struct HttpParts {
    Runtime& runtime;
    Lanes& lanes;
    Hub& hub;
    Metrics& metrics;
    Clock const& clock;
};

class HttpServer {
  public:
    // Listens and serves from now on, until Runtime::stop(), which it joins by a hook, or stop().
    // Error: unavailable "listen.failed".
    static Result<std::unique_ptr<HttpServer>> open(HttpParts parts, HttpOptions options, Handler handler);
    ~HttpServer();  // stops with no patience if nobody did
    HttpServer(HttpServer const&) = delete;
    HttpServer& operator=(HttpServer const&) = delete;

    Endpoint local() const;  // with the real port
    std::size_t open_connections() const;

    // Stops accepting, closes idle connections, lets requests that run be answered with "Connection: close", sends
    // streams a "retry:" and ends them; blocks until all are gone or the deadline, then closes what is left.
    // From any thread but an io thread.
    void stop(std::chrono::steady_clock::time_point deadline);

  private:
    explicit HttpServer(std::shared_ptr<HttpCore> core);
    std::shared_ptr<HttpCore> core_;
};

}  // namespace lotse::net
