// SPDX-License-Identifier: Apache-2.0
#include "api/call.h"

#include "api/request_text.h"
#include "base/crypto.h"

namespace lotse::api {

// The path as it was called, with its ids: the same key and body for another ticket is another call.
desk::CallKey Call::key() const {
    std::string const given(header_of(request, "Idempotency-Key"));
    if (given.empty()) return {};
    return {principal().id, request.method + " " + request.path, given, sha256_hex(request.body)};
}

}  // namespace lotse::api
