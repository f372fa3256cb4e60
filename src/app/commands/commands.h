// SPDX-License-Identifier: Apache-2.0
// Every command of `lotse`, in the order in which --help lists them. A command's file adds its words to the parser and
// runs it; the exit code is left in the second argument.
#pragma once

#include <array>
#include <string>

#include "app/open_desk.h"

namespace CLI {
class App;
}

namespace lotse::app {

using AddCommand = void (*)(CLI::App& app, int& exit_code);

void add_serve(CLI::App& app, int& exit_code);
void add_demo(CLI::App& app, int& exit_code);
void add_doctor(CLI::App& app, int& exit_code);
void add_import(CLI::App& app, int& exit_code);
void add_ticket(CLI::App& app, int& exit_code);
void add_agent(CLI::App& app, int& exit_code);
void add_user(CLI::App& app, int& exit_code);
void add_token(CLI::App& app, int& exit_code);
void add_tenant(CLI::App& app, int& exit_code);
void add_triage(CLI::App& app, int& exit_code);
void add_gate(CLI::App& app, int& exit_code);
void add_evaluate(CLI::App& app, int& exit_code);
void add_models(CLI::App& app, int& exit_code);
void add_replay(CLI::App& app, int& exit_code);
void add_simulate(CLI::App& app, int& exit_code);
void add_day(CLI::App& app, int& exit_code);
void add_backup(CLI::App& app, int& exit_code);
void add_restore(CLI::App& app, int& exit_code);
void add_audit(CLI::App& app, int& exit_code);
void add_openapi(CLI::App& app, int& exit_code);

inline constexpr std::array<AddCommand, 20> kCommands{add_serve, add_demo,     add_doctor,  add_import, add_ticket,
                                                      add_agent, add_user,     add_token,   add_tenant, add_triage,
                                                      add_gate,  add_evaluate, add_models,  add_replay, add_simulate,
                                                      add_day,   add_backup,   add_restore, add_audit,  add_openapi};

// The words that every command on a data folder shares.
struct DataOptions {
    OpenFolder folder;
    std::string desk;  // slug; "" = the only one
    bool json = false;
};
// Where the data is, and JSON or not: for a command that is about the folder as a whole.
void add_folder_options(CLI::App& command, DataOptions& options, bool creates = false);
// The same and which desk: for a command that is about one.
void add_data_options(CLI::App& command, DataOptions& options, bool creates = false);

// Prints a failed result and gives the exit code: 0 or 1.
int finish(Result<void> const& result);

}  // namespace lotse::app
