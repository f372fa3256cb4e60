// SPDX-License-Identifier: Apache-2.0
// lotse gate status | stop | resume | undo: what triage may do alone, from the command line; it works at once, also while
// a server runs on the same data.
#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <algorithm>
#include <tuple>

#include "app/commands/commands.h"
#include "app/terminal.h"
#include "base/json.h"
#include "desk/gate.h"
#include "desk/run_bulk.h"
#include "desk/undo_labels.h"

namespace lotse::app {
namespace {

struct GateOptions : DataOptions {
    std::string field;
};

struct UndoOptions : GateOptions {
    std::string model;
    std::string from;
    std::string until;
    std::int64_t agent = 0;
    bool does = false;
};

// All desks of the folder, or the one that is named.
Result<std::vector<domain::Tenant>> chosen(OpenDesk const& opened, std::string const& slug) {
    if (slug.empty()) return opened.tenants();
    TRY(auto tenant, opened.tenant(slug));
    return std::vector{std::move(tenant)};
}

access::Principal operator_on(OpenDesk const& opened, domain::Tenant const& tenant, std::string action,
                              std::string const& object) {
    auto out = access::operator_of(tenant.id);
    out.scope = opened.recorded_scope(tenant, std::move(action), "gate", object);
    return out;
}

Result<void> set_stopped(GateOptions const& options, bool is_stopped) {
    TRY(auto opened, OpenDesk::open(options.folder));
    TRY(auto const tenants, chosen(*opened, options.desk));
    for (auto const& tenant : tenants) {
        auto const who = operator_on(*opened, tenant, is_stopped ? "stop_gate" : "resume_gate",
                                     options.field.empty() ? tenant.name : options.field);
        if (options.field.empty()) {
            CHECK_OK(desk::stop_gate(opened->desk(), who, is_stopped));
        } else {
            desk::GateWishes wishes;
            wishes.is_stopped = is_stopped;
            TRY([[maybe_unused]] auto stored, desk::change_gate_field(opened->desk(), who, options.field, 0, wishes));
        }
        if (options.json) continue;
        fmt::print("{}: triage {} {}.\n", tenant.name, is_stopped ? "acts no more on" : "may act again on",
                   options.field.empty() ? "any field" : options.field);
    }
    return {};
}

Result<void> show_status(GateOptions const& options) {
    TRY(auto opened, OpenDesk::open(options.folder));
    TRY(auto const tenants, chosen(*opened, options.desk));
    JsonArray items;
    std::vector<std::vector<std::string>> rows;
    for (auto const& tenant : tenants) {
        TRY(auto const view, desk::view_gate(opened->desk(), domain::ScopeMint::for_tenant(tenant.id)));
        for (auto const& field : view.fields) {
            bool const is_stopped = view.is_stopped || field.wishes.is_stopped;
            auto const automatic = std::ranges::count(field.values, gate::Stage::automatic, &desk::SliceView::stage);
            rows.push_back({tenant.slug, field.wishes.field, is_stopped ? "stopped" : "may act",
                            fmt::format("{} of {}", automatic, field.values.size()),
                            field.wishes.trusts_before_proof ? "trusted before proof" : "waits for proof"});
            items.push_back(JsonObject{{"desk", tenant.slug},
                                       {"field", field.wishes.field},
                                       {"is_stopped", is_stopped},
                                       {"automatic", automatic},
                                       {"values", field.values.size()},
                                       {"trusts_before_proof", field.wishes.trusts_before_proof}});
        }
    }
    if (options.json) fmt::print("{}\n", to_string(JsonObject{{"items", std::move(items)}, {"next", nullptr}}));
    else fmt::print("{}", table({"DESK", "FIELD", "NOW", "AUTOMATIC", "BEFORE PROOF"}, rows));
    return {};
}

Result<desk::UndoWish> wish_of(UndoOptions const& options) {
    desk::UndoWish out;
    out.field = options.field;
    out.model = options.model;
    out.agent = domain::AgentId{options.agent};
    for (auto const& [text, at, name] :
         {std::tuple{&options.from, &out.from, "--from"}, std::tuple{&options.until, &out.until, "--until"}}) {
        if (text->empty()) continue;
        auto const parsed = parse_rfc3339(*text);
        if (!parsed) return invalid("undo.time", fmt::format("{} is a time like 2026-03-04T09:00:00Z.", name), name);
        *at = *parsed;
    }
    return out;
}

Result<void> undo(UndoOptions const& options) {
    TRY(auto opened, OpenDesk::open(options.folder));
    TRY(auto const tenant, opened->tenant(options.desk));
    TRY(auto const wish, wish_of(options));
    auto& desk = opened->desk();
    auto const scope = domain::ScopeMint::for_tenant(tenant.id);
    TRY(auto const preview, desk::preview_undo(desk, scope, wish));
    fmt::print("{} labels of {} tickets would go back; {} were touched by people since and stay.\n", preview.labels,
               preview.tickets, preview.touched);
    if (!options.does) {
        fmt::print("Nothing is done yet: add --yes.\n");
        return {};
    }
    auto const who = operator_on(*opened, tenant, "start_label_undo", tenant.name);
    TRY(auto const started, desk::start_undo(desk, who, wish, {}));
    auto job = started.job;
    while (job.is_waiting) {
        TRY([[maybe_unused]] bool const more, desk::run_bulk_step(desk));
        TRY(job, desk::get_job(desk, scope, job.id));
    }
    fmt::print("Job {}: {} tickets looked at, {} failed. It can be taken back on the page of the gate.\n", job.id.value,
               job.done, job.failed);
    return {};
}

void add_field(CLI::App& command, GateOptions& options) {
    command.add_option("--field", options.field, "Only this one: category, type, impact or urgency")
        ->type_name("FIELD");
}

}  // namespace

void add_gate(CLI::App& app, int& exit_code) {
    auto* group = app.add_subcommand("gate", "What triage may do alone, and stopping it")->require_subcommand(1);
    group->footer("Without --desk, status, stop and resume mean every desk of the data folder.");
    auto const plain = [&](char const* name, char const* about, auto run) {
        auto* command = group->add_subcommand(name, about);
        auto options = std::make_shared<GateOptions>();
        add_data_options(*command, *options);
        add_field(*command, *options);
        command->callback([options, run, &exit_code] { exit_code = finish(run(*options)); });
    };
    plain("status", "Show what triage may do", [](GateOptions const& options) { return show_status(options); });
    plain("stop", "Stop every automatic act of triage, at once",
          [](GateOptions const& options) { return set_stopped(options, true); });
    plain("resume", "Let triage act again", [](GateOptions const& options) { return set_stopped(options, false); });
    auto* undoing = group->add_subcommand("undo", "Take back what triage set, or what one person decided");
    auto undone = std::make_shared<UndoOptions>();
    add_data_options(*undoing, *undone);
    add_field(*undoing, *undone);
    undoing->add_option("--model", undone->model, "Only what this model set")->type_name("MODEL");
    undoing->add_option("--from", undone->from, "Only what was set from then on, such as 2026-03-04T09:00:00Z")
        ->type_name("TIME");
    undoing->add_option("--until", undone->until, "Only what was set before then")->type_name("TIME");
    undoing->add_option("--agent", undone->agent, "Number of a person: their decisions instead")->type_name("ID");
    undoing->add_flag("--yes", undone->does, "Do it; without this it only says how much it would be");
    undoing->callback([undone, &exit_code] { exit_code = finish(undo(*undone)); });
}

}  // namespace lotse::app
