// SPDX-License-Identifier: Apache-2.0
// How well the risks of a ticket are told when it is opened: fitted on the older part of a log of incidents, judged on the
// newer one. Facts are those of the first row of each incident and of what was known before it; what became of it is read
// from its last state.
//   auroc   beside that of the priority alone; interval by drawing weeks of the test part again, 500 times
//   ece     mean distance between stated chance and what came of it, ten bins
//   brier   beside that of always stating the share of the training part
//   top 20% share of all cases among the fifth that looks most likely
//
// bench_risk INCIDENTS.tsv EVENTS.tsv.gz [--train PERCENT]
#include <algorithm>
#include <charconv>
#include <chrono>
#include <map>
#include <unordered_map>

#include "app/demo/random.h"
#include "app/table_reader.h"
#include "bench/log_time.h"
#include "bench/measure.h"
#include "triage/calibration.h"
#include "triage/risk.h"

namespace lotse::bench {
namespace {

constexpr int kDraws = 500;

struct Incident {
    std::string number;
    std::int64_t opened = 0;  // minutes
    std::int64_t resolved = 0;  // 0 unknown
    std::string group;
    triage::RiskExample example;
    std::string priority;
};

// Minutes since the epoch; 0 if the text is no time.
std::int64_t minutes_of(std::string_view text) {
    return std::chrono::floor<std::chrono::minutes>(time_of(text).time_since_epoch()).count();
}

struct First {
    std::string priority;
    std::string category;
    std::string group;
    std::string at;
};

Result<std::unordered_map<std::string, First>> read_first_rows(std::string const& path) {
    TRY(auto table, app::TableReader::open(path, {"number", "priority", "category", "assignment_group", "updated_at"}));
    std::unordered_map<std::string, First> out;
    for (;;) {
        TRY(auto row, table.next());
        if (!row) return out;
        auto& f = row->fields;
        auto& first = out[f[0]];
        if (first.at.empty() || f[4] < first.at) first = {f[1], f[2], f[3], f[4]};
    }
}

Result<std::vector<Incident>> read_incidents(std::string const& path,
                                             std::unordered_map<std::string, First> const& first,
                                             std::map<std::string, std::string>& callers) {
    TRY(auto table,
        app::TableReader::open(path, {"number", "opened_at", "resolved_at", "made_sla", "caller_id", "opened_by",
                                      "contact_type", "location", "reassignment_count", "reopen_count"}));
    std::vector<Incident> out;
    for (;;) {
        TRY(auto row, table.next());
        if (!row) break;
        auto const& f = row->fields;
        auto const found = first.find(f[0]);
        if (found == first.end()) continue;
        Incident one;
        one.number = f[0];
        one.opened = minutes_of(f[1]);
        one.resolved = minutes_of(f[2]);
        one.group = found->second.group;
        one.priority = found->second.priority;
        one.example.came = {f[3] == "false", f[9] != "0", f[8] != "0"};
        one.example.facts = {{"priority", one.priority}, {"category", found->second.category},
                             {"queue", one.group},       {"channel", f[6]},
                             {"organization", f[7]},     {"opened_by", f[5]}};
        callers[f[0]] = f[4];
        out.push_back(std::move(one));
    }
    std::ranges::sort(out, {}, [](auto const& one) { return std::pair(one.opened, one.number); });
    return out;
}

// What the log says of the time before: how many lay open in the group, how often the caller had come.
void add_history(std::vector<Incident>& incidents, std::map<std::string, std::string> const& callers) {
    std::unordered_map<std::string, std::vector<std::int64_t>> open;  // ends of those not yet seen to end
    std::unordered_map<std::string, std::int64_t> earlier;
    for (auto& one : incidents) {
        auto& ends = open[one.group];
        std::erase_if(ends, [&](auto end) { return end != 0 && end <= one.opened; });
        auto const minute_of_day = one.opened % 1440;
        auto const weekday = (one.opened / 1440 + 3) % 7;
        one.example.facts.emplace_back("part", std::to_string(minute_of_day / 180));
        one.example.facts.emplace_back("weekday", std::to_string(weekday));
        one.example.facts.emplace_back("load", triage::step_of(static_cast<std::int64_t>(ends.size())));
        one.example.facts.emplace_back("earlier",
                                       triage::step_of(std::min<std::int64_t>(8, earlier[callers.at(one.number)]++)));
        ends.push_back(one.resolved);
    }
}

struct Said {
    double chance = 0;
    bool came = false;
    std::int64_t week = 0;
};

// Rank sum; ties count half.
double auroc(std::vector<Said> rows) {
    std::ranges::sort(rows, {}, &Said::chance);
    double cases = 0;
    double sum = 0;
    for (std::size_t i = 0; i < rows.size();) {
        auto end = i;
        while (end < rows.size() && rows[end].chance == rows[i].chance) ++end;
        double const rank = (static_cast<double>(i) + 1 + static_cast<double>(end)) / 2;
        for (; i < end; ++i)
            if (rows[i].came) sum += rank, cases += 1;
    }
    double const others = static_cast<double>(rows.size()) - cases;
    return cases == 0 || others == 0 ? 0.5 : (sum - cases * (cases + 1) / 2) / (cases * others);
}

std::pair<double, double> interval(std::vector<Said> const& rows) {
    std::map<std::int64_t, std::vector<Said>> weeks;
    for (auto const& row : rows) weeks[row.week].push_back(row);
    std::vector<std::int64_t> names;
    for (auto const& [week, list] : weeks) names.push_back(week);
    app::Random random(5);
    std::vector<double> drawn;
    for (int i = 0; i < kDraws; ++i) {
        std::vector<Said> sample;
        for (std::size_t k = 0; k < names.size(); ++k) {
            auto const& list = weeks[random.pick(names)];
            sample.insert(sample.end(), list.begin(), list.end());
        }
        drawn.push_back(auroc(std::move(sample)));
    }
    return {quantile(drawn, 0.025), quantile(drawn, 0.975)};
}

double brier(std::vector<Said> const& rows) {
    double sum = 0;
    for (auto const& row : rows) sum += (row.chance - (row.came ? 1 : 0)) * (row.chance - (row.came ? 1 : 0));
    return sum / static_cast<double>(rows.size());
}

double top_fifth(std::vector<Said> rows) {
    std::ranges::sort(rows, std::ranges::greater{}, &Said::chance);
    auto const came = [](auto begin, auto end) {
        return static_cast<double>(std::count_if(begin, end, [](auto const& row) { return row.came; }));
    };
    auto const fifth = rows.begin() + static_cast<std::ptrdiff_t>(rows.size() / 5);
    return came(rows.begin(), fifth) / std::max(1.0, came(rows.begin(), rows.end()));
}

void report(domain::Risk risk, std::span<Incident const> train, std::span<Incident const> test) {
    auto const at = static_cast<std::size_t>(risk);
    std::vector<triage::RiskExample> examples;
    std::map<std::string, std::pair<double, double>> by_priority;  // cases, all
    double cases = 0;
    for (auto const& one : train) {
        examples.push_back(one.example);
        cases += *one.example.came[at] ? 1 : 0;
        by_priority[one.priority].first += *one.example.came[at] ? 1 : 0;
        by_priority[one.priority].second += 1;
    }
    auto const model = triage::RiskModel::fit(examples);
    double const base = cases / static_cast<double>(train.size());
    std::vector<Said> said;
    std::vector<Said> constant;
    std::vector<Said> by_rule;
    std::vector<triage::Judged> judged;
    for (auto const& one : test) {
        auto const figure = model.judge(risk, one.example.facts);
        bool const came = *one.example.came[at];
        auto const week = one.opened / (7 * 1440);
        said.push_back({figure.is_known ? figure.chance : base, came, week});
        constant.push_back({base, came, week});
        auto const& [hits, all] = by_priority[one.priority];
        by_rule.push_back({all == 0 ? base : hits / all, came, week});
        judged.push_back({said.back().chance, came});
    }
    auto const [low, high] = interval(said);
    auto const known = model.judge(risk, {}).is_known;
    fmt::print(
        "{:<9} {} train={} test={} base train={:.4f} test={:.4f}\n"
        "          auroc {:.4f} [{:.4f}, {:.4f}] (priority alone {:.4f})  ece {:.4f}  brier {:.4f} (base rate {:.4f})  "
        "top 20% holds {:.4f}\n",
        domain::name_of(risk), known ? "fitted" : "too little history", train.size(), test.size(), base,
        static_cast<double>(std::ranges::count(said, true, &Said::came)) / static_cast<double>(said.size()),
        auroc(said), low, high, auroc(by_rule), triage::expected_calibration_error(judged, 10), brier(said),
        brier(constant), top_fifth(said));
}

Result<void> run(int count, char** words) {
    if (count < 3) return invalid("bench.words", "bench_risk INCIDENTS.tsv EVENTS.tsv.gz [--train PERCENT]");
    std::size_t percent = 70;
    if (count > 4 && std::string_view(words[3]) == "--train")
        std::from_chars(words[4], words[4] + std::string_view(words[4]).size(), percent);
    TRY(auto const first, read_first_rows(words[2]));
    std::map<std::string, std::string> callers;
    TRY(auto incidents, read_incidents(words[1], first, callers));
    add_history(incidents, callers);
    auto const cut = incidents.size() * std::min<std::size_t>(percent, 99) / 100;
    std::span<Incident const> const all(incidents);
    fmt::print("{} incidents, split by time of opening: the first {} % learn and calibrate\n", incidents.size(),
               percent);
    for (auto const risk : {domain::Risk::breach, domain::Risk::reopen, domain::Risk::reassign})
        report(risk, all.first(cut), all.subspan(cut));
    return {};
}

}  // namespace
}  // namespace lotse::bench

int main(int count, char** words) { return lotse::bench::finish(lotse::bench::run(count, words)); }
