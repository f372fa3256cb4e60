// SPDX-License-Identifier: Apache-2.0
// Connections to one database, lent one at a time. Thread-safe. A connection that broke is dropped and made anew when
// next needed, so a database that was away is used again as soon as it is back.
#pragma once

#include <condition_variable>
#include <memory>
#include <string>
#include <vector>

#include "base/mutex.h"
#include "store/postgres/session.h"

namespace lotse::store::postgres {

struct Access {
    std::string url;
    bool as_app_role = false;  // SET ROLE lotse_app on every connection (see role.h)
    Catalog catalog;
};

// A connection that statements of repositories may run on.
Result<std::unique_ptr<Session>> connect(Access const& access);

class Pool {
  public:
    Pool(Access const& access, int size) : access_(access), size_(size) {}

    // A session on loan; goes back when this ends.
    class Lease {
      public:
        Lease(Pool& pool, std::unique_ptr<Session> session) : pool_(&pool), session_(std::move(session)) {}
        Lease(Lease&&) = default;
        Lease& operator=(Lease&&) = delete;
        ~Lease() {
            if (session_ != nullptr) pool_->give_back(std::move(session_));
        }
        Session& operator*() const { return *session_; }
        Session* operator->() const { return session_.get(); }

      private:
        Pool* pool_;
        std::unique_ptr<Session> session_;
    };
    // A session in which a transaction has begun. Waits at most 5 s for a free one, then unavailable "store.busy".
    Result<Lease> begin(domain::TenantId tenant, Mode mode);

  private:
    Result<std::unique_ptr<Session>> take();
    void give_back(std::unique_ptr<Session> session);
    void forget_idle();

    Access const& access_;
    int size_;
    BareMutex mutex_;
    std::condition_variable returned_;
    std::vector<std::unique_ptr<Session>> idle_ GUARDED_BY(mutex_);
    int lent_ GUARDED_BY(mutex_) = 0;
};

}  // namespace lotse::store::postgres
