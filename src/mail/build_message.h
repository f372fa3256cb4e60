// SPDX-License-Identifier: Apache-2.0
// The one builder of outgoing mail. Headers are typed, so nobody glues strings into a header block (A-17, H-16).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "mail/address.h"
#include "mail/message.h"

namespace lotse::mail {

// RFC 3834: `no` writes no header, the others tell the far side not to answer.
enum class AutoSubmitted { no, auto_replied, auto_generated };

struct Outgoing {
    Address from;
    std::vector<Address> to;  // at least one of to and cc
    std::vector<Address> cc;
    std::optional<Address> reply_to;
    std::string subject;
    std::string text;  // required; UTF-8, any line ends
    std::string html;  // "" sends plain text only; written as it is, the caller made it
    std::string language;  // Content-Language, "de"; "" if unknown

    std::string message_id;  // required, without <>
    std::string in_reply_to;
    std::vector<std::string> references;
    Instant date{};

    AutoSubmitted auto_submitted = AutoSubmitted::no;
    bool suppress_auto_response = false;  // X-Auto-Response-Suppress: All
    std::string notice;  // X-Lotse-Notice: which notice this is, "ticket.received"; marks mail as ours
    std::string feedback_id;  // Feedback-ID
    std::string unsubscribe_url;  // https; writes List-Unsubscribe and List-Unsubscribe-Post (RFC 8058)
    std::vector<Attachment> attachments;
};

// Bytes with CRLF line ends, no line over 998 bytes, ASCII only, ready for DATA. The envelope is the caller's.
// Error: invalid, code "mail.header", with the field, if a header value holds CR, LF or NUL, an address has no
// "local@domain" form, or message_id, text or all recipients are missing.
Result<std::string> build_message(Outgoing const& mail);

}  // namespace lotse::mail
