// SPDX-License-Identifier: Apache-2.0
#include "store/sqlite/read_pool.h"

#include <chrono>

#include "base/log.h"
#include "store/sqlite/transaction.h"

namespace lotse::store::sqlite {
namespace {

constexpr std::chrono::seconds kWait{5};

// Ends the snapshot and hands the connection back, also when `fn` throws.
template <class F>
class AtEnd {
  public:
    explicit AtEnd(F act) : act_(std::move(act)) {}
    ~AtEnd() { act_(); }
    AtEnd(AtEnd const&) = delete;
    AtEnd& operator=(AtEnd const&) = delete;

  private:
    F act_;
};

}  // namespace

Result<void> ReadPool::read(domain::TenantId tenant, std::function<void(ReadTxn&)> const& fn) {
    TRY(std::unique_ptr<Session> session, take());
    AtEnd const returns([&] { give_back(std::move(session)); });
    CHECK_OK(session->control("BEGIN"));
    AtEnd const ends([&] {
        if (auto const ended = session->control("COMMIT"); !ended) log_error("ending a read", ended.error());
    });
    Transaction txn(*session, tenant);
    fn(txn);
    return {};
}

Result<std::unique_ptr<Session>> ReadPool::take() {
    auto const deadline = std::chrono::steady_clock::now() + kWait;
    {
        Lock lock(mutex_);
        while (idle_.empty() && lent_ >= size_) {
            auto const left = deadline - std::chrono::steady_clock::now();
            if (left <= left.zero()) {
                return unavailable("store.busy", "The desk is busy. Please try again.", "no read connection is free");
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
    auto opened = Session::open(path_, Access::read);
    if (!opened) give_back(nullptr);
    return opened;
}

void ReadPool::give_back(std::unique_ptr<Session> session) {
    {
        Lock const lock(mutex_);
        --lent_;
        // A snapshot that could not be ended would keep the write-ahead log from ever being reset.
        if (session != nullptr && !session->is_in_transaction()) idle_.push_back(std::move(session));
    }
    returned_.notify_one();
}

}  // namespace lotse::store::sqlite
