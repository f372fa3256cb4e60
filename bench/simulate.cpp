// SPDX-License-Identifier: Apache-2.0
// The simulator: what thirty days and two hundred pairs of runs cost on one core, and whether a log of incidents, lived
// through again, comes out as it was.
//   speed      a made-up desk of twelve people, some 150 tickets a working day, two visits for one in three
//   back_test  the four weeks before 2016-05-01 of the UCI incident log, learned from the weeks before those. What the log
//              has: when it was opened, its group and priority, who changed it when and to which state. What it has not: hours
//              of people (guessed from their changes), hands-on times (guessed, and scaled on the weeks before the test),
//              messages, first replies (the first change by somebody is taken), targets (those of bench_routing).
//   desks      made-up desks whose truth is known (made_up_desks.h): how many are believed when the weeks of the test were
//              as those before, when people had become slower by 43 % (the model is 30 % too quick) and quicker by 23 %
//              (30 % too slow); each share with Wilson's interval, each figure with its mean error and 95 %.
//
// bench_simulate [--speed] [--log INCIDENTS.tsv EVENTS.tsv.gz] [--desks demo|mixed COUNT]
#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <span>
#include <unordered_map>

#include "app/demo/random.h"
#include "app/table_reader.h"
#include "base/json.h"
#include "base/rate_interval.h"
#include "base/text.h"
#include "bench/log_time.h"
#include "bench/made_up_desks.h"
#include "bench/measure.h"
#include "insight/back_test.h"
#include "insight/pace.h"
#include "insight/past_work.h"

