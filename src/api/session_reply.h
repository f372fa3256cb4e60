// SPDX-License-Identifier: Apache-2.0
// What every way of signing in ends with: the cookie, and who is signed in.
#pragma once

#include <string_view>

#include "access/authenticate.h"
#include "access/webauthn.h"
#include "api/call.h"
#include "api/schema.h"

namespace lotse::api {

Schema session_schema();
// `cookie` "" for a token.
Result<Reply> show_session(Call const& call, access::Principal const& who, std::string_view cookie);

// Sets the fresh cookie; whatever session the browser had before is ended, so nobody can have planted the one that is
// used now.
Result<Reply> signed_in_reply(Call const& call, access::Login const& login);
std::string cookie_header(net::Request const& request, std::string_view value, int seconds);

// After a first second factor: where the caller was held to making one, the answer brings a session with a fresh cookie, so
// that one that was seen before it grew is worth nothing. Nothing for everybody else.
void add_promotion(Call const& call, store::SessionMeans means, Reply& reply);

// From a page of ours, and not readable on the way. Errors: forbidden "access.cross_site", "session.clear_text".
Result<void> check_way_in(Call const& call);

access::Visit visit_of(Call const& call);
// Where the browser thinks it is, for passkeys.
access::RelyingParty party_of(Call const& call);

}  // namespace lotse::api
