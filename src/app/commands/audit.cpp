// SPDX-License-Identifier: Apache-2.0
// lotse audit verify: is the audit list as it was written.
#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "app/commands/commands.h"
#include "app/terminal.h"
#include "base/json.h"
#include "base/text.h"
#include "desk/audit_chain.h"

namespace lotse::app {
namespace {

struct VerifyOptions : DataOptions {
    std::string checkpoint;  // "SEQ:HASH" that was kept elsewhere; "" = none
};

Error broken(std::string message) { return {Kind::corrupt, "audit.broken", std::move(message), {}, {}}; }

// What was kept elsewhere shows a list whose end was cut off together with its checkpoint.
Result<void> compare(desk::Desk& desk, domain::TenantScope const& scope, desk::ChainCheck const& check,
                     std::string_view kept) {
    if (kept.empty()) return {};
    auto const colon = kept.find(':');
    auto const seq = to_int(kept.substr(0, colon));
    if (!seq || *seq < 1 || colon == std::string_view::npos)
        return invalid("audit.checkpoint", "A checkpoint reads NUMBER:HASH, as in the log.", "--checkpoint");
    if (check.base && *seq < check.base->seq)
        return invalid("audit.checkpoint", "That row has been forgotten, as the settings say; take a later checkpoint.",
                       "--checkpoint");
    TRY(auto const row, desk.store.read(scope, [&](store::ReadTxn& txn) { return store::find_in_chain(txn, *seq); }));
    auto const is_base = check.base && check.base->seq == *seq;
    auto const hash = is_base ? check.base->hash : row ? row->hash : std::string();
    if (hex(hash) == kept.substr(colon + 1)) return {};
    return broken(
        fmt::format("Row {} is not the one that was signed then: the end was cut off or written anew.", *seq));
}

Result<void> verify(VerifyOptions const& options) {
    TRY(auto opened, OpenDesk::open(options.folder));
    TRY(auto const tenant, opened->tenant(options.desk));
    auto const scope = domain::ScopeMint::for_tenant(tenant.id);
    TRY(auto const check, desk::check_whole_chain(opened->desk(), scope));
    bool const is_whole = check.fault == desk::ChainFault::none;
    if (options.json)
        fmt::print("{}\n", to_string(JsonObject{{"is_whole", is_whole},
                                                {"fault", is_whole ? Json(nullptr) : Json(desk::name_of(check.fault))},
                                                {"fault_at", is_whole ? Json(nullptr) : Json(check.fault_at)},
                                                {"checked", check.checked},
                                                {"head", check.head}}));
    if (!is_whole)
        return broken(fmt::format("The audit list of {} is not whole: {} at number {}.", tenant.slug,
                                  desk::name_of(check.fault), check.fault_at));
    CHECK_OK(compare(opened->desk(), scope, check, options.checkpoint));
    if (!options.json)
        fmt::print("The audit list of {} is whole: {} rows checked, the newest has number {}.\n", tenant.slug,
                   check.checked, check.head);
    return {};
}

}  // namespace

void add_audit(CLI::App& app, int& exit_code) {
    auto* group = app.add_subcommand("audit", "The audit list of a desk")->require_subcommand(1);
    auto* command = group->add_subcommand("verify", "Check that nothing in it was changed, dropped or made up");
    auto options = std::make_shared<VerifyOptions>();
    add_data_options(*command, *options);
    command->add_option("--checkpoint", options->checkpoint,
                        "NUMBER:HASH of an \"audit checkpoint\" kept from the log");
    command->callback([options, &exit_code] { exit_code = finish(verify(*options)); });
}

}  // namespace lotse::app
