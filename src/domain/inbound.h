// SPDX-License-Identifier: Apache-2.0
// A message before it is a ticket: one type for all channels. Doors fill it; desk/accept stores it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "domain/enums.h"
#include "domain/ids.h"

namespace lotse::domain {

struct Person {
    std::string name;
    std::string address;  // canonical
};

struct InboundFile {
    std::string name;
    std::string content_type;
    std::string content_id;
    bool is_inline = false;
    std::string bytes;
};

// A bounce: which of our own messages failed, for whom.
struct DeliveryFailure {
    std::string recipient;
    std::string status;  // "5.1.1"
    std::string diagnostic;
    std::string message_id;  // of the message that failed, if told
};

struct Inbound {
    Channel channel = Channel::email;
    std::string door;          // "smtp", "lmtp", "imap", "import", "rest"
    std::string delivery_key;  // the same delivery again gives the same key: Message-ID + body hash + mailbox UID
    std::string recipient;     // envelope recipient or mailbox, canonical, plus-tag removed
    QueueId queue;             // decided by the recipient; none if 0
    Person from;
    int from_count = 1;  // number of From addresses; anything but 1 is quarantined
    SenderProof proof = SenderProof::none;
    std::optional<Person> original_sender;  // of a forwarded message
    std::string to;
    std::string cc;
    std::string subject;
    std::string text;
    std::string new_text;
    std::string quoted;
    std::string signature;
    std::string html;
    std::string language_hint;
    std::string message_id;
    std::vector<std::string> references;    // In-Reply-To first, then References, newest last
    std::vector<std::string> reply_tokens;  // from plus-addresses; not yet verified
    bool is_automatic = false;  // auto-reply, bounce, list: stored and shown, moves nothing, gets no answer
    bool is_bulk = false;       // list or precedence bulk
    std::string verdict;        // why it counts as automatic, in words
    std::vector<DeliveryFailure> failures;
    bool unreadable = false;
    std::vector<std::string> defects;
    std::vector<InboundFile> files;
    std::string raw;  // the bytes as they came; "" for channels without
    Instant received_at{};
    // Set by API and phone notes; empty or absent for mail.
    CustomerId customer;
    AgentId entered_by;
    std::string phone;
    std::optional<Priority> priority;
    CategoryId category;
    std::optional<TicketType> type;
};

}  // namespace lotse::domain
