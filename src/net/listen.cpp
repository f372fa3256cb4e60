// SPDX-License-Identifier: Apache-2.0
#include "net/listen.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/associated_cancellation_slot.hpp>
#include <boost/asio/associated_executor.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/prefer.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

#include "base/log.h"
#include "net/runtime.h"

namespace lotse::net {

using asio::ip::tcp;

using Failure = boost::system::error_code;
static constexpr auto kAwait = asio::as_tuple(asio::use_awaitable);

struct Listener::State : std::enable_shared_from_this<State> {
    explicit State(Runtime& owner) : runtime(owner), acceptor(owner.make_strand()) {}

    void post_cancel() {
        asio::post(acceptor.get_executor(), [self = shared_from_this()] {
            Failure ignored;
            self->acceptor.cancel(ignored);
        });
    }

    Runtime& runtime;
    tcp::acceptor acceptor;
    Endpoint local;
};

// Starts an accept. The acceptor is touched on its own strand only, since close() comes from other threads; the caller is
// on another. A nested co_spawn would do the same, but that of Asio 1.26 forgets who owns it when it is cancelled from
// another executor.
struct Listener::AcceptOnStrand {
    std::shared_ptr<State> state;

    template <class H>
    void operator()(H handler) const {
        if (auto slot = asio::get_associated_cancellation_slot(handler); slot.is_connected())
            slot.assign([from = state](asio::cancellation_type) { from->post_cancel(); });
        auto home = asio::prefer(asio::get_associated_executor(handler), asio::execution::outstanding_work.tracked);
        asio::post(state->acceptor.get_executor(), [from = state, home, resume = std::move(handler)]() mutable {
            auto accepted = [home, resume = std::move(resume)](Failure failed, tcp::socket socket) mutable {
                asio::post(home, [resume = std::move(resume), failed, socket = std::move(socket)]() mutable {
                    std::move(resume)(failed, std::move(socket));
                });
            };
            from->acceptor.async_accept(from->runtime.make_strand(), std::move(accepted));
        });
    }
};

Result<Listener> Listener::open(Runtime& runtime, Endpoint const& endpoint) {
    auto state = std::make_shared<State>(runtime);
    Failure failed;
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
    while (true) {
        auto [failed, socket] =
            co_await asio::async_initiate<decltype(kAwait), void(Failure, tcp::socket)>(AcceptOnStrand{state}, kAwait);
        if (!failed) {
            Failure ignored;
            socket.set_option(tcp::no_delay(true), ignored);
            co_return std::move(socket);
        }
        if (failed == asio::error::operation_aborted || failed == asio::error::bad_descriptor) break;
        if (failed == asio::error::connection_aborted) continue;
        log(Level::warn, "cannot accept", {{"on", to_string(state->local)}, {"reason", failed.message()}});
        asio::steady_timer rest(co_await asio::this_coro::executor, std::chrono::milliseconds(100));
        co_await rest.async_wait(kAwait);
    }
    co_return unavailable("listen.closed", "The server is stopping.");
}

void Listener::close() {
    asio::post(state_->acceptor.get_executor(), [state = state_] {
        Failure ignored;
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
