// SPDX-License-Identifier: Apache-2.0
#include "desk/find_thread.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "desk/reply_token.h"
#include "store/tickets.h"

namespace lotse::desk {
namespace {

constexpr int kDeepestMerge = 20;

std::vector<ReplyToken> valid_tokens(store::ReadTxn& txn, std::string_view reply_key, domain::Inbound const& inbound);
std::string number_hint(std::string_view subject);
Thread judge(domain::Ticket ticket, bool is_participant, domain::Inbound const& inbound);

}  // namespace

Result<Thread> find_thread(store::ReadTxn& txn, std::string_view reply_key, domain::Inbound const& inbound) {
    auto const tokens = valid_tokens(txn, reply_key, inbound);
    Thread fresh;
    fresh.remark = number_hint(inbound.subject);
    if (inbound.channel == domain::Channel::email && inbound.from_count != 1) {
        fresh.is_quarantined = true;
        fresh.remark = fmt::format("The message names {} senders instead of one.", inbound.from_count);
    }
    if (tokens.empty()) return fresh;

    auto const other = std::ranges::find_if(tokens, [&](auto const& t) { return t.ticket != tokens[0].ticket; });
    if (other != tokens.end()) {
        fresh.is_quarantined = true;
        fresh.remark =
            fmt::format("The message answers tickets {} and {} at once.", tokens[0].ticket.value, other->ticket.value);
        return fresh;
    }
    auto ticket = store::get_ticket(txn, tokens[0].ticket);
    if (!ticket) {
        if (ticket.error().kind == Kind::not_found) return fresh;
        return ticket.error();
    }
    // What was merged goes on where it stands now.
    for (int depth = 0; ticket->merged_into && depth < kDeepestMerge; ++depth) {
        ticket = store::get_ticket(txn, ticket->merged_into);
        if (!ticket) return ticket.error();
    }
    auto const mark = recipient_mark(inbound.from.address);
    bool const is_participant = std::ranges::any_of(tokens, [&](auto const& t) { return t.recipient_mark == mark; });
    return judge(*std::move(ticket), is_participant, inbound);
}

namespace {

std::vector<ReplyToken> valid_tokens(store::ReadTxn& txn, std::string_view reply_key, domain::Inbound const& inbound) {
    std::vector<ReplyToken> found;
    auto const add = [&](std::string_view text) {
        if (auto token = read_reply_token(reply_key, txn.tenant(), text)) found.push_back(*std::move(token));
    };
    for (auto const& token : inbound.reply_tokens) add(token);
    // A plus-address decides alone; a long References header may carry a whole history of other tickets.
    if (!found.empty()) return found;
    for (auto const& id : inbound.references) add(token_in_message_id(id));
    return found;
}

// "[#123]", "Ticket 123", "#123": shown, never believed.
std::string number_hint(std::string_view subject) {
    auto const at = subject.find('#');
    if (at == std::string_view::npos) return {};
    auto digits = subject.substr(at + 1);
    digits = digits.substr(0, digits.find_first_not_of("0123456789"));
    if (digits.empty() || digits.size() > 15) return {};
    return fmt::format("The subject names ticket {}; it was not joined, because a subject proves nothing.", digits);
}

Thread judge(domain::Ticket ticket, bool is_participant, domain::Inbound const& inbound) {
    Thread out;
    out.ticket = std::move(ticket);
    out.is_participant = is_participant;
    if (inbound.from_count != 1) {
        out.is_quarantined = true;
        out.remark = fmt::format("The message names {} senders instead of one.", inbound.from_count);
    } else if (inbound.proof == domain::SenderProof::fail) {
        out.is_quarantined = true;
        out.remark = "The sender's domain says that this message is not from it (DMARC fail).";
    } else if (!is_participant && inbound.proof == domain::SenderProof::pass) {
        out.remark = fmt::format("Written by somebody new to this ticket: {}.", inbound.from.address);
    } else if (!is_participant) {
        out.is_quarantined = true;
        out.remark =
            fmt::format("{} answers with a token that was sent to somebody else, and nothing proves the sender.",
                        inbound.from.address);
    }
    return out;
}

}  // namespace

}  // namespace lotse::desk
