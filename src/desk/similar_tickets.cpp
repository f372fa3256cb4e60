// SPDX-License-Identifier: Apache-2.0
#include "desk/similar_tickets.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <unordered_map>

#include "base/text.h"
#include "desk/fuse_scores.h"
#include "search/terms.h"
#include "store/articles.h"
#include "store/tickets.h"
#include "store/vectors.h"
#include "store/words.h"

namespace lotse::desk {
namespace {

constexpr std::size_t kMostWords = 40;
constexpr std::size_t kWordsRead = 300;  // of the first message
constexpr int kCommon = 2000;            // tickets
constexpr std::size_t kCandidates = 200;
constexpr double kLeastWords = 0.2;
constexpr double kLeastMeaning = 0.25;
constexpr std::size_t kShortest = 3;   // letters of a telling word
constexpr std::size_t kAnswer = 200;   // bytes shown
constexpr std::size_t kSharedShown = 3;

struct TellingWord {
    std::string text;  // in small letters
    std::vector<std::string> terms;
};

// Each word once, those of the subject first, in all their forms.
std::vector<TellingWord> words_of(std::string_view subject, std::string_view text) {
    std::vector<TellingWord> out;
    std::set<std::string> known;
    auto const add = [&](std::vector<search::Word> const& words) {
        for (auto const& word : words) {
            if (out.size() == kMostWords) return;
            if (word.folded.size() < kShortest) continue;
            auto terms = search::terms_of(word);
            bool const is_new = std::ranges::none_of(terms, [&](auto const& term) { return known.contains(term); });
            known.insert(terms.begin(), terms.end());
            if (is_new) out.push_back({word.lower, std::move(terms)});
        }
    };
    add(search::words_in(subject, kWordsRead));
    add(search::words_in(text, kWordsRead));
    return out;
}

// What the words say: tickets by the weight of the words they have.
struct WordScores {
    struct Found {
        double weight = 0;
        std::vector<std::pair<double, std::size_t>> words;  // the heaviest kSharedShown
    };
    std::vector<TellingWord> words;
    std::unordered_map<std::int64_t, Found> tickets;
    double whole = 0;

    double share(std::int64_t ticket) const {
        auto const found = tickets.find(ticket);
        return found == tickets.end() || whole <= 0 ? 0 : found->second.weight / whole;
    }
    std::vector<std::string> shared(std::int64_t ticket) const {
        std::vector<std::string> out;
        auto const found = tickets.find(ticket);
        if (found != tickets.end())
            for (auto const& [weight, at] : found->second.words) out.push_back(words[at].text);
        return out;
    }
    void add(std::int64_t ticket, double weight, std::size_t word) {
        auto& found = tickets[ticket];
        found.weight += weight;
        found.words.emplace_back(weight, word);
        std::ranges::stable_sort(found.words, std::greater<>(), [](auto const& one) { return one.first; });
        if (found.words.size() > kSharedShown) found.words.pop_back();
    }
};

Result<WordScores> score_words(store::ReadTxn& txn, domain::TicketId self, std::vector<TellingWord> words) {
    WordScores out;
    out.words = std::move(words);
    for (std::size_t at = 0; at < out.words.size(); ++at) {
        store::WordSearch search;
        search.query.terms = out.words[at].terms;
        search.limit = kCommon;
        std::vector<std::int64_t> hits;
        CHECK_OK(txn.words().find(search, [&](store::WordHit const& hit) {
            if (hit.ticket != self) hits.push_back(hit.ticket.value);
        }));
        if (hits.empty() || hits.size() + 1 >= kCommon) continue;
        double const weight = 1 / std::log2(2.0 + static_cast<double>(hits.size()));
        out.whole += weight;
        for (auto const hit : hits) out.add(hit, weight, at);
    }
    return out;
}

// What the vectors say, and of which tickets. `index` null: nothing.
struct MeaningScores {
    MeaningUse use = MeaningUse::off;
    VectorIndex::Question question;
    std::shared_ptr<VectorIndex> index;
    NearestVectors nearest;

    std::vector<std::optional<double>> of(std::vector<domain::TicketId> const& tickets) const {
        if (!index) return std::vector<std::optional<double>>(tickets.size());
        return index->closeness_of(question, nearest, tickets);
    }
};

Result<MeaningScores> score_meaning(Desk& desk, store::ReadTxn& txn, domain::Ticket const& self) {
    MeaningScores out;
    auto const encoder = desk.meanings.encoder();
    auto const index = desk.meanings.index(txn.tenant());
    if (!encoder) return out;
    out.use = MeaningUse::not_yet;
    TRY(auto const stored, store::find_vector(txn, self.id));
    if (!index || !stored || stored->encoder != encoder->version()) return out;
    auto query = encoder::compact_from(stored->bytes);
    if (!query) return out;
    out.use = MeaningUse::on;
    out.question = {*std::move(query), self.language, self.id};
    out.index = index;
    out.nearest = index->nearest(out.question, kCandidates);
    return out;
}

// Those that one of the two would show, the best of both first.
std::vector<FusedScore> candidates(WordScores const& words, MeaningScores const& meaning) {
    std::set<std::int64_t> wanted;
    for (auto const& [ticket, found] : words.tickets)
        if (words.share(ticket) >= kLeastWords) wanted.insert(ticket);
    for (auto const& match : meaning.nearest.items) wanted.insert(match.ticket.value);
    std::vector<domain::TicketId> tickets;
    for (auto const ticket : wanted) tickets.emplace_back(ticket);
    auto const close = meaning.of(tickets);
    std::vector<FusedScore> out;
    for (std::size_t i = 0; i < tickets.size(); ++i) {
        FusedScore one{tickets[i].value, 0, words.share(tickets[i].value), close[i]};
        if (one.words >= kLeastWords || one.meaning.value_or(0) >= kLeastMeaning) out.push_back(one);
    }
    fuse(out, meaning.use == MeaningUse::on);
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
        TRY(auto const words, score_words(txn, id, words_of(ticket.subject, text)));
        TRY(auto const meaning, score_meaning(desk, txn, ticket));
        out.meaning = meaning.use;
        for (auto const& candidate : candidates(words, meaning)) {
            if (out.items.size() >= static_cast<std::size_t>(limit)) break;
            auto other = store::get_ticket(txn, domain::TicketId(candidate.ticket));
            if (!other && other.error().kind == Kind::not_found) continue;  // an entry may outlive it for a moment
            if (!other) return other.error();
            if (!is_done(*other)) continue;
            SimilarTicket one;
            TRY(one.answer, last_answer(txn, other->id));
            one.ticket = *std::move(other);
            one.score = candidate.score;
            one.words = candidate.words;
            one.meaning = candidate.meaning;
            one.is_by_words = candidate.words >= kLeastWords;
            one.is_by_meaning = candidate.meaning.value_or(0) >= kLeastMeaning;
            one.shared = words.shared(candidate.ticket);
            out.items.push_back(std::move(one));
        }
        return out;
    });
}

}  // namespace lotse::desk
