// SPDX-License-Identifier: Apache-2.0
#include "desk/accept.h"

#include <fmt/format.h>

#include "base/text.h"
#include "desk/desk_secrets.h"
#include "desk/find_customer.h"
#include "desk/find_thread.h"
#include "desk/hold_mail.h"
#include "store/articles.h"
#include "store/customers.h"
#include "store/events.h"
#include "store/setup.h"
#include "store/tenants.h"
#include "store/tickets.h"

namespace lotse::desk {
namespace {

// Raw mail up to this size lies in the row and shares its commit; a file of its own would cost two fsyncs more.
constexpr std::size_t kRawInRow = 128 * 1024;
constexpr std::size_t kSubjectBytes = 500;

Result<domain::Ticket> open_ticket(store::WriteTxn& txn, domain::Inbound const& inbound, domain::TicketId follows,
                                   Instant now);
bool is_past_window(domain::Ticket const& ticket, domain::DeskSettings const& settings, Instant now);
Result<bool> is_from_other(store::ReadTxn& txn, domain::Inbound const& inbound, domain::Ticket const& ticket,
                           bool opens);
domain::Article article_of(domain::Inbound const& inbound, Thread const& thread, domain::TicketId ticket, Instant now);
Result<void> add_files(store::WriteTxn& txn, domain::Article const& article, domain::Inbound const& inbound,
                       StoredFiles const& files);
domain::Event event_of(domain::Inbound const& inbound, domain::Article const& article, bool opened, Instant now);

}  // namespace

Result<Accepted> accept(Desk& desk, domain::TenantScope const& scope, domain::Inbound const& inbound) {
    TRY(auto files, store_files(desk, scope, inbound));
    return desk.store.write(scope, [&](store::WriteTxn& txn) { return accept_in(desk, txn, inbound, files); });
}

Result<StoredFiles> store_files(Desk& desk, domain::TenantScope const& scope, domain::Inbound const& inbound) {
    StoredFiles out;
    for (auto const& file : inbound.files) {
        TRY(auto sha256, desk.blobs.put(scope, file.bytes));
        domain::Attachment attachment;
        attachment.name = file.name;
        attachment.content_type = file.content_type;
        attachment.content_id = file.content_id;
        attachment.is_inline = file.is_inline;
        attachment.size = static_cast<std::int64_t>(file.bytes.size());
        attachment.sha256 = std::move(sha256);
        out.attachments.push_back(std::move(attachment));
    }
    if (inbound.raw.size() > kRawInRow) {
        TRY(auto sha256, desk.blobs.put(scope, inbound.raw));
        out.raw_sha256 = std::move(sha256);
    }
    return out;
}

Result<Accepted> accept_in(Desk& desk, store::WriteTxn& txn, domain::Inbound const& inbound, StoredFiles const& files) {
    auto const now = desk.clock.now();
    if (!inbound.delivery_key.empty()) {
        TRY(auto known, store::find_delivery(txn, inbound.delivery_key));
        if (known) return Accepted{known->ticket, known->article, true, false};
    }
    TRY(auto key, reply_key(desk, txn));
    TRY(auto thread, find_thread(txn, key, inbound));
    TRY(auto settings, store::read_settings(txn));

    domain::TicketId follows;
    if (thread.ticket && is_past_window(*thread.ticket, settings, now)) {
        follows = thread.ticket->id;
        thread.ticket.reset();
    }
    bool const opens = !thread.ticket;
    if (opens) {
        TRY(auto ticket, open_ticket(txn, inbound, follows, now));
        thread.ticket = std::move(ticket);
    }
    auto const ticket = thread.ticket->id;
    TRY(auto is_other, is_from_other(txn, inbound, *thread.ticket, opens));
    TRY(auto article, store::add_article(txn, article_of(inbound, thread, ticket, now)));
    CHECK_OK(add_files(txn, article, inbound, files));
    auto event = event_of(inbound, article, opens, now);
    if (is_other) event.data["from_other"] = true;
    CHECK_OK(hold_if_too_many(txn, inbound, settings, event));
    TRY(event, store::add_event(txn, std::move(event)));
    if (!inbound.delivery_key.empty())
        CHECK_OK(store::add_delivery(txn, inbound.delivery_key, inbound.door, {ticket, article.id}, now));

    txn.after_commit([&desk, tenant = txn.tenant()] { desk.signals.event_stored(tenant); });
    return Accepted{ticket, article.id, false, opens};
}

namespace {

// A closed ticket stays closed; a solved one may re-open for some days.
bool is_past_window(domain::Ticket const& ticket, domain::DeskSettings const& settings, Instant now) {
    if (ticket.status == domain::Status::closed) return true;
    if (ticket.status != domain::Status::solved || !ticket.solved_at) return false;
    return now > *ticket.solved_at + std::chrono::days{settings.reopen_window_days};
}

// Somebody who was asked, or copied, answers: an article of the ticket, not the customer's word.
Result<bool> is_from_other(store::ReadTxn& txn, domain::Inbound const& inbound, domain::Ticket const& ticket,
                           bool opens) {
    if (opens || inbound.from.address.empty()) return false;
    TRY(auto customer, store::get_customer(txn, ticket.customer));
    return !equals_ignoring_case(customer.email, inbound.from.address);
}

Result<domain::Ticket> open_ticket(store::WriteTxn& txn, domain::Inbound const& inbound, domain::TicketId follows,
                                   Instant now) {
    TRY(auto customer, find_or_make_customer(txn, inbound, now));
    domain::Ticket ticket;
    auto const subject = trim(inbound.subject);
    ticket.subject = std::string(cut_utf8(subject.empty() ? std::string_view("(no subject)") : subject, kSubjectBytes));
    ticket.channel = inbound.channel;
    ticket.customer = customer.id;
    ticket.organization = customer.organization;
    ticket.unreadable = inbound.unreadable;
    ticket.follows = follows;
    ticket.created_at = ticket.updated_at = now;
    if (inbound.priority) ticket.priority = *inbound.priority;
    if (inbound.type) {
        ticket.type = *inbound.type;
        ticket.has_type = true;
    }
    ticket.category = inbound.category;
    ticket.queue = inbound.queue;
    if (!ticket.queue) {
        TRY(auto queues, store::list_queues(txn));
        if (queues.empty()) return bug("desk.no_queue", "a desk always has a queue");
        ticket.queue = queues.front().id;
    }
    return store::add_ticket(txn, std::move(ticket));
}

domain::Article article_of(domain::Inbound const& inbound, Thread const& thread, domain::TicketId ticket, Instant now) {
    domain::Article out;
    out.ticket = ticket;
    out.channel = inbound.channel;
    out.agent = inbound.entered_by;  // a phone note: an agent typed what the customer said
    out.from_name = inbound.from.name;
    out.from_address = inbound.from.address;
    out.to = inbound.to;
    out.cc = inbound.cc;
    out.subject = inbound.subject;
    out.text = inbound.text;
    out.new_text = inbound.new_text;
    out.quoted = inbound.quoted;
    out.signature = inbound.signature;
    out.html = inbound.html;
    out.message_id = inbound.message_id;
    out.proof = inbound.proof;
    out.is_automatic = inbound.is_automatic;
    out.is_quarantined = thread.is_quarantined;
    std::vector<std::string> remarks;
    if (!thread.remark.empty()) remarks.push_back(thread.remark);
    if (!inbound.verdict.empty()) remarks.push_back(inbound.verdict);
    if (inbound.unreadable) remarks.emplace_back("This message could not be read; its raw bytes are kept.");
    if (inbound.original_sender)
        remarks.push_back(fmt::format("Forwarded; written by {} <{}>.", inbound.original_sender->name,
                                      inbound.original_sender->address));
    for (auto const& defect : inbound.defects) remarks.push_back(defect);
    out.remark = join(remarks, "\n");
    out.created_at = now;
    return out;
}

Result<void> add_files(store::WriteTxn& txn, domain::Article const& article, domain::Inbound const& inbound,
                       StoredFiles const& files) {
    for (auto attachment : files.attachments) {
        attachment.article = article.id;
        attachment.ticket = article.ticket;
        TRY([[maybe_unused]] auto stored, store::add_attachment(txn, std::move(attachment)));
    }
    if (inbound.raw.empty()) return {};
    store::RawMessage raw;
    raw.size = static_cast<std::int64_t>(inbound.raw.size());
    raw.sha256 = files.raw_sha256;
    if (raw.sha256.empty()) raw.bytes = inbound.raw;
    return store::add_raw(txn, article.id, raw);
}

// What a caller chose counts as a person's choice: settle leaves it.
JsonArray given_fields(domain::Inbound const& inbound) {
    JsonArray out;
    if (inbound.queue) out.emplace_back("queue");
    if (inbound.category) out.emplace_back("category");
    if (inbound.priority) out.emplace_back("priority");
    if (inbound.type) out.emplace_back("type");
    return out;
}

domain::Event event_of(domain::Inbound const& inbound, domain::Article const& article, bool opened, Instant now) {
    domain::Event out;
    out.ticket = article.ticket;
    out.article = article.id;
    out.kind = opened ? domain::EventKind::opened : domain::EventKind::customer_wrote;
    out.actor = inbound.entered_by
                    ? domain::Actor::agent
                    : (inbound.channel == domain::Channel::api ? domain::Actor::api : domain::Actor::customer);
    out.agent = inbound.entered_by;
    out.data["door"] = inbound.door;
    if (!inbound.recipient.empty()) out.data["recipient"] = inbound.recipient;
    if (inbound.is_automatic) out.data["automatic"] = true;
    if (article.is_quarantined) out.data["quarantined"] = true;
    if (!inbound.language_hint.empty()) out.data["language_hint"] = inbound.language_hint;
    if (inbound.original_sender) out.data["forwarded"] = true;
    if (inbound.door == "rest") out.data["given"] = given_fields(inbound);
    JsonArray failures;
    for (auto const& failure : inbound.failures)
        failures.push_back(JsonObject{{"recipient", failure.recipient}, {"status", failure.status}});
    if (!failures.empty()) out.data["failures"] = std::move(failures);
    out.at = now;
    out.needs_settling = true;
    return out;
}

}  // namespace

}  // namespace lotse::desk
