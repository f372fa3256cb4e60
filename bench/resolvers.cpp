// SPDX-License-Identifier: Apache-2.0
// Who will solve it, told when a ticket is opened, on a log of incidents: each incident asks the model of
// routing/expertise.h, which has seen who resolved those that were resolved before that moment. What it knows of an
// incident: subcategory, group of the first log row, caller, location, who opened it, and the three hours of the day; who
// it was given to is not read.
//   top 1, 3, 5   share of incidents whose resolver is among so many named; interval by drawing weeks again, 500 times
//
// bench_resolvers INCIDENTS.tsv EVENTS.tsv.gz
#include <algorithm>
#include <array>
#include <map>
#include <queue>
#include <unordered_map>

#include "app/demo/random.h"
#include "app/table_reader.h"
#include "base/json.h"
#include "bench/log_time.h"
#include "bench/measure.h"
#include "routing/expertise.h"

namespace lotse::bench {
namespace {

using routing::Trait;

constexpr std::chrono::days kWarmUp{7};
constexpr int kDraws = 500;
constexpr std::array<std::size_t, 3> kNamed{1, 3, 5};

struct Incident {
    std::string number;
    Instant opened{};
    Instant resolved{};
    domain::AgentId resolver;  // 0: the log does not say
    std::vector<std::pair<Trait, std::int64_t>> traits;
};

std::int64_t number_in(std::string_view text) {
    std::int64_t out = -1;
    std::from_chars(text.data(), text.data() + text.size(), out);
    return out;
}

// The first row of each incident tells its group.
Result<std::unordered_map<std::string, std::int64_t>> read_groups(std::string const& path) {
    TRY(auto table, app::TableReader::open(path, {"number", "updated_at", "assignment_group"}));
    std::unordered_map<std::string, std::pair<std::string, std::int64_t>> first;
    for (;;) {
        TRY(auto row, table.next());
        if (!row) break;
        auto const& f = row->fields;
        auto& known = first[f[0]];
        if (known.first.empty() || f[1] < known.first) known = {f[1], number_in(f[2])};
    }
    std::unordered_map<std::string, std::int64_t> out;
    for (auto const& [number, known] : first) out[number] = known.second;
    return out;
}

Result<std::vector<Incident>> read_incidents(std::string const& path,
                                             std::unordered_map<std::string, std::int64_t> const& groups) {
    TRY(auto table, app::TableReader::open(path, {"number", "opened_at", "resolved_at", "closed_at", "subcategory",
                                                  "caller_id", "location", "opened_by", "resolved_by"}));
    std::vector<Incident> out;
    for (;;) {
        TRY(auto row, table.next());
        if (!row) break;
        auto const& f = row->fields;
        auto const group = groups.find(f[0]);
        if (group == groups.end()) continue;
        Incident one;
        one.number = f[0];
        one.opened = time_of(f[1]);
        one.resolved = std::max(one.opened, time_of(f[2].empty() ? f[3] : f[2]));
        one.resolver = domain::AgentId{std::max<std::int64_t>(0, number_in(f[8]))};
        auto const subcategory = number_in(f[4]);
        auto const hours = std::chrono::floor<std::chrono::hours>(one.opened.time_since_epoch()).count();
        one.traits = {{Trait::category, subcategory},
                      {Trait::queue, group->second},
                      {Trait::category_in_queue, routing::paired(subcategory, group->second)},
                      {Trait::customer, number_in(f[5])},
                      {Trait::organization, number_in(f[6])},
                      {Trait::opener, number_in(f[7])},
                      {Trait::part_of_day, hours % 24 / 3}};
        out.push_back(std::move(one));
    }
    std::ranges::sort(out, {}, [](auto const& one) { return std::pair(one.opened, one.number); });
    return out;
}

// What was solved, by trait and value; as the store keeps it.
class Tallies {
  public:
    void add(Incident const& one) {
        count(Trait::any, 0, one);
        for (auto const& [trait, value] : one.traits) count(trait, value, one);
    }
    std::vector<routing::Solver> of(Trait trait, std::int64_t value) const {
        std::vector<routing::Solver> out;
        auto const found = all_.find({trait, value});
        if (found != all_.end())
            for (auto const& [agent, solved] : found->second) out.push_back({domain::AgentId{agent}, solved});
        return out;
    }

