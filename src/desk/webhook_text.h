// SPDX-License-Identifier: Apache-2.0
// What a webhook is sent, and how it is signed. docs/formats/webhook.md is what receivers read.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "desk/web_out.h"
#include "domain/escalation.h"
#include "domain/ticket.h"

namespace lotse::desk {

std::string new_event_id();  // "evt_" and 26 letters and digits; never again

struct CallSubject {
    domain::Escalation const& escalation;
    domain::Ticket const& ticket;
    domain::Chain const& chain;
    int step = 0;  // counted from 1 through all rounds; 0: a rung
    int percent = 0;  // of a rung
};
// JSON on one line. The subject of the ticket stands in it only where the chain says so; nothing of a customer ever does.
std::string call_body(std::string_view event_id, CallSubject const& about, std::string_view public_url, Instant now);
std::string test_body(std::string_view event_id, std::string_view public_url, Instant now);

// HMAC-SHA-256 of "<timestamp>.<event id>.<body>" by the secret's text, as lower case hexadecimal.
std::string call_signature(std::string_view secret, std::int64_t timestamp, std::string_view event_id,
                           std::string_view body);
WebRequest signed_request(std::string_view url, std::string_view secret, std::string_view event_id,
                          std::string_view body, Instant now);

}  // namespace lotse::desk
