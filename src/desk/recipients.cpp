// SPDX-License-Identifier: Apache-2.0
#include "desk/recipients.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/text.h"
#include "desk/made.h"
#include "mail/address.h"
#include "store/articles.h"
#include "store/customers.h"
#include "store/tickets.h"

namespace lotse::desk {
namespace {

constexpr std::size_t kMostRecipients = 50;
constexpr int kMessagesBack = 20;

std::string key_of(std::string_view address) {
    auto const canonical = mail::canonical_address(address);
    return canonical ? canonical->key() : to_lower_ascii(trim(address));
}

// What would end or bend a header goes.
std::string plain_name(std::string_view name) {
    std::string out;
    for (char const c : to_valid_utf8(cut_utf8(trim(name), 200)))
        if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7f && c != '"' && c != '\\' && c != '<' && c != '>')
            out += c;
    return std::string(trim(out));
}

Result<void> check_list(Setup const& setup, std::vector<domain::Recipient> const& given, std::string_view field,
                        std::set<std::string>& seen, std::vector<domain::Recipient>& out) {
    for (std::size_t i = 0; i < given.size(); ++i) {
        auto const pointer = fmt::format("/{}/{}/address", field, i);
        TRY(auto address, check_address(given[i].address, pointer.c_str()));
        if (is_own_address(setup, address))
            return invalid("recipient.own", "This is an address of the desk itself.", pointer);
        if (seen.insert(key_of(address)).second) out.push_back({plain_name(given[i].name), std::move(address)});
    }
    return {};
}

void add_others(Setup const& setup, std::string_view text, std::set<std::string>& seen,
                std::vector<domain::Recipient>& out) {
    for (auto& one : recipients_in(text))
        if (!is_own_address(setup, one.address) && seen.insert(key_of(one.address)).second)
            out.push_back(std::move(one));
}

// The newest message, a note is none; of several authors' machines none.
Result<std::optional<domain::Article>> message_to_answer(store::ReadTxn& txn, domain::TicketId ticket,
                                                         domain::ArticleId wanted) {
    if (wanted) {
        TRY(auto article, store::get_article(txn, wanted));
        if (article.ticket != ticket) return not_found("article.missing", "There is no such message in this ticket.");
        return std::optional(std::move(article));
    }
    TRY(auto articles, store::list_articles_before(txn, ticket, {}, kMessagesBack));
    for (auto article = articles.rbegin(); article != articles.rend(); ++article)
        if (article->kind == domain::ArticleKind::message && !article->is_automatic)
            return std::optional(std::move(*article));
    return std::optional<domain::Article>{};
}

}  // namespace

bool is_own_address(Setup const& setup, std::string_view address) {
    auto const key = key_of(address);
    if (!setup.tenant.mail_from.empty() && key == key_of(setup.tenant.mail_from)) return true;
    return std::ranges::any_of(
        setup.queues, [&](auto const& queue) { return !queue.address.empty() && key == key_of(queue.address); });
}

Result<Recipients> check_recipients(Setup const& setup, Recipients const& wanted) {
    if (wanted.to.size() + wanted.cc.size() > kMostRecipients)
        return invalid("recipient.too_many", "A message goes to at most 50 people.",
                       wanted.to.size() > kMostRecipients ? "/to" : "/cc");
    Recipients out;
    std::set<std::string> seen;
    CHECK_OK(check_list(setup, wanted.to, "to", seen, out.to));
    CHECK_OK(check_list(setup, wanted.cc, "cc", seen, out.cc));
    return out;
}

std::string recipients_text(std::vector<domain::Recipient> const& recipients) {
    std::string out;
    for (auto const& one : recipients) {
        if (!out.empty()) out += ", ";
        out += one.name.empty() ? one.address : fmt::format("\"{}\" <{}>", one.name, one.address);
    }
    return out;
}

std::vector<domain::Recipient> recipients_in(std::string_view text) {
    std::vector<domain::Recipient> out;
    for (auto const& one : mail::parse_address_list(text, kMostRecipients))
        if (auto const canonical = mail::canonical_address(one.address))
            out.push_back({plain_name(one.name), canonical->address()});
    return out;
}

Result<Recipients> recipients_of_answer(Desk& desk, domain::TenantScope const& scope, domain::TicketId id,
                                        domain::ArticleId article, bool all) {
    return desk.store.read(scope, [&](store::ReadTxn& txn) -> Result<Recipients> {
        TRY(auto setup, desk.setups.get(txn));
        TRY(auto ticket, store::get_ticket(txn, id));
        TRY(auto customer, store::get_customer(txn, ticket.customer));
        TRY(auto message, message_to_answer(txn, id, article));
        Recipients out;
        std::set<std::string> seen;
        bool const is_ours = message && message->author == domain::Author::agent;
        if (is_ours) {
            add_others(*setup, message->to, seen, out.to);
        } else if (message && !message->is_quarantined && !message->from_address.empty() &&
                   !is_own_address(*setup, message->from_address)) {
            out.to.push_back({plain_name(message->from_name), message->from_address});
            seen.insert(key_of(message->from_address));
        }
        if (out.to.empty() && !customer.email.empty()) {
            out.to.push_back({plain_name(customer.name), customer.email});
            seen.insert(key_of(customer.email));
        }
        if (!all || !message) return out;
        if (!is_ours) add_others(*setup, message->to, seen, out.cc);
        add_others(*setup, message->cc, seen, out.cc);
        return out;
    });
}

}  // namespace lotse::desk
