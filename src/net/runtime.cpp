// SPDX-License-Identifier: Apache-2.0
#include "net/runtime.h"

#include <pthread.h>

#include <atomic>
#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/cancellation_signal.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/strand.hpp>
#include <condition_variable>
#include <csignal>
#include <exception>
#include <map>
#include <ranges>
#include <thread>
#include <utility>
#include <vector>

#include "base/log.h"
#include "base/mutex.h"

namespace lotse::net {
namespace {

struct Task {
    asio::any_io_executor strand;
    std::shared_ptr<asio::cancellation_signal> cancel;
};

struct Hook {
    std::string name;
    std::function<void(SteadyTime)> run;
};

// The tasks that run, so that they can be cancelled and waited for. Outlives the runtime where a task does.
class Tasks {
  public:
    std::uint64_t add(Task task) {
        Lock const lock(mutex_);
        running_.emplace(++last_, std::move(task));
        return last_;
    }
    void remove(std::uint64_t id) {
        Lock const lock(mutex_);
        running_.erase(id);
        changed_.notify_all();
    }
    // What did not end holds its strand, which must not outlive the io_context.
    void forget_all() {
        Lock const lock(mutex_);
        running_.clear();
    }
    // A signal may only be raised where its task runs.
    void cancel_all() {
        Lock const lock(mutex_);
        for (auto const& [id, task] : running_)
            asio::post(task.strand, [cancel = task.cancel] { cancel->emit(asio::cancellation_type::terminal); });
    }
    bool wait_until_none(SteadyTime deadline) {
        Lock lock(mutex_);
        while (!running_.empty()) {
            auto const left = deadline - std::chrono::steady_clock::now();
            if (left <= left.zero()) return false;
            lock.wait_for(changed_, left);
        }
        return true;
    }

  private:
    BareMutex mutex_;
    std::condition_variable changed_;
    std::map<std::uint64_t, Task> running_ GUARDED_BY(mutex_);
    std::uint64_t last_ GUARDED_BY(mutex_) = 0;
};

void log_end(std::string const& name, std::exception_ptr const& thrown) {
    try {
        if (thrown) std::rethrow_exception(thrown);
    } catch (boost::system::system_error const& failure) {
        if (failure.code() == asio::error::operation_aborted) return;
        log_error("a task ended", bug("runtime.task", failure.what()), {{"task", name}});
    } catch (std::exception const& failure) {
        log_error("a task ended", bug("runtime.task", failure.what()), {{"task", name}});
    }
}

}  // namespace

struct Runtime::Parts {
    explicit Parts(int io_threads) : io(io_threads), guard(io.get_executor()), signals(io) {}

    void listen_for_signal() {
        signals.async_wait([this](boost::system::error_code failed, int signal) {
            if (failed) return;
            if (on_signal) on_signal(signal);
            if (signal != SIGHUP) ask();
            listen_for_signal();
        });
    }
    void ask() {
        Lock const lock(mutex);
        asked = true;
        changed.notify_all();
    }

    std::shared_ptr<Tasks> tasks = std::make_shared<Tasks>();
    asio::io_context io;
    asio::executor_work_guard<asio::io_context::executor_type> guard;
    asio::signal_set signals;
    std::function<void(int)> on_signal;
    Mutex<std::vector<Hook>> hooks;
    std::atomic<bool> stopping = false;
    BareMutex mutex;
    std::condition_variable changed;
    bool asked GUARDED_BY(mutex) = false;
    std::vector<std::thread> threads;
};

Runtime::Runtime(int io_threads) : parts_(std::make_unique<Parts>(io_threads)) {
    std::signal(SIGPIPE, SIG_IGN);
    for (int i = 0; i < io_threads; ++i)
        parts_->threads.emplace_back([this, name = "io-" + std::to_string(i)] {
            pthread_setname_np(pthread_self(), name.c_str());
            parts_->io.run();
        });
}

Runtime::~Runtime() { stop(std::chrono::milliseconds(0)); }

asio::io_context& Runtime::io() { return parts_->io; }
asio::any_io_executor Runtime::make_strand() { return asio::make_strand(parts_->io); }

void Runtime::spawn(std::string name, asio::awaitable<void> task) {
    spawn(std::move(name), make_strand(), std::move(task));
}

void Runtime::spawn(std::string name, asio::any_io_executor strand, asio::awaitable<void> task) {
    auto cancel = std::make_shared<asio::cancellation_signal>();
    auto const id = parts_->tasks->add({strand, cancel});
    auto ended = [tasks = parts_->tasks, cancel, id, name = std::move(name)](std::exception_ptr thrown) {
        log_end(name, thrown);
        tasks->remove(id);
    };
    asio::co_spawn(strand, std::move(task), asio::bind_cancellation_slot(cancel->slot(), std::move(ended)));
    // Spawned while stop() was already cancelling: it would be missed.
    if (is_stopping()) asio::post(strand, [cancel] { cancel->emit(asio::cancellation_type::terminal); });
}

void Runtime::on_stop(std::string name, std::function<void(SteadyTime)> hook) {
    parts_->hooks.with([&](auto& hooks) { hooks.push_back({std::move(name), std::move(hook)}); });
}

void Runtime::on_signal(std::function<void(int)> fn) {
    parts_->on_signal = std::move(fn);
    for (int const signal : {SIGTERM, SIGINT, SIGHUP}) parts_->signals.add(signal);
    parts_->listen_for_signal();
}

void Runtime::wait() {
    Lock lock(parts_->mutex);
    while (!parts_->asked) lock.wait(parts_->changed);
}
void Runtime::ask_to_stop() { parts_->ask(); }

bool Runtime::is_stopping() const { return parts_->stopping; }

void Runtime::stop(std::chrono::milliseconds limit) {
    if (parts_->threads.empty()) return;
    auto const deadline = std::chrono::steady_clock::now() + limit;
    auto hooks = parts_->hooks.with([](auto& all) { return std::exchange(all, {}); });
    for (auto& hook : hooks | std::views::reverse) {
        log(Level::debug, "stopping", {{"part", hook.name}});
        hook.run(deadline);
    }
    parts_->stopping = true;
    parts_->tasks->cancel_all();
    if (!parts_->tasks->wait_until_none(deadline)) log(Level::warn, "some tasks did not end in time");
    parts_->guard.reset();
    parts_->io.stop();
    for (auto& thread : parts_->threads) thread.join();
    parts_->threads.clear();
    parts_->tasks->forget_all();
}

}  // namespace lotse::net
