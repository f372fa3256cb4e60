// SPDX-License-Identifier: Apache-2.0
// Followers and mentions.
#include "desk/teamwork.h"

#include "base/text.h"
#include "store/agents.h"
#include "store/articles.h"
#include "store/tickets.h"

namespace lotse::desk {
namespace {

constexpr std::size_t kExcerptBytes = 300;

}  // namespace

void announce_teamwork(Desk& desk, store::WriteTxn& txn, domain::TicketId ticket) {
    txn.after_commit([&desk, tenant = txn.tenant(), ticket] {
        desk.signals.hint(tenant, "teamwork", to_string(JsonObject{{"ticket", ticket.value}}));
    });
}

Result<void> follow(Desk& desk, access::Principal const& principal, domain::TicketId ticket, domain::AgentId id) {
    return desk.store.write(principal.scope, [&](store::WriteTxn& txn) -> Result<void> {
        TRY([[maybe_unused]] auto is_there, store::get_ticket(txn, ticket));
        TRY(auto agent, store::get_agent(txn, id));
        if (agent.is_disabled) return invalid("agent.missing", "This agent is not at work any more.");
        announce_teamwork(desk, txn, ticket);
        return store::add_follower(txn, ticket, id, desk.clock.now());
    });
}

Result<void> unfollow(Desk& desk, access::Principal const& principal, domain::TicketId ticket, domain::AgentId id) {
    return desk.store.write(principal.scope, [&](store::WriteTxn& txn) -> Result<void> {
        TRY([[maybe_unused]] auto is_there, store::get_ticket(txn, ticket));
        TRY([[maybe_unused]] auto agent, store::get_agent(txn, id));
        announce_teamwork(desk, txn, ticket);
        return store::remove_follower(txn, ticket, id);
    });
}

Result<MentionList> my_mentions(Desk& desk, access::Principal const& principal, bool only_unread,
                                std::string_view after, int limit) {
    return desk.store.read(principal.scope, [&](store::ReadTxn& txn) -> Result<MentionList> {
        TRY(auto page, store::list_mentions(txn, principal.agent, only_unread, after, limit));
        MentionList out;
        out.next = std::move(page.next);
        TRY(out.setup, desk.setups.get(txn));
        for (auto const& mention : page.items) {
            TRY(auto ticket, store::get_ticket(txn, mention.ticket));
            auto note = store::get_article(txn, mention.article);
            if (!note && note.error().kind != Kind::not_found) return note.error();
            out.items.push_back({mention, std::move(ticket.subject),
                                 note ? std::string(cut_utf8(trim(note->text), kExcerptBytes)) : std::string()});
        }
        return out;
    });
}

Result<void> read_mention(Desk& desk, access::Principal const& principal, domain::MentionId id) {
    return desk.store.write(principal.scope, [&](store::WriteTxn& txn) -> Result<void> {
        TRY(auto mention, store::get_mention(txn, id));
        if (mention.agent != principal.agent) return not_found("mention.missing", "There is no such mention.");
        return store::mark_mentions_read(txn, principal.agent, id, id, desk.clock.now());
    });
}

Result<void> read_mentions_up_to(Desk& desk, access::Principal const& principal, domain::MentionId last) {
    return desk.store.write(principal.scope, [&](store::WriteTxn& txn) {
        return store::mark_mentions_read(txn, principal.agent, {}, last, desk.clock.now());
    });
}

}  // namespace lotse::desk
