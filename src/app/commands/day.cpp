// SPDX-License-Identifier: Apache-2.0
// lotse day: one day of the desk, hour by hour.
#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "app/commands/commands.h"
#include "app/day_text.h"
#include "base/json.h"
#include "desk/tell_day.h"
#include "domain/roster_json.h"
#include "domain/zone.h"

namespace lotse::app {
namespace {

struct DayOptions : DataOptions {
    std::string date;  // "" = today
    int examples = 3;
};

Result<void> tell(DayOptions const& options) {
    TRY(auto opened, OpenDesk::open(options.folder));
    TRY(auto const tenant, opened->tenant(options.desk));
    TRY(auto const zone, domain::Zone::find(tenant.time_zone));
    auto date = std::chrono::floor<std::chrono::days>(zone.to_local(opened->desk().clock.now()));
    if (!options.date.empty()) {
        TRY(date, domain::date_from(options.date, "--date"));
    }
    TRY(auto const day, desk::tell_day(opened->desk(), domain::ScopeMint::for_tenant(tenant.id), date));
    if (options.json) fmt::print("{}\n", to_string(day_json(day)));
    else fmt::print("{}", day_text(day, tenant.name, options.examples));
    return {};
}

}  // namespace

void add_day(CLI::App& app, int& exit_code) {
    auto* command = app.add_subcommand("day",
                                       "Tell one day of the desk hour by hour: what came, who was there, what was "
                                       "given to whom and why, what was missed");
    auto options = std::make_shared<DayOptions>();
    add_data_options(*command, *options);
    command->add_option("--date", options->date, "The day in the desk's own zone; today if absent")
        ->type_name("YYYY-MM-DD");
    command->add_option("--examples", options->examples, "Reasons printed for each hour; 0 for none")
        ->check(CLI::Range(0, 1000))
        ->capture_default_str();
    command->callback([options, &exit_code] { exit_code = finish(tell(*options)); });
}

}  // namespace lotse::app
