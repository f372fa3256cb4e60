// SPDX-License-Identifier: Apache-2.0
// One call of an operation, parsed and checked, and what the operation answers. A call lives on one work thread.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "access/principal.h"
#include "api/api.h"
#include "api/fields.h"
#include "base/json.h"
#include "base/result.h"
#include "desk/call_key.h"

namespace lotse::api {

class Limits;
class Presence;

struct Call {
    ApiParts const& parts;
    Limits& limits;
    Presence& presence;
    net::Request const& request;
    std::optional<access::Principal> who;  // none for open operations
    std::string credential;                // the text that proved it
    bool by_cookie = false;
    JsonObject path;   // ids by name
    JsonObject query;  // by the operation's declaration
    JsonObject body;
    std::int64_t expected_version = 0;  // from If-Match; 0 = any

    desk::Desk& desk() const { return parts.desk; }
    access::Principal const& principal() const {
        must(who.has_value(), "an operation that asked who calls");
        return *who;
    }
    domain::TenantScope const& scope() const { return principal().scope; }
    template <class IdType>
    IdType id(std::string_view name) const {
        return IdType{int_at(path, name)};
    }
    // Of the Idempotency-Key header; empty if there is none.
    desk::CallKey key() const;
};

struct Reply {
    int status = 0;  // 0 = what the route declares
    Json body;
    std::int64_t version = 0;     // ETag; 0 = none
    bool is_repeated = false;     // an earlier call with the same Idempotency-Key did it
    std::vector<std::pair<std::string, std::string>> headers;
    std::string bytes;            // instead of a body, with the content type
    std::string content_type;
    std::string file_name;  // of bytes that are kept as a file: the audit list tells of it
    std::shared_ptr<net::EventStream> stream;
};

}  // namespace lotse::api
