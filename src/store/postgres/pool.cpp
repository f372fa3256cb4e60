// SPDX-License-Identifier: Apache-2.0
#include "store/postgres/pool.h"

#include <chrono>

namespace lotse::store::postgres {
namespace {

constexpr std::chrono::seconds kWait{5};

}  // namespace

Result<std::unique_ptr<Session>> connect(Access const& access) {
    TRY(Connection connection, Connection::open(access.url));
    CHECK_OK(connection.execute(access.as_app_role ? "SET statement_timeout = '30s'; SET ROLE lotse_app"
                                                   : "SET statement_timeout = '30s'"));
    return std::make_unique<Session>(std::move(connection), access.catalog);
}

Result<Pool::Lease> Pool::begin(domain::TenantId tenant, Mode mode) {
    {
        TRY(Lease lease, [&]() -> Result<Lease> {
            TRY(auto session, take());
            return Lease(*this, std::move(session));
        }());
        auto const begun = lease->begin(tenant, mode);
        if (begun) return lease;
        if (lease->connection().is_alive()) return begun.error();
    }
    // Idle connections die with a server that restarts. Nothing has been asked yet, so once more over a new one.
    forget_idle();
    TRY(auto session, take());
    Lease lease(*this, std::move(session));
    CHECK_OK(lease->begin(tenant, mode));
    return lease;
}

Result<std::unique_ptr<Session>> Pool::take() {
    auto const deadline = std::chrono::steady_clock::now() + kWait;
    {
        Lock lock(mutex_);
        while (idle_.empty() && lent_ >= size_) {
            auto const left = deadline - std::chrono::steady_clock::now();
            if (left <= left.zero()) {
                return unavailable("store.busy", "The desk is busy. Please try again.", "no connection is free");
            }
            lock.wait_for(returned_, left);
        }
        ++lent_;
        if (!idle_.empty()) {
            std::unique_ptr<Session> session = std::move(idle_.back());
            idle_.pop_back();
            return session;
        }
    }
    auto connected = connect(access_);
    if (!connected) give_back(nullptr);
    return connected;
}

void Pool::give_back(std::unique_ptr<Session> session) {
    if (session != nullptr && !session->is_usable()) session.reset();
    {
        Lock const lock(mutex_);
        --lent_;
        if (session != nullptr) idle_.push_back(std::move(session));
    }
    returned_.notify_one();
}

void Pool::forget_idle() {
    std::vector<std::unique_ptr<Session>> dead;
    Lock const lock(mutex_);
    dead.swap(idle_);
}

}  // namespace lotse::store::postgres
