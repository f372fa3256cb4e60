// SPDX-License-Identifier: Apache-2.0
#include "desk/own_messages.h"

#include <algorithm>

#include "base/text.h"
#include "desk/recipients.h"
#include "store/correspondence.h"
#include "store/outbox.h"

namespace lotse::desk {
namespace {

constexpr int kNoticesBack = 200;  // a message is held for two minutes at most, so its mails are among the newest

bool names(std::string_view list, std::string_view address) {
    return std::ranges::any_of(recipients_in(list),
                               [&](auto const& one) { return equals_ignoring_case(one.address, address); });
}

bool is_for(domain::Article const& article, domain::Customer const& customer) {
    if (article.kind != domain::ArticleKind::message || article.is_quarantined || customer.email.empty()) return false;
    if (article.author == domain::Author::system) return false;
    bool const is_own =
        article.author == domain::Author::customer && equals_ignoring_case(article.from_address, customer.email);
    // Only answers to the customer have no list of recipients.
    bool const is_plain_answer = article.author == domain::Author::agent && article.to.empty() && article.cc.empty();
    return is_own || is_plain_answer || names(article.to, customer.email) || names(article.cc, customer.email);
}

}  // namespace

Result<std::vector<domain::Article>> own_messages(store::ReadTxn& txn, domain::Customer const& customer,
                                                  domain::TicketId ticket, std::vector<domain::Article> articles,
                                                  Instant now) {
    std::erase_if(articles, [&](auto const& article) { return !is_for(article, customer); });
    TRY(auto const scheduled, store::list_scheduled(txn, ticket));
    TRY(auto const notices, store::newest_notices(txn, ticket, kNoticesBack));
    // Its time to leave has not come: whoever wrote it may still take it back.
    auto const is_held = [&](domain::Article const& article) {
        bool const is_later =
            std::ranges::any_of(scheduled, [&](auto const& one) { return one.article == article.id; });
        return is_later || std::ranges::any_of(notices, [&](auto const& notice) {
                   bool const is_fresh = !notice.sent_at && !notice.is_dead && notice.tries == 0;
                   return notice.article == article.id && is_fresh && notice.next_try_at > now;
               });
    };
    std::erase_if(articles, is_held);
    return articles;
}

}  // namespace lotse::desk
