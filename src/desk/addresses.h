// SPDX-License-Identifier: Apache-2.0
// Every address that mail may be sent to, of all desks; for the doors' directory.
#pragma once

#include <string>
#include <vector>

#include "desk/desk.h"

namespace lotse::desk {

struct DeskAddress {
    domain::TenantId tenant;
    domain::QueueId queue;  // none if 0
    std::string address;    // as set up
};
struct DeskAddresses {
    std::vector<DeskAddress> addresses;
    domain::TenantId catch_all;  // the first desk that takes any recipient; none if 0
};
Result<DeskAddresses> list_addresses(Desk& desk);

}  // namespace lotse::desk
