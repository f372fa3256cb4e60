// SPDX-License-Identifier: Apache-2.0
// A received mail as a value: everything later stages need, decoded, bounded and safe to store.
// Every string is valid UTF-8 without NUL; only Attachment::bytes is raw. Identifiers have no angle brackets.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "mail/address.h"
#include "mail/auto_reply.h"
#include "mail/delivery_report.h"

namespace lotse::mail {

// One header field, unfolded and with encoded words decoded.
struct Header {
    std::string name;  // as written
    std::string value;
    bool operator==(Header const&) const = default;
};

enum class AttachmentKind {
    file,
    calendar,         // text/calendar
    message,          // message/rfc822: a whole mail, kept as an .eml
    winmail,          // application/ms-tnef, Outlook's winmail.dat
    delivery_status,  // message/delivery-status, message/feedback-report, or the headers that came back
};

struct Attachment {
    std::string name;          // for display only; never empty, never contains '/', '\\' or control characters
    std::string content_type;  // "image/png", lower case, without parameters
    std::string content_id;    // what html names as "cid:..."; "" if none
    bool is_inline = false;    // shown within the text rather than below it
    AttachmentKind kind = AttachmentKind::file;
    std::string bytes;         // transfer encoding undone, otherwise as sent
    bool operator==(Attachment const&) const = default;
};

struct Message {
    std::string message_id;
    std::string in_reply_to;              // the first, if several
    std::vector<std::string> references;  // oldest first
    std::vector<Address> from;            // all of them: more or fewer than one means quarantine (H-14)
    std::optional<Address> sender;
    std::vector<Address> reply_to;
    std::vector<Address> to;
    std::vector<Address> cc;
    std::optional<Instant> date;  // what the sender claims
    std::string subject;

    std::string text;       // plain text; made from the HTML if there is only that
    std::string html;       // cleaned by clean_html; "" if the mail has none
    std::string new_text;   // text = new_text, quoted and signature, line for line (see split_quote.h)
    std::string quoted;
    std::string signature;
    std::string language_hint;  // Content-Language, "de"; "" if none
    std::vector<Attachment> attachments;

    AutoVerdict auto_verdict;
    std::optional<DeliveryReport> delivery_report;
    std::optional<Address> original_sender;  // of a forwarded mail: who wrote to whoever forwarded it

    std::string authentication_results;  // the topmost only; lower ones may be forged
    std::string return_path;             // "<>" if null, "" if the header is absent
    std::string list_id;
    std::string auto_submitted;
    std::string precedence;
    std::vector<Header> own_headers;  // X-Lotse-*
    std::vector<Header> headers;      // for display, in order; at most 200, long values cut

    bool unreadable = false;           // no mail header, and no text that decodes; show "open raw"
    std::vector<std::string> defects;  // plain sentences for the agent: "The mail was cut off."
};

// The first header of that name, case ignored; "" if absent. Sees only what `headers` keeps.
std::string_view header_of(Message const& message, std::string_view name);

}  // namespace lotse::mail
