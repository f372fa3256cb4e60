// SPDX-License-Identifier: Apache-2.0
// lotse tenant add | list: several desks behind walls in one data folder.
#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "app/commands/commands.h"
#include "app/terminal.h"
#include "base/json.h"
#include "desk/audit.h"
#include "desk/bootstrap.h"

namespace lotse::app {
namespace {

struct AddOptions : DataOptions {
    desk::NewDesk wanted;
};

JsonObject to_json(domain::Tenant const& tenant) {
    return JsonObject{{"id", tenant.id.value},       {"slug", tenant.slug},           {"name", tenant.name},
                      {"language", tenant.language}, {"time_zone", tenant.time_zone}, {"mail_from", tenant.mail_from},
                      {"demo", tenant.is_demo}};
}

Result<void> add(AddOptions const& options) {
    TRY(auto opened, OpenDesk::open(options.folder));
    TRY(auto tenant, desk::make_desk(opened->desk(), options.wanted));
    CHECK_OK(desk::record(opened->desk(), opened->recorded_scope(tenant, "create_desk", "settings", tenant.name)));
    if (options.json) {
        fmt::print("{}\n", to_string(to_json(tenant)));
    } else {
        fmt::print("Desk {} ({}) is made.\n", tenant.name, tenant.slug);
    }
    return {};
}

Result<void> list(DataOptions const& options) {
    TRY(auto opened, OpenDesk::open(options.folder));
    if (options.json) {
        JsonArray items;
        for (auto const& tenant : opened->tenants()) items.push_back(to_json(tenant));
        fmt::print("{}\n", to_string(JsonObject{{"items", std::move(items)}, {"next", nullptr}}));
        return {};
    }
    std::vector<std::vector<std::string>> rows;
    for (auto const& tenant : opened->tenants())
        rows.push_back({std::to_string(tenant.id.value), tenant.slug, tenant.name, tenant.language, tenant.time_zone,
                        tenant.mail_from, tenant.is_demo ? "demo" : ""});
    fmt::print("{}", table({"ID", "SHORT NAME", "NAME", "LANGUAGE", "TIME ZONE", "MAIL", ""}, rows));
    return {};
}

}  // namespace

void add_tenant(CLI::App& app, int& exit_code) {
    auto* group = app.add_subcommand("tenant", "Several desks in one data folder")->require_subcommand(1);
    auto* adding = group->add_subcommand("add", "Make another desk");
    auto added = std::make_shared<AddOptions>();
    add_folder_options(*adding, *added, true);
    adding->add_option("NAME", added->wanted.name, "As shown in mails")->required();
    adding->add_option("--slug", added->wanted.slug, "Short name, for addresses and commands")->required();
    adding->add_option("--language", added->wanted.language, "en, de or pl")->capture_default_str();
    adding->add_option("--time-zone", added->wanted.time_zone, "IANA name, Europe/Warsaw")->capture_default_str();
    adding->add_option("--mail-from", added->wanted.mail_from, "Address that its mail comes from and goes to")
        ->required();
    adding
        ->add_option_function<std::string>(
            "--second-factor",
            [added](std::string const& name) {
                added->wanted.second_factor = *domain::find_enum<domain::SecondFactor>(name);
            },
            "Who must have one: nobody, admins_and_leads or everybody (if left out)")
        ->check(CLI::IsMember({"nobody", "admins_and_leads", "everybody"}));
    adding->callback([added, &exit_code] { exit_code = finish(add(*added)); });
    auto* listing = group->add_subcommand("list", "List the desks of this data folder");
    auto listed = std::make_shared<DataOptions>();
    add_folder_options(*listing, *listed);
    listing->callback([listed, &exit_code] { exit_code = finish(list(*listed)); });
}

}  // namespace lotse::app
