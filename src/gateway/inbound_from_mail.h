// SPDX-License-Identifier: Apache-2.0
// From the bytes of a mail to the one type that all channels hand to the desk. Cannot fail: what cannot be read becomes
// an unreadable message with its raw bytes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/inbound.h"
#include "gateway/directory.h"

namespace lotse::gateway {

struct MailDelivery {
    std::string door;  // "smtp", "lmtp", "imap", "import"
    Route route;
    std::string envelope_from;  // MAIL FROM; "" for the null path and for doors without envelope
    bool has_envelope = false;
    std::string uid;  // of the mailbox door: tells mails without Message-ID and date apart
    std::vector<std::string> trusted_receivers;  // authserv-ids whose Authentication-Results we believe (RFC 8601)
    Instant received_at{};
};

domain::Inbound inbound_from_mail(std::string_view raw, MailDelivery const& delivery);

// The same mail handed over again gives the same key: Message-ID, hash of the body, recipient. The header block is left
// out because relays add to it. Without Message-ID and Date it is the door's uid, or "" (never taken for a repetition).
std::string delivery_key(std::string_view raw, std::string_view message_id, std::string_view date,
                         MailDelivery const& delivery);

// DMARC verdict of the topmost Authentication-Results, if its authserv-id is one we trust.
domain::SenderProof proof_of(std::string_view authentication_results, std::vector<std::string> const& trusted);

}  // namespace lotse::gateway
