// SPDX-License-Identifier: Apache-2.0
// Who should get which ticket, and when: policies lived through on the same arrivals, people and times, and what a decision
// of the slack index costs. The log is split by time: rules were chosen on its older part (--part older), the figures to be
// quoted come from the newer one (the default).
//
// bench_routing INCIDENTS.tsv [--part older|newer|all] [--seeds N] [--split YYYY-MM-DD]
#include <charconv>
#include <cmath>
#include <fstream>
#include <iterator>

#include "base/crypto.h"
#include "base/json.h"
#include "bench/measure.h"
#include "bench/routing_cost.h"
#include "bench/routing_scenario.h"

namespace lotse::bench {
namespace {

using insight::Policy;

struct Load {
    std::string_view name;
    double offered;  // hands-on time at speed 1 over the time of the shifts
};
constexpr std::array kLoads{Load{"calm", 0.64}, Load{"usual", 0.70}, Load{"busy", 0.76}};
struct Named {
    Policy policy;
    std::string_view name;
};
constexpr std::array kPolicies{Named{Policy::least_loaded, "least loaded, push"},
                               Named{Policy::least_loaded_by_due, "the same, own work by deadline"},
                               Named{Policy::fcfs_alis, "FCFS-ALIS"},
                               Named{Policy::slack_index, "slack index, late binding"}};
constexpr double kShiftHoursPerDay = 8 * 0.94 * 5 / 7 + 8.0 / 12 * 2 / 7;

struct Options {
    std::string log;
    std::string part = "newer";
    std::size_t seeds = 30;
    Instant split{};
    std::optional<routing::SlackRules> rules;
};

struct Figures {
    double occupancy = 0;
    double late = 0;  // share of tickets
    double late_urgent = 0;  // of the two highest priorities
    double median_wait = 0;  // minutes to the first touch
    double p90_wait = 0;
    double gini = 0;  // of occupancy over people
};

double gini(std::vector<double> values) {
    std::ranges::sort(values);
    double sum = 0;
    double weighted = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        sum += values[i];
        weighted += static_cast<double>(i + 1) * values[i];
    }
    auto const n = static_cast<double>(values.size());
    return sum <= 0 ? 0 : 2 * weighted / (n * sum) - (n + 1) / n;
}

bool is_urgent(insight::Scenario const& scenario, insight::SimulatedTicket const& ticket) {
    return scenario.requirements[ticket.requirement].priority >= domain::Priority::high;
}

Figures figures_of(insight::Scenario const& scenario, insight::LivedDays const& lived) {
    Figures out;
    std::vector<double> waits;
    double all = 0;
    double urgent = 0;
    for (std::size_t i = 0; i < lived.tickets.size(); ++i) {
        auto const& ticket = scenario.tickets[i];
        auto const& one = lived.tickets[i];
        bool const is_late = !one.done_at || *one.done_at > ticket.opened_at + ticket.target;
        bool const urgent_one = is_urgent(scenario, ticket);
        all += 1;
        urgent += urgent_one ? 1 : 0;
        out.late += is_late ? 1 : 0;
        out.late_urgent += is_late && urgent_one ? 1 : 0;
        waits.push_back(one.begun_at ? static_cast<double>((*one.begun_at - ticket.opened_at).count()) / 60e6 : 1e6);
    }
    out.late /= std::max(1.0, all);
    out.late_urgent /= std::max(1.0, urgent);
    out.median_wait = quantile(waits, 0.5);
    out.p90_wait = quantile(waits, 0.9);
    double busy = 0;
    double there = 0;
    std::vector<double> shares;
    for (std::size_t i = 0; i < lived.busy.size(); ++i) {
        auto const at_work = static_cast<double>(lived.at_work[i].count());
        busy += static_cast<double>(lived.busy[i].count());
        there += at_work;
        if (at_work > 0) shares.push_back(static_cast<double>(lived.busy[i].count()) / at_work);
    }
    out.occupancy = busy / there;
    out.gini = gini(std::move(shares));
    return out;
}

// The same people and nothing but the urgent and high tickets: what is late then, no order of the other work can save, as
// nobody has any. What is late beyond it is the price of that other work.
insight::Scenario urgent_alone(insight::Scenario scenario) {
    std::erase_if(scenario.tickets, [&](auto const& ticket) { return !is_urgent(scenario, ticket); });
    return scenario;
}

// Share of the urgent and high tickets that would be late though each had every person who can do it to itself, and the
// best of them were known, with their true pace: no schedule, not even one that knows the future, has fewer.
double bound_of(insight::Scenario const& scenario) {
    double all = 0;
    double late = 0;
    for (auto const& ticket : scenario.tickets) {
        if (!is_urgent(scenario, ticket)) continue;
        Instant best = Instant::max();
        for (auto const& one : scenario.agents) {
            auto const said = routing::fit(one.agent, scenario.requirements[ticket.requirement]);
            if (said.obstacle) continue;
            auto const shift = std::ranges::find_if(one.shifts, [&](auto const& s) { return s.to > ticket.opened_at; });
            if (shift == one.shifts.end()) continue;
            auto const takes = static_cast<double>(ticket.touch.count()) / (said.speed * one.pace);
            best = std::min(best, std::max(ticket.opened_at, shift->from) + Duration{static_cast<std::int64_t>(takes)});
        }
        all += 1;
        late += best > ticket.opened_at + ticket.target ? 1 : 0;
    }
    return late / std::max(1.0, all);
}

struct Mean {
    double value = 0;
    double half = 0;  // of the 95 % interval
};

// Two-sided 95 % quantile of Student's t, by the usual expansion around the normal one (Abramowitz and Stegun 26.7.5).
double t_quantile(double freedom) {
    constexpr double z = 1.959964;
    return z + (z * z * z + z) / (4 * freedom) +
           (5 * std::pow(z, 5) + 16 * z * z * z + 3 * z) / (96 * freedom * freedom);
}

Mean mean_of(std::vector<double> const& values) {
    Mean out;
    auto const n = static_cast<double>(values.size());
    for (double const value : values) out.value += value / n;
    double square = 0;
    for (double const value : values) square += (value - out.value) * (value - out.value);
    if (n > 1) out.half = t_quantile(n - 1) * std::sqrt(square / (n - 1) / n);
    return out;
}

// What is left of least loaded's misses above the floor; interval by leaving out one seed at a time (jackknife).
Mean excess_of(std::vector<double> const& late, std::vector<double> const& of_least, std::vector<double> const& floor) {
    auto const without = [&](std::size_t left_out) {
        double above = 0;
        double of_base = 0;
        for (std::size_t i = 0; i < late.size(); ++i) {
            if (i == left_out) continue;
            above += late[i] - floor[i];
            of_base += of_least[i] - floor[i];
        }
        return of_base > 0 ? above / of_base : 0;
    };
    Mean out{without(late.size()), 0};
    auto const n = static_cast<double>(late.size());
    double square = 0;
    for (std::size_t i = 0; i < late.size(); ++i) square += std::pow(without(i) - out.value, 2);
    out.half = t_quantile(std::max(1.0, n - 1)) * std::sqrt(square * (n - 1) / n);
    return out;
}

JsonObject shown(Mean const& mean, double factor, double places = 100) {
    auto const cut = [&](double value) { return std::round(value * factor * places) / places; };
    return {{"mean", cut(mean.value)}, {"half", cut(mean.half)}};
}

template <class Field>
std::vector<double> column(std::vector<Figures> const& rows, Field field) {
    std::vector<double> out;
    for (auto const& row : rows) out.push_back(row.*field);
    return out;
}

std::size_t agents_for(std::vector<LoggedIncident> const& incidents, double offered) {
    auto const days = static_cast<double>((incidents.back().opened_at - incidents.front().opened_at).count()) / 86400e6;
    double const work = static_cast<double>(incidents.size()) * kMeanTouchMinutes / 60;
    return static_cast<std::size_t>(std::lround(work / (offered * days * kShiftHoursPerDay)));
}

JsonObject level(Load const& load, std::vector<LoggedIncident> const& incidents, Options const& options) {
    auto const agents = agents_for(incidents, load.offered);
    std::array<std::vector<Figures>, kPolicies.size()> rows;
    std::vector<Figures> floor;
    std::vector<Figures> alone;
    std::vector<double> bound;
    auto const rules = options.rules.value_or(routing::SlackRules{});
    for (std::size_t seed = 1; seed <= options.seeds; ++seed) {
        auto const scenario = make_scenario({incidents, agents, seed});
        for (std::size_t i = 0; i < kPolicies.size(); ++i)
            rows[i].push_back(figures_of(scenario, insight::simulate(scenario, kPolicies[i].policy, rules)));
        auto const urgent = urgent_alone(scenario);
        alone.push_back(figures_of(urgent, insight::simulate(urgent, Policy::slack_index, rules)));
        bound.push_back(bound_of(scenario));
        auto const plenty = with_plenty(scenario, 10);
        floor.push_back(figures_of(plenty, insight::simulate(plenty, Policy::slack_index, rules)));
    }
    fmt::print(stderr, "routing: {} desk, {} agents, {} seeds\n", load.name, agents, options.seeds);
    JsonArray policies;
    for (std::size_t i = 0; i < kPolicies.size(); ++i) {
        auto const late = column(rows[i], &Figures::late);
        auto const urgent = column(rows[i], &Figures::late_urgent);
        auto const occupancy = column(rows[i], &Figures::occupancy);
        std::vector<double> busier;
        for (std::size_t k = 0; k < occupancy.size(); ++k) busier.push_back(occupancy[k] - rows[0][k].occupancy);
        policies.push_back(JsonObject{
            {"policy", kPolicies[i].name},
            {"occupancy", shown(mean_of(occupancy), 100)},
            {"occupancy_against_least_loaded", shown(mean_of(busier), 100)},
            {"late", shown(mean_of(late), 100)},
            {"late_urgent", shown(mean_of(urgent), 100)},
            {"excess", shown(excess_of(late, column(rows[0], &Figures::late), column(floor, &Figures::late)), 100)},
            {"excess_urgent",
             shown(excess_of(urgent, column(rows[0], &Figures::late_urgent), column(floor, &Figures::late_urgent)),
                   100)},
            {"median_wait_minutes", shown(mean_of(column(rows[i], &Figures::median_wait)), 1)},
            {"p90_wait_minutes", shown(mean_of(column(rows[i], &Figures::p90_wait)), 1)},
            {"gini", shown(mean_of(column(rows[i], &Figures::gini)), 1, 1000)}});
    }
    return {
        {"load", load.name},
        {"agents", agents},
        {"floor_late", shown(mean_of(column(floor, &Figures::late)), 100)},
        {"floor_late_urgent", shown(mean_of(column(floor, &Figures::late_urgent)), 100)},
        {"alone_late_urgent", shown(mean_of(column(alone, &Figures::late_urgent)), 100)},
        {"alone_excess_urgent",
         shown(excess_of(column(alone, &Figures::late_urgent), column(rows[0], &Figures::late_urgent),
                         column(floor, &Figures::late_urgent)),
               100)},
        {"bound_late_urgent", shown(mean_of(bound), 100)},
        {"bound_excess_urgent",
         shown(excess_of(bound, column(rows[0], &Figures::late_urgent), column(floor, &Figures::late_urgent)), 100)},
        {"policies", policies}};
}

Result<Options> options_in(std::span<char* const> words) {
    if (words.size() < 2)
        return invalid("bench.words", "bench_routing INCIDENTS.tsv [--part older|newer|all] [--seeds N]");
    Options out;
    out.log = words[1];
    out.split = *parse_rfc3339("2016-04-01T00:00:00Z");
    for (std::size_t i = 2; i + 1 < words.size(); i += 2) {
        std::string_view const name = words[i];
        std::string_view const value = words[i + 1];
        if (name == "--part") out.part = value;
        if (name == "--seeds") std::from_chars(value.data(), value.data() + value.size(), out.seeds);
        if (name == "--split") {
            TRY(out.split, parse_rfc3339(std::string(value) + "T00:00:00Z"));
        }
        if (name == "--rules") {
            // weights low..urgent, least urgency, steepness, late urgency, scarcity power: to choose rules on the older part.
            routing::SlackRules rules;
            std::array<double, 8> numbers{};
            std::size_t count = 0;
            for (std::size_t at = 0; at < value.size() && count < numbers.size(); ++count) {
                auto const end = std::min(value.find(',', at), value.size());
                std::from_chars(value.data() + at, value.data() + end, numbers[count]);
                at = end + 1;
            }
            if (count != numbers.size()) return invalid("bench.rules", "--rules takes eight numbers");
            std::copy_n(numbers.begin(), 4, rules.weights.begin());
            rules.least_urgency = numbers[4];
            rules.steepness = static_cast<int>(numbers[5]);
            rules.late_urgency = numbers[6];
            rules.scarcity_power = numbers[7];
            out.rules = rules;
        }
    }
    return out;
}

Result<void> run(std::span<char* const> words) {
    TRY(auto const options, options_in(words));
    TRY(auto incidents, read_log(options.log));
    if (incidents.empty()) return invalid("bench.log", "the log holds no incident", options.log);
    std::ifstream file(options.log, std::ios::binary);
    std::string const bytes{std::istreambuf_iterator<char>(file), {}};
    std::erase_if(incidents, [&](auto const& one) {
        return (options.part == "newer" && one.opened_at < options.split) ||
               (options.part == "older" && one.opened_at >= options.split);
    });
    if (incidents.empty()) return invalid("bench.part", "no incident lies in this part of the log");
    JsonArray levels;
    for (auto const& load : kLoads) levels.push_back(level(load, incidents, options));
    JsonObject const out{
        {"bench", "routing"},
        {"data", "UCI incident management log: arrivals, priorities, categories, callers; the rest is made up"},
        {"sha256", sha256_hex(bytes)},
        {"licence", "CC BY 4.0"},
        {"part", options.part},
        {"tickets", incidents.size()},
        {"seeds", options.seeds},
        {"levels", levels},
        {"cost", routing_cost()}};
    fmt::print("{}\n", to_string(out));
    return {};
}

}  // namespace
}  // namespace lotse::bench

int main(int count, char** words) {
    return lotse::bench::finish(lotse::bench::run({words, static_cast<std::size_t>(count)}));
}
