// SPDX-License-Identifier: Apache-2.0
// Does search find what it should, and how quickly? On the demo desk's texts (known_items.h says how), at two sizes:
//
// bench_search INFLECTIONS [--small N] [--tickets N] [--queries N]
//
// Or on a table of one's own: its texts become a desk of closed tickets, which is indexed as any other; then known ones are
// looked for:
//   words   two to four words of a ticket's own text, taken at random: where among the answers is that ticket?
//   typo    the same with one letter of the longest word gone: through "did you mean"
//   similar pairs that people have marked as duplicates: does one find the other? (with --pairs; with --model, a data folder
//           with a language model, by words alone and by words and meaning)
//
// bench_search TABLE --title COLUMN --text COLUMN [--id COLUMN] [--pairs TABLE] [--queries N]
#include <algorithm>
#include <charconv>
#include <cstring>
#include <map>
#include <set>

#include "app/demo/random.h"
#include "app/language_models.h"
#include "app/open_desk.h"
#include "app/table_reader.h"
#include "base/json.h"
#include "base/log.h"
#include "bench/known_items.h"
#include "bench/measure.h"
#include "desk/follow_vectors.h"
#include "desk/index_tickets.h"
#include "desk/make_vectors.h"
#include "desk/search_tickets.h"
#include "desk/similar_tickets.h"
#include "search/fold.h"
#include "store/articles.h"
#include "store/customers.h"
#include "store/tickets.h"

