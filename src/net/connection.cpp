// SPDX-License-Identifier: Apache-2.0
#include "net/connection.h"

#include <openssl/ssl.h>

#include <array>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/connect.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/ssl/host_name_verification.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <optional>
#include <utility>

#include "net/listen.h"

namespace lotse::net {

using asio::ip::tcp;
using std::chrono::steady_clock;
using Failure = boost::system::error_code;
static constexpr auto kAwait = asio::as_tuple(asio::use_awaitable);

// The deadline is a lazy watch: one timer stays armed and looks at the deadline when it fires, so that moving the
// deadline forward, which happens at every request, costs nothing.
struct Connection::State : std::enable_shared_from_this<State> {
    explicit State(tcp::socket from) : socket(std::move(from)), timer(socket.get_executor()) {
        Failure ignored;
        auto const remote = socket.remote_endpoint(ignored);
        if (!ignored) peer = to_endpoint(remote);
    }

    void set_deadline(steady_clock::time_point at) {
        deadline = at;
        timed_out = false;
        if (!watching || at < timer.expiry()) watch();
    }

    void watch() {
        if (deadline == steady_clock::time_point::max()) return;
        watching = true;
        auto const mine = ++watch_number;
        timer.expires_at(deadline);
        timer.async_wait([weak = weak_from_this(), mine](Failure) {
            if (auto self = weak.lock(); self && self->watch_number == mine) self->look();
        });
    }

    void look() {
        watching = false;
        if (!socket.is_open()) return;
        if (steady_clock::now() < deadline) return watch();
        timed_out = true;
        Failure ignored;
        socket.cancel(ignored);
    }

    void close() {
        ++watch_number;
        watching = false;
        timer.cancel();
        Failure ignored;
        socket.close(ignored);
    }

    Error error_for(Failure const& failed) const {
        if (timed_out) return unavailable("net.timeout", "The other side took too long.", failed.message());
        if (failed.category() == asio::error::get_ssl_category())
            return unavailable("net.tls", "The encrypted connection could not be made.", failed.message());
        return unavailable("net.closed", "The connection was closed.", failed.message());
    }

    // Before an operation: a deadline that passed while nothing was pending counts, too.
    bool may_start() const { return !timed_out && socket.is_open(); }

