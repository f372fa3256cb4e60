// SPDX-License-Identifier: Apache-2.0
// The one door through which the desk calls other web servers: feeds, webhooks. Whoever may type an address into the desk
// must not reach what only the desk's machine can reach, so the address that is really connected to is judged, whatever
// the name said before (A-15; SSRF, also by odd spellings, name servers that change their mind, and redirects).
#pragma once

#include <string_view>
#include <utility>

#include "base/result.h"
#include "desk/web_out.h"
#include "net/address_list.h"

namespace lotse::gateway {

// What can be said before anything is sent: the scheme, no user in the address, the port (80 or 443, unless an allowed
// target is named by its number), no number of a private network. Names are judged when they are connected to.
// Error: invalid "http_out.url" | "http_out.private".
Result<void> check_http_target(std::string_view url, net::AddressList const& allowed_private = {});

// Thread-safe; holds no connection open between calls.
class HttpOut {
  public:
    // `allowed_private`: targets that the operator has named; of this machine's own and of private networks nothing else.
    explicit HttpOut(net::AddressList allowed_private = {}) : allowed_(std::move(allowed_private)) {}
    Result<desk::WebReply> send(desk::WebRequest const& request) const;  // contract: desk/web_out.h

  private:
    net::AddressList allowed_;
};

// For use cases. Copies the list, refers to nothing.
desk::WebOut web_out(net::AddressList const& allowed_private);

}  // namespace lotse::gateway
