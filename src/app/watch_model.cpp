// SPDX-License-Identifier: Apache-2.0
#include "app/watch_model.h"

#include <sys/stat.h>

#include <optional>

#include "app/language_models.h"
#include "base/log.h"

namespace lotse::app {
namespace {

constexpr std::chrono::milliseconds kLook{2'000};

// What tells one file from another without reading it; "" there is none.
std::string mark_of(std::string const& data_folder) {
    std::string out;
    for (auto const& model : known_models()) {
        struct stat facts{};
        if (::stat(model_path(data_folder, model).c_str(), &facts) != 0) continue;
        out += std::to_string(facts.st_ino) + "/" + std::to_string(facts.st_size) + "/" +
               std::to_string(facts.st_mtim.tv_sec) + "." + std::to_string(facts.st_mtim.tv_nsec) + ";";
    }
    return out;
}

Result<void> take(ModelWatch const& watch) {
    auto opened = open_installed_model(watch.data_folder);
    auto& meanings = watch.desk.meanings;
    if (!opened) {
        log_error("the language model cannot be used: words alone decide", opened.error());
        meanings.turn_off(opened.error().message);
    } else if (!*opened) {
        log(Level::info, "no language model is installed: words alone decide",
            {{"install", "lotse models install e5"}});
        meanings.turn_off("");
    } else {
        log(Level::info, "a language model is at hand", {{"version", (*opened)->version()}});
        meanings.turn_on(*std::move(opened));
    }
    return {};
}

}  // namespace

jobs::asio::awaitable<void> watch_model(ModelWatch watch, std::shared_ptr<jobs::Wake> wake) {
    std::optional<std::string> seen;
    for (;;) {
        auto mark = co_await watch.lanes.work([watch] { return Result<std::string>(mark_of(watch.data_folder)); });
        if (mark && mark != seen) {
            seen = *mark;
            (void)co_await watch.lanes.work([watch] { return take(watch); });
        }
        co_await wake->wait(kLook);
    }
}

}  // namespace lotse::app
