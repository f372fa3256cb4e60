// SPDX-License-Identifier: Apache-2.0
#include "desk/search_tickets.h"

#include <algorithm>

#include "base/text.h"
#include "desk/find_tickets.h"
#include "desk/mend_query.h"
#include "search/query.h"
#include "store/people_words.h"
#include "store/search_index.h"
#include "store/tickets.h"
#include "store/words.h"

namespace lotse::desk {
namespace {

using search::Part;

constexpr int kRanked = 5000;
constexpr int kLookedAt = 400;
constexpr double kFreshness = 0.1;  // what the newest ticket has before the oldest, of the best score
constexpr std::size_t kSnippetText = 60'000;

// The best first.
Result<std::vector<store::WordHit>> ranked_hits(store::ReadTxn& txn, search::TextQuery const& words) {
    std::vector<store::WordHit> hits;
    store::WordSearch search;
    search.query = words;
    search.limit = kRanked;
    search.wants_score = true;
    CHECK_OK(txn.words().find(search, [&](store::WordHit const& hit) { hits.push_back(hit); }));
    if (hits.empty()) return hits;
    double const best = std::max(1e-9, std::ranges::max(hits, {}, &store::WordHit::score).score);
    auto const newest = static_cast<double>(hits.front().ticket.value);
    for (auto& hit : hits) {
        double const fresh = static_cast<double>(hit.ticket.value) / newest;
        hit.score = std::max(0.0, hit.score) / best * (1 - kFreshness) + kFreshness * fresh;
    }
    std::ranges::sort(hits, [](store::WordHit const& a, store::WordHit const& b) {
        return a.score != b.score ? a.score > b.score : a.ticket.value > b.ticket.value;
    });
    return hits;
}

class Search {
  public:
    Search(store::ReadTxn& txn, SearchWish const& wish, SearchAnswer& answer)
        : txn_(txn), wish_(wish), answer_(answer) {}

    Result<void> run(store::TicketQuery query) {
        words_ = query.words;
        CHECK_OK(add_by_number());
        CHECK_OK(query.words ? add_ranked(query) : add_newest(query));
        for (auto& found : answer_.tickets) CHECK_OK(explain(found));
        return {};
    }

  private:
    bool is_full() const { return answer_.tickets.size() >= static_cast<std::size_t>(wish_.limit); }

    void add(domain::Ticket ticket, double score) {
        auto const is_same = [&](FoundTicket const& found) { return found.ticket.id == ticket.id; };
        if (is_full() || std::ranges::any_of(answer_.tickets, is_same)) return;
        answer_.tickets.push_back({std::move(ticket), Part::subject, {}, score});
    }

    // "123" and "#123" are a number before they are a word.
    Result<void> add_by_number() {
        auto text = trim(wish_.text);
        if (text.starts_with("#")) text.remove_prefix(1);
        auto const number = to_int(text);
        if (!number || *number < 1) return {};
        auto ticket = store::get_ticket(txn_, domain::TicketId(*number));
        if (ticket) add(*std::move(ticket), 1);
        if (!ticket && ticket.error().kind != Kind::not_found) return ticket.error();
        return {};
    }

    Result<void> add_ranked(store::TicketQuery query) {
        TRY(auto const hits, ranked_hits(txn_, *query.words));
        query.words.reset();
        int looked_at = 0;
        for (auto const& hit : hits) {
            if (is_full() || ++looked_at > kLookedAt) return {};
            auto ticket = store::get_ticket(txn_, hit.ticket);
            if (!ticket && ticket.error().kind == Kind::not_found) continue;  // an entry may outlive it for a moment
            if (!ticket) return ticket.error();
            if (ticket->merged_into) continue;
            TRY(bool const is, store::meets(txn_, *ticket, query));
            if (is) add(*std::move(ticket), hit.score);
        }
        return {};
    }

    Result<void> add_newest(store::TicketQuery& query) {
        query.limit = wish_.limit;
        TRY(auto page, store::list_tickets(txn_, query));
        for (auto& ticket : page.items) add(std::move(ticket), 0);
        return {};
    }

    // The part that shows most of the words; of two alike the message, because the subject is shown anyway.
    Result<void> explain(FoundTicket& found) {
        if (!words_) return {};
        TRY(auto const source, store::read_search_source(txn_, found.ticket.id, kSnippetText));
        auto const look = [&](Part part, std::vector<std::string> const& texts) {
            for (auto const& text : texts) {
                auto snippet = search::find_snippet(text, *words_, part);
                bool const is_better = snippet && (snippet->asked_for > found.snippet.asked_for);
                if (!is_better) continue;
                found.part = part;
                found.snippet = *std::move(snippet);
            }
        };
        look(Part::text, source.texts);
        look(Part::subject, {source.subject});
        look(Part::files, source.files);
        look(Part::people, source.people);
        return {};
    }

    store::ReadTxn& txn_;
    SearchWish const& wish_;
    SearchAnswer& answer_;
    std::optional<search::TextQuery> words_;
};

// A query that asks for fields is about tickets.
std::string name_asked_for(search::Node const& node) {
    using enum search::Node::Kind;
    if (node.kind == word || node.kind == phrase) return node.text;
    if (node.kind != all) return {};
    std::string out;
    for (auto const& part : node.parts) {
        if (part.kind != word && part.kind != phrase) return {};
        out += (out.empty() ? "" : " ") + part.text;
    }
    return out;
}

}  // namespace

Result<SearchAnswer> search_desk(Desk& desk, access::Principal const& principal, SearchWish const& wish) {
    return desk.store.read(principal.scope, [&](store::ReadTxn& txn) -> Result<SearchAnswer> {
        SearchAnswer out;
        TRY(out.setup, desk.setups.get(txn));
        TRY(auto query, ticket_query_of(txn, *out.setup, asker_of(desk, principal), wish.text, "?q"));
        auto const tree = search::parse_query(wish.text).node;
        out.query = search::print(tree);
        auto const name = name_asked_for(tree);
        bool const may_see_people = principal.has(access::Permission::customers_read) && !name.empty();
        if (may_see_people && wish.wants_customers) {
            TRY(out.customers, store::find_customers(txn, name, wish.limit));
        }
        if (may_see_people && wish.wants_organizations) {
            TRY(out.organizations, store::find_organizations(txn, name, wish.limit));
        }
        if (!wish.wants_tickets) return out;
        TRY(out.did_you_mean, mended_query(txn, wish.text));
        CHECK_OK(Search(txn, wish, out).run(std::move(query)));
        return out;
    });
}

}  // namespace lotse::desk
