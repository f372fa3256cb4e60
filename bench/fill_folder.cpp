// SPDX-License-Identifier: Apache-2.0
// Fills a data folder with the demo firm and very many tickets, for measuring what a browser makes of it.
//
// bench_fill_folder FOLDER TICKETS
#include "app/open_desk.h"
#include "base/log.h"
#include "bench/fill.h"
#include "bench/measure.h"

namespace lotse::bench {
namespace {

Result<void> run(int count, char** words) {
    if (count != 3) return invalid("bench.words", "bench_fill_folder FOLDER TICKETS");
    TRY(auto const tickets, tickets_from(words[2]));
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
