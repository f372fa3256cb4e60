// SPDX-License-Identifier: Apache-2.0
#include "desk/webhook_text.h"

#include <fmt/format.h>

#include "base/crypto.h"
#include "base/json.h"
#include "base/text.h"
#include "domain/ticket_due.h"

namespace lotse::desk {
namespace {

std::optional<Instant> due_of(domain::Ticket const& ticket, domain::EscalationCause cause) {
    if (cause == domain::EscalationCause::reply_promise) return ticket.first_reply_due_at;
    if (cause == domain::EscalationCause::solution_promise) return ticket.solution_due_at;
    auto const clock = domain::clock_of(cause);
    return clock ? domain::due_of(ticket, *clock) : std::nullopt;
}

Json link(std::string_view public_url, std::string_view path, std::int64_t id) {
    if (public_url.empty()) return nullptr;
    return Json(fmt::format("{}{}{}", public_url, path, id));
}

Json number_or_null(int value) { return value > 0 ? Json(value) : Json(nullptr); }

}  // namespace

std::string new_event_id() { return "evt_" + base32_lower(random_bytes(16)); }

std::string call_body(std::string_view event_id, CallSubject const& about, std::string_view public_url, Instant now) {
    auto const& one = about.escalation;
    JsonObject ticket{{"number", about.ticket.id.value},
                      {"link", link(public_url, "/inbox/all/", about.ticket.id.value)}};
    if (about.chain.tells_subject) ticket["subject"] = about.ticket.subject;
    auto const due = due_of(about.ticket, one.cause);
    return to_string(JsonObject{{"id", event_id},
                                {"type", "escalation"},
                                {"made_at", to_rfc3339(now)},
                                {"ticket", std::move(ticket)},
                                {"escalation", one.id.value},
                                {"clock", domain::name_of(one.cause)},
                                {"start", domain::name_of(one.start)},
                                {"percent", number_or_null(about.percent)},
                                {"due_at", due ? Json(to_rfc3339(*due)) : Json(nullptr)},
                                {"chain", about.chain.name},
                                {"step", number_or_null(about.step)},
                                {"link", link(public_url, "/escalations?one=", one.id.value)}});
}

std::string test_body(std::string_view event_id, std::string_view public_url, Instant now) {
    return to_string(JsonObject{{"id", event_id},
                                {"type", "test"},
                                {"made_at", to_rfc3339(now)},
                                {"link", public_url.empty() ? Json(nullptr) : Json(std::string(public_url))}});
}

std::string call_signature(std::string_view secret, std::int64_t timestamp, std::string_view event_id,
                           std::string_view body) {
    return hex(hmac_sha256(secret, fmt::format("{}.{}.{}", timestamp, event_id, body)));
}

WebRequest signed_request(std::string_view url, std::string_view secret, std::string_view event_id,
                          std::string_view body, Instant now) {
    auto const timestamp = micros(now) / 1'000'000;
    WebRequest out;
    out.method = "POST";
    out.url = url;
    out.headers = {{"Content-Type", "application/json"},
                   {"Lotse-Event", std::string(event_id)},
                   {"Lotse-Timestamp", std::to_string(timestamp)},
                   {"Lotse-Signature", "v1=" + call_signature(secret, timestamp, event_id, body)}};
    out.body = body;
    return out;
}

}  // namespace lotse::desk
