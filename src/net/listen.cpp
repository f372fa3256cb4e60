// SPDX-License-Identifier: Apache-2.0
#include "net/listen.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include "base/log.h"
#include "net/runtime.h"

namespace lotse::net {

using asio::ip::tcp;

struct Listener::State {
    explicit State(Runtime& owner) : runtime(owner), acceptor(owner.make_strand()) {}
    Runtime& runtime;
    tcp::acceptor acceptor;
    Endpoint local;
};

Result<Listener> Listener::open(Runtime& runtime, Endpoint const& endpoint) {
    auto state = std::make_shared<State>(runtime);
    boost::system::error_code failed;
    auto const address = asio::ip::make_address(endpoint.address, failed);
    tcp::endpoint const wanted(address, endpoint.port);
    auto& acceptor = state->acceptor;
    if (!failed) acceptor.open(wanted.protocol(), failed);
    if (!failed) acceptor.set_option(tcp::acceptor::reuse_address(true), failed);
    if (!failed) acceptor.bind(wanted, failed);
    if (!failed) acceptor.listen(tcp::acceptor::max_listen_connections, failed);
    if (failed)
        return unavailable("listen.failed", "Cannot listen on " + to_string(endpoint) + ": " + failed.message() + ".");
    state->local = {endpoint.address, acceptor.local_endpoint().port()};
    return Listener(std::move(state));
}

Endpoint Listener::local() const { return state_->local; }

asio::awaitable<Result<tcp::socket>> Listener::accept() {
    auto const state = state_;
    while (state->acceptor.is_open()) {
        auto [failed, socket] =
            co_await state->acceptor.async_accept(state->runtime.make_strand(), asio::as_tuple(asio::use_awaitable));
        if (!failed) {
            boost::system::error_code ignored;
            socket.set_option(tcp::no_delay(true), ignored);
            co_return std::move(socket);
        }
        if (failed == asio::error::operation_aborted) break;
        if (failed == asio::error::connection_aborted) continue;
        log(Level::warn, "cannot accept", {{"on", to_string(state->local)}, {"reason", failed.message()}});
        asio::steady_timer rest(state->acceptor.get_executor(), std::chrono::milliseconds(100));
        co_await rest.async_wait(asio::as_tuple(asio::use_awaitable));
    }
    co_return unavailable("listen.closed", "The server is stopping.");
}

void Listener::close() {
    asio::post(state_->acceptor.get_executor(), [state = state_] {
        boost::system::error_code ignored;
        state->acceptor.close(ignored);
    });
}

Endpoint to_endpoint(tcp::endpoint const& endpoint) {
    auto address = endpoint.address();
    if (address.is_v6() && address.to_v6().is_v4_mapped())
        address = asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6());
    return {address.to_string(), endpoint.port()};
}

}  // namespace lotse::net
