// SPDX-License-Identifier: Apache-2.0
// Tokens of programs: issued, listed, revoked.
#pragma once

#include <vector>

#include "access/authenticate.h"
#include "desk/made.h"

namespace lotse::desk {

// Nobody issues more than they have themselves (forbidden "token.beyond"). The text is in this answer and nowhere else,
// so a repeated call cannot give it again: conflict "token.shown_once". Errors besides: invalid with the field.
Result<access::IssuedToken> issue_token(Desk& desk, access::Principal const& principal, access::NewToken const& wanted,
                                        CallKey const& key);
Result<std::vector<store::Token>> list_tokens(Desk& desk, domain::TenantScope const& scope);
// A revoked token stays in the list. Revoking twice is no fault. Error: not_found "token.missing".
Result<void> revoke_token(Desk& desk, domain::TenantScope const& scope, domain::TokenId id);

}  // namespace lotse::desk