namespace lotse::bench {
namespace {

using std::chrono::days;
using std::chrono::hours;
using namespace insight;

constexpr std::array<int, 4> kTargetHours{72, 24, 8, 4};  // by Priority

// A week of working days over and over, everybody at work from eight to five.
DeskModel made_up() {
    DeskModel out;
    domain::Queue queue;
    queue.id = domain::QueueId(1);
    out.queues = {queue};
    auto calendar = domain::always_open();
    for (std::size_t day = 0; day < 7; ++day) calendar.week[day].clear();
    for (std::size_t day = 0; day < 5; ++day) calendar.week[day] = {{8 * 60, 17 * 60}};
    out.calendars = {calendar};
    for (int i = 0; i < 12; ++i) {
        WorkKind kind;
        kind.requirement.queue = queue.id;
        kind.requirement.language = i % 3 == 0 ? "de" : "en";
        kind.requirement.priority = static_cast<domain::Priority>(i % 4);
        kind.first_reply = hours{4};
        kind.solution = hours{kTargetHours[static_cast<std::size_t>(i % 4)]};
        kind.touch_log_mean = std::log(22.0);
        out.kinds.push_back(kind);
    }
    for (int i = 0; i < 12; ++i) {
        ModelPerson one;
        one.agent.id = domain::AgentId(i + 1);
        one.agent.queues = {queue.id};
        one.agent.languages = {"en"};
        if (i % 2 == 0) one.agent.languages.emplace_back("de");
        one.agent.capacity = 1000;
        one.usual.attendance = 0.94;
        for (std::size_t day = 0; day < 5; ++day) one.usual.days[day] = domain::Interval{8 * 60, 17 * 60};
        out.people.push_back(one);
    }
    out.now = *parse_rfc3339("2026-06-01T00:00:00Z");
    out.history_from = out.now - days{84};
    app::Random random(7);
    for (auto day = out.history_from; day < out.now; day += days{1}) {
        if (std::chrono::weekday{std::chrono::floor<days>(day)}.iso_encoding() >= 6) continue;
        for (int i = 0; i < 150; ++i) {
            PastWork past;
            past.opened_at = day + hours{8} + std::chrono::seconds{random.below(9 * 3600)};
            past.kind = static_cast<std::uint32_t>(random.below(12));
            past.visits.resize(random.chance(0.33) ? 2 : 1);
            if (past.visits.size() == 2) {
                past.visits[1].after = hours{2};
                past.visits[1].is_prompted = past.visits[1].is_paused = true;
            }
            for (auto& visit : past.visits)
                visit.wait =
                    std::chrono::minutes{60} + std::chrono::seconds{static_cast<std::int64_t>(random.wait(600))};
            past.ended_at = past.opened_at + hours{5};
            out.past.push_back(std::move(past));
        }
    }
    std::ranges::sort(out.past, {}, &PastWork::opened_at);
    return out;
}

Result<JsonObject> speed() {
    auto const model = made_up();
    domain::WhatIf what;
    what.add.push_back({domain::AgentId(1), 2, {}, {"de"}, {}});
    TRY(auto const after, apply(model, what));
    domain::SimulationQuestion question;
    double const before = cpu_micros();
    TRY(auto const told, compare(as_it_is(model), after, question, {}));
    double const seconds = (cpu_micros() - before) / 1e6;
    auto const& late = told.figures[static_cast<std::size_t>(Figure::first_reply_p90)];
    double const paired = (late.difference.high - late.difference.low) / 2;
    return JsonObject{{"people", model.people.size()},
                      {"days", question.days},
                      {"runs", question.runs},
                      {"tickets_a_run", rounded(told.tickets)},
                      {"cpu_s", rounded(seconds)},
                      {"occupancy", rounded(told.figures[static_cast<std::size_t>(Figure::occupancy)].before.mean)},
                      {"interval_paired", std::round(paired * 1e4) / 1e4},
                      {"interval_unpaired", std::round(late.unpaired_half * 1e4) / 1e4}};
}

struct Row {
    Instant at{};
    std::int64_t by = 0;
    std::string state;
    std::string group;
};
using Log = std::unordered_map<std::string, std::vector<Row>>;

Result<Log> read_events(std::string const& path) {
    TRY(auto table,
        app::TableReader::open(path, {"number", "updated_at", "incident_state", "assignment_group", "sys_updated_by"}));
    Log out;
    for (;;) {
        TRY(auto row, table.next());
        if (!row) return out;
        auto& f = row->fields;
        out[f[0]].push_back({time_of(f[1]), to_int(std::string_view(f[4])).value_or(0), f[2], f[3]});
    }
}

// Builds the model of a log as it stood at `now`.
class FromLog {
  public:
    FromLog(Log const& log, Instant from, Instant now) : log_(log) {
        model_.now = now;
        model_.history_from = from;
        model_.calendars = {domain::always_open()};
    }

    void add(std::string const& number, Instant opened, domain::Priority priority, std::int64_t caller) {
        auto const found = log_.find(number);
        if (found == log_.end() || opened < model_.history_from || opened >= model_.now) return;
        auto rows = found->second;
        std::ranges::stable_sort(rows, {}, &Row::at);
        PastFacts facts;
        facts.opened_at = opened;
        facts.kind = kind_of(rows.front().group, priority);
        facts.requester = caller;
        bool is_over = false;
        std::string before = "New";
        for (std::size_t i = 1; i < rows.size(); ++i) {
            auto const& row = rows[i];
            if (row.at >= model_.now || row.state == "Closed") break;
            is_over = row.state == "Resolved";
            if (before == "Resolved" && !is_over) facts.acts.push_back({row.at, ActKind::reopened, 0});
            facts.acts.push_back({row.at, is_over ? ActKind::solved : ActKind::worked, row.by});
            if (row.state == "Awaiting User Info") facts.acts.push_back({row.at, ActKind::waiting, 0});
            if (is_over) facts.solved_at = row.at;
            if (!facts.first_reply_at) facts.first_reply_at = row.at;
            acts_[row.by].push_back(row.at);
            groups_[row.by].insert(model_.kinds[facts.kind].requirement.queue);
            before = row.state;
        }
        if (!is_over) facts.solved_at.reset();
        model_.past.push_back(past_work(std::move(facts), clock_, &visits_));
    }

