// SPDX-License-Identifier: Apache-2.0
#include "net/http_server.h"

#include <boost/asio/post.hpp>

#include "base/log.h"
#include "net/http_core.h"
#include "net/http_session.h"
#include "net/runtime.h"

namespace lotse::net {
namespace {

using SteadyClock = std::chrono::steady_clock;

asio::awaitable<void> accept_connections(std::shared_ptr<HttpCore> core) {
    while (true) {
        auto socket = co_await core->listener.accept();
        if (!socket.has_value()) co_return;
        Connection connection(std::move(*socket));
        auto const& peer = connection.peer().address;
        auto place = core->options.trusted_proxies.has(peer) ? core->places.enter_unnamed() : core->places.enter(peer);
        if (!place || core->is_stopping) {
            core->refused.add();
            continue;
        }
        auto const strand = connection.executor();
        core->parts.runtime.spawn("http session", strand, serve_http(core, std::move(connection), std::move(*place)));
    }
}

void stop_core(HttpCore& core, SteadyClock::time_point deadline) {
    core.is_stopping = true;
    core.listener.close();
    core.sessions.ask_all_to_end();
    if (core.sessions.wait_until_none(deadline)) return;
    log(Level::warn, "some requests did not end in time", {{"connections", core.places.open()}});
    core.sessions.close_all();
    // A closed session unwinds within a few turns of its strand, but a handler that runs cannot be interrupted.
    core.sessions.wait_until_none(SteadyClock::now() + std::chrono::milliseconds(200));
}

std::array<Counter*, 5> count_answers(Metrics& metrics) {
    std::array<Counter*, 5> all{};
    for (std::size_t i = 0; i < all.size(); ++i)
        all[i] = &metrics.counter("lotse_http_requests_total", "Answers by class of status.",
                                  {{"status", std::to_string(i + 1) + "xx"}});
    return all;
}

}  // namespace

std::uint64_t OpenSessions::add(std::shared_ptr<OpenSession> session) {
    Lock const lock(mutex_);
    open_.emplace(++last_, std::move(session));
    return last_;
}

void OpenSessions::remove(std::uint64_t id) {
    Lock const lock(mutex_);
    open_.erase(id);
    changed_.notify_all();
}

void OpenSessions::ask_all_to_end() {
    Lock const lock(mutex_);
    for (auto const& [id, session] : open_)
        asio::post(session->connection.executor(), [session] {
            if (session->is_idle) session->connection.close();
            if (session->wake) session->wake();
        });
}

void OpenSessions::close_all() {
    Lock const lock(mutex_);
    for (auto const& [id, session] : open_) session->connection.close_soon();
}

bool OpenSessions::wait_until_none(SteadyClock::time_point deadline) {
    Lock lock(mutex_);
    while (!open_.empty()) {
        auto const left = deadline - SteadyClock::now();
        if (left <= left.zero()) return false;
        lock.wait_for(changed_, left);
    }
    return true;
}

HttpCore::HttpCore(HttpParts with, HttpOptions wanted, Handler handle, Listener on)
    : parts(with),
      options(std::move(wanted)),
      handler(std::move(handle)),
      listener(std::move(on)),
      places(options.limits.connections, options.limits.connections_per_address),
      body_gauge(parts.metrics.gauge("lotse_http_body_bytes", "Bytes of request bodies in memory.")),
      refused(parts.metrics.counter("lotse_http_refused_total", "Connections closed because a limit was reached.")),
      seconds(parts.metrics.histogram("lotse_http_request_seconds", "From the head of a request to its answer.",
                                      seconds_bounds())),
      answers(count_answers(parts.metrics)) {}

HttpServer::HttpServer(std::shared_ptr<HttpCore> core) : core_(std::move(core)) {}

Result<std::unique_ptr<HttpServer>> HttpServer::open(HttpParts parts, HttpOptions options, Handler handler) {
    TRY(auto listener, Listener::open(parts.runtime, options.endpoint));
    auto core = std::make_shared<HttpCore>(parts, std::move(options), std::move(handler), std::move(listener));
    parts.runtime.spawn("http accept", accept_connections(core));
    parts.runtime.on_stop("http", [core](SteadyClock::time_point deadline) { stop_core(*core, deadline); });
    return std::unique_ptr<HttpServer>(new HttpServer(std::move(core)));
}

HttpServer::~HttpServer() { stop(SteadyClock::now()); }

Endpoint HttpServer::local() const { return core_->listener.local(); }
std::size_t HttpServer::open_connections() const { return core_->places.open(); }
void HttpServer::stop(SteadyClock::time_point deadline) { stop_core(*core_, deadline); }

}  // namespace lotse::net