  private:
    void count(Trait trait, std::int64_t value, Incident const& one) {
        auto& solved = all_[{trait, value}][one.resolver.value];
        solved = routing::with(solved, 1, 1, one.resolved);
    }
    std::map<std::pair<Trait, std::int64_t>, std::map<std::int64_t, routing::Solved>> all_;
};

struct Asked {
    std::int64_t week = 0;
    std::array<bool, kNamed.size()> hit{};
};

// `uses`: the traits that are asked; none: how much somebody solves at all.
std::vector<Asked> replay(std::vector<Incident> const& incidents, std::vector<Trait> const& uses, Instant from,
                          Instant until) {
    auto const later = [&](std::size_t a, std::size_t b) {
        return std::pair(incidents[a].resolved, a) > std::pair(incidents[b].resolved, b);
    };
    std::priority_queue<std::size_t, std::vector<std::size_t>, decltype(later)> open(later);
    Tallies tallies;
    std::vector<Asked> out;
    for (std::size_t i = 0; i < incidents.size() && incidents[i].opened < until; ++i) {
        auto const& one = incidents[i];
        while (!open.empty() && incidents[open.top()].resolved <= one.opened) {
            tallies.add(incidents[open.top()]);
            open.pop();
        }
        if (!one.resolver) continue;
        open.push(i);
        if (one.opened < from) continue;
        std::vector<routing::Evidence> evidence;
        for (auto const& [trait, value] : one.traits)
            if (std::ranges::find(uses, trait) != uses.end()) evidence.push_back({trait, tallies.of(trait, value)});
        auto const named = routing::likely_solvers(tallies.of(Trait::any, 0), evidence, one.opened, kNamed.back());
        Asked asked;
        asked.week = std::chrono::floor<std::chrono::days>(one.opened.time_since_epoch()).count() / 7;
        for (std::size_t k = 0; k < kNamed.size(); ++k)
            for (std::size_t at = 0; at < std::min(named.size(), kNamed[k]); ++at)
                asked.hit[k] = asked.hit[k] || named[at].agent == one.resolver;
        out.push_back(asked);
    }
    return out;
}

double share(std::vector<Asked const*> const& all, std::size_t k) {
    auto const hits = std::ranges::count_if(all, [&](auto const* one) { return one->hit[k]; });
    return all.empty() ? 0 : 100 * static_cast<double>(hits) / static_cast<double>(all.size());
}

JsonObject report(std::vector<Asked> const& asked) {
    std::map<std::int64_t, std::vector<Asked const*>> weeks;
    std::vector<Asked const*> all;
    for (auto const& one : asked) {
        weeks[one.week].push_back(&one);
        all.push_back(&one);
    }
    std::vector<std::vector<Asked const*> const*> blocks;
    for (auto const& [week, rows] : weeks) blocks.push_back(&rows);
    app::Random random(7);
    JsonObject out{{"n", asked.size()}};
    for (std::size_t k = 0; k < kNamed.size(); ++k) {
        std::vector<double> drawn;
        for (int draw = 0; draw < kDraws && !blocks.empty(); ++draw) {
            std::vector<Asked const*> again;
            for (std::size_t i = 0; i < blocks.size(); ++i) {
                auto const& block = *blocks[random.below(blocks.size())];
                again.insert(again.end(), block.begin(), block.end());
            }
            drawn.push_back(share(again, k));
        }
        out[fmt::format("top_{}", kNamed[k])] = JsonObject{{"percent", rounded(share(all, k))},
                                                           {"low", rounded(quantile(drawn, 0.025))},
                                                           {"high", rounded(quantile(drawn, 0.975))}};
    }
    return out;
}

Result<void> run(int count, char** words) {
    if (count < 3) return invalid("bench.words", "bench_resolvers INCIDENTS.tsv EVENTS.tsv.gz");
    TRY(auto const groups, read_groups(words[2]));
    TRY(auto const incidents, read_incidents(words[1], groups));
    if (incidents.empty()) return invalid("bench.rows", "There are no incidents in the file.");
    TRY(auto const april, parse_rfc3339("2016-04-01T00:00:00Z"));
    std::vector<Trait> const all{Trait::category,     Trait::queue,  Trait::category_in_queue, Trait::customer,
                                 Trait::organization, Trait::opener, Trait::part_of_day};
    std::vector<Trait> const three{Trait::category, Trait::queue, Trait::customer};
    auto const first = incidents.front().opened + kWarmUp;
    JsonArray rows;
    for (auto const& [part, from, until] :
         {std::tuple("before April (weights were chosen here)", first, april),
          std::tuple("April on", april, Instant::max()), std::tuple("all", first, Instant::max())})
        for (auto const& [model, uses] :
             {std::pair("who solves most", std::vector<Trait>{}), std::pair("subcategory, group, caller", three),
              std::pair("all traits", all)}) {
            auto row = report(replay(incidents, uses, from, until));
            row["part"] = part;
            row["model"] = model;
            rows.push_back(std::move(row));
        }
    JsonObject const out{{"bench", "resolvers"},
                         {"data", "UCI incident management log"},
                         {"licence", "CC BY 4.0"},
                         {"incidents", incidents.size()},
                         {"rows", std::move(rows)}};
    fmt::print("{}\n", to_string(out));
    return {};
}

}  // namespace
}  // namespace lotse::bench

int main(int count, char** words) { return lotse::bench::finish(lotse::bench::run(count, words)); }
