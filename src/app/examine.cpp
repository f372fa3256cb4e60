// SPDX-License-Identifier: Apache-2.0
#include "app/examine.h"

#include <fmt/format.h>
#include <sys/statvfs.h>

#include "app/language_models.h"
#include "desk/audit_chain.h"
#include "desk/index_tickets.h"
#include "desk/mailbox_progress.h"
#include "desk/make_vectors.h"
#include "store/events.h"
#include "store/letters.h"
#include "store/outbox.h"
#include "store/setup.h"
#include "store/tenants.h"

namespace lotse::app {
namespace {

constexpr double kLittleSpace = 1e9;  // bytes
constexpr std::int64_t kManyUnindexed = 1000;

Finding examine_database(store::Store& store) {
    Finding out{"database",
                Health::good,
                fmt::format("{}, schema {}, {}", store.engine(), store::schema_version(), store.durability()),
                {}};
    if (auto const whole = store.verify(); !whole) {
        out.health = Health::bad;
        out.says = whole.error().message;
        out.remedy = "Stop the desk, keep this folder, and restore the last backup: lotse restore FOLDER --data NEW";
    }
    return out;
}

Finding examine_space(std::string const& folder) {
    struct statvfs info{};
    if (::statvfs(folder.c_str(), &info) != 0) return {"disk", Health::warning, "The free space cannot be read.", {}};
    auto const free = static_cast<double>(info.f_bavail) * static_cast<double>(info.f_frsize);
    Finding out{"disk", Health::good, fmt::format("{:.1f} GB free", free / 1e9), {}};
    if (free < kLittleSpace) {
        out.health = Health::warning;
        out.remedy = "Make room: with a full disk the doors refuse mail, and senders keep it.";
    }
    return out;
}

// By the sentence of the failure, which is all that is kept of it.
std::string mailbox_remedy(std::string_view says) {
    auto const has = [&](char const* words) { return says.find(words) != std::string_view::npos; };
    if (has("certificate"))
        return "Ask the mail server's admin for a good certificate, or name its authority as mail.ca_file in the "
               "configuration.";
    if (has("STARTTLS")) return "Set this mailbox to security \"tls\" and the port for it, mostly 993.";
    if (has("access token")) return "Give this mailbox a fresh access token as its password.";
    return "Check host, user and password of this mailbox.";
}

Result<void> examine_letters(store::ReadTxn& txn, domain::Tenant const& tenant, std::vector<Finding>& out) {
    TRY(auto const letters, store::count_letters(txn));
    Finding finding{tenant.slug + ": letters",
                    Health::good,
                    fmt::format("{} letters wait, {} given up", letters.waiting, letters.dead),
                    {}};
    if (letters.dead > 0) {
        TRY(auto const newest, store::list_dead_letters(txn, {}, 1));
        finding.health = Health::warning;
        if (!newest.empty()) finding.remedy = "The last one was given up because: " + newest.front().why;
    }
    out.push_back(std::move(finding));
    return {};
}

Finding examine_index(domain::Tenant const& tenant, desk::IndexProgress const& index) {
    auto const left = index.changed + index.never;
    if (left == 0) return {tenant.slug + ": search", Health::good, "every ticket is indexed", {}};
    return {tenant.slug + ": search", left > kManyUnindexed ? Health::warning : Health::good,
            fmt::format("about {} tickets are still to be indexed", left),
            left > kManyUnindexed
                ? "This goes on while `lotse serve` runs on this folder; until then search misses the "
                  "older tickets."
                : ""};
}

// As a running desk names it; "" none that can be used.
std::string installed_model(std::string const& folder, std::vector<Finding>& out) {
    auto const opened = open_installed_model(folder);
    if (!opened) {
        out.push_back({"language model", Health::warning, "damaged: triage and similar tickets go by words alone",
                       opened.error().message});
        return {};
    }
    if (!*opened) {
        out.push_back({"language model",
                       Health::good,
                       "none (optional): triage and similar tickets go by words alone; lotse models install e5",
                       {}});
        return {};
    }
    out.push_back({"language model", Health::good, (*opened)->version() + " is installed", {}});
    return (*opened)->version();
}

Result<void> examine_vectors(desk::Desk& desk, domain::Tenant const& tenant, std::string const& model,
                             std::vector<Finding>& out) {
    auto const scope = domain::ScopeMint::for_tenant(tenant.id);
    TRY(auto const left,
        desk.store.read(scope, [&](store::ReadTxn& txn) { return desk::vector_progress(txn, model); }));
    auto const says = left.changed + left.never == 0 ? std::string("every ticket has its vector")
                                                     : fmt::format(
                                                           "about {} tickets still wait for their vector; this "
                                                           "goes on while `lotse serve` runs",
                                                           left.changed + left.never);
    out.push_back({tenant.slug + ": meaning", Health::good, says, {}});
    return {};
}

Result<void> examine_audit(desk::Desk& desk, domain::Tenant const& tenant, std::vector<Finding>& out) {
    TRY(auto const check, desk::check_whole_chain(desk, domain::ScopeMint::for_tenant(tenant.id)));
    Finding finding{tenant.slug + ": audit list", Health::good, fmt::format("whole, {} rows", check.checked), {}};
    if (check.fault != desk::ChainFault::none) {
        finding.health = Health::bad;
        finding.says = fmt::format("not whole: {} at number {}", desk::name_of(check.fault), check.fault_at);
        finding.remedy =
            "Somebody has changed the database past the desk. Keep a copy of it, and compare with the last "
            "backup and the checkpoints in the log.";
    }
    out.push_back(std::move(finding));
    return {};
}

Result<void> examine_desk(desk::Desk& desk, domain::Tenant const& tenant, std::vector<Finding>& out) {
    auto const scope = domain::ScopeMint::for_tenant(tenant.id);
    auto const now = desk.clock.now();
    return desk.store.read(scope, [&](store::ReadTxn& txn) -> Result<void> {
        TRY(auto unsettled, store::list_unsettled(txn, 1000));
        Finding backlog{
            tenant.slug + ": backlog", Health::good, fmt::format("{} events wait to be settled", unsettled.size()), {}};
        if (!unsettled.empty() && now - unsettled.front().at > std::chrono::minutes{5}) {
            backlog.health = Health::warning;
            backlog.remedy = "The oldest has waited over five minutes. Is `lotse serve` running on this folder?";
        }
        out.push_back(std::move(backlog));
        TRY(auto outbox, store::outbox_state(txn));
        Finding notices{tenant.slug + ": outbox",
                        Health::good,
                        fmt::format("{} notices wait, {} given up", outbox.waiting, outbox.dead),
                        {}};
        if (outbox.dead > 0) {
            notices.health = Health::warning;
            notices.remedy = "See Settings, Undelivered mail: the reasons, and how to try again.";
        }
        out.push_back(std::move(notices));
        CHECK_OK(examine_letters(txn, tenant, out));
        TRY(auto const index, desk::index_progress(txn));
        out.push_back(examine_index(tenant, index));
        TRY(auto mailboxes, store::list_mailboxes(txn));
        for (auto const& mailbox : mailboxes) {
            if (mailbox.host.empty() || !mailbox.is_enabled) continue;
            TRY(auto state, desk::read_mailbox_state(txn, mailbox.id));
            Finding finding{
                tenant.slug + ": " + mailbox.address, Health::good, state.empty() ? "not fetched yet" : state, {}};
            if (state.starts_with("failed")) {
                finding.health = Health::bad;
                finding.remedy = mailbox_remedy(state);
            }
            out.push_back(std::move(finding));
        }
        return {};
    });
}

}  // namespace

Finding examine_links(Config const& config) {
    auto const url = public_url_of(config);
    if (!url.empty()) return {"links in mail", Health::good, "lead to " + url, {}};
    return {"links in mail", Health::warning, "nobody has said at which address people reach this desk",
            "Set public_url below [http]; until then no link to choose a password is mailed."};
}

std::vector<Finding> examine(OpenDesk& opened) {
    std::vector<Finding> out;
    auto& desk = opened.desk();
    out.push_back(examine_database(desk.store));
    out.push_back(examine_space(opened.folder()));
    auto const model = installed_model(opened.folder(), out);
    for (auto const& tenant : opened.tenants()) {
        if (auto const seen = examine_desk(desk, tenant, out); !seen)
            out.push_back({tenant.slug, Health::bad, seen.error().message, {}});
        if (auto const seen = model.empty() ? Ok() : examine_vectors(desk, tenant, model, out); !seen)
            out.push_back({tenant.slug + ": meaning", Health::bad, seen.error().message, {}});
        if (auto const seen = examine_audit(desk, tenant, out); !seen)
            out.push_back({tenant.slug + ": audit list", Health::bad, seen.error().message, {}});
    }
    return out;
}

}  // namespace lotse::app
