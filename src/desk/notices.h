// SPDX-License-Identifier: Apache-2.0
// Who hears what of a settlement, ready for the outbox. Pure. The loop guard stands here, once.
#pragma once

#include <string>
#include <vector>

#include "desk/facts.h"

namespace lotse::desk {

// Why an automatic notice to the customer must not go out; nothing if it may (H-11, H-13): the message was automatic,
// quarantined or forwarded without proof; the address is the desk's own or no address; at most one answer to a message
// per ticket and address in 24 hours, 3 an hour and 4 a day per address, 300 an hour for the whole desk.
std::optional<std::string> held_back(Facts const& facts);

// The same without the limit per ticket and day: for what is sent once by its nature, as a delay.
std::optional<std::string> held_back_always(Facts const& facts);

// Whether an address has got as many automatic notices as the loop guard allows it: of its ticket, an hour, a day.
bool is_address_full(SentCounts const& sent);

// An envelope with Message-ID, reply address and reply token of this recipient filled in. `nth` tells notices of one
// settlement apart.
domain::Notice address_notice(Facts const& facts, domain::NoticeKind kind, std::string_view to_name,
                              std::string_view to_address, std::string_view language, std::size_t nth);

// All notices of the settlement: the customer's confirmation, re-opening or solution, and what owner and lead must know.
std::vector<domain::Notice> notices_for(Facts const& facts, Settlement const& settlement);

// The address that mail of this ticket comes from and is answered to: its queue's, else the desk's.
std::string desk_address(Setup const& setup, domain::QueueId queue);

}  // namespace lotse::desk
