// SPDX-License-Identifier: Apache-2.0
// Tenants, and the settings of a desk.
#pragma once

#include <vector>

#include "domain/desk_setup.h"
#include "domain/people.h"
#include "store/db.h"

namespace lotse::store {

Result<std::vector<domain::Tenant>> list_tenants(Store& store);
Result<domain::Tenant> add_tenant(Store& store, domain::Tenant tenant);  // id is given by the store
Result<domain::Tenant> get_tenant(ReadTxn& txn);                         // the transaction's own
Result<void> update_tenant(WriteTxn& txn, domain::Tenant const& tenant);
// Everything of this tenant, for good. Used to remove the demo desk; refuses others (code "tenant.not_demo").
Result<void> remove_demo_tenant(Store& store, domain::TenantId tenant);

Result<domain::DeskSettings> read_settings(ReadTxn& txn);  // defaults where nothing is stored
Result<void> write_settings(WriteTxn& txn, domain::DeskSettings const& settings);
// Small named values: secrets of the desk ("reply_key"), cues, cursors. "" if absent.
Result<std::string> read_note(ReadTxn& txn, std::string_view key);
Result<void> write_note(WriteTxn& txn, std::string_view key, std::string_view value);

}  // namespace lotse::store
