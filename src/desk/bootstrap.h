// SPDX-License-Identifier: Apache-2.0
// An empty data folder becomes an empty desk that works at once: one queue, the default categories, office hours, a
// policy, and an address that takes any recipient until the set-up is done.
#pragma once

#include <string>

#include "desk/desk.h"

namespace lotse::desk {

struct NewDesk {
    std::string name = "Help desk";
    std::string slug = "desk";
    std::string language = "en";
    std::string time_zone = "UTC";
    std::string mail_from = "help@localhost";
    bool is_demo = false;  // then unfinished, too, until whoever tells its story says that it is done
    // Agents have a second factor unless the desk says otherwise. A demo is there to look around in.
    domain::SecondFactor second_factor = domain::SecondFactor::everybody;
    bool with_defaults = true;  // false: the caller brings queues, categories, calendars, policies
};

// The tenant with its secrets, and with the defaults unless told otherwise. Error: conflict "tenant.slug_taken".
Result<domain::Tenant> make_desk(Desk& desk, NewDesk const& wanted);

// The desks of this data folder; makes the first one where there is none.
Result<std::vector<domain::Tenant>> open_desks(Desk& desk);

}  // namespace lotse::desk
