// SPDX-License-Identifier: Apache-2.0
// The customers' side of a desk as an admin has set it up. A value.
#pragma once

#include <string>

#include "domain/ids.h"

namespace lotse::domain {

struct Portal {
    bool is_open = true;
    bool takes_requests = true;      // also of people who have not signed in
    bool names_agents = true;        // else customers read of the team only
    bool asks_satisfaction = true;
    std::string name;       // "" = the desk's
    std::string welcome;    // first lines of the first page; "" = Lotse's own
    std::string color;      // "#1d4f91"; "" = Lotse's own
    std::string url;        // "https://help.firm.example", without a path; "" = unknown, then mail carries no links
    std::string logo_mark;  // changes with the logo; "" = none
    bool operator==(Portal const&) const = default;
};

// Where a customer reads their ticket, for mail; "" while the portal is closed or nobody knows its address.
std::string ticket_page_url(Portal const& portal, TicketId ticket);

}  // namespace lotse::domain
