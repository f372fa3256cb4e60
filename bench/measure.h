// SPDX-License-Identifier: Apache-2.0
// CPU time and its quantiles. CPU time of the whole process, so that what the writing thread does for a caller counts,
// and what other programs do on a busy machine does not.
#pragma once

#include <fmt/format.h>
#include <stdlib.h>
#include <time.h>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/error.h"
#include "base/result.h"

namespace lotse::bench {

// Microseconds of CPU that this process has used, user and system.
inline double cpu_micros() {
    timespec at{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &at);
    return static_cast<double>(at.tv_sec) * 1e6 + static_cast<double>(at.tv_nsec) / 1e3;
}

// Nearest rank; 0 without samples.
inline double quantile(std::vector<double> samples, double q) {
    if (samples.empty()) return 0;
    auto const rank = std::min(samples.size() - 1, static_cast<std::size_t>(q * static_cast<double>(samples.size())));
    std::ranges::nth_element(samples, samples.begin() + static_cast<std::ptrdiff_t>(rank));
    return samples[rank];
}

inline double rounded(double value) { return static_cast<double>(static_cast<std::int64_t>(value * 100 + 0.5)) / 100; }

// Prints the error for a person and gives the exit code of the program.
inline int finish(Result<void> const& done) {
    if (done) return 0;
    auto const& error = done.error();
    fmt::print(stderr, "{}: {} {}\n", error.code, error.message, error.detail);
    return 1;
}

// A line of /proc/self/status that is told in kB ("VmRSS:", "RssAnon:"), in MiB; 0 where there is none.
inline double status_mib(std::string_view name) {
    std::ifstream in("/proc/self/status");
    for (std::string line; std::getline(in, line);)
        if (line.starts_with(name)) return std::stod(line.substr(name.size() + 1)) / 1024;
    return 0;
}

// How many tickets a program was asked for. Error: invalid "bench.number".
inline Result<std::int64_t> tickets_from(std::string_view word) {
    std::int64_t tickets = 0;
    auto const [end, failure] = std::from_chars(word.data(), word.data() + word.size(), tickets);
    if (failure != std::errc{} || end != word.data() + word.size() || tickets < 1)
        return invalid("bench.number", "a number of tickets");
    return tickets;
}

// A fresh folder for one run, below TMPDIR; gone at the end. Databases in it live on the disk that TMPDIR names.
class ScratchFolder {
  public:
    ScratchFolder() : path_(std::filesystem::temp_directory_path() / "lotse-bench-XXXXXX") {
        if (::mkdtemp(path_.data()) == nullptr) throw std::runtime_error("no scratch folder can be made");
    }
    ~ScratchFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    ScratchFolder(ScratchFolder const&) = delete;
    ScratchFolder& operator=(ScratchFolder const&) = delete;
    std::string const& path() const { return path_; }

  private:
    std::string path_;
};

}  // namespace lotse::bench
