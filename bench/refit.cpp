// SPDX-License-Identifier: Apache-2.0
// What a nightly refit of a large desk costs: CPU, and the most memory it had of its own, beside what the program had before
// it. Pages of the database file that are mapped to be read are the kernel's to take back, and told apart. The tickets are
// those of bench/fill.h: their categories are drawn by chance, so the figures say nothing of accuracy.
//
// bench_refit FOLDER TICKETS      the folder is kept, so that a second run need not fill it again
#include <fstream>

#include "app/open_desk.h"
#include "base/log.h"
#include "bench/fill.h"
#include "bench/measure.h"
#include "desk/learn.h"
#include "store/models.h"
#include "store/tenants.h"

namespace lotse::bench {
namespace {

// Filled before, or now.
Result<domain::TenantId> desk_of(app::OpenDesk& opened, std::int64_t tickets) {
    TRY(auto const tenants, store::list_tenants(opened.desk().store));
    for (auto const& tenant : tenants) {
        TRY(auto const done,
            opened.desk().store.read(domain::ScopeMint::for_tenant(tenant.id), [](store::ReadTxn& txn) {
                return store::count_done_tickets(txn, {}, instant(INT64_MAX));
            }));
        if (done > tickets / 2) return tenant.id;
    }
    TRY(auto const filled, fill(opened.desk(), tickets));
    return filled.tenant;
}

Result<void> run(int count, char** words) {
    if (count != 3) return invalid("bench.words", "bench_refit FOLDER TICKETS");
    TRY(auto const tickets, tickets_from(words[2]));
    set_log_level(Level::error);
    app::OpenFolder wanted;
    wanted.data_folder = words[1];
    wanted.relaxed = true;
    {
        TRY(auto opened, app::OpenDesk::open(wanted));
        TRY([[maybe_unused]] auto const filled, desk_of(*opened, tickets));
    }
    TRY(auto opened, app::OpenDesk::open(wanted));
    TRY(auto const tenant, desk_of(*opened, tickets));
    std::ofstream("/proc/self/clear_refs") << "5";  // the peak begins anew
    double const before = status_mib("RssAnon:");
    double const cpu = cpu_micros();
    double most = before;
    auto const look = [&](double) { most = std::max(most, status_mib("RssAnon:")); };
    TRY(auto const fitted, desk::refit(opened->desk(), domain::ScopeMint::for_tenant(tenant), look));
    fmt::print("{}\n",
               to_string(JsonObject{{"tickets", tickets},
                                    {"read", fitted.report.contains("examples_read") ? fitted.report.at("examples_read")
                                                                                     : Json(nullptr)},
                                    {"learned_from", fitted.examples},
                                    {"cpu_seconds", rounded((cpu_micros() - cpu) / 1e6)},
                                    {"own_before_mib", rounded(before)},
                                    {"own_peak_mib", rounded(most)},
                                    {"peak_with_mapped_file_mib", rounded(status_mib("VmHWM:"))},
                                    {"replaced", fitted.replaced},
                                    {"version", fitted.version}}));
    return {};
}

}  // namespace
}  // namespace lotse::bench

int main(int count, char** words) { return lotse::bench::finish(lotse::bench::run(count, words)); }
