// SPDX-License-Identifier: Apache-2.0
// Something that happened, append-only; and a field change with its reason. The ticket's whole past can be told, and
// its deadlines computed, from these rows alone.
#pragma once

#include <string>
#include <vector>

#include "base/clock.h"
#include "base/json.h"
#include "domain/because.h"
#include "domain/ids.h"

namespace lotse::domain {

enum class EventKind : std::uint8_t {
    opened,            // a message or an agent opened the ticket
    customer_wrote,    // data: {"automatic": bool}
    agent_replied,
    noted,
    updated,           // a person or the API changed fields: see the changes of this event
    settled,           // Lotse decided: see the changes
    timer_fired,       // data: {"timer": kind}
    notice_failed,     // a notice could not be delivered for good
    settle_failed,     // Lotse could not decide on an event; a person must look. data: {"cause": event, "code": ...}
    reply_scheduled,   // written now, goes out later; data: {"send_at": instant}
    reply_taken_back,  // before it left. data: {"article": id, "event": the event that it undoes}
    forwarded,         // to somebody outside; data: {"to": [addresses]}
    judged,            // the customer said how it was; data: {"score": 1 to 5}
    escalation,  // data: {"escalation": id, "cause": ..., "what": "told" | "passed_over" | "acknowledged" | "taken_back", ...}
};

enum class Actor : std::uint8_t { customer, agent, api, lotse };

struct Event {
    EventId id;
    TicketId ticket;
    ArticleId article;  // the message it is about; none if 0
    EventKind kind = EventKind::opened;
    Actor actor = Actor::lotse;
    AgentId agent;  // who, where actor is agent
    JsonObject data;
    Instant at{};
    bool needs_settling = false;  // true until its settlement is stored
    bool is_held = false;  // waits to be let through before it is settled, see desk/hold_mail.h
    std::int64_t position = 0;  // in the live stream; 0 until it is placed, -1 never
};

// One field of a ticket, before and after, as the API shows them ("queue": "3" -> "5").
struct Change {
    std::string field;
    std::string from;
    std::string to;
    Because because;
    bool operator==(Change const&) const = default;
};

std::string_view name_of(EventKind kind);
std::string_view name_of(Actor actor);
EventKind event_kind_from(std::string_view name);  // unknown names: bug
Actor actor_from(std::string_view name);

}  // namespace lotse::domain
