// SPDX-License-Identifier: Apache-2.0
// Does a desk with very many tickets answer as one with few? Both are filled in one run, and each operation is measured
// on the small and on the large one in turns, so that a busy minute hits both alike. What counts is the ratio.
//
// bench_scale [--small N] [--tickets N]
#include <charconv>
#include <cstring>
#include <functional>

#include "app/open_desk.h"
#include "base/json.h"
#include "base/log.h"
#include "bench/fill.h"
#include "bench/measure.h"
#include "desk/queue_counts.h"
#include "store/tickets.h"

namespace lotse::bench {
namespace {

constexpr int kCalls = 2'000;
constexpr int kTurns = 10;  // the calls of an operation are cut into so many turns

struct Side {
    ScratchFolder folder;
    std::unique_ptr<app::OpenDesk> opened;
    FilledDesk filled;
    std::vector<std::string> deep;  // cursors from all over the closed tickets
    double fill_cpu_us = 0;  // per ticket
    double bytes = 0;  // per ticket
};

// One call; gives the number of rows that came back.
using Call = std::function<Result<std::size_t>(Side&, store::ReadTxn&, app::Random&)>;
struct Operation {
    char const* name;
    Call call;
};

struct Measured {
    std::vector<double> micros;
    double rows = 0;
};

Result<std::unique_ptr<app::OpenDesk>> open_folder(std::string const& path, bool relaxed) {
    app::OpenFolder wanted;
    wanted.data_folder = path;
    wanted.relaxed = relaxed;
    return app::OpenDesk::open(wanted);
}

double file_bytes(std::string const& folder) {
    double out = 0;
    for (auto const& entry : std::filesystem::recursive_directory_iterator(folder))
        if (entry.is_regular_file()) out += static_cast<double>(entry.file_size());
    return out;
}

store::TicketQuery closed_by_creation() {
    store::TicketQuery query;
    query.statuses = {domain::Status::closed};
    query.sort = store::TicketSort::created;
    return query;
}

// Walks through all closed tickets and keeps some of the cursors, evenly.
Result<void> collect_cursors(Side& side) {
    auto const scope = domain::ScopeMint::for_tenant(side.filled.tenant);
    auto query = closed_by_creation();
    query.limit = 200;
    auto const pages = side.filled.tickets / query.limit;
    auto const every = std::max<std::int64_t>(1, pages / 200);
    for (std::int64_t page = 0; page < pages - 2; ++page) {
        TRY(auto found, side.opened->desk().store.read(
                            scope, [&](store::ReadTxn& txn) { return store::list_tickets(txn, query); }));
        if (found.next.empty()) break;
        if (page > pages / 4 && page % every == 0) side.deep.push_back(found.next);
        query.after = found.next;
    }
    if (side.deep.empty()) return bug("bench.cursors", "the desk is too small for deep pages; use more tickets");
    return {};
}

Result<void> prepare(Side& side, std::int64_t tickets) {
    TRY(side.opened, open_folder(side.folder.path(), true));
    double const before = cpu_micros();
    TRY(side.filled, fill(side.opened->desk(), tickets));
    side.fill_cpu_us = (cpu_micros() - before) / static_cast<double>(tickets);
    // Closing writes the log back into the file: from here on the desk is as it lies on disk.
    side.opened.reset();
    side.bytes = file_bytes(side.folder.path()) / static_cast<double>(tickets);
    TRY(side.opened, open_folder(side.folder.path(), false));
    return collect_cursors(side);
}

using Choose = std::function<void(Side&, app::Random&, store::TicketQuery&)>;
Operation list(char const* name, Choose choose) {
    return {name, [choose](Side& side, store::ReadTxn& txn, app::Random& random) -> Result<std::size_t> {
                store::TicketQuery query;
                choose(side, random, query);
                TRY(auto page, store::list_tickets(txn, query));
                return page.items.size();
            }};
}

domain::QueueId a_queue(Side& side, app::Random& random) {
    return side.filled.queues[skewed(random, side.filled.queues.size())];
}

std::vector<Operation> lists() {
    using enum domain::Status;
    using enum store::TicketSort;
    return {
        list("list: all, last changed", [](Side&, app::Random&, store::TicketQuery&) {}),
        list("list: queue, new and open",
             [](Side& side, app::Random& random, store::TicketQuery& query) {
                 query.statuses = {fresh, open};
                 query.queue = a_queue(side, random);
             }),
        list("list: agent, not solved",
             [](Side& side, app::Random& random, store::TicketQuery& query) {
                 query.statuses = {fresh, open, waiting};
                 query.agent = random.pick(side.filled.agents);
             }),
        list("list: unassigned",
             [](Side&, app::Random&, store::TicketQuery& query) {
                 query.statuses = {fresh, open};
                 query.agent = domain::AgentId{};
             }),
        list("list: one customer",
             [](Side& side, app::Random& random, store::TicketQuery& query) {
                 query.customer = side.filled.customers[skewed(random, side.filled.customers.size())];
             }),
        list("list: one organization",
             [](Side& side, app::Random& random, store::TicketQuery& query) {
                 query.organization = random.pick(side.filled.organizations);
             }),
        list("sort: open by solution due",
             [](Side&, app::Random&, store::TicketQuery& query) {
                 query.statuses = {open};
                 query.sort = solution_due;
                 query.descending = false;
             }),
        list("sort: queue, open by priority",
             [](Side& side, app::Random& random, store::TicketQuery& query) {
                 query.statuses = {open};
                 query.queue = a_queue(side, random);
                 query.sort = priority;
             }),
        list("sort: queue, all, oldest first",
             [](Side& side, app::Random& random, store::TicketQuery& query) {
                 query.queue = a_queue(side, random);
                 query.sort = created;
                 query.descending = false;
             }),
        list("page deep inside",
             [](Side& side, app::Random& random, store::TicketQuery& query) {
                 query = closed_by_creation();
                 query.after = random.pick(side.deep);
             }),
    };
}

Result<std::size_t> get_one(store::ReadTxn& txn, std::size_t id) {
    TRY(auto ticket, store::get_ticket(txn, domain::TicketId{static_cast<std::int64_t>(id)}));
    return ticket.id ? std::size_t{1} : std::size_t{0};
}

std::vector<Operation> operations() {
    std::vector<Operation> out{
        {"get: any ticket",
         [](Side& side, store::ReadTxn& txn, app::Random& random) {
             return get_one(txn, 1 + random.below(static_cast<std::size_t>(side.filled.tickets)));
         }},
        {"get: one of the newest 1,000",
         [](Side& side, store::ReadTxn& txn, app::Random& random) {
             auto const newest = static_cast<std::size_t>(side.filled.tickets);
             return get_one(txn, newest - random.below(std::min<std::size_t>(newest, 1'000)));
         }},
        {"queue counts",
         [](Side&, store::ReadTxn& txn, app::Random&) -> Result<std::size_t> {
             TRY(auto counts, store::count_by_queue(txn));
             return counts.size();
         }},
        {"open tickets of each agent",
         [](Side&, store::ReadTxn& txn, app::Random&) -> Result<std::size_t> {
             TRY(auto counts, store::count_open_by_agent(txn));
             return counts.size();
         }},
    };
    for (auto& operation : lists()) out.push_back(std::move(operation));
    return out;
}

Result<void> one_turn(Side& side, Operation const& operation, app::Random& random, int calls, Measured* into) {
    auto const scope = domain::ScopeMint::for_tenant(side.filled.tenant);
    for (int i = 0; i < calls; ++i) {
        double const before = cpu_micros();
        TRY(auto rows, side.opened->desk().store.read(
                           scope, [&](store::ReadTxn& txn) { return operation.call(side, txn, random); }));
        double const spent = cpu_micros() - before;
        if (into == nullptr) continue;
        into->micros.push_back(spent);
        into->rows += static_cast<double>(rows) / kCalls;
    }
    return {};
}

JsonObject shown(Measured const& measured) {
    return JsonObject{{"p50_us", rounded(quantile(measured.micros, 0.5))},
                      {"p99_us", rounded(quantile(measured.micros, 0.99))},
                      {"rows", rounded(measured.rows)}};
}

Result<JsonObject> compare(Side& small, Side& large, Operation const& operation) {
    app::Random random_small(11);
    app::Random random_large(11);
    Measured of_small;
    Measured of_large;
    CHECK_OK(one_turn(small, operation, random_small, 100, nullptr));
    CHECK_OK(one_turn(large, operation, random_large, 100, nullptr));
    for (int turn = 0; turn < kTurns; ++turn) {
        CHECK_OK(one_turn(small, operation, random_small, kCalls / kTurns, &of_small));
        CHECK_OK(one_turn(large, operation, random_large, kCalls / kTurns, &of_large));
    }
    auto const ratio = quantile(of_large.micros, 0.5) / quantile(of_small.micros, 0.5);
    // A list of the small desk may be shorter than a page: what a row costs can be compared then, not the page.
    auto const row_ratio = ratio * of_small.rows / std::max(1.0, of_large.rows);
    fmt::print(stderr, "scale: {}: {:.2f}\n", operation.name, ratio);
    return JsonObject{{"operation", operation.name},
                      {"small", shown(of_small)},
                      {"large", shown(of_large)},
                      {"ratio_p50", rounded(ratio)},
                      {"ratio_of_a_row", rounded(row_ratio)},
                      {"ratio_p99", rounded(quantile(of_large.micros, 0.99) / quantile(of_small.micros, 0.99))}};
}

Result<void> run(std::int64_t small_tickets, std::int64_t large_tickets) {
    set_log_level(Level::error);
    Side small;
    Side large;
    CHECK_OK(prepare(small, small_tickets));
    CHECK_OK(prepare(large, large_tickets));
    JsonArray rows;
    for (auto const& operation : operations()) {
        TRY(auto row, compare(small, large, operation));
        rows.push_back(std::move(row));
    }
    JsonObject const out{
        {"bench", "scale"},
        {"data", "demo texts (en, de, pl) on drawn tickets, seed 42"},
        {"small", small_tickets},
        {"large", large_tickets},
        {"calls", kCalls},
        {"bytes_per_ticket", JsonObject{{"small", rounded(small.bytes)}, {"large", rounded(large.bytes)}}},
        {"fill_cpu_us_per_ticket",
         JsonObject{{"small", rounded(small.fill_cpu_us)}, {"large", rounded(large.fill_cpu_us)}}},
        {"operations", std::move(rows)},
    };
    fmt::print("{}\n", to_string(out));
    return {};
}

Result<std::int64_t> number_from(char const* text) {
    std::int64_t out = 0;
    auto const [end, failure] = std::from_chars(text, text + std::strlen(text), out);
    if (failure != std::errc{} || *end != 0 || out < 2'000) return invalid("bench.number", "2000 tickets or more");
    return out;
}

Result<void> run(int count, char** words) {
    std::int64_t small = 10'000;
    std::int64_t large = 1'000'000;
    for (int i = 1; i + 1 < count; i += 2) {
        bool const is_small = std::strcmp(words[i], "--small") == 0;
        if (!is_small && std::strcmp(words[i], "--tickets") != 0) return invalid("bench.option", words[i]);
        TRY((is_small ? small : large), number_from(words[i + 1]));
    }
    return run(small, large);
}

}  // namespace
}  // namespace lotse::bench

int main(int count, char** words) { return lotse::bench::finish(lotse::bench::run(count, words)); }
