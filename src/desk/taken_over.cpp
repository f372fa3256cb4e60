// SPDX-License-Identifier: Apache-2.0
#include "desk/taken_over.h"

#include <algorithm>

#include "base/text.h"
#include "desk/shift_end.h"
#include "store/articles.h"
#include "store/events.h"
#include "store/tickets.h"

namespace lotse::desk {
namespace {

constexpr int kMostLooked = 100;
constexpr std::size_t kMostShown = 20;
constexpr std::size_t kExcerptBytes = 300;

bool is_word(domain::EventKind kind) {
    return kind == domain::EventKind::noted || kind == domain::EventKind::agent_replied;
}

domain::AgentId agent_in(std::string const& shown) { return domain::AgentId{to_int(shown).value_or(0)}; }

struct Passing {
    domain::AgentId from;
    domain::EventId event;  // by which it came to its owner
    Instant at{};
    bool was_forced = false;  // it came back by itself
};

// How the owner got it from another person; none where it came fresh from the queue.
std::optional<Passing> passing_of(std::vector<store::StoredChange> const& changes, domain::Ticket const& ticket) {
    std::vector<store::StoredChange const*> of_owner;
    for (auto const& one : changes)
        if (one.change.field == "agent") of_owner.push_back(&one);
    if (of_owner.empty() || agent_in(of_owner.back()->change.to) != ticket.agent) return std::nullopt;
    auto const& last = *of_owner.back();
    Passing out{agent_in(last.change.from), last.event, last.at};
    if (out.from) return out;
    if (of_owner.size() < 2) return std::nullopt;
    auto const& before = of_owner[of_owner.size() - 2]->change;
    auto const& code = before.because.code;
    out.from = agent_in(before.from);
    out.was_forced = code == "routing.needed_before" || code == "routing.owner_gone";
    return out.was_forced ? std::optional(out) : std::nullopt;
}

Result<std::optional<TakenOver>> taken_over(store::ReadTxn& txn, domain::Ticket const& ticket) {
    TRY(auto const changes, store::list_changes(txn, ticket.id));
    auto const passing = passing_of(changes, ticket);
    if (!passing || !passing->from || passing->from == ticket.agent) return std::optional<TakenOver>();
    TRY(auto const events, store::list_events(txn, ticket.id));
    TakenOver out{ticket, passing->from, passing->at, needed_by(ticket), {}};
    domain::ArticleId words;
    bool is_by_owner = passing->was_forced;
    for (auto const& event : events) {
        // Whoever has done something with it has read what there was to read.
        bool const is_after = event.id > passing->event;
        if (is_after && event.agent == ticket.agent) return std::optional<TakenOver>();
        if (event.id == passing->event && event.agent == passing->from) is_by_owner = true;
        if (is_word(event.kind) && event.agent == passing->from) words = event.article;
    }
    if (!is_by_owner || !is_begun(ticket)) return std::optional<TakenOver>();
    if (words) {
        TRY(auto const article, store::get_article(txn, words));
        out.words = cut_utf8(trim(article.new_text.empty() ? article.text : article.new_text), kExcerptBytes);
    }
    return std::optional(std::move(out));
}

}  // namespace

Result<TakenOverList> read_taken_over(Desk& desk, access::Principal const& principal) {
    return desk.store.read(principal.scope, [&](store::ReadTxn& txn) -> Result<TakenOverList> {
        TakenOverList out;
        TRY(out.setup, desk.setups.get(txn));
        if (!principal.agent) return out;
        store::TicketQuery query;
        query.agent = principal.agent;
        query.statuses = {domain::Status::fresh, domain::Status::open};
        query.limit = kMostLooked;
        TRY(auto const page, store::list_tickets(txn, query));
        for (auto const& ticket : page.items) {
            TRY(auto one, taken_over(txn, ticket));
            if (one) out.items.push_back(*std::move(one));
        }
        std::ranges::sort(out.items, {}, [](TakenOver const& one) {
            return std::pair(one.needed_by.value_or(Instant::max()), one.ticket.id);
        });
        if (out.items.size() > kMostShown) out.items.resize(kMostShown);
        return out;
    });
}

}  // namespace lotse::desk
