// SPDX-License-Identifier: Apache-2.0
#include "app/demo/load_aside.h"

#include "app/demo/load_demo.h"
#include "base/log.h"
#include "desk/waiting_work.h"

namespace lotse::app {
namespace {

// Fewer than `lotse demo load` makes: here every step waits for the disk, beside people who work.
constexpr int kTickets = 300;

}  // namespace

Result<void> DemoLoader::live_through() {
    desk::DemoRest const rest;
    StoryPlan plan;
    plan.tickets = kTickets;
    auto const loaded = load_demo(desk_, plan, [this](std::size_t done, std::size_t total) {
        progress_.with([&](auto& progress) {
            progress.done = done;
            progress.total = total;
        });
    });
    if (loaded || loaded.error().code == "tenant.slug_taken") return {};
    return loaded.error();
}

boost::asio::awaitable<void> DemoLoader::load() {
    using enum api::DemoProgress::State;
    progress_.with([](auto& progress) { progress = {loading, 0, kTickets}; });
    auto const loaded = co_await lanes_.work([this] { return live_through(); });
    progress_.with([&](auto& progress) { progress.state = loaded ? ready : failed; });
    if (!loaded) log_error("the demo desk was not loaded", loaded.error());
}

api::DemoProgress DemoLoader::progress() const {
    return progress_.with([](api::DemoProgress const& progress) { return progress; });
}

}  // namespace lotse::app
