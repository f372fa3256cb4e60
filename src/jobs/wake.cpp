// SPDX-License-Identifier: Apache-2.0
#include "jobs/wake.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace lotse::jobs {

Wake::Wake(asio::any_io_executor strand) : state_(std::make_shared<State>(std::move(strand))) {}

void Wake::ring() {
    if (state_->is_rung.exchange(true)) return;
    asio::post(state_->timer.get_executor(), [state = state_] { state->timer.cancel(); });
}

asio::awaitable<void> Wake::wait(std::chrono::milliseconds limit) {
    auto const state = state_;
    if (!state->is_rung.load()) {
        state->timer.expires_after(limit);
        // A cancelled wait is a ring, or the end of the runtime, which the next await reports.
        auto const [failure] = co_await state->timer.async_wait(asio::as_tuple(asio::use_awaitable));
        (void)failure;
    }
    state->is_rung.store(false);
}

}  // namespace lotse::jobs
