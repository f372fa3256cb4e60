// SPDX-License-Identifier: Apache-2.0
// The signed token by which an answer finds its ticket (H-14). It names ticket and recipient and carries an HMAC, so
// nobody can make one for a ticket that was not written to them. It travels in the plus part of our reply address and in
// the Message-ID of everything we send.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/ids.h"

namespace lotse::desk {

struct ReplyToken {
    domain::TicketId ticket;
    std::string recipient_mark;  // first 40 bits of SHA-256 of the canonical address, base32
};

// "t12.k3jq7z2a.<26 characters>": ticket, recipient, 128 bits of HMAC-SHA-256. Safe in a local part, any case.
std::string make_reply_token(std::string_view key, domain::TenantId tenant, domain::TicketId ticket,
                             std::string_view recipient);
// Nothing unless the signature is right.
std::optional<ReplyToken> read_reply_token(std::string_view key, domain::TenantId tenant, std::string_view text);
std::string recipient_mark(std::string_view recipient);

// "<token>.<unique>@domain", without angle brackets.
std::string make_message_id(std::string_view token, std::string_view unique, std::string_view domain);
// The token part of one of our Message-IDs; "" if it does not look like one.
std::string_view token_in_message_id(std::string_view message_id);
// "support@desk.example" + token -> "support+<token>@desk.example".
std::string reply_address(std::string_view address, std::string_view token);

}  // namespace lotse::desk
