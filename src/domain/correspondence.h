// SPDX-License-Identifier: Apache-2.0
// What an agent writes before it is an article: files on their way, drafts, replies that go out later.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "domain/enums.h"
#include "domain/ids.h"

namespace lotse::domain {

using UploadId = Id<struct UploadTag>;

struct Recipient {
    std::string name;     // "" if nobody told
    std::string address;  // canonical
    bool operator==(Recipient const&) const = default;
};

// A file that waits for the article that takes it.
struct Upload {
    UploadId id;
    AgentId agent;             // who brought it; none if 0
    std::string name;          // display data only, never a path
    std::string content_type;  // by its first bytes
    std::string content_id;    // of inline images
    bool is_inline = false;
    std::int64_t size = 0;
    std::string sha256;
    Instant created_at{};
    std::optional<Instant> expires_at;  // absent: a draft holds it
    bool operator==(Upload const&) const = default;
};

// One of a ticket and kind, shared by the team. Its revision counts on when it is sent or thrown away.
struct Draft {
    TicketId ticket;
    ArticleKind kind = ArticleKind::message;
    std::int64_t revision = 0;  // 0: there never was one
    bool is_empty = true;
    AgentId agent;  // who wrote last
    Instant updated_at{};
    std::vector<Recipient> to;
    std::vector<Recipient> cc;
    std::vector<UploadId> attachments;
    std::string text;
    std::string html;  // sanitised
    bool operator==(Draft const&) const = default;
};

// A reply or forward whose article is written and whose mail leaves at send_at.
struct ScheduledReply {
    ArticleId article;
    TicketId ticket;
    Instant send_at{};
    Status then = Status::waiting;
    bool is_forward = false;
    AgentId agent;          // the writer
    std::string principal;  // "session:3"
    bool operator==(ScheduledReply const&) const = default;
};

}  // namespace lotse::domain
