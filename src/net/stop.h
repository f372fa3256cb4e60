// SPDX-License-Identifier: Apache-2.0
// What a coroutine under Runtime::spawn does between two rounds of its work.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <chrono>

namespace lotse::net {

// Sleeps. False when the runtime asks the task to stop meanwhile, so a loop reads `while (co_await pause(5s)) ...`.
// A task that is asked while it does something else ends by the exception operation_aborted at its next await, this one
// included; that is no failure (see Runtime::spawn). So what must be cleaned up is cleaned up by destructors.
boost::asio::awaitable<bool> pause(std::chrono::milliseconds length);

}  // namespace lotse::net
