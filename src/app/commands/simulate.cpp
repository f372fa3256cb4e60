// SPDX-License-Identifier: Apache-2.0
#include "app/commands/simulate.h"

#include <fmt/format.h>
#include <fmt/ostream.h>
#include <CLI/CLI.hpp>

#include <cmath>
#include <iostream>

#include "app/commands/commands.h"
#include "app/terminal.h"

namespace lotse::app {
namespace {

using insight::Figure;

struct Options : SimulateCommand {
    DataOptions data;
};

constexpr std::array<std::string_view, insight::kFigures> kWords{"first reply, median",
                                                                 "first reply, 9 of 10 within",
                                                                 "late first replies",
                                                                 "late solutions",
                                                                 "open at the end",
                                                                 "solved",
                                                                 "busy while at work",
                                                                 "without skill or language",
                                                                 "changed hands",
                                                                 "unevenness (Gini)",
                                                                 "hours of people",
                                                                 "late first replies, low",
                                                                 "late first replies, normal",
                                                                 "late first replies, high",
                                                                 "late first replies, urgent",
                                                                 "late solutions, low",
                                                                 "late solutions, normal",
                                                                 "late solutions, high",
                                                                 "late solutions, urgent",
                                                                 "open on an ordinary day",
                                                                 "solution, median"};

std::string shown(Figure figure, double value) {
    if (std::isnan(value)) return "-";
    if (figure == Figure::first_reply_median || figure == Figure::first_reply_p90 || figure == Figure::solution_median)
        return fmt::format("{:.2f} h", value);
    if (figure == Figure::gini) return fmt::format("{:.3f}", value);
    if (insight::is_share(figure)) return fmt::format("{:.1f} %", value * 100);
    return fmt::format("{:.0f}", value);
}

std::string shown_change(Figure figure, insight::Spread const& change) {
    if (change.n == 0) return "-";
    double const by = insight::is_share(figure) && figure != Figure::gini ? 100 : 1;
    int const places = figure == Figure::gini ? 3 : figure == Figure::hours || figure == Figure::solved ? 0 : 2;
    return fmt::format("{:+.{}f} ({:+.{}f} to {:+.{}f})", change.mean * by, places, change.low * by, places,
                       change.high * by, places);
}

void print_basis(desk::SimulationAnswer const& answer, std::ostream& out) {
    auto const& basis = answer.basis;
    fmt::print(
        out, "{}\n",
        paint(Colour::bold, fmt::format("Learned from {} tickets, {} to {}", basis.tickets,
                                        to_rfc3339(basis.from).substr(0, 10), to_rfc3339(basis.until).substr(0, 10))));
    fmt::print(
        out,
        "{} Fitted on the weeks before the test: {:.0f} minutes a visit, begun {:.0f} minutes after it could be.\n",
        basis.has_booked_time ? "Hands-on times are booked ones."
                              : "Hands-on times are guessed from what people did when; nobody books them.",
        answer.touch_minutes, answer.reaction_minutes);
    fmt::print(
        out,
        "{} people own tickets; the hours of {} are the roster's, those of the others guessed from what they did.{}\n",
        basis.people, basis.on_roster,
        basis.idle > 0 ? fmt::format(" {} of them did nothing in these weeks.", basis.idle) : "");
    if (basis.is_cut) fmt::print(out, "There were more tickets than are looked at; the newest count.\n");
}

void print_test(insight::BackTest const& test, std::ostream& out) {
    if (test.verdict == insight::Verdict::too_little_history) {
        fmt::print(
            out,
            "\nNo what-if: there is too little history. {} tickets came in the last four weeks; {} are needed, and "
            "as many before.\n",
            test.tickets, insight::kLeastTickets);
        return;
    }
    std::vector<std::vector<std::string>> rows;
    for (auto const& one : test.headlines)
        rows.push_back(
            {std::string(kWords[static_cast<std::size_t>(one.figure)]), shown(one.figure, one.actual),
             shown(one.figure, one.simulated.mean),
             fmt::format("{} to {}", shown(one.figure, one.simulated.low), shown(one.figure, one.simulated.high)),
             fmt::format("{:+.0f} % ({:+.0f} to {:+.0f})", one.error * 100, one.error_low * 100, one.error_high * 100),
             one.is_near ? "near" : "OFF"});
    fmt::print(out, "\n{}\n{}", paint(Colour::bold, "The last four weeks, lived through again"),
               table({"", "was", "simulated", "9 of 10 runs", "error", ""}, rows));
    if (test.level)
        fmt::print(out, "All in all the simulated weeks were {:.0f} % {} than the real ones ({:+.0f} to {:+.0f}).\n",
                   std::abs(test.level->error) * 100, test.level->error < 0 ? "quicker" : "slower",
                   test.level->low * 100, test.level->high * 100);
    if (test.verdict == insight::Verdict::off)
        fmt::print(
            out,
            "\nNo what-if: a figure is off by more than 15 % and more than chance explains, so what it would say of "
            "other weeks is not to be believed.\n");
    if (test.verdict == insight::Verdict::too_uncertain)
        fmt::print(out, "\nNo what-if: so few tickets scatter too much to tell a right model from a wrong one.\n");
    if (test.verdict == insight::Verdict::nobody_works)
        fmt::print(out, "\nNo what-if: nobody was there in those weeks.\n");
}

Result<void> simulate_desk(Options const& options) {
    TRY(auto const opened, OpenDesk::open(options.data.folder));
    TRY(auto const tenant, opened->tenant(options.data.desk));
    auto const scope = domain::ScopeMint::for_tenant(tenant.id);
    auto& desk = opened->desk();
    TRY(auto const setup, desk.store.read(scope, [&](store::ReadTxn& txn) { return desk.setups.get(txn); }));
    TRY(auto const question, question_of(options, *setup));
    Progress bar("simulating");
    auto const answer = desk::simulate(desk, scope, question, [&](double share) {
        bar.show(static_cast<std::size_t>(share * 1000), 1000);
        return true;
    });
    bar.finish();
    if (!answer) return answer.error();
    if (options.data.json) fmt::print(std::cout, "{}\n", to_string(desk::to_json(*answer)));
    else print_simulation(*answer, std::cout);
    return {};
}

}  // namespace

void print_simulation(desk::SimulationAnswer const& answer, std::ostream& out) {
    print_basis(answer, out);
    print_test(answer.test, out);
    if (!answer.what_if) return;
    std::vector<std::vector<std::string>> rows;
    for (std::size_t i = 0; i < insight::kFigures; ++i) {
        auto const figure = static_cast<Figure>(i);
        auto const& one = answer.what_if->figures[i];
        if (one.before.n == 0 && one.after.n == 0) continue;
        rows.push_back({std::string(kWords[i]), shown(figure, one.before.mean), shown(figure, one.after.mean),
                        shown_change(figure, one.difference)});
    }
    fmt::print(out, "\n{}\n{}",
               paint(Colour::bold, fmt::format("{} to {}: {:.0f} tickets, {} runs in pairs",
                                               to_rfc3339(answer.what_if->from).substr(0, 10),
                                               to_rfc3339(answer.what_if->until).substr(0, 10), answer.what_if->tickets,
                                               answer.what_if->runs)),
               table({"", "as it is", "as asked", "difference (95 % interval)"}, rows));
}

void add_simulate(CLI::App& app, int& exit_code) {
    auto options = std::make_shared<Options>();
    options->data.folder.create = false;
    auto* command = app.add_subcommand("simulate", "See what would be with other people, other work, other targets");
    command->add_option("--add-agent", options->add,
                        "Somebody more: like:Ola,languages:de,skills:vpn,hours:08:00-16:00,count:2");
    command->add_option("--remove-agent", options->remove, "Somebody less: the name, its beginning, or the number");
    command->add_option("--change-agent", options->teach,
                        "Learns, or works at other times: Ola,languages:de,hours:10:00-18:00");
    command->add_option("--volume", options->volume,
                        "So many times the tickets: 1.2, queue:Network=1.5, category:access=0.5");
    command->add_option("--target", options->target,
                        "Other targets, in minutes of open time: urgent,first_reply:30,solution:240");
    command->add_option("--routing", options->routing, "Another way of assigning: Network:pull");
    command->add_option("--automation", options->automation,
                        "Share of the tickets that need a person now, and then would not: 0.2");
    command->add_option("--what", options->what, "A file with the question as JSON, as the API takes it");
    command->add_option("--weeks", options->weeks, "Weeks of history; the last four are the test")
        ->capture_default_str();
    command->add_option("--days", options->days, "Days to come")->capture_default_str();
    command->add_option("--runs", options->runs, "Pairs of lives")->capture_default_str();
    command->add_option("--seed", options->seed, "The same seed, the same chance")->capture_default_str();
    add_data_options(*command, options->data);
    command->footer(
        "Nothing is changed. The desk's days to come are lived through many times, as it is and as you ask, on the "
        "same\n"
        "days and tickets. First the last four weeks are lived through and held against what happened: while a "
        "headline\n"
        "figure is off by more than 15 %, you are told that and no what-if.\n"
        "Examples:\n"
        "  lotse simulate --add-agent like:Ola,languages:de,count:2\n"
        "  lotse simulate --volume 1.2 --automation 0.1\n"
        "  lotse simulate --routing Network:pull --target urgent,first_reply:30 --json");
    command->callback([options, &exit_code] { exit_code = finish(simulate_desk(*options)); });
}

}  // namespace lotse::app
