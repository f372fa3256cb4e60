// SPDX-License-Identifier: Apache-2.0
// What a bounce says: who was not reached, why, and which mail of ours it was about.
// Reads RFC 3464 reports, RFC 5965 feedback, and the common shapes of older servers as far as they can be read.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace lotse::mail {

struct Message;

struct FailedRecipient {
    std::string address;     // Final-Recipient or Original-Recipient, without the type
    std::string action;  // failed, delayed, delivered, relayed, expanded; lower case; "failed" if only text says so
    std::string status;  // RFC 3463 code "5.1.1"; "" if unknown
    std::string diagnostic;  // what the far server said, on one line; "" if unknown
    bool operator==(FailedRecipient const&) const = default;
};

struct DeliveryReport {
    std::vector<FailedRecipient> recipients;  // may be empty: a bounce that names nobody
    std::string original_message_id;  // of the mail that came back, without <>; "" if not quoted
    bool is_feedback = false;  // a complaint (ARF), not a failure
    bool operator==(DeliveryReport const&) const = default;
};

// "Your mail was displayed" (RFC 8098): a machine's answer, but the mail arrived.
bool is_read_receipt(Message const& message);

// Nothing if the message is no report. Looks at the report parts first; at the text only when the envelope or the
// sender says that this is a bounce, so that a person quoting a bounce does not become one.
std::optional<DeliveryReport> find_delivery_report(Message const& message);

}  // namespace lotse::mail
