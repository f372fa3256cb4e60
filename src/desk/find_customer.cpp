// SPDX-License-Identifier: Apache-2.0
#include "desk/find_customer.h"

#include "base/text.h"
#include "store/agents.h"
#include "store/customers.h"

namespace lotse::desk {
namespace {

constexpr std::size_t kNameBytes = 200;

std::string name_from(domain::Person const& person) {
    auto const name = trim(person.name);
    if (!name.empty()) return std::string(cut_utf8(name, kNameBytes));
    auto const at = person.address.find('@');
    return person.address.empty() ? "Unknown" : person.address.substr(0, at);
}

// Only an agent's forward changes who the customer is; anybody else could put a stranger's name on a ticket.
Result<bool> was_forwarded_by_agent(store::ReadTxn& txn, domain::Inbound const& inbound) {
    if (!inbound.original_sender || inbound.original_sender->address.empty()) return false;
    TRY(auto agent, store::find_agent_by_email(txn, inbound.from.address));
    return agent.has_value();
}

}  // namespace

Result<domain::Customer> find_or_make_customer(store::WriteTxn& txn, domain::Inbound const& inbound, Instant now) {
    if (inbound.customer) return store::get_customer(txn, inbound.customer);
    TRY(auto is_forward, was_forwarded_by_agent(txn, inbound));
    auto const& person = is_forward ? *inbound.original_sender : inbound.from;
    if (!person.address.empty()) {
        TRY(auto known, store::find_customer_by_email(txn, person.address));
        if (known) return *std::move(known);
    }
    domain::Customer customer;
    customer.name = name_from(person);
    customer.email = person.address;
    customer.phone = inbound.phone;
    customer.created_at = now;
    if (auto const at = person.address.rfind('@'); at != std::string::npos) {
        TRY(auto organization, store::find_organization_by_domain(txn, person.address.substr(at + 1)));
        if (organization) customer.organization = organization->id;
    }
    return store::add_customer(txn, std::move(customer));
}

}  // namespace lotse::desk
