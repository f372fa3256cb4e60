// SPDX-License-Identifier: Apache-2.0
// A listening socket. Sets reuse_address only, never SO_REUSEPORT: a forgotten second instance would silently share
// the port. Not thread-safe but for close(); accept() belongs to one coroutine.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <memory>

#include "net/endpoint.h"

namespace lotse::net {

namespace asio = boost::asio;

class Runtime;

class Listener {
  public:
    // Error: unavailable "listen.failed" (in use, not permitted, no such address).
    static Result<Listener> open(Runtime& runtime, Endpoint const& endpoint);

    Endpoint local() const;  // with the real port
    // The next connection, on a strand of its own (socket.get_executor()). A passing lack of file handles is waited
    // out. Error: unavailable "listen.closed" after close().
    asio::awaitable<Result<asio::ip::tcp::socket>> accept();
    void close();

  private:
    struct State;
    struct AcceptOnStrand;
    explicit Listener(std::shared_ptr<State> state) : state_(std::move(state)) {}
    std::shared_ptr<State> state_;
};

Endpoint to_endpoint(asio::ip::tcp::endpoint const& endpoint);  // v4-mapped addresses become v4

}  // namespace lotse::net
