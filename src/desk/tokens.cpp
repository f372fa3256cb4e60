// SPDX-License-Identifier: Apache-2.0
#include "desk/tokens.h"

namespace lotse::desk {

Result<access::IssuedToken> issue_token(Desk& desk, access::Principal const& principal, access::NewToken const& wanted,
                                        CallKey const& key) {
    TRY(auto permissions, access::permissions_of(wanted.scopes));
    if ((permissions & ~principal.permissions).any())
        return forbidden("token.beyond", "A token may not do more than who issues it.");
    return desk.store.write(principal.scope, [&](store::WriteTxn& txn) -> Result<access::IssuedToken> {
        TRY(auto known, recall(txn, key));
        if (known)
            return conflict(
                "token.shown_once",
                "This call has made a token already, and its text was shown then. Revoke it and make another.");
        auto issued = access::issue_token(txn, desk.clock, wanted);
        if (!issued && issued.error().kind == Kind::not_found)
            return invalid("agent.missing", "There is no such agent.", "/agent");
        if (!issued) return issued.error();
        CHECK_OK(remember(txn, key, JsonObject{{"id", issued->token.id.value}}, desk.clock.now()));
        return *std::move(issued);
    });
}

Result<std::vector<store::Token>> list_tokens(Desk& desk, domain::TenantScope const& scope) {
    return desk.store.read(scope, [](store::ReadTxn& txn) { return store::list_tokens(txn); });
}

Result<void> revoke_token(Desk& desk, domain::TenantScope const& scope, domain::TokenId id) {
    return desk.store.write(scope,
                            [&](store::WriteTxn& txn) { return store::revoke_token(txn, id, desk.clock.now()); });
}

}  // namespace lotse::desk
