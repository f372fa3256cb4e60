// SPDX-License-Identifier: Apache-2.0
// How a use case calls other web servers (feeds, webhooks) without knowing how that is done: `gateway/http_out` does it,
// guarded, `app/serve` puts it in place.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace lotse::desk {

struct WebRequest {
    std::string method = "GET";  // GET or POST
    std::string url;  // http or https
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body;  // sent with POST only
    int timeout_seconds = 10;
    std::size_t max_bytes = 1024 * 1024;  // of the answer's body
};

struct WebReply {
    int status = 0;  // 100-599, as the server said; a redirect is not followed
    std::string body;
    std::string content_type;
    std::string etag;  // as sent, with its quotes
    std::string last_modified;  // as sent
    std::string location;  // where a redirect points to
};

// Both are thread-safe. Without a gateway (commands, tests that need none) nothing goes out.
struct WebOut {
    // What can be said of an address when it is saved. Error: invalid "http_out.url" | "http_out.private", field "/url".
    std::function<Result<void>(std::string_view url)> check;
    // Blocks until the answer is whole or its time is over, never inside a transaction. Any status is a reply.
    // Errors: as above (worth no second try), too_large "http_out.too_large", unavailable "http_out.unreachable" |
    // "http_out.timeout" | "http_out.tls" | "http_out.failed".
    std::function<Result<WebReply>(WebRequest const&)> send;
};
WebOut no_web();  // refuses all: unavailable "http_out.off"

}  // namespace lotse::desk