namespace lotse::bench {
namespace {

constexpr int kLookedAt = 10;  // answers
constexpr std::size_t kShortest = 4;  // letters of a word that is asked for

struct Wanted {
    std::string table;
    std::string id;
    std::string title;
    std::string text;
    std::string pairs;
    std::string model;
    int queries = 500;
    int small = 10'000;
    int tickets = 100'000;
};

struct Filled {
    std::map<std::string, std::int64_t> tickets;  // by the table's id
    std::vector<std::pair<std::int64_t, std::string>> texts;
    double index_us = 0;  // CPU of one ticket
};

Result<Wanted> read_words(int count, char** words) {
    Wanted out;
    if (count > 1) out.table = words[1];
    for (int i = 2; i + 1 < count; i += 2) {
        std::string_view const name = words[i];
        std::string const value = words[i + 1];
        if (name == "--id") out.id = value;
        if (name == "--title") out.title = value;
        if (name == "--text") out.text = value;
        if (name == "--pairs") out.pairs = value;
        if (name == "--model") out.model = value;
        for (auto const& [option, number] :
             {std::pair{"--queries", &out.queries}, {"--small", &out.small}, {"--tickets", &out.tickets}})
            if (name == option) std::from_chars(value.data(), value.data() + value.size(), *number);
    }
    bool const is_half = out.title.empty() != out.text.empty();
    if (out.table.empty() || is_half || out.queries < 1 || out.small < 1'000 || out.tickets < out.small)
        return invalid("bench.words",
                       "bench_search INFLECTIONS [--small N] [--tickets N] [--queries N], 1000 tickets or more; or "
                       "bench_search TABLE --title COLUMN --text COLUMN [--id COLUMN] [--pairs TABLE [--model DIR]] "
                       "[--queries N]");
    return out;
}

Result<std::int64_t> add(store::WriteTxn& txn, domain::CustomerId customer, std::string title, std::string text,
                         std::int64_t n, domain::Status status = domain::Status::closed) {
    domain::Ticket ticket;
    ticket.subject = std::move(title);
    ticket.status = status;
    ticket.customer = customer;
    ticket.created_at = ticket.updated_at = instant(1'000'000 * n);
    TRY(ticket, store::add_ticket(txn, std::move(ticket)));
    domain::Article article;
    article.ticket = ticket.id;
    article.text = std::move(text);
    article.new_text = article.text;
    TRY([[maybe_unused]] auto const made, store::add_article(txn, std::move(article)));
    return ticket.id.value;
}

// CPU microseconds of one ticket.
Result<double> index_all(desk::Desk& desk, std::size_t tickets) {
    desk::TicketIndexer indexer(desk);
    double const before = cpu_micros();
    for (int done = 1; done > 0;) {
        TRY(done, indexer.step());
    }
    return (cpu_micros() - before) / static_cast<double>(std::max<std::size_t>(1, tickets));
}

Result<domain::CustomerId> add_somebody(desk::Desk& desk, domain::TenantScope const& scope) {
    TRY(auto const customer, desk.store.write(scope, [](store::WriteTxn& txn) {
        domain::Customer person;
        person.name = "Somebody";
        return store::add_customer(txn, std::move(person));
    }));
    return customer.id;
}

Result<Filled> fill_desk(desk::Desk& desk, domain::TenantScope const& scope, Wanted const& wanted) {
    Filled out;
    std::vector<std::string> columns{wanted.title, wanted.text};
    if (!wanted.id.empty()) columns.push_back(wanted.id);
    TRY(auto reader, app::TableReader::open(wanted.table, columns));
    TRY(auto const customer, add_somebody(desk, scope));
    for (bool is_more = true; is_more;) {
        CHECK_OK(desk.store.write(scope, [&](store::WriteTxn& txn) -> Result<void> {
            for (int i = 0; i < 500; ++i) {
                TRY(auto row, reader.next());
                is_more = row.has_value();
                if (!row) return {};
                std::string const whole = row->fields[0] + "\n" + row->fields[1];
                TRY(auto const ticket, add(txn, customer, row->fields[0], row->fields[1],
                                           static_cast<std::int64_t>(out.texts.size()) + 1));
                out.texts.emplace_back(ticket, whole);
                if (row->fields.size() > 2) out.tickets[row->fields[2]] = ticket;
            }
            return {};
        }));
    }
    TRY(out.index_us, index_all(desk, out.texts.size()));
    return out;
}

// Where each of the wanted tickets stood; 0: not among the first ten.
class Ranks {
  public:
    void add(int rank) {
        ++n_;
        if (rank > 0) ++found_;
        if (rank == 1) ++first_;
        if (rank > 0) reciprocal_ += 1.0 / rank;
    }
    void took(double micros) { micros_.push_back(micros); }
    JsonObject times() const {
        return JsonObject{{"n", micros_.size()},
                          {"p50_us", rounded(quantile(micros_, 0.5))},
                          {"p95_us", rounded(quantile(micros_, 0.95))}};
    }
    JsonObject shown() const {
        double const n = std::max(1, n_);
        return JsonObject{{"n", n_},
                          {"success_at_10", rounded(found_ / n)},
                          {"first", rounded(first_ / n)},
                          {"mrr", rounded(reciprocal_ / n)},
                          {"p50_us", rounded(quantile(micros_, 0.5))},
                          {"p95_us", rounded(quantile(micros_, 0.95))}};
    }

  private:
    int n_ = 0;
    int found_ = 0;
    int first_ = 0;
    double reciprocal_ = 0;
    std::vector<double> micros_;
};

std::vector<std::string> some_words(std::string const& text, app::Random& random) {
    std::set<std::string> words;
    for (auto const& word : search::words_in(text, 400))
        if (word.folded.size() >= kShortest && word.folded.size() <= 20) words.insert(word.folded);
    std::vector<std::string> all(words.begin(), words.end());
    std::vector<std::string> out;
    std::size_t const wanted = 2 + random.below(3);
    while (out.size() < wanted && !all.empty()) {
        auto const at = static_cast<std::ptrdiff_t>(random.below(all.size()));
        out.push_back(all[static_cast<std::size_t>(at)]);
        all.erase(all.begin() + at);
    }
    return out;
}

std::string with_typo(std::vector<std::string> words, app::Random& random) {
    auto const longest = std::ranges::max_element(words, {}, &std::string::size);
    longest->erase(1 + random.below(longest->size() - 1), 1);
    std::string out;
    for (auto const& word : words) out += (out.empty() ? "" : " ") + word;
    return out;
}

Result<void> ask(desk::Desk& desk, access::Principal const& principal, std::string text, std::int64_t wanted,
                 bool follows_mending, Ranks& ranks) {
    desk::SearchWish wish;
    wish.text = std::move(text);
    wish.limit = kLookedAt;
    double const before = cpu_micros();
    TRY(auto answer, desk::search_desk(desk, principal, wish));
    ranks.took(cpu_micros() - before);
    if (follows_mending && !answer.did_you_mean.empty()) {
        wish.text = answer.did_you_mean;
        TRY(answer, desk::search_desk(desk, principal, wish));
    }
    int rank = 0;
    for (std::size_t i = 0; i < answer.tickets.size() && rank == 0; ++i)
        if (answer.tickets[i].ticket.id.value == wanted) rank = static_cast<int>(i) + 1;
    ranks.add(rank);
    return {};
}

Result<JsonObject> of_similar(desk::Desk& desk, access::Principal const& principal, Filled const& filled,
                              std::string const& pairs) {
    Ranks ranks;
    TRY(auto reader, app::TableReader::open(pairs, {"issue_id", "duplicate_of"}));
    for (;;) {
        TRY(auto const row, reader.next());
        if (!row) return ranks.shown();
        auto const one = filled.tickets.find(row->fields[0]);
        auto const other = filled.tickets.find(row->fields[1]);
        if (one == filled.tickets.end() || other == filled.tickets.end()) continue;
        double const before = cpu_micros();
        TRY(auto const found, desk::similar_tickets(desk, principal, domain::TicketId{one->second}, kLookedAt));
        ranks.took(cpu_micros() - before);
        int rank = 0;
        for (std::size_t i = 0; i < found.items.size() && rank == 0; ++i)
            if (found.items[i].ticket.id.value == other->second) rank = static_cast<int>(i) + 1;
        ranks.add(rank);
    }
}

// Every ticket gets its vector, as the job of a running desk does it.
Result<double> read_meanings(desk::Desk& desk, domain::TenantScope const& scope, std::string const& folder) {
    TRY(auto encoder, app::open_installed_model(folder));
    if (!encoder) return not_found("bench.model", "there is no language model in " + folder);
    desk.meanings.turn_on(encoder);
    double const before = cpu_micros();
    std::size_t read = 0;
    for (;;) {
        TRY(auto batch, desk::next_vectors(desk, scope, encoder->version(), true));
        if (batch.is_idle()) break;
        for (auto& todo : batch.todo) CHECK_OK(desk::make_vector(desk.meanings, todo));
        read += batch.todo.size();
        TRY([[maybe_unused]] bool const stored, desk::put_vectors(desk, scope, batch));
    }
    double const took = (cpu_micros() - before) / static_cast<double>(std::max<std::size_t>(1, read));
    desk::VectorFollower follower(desk);
    for (bool is_more = true; is_more;) {
        TRY(is_more, follower.step(scope, encoder));
    }
    return took / 1000;
}

// --- the demo's texts ---

// Known items lie evenly among the others, from the oldest to the newest; one in twenty-five of the others is open.
Result<std::vector<std::int64_t>> fill_known(desk::Desk& desk, domain::TenantScope const& scope, ItemTexts const& texts,
                                             int tickets) {
    TRY(auto const customer, add_somebody(desk, scope));
    std::vector<std::int64_t> out;
    app::Random random(42);
    auto const every = tickets / static_cast<int>(texts.items.size());
    for (int from = 0; from < tickets; from += 500) {
        CHECK_OK(desk.store.write(scope, [&](store::WriteTxn& txn) -> Result<void> {
            for (int n = from; n < std::min(tickets, from + 500); ++n) {
                if (n % every == 0 && out.size() < texts.items.size()) {
                    auto const& item = texts.items[out.size()];
                    TRY(auto const ticket, add(txn, customer, item.subject, item.body, n + 1));
                    out.push_back(ticket);
                    continue;
                }
                auto other = draw_other(texts, random);
                auto const status = random.chance(0.04) ? domain::Status::open : domain::Status::closed;
                TRY([[maybe_unused]] auto const ticket,
                    add(txn, customer, std::move(other.subject), std::move(other.body), n + 1, status));
            }
            return {};
        }));
    }
    return out;
}

// What a query costs that names no single ticket.
Result<JsonObject> latencies(desk::Desk& desk, access::Principal const& principal) {
    std::vector<std::pair<char const*, std::vector<std::string>>> const kinds{
        {"a frequent word", {"please", "hello", "bitte", "guten", "prosze", "dobry"}},
        {"a frequent word, open tickets", {"please is:open", "bitte is:open", "prosze is:open"}},
        {"no word, open tickets", {"is:open", "status:open"}},
        {"a word that nobody wrote", {"xylophonist", "quasselstrippe", "gwizdkowy"}}};
    JsonObject out;
    for (auto const& [name, queries] : kinds) {
        Ranks ranks;
        for (int i = 0; i < 60; ++i)
            CHECK_OK(ask(desk, principal, queries[static_cast<std::size_t>(i) % queries.size()], 0, false, ranks));
        out[name] = ranks.times();
    }
    return out;
}

Result<JsonObject> measure_known(Wanted const& wanted, ItemTexts const& texts, int tickets) {
    ScratchFolder const folder;
    app::OpenFolder open;
    open.data_folder = folder.path();
    open.relaxed = true;
    TRY(auto opened, app::OpenDesk::open(open));
    auto& desk = opened->desk();
    auto const tenant = opened->tenants().front().id;
    auto const scope = domain::ScopeMint::for_tenant(tenant);
    auto const principal = access::operator_of(tenant);
    TRY(auto const ids, fill_known(desk, scope, texts, tickets));
    TRY(auto const index_us, index_all(desk, static_cast<std::size_t>(tickets)));
    app::Random random(7);
    TRY(auto const queries, make_queries(texts, wanted.table, wanted.queries, random));
    std::map<std::string, std::map<std::string, Ranks>> ranks;
    for (auto const& one : queries) {
        CHECK_OK(ask(desk, principal, one.query, ids[one.item], one.follows_mending, ranks[one.kind][one.language]));
    }
    JsonArray found;
    for (auto const& [kind, languages] : ranks)
        for (auto const& [language, of_language] : languages) {
            auto row = of_language.shown();
            row["kind"] = kind;
            row["language"] = language;
            found.push_back(std::move(row));
        }
    TRY(auto times, latencies(desk, principal));
    fmt::print(stderr, "search: {} tickets, {} queries\n", tickets, queries.size());
    return JsonObject{{"tickets", tickets},
                      {"known_items", ids.size()},
                      {"index_us", rounded(index_us)},
                      {"found", std::move(found)},
                      {"times", std::move(times)}};
}

Result<void> run_on_demo_texts(Wanted const& wanted) {
    TRY(auto const texts, read_item_texts());
    JsonArray sizes;
    for (int const tickets : {wanted.small, wanted.tickets}) {
        TRY(auto row, measure_known(wanted, texts, tickets));
        sizes.push_back(std::move(row));
        if (wanted.small == wanted.tickets) break;
    }
    fmt::print("{}\n", to_string(JsonObject{{"bench", "search"}, {"sizes", std::move(sizes)}}));
    return {};
}

Result<void> run_on_table(Wanted const& wanted) {
    ScratchFolder const folder;
    app::OpenFolder open;
    open.data_folder = folder.path();
    open.relaxed = true;
    TRY(auto opened, app::OpenDesk::open(open));
    auto const tenant = opened->tenants().front().id;
    auto const scope = domain::ScopeMint::for_tenant(tenant);
    auto const principal = access::operator_of(tenant);
    TRY(auto const filled, fill_desk(opened->desk(), scope, wanted));
    if (filled.texts.empty()) return invalid("bench.table", "the table has no rows");
    app::Random random(7);
    Ranks by_words;
    Ranks by_typo;
    for (int i = 0; i < wanted.queries; ++i) {
        auto const& [ticket, text] = random.pick(filled.texts);
        auto const some = some_words(text, random);
        if (some.size() < 2) continue;
        std::string plain;
        for (auto const& word : some) plain += (plain.empty() ? "" : " ") + word;
        CHECK_OK(ask(opened->desk(), principal, plain, ticket, false, by_words));
        CHECK_OK(ask(opened->desk(), principal, with_typo(some, random), ticket, true, by_typo));
    }
    JsonObject out{{"tickets", filled.texts.size()},
                   {"index_us", rounded(filled.index_us)},
                   {"words", by_words.shown()},
                   {"typo", by_typo.shown()}};
    if (!wanted.pairs.empty()) {
        TRY(out["similar"], of_similar(opened->desk(), principal, filled, wanted.pairs));
    }
    if (!wanted.pairs.empty() && !wanted.model.empty()) {
        TRY(auto const ms, read_meanings(opened->desk(), scope, wanted.model));
        out["read_ms"] = rounded(ms);
        TRY(out["similar_with_meaning"], of_similar(opened->desk(), principal, filled, wanted.pairs));
    }
    fmt::print("{}\n", to_string(out));
    return {};
}

Result<void> run(int count, char** words) {
    TRY(auto const wanted, read_words(count, words));
    set_log_level(Level::error);
    return wanted.title.empty() ? run_on_demo_texts(wanted) : run_on_table(wanted);
}

}  // namespace
}  // namespace lotse::bench

int main(int count, char** words) { return lotse::bench::finish(lotse::bench::run(count, words)); }
