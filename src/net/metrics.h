// SPDX-License-Identifier: Apache-2.0
// Counters, gauges and histograms, and their text for Prometheus (exposition format 0.0.4). Thread-safe: a value is
// one atomic, the registry locks only when a series is first asked for and when the text is written.
// There is no global one: app/run.cpp makes it and hands it to who counts.
// Label values must come from our own code, never from a sender: each new value is a new series that stays.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "base/mutex.h"

namespace lotse::net {

using Labels = std::vector<std::pair<std::string, std::string>>;

class Counter {
  public:
    void add(std::uint64_t by = 1) { value_.fetch_add(by, std::memory_order_relaxed); }
    std::uint64_t value() const { return value_.load(std::memory_order_relaxed); }

  private:
    std::atomic<std::uint64_t> value_ = 0;
};

class Gauge {
  public:
    void set(double to) { value_.store(to, std::memory_order_relaxed); }
    void add(double by) { value_.fetch_add(by, std::memory_order_relaxed); }
    double value() const { return value_.load(std::memory_order_relaxed); }

  private:
    std::atomic<double> value_ = 0;
};

class Histogram {
  public:
    // Upper bounds of the buckets, ascending; the one to infinity is added.
    explicit Histogram(std::vector<double> bounds);
    void observe(double value);

    std::vector<double> const& bounds() const { return bounds_; }
    std::uint64_t count_in(std::size_t bucket) const { return counts_[bucket].load(std::memory_order_relaxed); }
    double sum() const { return sum_.load(std::memory_order_relaxed); }

  private:
    std::vector<double> const bounds_;
    std::vector<std::atomic<std::uint64_t>> counts_;
    std::atomic<double> sum_ = 0;
};

// For seconds of one request or one stage: 1 ms to 10 s.
std::vector<double> seconds_bounds();

class Metrics {
  public:
    Metrics() = default;
    Metrics(Metrics const&) = delete;
    Metrics& operator=(Metrics const&) = delete;

    // The series with this name and these labels, made at the first call; the reference holds as long as the registry.
    // A name keeps its first kind and help; asking for another kind is a Bug.
    Counter& counter(std::string const& name, std::string const& help, Labels const& labels = {});
    Gauge& gauge(std::string const& name, std::string const& help, Labels const& labels = {});
    Histogram& histogram(std::string const& name, std::string const& help, std::vector<double> bounds,
                         Labels const& labels = {});
    // Asked whenever the text is written, for what somebody else already counts. Must be quick, and must stay callable
    // as long as the registry is read.
    void gauge_from(std::string const& name, std::string const& help, Labels const& labels,
                    std::function<double()> read);
    void counter_from(std::string const& name, std::string const& help, Labels const& labels,
                      std::function<double()> read);

    // Content type: text/plain; version=0.0.4; charset=utf-8
    std::string text() const;

  private:
    struct Series {
        std::unique_ptr<Counter> counter;
        std::unique_ptr<Gauge> gauge;
        std::unique_ptr<Histogram> histogram;
        std::function<double()> read;
    };
    struct Family {
        std::string type;
        std::string help;
        std::map<std::string, Series> series;  // by the rendered labels: door="smtp",outcome="ok"
    };
    using Families = std::map<std::string, Family>;
    static Series& find_or_add(Families& families, std::string const& name, std::string const& type,
                               std::string const& help, Labels const& labels);
    static void write(std::string& out, std::string const& name, std::string const& labels, Series const& series);

    Mutex<Families> families_;
};

}  // namespace lotse::net
