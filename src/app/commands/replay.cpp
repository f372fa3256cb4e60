// SPDX-License-Identifier: Apache-2.0
#include "app/commands/replay.h"

#include <fmt/format.h>
#include <fmt/ostream.h>
#include <CLI/CLI.hpp>

#include <iostream>

#include "app/commands/commands.h"
#include "app/commands/evaluation_report.h"
#include "app/terminal.h"
#include "base/text.h"

namespace lotse::app {
namespace {

constexpr std::size_t kShown = 10;  // wrong acts and pairs

struct Options : ReplayCommand {
    DataOptions data;
};

Result<int> days_of(std::string_view since) {
    auto const refused =
        invalid("replay.since", fmt::format("'{}' is no span. Write 90d or 12w.", cut_utf8(since, 20)));
    if (since.size() < 2 || (since.back() != 'd' && since.back() != 'w')) return refused;
    auto const count = to_int(since.substr(0, since.size() - 1));
    if (!count || *count < 1 || *count > 730) return refused;
    return static_cast<int>(*count) * (since.back() == 'w' ? 7 : 1);
}

std::string basis_words(desk::Replay const& replay) {
    std::string out;
    switch (replay.basis) {
        case desk::Basis::ledger: out = "What was said at the time, before anybody decided"; break;
        case desk::Basis::stored: out = "A stored model on tickets that are newer than it"; break;
        case desk::Basis::held_out: out = "A model of the tickets before these days, which it has not seen"; break;
    }
    for (auto const& [version, tickets] : replay.models) out += fmt::format("; {} on {}", version, tickets);
    out += ".";
    if (replay.excluded > 0) out += fmt::format(" {} tickets that it had learned are left out.", replay.excluded);
    if (!replay.is_blind)
        out +=
            "\nSome who decided may have had a suggestion in sight: these figures flatter. Only blind decisions prove.";
    if (replay.is_cut) out += "\nThere were more tickets than are looked at; the newest count.";
    return out;
}

// Where a target is asked for, what hindsight allows.
std::size_t point_of(ReplayCommand const& command, desk::Replay const& replay) {
    if (command.threshold) return gate::point_at(replay.curve, *command.threshold);
    if (command.target) return gate::lowest_reaching(replay.curve, *command.target);
    return gate::point_at(replay.curve, 0.9);
}

std::string rate_words(gate::CurvePoint const& point) {
    if (point.judged == 0) return "nobody decided on one of them";
    return fmt::format("{} of {} judged were right: {} ({} to {})", point.right, point.judged, percent(point.rate()),
                       percent(point.precision.low), percent(point.precision.high));
}

void print_curve(desk::Replay const& replay, std::ostream& out) {
    std::vector<std::vector<std::string>> rows;
    for (double const threshold : {0.3, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.98, 0.99}) {
        auto const& point = replay.curve[gate::point_at(replay.curve, threshold)];
        rows.push_back({fmt::format("{:.2f}", point.threshold), std::to_string(point.acts), percent(point.coverage),
                        point.judged == 0 ? "-" : percent(point.rate()),
                        point.judged == 0
                            ? "-"
                            : fmt::format("{} to {}", percent(point.precision.low), percent(point.precision.high)),
                        bar_of(point.coverage, 20)});
    }
    fmt::print(out, "\n{}\n{}", paint(Colour::bold, "By threshold"),
               table({"from", "acts", "of all", "right", "95 % interval", "coverage"}, rows));
}

void print_gate(desk::Replay const& replay, std::ostream& out) {
    auto const line = [](std::string name, gate::GateRun const& run, gate::Target const& target) {
        return std::vector<std::string>{std::move(name),
                                        percent(target.precision),
                                        fmt::format("{:.3f}", target.delta),
                                        std::to_string(run.automatic),
                                        std::to_string(run.acts),
                                        run.judged == 0 ? "-" : fmt::format("{} of {}", run.right, run.judged)};
    };
    fmt::print(out, "\n{}\n{}", paint(Colour::bold, "The gate, from nothing over these days"),
               table({"", "wanted", "delta", "values", "acts alone on", "right of judged"},
                     {line("as it is wished", replay.now, replay.now_wished),
                      line("as you ask", replay.then, replay.then_wished)}));
}

void print_faults(desk::Replay const& replay, std::size_t at, std::ostream& out) {
    double const threshold = at < replay.curve.size() ? replay.curve[at].threshold : 2;
    std::vector<std::vector<std::string>> pairs;
    for (auto const& one : replay.confusions)
        if (at < one.rows.size() && one.rows[at] > 0 && pairs.size() < kShown)
            pairs.push_back({std::to_string(one.rows[at]), one.decided, one.said});
    if (!pairs.empty())
        fmt::print(out, "\n{}\n{}", paint(Colour::bold, "Most frequent mistakes there"),
                   table({"tickets", "people said", "triage said"}, pairs));
    std::vector<std::vector<std::string>> wrong;
    for (auto const& one : replay.wrong)
        if (one.score >= threshold && wrong.size() < kShown)
            wrong.push_back({fmt::format("#{}", one.ticket.value), percent(one.score), one.decided, one.said,
                             one.is_blind ? "decided blind" : "acted, and changed"});
    if (!wrong.empty())
        fmt::print(out, "\n{}\n{}", paint(Colour::bold, "The surest wrong ones"),
                   table({"ticket", "sure", "people said", "triage said", ""}, wrong));
}

Result<void> replay_desk(Options const& options) {
    TRY(auto const opened, OpenDesk::open(options.data.folder));
    TRY(auto const tenant, opened->tenant(options.data.desk));
    return run_replay(options, opened->desk(), domain::ScopeMint::for_tenant(tenant.id), std::cout);
}

}  // namespace

void add_replay(CLI::App& app, int& exit_code) {
    auto options = std::make_shared<Options>();
    options->data.folder.create = false;
    auto* command = app.add_subcommand("replay", "See what triage would have done in the last days");
    command->add_option("--since", options->since, "How far back: 90d, 12w")->capture_default_str();
    command->add_option("--field", options->field, "category, type, impact or urgency")->capture_default_str();
    command->add_option("--model", options->model, "A stored version; without it, whatever served at the time");
    auto* threshold = command->add_option("--threshold", options->threshold, "The confidence from which it acts");
    command->add_option("--target", options->target, "Precision wished of the gate; without it, 0.95")
        ->excludes(threshold);
    command->add_option("--delta", options->delta, "Chance of granting wrongly")->capture_default_str();
    add_data_options(*command, options->data);
    command->footer(
        "Nothing is changed. No model is judged on tickets that it has learned.\n"
        "Example:  lotse replay --since 90d --target 0.98 --data /var/lib/lotse");
    command->callback([options, &exit_code] {
        options->json = options->data.json;
        exit_code = finish(replay_desk(*options));
    });
}

Result<void> run_replay(ReplayCommand const& command, desk::Desk& desk, domain::TenantScope const& scope,
                        std::ostream& out) {
    domain::ReplayQuestion question;
    TRY(question.days, days_of(command.since));
    question.field = command.field;
    question.model = command.model;
    question.precision = command.target.value_or(question.precision);
    question.delta = command.delta;
    if (command.threshold && !(*command.threshold >= 0 && *command.threshold <= 1))
        return invalid("replay.threshold", "The threshold lies between 0 and 1.");
    Progress bar("replaying");
    auto const done = desk::replay(desk, scope, question,
                                   [&](double share) { bar.show(static_cast<std::size_t>(share * 1000), 1000); });
    bar.finish();
    if (!done) return done.error();
    auto const at = point_of(command, *done);
    if (command.json) {
        auto object = desk::to_json(*done);
        object["at"] = at < done->curve.size() ? array_at(object, "curve")[at] : Json(nullptr);
        fmt::print(out, "{}\n", to_string(object));
        return {};
    }
    fmt::print(
        out, "{}\n{}\n",
        paint(Colour::bold, fmt::format("{} of {} tickets, {} to {}", command.field, done->tickets,
                                        to_rfc3339(done->from).substr(0, 10), to_rfc3339(done->until).substr(0, 10))),
        basis_words(*done));
    if (at == done->curve.size()) {
        fmt::print(out, "\nNo threshold would have reached {}.\n", percent(question.precision));
    } else {
        auto const& point = done->curve[at];
        fmt::print(out, "\nFrom {:.3f} on it would have acted on {} tickets ({}); {}.\n", point.threshold, point.acts,
                   percent(point.coverage), rate_words(point));
    }
    print_curve(*done, out);
    print_gate(*done, out);
    print_faults(*done, at, out);
    return {};
}

}  // namespace lotse::app