    DeskModel take() {
        std::ranges::sort(model_.past, {}, &PastWork::opened_at);
        std::erase_if(visits_, [&](auto const& one) { return one.from >= model_.now - days{kTestDays}; });
        learn_touches(model_, std::move(visits_));
        learn_pace(model_, model_.now - days{kTestDays});
        measure_waits(model_);
        auto const zone = domain::Zone::find("UTC");
        for (auto const& [id, acts] : acts_) {
            ModelPerson one;
            one.agent.id = domain::AgentId(id);
            one.agent.queues.assign(groups_[id].begin(), groups_[id].end());
            one.agent.capacity = 100'000;
            learn_hours(one, acts, *zone, model_.history_from, model_.now);
            model_.people.push_back(std::move(one));
        }
        return std::move(model_);
    }

  private:
    std::uint32_t kind_of(std::string const& group, domain::Priority priority) {
        auto const [queue, is_new_queue] = queues_.try_emplace(group, model_.queues.size());
        if (is_new_queue) {
            domain::Queue one;
            one.id = domain::QueueId(static_cast<std::int64_t>(model_.queues.size()) + 1);
            model_.queues.push_back(one);
        }
        auto const [kind, is_new] = kinds_.try_emplace({queue->second, priority}, model_.kinds.size());
        if (is_new) {
            WorkKind one;
            one.queue = queue->second;
            one.requirement.queue = model_.queues[queue->second].id;
            one.requirement.priority = priority;
            one.solution = hours{kTargetHours[static_cast<std::size_t>(priority)]};
            model_.kinds.push_back(one);
        }
        return static_cast<std::uint32_t>(kind->second);
    }

