// SPDX-License-Identifier: Apache-2.0
#include "desk/similar_tickets.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <unordered_map>

#include "base/text.h"
#include "search/terms.h"
#include "store/articles.h"
#include "store/tickets.h"
#include "store/words.h"

namespace lotse::desk {
namespace {

constexpr std::size_t kMostWords = 40;
constexpr std::size_t kWordsRead = 300;  // of the first message
constexpr int kCommon = 2000;            // tickets
constexpr std::size_t kCandidates = 200;
constexpr double kLeastScore = 0.2;
constexpr std::size_t kShortest = 3;   // letters of a telling word
constexpr std::size_t kAnswer = 200;   // bytes shown

// Each word once, those of the subject first, in all their forms.
std::vector<std::vector<std::string>> words_of(std::string_view subject, std::string_view text) {
    std::vector<std::vector<std::string>> out;
    std::set<std::string> known;
    auto const add = [&](std::vector<search::Word> const& words) {
        for (auto const& word : words) {
            if (out.size() == kMostWords) return;
            if (word.folded.size() < kShortest) continue;
            auto terms = search::terms_of(word);
            bool const is_new = std::ranges::none_of(terms, [&](auto const& term) { return known.contains(term); });
            known.insert(terms.begin(), terms.end());
            if (is_new) out.push_back(std::move(terms));
        }
    };
    add(search::words_in(subject, kWordsRead));
    add(search::words_in(text, kWordsRead));
    return out;
}

struct Candidate {
    std::int64_t ticket = 0;
    double score = 0;
};

// By score; the newer one of two alike.
Result<std::vector<Candidate>> candidates(store::ReadTxn& txn, domain::TicketId self,
                                          std::vector<std::vector<std::string>> words) {
    std::unordered_map<std::int64_t, double> scores;
    double whole = 0;
    for (auto& terms : words) {
        store::WordSearch search;
        search.query.terms = std::move(terms);
        search.limit = kCommon;
        std::vector<std::int64_t> hits;
        CHECK_OK(txn.words().find(search, [&](store::WordHit const& hit) {
            if (hit.ticket != self) hits.push_back(hit.ticket.value);
        }));
        if (hits.empty() || hits.size() + 1 >= kCommon) continue;
        double const weight = 1 / std::log2(2.0 + static_cast<double>(hits.size()));
        whole += weight;
        for (auto const hit : hits) scores[hit] += weight;
    }
    std::vector<Candidate> out;
    for (auto const& [ticket, score] : scores)
        if (score >= kLeastScore * whole) out.push_back({ticket, score / whole});
    std::ranges::sort(out, [](Candidate const& a, Candidate const& b) {
        return std::pair(a.score, a.ticket) > std::pair(b.score, b.ticket);
    });
    if (out.size() > kCandidates) out.resize(kCandidates);
    return out;
}

bool is_done(domain::Ticket const& ticket) {
    return (ticket.status == domain::Status::solved || ticket.status == domain::Status::closed) && !ticket.merged_into;
}

Result<std::string> last_answer(store::ReadTxn& txn, domain::TicketId ticket) {
    constexpr int kRead = 5;
    TRY(auto const articles, store::list_articles_before(txn, ticket, {}, kRead));
    for (std::size_t i = articles.size(); i-- > 0;) {
        auto const& article = articles[i];
        if (article.author != domain::Author::agent || article.kind != domain::ArticleKind::message) continue;
        auto const text = trim(article.new_text.empty() ? article.text : article.new_text);
        auto const cut = trim(cut_utf8(text, kAnswer));
        return std::string(cut) + (cut.size() < text.size() ? "…" : "");
    }
    return std::string();
}

}  // namespace

Result<SimilarTickets> similar_tickets(Desk& desk, access::Principal const& principal, domain::TicketId id, int limit) {
    return desk.store.read(principal.scope, [&](store::ReadTxn& txn) -> Result<SimilarTickets> {
        SimilarTickets out;
        TRY(out.setup, desk.setups.get(txn));
        TRY(auto const ticket, store::get_ticket(txn, id));
        TRY(auto const articles, store::list_articles(txn, id, {}, 1));
        std::string const text = articles.empty() ? "" : articles[0].new_text;
        TRY(auto const found, candidates(txn, id, words_of(ticket.subject, text)));
        for (auto const& candidate : found) {
            if (out.items.size() >= static_cast<std::size_t>(limit)) break;
            auto other = store::get_ticket(txn, domain::TicketId(candidate.ticket));
            if (!other && other.error().kind == Kind::not_found) continue;  // an entry may outlive it for a moment
            if (!other) return other.error();
            if (!is_done(*other)) continue;
            TRY(auto answer, last_answer(txn, other->id));
            out.items.push_back({*std::move(other), candidate.score, std::move(answer)});
        }
        return out;
    });
}

}  // namespace lotse::desk
