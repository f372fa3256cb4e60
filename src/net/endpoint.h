// SPDX-License-Identifier: Apache-2.0
// An address and a port as people write them in the configuration.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"

namespace lotse::net {

struct Endpoint {
    std::string address;     // literal IPv4 or IPv6, without brackets
    std::uint16_t port = 0;  // 0 when listening: any free port
    bool operator==(Endpoint const&) const = default;
};

// "127.0.0.1:8080", "[::1]:0", "0.0.0.0:25". A host name is refused: what we listen on must not depend on a resolver.
// Error: invalid "endpoint.format".
Result<Endpoint> parse_endpoint(std::string_view text);
std::string to_string(Endpoint const& endpoint);  // "[::1]:8080"
bool is_address(std::string_view text);  // a literal IPv4 or IPv6 one, without brackets
bool is_loopback(std::string_view address);       // 127.0.0.0/8, ::1, and ::ffff:127.0.0.0/104

}  // namespace lotse::net
