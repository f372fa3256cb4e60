// SPDX-License-Identifier: Apache-2.0
#include "app/demo/load_aside.h"

#include "app/demo/load_demo.h"
#include "base/log.h"
#include "desk/waiting_work.h"

namespace lotse::app {
namespace {

// Fewer than `lotse demo load` makes: here every step waits for the disk, beside people who work.
constexpr int kTickets = 300;

Result<void> load(desk::Desk& desk) {
    desk::DemoRest const rest;
    StoryPlan plan;
    plan.tickets = kTickets;
    auto const loaded = load_demo(desk, plan, [](std::size_t, std::size_t) {});
    if (loaded || loaded.error().code == "tenant.slug_taken") return {};
    return loaded.error();
}

}  // namespace

boost::asio::awaitable<void> load_demo_aside(net::Lanes& lanes, desk::Desk& desk) {
    auto const loaded = co_await lanes.work([&desk] { return load(desk); });
    if (!loaded) log_error("the demo desk was not loaded", loaded.error());
}

}  // namespace lotse::app
