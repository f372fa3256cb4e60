// SPDX-License-Identifier: Apache-2.0
// Runs a coroutine on the runtime and waits for its value: tests themselves are never coroutines.
#pragma once

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/use_future.hpp>
#include <utility>

#include "net/runtime.h"

namespace lotse::net {

template <class T>
T run(Runtime& runtime, asio::awaitable<T> task) {
    return asio::co_spawn(runtime.make_strand(), std::move(task), asio::use_future).get();
}

}  // namespace lotse::net
