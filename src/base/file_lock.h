// SPDX-License-Identifier: Apache-2.0
// An advisory lock on a file (flock), held until it dies, and gone with the process whatever ends it.
#pragma once

#include <optional>
#include <string>

#include "base/result.h"

namespace lotse {

class FileLock {
  public:
    // Makes the file (0600) where there is none. Nothing where another holder has it: another process, or another lock of
    // this one. Error: unavailable "file_lock.open" with the path and the system's words in its detail.
    static Result<std::optional<FileLock>> try_take(std::string const& path);
    FileLock() = default;  // holds nothing
    FileLock(FileLock&& other) noexcept;
    FileLock& operator=(FileLock&& other) noexcept;
    ~FileLock();
    bool is_held() const { return file_ >= 0; }

  private:
    explicit FileLock(int file) : file_(file) {}
    int file_ = -1;
};

}  // namespace lotse
