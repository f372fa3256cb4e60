// SPDX-License-Identifier: Apache-2.0
// One server for one data folder: an advisory lock on lotse.lock, gone with the process whatever ends it. Commands that
// write beside the server do not take it; they queue on SQLite's own lock.
#pragma once

#include <string>

#include "base/result.h"

namespace lotse::store::sqlite {

class FolderLock {
  public:
    // Error: unavailable "store.locked".
    static Result<FolderLock> take(std::string const& folder);
    FolderLock() = default;
    FolderLock(FolderLock&& other) noexcept;
    FolderLock& operator=(FolderLock&& other) noexcept;
    ~FolderLock();
    bool is_held() const { return file_ >= 0; }

  private:
    explicit FolderLock(int file) : file_(file) {}
    int file_ = -1;
};

}  // namespace lotse::store::sqlite
