// SPDX-License-Identifier: Apache-2.0
// lotse demo run | load | remove | mail: a desk with a story, to look at before you have one of your own.
#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <algorithm>
#include <thread>

#include "access/authenticate.h"
#include "app/child_server.h"
#include "app/commands/commands.h"
#include "app/demo/load_demo.h"
#include "app/demo/rights_line.h"
#include "app/demo/sample_mail.h"
#include "app/terminal.h"
#include "app/ticket_text.h"
#include "base/json.h"
#include "desk/sign_in_link.h"
#include "net/endpoint.h"
#include "store/agents.h"

namespace lotse::app {
namespace {

struct LoadOptions : DataOptions {
    StoryPlan plan;
};
struct MailOptions : DataOptions {
    std::string smtp = "127.0.0.1:2525";
    std::string language = "en";
};
struct RunOptions : DataOptions {
    std::string http = "127.0.0.1:8080";
    std::string smtp = "127.0.0.1:2525";
    bool once = false;
};

Result<domain::Tenant> find_demo(OpenDesk const& opened) {
    for (auto const& tenant : opened.tenants())
        if (tenant.is_demo && !tenant.is_unfinished) return tenant;
    return not_found("demo.missing", "There is no demo desk in this data folder. Load it: lotse demo load");
}

Result<domain::Tenant> load_into(OpenDesk& opened, StoryPlan const& plan) {
    Progress progress("living through 60 days of the demo desk");
    DemoLoading loading{opened.folder(), plan};
    loading.progress = [&](auto done, auto total) { progress.show(done, total); };
    auto loaded = load_demo(opened.desk(), loading);
    progress.finish();
    return loaded;
}

Result<void> load(LoadOptions const& options) {
    auto folder = options.folder;
    folder.relaxed = true;
    TRY(auto opened, OpenDesk::open(folder));
    TRY(auto tenant, load_into(*opened, options.plan));
    if (options.json) {
        fmt::print("{}\n", to_string(JsonObject{{"desk", tenant.slug}, {"tickets", options.plan.tickets}}));
    } else {
        fmt::print("The demo desk {} is loaded: {} tickets over {} days.\n", tenant.name, options.plan.tickets,
                   options.plan.days);
    }
    return {};
}

Result<void> remove(DataOptions const& options) {
    TRY(auto opened, OpenDesk::open(options.folder));
    CHECK_OK(remove_demo(opened->desk(), opened->folder()));
    if (options.json) {
        fmt::print("{}\n", to_string(JsonObject{{"removed", true}}));
    } else {
        fmt::print("The demo desk is removed; nothing else was touched.\n");
    }
    return {};
}

// Waits until the desk has decided; the doors and jobs work in another process.
Result<desk::TicketView> wait_for_decision(desk::Desk& desk, domain::TenantScope const& scope, SampleMail const& mail) {
    for (int i = 0; i < 200; ++i) {
        TRY(auto ticket, find_settled(desk, scope, mail));
        if (ticket) return desk::view_ticket(desk, scope, *ticket);
        std::this_thread::sleep_for(std::chrono::milliseconds{50});
    }
    return unavailable("demo.slow", "The desk took the mail but has not decided within 10 s; see its log.");
}

Result<void> send(OpenDesk& opened, domain::Tenant const& tenant, std::string const& smtp, std::string_view language,
                  bool as_json) {
    auto const scope = domain::ScopeMint::for_tenant(tenant.id);
    TRY(auto mail, make_sample_mail(opened.desk(), scope, language));
    CHECK_OK(hand_over(mail, smtp));
    TRY(auto view, wait_for_decision(opened.desk(), scope, mail));
    if (as_json) {
        fmt::print("{}\n", to_string(ticket_view_json(view)));
        return {};
    }
    fmt::print("\n{} {} writes to {}: {}\n", paint(Colour::blue, "✉"), mail.customer.name, mail.to,
               paint(Colour::bold, mail.subject));
    fmt::print("{} ticket {}\n{}", paint(Colour::green, "→"), view.ticket.id.value, decision_text(view));
    return {};
}

Result<void> send_one(MailOptions const& options) {
    TRY(auto opened, OpenDesk::open(options.folder));
    TRY(auto tenant, find_demo(*opened));
    return send(*opened, tenant, options.smtp, options.language, options.json);
}

// A link for somebody who may do everything in the demo desk.
Result<std::string> link_for_admin(OpenDesk& opened, domain::TenantScope const& scope, std::string const& http) {
    TRY(auto agents, opened.desk().store.read(scope, [](store::ReadTxn& txn) { return store::list_agents(txn); }));
    auto admin = std::ranges::find(agents, domain::Role::admin, &domain::Agent::role);
    if (admin == agents.end()) admin = agents.begin();
    if (admin == agents.end()) return not_found("demo.nobody", "The demo desk has no agents.");
    TRY(auto link, desk::make_sign_in_link(opened.desk(), scope, admin->email));
    return fmt::format("http://{}/sign-in/link/{}", http, link.reveal());
}

struct GoOn {
    std::string http;
    std::string smtp;
    std::string token;
    std::string folder;
    std::string link;
};

void print_how_to_go_on(GoOn const& go_on) {
    auto const& [http, smtp, token, folder, link] = go_on;
    fmt::print("\n{}\n", paint(Colour::bold, "Go on:"));
    fmt::print("  read the API        http://{}/api\n", http);
    fmt::print("  list tickets        curl -s -H 'Authorization: Bearer {}' 'http://{}/api/v1/tickets?limit=5'\n",
               token, http);
    fmt::print("  send another mail   build/release/lotse demo mail --data {} --smtp {} --lang pl\n", folder, smtp);
    fmt::print("  read a ticket       build/release/lotse ticket show --data {} --desk {} 1\n", folder, kDemoSlug);
    fmt::print("  start over          rm -r {} && ./dev run\n", folder);
    fmt::print("  the desk            http://{}/sign-in?desk={}\n", http, kDemoSlug);
    fmt::print("  sign in             {}   (once, for 15 minutes)\n", link);
    std::fflush(stdout);
}

Result<void> run(RunOptions const& options) {
    auto folder = options.folder;
    {
        // History is loaded without waiting for the disk at every step; the desk itself runs with full durability.
        folder.relaxed = true;
        TRY(auto opened, OpenDesk::open(folder));
        if (!find_demo(*opened)) {
            TRY([[maybe_unused]] auto loaded, load_into(*opened, {}));
        }
        folder.relaxed = false;
    }
    std::vector<std::string> arguments{
        "serve", "--data", folder.data_folder, "--http", options.http, "--smtp", options.smtp, "--log", "error"};
    if (!folder.database_url.empty()) arguments.insert(arguments.end(), {"--database", folder.database_url});
    TRY(auto server, ChildServer::start(arguments));
    std::string const http(text_at(server.ready(), "http"));
    std::string const smtp(text_at(server.ready(), "smtp"));
    TRY(auto opened, OpenDesk::open(folder));
    TRY(auto tenant, find_demo(*opened));
    if (!options.json)
        fmt::print("{} is open on http://{} and takes mail on {}. Three customers write:\n",
                   paint(Colour::bold, tenant.name), http, smtp);
    for (auto const language : {"en", "de", "pl"}) CHECK_OK(send(*opened, tenant, smtp, language, options.json));
    TRY(auto const rights, rights_line(opened->desk(), domain::ScopeMint::for_tenant(tenant.id)));
    if (!options.json && !rights.empty())
        fmt::print("\n{} {}\n  day by day          http://{}/settings/gate\n", paint(Colour::bold, "Triage:"), rights,
                   http);
    auto const scope = opened->recorded_scope(tenant, "create_token", "token", "demo run");
    TRY(auto token, opened->desk().store.write(scope, [&](store::WriteTxn& txn) {
        return access::issue_token(txn, opened->desk().clock, {"demo run", {"admin"}, {}, std::chrono::days{1}});
    }));
    TRY(auto const link,
        link_for_admin(*opened, opened->recorded_scope(tenant, "create_sign_in_link", "agent", "the demo's admin"),
                       http));
    if (!options.json) print_how_to_go_on({http, smtp, token.text.reveal(), folder.data_folder, link});
    if (options.once) return {};
    if (!options.json) fmt::print("{}\n", paint(Colour::dim, "The desk runs until you press Ctrl-C."));
    std::fflush(stdout);
    server.wait();
    return {};
}

}  // namespace

void add_demo(CLI::App& app, int& exit_code) {
    auto* group = app.add_subcommand("demo", "A desk with sixty days of history, to look at")->require_subcommand(1);

    auto* running = group->add_subcommand(
        "run", "Load the demo desk if need be, start it, and show three fresh mails become tickets");
    auto ran = std::make_shared<RunOptions>();
    add_folder_options(*running, *ran, true);
    running->add_option("--http", ran->http, "Where the API listens")->capture_default_str()->type_name("HOST:PORT");
    running->add_option("--smtp", ran->smtp, "Where mail comes in")->capture_default_str()->type_name("HOST:PORT");
    running->add_flag("--once", ran->once, "Stop after the three mails");
    running->callback([ran, &exit_code] { exit_code = finish(run(*ran)); });

    auto* loading = group->add_subcommand("load", "Load the demo desk beside your own; nothing is mixed");
    auto loaded = std::make_shared<LoadOptions>();
    add_folder_options(*loading, *loaded, true);
    loading->add_option("--tickets", loaded->plan.tickets, "How many, and one in 25 more that tell of an outage")
        ->check(CLI::Range(1, 1'000'000))
        ->capture_default_str();
    loading->add_option("--days", loaded->plan.days, "Over how many days")
        ->check(CLI::Range(1, 3650))
        ->capture_default_str();
    loading->add_option("--seed", loaded->plan.seed, "Another seed tells another story")->capture_default_str();
    loading->callback([loaded, &exit_code] { exit_code = finish(load(*loaded)); });

    auto* removing = group->add_subcommand("remove", "Remove the demo desk and everything in it");
    auto removed = std::make_shared<DataOptions>();
    add_folder_options(*removing, *removed);
    removing->callback([removed, &exit_code] { exit_code = finish(remove(*removed)); });

    auto* mailing =
        group->add_subcommand("mail", "Send a customer's mail to a running demo desk and show what becomes of it");
    auto mailed = std::make_shared<MailOptions>();
    add_folder_options(*mailing, *mailed);
    mailing->add_option("--smtp", mailed->smtp, "The desk's SMTP door")->capture_default_str()->type_name("HOST:PORT");
    mailing->add_option("--lang", mailed->language, "en, de or pl")->capture_default_str();
    mailing->callback([mailed, &exit_code] { exit_code = finish(send_one(*mailed)); });
}

}  // namespace lotse::app
