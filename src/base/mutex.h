// SPDX-License-Identifier: Apache-2.0
// A mutex that clang's thread-safety analysis understands, and a box whose content cannot be reached without it.
#pragma once

#include <condition_variable>
#include <mutex>
#include <utility>

#define LOTSE_CAPABILITY(x) __attribute__((capability(x)))
#define GUARDED_BY(x) __attribute__((guarded_by(x)))
#define REQUIRES(...) __attribute__((requires_capability(__VA_ARGS__)))
#define ACQUIRE(...) __attribute__((acquire_capability(__VA_ARGS__)))
#define RELEASE(...) __attribute__((release_capability(__VA_ARGS__)))
#define SCOPED_CAPABILITY __attribute__((scoped_lockable))
#define NO_THREAD_SAFETY_ANALYSIS __attribute__((no_thread_safety_analysis))

namespace lotse {

class LOTSE_CAPABILITY("mutex") BareMutex {
  public:
    void lock() ACQUIRE() { mutex_.lock(); }
    void unlock() RELEASE() { mutex_.unlock(); }
    std::mutex& native() { return mutex_; }

  private:
    std::mutex mutex_;
};

class SCOPED_CAPABILITY Lock {
  public:
    explicit Lock(BareMutex& mutex) ACQUIRE(mutex) : lock_(mutex.native()) {}
    ~Lock() RELEASE() {}
    // Waits inside the lock; re-check the condition, wake-ups may be spurious.
    void wait(std::condition_variable& changed) { changed.wait(lock_); }
    template <class Rep, class Period>
    void wait_for(std::condition_variable& changed, std::chrono::duration<Rep, Period> limit) {
        changed.wait_for(lock_, limit);
    }

  private:
    std::unique_lock<std::mutex> lock_;
};

// with(fn) runs fn on the content under the lock. fn must not block on anything else.
template <class T>
class Mutex {
  public:
    Mutex() = default;
    explicit Mutex(T value) : value_(std::move(value)) {}
    template <class F>
    auto with(F&& fn) {
        std::lock_guard const guard(mutex_);
        return std::forward<F>(fn)(value_);
    }
    template <class F>
    auto with(F&& fn) const {
        std::lock_guard const guard(mutex_);
        return std::forward<F>(fn)(value_);
    }

  private:
    mutable std::mutex mutex_;
    T value_{};
};

}  // namespace lotse
