// SPDX-License-Identifier: Apache-2.0
// A message that Lotse sends, as it waits in the outbox. Rendered when decided, so that what was stored is what goes.
#pragma once

#include <optional>
#include <string>

#include "base/clock.h"
#include "domain/ids.h"

namespace lotse::domain {

enum class NoticeKind : std::uint8_t {
    confirmation,  // to the customer: number, who, by when
    reply,         // an agent's answer to the customer
    solved,
    reopened,
    assigned,      // to the agent
    customer_replied,
    warning,
    breach,
    forward,       // to somebody outside, by an agent
    mentioned,     // to the agent who was called in a note
    delayed,       // to the customer: it takes longer than they were told
    escalated,     // to whoever is next in an escalation
};

struct Notice {
    NoticeId id;
    TicketId ticket;
    ArticleId article;  // the reply it carries; none if 0
    NoticeKind kind = NoticeKind::confirmation;
    std::string to_name;
    std::string to_address;
    bool is_automatic = true;  // false: a person wrote it
    std::string language;
    std::string subject;
    std::string text;
    std::string html;
    std::string message_id;  // stable over retries, made when stored
    std::string reply_to;    // with this recipient's reply token
    std::string references;  // space separated, newest last
    Instant created_at{};
    // Delivery state.
    int tries = 0;
    Instant next_try_at{};
    std::optional<Instant> sent_at;
    bool is_dead = false;  // given up; visible to agents
    std::string last_error;
};

std::string_view name_of(NoticeKind kind);
NoticeKind notice_kind_from(std::string_view name);

}  // namespace lotse::domain
