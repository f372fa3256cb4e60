// SPDX-License-Identifier: Apache-2.0
// The same numbers on every machine: the demo desk tells the same story to everybody. SplitMix64 (Steele, Lea, Flood 2014).
#pragma once

#include <cmath>
#include <cstdint>
#include <vector>

namespace lotse::app {

class Random {
  public:
    explicit Random(std::uint64_t seed) : state_(seed) {}
    std::uint64_t next() {
        std::uint64_t z = (state_ += 0x9E3779B97F4A7C15ULL);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
        return z ^ (z >> 31);
    }
    std::size_t below(std::size_t n) { return static_cast<std::size_t>(next() % n); }
    double unit() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }
    bool chance(double p) { return unit() < p; }
    // Exponential with this mean.
    double wait(double mean) { return -mean * std::log(1.0 - unit()); }
    template <class T>
    T const& pick(std::vector<T> const& items) {
        return items[below(items.size())];
    }

  private:
    std::uint64_t state_;
};

}  // namespace lotse::app
