// SPDX-License-Identifier: Apache-2.0
#include "app/backup.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/crypto.h"
#include "base/json.h"
#include "base/text.h"

namespace lotse::app {
namespace {

namespace fs = std::filesystem;

constexpr char kManifest[] = "manifest.json";
constexpr char kDatabase[] = "lotse.db";

Error failed(std::string const& what, std::error_code const& why) {
    return unavailable("backup.failed", fmt::format("{}: {}.", what, why.message()));
}

Result<std::string> hash_of(fs::path const& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) return Error{Kind::corrupt, "backup.damaged", fmt::format("{} is missing.", path.string()), {}, {}};
    Sha256 sha;
    char piece[65536];
    while (in.read(piece, sizeof piece), in.gcount() > 0) sha.add({piece, static_cast<std::size_t>(in.gcount())});
    return sha.finish_hex();
}

void sync_path(fs::path const& path) {
    int const fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (fd < 0) return;
    ::fsync(fd);
    ::close(fd);
}

std::vector<fs::path> files_in(fs::path const& folder) {
    std::vector<fs::path> out;
    std::error_code failure;
    for (fs::recursive_directory_iterator it(folder, failure), end; !failure && it != end; it.increment(failure))
        if (it->is_regular_file(failure)) out.push_back(fs::relative(it->path(), folder, failure));
    std::ranges::sort(out);
    return out;
}

Result<void> copy_file_to(fs::path const& from, fs::path const& to) {
    std::error_code failure;
    fs::create_directories(to.parent_path(), failure);
    fs::copy_file(from, to, failure);
    if (failure) return failed(fmt::format("{} cannot be copied", from.string()), failure);
    sync_path(to);
    return {};
}

Result<BackupReport> fill_backup(OpenDesk& opened, fs::path const& target, OnProgress const& progress) {
    // The database first: whatever file a row of it names was on disk before the row, and stays for a day after the last
    // row that names it is gone (desk/housekeeping).
    CHECK_OK(opened.desk().store.copy_to((target / kDatabase).string()));
    auto const source = fs::path(opened.desk().blobs.folder());
    auto const blobs = files_in(source);
    BackupReport report;
    JsonObject hashes;
    TRY(auto database_hash, hash_of(target / kDatabase));
    std::error_code failure;
    hashes[kDatabase] = database_hash;
    report.bytes += fs::file_size(target / kDatabase, failure);
    ++report.files;
    for (auto const& blob : blobs) {
        auto const name = fs::path("files") / blob;
        if (blob.filename().string().find('.') != std::string::npos) continue;  // a temporary file of a writer
        CHECK_OK(copy_file_to(source / blob, target / name));
        TRY(auto hash, hash_of(target / name));
        if (hash != blob.filename().string())
            return Error{
                Kind::corrupt, "blob.damaged", fmt::format("{} does not match its name.", name.string()), {}, {}};
        hashes[name.string()] = hash;
        report.bytes += fs::file_size(target / name, failure);
        progress(++report.files, blobs.size() + 1);
    }
    std::ofstream manifest(target / kManifest);
    manifest << to_pretty(JsonObject{{"made_at", to_rfc3339(opened.desk().clock.now())},
                                     {"schema", store::schema_version()},
                                     {"files", std::move(hashes)}});
    manifest.close();
    if (!manifest) return unavailable("backup.failed", "The manifest cannot be written.");
    sync_path(target / kManifest);
    sync_path(target);
    return report;
}

}  // namespace

Result<BackupReport> make_backup(OpenDesk& opened, std::string const& target, OnProgress const& progress) {
    std::error_code failure;
    if (fs::exists(target, failure))
        return invalid("backup.exists", fmt::format("{} exists already; name a new folder.", target), "FOLDER");
    fs::create_directories(target, failure);
    if (failure) return failed(fmt::format("{} cannot be made", target), failure);
    fs::permissions(target, fs::perms::owner_all, failure);
    auto report = fill_backup(opened, target, progress);
    if (!report) fs::remove_all(target, failure);
    return report;
}

Result<BackupReport> restore_backup(std::string const& source, std::string const& data_folder,
                                    OnProgress const& progress) {
    std::error_code failure;
    if (fs::exists(data_folder, failure) && !fs::is_empty(data_folder, failure))
        return invalid("restore.not_empty", fmt::format("{} is not empty; restore into a new folder.", data_folder),
                       "--data");
    std::ifstream in(fs::path(source) / kManifest);
    if (!in)
        return invalid("restore.manifest", fmt::format("{} is no backup: it has no {}.", source, kManifest), "FOLDER");
    std::stringstream text;
    text << in.rdbuf();
    TRY(auto manifest, parse_json(text.str()));
    if (!manifest.is_object()) return invalid("restore.manifest", "The manifest is damaged.", "FOLDER");
    if (int_at(manifest.get_object(), "schema") > store::schema_version())
        return invalid("store.newer_schema", "This backup was made by a newer Lotse; restore it with that version.");
    auto const& files = object_at(manifest.get_object(), "files");
    for (auto const& [name, hash] : files) {
        auto const relative = fs::path(std::string(name)).lexically_normal();
        if (relative.is_absolute() || relative.string().starts_with(".."))
            return invalid("restore.manifest",
                           fmt::format("The manifest names {}, outside the backup.", std::string(name)));
        TRY(auto found, hash_of(fs::path(source) / relative));
        if (!hash.is_string() || found != std::string_view(hash.get_string()))
            return Error{Kind::corrupt, "backup.damaged", fmt::format("{} is damaged.", std::string(name)), {}, {}};
    }
    fs::create_directories(data_folder, failure);
    if (failure) return failed(fmt::format("{} cannot be made", data_folder), failure);
    fs::permissions(data_folder, fs::perms::owner_all, failure);
    BackupReport report;
    for (auto const& [name, hash] : files) {
        auto const target = fs::path(data_folder) / std::string(name);
        CHECK_OK(copy_file_to(fs::path(source) / std::string(name), target));
        report.bytes += fs::file_size(target, failure);
        progress(++report.files, files.size());
    }
    sync_path(data_folder);
    return report;
}

}  // namespace lotse::app
