// SPDX-License-Identifier: Apache-2.0
// What a coroutine under Runtime::spawn does between two rounds of its work.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <chrono>

namespace lotse::net {

// Sleeps. False as soon as the runtime asks the task to stop, so a loop reads `while (co_await pause(5s)) ...`.
// A task that was asked while it awaited something else ends by the exception operation_aborted at its next await;
// that is no failure (see Runtime::spawn).
boost::asio::awaitable<bool> pause(std::chrono::milliseconds length);

}  // namespace lotse::net
