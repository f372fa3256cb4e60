// SPDX-License-Identifier: Apache-2.0
// A request and its history: the ticket row, its articles and their attachments.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/json.h"
#include "domain/enums.h"
#include "domain/ids.h"
#include "domain/sentiment.h"

namespace lotse::domain {

struct Ticket {
    TicketId id;
    std::int64_t version = 1;  // counts up with every change; the ETag of the API
    std::string subject;
    Status status = Status::fresh;
    Channel channel = Channel::email;
    CustomerId customer;
    OrganizationId organization;  // none if 0
    QueueId queue;
    AgentId agent;         // owner; none if 0
    CategoryId category;   // none if 0
    TicketType type = TicketType::request;
    bool has_type = false;  // false: triage abstained and nobody has set it
    Level impact = Level::medium;
    Level urgency = Level::medium;
    Priority priority = Priority::normal;
    std::string language;  // ISO 639-1, "" unknown
    bool unreadable = false;  // the mail could not be parsed; the raw bytes are attached
    bool escalated = false;   // a target was missed and the lead was told
    TicketId follows;         // opened because this one was closed for good; none if 0
    Instant created_at{};
    Instant updated_at{};
    std::optional<Instant> first_reply_at;  // first message by an agent
    std::optional<Instant> solved_at;
    std::optional<Instant> closed_at;
    std::optional<Instant> first_reply_due_at;  // copies of the timers, for lists and sorting
    std::optional<Instant> solution_due_at;
    std::optional<Instant> due_at;  // wished by a person; stands beside the targets and stops none of their clocks
    TicketId merged_into;           // its messages stand there and its mail lands there; none if 0
    std::vector<TagId> tags;        // ascending; a tag that was deleted may still stand here and is not shown
    JsonObject fields;              // values of custom fields by id ("7": ...), as domain/field.h keeps them
    std::optional<Instant> snoozed_until;  // asleep till then, or till the customer writes
    Sentiment sentiment = Sentiment::calm;  // of the customer's newest message
    std::optional<Instant> next_reply_due_at;  // copies of the timers, as those above
    std::optional<Instant> update_due_at;
    std::optional<Instant> handover_due_at;
    int unexplained_breaches = 0;  // missed targets that nobody has given a reason for
};

struct Article {
    ArticleId id;
    TicketId ticket;
    ArticleKind kind = ArticleKind::message;
    Author author = Author::customer;
    AgentId agent;  // the writer where author is agent
    Channel channel = Channel::email;
    std::string from_name;
    std::string from_address;  // canonical
    std::string to;            // as shown, comma separated
    std::string cc;
    std::string subject;
    std::string text;      // whole plain text; shown folded
    std::string new_text;  // what this message adds
    std::string quoted;
    std::string signature;
    std::string html;      // sanitised; "" if the message had none
    std::string language;
    std::string message_id;
    SenderProof proof = SenderProof::none;
    bool is_automatic = false;    // an automatic reply, bounce or list mail: shown, but moves nothing
    bool is_quarantined = false;  // spoofed or doubtful: kept, shown as such, moves nothing
    std::string remark;           // "Out-of-office reply", "Written by somebody new: ...", hints for the agent
    Instant created_at{};
};

struct Attachment {
    AttachmentId id;
    ArticleId article;
    TicketId ticket;
    std::string name;          // display data only, never a path
    std::string content_type;
    std::string content_id;    // of inline images
    bool is_inline = false;
    std::int64_t size = 0;
    std::string sha256;        // hex; the content address
};

}  // namespace lotse::domain
