// SPDX-License-Identifier: Apache-2.0
// What a request says beside its body: cookies, where it came from, query parameters. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "api/schema.h"
#include "net/http.h"

namespace lotse::api {

std::string_view header_of(net::Request const& request, std::string_view name);  // "" if absent
std::string_view cookie_of(net::Request const& request, std::string_view name);  // "" if absent
// Whether a proxy handed the request on, so that the peer's address says nothing of the caller.
bool is_forwarded(net::Request const& request);
// Under TLS, ours or that of a trusted proxy.
bool is_secure(net::Request const& request);
bool is_from_this_machine(net::Request const& request);
// The address of who asks, for limits and for the record: the peer's, or behind a trusted proxy the last one that it
// names in X-Forwarded-For. What else a caller writes there, and what is no address, is not believed.
std::string caller_of(net::Request const& request);

// By the declaration of an operation: numbers and booleans become such, lists take "a,b" and repeated names. What does
// not read stays text, so that check_value() tells what is wrong with it.
JsonObject read_query(std::vector<Property> const& declared, net::Params const& query);

}  // namespace lotse::api
