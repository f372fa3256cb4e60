// SPDX-License-Identifier: Apache-2.0
// Versions as HTTP knows them: ETag "v7", If-Match, If-None-Match; and the shape of an Idempotency-Key. Pure.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"

namespace lotse::api {

std::string etag_of(std::int64_t version);  // "\"v7\""

// 0 for none and for "*". Error: conflict "request.stale_version" for what is none of our ETags, since it cannot match;
// invalid "request.if_match" for a list.
Result<std::int64_t> version_in(std::string_view if_match);
bool is_unchanged(std::string_view if_none_match, std::int64_t version);

// At most 200 visible characters. Error: invalid "idempotency.key".
Result<void> check_call_key(std::string_view key);

}  // namespace lotse::api
