// SPDX-License-Identifier: Apache-2.0
// Fills a data folder with the demo firm and very many tickets, for measuring what a browser makes of it.
//
// bench_fill_folder FOLDER TICKETS
#include <charconv>
#include <cstring>

#include "app/open_desk.h"
#include "base/log.h"
#include "bench/fill.h"
#include "bench/measure.h"

namespace lotse::bench {
namespace {

Result<void> run(int count, char** words) {
    if (count != 3) return invalid("bench.words", "bench_fill_folder FOLDER TICKETS");
    std::int64_t tickets = 0;
    auto const [end, failure] = std::from_chars(words[2], words[2] + std::strlen(words[2]), tickets);
    if (failure != std::errc{} || *end != 0 || tickets < 1) return invalid("bench.number", "a number of tickets");
    set_log_level(Level::error);
    app::OpenFolder wanted;
    wanted.data_folder = words[1];
    wanted.relaxed = true;
    TRY(auto opened, app::OpenDesk::open(wanted));
    TRY(auto filled, fill(opened->desk(), tickets));
    fmt::print("{{\"tickets\":{}}}\n", filled.tickets);
    return {};
}

}  // namespace
}  // namespace lotse::bench

int main(int count, char** words) { return lotse::bench::finish(lotse::bench::run(count, words)); }
