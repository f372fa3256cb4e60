// SPDX-License-Identifier: Apache-2.0
// lotse import mail PATH...: old mail becomes tickets. Repeatable: the second run adds nothing.
#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "app/commands/commands.h"
#include "app/mail_files.h"
#include "app/terminal.h"
#include "base/json.h"
#include "base/text.h"
#include "desk/audit.h"
#include "desk/commit_settlement.h"
#include "gateway/receive_mail.h"

namespace lotse::app {
namespace {

struct ImportOptions : DataOptions {
    std::vector<std::string> paths;
    std::string recipient;
};

struct Summary {
    std::size_t read = 0;
    std::size_t opened = 0;   // new tickets
    std::size_t joined = 0;   // articles of existing tickets
    std::size_t known = 0;    // were here before
    std::size_t unreadable = 0;
    std::vector<std::pair<std::string, std::string>> skipped;  // where, why
};

gateway::MailDelivery delivery_for(domain::Tenant const& tenant, ImportOptions const& options, Instant now) {
    gateway::MailDelivery out;
    out.door = "import";
    out.route.tenant = tenant.id;
    out.route.recipient = options.recipient.empty() ? tenant.mail_from : options.recipient;
    out.received_at = now;
    return out;
}

void take(desk::Desk& desk, domain::TenantScope const& scope, MailFile const& file, gateway::MailDelivery delivery,
          Summary& summary) {
    ++summary.read;
    // Without Message-ID and date the place in the archive is all that tells two mails apart.
    delivery.uid = file.where;
    auto const inbound = gateway::inbound_from_mail(file.bytes, delivery);
    auto const accepted = desk::accept(desk, scope, inbound);
    if (!accepted) {
        summary.skipped.emplace_back(file.where, accepted.error().message);
        return;
    }
    if (accepted->is_known) {
        ++summary.known;
        return;
    }
    (accepted->opened_ticket ? summary.opened : summary.joined) += 1;
    if (inbound.unreadable) {
        ++summary.unreadable;
        summary.skipped.emplace_back(file.where, "It could not be read; it is kept as a ticket with its raw bytes.");
    }
}

void print(Summary const& summary, bool as_json) {
    if (as_json) {
        JsonArray list;
        for (auto const& [where, why] : summary.skipped) list.push_back(JsonObject{{"where", where}, {"why", why}});
        fmt::print("{}\n", to_string(JsonObject{{"read", summary.read},
                                                {"tickets", summary.opened},
                                                {"joined", summary.joined},
                                                {"known", summary.known},
                                                {"unreadable", summary.unreadable},
                                                {"problems", std::move(list)}}));
        return;
    }
    fmt::print("{} mails read: {} new tickets, {} joined existing ones, {} were here before, {} could not be read.\n",
               summary.read, summary.opened, summary.joined, summary.known, summary.unreadable);
    for (auto const& [where, why] : summary.skipped) fmt::print("  {}  {}\n", where, paint(Colour::dim, why));
}

Result<void> import_mail(ImportOptions const& options) {
    TRY(auto opened, OpenDesk::open(options.folder));
    TRY(auto tenant, opened->tenant(options.desk));
    auto& desk = opened->desk();
    auto const scope = domain::ScopeMint::for_tenant(tenant.id);
    CHECK_OK(desk::record(desk, opened->recorded_scope(tenant, "import_mail", "mail", join(options.paths, ", "))));
    auto const delivery = delivery_for(tenant, options, desk.clock.now());
    Summary summary;
    Progress progress("importing");
    std::size_t done = 0;
    auto const total = size_of_mail_files(options.paths);
    Result<void> settled;
    read_mail_files(
        options.paths,
        [&](MailFile const& file) {
            take(desk, scope, file, delivery, summary);
            if (summary.read % 50 == 0 && settled) {
                auto const some = desk::settle_all(desk, scope);
                if (!some) settled = some.error();
            }
            progress.show(done += file.bytes.size(), total);
        },
        [&](std::string const& where, std::string const& why) { summary.skipped.emplace_back(where, why); });
    progress.finish();
    print(summary, options.json);
    CHECK_OK(settled);
    TRY([[maybe_unused]] auto rest, desk::settle_all(desk, scope));
    if (summary.read == 0) return invalid("import.nothing", "No mail was found.", "PATH");
    return {};
}

}  // namespace

void add_import(CLI::App& app, int& exit_code) {
    auto* group = app.add_subcommand("import", "Bring in what another system has")->require_subcommand(1);
    auto* mail = group->add_subcommand("mail",
                                       "Import mbox, Maildir, folders of .eml, single .eml, or - for standard input.\n"
                                       "Nobody is answered for imported mail. A second run adds nothing.");
    auto options = std::make_shared<ImportOptions>();
    add_data_options(*mail, *options, true);
    mail->add_option("PATH", options->paths, "Files and folders")->required();
    mail->add_option("--to", options->recipient, "The address the mail was for; decides the queue")->type_name("EMAIL");
    mail->callback([options, &exit_code] { exit_code = finish(import_mail(*options)); });
}

}  // namespace lotse::app
