// SPDX-License-Identifier: Apache-2.0
// Whether deadlines are exact, and what the watch over them costs.
//   exact  random logs of all clocks over every time zone, half of them within two days of a change of the clocks, held against
//          tests/property/support/clock_oracle, which goes minute by minute by the C library's wall clock. Due times, warnings,
//          missed targets and used time must be the same to the microsecond.
//   sweep  CPU of firing 200 due timers while so many others wait for later.
//
// bench_deadlines [--cases N] [--seed N] [--timers N]
#include <charconv>
#include <chrono>

#include "app/open_desk.h"
#include "base/json.h"
#include "base/log.h"
#include "bench/measure.h"
#include "desk/fire_timers.h"
#include "domain/zone.h"
#include "property/support/clock_oracle.h"
#include "store/outbox.h"
#include "store/tickets.h"

namespace lotse::bench {
namespace {

constexpr int kDue = 200;
constexpr int kRounds = 9;

struct Options {
    std::int64_t cases = 100'000;
    std::int64_t seed = 1;
    std::int64_t timers = 100'000;
};

Options read_options(int argc, char** argv) {
    Options out;
    for (int i = 1; i + 1 < argc; i += 2) {
        std::string_view const name = argv[i];
        std::string_view const text = argv[i + 1];
        std::int64_t value = 0;
        std::from_chars(text.data(), text.data() + text.size(), value);
        if (name == "--cases") out.cases = value;
        if (name == "--seed") out.seed = value;
        if (name == "--timers") out.timers = value;
    }
    return out;
}

JsonObject measure_exactness(Options const& options) {
    property::Random random(static_cast<std::uint64_t>(options.seed));
    auto const zones = domain::time_zone_names();
    std::int64_t wrong = 0;
    std::int64_t rounds = 0;
    std::int64_t refused = 0;
    std::string first;
    auto const begun = std::chrono::steady_clock::now();
    for (std::int64_t i = 0; i < options.cases; ++i) {
        auto const log = property::one_in(random, 200) ? property::any_log(random, zones)
                                                       : property::any_log(random, zones, {10, 240, 90, 300});
        auto const got = property::compute(log);
        if (!got) {
            ++refused;
            continue;
        }
        auto const expected = property::watch(log);
        for (auto const kept : got->kept) rounds += kept;
        rounds += static_cast<std::int64_t>(got->missed.size());
        if (property::same(*got, expected)) continue;
        if (wrong++ == 0) first = property::tell(log) + " got " + property::tell(*got);
    }
    std::chrono::duration<double> const took = std::chrono::steady_clock::now() - begun;
    return {
        {"cases", options.cases}, {"seed", options.seed}, {"zones", zones.size()}, {"wrong", wrong},
        {"refused", refused},     {"rounds", rounds},     {"first_wrong", first},  {"seconds", rounded(took.count())}};
}

// Tickets of a desk with a timer each: the rows alone, since only the walk over due ones is measured.
Result<void> add_timers(desk::Desk& desk, domain::TenantScope const& scope, std::int64_t count, Instant at) {
    for (std::int64_t done = 0; done < count; done += 1'000) {
        CHECK_OK(desk.store.write(scope, [&](store::WriteTxn& txn) -> Result<void> {
            for (std::int64_t i = done; i < std::min(count, done + 1'000); ++i) {
                domain::Ticket ticket;
                ticket.subject = "bench";
                ticket.created_at = ticket.updated_at = at;
                TRY(auto stored, store::add_ticket(txn, ticket));
                CHECK_OK(store::set_timers(txn, stored.id,
                                           {{stored.id, domain::TimerKind::update_breach, at + Duration{i * 1'000}}}));
            }
            return {};
        }));
    }
    return {};
}

Result<double> cost_of_firing(desk::Desk& desk, domain::TenantScope const& scope) {
    auto const now = desk.clock.now();
    std::vector<double> samples;
    for (int round = 0; round < kRounds; ++round) {
        CHECK_OK(add_timers(desk, scope, kDue, now - std::chrono::hours{1}));
        auto const before = cpu_micros();
        TRY(auto const fired, desk::fire_timers(desk, scope, kDue));
        if (fired != kDue) return bug("bench.fired", "not all timers were due");
        if (round > 0) samples.push_back((cpu_micros() - before) / kDue);
    }
    return quantile(samples, 0.5);
}

Result<void> run(Options const& options) {
    JsonObject out{{"exact", measure_exactness(options)}};
    if (options.timers > 0) {
        ScratchFolder const folder;
        app::OpenFolder wanted_folder;
        wanted_folder.data_folder = folder.path();
        TRY(auto opened, app::OpenDesk::open(wanted_folder));
        auto& desk = opened->desk();
        auto const scope = domain::ScopeMint::for_tenant(opened->tenants().front().id);
        JsonArray rows;
        std::int64_t waiting = 0;
        for (auto const wanted : {options.timers / 10, options.timers}) {
            CHECK_OK(add_timers(desk, scope, wanted - waiting, desk.clock.now() + std::chrono::days{30}));
            waiting = wanted;
            TRY(auto const micros, cost_of_firing(desk, scope));
            rows.push_back(JsonObject{
                {"waiting", waiting}, {"due", kDue}, {"rounds", kRounds - 1}, {"cpu_us_per_timer", rounded(micros)}});
        }
        out["sweep"] = std::move(rows);
    }
    fmt::print("{}\n", to_string(Json(std::move(out))));
    return {};
}

}  // namespace
}  // namespace lotse::bench

int main(int argc, char** argv) {
    lotse::set_log_level(lotse::Level::error);
    return lotse::bench::finish(lotse::bench::run(lotse::bench::read_options(argc, argv)));
}
