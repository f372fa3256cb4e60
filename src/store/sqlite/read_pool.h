// SPDX-License-Identifier: Apache-2.0
// Read connections, lent one at a time. Thread-safe. Opened when first needed, so a command that reads once pays once.
#pragma once

#include <condition_variable>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/mutex.h"
#include "store/sqlite/session.h"

namespace lotse::store::sqlite {

class ReadPool {
  public:
    ReadPool(std::string path, int size) : path_(std::move(path)), size_(size) {}
    // Runs `fn` on one snapshot. Waits at most 5 s for a connection, then unavailable "store.busy".
    Result<void> read(domain::TenantId tenant, std::function<void(ReadTxn&)> const& fn);

  private:
    Result<std::unique_ptr<Session>> take();
    void give_back(std::unique_ptr<Session> session);

    std::string path_;
    int size_;
    BareMutex mutex_;
    std::condition_variable returned_;
    std::vector<std::unique_ptr<Session>> idle_ GUARDED_BY(mutex_);
    int lent_ GUARDED_BY(mutex_) = 0;
};

}  // namespace lotse::store::sqlite
