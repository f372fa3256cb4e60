// SPDX-License-Identifier: Apache-2.0
#include "desk/made.h"

#include "base/crypto.h"
#include "base/text.h"
#include "domain/zone.h"
#include "store/agents.h"

namespace lotse::desk {

std::int64_t content_mark(std::string_view content) {
    std::int64_t out = 0;
    for (char const c : sha256(content).substr(0, 6)) out = out << 8 | static_cast<unsigned char>(c);
    return (out >> 1) + 1;
}

Result<std::shared_ptr<Setup const>> current_setup(Desk& desk, domain::TenantScope const& scope) {
    return desk.store.read(scope, [&](store::ReadTxn& txn) { return desk.setups.get(txn); });
}

Result<std::shared_ptr<Setup const>> current_setup_of(Desk& desk, domain::TenantScope const& scope,
                                                      domain::AgentId agent) {
    return desk.store.read(scope, [&](store::ReadTxn& txn) -> Result<std::shared_ptr<Setup const>> {
        TRY(auto setup, desk.setups.get(txn));
        if (!agent) return setup;
        TRY(auto const person, store::get_agent(txn, agent));
        auto const* known = setup->find_agent(agent);
        if (known != nullptr && known->version == person.version) return setup;
        desk.setups.drop(scope.tenant());
        return desk.setups.get(txn);
    });
}

void announce_setup(Desk& desk, store::WriteTxn& txn) {
    txn.after_commit([&desk, tenant = txn.tenant()] {
        desk.setups.drop(tenant);
        desk.signals.setup_changed(tenant);
    });
}

Result<std::string> check_address(std::string_view address, char const* field) {
    auto out = to_lower_ascii(trim(address));
    auto const at = out.rfind('@');
    bool const has_parts = at != std::string::npos && at > 0 && at + 1 < out.size();
    if (!has_parts || out.size() > 254 || out.find_first_of(" \t\r\n<>,;\"") != std::string::npos)
        return invalid("address.format", "This is not an e-mail address.", field);
    return out;
}

Result<std::string> check_name(std::string_view name, char const* field) {
    auto const out = trim(name);
    if (out.empty()) return invalid("name.empty", "A name is needed.", field);
    return std::string(out);
}

Result<void> check_time_zone(std::string_view name, char const* field) {
    if (domain::Zone::find(name)) return {};
    return invalid("time_zone.unknown", "This is no IANA time zone, such as Europe/Berlin.", field);
}

}  // namespace lotse::desk
