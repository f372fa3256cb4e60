// SPDX-License-Identifier: Apache-2.0
#include "desk/create_ticket.h"

#include "base/text.h"
#include "desk/accept.h"
#include "store/customers.h"
#include "store/setup.h"

namespace lotse::desk {
namespace {

Result<void> check(NewTicket const& wanted) {
    if (trim(wanted.subject).empty() && trim(wanted.text).empty())
        return invalid("ticket.empty", "A ticket needs a subject or a text.", "/subject");
    if (wanted.channel == domain::Channel::email)
        return invalid("ticket.channel", "E-mail comes in through its own door; use api, phone or portal.", "/channel");
    bool const has_person = wanted.customer || !wanted.from.address.empty() || !wanted.phone.empty();
    if (!has_person)
        return invalid("ticket.customer", "Say who asks: a customer id, an e-mail address or a phone number.",
                       "/customer");
    auto const at = wanted.from.address.find('@');
    if (!wanted.from.address.empty() && (at == 0 || at == std::string::npos || at + 1 == wanted.from.address.size()))
        return invalid("ticket.customer_email", "This is not an e-mail address.", "/customer/email");
    return {};
}

Result<void> check_references(store::ReadTxn& txn, NewTicket const& wanted) {
    auto const at_field = [](auto result, char const* field) -> Result<void> {
        if (result) return {};
        auto error = result.error();
        if (error.kind == Kind::not_found) return invalid(error.code, error.message, field);
        return error;
    };
    if (wanted.customer) CHECK_OK(at_field(store::get_customer(txn, wanted.customer), "/customer/id"));
    if (wanted.queue) CHECK_OK(at_field(store::get_queue(txn, wanted.queue), "/queue"));
    if (wanted.category) CHECK_OK(at_field(store::get_category(txn, wanted.category), "/category"));
    return {};
}

domain::Inbound inbound_of(NewTicket const& wanted, access::Principal const& principal, Instant now) {
    domain::Inbound out;
    out.channel = wanted.channel;
    out.door = "rest";
    out.customer = wanted.customer;
    out.from = wanted.from;
    out.from.address = to_lower_ascii(trim(out.from.address));
    out.proof = domain::SenderProof::pass;  // whoever holds the token vouches for the sender
    out.phone = wanted.phone;
    out.language_hint = wanted.language;
    out.subject = wanted.subject;
    out.text = out.new_text = wanted.text;
    out.queue = wanted.queue;
    out.category = wanted.category;
    out.priority = wanted.priority;
    out.type = wanted.type;
    out.files = wanted.files;
    if (wanted.channel == domain::Channel::phone) out.entered_by = principal.agent;
    out.received_at = now;
    return out;
}

}  // namespace

Result<CreatedTicket> create_ticket(Desk& desk, access::Principal const& principal, NewTicket const& wanted) {
    CHECK_OK(check(wanted));
    auto const inbound = inbound_of(wanted, principal, desk.clock.now());
    TRY(auto files, store_files(desk, principal.scope, inbound));
    return desk.store.write(principal.scope, [&](store::WriteTxn& txn) -> Result<CreatedTicket> {
        TRY(auto known, recall(txn, wanted.key));
        if (known)
            return CreatedTicket{domain::TicketId{int_at(*known, "ticket")},
                                 domain::ArticleId{int_at(*known, "article")}, true};
        CHECK_OK(check_references(txn, wanted));
        TRY(auto accepted, accept_in(desk, txn, inbound, files));
        CHECK_OK(remember(txn, wanted.key,
                          JsonObject{{"ticket", accepted.ticket.value}, {"article", accepted.article.value}},
                          desk.clock.now()));
        return CreatedTicket{accepted.ticket, accepted.article, false};
    });
}

}  // namespace lotse::desk
