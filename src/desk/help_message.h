// SPDX-License-Identifier: Apache-2.0
// What was written on a page of the portal: by somebody who typed an address, or by a customer who has signed in.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "domain/inbound.h"

namespace lotse::desk {

inline constexpr std::size_t kHelpFileBytes = 25UL * 1024 * 1024;  // all files of one message

struct HelpMessage {
    std::string email;  // canonical
    std::string name;
    std::string subject;
    std::string text;
    std::string language;
    std::vector<domain::InboundFile> files;
    std::string key;         // the same page sent twice adds nothing
    bool is_proven = false;  // signed in
};

// Checked and cleaned. Files get the type that their bytes have, and names that are no paths. Errors: invalid "help.text",
// "help.program" (a file that runs with a double click); too_large "help.too_long", "help.files"; with the field.
Result<domain::Inbound> inbound_of(HelpMessage const& message);

}  // namespace lotse::desk
