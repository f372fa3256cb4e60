// SPDX-License-Identifier: Apache-2.0
// Refusals that carry what the writer has to see before trying again.
#pragma once

#include <string_view>

#include "api/call.h"

namespace lotse::api {

// The problem of `error`, with one more member.
Reply refusal_with(Error const& error, std::string_view name, Json value);

// "ticket.moved": with `since`, what others have written behind the message that was seen. Every other error as it is.
Result<Reply> refusal_if_moved(Call const& call, Error const& error, domain::TicketId ticket, domain::ArticleId seen);

}  // namespace lotse::api
