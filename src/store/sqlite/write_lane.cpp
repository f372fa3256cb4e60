// SPDX-License-Identifier: Apache-2.0
#include "store/sqlite/write_lane.h"

#include <pthread.h>

#include <chrono>
#include <exception>

#include "base/log.h"
#include "store/sqlite/transaction.h"

namespace lotse::store::sqlite {
namespace {

// A job holds up all others, so one that computes, parses or waits shows itself in the log.
constexpr std::chrono::milliseconds kJobBudget{5};

Error busy() { return unavailable("store.busy", "The desk is busy. Please try again.", "the write queue is full"); }
Error closing() { return unavailable("store.closing", "The desk is shutting down. Please try again."); }

// A failure of SQLite that took the whole transaction with it is told to all of its jobs alike.
Error shared_by_all(Error error) {
    if (error.kind != Kind::corrupt) error.kind = Kind::unavailable;
    return error;
}

void run_acts(std::vector<std::function<void()>> const& acts) {
    for (auto const& act : acts) {
        try {
            act();
        } catch (std::exception const& e) {
            log_error("after commit", bug("store.after_commit", e.what()));
        }
    }
}

}  // namespace

WriteLane::WriteLane(std::unique_ptr<Session> session, Limits limits)
    : session_(std::move(session)), limits_(limits), thread_([this] { run(); }) {
    pthread_setname_np(thread_.native_handle(), "write");
}

WriteLane::~WriteLane() {
    {
        Lock const lock(mutex_);
        is_closing_ = true;
    }
    arrived_.notify_all();
    thread_.join();
}

Result<void> WriteLane::submit(domain::TenantId tenant, Work const& work) {
    // It would wait for itself for ever.
    if (std::this_thread::get_id() == thread_.get_id()) return bug("store.nested_write", "a write inside a write job");
    Job job{tenant, work, {}, {}, false, {}};
    Lock lock(mutex_);
    if (is_closing_) return closing();
    if (waiting_.size() >= limits_.waiting) return busy();
    waiting_.push_back(&job);
    arrived_.notify_one();
    while (!job.is_done) lock.wait(job.done);
    return job.result;
}

std::size_t WriteLane::waiting() const {
    Lock const lock(mutex_);
    return waiting_.size();
}

void WriteLane::run() {
    while (true) {
        Batch const batch = take();
        if (batch.empty()) return;
        write(batch);
        answer(batch);
    }
}

// Everything that waits, up to the limit of a batch; nothing once the lane closes and is empty.
WriteLane::Batch WriteLane::take() {
    Lock lock(mutex_);
    while (waiting_.empty() && !is_closing_) lock.wait(arrived_);
    std::size_t const count = std::min(waiting_.size(), limits_.batch);
    Batch batch(waiting_.begin(), waiting_.begin() + static_cast<std::ptrdiff_t>(count));
    waiting_.erase(waiting_.begin(), waiting_.begin() + static_cast<std::ptrdiff_t>(count));
    return batch;
}

void WriteLane::write(Batch const& batch) {
    if (auto const begun = session_->control("BEGIN IMMEDIATE"); !begun) return fail_all(batch, begun.error());
    for (Job* job : batch) {
        run_job(*job);
        if (!session_->is_in_transaction()) {
            Error const cause = job->result ? unavailable("store.io", "The change was not stored. Please try again.")
                                            : job->result.error();
            return fail_all(batch, cause);
        }
    }
    if (auto const done = session_->control("COMMIT"); !done) {
        Error const cause = done.error();
        if (session_->is_in_transaction()) {
            if (auto const back = session_->control("ROLLBACK"); !back) log_error("rolling back", back.error());
        }
        return fail_all(batch, cause);
    }
    count_.with([&](Count& c) {
        c.jobs += static_cast<std::int64_t>(batch.size());
        ++c.commits;
    });
    for (Job* job : batch) {
        if (job->result) run_acts(job->acts);
    }
}

void WriteLane::run_job(Job& job) {
    auto const start = std::chrono::steady_clock::now();
    job.result = session_->control("SAVEPOINT job");
    if (job.result) {
        job.result = try_job(job);
        // Once SQLite has rolled everything back there is no savepoint left to return to.
        if (!session_->is_in_transaction()) return;
        if (!job.result) {
            if (auto const back = session_->control("ROLLBACK TO job"); !back) log_error("rolling back", back.error());
        }
        if (auto const released = session_->control("RELEASE job"); !released && job.result) job.result = released;
    }
    auto const taken = std::chrono::steady_clock::now() - start;
    if (taken > kJobBudget) {
        log(Level::info, "a write job was slow",
            {{"tenant", job.tenant.value}, {"ms", std::chrono::duration<double, std::milli>(taken).count()}});
    }
}

// A job is one of the doors where exceptions end: its neighbours go on.
Result<void> WriteLane::try_job(Job& job) {
    Transaction txn(*session_, job.tenant);
    try {
        Result<void> result = job.work(txn);
        if (result && txn.failure()) return *txn.failure();
        job.acts = txn.take_acts();
        return result;
    } catch (std::exception const& e) {
        return bug("store.write_job", e.what());
    }
}

void WriteLane::fail_all(Batch const& batch, Error const& error) {
    log_error("a batch of writes failed", error, {{"jobs", batch.size()}});
    for (Job* job : batch) {
        // A job that had failed by itself keeps its own reason.
        if (job->result) job->result = shared_by_all(error);
    }
}

void WriteLane::answer(Batch const& batch) {
    Lock const lock(mutex_);
    for (Job* job : batch) {
        job->is_done = true;
        // Under the lock: the job lives on the stack of its submitter, which may leave as soon as it sees is_done.
        job->done.notify_one();
    }
}

}  // namespace lotse::store::sqlite
