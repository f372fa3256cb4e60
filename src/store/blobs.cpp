// SPDX-License-Identifier: Apache-2.0
#include "store/blobs.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "base/crypto.h"
#include "store/durable_file.h"

namespace lotse::store {
namespace {

namespace fs = std::filesystem;

bool is_sha256(std::string_view name) {
    return name.size() == 64 &&
           std::ranges::all_of(name, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

std::string folder_of(std::string const& root, domain::TenantScope const& scope, std::string_view sha256) {
    return root + "/" + std::to_string(scope.tenant().value) + "/" + std::string(sha256.substr(0, 2));
}

// Keeps putting and removing apart, in all processes that share the folder.
class FolderLock {
  public:
    explicit FolderLock(std::string const& folder) : file_(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)) {
        if (file_ < 0) return;
        while (::flock(file_, LOCK_EX) != 0)
            if (errno != EINTR) return;
        holds_ = true;
    }
    ~FolderLock() {
        if (file_ >= 0) ::close(file_);
    }
    FolderLock(FolderLock const&) = delete;
    FolderLock& operator=(FolderLock const&) = delete;
    bool holds() const { return holds_; }

  private:
    int file_;
    bool holds_ = false;
};

bool touch(std::string const& path) { return ::utimensat(AT_FDCWD, path.c_str(), nullptr, 0) == 0; }

Error missing() { return not_found("blob.missing", "This file is not here."); }

Error as_blob_error(Error error) {
    error.code = error.code == "store.no_space" ? "blob.no_space" : "blob.write";
    return error;
}

}  // namespace

Result<Blobs> Blobs::open(std::string folder) {
    if (auto const made = make_folder(folder); !made) return as_blob_error(made.error());
    return Blobs(std::move(folder));
}

Result<std::string> Blobs::put(domain::TenantScope const& scope, std::string_view bytes) const {
    std::string sha256 = sha256_hex(bytes);
    std::string const folder = folder_of(folder_, scope, sha256);
    if (auto const made = make_folder(folder); !made) return as_blob_error(made.error());
    FolderLock const lock(folder);
    // What is there and whole was perhaps made a moment ago by another thread, so its name may not be on disk yet.
    bool const is_there = get(scope, sha256).has_value() && touch(folder + "/" + sha256);
    Result<void> done = is_there ? sync_folder(folder) : write_file(folder, sha256, bytes);
    if (done) done = sync_folder(folder.substr(0, folder.rfind('/')));
    if (done) done = sync_folder(folder_);
    if (!done) return as_blob_error(done.error());
    return sha256;
}

Result<bool> Blobs::remove_unused(domain::TenantScope const& scope, std::string_view sha256,
                                  Duration unused_for) const {
    if (!is_sha256(sha256)) return missing();
    std::string const folder = folder_of(folder_, scope, sha256);
    fs::path const path = fs::path(folder) / sha256;
    FolderLock const lock(folder);
    std::error_code failure;
    auto const put_at = fs::last_write_time(path, failure);
    if (failure) return !fs::exists(path, failure);
    if (!lock.holds() || fs::file_time_type::clock::now() - put_at < unused_for) return false;
    return fs::remove(path, failure);
}

Result<std::string> Blobs::get(domain::TenantScope const& scope, std::string_view sha256) const {
    if (!is_sha256(sha256)) return missing();
    std::ifstream file(folder_of(folder_, scope, sha256) + "/" + std::string(sha256), std::ios::binary);
    if (!file) return missing();
    std::string bytes(std::istreambuf_iterator<char>(file), {});
    if (sha256_hex(bytes) == sha256) return bytes;
    return Error{Kind::corrupt, "blob.damaged", "This file is damaged.", std::string(sha256), {}};
}

}  // namespace lotse::store
