// SPDX-License-Identifier: Apache-2.0
// Looks after the language model of a data folder while the desk runs: used from the start if it is there, from when it was
// installed if it comes later, and no more once it was taken away. Each change is one line of the log.
#pragma once

#include <memory>
#include <string>

#include "desk/desk.h"
#include "jobs/wake.h"
#include "net/lanes.h"

namespace lotse::app {

struct ModelWatch {
    net::Lanes& lanes;
    desk::Desk& desk;
    std::string data_folder;
};
// Runs until the runtime stops; looks every two seconds whether the file is another one, and reads it only then (half a
// second of one core). The model is held in memory, 75 MB: whatever becomes of the file harms no running desk.
jobs::asio::awaitable<void> watch_model(ModelWatch watch, std::shared_ptr<jobs::Wake> wake);

}  // namespace lotse::app
