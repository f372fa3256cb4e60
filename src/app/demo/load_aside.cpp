// SPDX-License-Identifier: Apache-2.0
#include "app/demo/load_aside.h"

#include "app/demo/load_demo.h"
#include "base/log.h"

namespace lotse::app {
namespace {

// Fewer than `lotse demo load` makes: here every step waits for the disk, beside people who work.
constexpr int kTickets = 300;

}  // namespace

Result<void> DemoLoader::live_through() {
    DemoLoading loading{folder_};
    loading.plan.tickets = kTickets;
    loading.stop = stop_.get_token();
    loading.progress = [this](std::size_t done, std::size_t total) {
        progress_.with([&](auto& progress) {
            progress.done = done;
            progress.total = total;
        });
    };
    auto const loaded = load_demo(desk_, loading);
    bool const is_settled = loaded || loaded.error().code == "tenant.slug_taken" || loaded.error().code == kStopped;
    if (is_settled) return {};
    return loaded.error();
}

boost::asio::awaitable<void> DemoLoader::load() {
    using enum api::DemoProgress::State;
    bool const is_begun = progress_.with([](auto& progress) {
        bool const was = progress.state == loading;
        if (!was) progress = {loading, 0, kTickets};
        return was;
    });
    if (is_begun) co_return;
    auto const loaded = co_await lanes_.work([this] { return live_through(); });
    progress_.with([&](auto& progress) { progress.state = loaded ? ready : failed; });
    if (!loaded) log_error("the demo desk was not loaded", loaded.error());
}

Result<bool> DemoLoader::is_left_half_told() const { return app::is_left_half_told(desk_, folder_); }

api::DemoProgress DemoLoader::progress() const {
    return progress_.with([](api::DemoProgress const& progress) { return progress; });
}

}  // namespace lotse::app
