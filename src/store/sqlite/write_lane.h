// SPDX-License-Identifier: Apache-2.0
// The only road to a SQLite write. Thread-safe: submit() from anywhere, jobs run on the thread `write`. Jobs that
// arrive while a commit is on its way to disk share the next one, each in its own savepoint, so a job that fails on
// its own takes no neighbour with it. A lone job waits for no company.
// Invariant: a job is answered only after its commit is durable, or has failed.
// Owns its session and thread; must outlive every submitter.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <thread>
#include <vector>

#include "base/mutex.h"
#include "base/result.h"
#include "store/db.h"
#include "store/sqlite/session.h"

namespace lotse::store::sqlite {

class WriteLane {
  public:
    using Work = std::function<Result<void>(WriteTxn&)>;

    struct Limits {
        std::size_t waiting = 1'024;  // jobs in the queue; over it: unavailable "store.busy"
        std::size_t batch = 64;       // jobs that share a commit
    };

    WriteLane(std::unique_ptr<Session> session, Limits limits);
    ~WriteLane();  // what waits is still written
    WriteLane(WriteLane const&) = delete;
    WriteLane& operator=(WriteLane const&) = delete;

    // Blocks until the work's commit is durable or has failed. A Bug thrown by the work fails that work only.
    Result<void> submit(domain::TenantId tenant, Work const& work);
    // Jobs and commits so far.
    struct Count {
        std::int64_t jobs = 0;
        std::int64_t commits = 0;
    };
    std::size_t waiting() const;  // jobs in the queue now
    Count count() const {
        return count_.with([](Count const& c) { return c; });
    }

  private:
    struct Job {
        domain::TenantId tenant;
        Work const& work;
        std::vector<std::function<void()>> acts;
        Result<void> result;
        bool is_done = false;
        std::condition_variable done;
    };
    using Batch = std::vector<Job*>;

    void run();
    Batch take();
    void write(Batch const& batch);
    void run_job(Job& job);
    Result<void> try_job(Job& job);
    void fail_all(Batch const& batch, Error const& error);
    void answer(Batch const& batch);

    std::unique_ptr<Session> session_;
    Limits limits_;
    mutable BareMutex mutex_;
    std::condition_variable arrived_;
    std::deque<Job*> waiting_ GUARDED_BY(mutex_);
    bool is_closing_ GUARDED_BY(mutex_) = false;
    Mutex<Count> count_;
    std::thread thread_;  // last: starts when everything else stands
};

}  // namespace lotse::store::sqlite