    Log const& log_;
    DeskModel model_;
    OpenClock clock_{domain::always_open(), *parse_rfc3339("2016-02-01T00:00:00Z"),
                     *parse_rfc3339("2017-03-01T00:00:00Z")};
    std::map<std::string, std::size_t> queues_;
    std::map<std::pair<std::size_t, domain::Priority>, std::size_t> kinds_;
    std::map<std::int64_t, std::vector<Instant>> acts_;
    std::map<std::int64_t, std::set<domain::QueueId>> groups_;
    std::vector<DoneVisit> visits_;
};

JsonObject told(BackTest const& test, DeskModel const& model, double micros) {
    JsonArray headlines;
    for (auto const& one : test.headlines)
        headlines.push_back(JsonObject{{"figure", kFigureNames[static_cast<std::size_t>(one.figure)]},
                                       {"actual", rounded(one.actual)},
                                       {"simulated", rounded(one.simulated.mean)},
                                       {"low", rounded(one.simulated.low)},
                                       {"high", rounded(one.simulated.high)},
                                       {"error", std::round(one.error * 1000) / 1000},
                                       {"error_low", std::round(one.error_low * 1000) / 1000},
                                       {"error_high", std::round(one.error_high * 1000) / 1000},
                                       {"is_near", one.is_near},
                                       {"is_in_band", one.is_in_band}});
    return JsonObject{{"tickets", test.tickets},
                      {"history", model.past.size()},
                      {"people", model.people.size()},
                      {"runs", test.runs},
                      {"touch_scale", rounded(model.touch_scale)},
                      {"wait_scale", rounded(model.wait_scale)},
                      {"believable", test.verdict == Verdict::believable},
                      {"cpu_s", rounded(micros / 1e6)},
                      {"level", test.level ? std::round(test.level->error * 1000) / 1000 : 0},
                      {"headlines", std::move(headlines)}};
}

Result<JsonObject> back_test_of(std::string const& incidents, std::string const& events) {
    TRY(auto const log, read_events(events));
    FromLog builder(log, *parse_rfc3339("2016-02-29T00:00:00Z"), *parse_rfc3339("2016-05-01T00:00:00Z"));
    TRY(auto table, app::TableReader::open(incidents, {"number", "opened_at", "priority", "caller_id"}));
    for (;;) {
        TRY(auto row, table.next());
        if (!row) break;
        auto& f = row->fields;
        int const said = f[2].empty() ? 3 : std::clamp('4' - f[2][0], 0, 3);
        builder.add(f[0], time_of(f[1]), static_cast<domain::Priority>(said),
                    to_int(std::string_view(f[3])).value_or(0));
    }
    auto model = builder.take();
    double const before = cpu_micros();
    CHECK_OK(calibrate(model, 1, {}));
    TRY(auto const test, back_test(model, 30, 1, {}));
    return told(test, model, cpu_micros() - before);
}

struct Tally {
    std::map<Figure, std::vector<double>> errors;
    std::vector<double> levels;
    std::size_t believed = 0;
    std::size_t near_level = 0;
};

Result<Tally> tally(std::string_view family, int count, double late_factor) {
    Tally out;
    for (int seed = 1; seed <= count; ++seed) {
        auto truth = truth_of(family, static_cast<std::uint64_t>(seed));
        truth.late_factor = late_factor;
        auto model = read_made_up(truth);
        CHECK_OK(calibrate(model, 1, {}));
        TRY(auto const test, back_test(model, 60, 1, {}));
        out.believed += test.verdict == Verdict::believable ? 1 : 0;
        for (auto const& one : test.headlines)
            if (one.actual > 0) out.errors[one.figure].push_back(one.error);
        if (!test.level) continue;
        out.levels.push_back(test.level->error);
        out.near_level += is_near(*test.level) ? 1 : 0;
    }
    return out;
}

JsonObject mean_and_interval(std::vector<double> const& values) {
    auto const mean = mean_of(values);
    auto const band = band_of(values);
    auto const round = [](double value) { return std::round(value * 1000) / 1000; };
    return {{"mean", round(mean.mean)},
            {"low", round(mean.low)},
            {"high", round(mean.high)},
            {"nine_of_ten", JsonArray{round(band.low), round(band.high)}}};
}

JsonObject share(std::size_t some, std::size_t all) {
    auto const interval = wilson(some, all);
    return {{"of", all}, {"count", some}, {"low", rounded(interval.low)}, {"high", rounded(interval.high)}};
}

Result<JsonObject> desks(std::string_view family, int count) {
    JsonObject out{{"family", family}};
    for (auto const& [name, factor] : {std::pair("as_before", 1.0), std::pair("model_30_too_quick", 1 / 0.7),
                                       std::pair("model_30_too_slow", 1 / 1.3)}) {
        TRY(auto const seen, tally(family, count, factor));
        JsonObject errors;
        for (auto const& [figure, values] : seen.errors)
            errors[kFigureNames[static_cast<std::size_t>(figure)]] = mean_and_interval(values);
        out[name] = JsonObject{{"believed", share(seen.believed, static_cast<std::size_t>(count))},
                               {"level_within_15", share(seen.near_level, seen.levels.size())},
                               {"level", mean_and_interval(seen.levels)},
                               {"errors", std::move(errors)}};
    }
    return out;
}

Result<void> run(std::span<char* const> words) {
    JsonObject out{{"bench", "simulate"}};
    if (words.size() < 2 || std::string_view(words[1]) == "--speed") {
        TRY(out["speed"], speed());
    }
    for (std::size_t i = 1; i + 2 < words.size(); ++i)
        if (std::string_view(words[i]) == "--log") {
            TRY(out["back_test"], back_test_of(words[i + 1], words[i + 2]));
        } else if (std::string_view(words[i]) == "--desks") {
            TRY(out["desks"],
                desks(words[i + 1], static_cast<int>(to_int(std::string_view(words[i + 2])).value_or(30))));
        }
    fmt::print("{}\n", to_string(out));
    return {};
}

}  // namespace
}  // namespace lotse::bench

int main(int count, char** words) {
    return lotse::bench::finish(lotse::bench::run({words, static_cast<std::size_t>(count)}));
}
