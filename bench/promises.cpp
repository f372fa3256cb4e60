// SPDX-License-Identifier: Apache-2.0
// How honest a promised time is, on a log of incidents: each day a model is fitted on what had happened by midnight and
// asked for the incidents of the next day. What it knows of one is what its first log row says and who called; what became
// of it is the time it was last resolved. Nothing later than the question is read (tests/unit/insight/wait_model_test.cpp
// shows that the future may be changed without changing an answer).
//   coverage    share of incidents done by the time told, of all, in the worst week, in the worst priority with 200 or more
//   pinball     loss of the quantiles in log(1 + hours), beside the quantiles of each category's resolved history (60 days)
//
// bench_promises INCIDENTS.tsv EVENTS.tsv.gz
#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <memory>
#include <span>
#include <unordered_map>

#include "app/table_reader.h"
#include "base/rate_interval.h"
#include "bench/log_time.h"
#include "bench/measure.h"
#include "insight/wait_model.h"

namespace lotse::bench {
namespace {

constexpr std::array<double, 3> kShares{0.5, 0.8, 0.9};
constexpr int kWarmUpDays = 21;
constexpr int kHistoryDays = 60;
constexpr std::size_t kLeastOfAGroup = 200;
constexpr std::size_t kPriority = 0;
constexpr std::size_t kCategory = 1;
constexpr std::size_t kGroup = 2;

struct Incident {
    std::string number;
    Instant opened{};
    Instant resolved{};
    std::string priority;
    std::string category;
    std::string group;
    std::string caller;
    std::string opened_by;
};

struct Log {
    std::string priority;
    std::string category;
    std::string group;
    std::string first_at;
    std::string resolved_at;  // first row that says so; for incidents without a time of their own
};

Result<std::unordered_map<std::string, Log>> read_log(std::string const& path) {
    TRY(auto table, app::TableReader::open(
                        path, {"number", "priority", "category", "assignment_group", "updated_at", "incident_state"}));
    std::unordered_map<std::string, Log> out;
    for (;;) {
        TRY(auto row, table.next());
        if (!row) return out;
        auto& f = row->fields;
        auto& log = out[f[0]];
        if (log.first_at.empty() || f[4] < log.first_at) {
            log.priority = f[1];
            log.category = f[2];
            log.group = f[3];
            log.first_at = f[4];
        }
        bool const is_over = f[5] == "Resolved" || f[5] == "Closed";
        if (is_over && (log.resolved_at.empty() || f[4] < log.resolved_at)) log.resolved_at = f[4];
    }
}

Result<std::vector<Incident>> read_incidents(std::string const& path,
                                             std::unordered_map<std::string, Log> const& logs) {
    TRY(auto table,
        app::TableReader::open(path, {"number", "opened_at", "resolved_at", "closed_at", "caller_id", "opened_by"}));
    std::vector<Incident> out;
    for (;;) {
        TRY(auto row, table.next());
        if (!row) break;
        auto const& f = row->fields;
        auto const log = logs.find(f[0]);
        if (log == logs.end()) continue;
        auto const& resolved = !f[2].empty() ? f[2] : !log->second.resolved_at.empty() ? log->second.resolved_at : f[3];
        auto const opened = time_of(f[1]);
        out.push_back({f[0], opened, std::max(opened, time_of(resolved)), log->second.priority, log->second.category,
                       log->second.group, f[4], f[5]});
    }
    std::ranges::sort(out, {}, [](auto const& one) { return std::pair(one.opened, one.number); });
    return out;
}

std::vector<insight::WaitCase> cases_of(std::vector<Incident> const& incidents, domain::Calendar const& calendar) {
    std::vector<insight::WaitCase> out;
    for (auto const& one : incidents) {
        auto const hours = std::chrono::floor<std::chrono::hours>(one.opened.time_since_epoch()).count();
        insight::WaitCase made;
        made.facts.values = {one.priority,
                             one.category,
                             one.group,
                             one.category + "/" + one.group,
                             one.caller,
                             one.opened_by,
                             std::to_string(hours % 168 / 3),
                             one.group + "/" + one.priority};
        made.opened_at = one.opened;
        made.done_at = one.resolved;
        made.calendar = &calendar;
        out.push_back(std::move(made));
    }
    auto const loads = insight::open_before(out, kGroup);
    for (std::size_t i = 0; i < out.size(); ++i) out[i].facts.load = loads[i];
    return out;
}

struct Told {
    insight::WaitCase const* one = nullptr;
    std::array<double, 3> hours{};  // on the wall, from the opening
};

double hours_of(Duration span) { return std::chrono::duration<double, std::ratio<3600>>(span).count(); }
double lasted(Told const& told) { return hours_of(*told.one->done_at - told.one->opened_at); }

using Ask = std::function<std::optional<Told>(insight::WaitCase const&)>;
using Fit = std::function<Ask(std::span<insight::WaitCase const> past, Instant now)>;

// Day by day: fit at midnight on the cases opened before, ask for those of the day. `untold` counts those without an answer.
std::vector<Told> replay(std::vector<insight::WaitCase> const& cases, Fit const& fit, std::size_t& untold) {
    std::vector<Told> out;
    auto const first = std::chrono::floor<std::chrono::days>(cases.front().opened_at) + std::chrono::days{kWarmUpDays};
    for (Instant day = first; day <= cases.back().opened_at; day += std::chrono::days{1}) {
        auto const from = std::ranges::lower_bound(cases, day, {}, &insight::WaitCase::opened_at);
        auto const to = std::ranges::lower_bound(cases, day + std::chrono::days{1}, {}, &insight::WaitCase::opened_at);
        auto const ask = fit({cases.begin(), from}, day);
        for (auto const& one : std::span(from, to)) {
            if (auto told = ask(one)) out.push_back(*told);
            else ++untold;
        }
    }
    return out;
}

Ask fit_model(std::span<insight::WaitCase const> past, Instant now) {
    auto model = std::make_shared<insight::WaitModel>(
        insight::WaitModel::fit(past, past.empty() ? std::size_t{0} : past.front().facts.values.size(), now));
    return [model](insight::WaitCase const& one) -> std::optional<Told> {
        Told told{&one, {}};
        for (std::size_t i = 0; i < kShares.size(); ++i) {
            auto const open = model->quantile(one.facts, kShares[i], {});
            if (!open) return std::nullopt;
            auto const at = domain::add_open_time(*one.calendar, one.opened_at, *open);
            if (!at) return std::nullopt;
            told.hours[i] = hours_of(std::max(*at, one.opened_at) - one.opened_at);
        }
        return told;
    };
}

// What most desks would do: quantiles of those that have been resolved, of all or of the same category.
Ask fit_history(std::span<insight::WaitCase const> past, Instant now, bool by_category) {
    auto lists = std::make_shared<std::map<std::string, std::vector<double>>>();
    for (auto const& one : past) {
        bool const counts = one.opened_at >= now - std::chrono::days{kHistoryDays} && *one.done_at <= now;
        if (!counts) continue;
        (*lists)[""].push_back(hours_of(*one.done_at - one.opened_at));
        if (by_category) (*lists)["=" + one.facts.values[kCategory]].push_back(hours_of(*one.done_at - one.opened_at));
    }
    return [lists](insight::WaitCase const& one) -> std::optional<Told> {
        auto found = lists->find("=" + one.facts.values[kCategory]);
        if (found == lists->end() || found->second.size() < 30) found = lists->find("");
        if (found == lists->end()) return std::nullopt;
        Told told{&one, {}};
        for (std::size_t i = 0; i < kShares.size(); ++i) told.hours[i] = quantile(found->second, kShares[i]);
        return told;
    };
}

std::size_t kept(std::vector<Told const*> const& rows, std::size_t at) {
    return static_cast<std::size_t>(
        std::ranges::count_if(rows, [&](Told const* one) { return lasted(*one) <= one->hours[at]; }));
}

// The worst of the groups with enough rows: its coverage, its name and size.
struct Worst {
    double coverage = 1;
    std::string name;
    std::size_t rows = 0;
};
Worst worst_of(std::map<std::string, std::vector<Told const*>> const& groups, std::size_t at) {
    Worst out;
    for (auto const& [name, rows] : groups) {
        if (rows.size() < kLeastOfAGroup) continue;
        double const coverage = static_cast<double>(kept(rows, at)) / static_cast<double>(rows.size());
        if (coverage <= out.coverage) out = {coverage, name, rows.size()};
    }
    return out;
}

void report(std::string_view name, std::vector<Told> const& told, std::size_t untold) {
    std::map<std::string, std::vector<Told const*>> weeks;
    std::map<std::string, std::vector<Told const*>> priorities;
    std::vector<Told const*> all;
    for (auto const& one : told) {
        auto const day = std::chrono::floor<std::chrono::days>(one.one->opened_at);
        auto const monday = day - (std::chrono::weekday{day} - std::chrono::Monday);
        std::chrono::year_month_day const date{monday};
        weeks[fmt::format("{:02}-{:02}", static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()))]
            .push_back(&one);
        priorities["priority " + one.one->facts.values[kPriority]].push_back(&one);
        all.push_back(&one);
    }
    fmt::print("{} (n {}, {} without an answer)\n", name, told.size(), untold);
    double total = 0;
    for (std::size_t i = 0; i < kShares.size(); ++i) {
        double loss = 0;
        std::vector<double> widths;
        for (auto const* one : all) {
            double const off = std::log1p(lasted(*one)) - std::log1p(one->hours[i]);
            loss += std::max(kShares[i] * off, (kShares[i] - 1) * off) / static_cast<double>(all.size());
            widths.push_back(one->hours[i]);
        }
        total += loss;
        auto const hits = kept(all, i);
        auto const band = wilson(hits, all.size());
        auto const week = worst_of(weeks, i);
        auto const priority = worst_of(priorities, i);
        fmt::print(
            "  {:.1f}: coverage {:.3f} [{:.3f}, {:.3f}]  worst week {:.3f} ({}, n {})  worst {} {:.3f} (n {})  "
            "median told {:.1f} h  pinball {:.4f}\n",
            kShares[i], static_cast<double>(hits) / static_cast<double>(all.size()), band.low, band.high, week.coverage,
            week.name, week.rows, priority.name, priority.coverage, priority.rows, quantile(widths, 0.5), loss);
    }
    fmt::print("  pinball of all three {:.4f}\n", total);
}

// Monday to Friday, 08:00 to 18:00; the log names no zone, so its clock is taken as it is.
domain::Calendar office_hours(bool has_holidays) {
    domain::Calendar out;
    for (std::size_t day = 0; day < 5; ++day) out.week[day] = {{8 * 60, 18 * 60}};
    using namespace std::chrono_literals;
    if (has_holidays) out.holidays = {{2016y / 3 / 25, "Good Friday"}, {2016y / 4 / 21, "Tiradentes"}};
    return out;
}

Result<void> run(int count, char** words) {
    if (count < 3) return invalid("bench.words", "bench_promises INCIDENTS.tsv EVENTS.tsv.gz");
    TRY(auto const logs, read_log(words[2]));
    TRY(auto const incidents, read_incidents(words[1], logs));
    if (incidents.empty()) return invalid("bench.rows", "There are no incidents in the file.");
    fmt::print(
        "{} incidents; each day is told from what had happened by its midnight, from the {}th day on; hours on the "
        "wall from opening to last resolution\n",
        incidents.size(), kWarmUpDays + 1);
    auto const always = domain::always_open();
    auto const office = office_hours(false);
    auto const with_holidays = office_hours(true);
    for (auto const& [name, calendar] :
         {std::pair{"model, clock on the wall", &always}, std::pair{"model, office hours", &office},
          std::pair{"model, office hours with the two holidays", &with_holidays}}) {
        auto const cases = cases_of(incidents, *calendar);
        std::size_t untold = 0;
        auto const told = replay(cases, fit_model, untold);
        report(name, told, untold);
    }
    auto const cases = cases_of(incidents, always);
    for (bool const by_category : {false, true}) {
        std::size_t untold = 0;
        auto const fit = [&](auto past, Instant now) { return fit_history(past, now, by_category); };
        auto const told = replay(cases, fit, untold);
        report(by_category ? "resolved history of the category" : "resolved history", told, untold);
    }
    return {};
}

}  // namespace
}  // namespace lotse::bench

int main(int count, char** words) { return lotse::bench::finish(lotse::bench::run(count, words)); }
