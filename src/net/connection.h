// SPDX-License-Identifier: Apache-2.0
// One TCP connection, plain or under TLS, with deadlines: what HTTP, SMTP, LMTP and IMAP read from and write to.
// TLS can start at once or later (STARTTLS); the code above it does not change.
// Lives on the strand of its socket: call it from there only. One read and one write may be pending at a time.
// Errors of all operations: unavailable "net.timeout" (the deadline passed), "net.closed" (the peer went, or close()
// was called), "net.tls" (hand-shake), "net.certificate" (the peer's is not trusted); detail has the system's words.
#pragma once

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"
#include "net/endpoint.h"
#include "net/tls.h"

namespace lotse::net {

namespace asio = boost::asio;

// A shared handle; the last copy to die closes the socket.
class Connection {
  public:
    // An accepted socket.
    explicit Connection(asio::ip::tcp::socket socket);
    // Looks the host up and tries its addresses in order, on the executor of the caller, within the limit.
    static asio::awaitable<Result<Connection>> connect(std::string host, std::uint16_t port,
                                                       std::chrono::milliseconds limit);

    // Counts from now and holds for every operation until it is set again. Passing it ends the pending operation
    // and the later ones, with "net.timeout". Without a call there is no deadline.
    void expires_after(std::chrono::milliseconds limit);
    void expires_never();

    // At least one byte, or 0 at the end of what the peer sends.
    asio::awaitable<Result<std::size_t>> read_some(char* into, std::size_t capacity);
    // All of it. The text must stay until the operation ends.
    asio::awaitable<Ok> write(std::string_view text);

    // Hand-shakes. The server side takes its context from TlsServer; the client side checks that the certificate is
    // for `host`, and sends the name along, unless the context trusts without a check.
    asio::awaitable<Ok> start_tls(TlsContext context);
    asio::awaitable<Ok> start_tls_as_client(TlsContext context, std::string host);
    bool is_tls() const;

    // Calls back once, on the strand, when the peer has sent something or gone, also after close(). Not together with
    // a pending read. Lets a sender that only writes notice an absent listener.
    void on_readable(std::function<void()> fn);

    // Ends our side in order, and reads away for as long as `patience` what the peer still sends: closing on unread input
    // would make the kernel throw away our last words with a reset.
    asio::awaitable<void> finish(std::chrono::seconds patience = std::chrono::seconds{1});
    // At once; pending operations end. The one call that is allowed from any thread is close_soon().
    void close();
    void close_soon();

    Endpoint const& peer() const;
    asio::any_io_executor executor() const;

  private:
    struct State;
    struct Attempt;
    explicit Connection(std::shared_ptr<State> state);
    std::shared_ptr<State> state_;
};

}  // namespace lotse::net
