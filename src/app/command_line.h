// SPDX-License-Identifier: Apache-2.0
// The `lotse` command: picks the command, runs it, prints the error, gives the exit code.
#pragma once

namespace lotse::app {

// 0: done; 1: the command failed and said why on standard error; 2: the words of the call are wrong.
int run_command_line(int argc, char** argv);

}  // namespace lotse::app
