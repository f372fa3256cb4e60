// SPDX-License-Identifier: Apache-2.0
// The texts of the demo desk: one script is one ticket's whole conversation, in one language.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "domain/enums.h"

namespace lotse::app {

struct Script {
    std::string id;
    std::string language;
    std::string category;  // key of the taxonomy
    domain::TicketType type = domain::TicketType::request;
    std::optional<domain::TicketType> becomes;  // how it is filed later (work_rules.h)
    bool is_phone_note = false;
    std::string subject;
    std::string body;
    std::string first_reply;
    std::string customer_followup;  // "" if none
    std::string resolution;
    std::string note;               // "" if none
};

// All scripts of en, de and pl, in the order of their files.
Result<std::vector<Script>> read_scripts();
// What machines write, in the three languages.
Result<std::vector<Script>> read_alerts();
// What customers write when a gateway fails, in the three languages.
Result<std::vector<Script>> read_outage();

// Replaces {name}, {first}, {org}, {order}, {invoice}, {asset}, {agent}; other braces stay.
std::string fill(std::string text, std::map<std::string, std::string> const& values);

}  // namespace lotse::app
