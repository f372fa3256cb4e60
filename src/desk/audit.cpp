// SPDX-License-Identifier: Apache-2.0
#include "desk/audit.h"

namespace lotse::desk {

Result<AuditList> list_audit(Desk& desk, domain::TenantScope const& scope, store::AuditQuery const& query) {
    return desk.store.read(scope, [&](store::ReadTxn& txn) -> Result<AuditList> {
        AuditList out;
        TRY(out.page, store::list_audit(txn, query));
        TRY(out.setup, desk.setups.get(txn));
        return out;
    });
}

Result<void> record(Desk& desk, domain::TenantScope const& scope) {
    return desk.store.write(scope, [](store::WriteTxn&) -> Result<void> { return {}; });
}

}  // namespace lotse::desk
