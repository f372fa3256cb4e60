// SPDX-License-Identifier: Apache-2.0
// A program that a step of an escalation calls by HTTP, and one call of it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/clock.h"
#include "base/secret.h"
#include "domain/escalation.h"

namespace lotse::domain {

struct Webhook {
    WebhookId id;
    std::int64_t version = 1;
    std::string name;
    std::string url;
    Secret<std::string> secret;  // sealed in the database; read only where a call is signed
    bool is_enabled = true;
    Instant made_at{};
    Instant silent_until{};  // its server could not be reached: nothing is sent before
    int failures = 0;  // so often in a row
};

using WebhookCallId = Id<struct WebhookCallTag>;
// Stored as their position.
enum class CallState : std::uint8_t { waiting, delivered, dead, let_be };
inline constexpr std::array<std::string_view, 4> kCallStates{"waiting", "delivered", "dead", "let_be"};
constexpr std::string_view name_of(CallState value) { return kCallStates[static_cast<std::size_t>(value)]; }

struct WebhookCall {
    WebhookCallId id;
    WebhookId webhook;
    std::string event;  // the same for every try: whoever receives it twice knows it by this
    TicketId ticket;
    std::string body;  // JSON, exactly as it is signed and sent
    CallState state = CallState::waiting;
    int tries = 0;
    Instant made_at{};
    Instant next_try_at{};
    std::optional<Instant> tried_at = {};
    int status = 0;  // HTTP, of the last try; 0: no answer
    std::string reason;  // of the last failure
    bool operator==(WebhookCall const&) const = default;
};

}  // namespace lotse::domain
