// SPDX-License-Identifier: Apache-2.0
#include "net/stop.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace lotse::net {

namespace asio = boost::asio;

asio::awaitable<bool> pause(std::chrono::milliseconds length) {
    asio::steady_timer timer(co_await asio::this_coro::executor, length);
    auto const [failed] = co_await timer.async_wait(asio::as_tuple(asio::use_awaitable));
    co_return !failed;
}

}  // namespace lotse::net
