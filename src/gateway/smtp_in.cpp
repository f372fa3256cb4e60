// SPDX-License-Identifier: Apache-2.0
#include "gateway/smtp_in.h"

#include <memory>

#include "base/log.h"
#include "gateway/receive_mail.h"

namespace lotse::gateway {
namespace {

Result<void> check_recipient(MailDoor const& door, std::string const& recipient) {
    TRY(auto route, door.directory.find(recipient));
    if (route) return {};
    door.on_inbound(door.door, "refused");
    return not_found("recipient.unknown", "There is no such recipient here.");
}

// The directory may have changed since RCPT; then that recipient fails and its sender keeps the message.
std::vector<Result<Route>> routes_of(MailDoor const& door, net::Envelope const& envelope) {
    std::vector<Result<Route>> out;
    for (auto const& recipient : envelope.recipients) {
        auto route = door.directory.find(recipient);
        if (!route) {
            out.emplace_back(route.error());
        } else if (!*route) {
            out.emplace_back(unavailable("recipient.gone", "This recipient is being changed; try again."));
        } else {
            out.emplace_back(**route);
        }
    }
    return out;
}

void tell(MailDoor const& door, Result<desk::Accepted> const& outcome) {
    if (outcome) return door.on_inbound(door.door, outcome->is_known ? "known" : "accepted");
    door.on_inbound(door.door, "failed");
    log_error("a mail was not accepted", outcome.error(), {{"door", door.door}});
}

std::vector<Result<void>> deliver(MailDoor const& door, net::Envelope const& envelope, std::string const& bytes) {
    MailDelivery delivery;
    delivery.door = door.door;
    delivery.envelope_from = envelope.from;
    delivery.has_envelope = true;
    delivery.trusted_receivers = door.trusted_receivers;
    delivery.received_at = door.desk.clock.now();
    auto const found = routes_of(door, envelope);
    std::vector<Route> routes;
    for (auto const& route : found)
        if (route) routes.push_back(*route);
    auto const outcomes = receive_mail(door.desk, bytes, delivery, routes);
    for (auto const& outcome : outcomes) tell(door, outcome);

    std::vector<Result<void>> out;
    std::size_t next = 0;
    for (auto const& route : found) {
        if (!route) {
            out.emplace_back(route.error());
            continue;
        }
        auto const& outcome = outcomes[next++];
        out.push_back(outcome ? Result<void>() : Result<void>(outcome.error()));
    }
    return out;
}

}  // namespace

net::MailHandler mail_handler(MailDoor door) {
    auto const shared = std::make_shared<MailDoor const>(std::move(door));
    return {[shared](std::string const& recipient, std::string const&) { return check_recipient(*shared, recipient); },
            [shared](net::Envelope const& envelope, std::string const& bytes) {
                return deliver(*shared, envelope, bytes);
            }};
}

}  // namespace lotse::gateway
