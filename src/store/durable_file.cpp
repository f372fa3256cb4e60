// SPDX-License-Identifier: Apache-2.0
#include "store/durable_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>

#include "base/crypto.h"

namespace lotse::store {
namespace {

class File {
  public:
    File(std::string const& path, int flags) : file_(::open(path.c_str(), flags | O_CLOEXEC, 0600)) {}
    ~File() {
        if (file_ >= 0) ::close(file_);
    }
    File(File const&) = delete;
    File& operator=(File const&) = delete;
    bool is_open() const { return file_ >= 0; }
    bool sync() const { return ::fsync(file_) == 0; }
    bool write(std::string_view bytes) const {
        while (!bytes.empty()) {
            ssize_t const written = ::write(file_, bytes.data(), bytes.size());
            if (written < 0 && errno == EINTR) continue;
            if (written < 0) return false;
            bytes.remove_prefix(static_cast<std::size_t>(written));
        }
        return true;
    }

  private:
    int file_;
};

// Reads errno: call it first thing after the failure.
Error failure(std::string const& path) {
    int const why = errno;
    std::string const detail = path + ": " + std::strerror(why);
    if (why == ENOSPC || why == EDQUOT) return unavailable("store.no_space", "The disk of the desk is full.", detail);
    return unavailable("store.io", "The data folder cannot be written at the moment.", detail);
}

Result<void> sync(std::string const& path, int flags) {
    File const file(path, flags);
    if (!file.is_open() || !file.sync()) return failure(path);
    return {};
}

Result<void> write_temporary(std::string const& path, std::string_view bytes) {
    File const file(path, O_WRONLY | O_CREAT | O_EXCL);
    if (!file.is_open() || !file.write(bytes) || !file.sync()) return failure(path);
    return {};
}

}  // namespace

Result<void> sync_file(std::string const& path) { return sync(path, O_RDONLY); }
Result<void> sync_folder(std::string const& folder) { return sync(folder, O_RDONLY | O_DIRECTORY); }

Result<void> make_folder(std::string const& folder) {
    if (::mkdir(folder.c_str(), 0700) == 0) {
        std::filesystem::path const above = std::filesystem::path(folder).parent_path();
        return sync_folder(above.empty() ? "." : above.string());
    }
    if (errno == EEXIST) return {};
    std::string const above = std::filesystem::path(folder).parent_path();
    if (errno != ENOENT || above.empty()) return failure(folder);
    CHECK_OK(make_folder(above));
    return make_folder(folder);
}

Result<void> write_file(std::string const& folder, std::string const& name, std::string_view bytes) {
    std::string const temporary = folder + "/.new-" + random_token(12);
    std::string const path = folder + "/" + name;
    Result<void> done = write_temporary(temporary, bytes);
    if (done && ::rename(temporary.c_str(), path.c_str()) != 0) done = failure(path);
    if (!done) {
        ::unlink(temporary.c_str());
        return done;
    }
    return sync_folder(folder);
}

}  // namespace lotse::store
