// SPDX-License-Identifier: Apache-2.0
// Hands one notice to the mail server (RFC 5321 submission) by libcurl. Blocks; runs on a work lane. Thread-safe.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/secret.h"
#include "domain/notice.h"

namespace lotse::gateway {

struct SmtpRelay {
    std::string url;                 // "smtp://relay:587", "smtps://relay:465"; "" = notices wait in the outbox
    std::string user;
    Secret<std::string> password;
    std::string security = "starttls";  // starttls (required) | tls | none (loopback only)
    std::string ca_file;             // extra CA; "" = the system's
    int timeout_seconds = 60;
};

struct MailFrom {
    std::string name;     // of the desk
    std::string address;  // of the ticket's queue, or of the desk
};

// What a notice that a person wrote carries besides its text: whom it goes to as its readers see it, and files.
struct OutFile {
    std::string name;
    std::string content_type;
    std::string content_id;
    bool is_inline = false;
    std::string bytes;
};
struct Carried {
    std::string to;  // header text; "" = the notice's recipient alone
    std::string cc;
    std::vector<OutFile> files;
};

// A refusal of this very message for good (5xx) is `invalid`, everything else `unavailable` and worth another try.
// Automatic notices go out with the null return path and say so in their headers (RFC 3834, A-17).
Result<void> send_notice(SmtpRelay const& relay, MailFrom const& from, domain::Notice const& notice,
                         Carried const& carried = {});

// Mail of the desk itself that belongs to no ticket; written in plain text, sent with the same as simple HTML.
struct PlainLetter {
    std::string to_name;
    std::string to_address;
    std::string language;
    std::string message_id;
    std::string subject;
    std::string text;
    Instant at{};
};
// With the null return path, marked as sent by a machine. Errors as above.
Result<void> send_letter(SmtpRelay const& relay, MailFrom const& from, PlainLetter const& letter);

// Hands finished bytes over; `sender` "" is the null return path. Errors as above.
Result<void> send_mail(SmtpRelay const& relay, std::string const& sender, std::string const& recipient,
                       std::string_view bytes);

// Connects, secures and logs in, and sends nothing. Errors as above.
Result<void> try_relay(SmtpRelay const& relay);

// The bytes of a notice, for sending and for showing.
Result<std::string> mail_of_notice(MailFrom const& from, domain::Notice const& notice, Carried const& carried = {});

// Refuses a relay that would send passwords or mail in clear text over a network. Error: invalid "relay.clear_text".
Result<void> check(SmtpRelay const& relay);

}  // namespace lotse::gateway
