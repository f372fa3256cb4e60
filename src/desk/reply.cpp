// SPDX-License-Identifier: Apache-2.0
#include "desk/reply.h"

#include <fmt/format.h>

#include "base/text.h"
#include "desk/drafts.h"
#include "desk/post_message.h"
#include "desk/ticket_fields.h"
#include "desk/uploads.h"
#include "store/articles.h"
#include "store/customers.h"
#include "store/tickets.h"

namespace lotse::desk {
namespace {

constexpr int kMostSince = 50;
constexpr std::chrono::days kLongestWait{366};

Result<Recipients> people_of(store::ReadTxn& txn, Setup const& setup, domain::Ticket const& ticket,
                             Recipients const& wanted) {
    if (!wanted.to.empty()) return check_recipients(setup, wanted);
    TRY(auto customer, store::get_customer(txn, ticket.customer));
    if (customer.email.empty())
        return invalid("ticket.no_address", "This customer has no e-mail address; write a note and call back.");
    return check_recipients(setup, {{{customer.name, customer.email}}, wanted.cc});
}

// A later call with the same key is told what the first one was.
Written known_reply(JsonObject const& effect) {
    Written out{domain::ArticleId{int_at(effect, "article")}, true, {}};
    if (auto const at = int_at(effect, "sending_at")) out.sending_at = instant(at);
    return out;
}

Result<void> check_ticket(store::ReadTxn& txn, access::Principal const& principal, domain::Ticket const& ticket,
                          NewReply const& wanted) {
    if (wanted.expected_version != 0 && ticket.version != wanted.expected_version)
        return conflict("ticket.stale_version", "Somebody has changed this ticket meanwhile; read it again.");
    if (ticket.status == domain::Status::closed)
        return conflict("ticket.closed", "This ticket is closed. Open a new one that follows it.");
    if (!wanted.seen_article) return {};
    TRY(auto since, written_since(txn, principal, ticket.id, wanted.seen_article));
    if (!since.empty())
        return conflict("ticket.moved", "Somebody has written in this ticket meanwhile; read it before you send.");
    return {};
}

}  // namespace

Result<Written> reply(Desk& desk, access::Principal const& principal, NewReply const& wanted) {
    TRY(auto const checked, check_reply(desk, wanted));
    return desk.store.write(principal.scope,
                            [&](store::WriteTxn& txn) { return reply_in(desk, txn, principal, checked); });
}

Result<NewReply> check_reply(Desk& desk, NewReply wanted) {
    TRY(auto words, clean_words({std::move(wanted.text), std::move(wanted.html)}));
    wanted.text = std::move(words.text);
    wanted.html = std::move(words.html);
    if (wanted.then == domain::Status::fresh || wanted.then == domain::Status::closed)
        return invalid("reply.then", "After a reply a ticket is waiting, open or solved.", "/then");
    CHECK_OK(check_send_at(wanted.send_at, desk.clock.now()));
    return wanted;
}

Result<Written> reply_in(Desk& desk, store::WriteTxn& txn, access::Principal const& principal, NewReply const& wanted) {
    TRY(auto known, recall(txn, wanted.key));
    if (known) return known_reply(*known);
    auto const now = desk.clock.now();
    auto const writer = writer_of(principal);
    TRY(auto setup, desk.setups.get(txn));
    TRY(auto ticket, store::get_ticket(txn, wanted.ticket));
    CHECK_OK(check_ticket(txn, principal, ticket, wanted));
    CHECK_OK(check_required(*setup, ticket, wanted.then));
    if (!wanted.keeps_draft)
        CHECK_OK(send_draft(desk, txn, ticket.id, domain::ArticleKind::message, wanted.draft_revision));
    Posting posting;
    TRY(posting.recipients, people_of(txn, *setup, ticket, wanted.recipients));
    posting.then = wanted.then;
    TRY(posting.leave_at, leaving_at(*setup, now, wanted.hold_seconds));
    auto article = message_of(*setup, writer, ticket, domain::ArticleKind::message, {wanted.text, wanted.html}, now);
    article.to = recipients_text(posting.recipients.to);
    article.cc = recipients_text(posting.recipients.cc);
    TRY(posting.article, store::add_article(txn, std::move(article)));
    CHECK_OK(take_uploads(txn, wanted.attachments, posting.article, now));
    Written out{posting.article.id, false, {}};
    TRY(out.sending_at, post_or_schedule(desk, txn, *setup, writer, ticket, posting, wanted.send_at));
    CHECK_OK(remember(txn, wanted.key,
                      JsonObject{{"ticket", ticket.id.value},
                                 {"article", out.article.value},
                                 {"sending_at", out.sending_at ? micros(*out.sending_at) : 0}},
                      now));
    return out;
}

Result<Instant> leaving_at(Setup const& setup, Instant now, std::optional<int> hold_seconds) {
    auto const hold = hold_seconds.value_or(setup.settings.hold_seconds);
    if (hold < 0 || hold > kLongestHold)
        return invalid("reply.hold", "A message is held for at most 120 seconds.", "/hold_seconds");
    return now + std::chrono::seconds{hold};
}

Result<void> check_send_at(std::optional<Instant> const& send_at, Instant now) {
    if (!send_at) return {};
    if (*send_at <= now) return invalid("reply.send_at", "This time has passed.", "/send_at");
    if (*send_at > now + kLongestWait)
        return invalid("reply.send_at", "A message waits for a year at most.", "/send_at");
    return {};
}

// Machines' answers stop nobody, nor does what the writer wrote in another tab.
Result<std::vector<domain::Article>> written_since(store::ReadTxn& txn, access::Principal const& principal,
                                                   domain::TicketId ticket, domain::ArticleId seen) {
    TRY(auto articles, store::list_articles(txn, ticket, seen, kMostSince));
    std::erase_if(articles, [&](domain::Article const& article) {
        bool const is_own =
            article.author == domain::Author::agent && article.agent && article.agent == principal.agent;
        return is_own || article.is_automatic;
    });
    return articles;
}

Result<std::vector<domain::Article>> written_since(Desk& desk, access::Principal const& principal,
                                                   domain::TicketId ticket, domain::ArticleId seen) {
    return desk.store.read(principal.scope,
                           [&](store::ReadTxn& txn) { return written_since(txn, principal, ticket, seen); });
}

}  // namespace lotse::desk