    tcp::socket socket;
    TlsContext context;
    std::optional<asio::ssl::stream<tcp::socket&>> tls;
    asio::steady_timer timer;
    steady_clock::time_point deadline = steady_clock::time_point::max();
    std::uint64_t watch_number = 0;
    bool watching = false;
    bool timed_out = false;
    Endpoint peer;
};

// Shared with the timer, whose handler may already be on its way when the coroutine ends.
struct Connection::Attempt {
    explicit Attempt(asio::any_io_executor const& executor)
        : resolver(executor), state(std::make_shared<State>(tcp::socket(executor))) {}
    void give_up() {
        is_late = true;
        resolver.cancel();
        state->close();
    }
    tcp::resolver resolver;
    std::shared_ptr<State> state;
    bool is_late = false;
};

Connection::Connection(std::shared_ptr<State> state) : state_(std::move(state)) {}
Connection::Connection(tcp::socket socket) : state_(std::make_shared<State>(std::move(socket))) {}

asio::awaitable<Result<Connection>> Connection::connect(std::string host, std::uint16_t port,
                                                        std::chrono::milliseconds limit) {
    auto const executor = co_await asio::this_coro::executor;
    auto attempt = std::make_shared<Attempt>(executor);
    auto const state = attempt->state;
    // The look-up is not the socket's, so the socket's own watch cannot interrupt it; this timer ends either.
    asio::steady_timer timer(executor, limit);
    timer.async_wait([attempt](Failure cancelled) {
        if (!cancelled) attempt->give_up();
    });
    auto [failed, found] = co_await attempt->resolver.async_resolve(host, std::to_string(port), kAwait);
    if (!failed && !attempt->is_late) {
        auto const [not_connected, reached] = co_await asio::async_connect(state->socket, found, kAwait);
        failed = not_connected;
        if (!failed) state->peer = to_endpoint(reached);
    }
    timer.cancel();
    if (attempt->is_late) co_return unavailable("net.timeout", "The server " + host + " did not answer in time.");
    if (failed) co_return unavailable("net.closed", "The server " + host + " cannot be reached.", failed.message());
    Failure ignored;
    state->socket.set_option(tcp::no_delay(true), ignored);
    co_return Connection(state);
}

void Connection::expires_after(std::chrono::milliseconds limit) { state_->set_deadline(steady_clock::now() + limit); }
void Connection::expires_never() { state_->set_deadline(steady_clock::time_point::max()); }

asio::awaitable<Result<std::size_t>> Connection::read_some(char* into, std::size_t capacity) {
    auto const state = state_;
    if (!state->may_start()) co_return state->error_for(asio::error::operation_aborted);
    auto const room = asio::buffer(into, capacity);
    auto const [failed, count] = state->tls ? co_await state->tls->async_read_some(room, kAwait)
                                            : co_await state->socket.async_read_some(room, kAwait);
    // Many clients drop TLS without close_notify. Every protocol above us marks its own ends, so nothing is lost.
    if (failed == asio::error::eof || failed == asio::ssl::error::stream_truncated) co_return 0U;
    if (failed) co_return state->error_for(failed);
    co_return count;
}

asio::awaitable<Ok> Connection::write(std::string_view text) {
    auto const state = state_;
    if (!state->may_start()) co_return state->error_for(asio::error::operation_aborted);
    auto const bytes = asio::buffer(text.data(), text.size());
    auto const [failed, count] = state->tls ? co_await asio::async_write(*state->tls, bytes, kAwait)
                                            : co_await asio::async_write(state->socket, bytes, kAwait);
    if (failed) co_return state->error_for(failed);
    co_return Ok{};
}

asio::awaitable<Ok> Connection::start_tls(TlsContext context) {
    auto const state = state_;
    if (!state->may_start()) co_return state->error_for(asio::error::operation_aborted);
    state->context = std::move(context);
    state->tls.emplace(state->socket, *state->context);
    auto const [failed] = co_await state->tls->async_handshake(asio::ssl::stream_base::server, kAwait);
    if (failed) co_return state->error_for(failed);
    co_return Ok{};
}

// Our own check of the host name ends a chain that is good otherwise, which OpenSSL reports as "unspecified".
static Error distrusted(std::string const& host, long fault) {
    std::string const why =
        fault == X509_V_ERR_UNSPECIFIED ? "it is made out to another name" : X509_verify_cert_error_string(fault);
    return unavailable("net.certificate", "The certificate of " + host + " is not trusted: " + why + ".");
}

asio::awaitable<Ok> Connection::start_tls_as_client(TlsContext context, std::string host) {
    auto const state = state_;
    if (!state->may_start()) co_return state->error_for(asio::error::operation_aborted);
    state->context = std::move(context);
    state->tls.emplace(state->socket, *state->context);
    auto* const handle = state->tls->native_handle();
    SSL_set_tlsext_host_name(handle, host.c_str());
    if (SSL_get_verify_mode(handle) != SSL_VERIFY_NONE)
        state->tls->set_verify_callback(asio::ssl::host_name_verification(host));
    auto const [failed] = co_await state->tls->async_handshake(asio::ssl::stream_base::client, kAwait);
    if (!failed) co_return Ok{};
    if (auto const fault = SSL_get_verify_result(handle); fault != X509_V_OK && state->socket.is_open())
        co_return distrusted(host, fault);
    co_return state->error_for(failed);
}

bool Connection::is_tls() const { return state_->tls.has_value(); }

void Connection::on_readable(std::function<void()> fn) {
    state_->socket.async_wait(tcp::socket::wait_read, [state = state_, fn = std::move(fn)](Failure) { fn(); });
}

asio::awaitable<void> Connection::finish(std::chrono::seconds patience) {
    auto const state = state_;
    expires_after(patience);
    // Sends close_notify; waiting for the answer is part of it and bounded by the deadline.
    if (state->tls && state->may_start()) co_await state->tls->async_shutdown(kAwait);
    // Closing over bytes that were not read would reset the connection, and the client might lose our last words.
    Failure failed;
    if (state->may_start()) state->socket.shutdown(tcp::socket::shutdown_send, failed);
    std::array<char, 4096> rest;
    while (!failed && state->may_start()) {
        auto const [ended, count] = co_await state->socket.async_read_some(asio::buffer(rest), kAwait);
        failed = ended;
    }
    state->close();
}

void Connection::close() { state_->close(); }
void Connection::close_soon() {
    asio::post(state_->socket.get_executor(), [state = state_] { state->close(); });
}

Endpoint const& Connection::peer() const { return state_->peer; }
asio::any_io_executor Connection::executor() const { return state_->socket.get_executor(); }

}  // namespace lotse::net
