// SPDX-License-Identifier: Apache-2.0
// lotse backup and lotse restore: a consistent copy of a data folder while the desk runs, and back.
#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "app/backup.h"
#include "app/commands/commands.h"
#include "app/terminal.h"
#include "base/json.h"
#include "desk/audit.h"

namespace lotse::app {
namespace {

struct BackupOptions : DataOptions {
    std::string target;
};

Result<void> run_backup(BackupOptions const& options) {
    TRY(auto opened, OpenDesk::open(options.folder));
    // All that is in the desks leaves with the copy, so each is told, before: then the copy tells it too.
    for (auto const& tenant : opened->tenants())
        CHECK_OK(desk::record(opened->desk(), opened->recorded_scope(tenant, "make_backup", "backup", options.target)));
    Progress progress("backing up");
    TRY(auto made, make_backup(*opened, options.target, [&](auto done, auto total) { progress.show(done, total); }));
    progress.finish();
    if (options.json) {
        fmt::print("{}\n",
                   to_string(JsonObject{{"folder", options.target}, {"files", made.files}, {"bytes", made.bytes}}));
    } else {
        fmt::print("{} {}, {:.1f} MB in {}. The key {}/master.key is not in it: keep it elsewhere.\n", made.files,
                   made.files == 1 ? "file" : "files", static_cast<double>(made.bytes) / 1e6, options.target,
                   options.folder.data_folder);
    }
    return {};
}

Result<void> run_restore(BackupOptions const& options) {
    Progress progress("restoring");
    TRY(auto made, restore_backup(options.target, options.folder.data_folder,
                                  [&](auto done, auto total) { progress.show(done, total); }));
    progress.finish();
    if (options.json) {
        fmt::print("{}\n", to_string(JsonObject{{"files", made.files}, {"bytes", made.bytes}}));
    } else {
        fmt::print("{} {} restored and checked. Put master.key into {} before you start the desk.\n", made.files,
                   made.files == 1 ? "file" : "files", options.folder.data_folder);
    }
    return {};
}

}  // namespace

void add_backup(CLI::App& app, int& exit_code) {
    auto* command = app.add_subcommand("backup", "Copy a data folder into a new folder, also while the desk runs");
    auto options = std::make_shared<BackupOptions>();
    add_folder_options(*command, *options);
    command->add_option("FOLDER", options->target, "A folder that does not exist yet")->required();
    command->callback([options, &exit_code] { exit_code = finish(run_backup(*options)); });
}

void add_restore(CLI::App& app, int& exit_code) {
    auto* command = app.add_subcommand("restore", "Make a data folder from a backup; every file is checked first");
    auto options = std::make_shared<BackupOptions>();
    command->add_option("FOLDER", options->target, "The backup")->required();
    command->add_option("--data", options->folder.data_folder, "The data folder to make; must not exist or be empty")
        ->required()
        ->type_name("DIR");
    command->add_flag("--json", options->json, "Print JSON for programs");
    command->callback([options, &exit_code] { exit_code = finish(run_restore(*options)); });
}

}  // namespace lotse::app
