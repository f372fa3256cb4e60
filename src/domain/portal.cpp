// SPDX-License-Identifier: Apache-2.0
#include "domain/portal.h"

namespace lotse::domain {

std::string ticket_page_url(Portal const& portal, TicketId ticket) {
    if (!portal.is_open || portal.url.empty()) return {};
    return portal.url + "/help/tickets/" + std::to_string(ticket.value);
}

}  // namespace lotse::domain
