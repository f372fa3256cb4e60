// SPDX-License-Identifier: Apache-2.0
// What every mail door does with a complete message: parse, accept, answer. Blocks; runs on a work lane.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "desk/accept.h"
#include "gateway/inbound_from_mail.h"

namespace lotse::gateway {

// One ticket per desk that is addressed, however many of its addresses are named: the first decides the queue.
// All or nothing per desk; the result holds one entry per route given, in order. The mail is durable where an entry is a
// value (the test of a mailbox is one without a ticket): only then may the door acknowledge it.
std::vector<Result<desk::Accepted>> receive_mail(desk::Desk& desk, std::string_view raw, MailDelivery const& delivery,
                                                 std::vector<Route> const& routes);

}  // namespace lotse::gateway
