// SPDX-License-Identifier: Apache-2.0
// One HTTP connection from its first byte to its end. Private to the HTTP server.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <memory>

#include "net/http_core.h"

namespace lotse::net {

boost::asio::awaitable<void> serve_http(std::shared_ptr<HttpCore> core, Connection connection,
                                        ConnectionLimit::Place place);

// The second life of a connection whose handler answered with a stream; ends when the client goes, is too slow, loses
// its rights, or the server stops. The head of the answer has not been written yet.
boost::asio::awaitable<void> serve_stream(std::shared_ptr<HttpCore> core, std::shared_ptr<OpenSession> session,
                                          std::string head, std::shared_ptr<EventStream const> stream);

}  // namespace lotse::net
