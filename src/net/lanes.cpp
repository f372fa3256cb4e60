// SPDX-License-Identifier: Apache-2.0
#include "net/lanes.h"

#include <pthread.h>

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/associated_executor.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/prefer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <condition_variable>
#include <deque>
#include <exception>
#include <string>
#include <thread>
#include <vector>

#include "base/log.h"
#include "base/mutex.h"

namespace lotse::net {
namespace {

using Done = std::move_only_function<void(Ok)>;

Ok run_job(std::function<void()> const& job) {
    try {
        job();
        return {};
    } catch (std::exception const& thrown) {
        return bug("lanes.job", thrown.what());
    } catch (...) {
        return bug("lanes.job", "something that is no std::exception was thrown");
    }
}

}  // namespace

// Threads and one queue. A plain queue instead of asio::thread_pool, because it must have a limit and be counted.
class Lanes::Pool {
  public:
    Pool(std::string const& name, int threads, std::size_t limit) : limit_(limit) {
        for (int i = 0; i < threads; ++i) threads_.emplace_back(&Pool::serve, this, name + "-" + std::to_string(i));
    }
    ~Pool() { stop(); }

    // Calls `done` from a thread of the pool, or before it returns if the job is refused.
    void put(std::function<void()> job, Done done) {
        Error refusal;
        {
            Lock const lock(mutex_);
            if (!stopped_ && jobs_.size() < limit_) {
                jobs_.push_back({std::move(job), std::move(done)});
                changed_.notify_one();
                return;
            }
            ++counters_.refused;
            refusal = stopped_ ? stopping() : full();
        }
        done(std::move(refusal));
    }

    void stop() {
        std::deque<Item> left;
        {
            Lock const lock(mutex_);
            stopped_ = true;
            left.swap(jobs_);
            counters_.refused += left.size();
        }
        changed_.notify_all();
        for (auto& item : left) item.done(stopping());
        for (auto& thread : threads_)
            if (thread.joinable()) thread.join();
    }

    LaneCounters counters() {
        Lock const lock(mutex_);
        LaneCounters now = counters_;
        now.waiting = jobs_.size();
        return now;
    }

  private:
    struct Item {
        std::function<void()> job;
        Done done;
    };

    static Error full() { return unavailable("lanes.full", "The server is busy. Please try again in a moment."); }
    static Error stopping() {
        return unavailable("lanes.stopped", "The server is stopping. Please try again in a moment.");
    }

    void serve(std::string const& name) {
        pthread_setname_np(pthread_self(), name.c_str());
        Item item;
        while (take(item)) {
            Ok ran = run_job(item.job);
            if (!ran.has_value()) log_error("a job failed", ran.error(), {{"lane", name}});
            // What the job captured dies here, on this thread, before the caller goes on.
            item.job = nullptr;
            count_done(ran.has_value());
            item.done(std::move(ran));
            item.done = nullptr;
        }
    }

    bool take(Item& item) {
        Lock lock(mutex_);
        while (jobs_.empty() && !stopped_) lock.wait(changed_);
        if (jobs_.empty()) return false;
        item = std::move(jobs_.front());
        jobs_.pop_front();
        ++counters_.running;
        return true;
    }

    void count_done(bool ran) {
        Lock const lock(mutex_);
        --counters_.running;
        ++counters_.done;
        if (!ran) ++counters_.thrown;
    }

    std::size_t const limit_;
    BareMutex mutex_;
    std::condition_variable changed_;
    std::deque<Item> jobs_ GUARDED_BY(mutex_);
    LaneCounters counters_ GUARDED_BY(mutex_);
    bool stopped_ GUARDED_BY(mutex_) = false;
    std::vector<std::thread> threads_;  // last: the threads use everything above
};

Lanes::Lanes(int work_threads, int cpu_threads, std::size_t queue_limit)
    : work_(std::make_unique<Pool>("work", work_threads, queue_limit)),
      cpu_(std::make_unique<Pool>("cpu", cpu_threads, queue_limit)) {}
Lanes::~Lanes() = default;

void Lanes::stop() {
    work_->stop();
    cpu_->stop();
}

LaneCounters Lanes::work_counters() const { return work_->counters(); }
LaneCounters Lanes::cpu_counters() const { return cpu_->counters(); }

asio::awaitable<Ok> Lanes::run(Pool& pool, std::function<void()> job) {
    auto start = [&pool](auto handler, std::function<void()> what) {
        // Tracked: the io_context must not run dry while the job is on a thread that it does not know.
        auto home = asio::prefer(asio::get_associated_executor(handler), asio::execution::outstanding_work.tracked);
        pool.put(std::move(what), [home, resume = std::move(handler)](Ok ran) mutable {
            asio::post(home, [resume = std::move(resume), ran = std::move(ran)]() mutable {
                std::move(resume)(std::move(ran));
            });
        });
    };
    co_return co_await asio::async_initiate<asio::use_awaitable_t<> const, void(Ok)>(start, asio::use_awaitable,
                                                                                     std::move(job));
}

}  // namespace lotse::net
