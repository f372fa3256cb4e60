// SPDX-License-Identifier: Apache-2.0
#include "store/sqlite/folder_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace lotse::store::sqlite {
Result<FolderLock> FolderLock::take(std::string const& folder) {
    std::string const path = folder + "/lotse.lock";
    int const file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0) {
        return unavailable("store.io", "The data folder cannot be written at the moment.",
                           path + ": " + std::strerror(errno));
    }
    FolderLock lock(file);
    if (::flock(file, LOCK_EX | LOCK_NB) == 0) return lock;
    return unavailable("store.locked", "Another Lotse is serving this data folder. Stop it first.", path);
}

FolderLock::FolderLock(FolderLock&& other) noexcept : file_(std::exchange(other.file_, -1)) {}

FolderLock& FolderLock::operator=(FolderLock&& other) noexcept {
    std::swap(file_, other.file_);
    return *this;
}

FolderLock::~FolderLock() {
    if (file_ >= 0) ::close(file_);
}

}  // namespace lotse::store::sqlite
