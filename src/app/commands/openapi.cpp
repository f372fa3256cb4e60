// SPDX-License-Identifier: Apache-2.0
// lotse openapi: the description of the API that this program serves.
#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "api/openapi.h"
#include "app/commands/commands.h"
#include "base/json.h"

namespace lotse::app {

void add_openapi(CLI::App& app, int& exit_code) {
    auto* command = app.add_subcommand("openapi", "Print the OpenAPI 3.1 description of the API");
    command->callback([&exit_code] {
        fmt::print("{}", to_pretty(api::openapi_document()));
        exit_code = 0;
    });
}

}  // namespace lotse::app
