// SPDX-License-Identifier: Apache-2.0
// What it costs to find solved tickets that are like another one: full text and a look at every vector, fused. Texts are those
// of the demo; vectors are drawn (cosines of about .8 between any two, nearer inside 200 groups), since the time of a look
// does not depend on what they mean.
//
//   bench_similar [--tickets N] [--queries N]
#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <random>

#include "app/open_desk.h"
#include "base/json.h"
#include "base/log.h"
#include "bench/known_items.h"
#include "bench/measure.h"
#include "desk/follow_vectors.h"
#include "desk/index_tickets.h"
#include "desk/make_vectors.h"
#include "desk/similar_tickets.h"
#include "store/articles.h"
#include "store/customers.h"
#include "store/tenants.h"
#include "store/tickets.h"

namespace lotse::bench {
namespace {

constexpr std::size_t kDimensions = 384;
constexpr int kGroups = 200;

// Stands for a language model where only its vectors are needed.
class DrawnEncoder : public encoder::TextEncoder {
  public:
    std::string const& version() const override { return version_; }
    std::size_t dimensions() const override { return kDimensions; }
    Result<std::vector<encoder::Embedding>> encode(std::vector<std::string_view> const&, encoder::Role) const override {
        return invalid("bench.encoder", "these vectors are drawn, not read");
    }
    std::size_t count_tokens(std::string_view, encoder::Role) const override { return 0; }

  private:
    std::string version_ = "drawn";
};

class Vectors {
  public:
    Vectors() {
        for (auto& group : groups_)
            for (float& value : group) value = normal_(random_);
    }
    encoder::CompactVector draw() {
        auto const& group = groups_[random_() % kGroups];
        encoder::Embedding out(kDimensions);
        for (std::size_t i = 0; i < kDimensions; ++i) out[i] = 2.2F + 0.8F * group[i] + 0.6F * normal_(random_);
        double squares = 0;
        for (float const value : out) squares += static_cast<double>(value) * static_cast<double>(value);
        for (float& value : out) value /= static_cast<float>(std::sqrt(squares));
        return encoder::compact(out);
    }

  private:
    std::mt19937 random_{11};
    std::normal_distribution<float> normal_;
    std::vector<encoder::Embedding> groups_ = std::vector<encoder::Embedding>(kGroups, encoder::Embedding(kDimensions));
};

struct Wanted {
    int tickets = 100'000;
    int queries = 500;
};

Wanted read_words(int count, char** words) {
    Wanted out;
    for (int i = 1; i + 1 < count; i += 2) {
        std::string_view const name = words[i];
        std::string_view const value = words[i + 1];
        auto* const number = name == "--tickets" ? &out.tickets : name == "--queries" ? &out.queries : nullptr;
        if (number != nullptr) std::from_chars(value.data(), value.data() + value.size(), *number);
    }
    return out;
}

Result<void> add_some(store::WriteTxn& txn, domain::CustomerId customer, ItemTexts const& texts, app::Random& random,
                      Vectors& vectors, int count) {
    for (int i = 0; i < count; ++i) {
        auto text = draw_other(texts, random);
        domain::Ticket ticket;
        ticket.subject = std::move(text.subject);
        ticket.status = random.chance(0.04) ? domain::Status::open : domain::Status::closed;
        ticket.customer = customer;
        ticket.language = text.language;
        TRY(ticket, store::add_ticket(txn, std::move(ticket)));
        domain::Article article;
        article.ticket = ticket.id;
        article.text = article.new_text = std::move(text.body);
        TRY([[maybe_unused]] auto const made, store::add_article(txn, std::move(article)));
        CHECK_OK(store::put_vector(txn, {ticket.id, "drawn", "", encoder::to_bytes(vectors.draw())}));
    }
    return {};
}

Result<void> fill(desk::Desk& desk, domain::TenantScope const& scope, int tickets) {
    TRY(auto const texts, read_item_texts());
    TRY(auto const customer, desk.store.write(scope, [](store::WriteTxn& txn) {
        domain::Customer person;
        person.name = "Somebody";
        return store::add_customer(txn, std::move(person));
    }));
    app::Random random(42);
    Vectors vectors;
    for (int from = 0; from < tickets; from += 500)
        CHECK_OK(desk.store.write(scope, [&](store::WriteTxn& txn) {
            return add_some(txn, customer.id, texts, random, vectors, std::min(500, tickets - from));
        }));
    CHECK_OK(desk.store.write(scope, [](store::WriteTxn& txn) {
        return store::write_note(txn, "vectors", R"({"encoder":"drawn","position":0,"below":0})");
    }));
    desk::TicketIndexer indexer(desk);
    for (int done = 1; done > 0;) {
        TRY(done, indexer.step());
    }
    return {};
}

class Times {
  public:
    template <class F>
    auto of(F&& fn) {
        auto const wall = std::chrono::steady_clock::now();
        double const cpu = cpu_micros();
        auto out = fn();
        cpu_.push_back((cpu_micros() - cpu) / 1000);
        wall_.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - wall).count());
        return out;
    }
    JsonObject shown() const {
        return JsonObject{{"n", cpu_.size()},
                          {"cpu_p50_ms", rounded(quantile(cpu_, 0.5))},
                          {"cpu_p95_ms", rounded(quantile(cpu_, 0.95))},
                          {"p50_ms", rounded(quantile(wall_, 0.5))},
                          {"p95_ms", rounded(quantile(wall_, 0.95))}};
    }

  private:
    std::vector<double> cpu_;
    std::vector<double> wall_;
};

Result<JsonObject> ask(desk::Desk& desk, access::Principal const& principal, Wanted const& wanted) {
    app::Random random(5);
    Times both;
    Times words;
    Times look;
    auto const index = desk.meanings.index(principal.scope.tenant());
    auto const encoder = desk.meanings.encoder();
    Vectors vectors;
    for (int i = 0; i < wanted.queries; ++i) {
        domain::TicketId const ticket{
            1 + static_cast<std::int64_t>(random.below(static_cast<std::size_t>(wanted.tickets)))};
        TRY([[maybe_unused]] auto const found,
            both.of([&] { return desk::similar_tickets(desk, principal, ticket, 5); }));
        desk::VectorIndex::Question const question{vectors.draw(), "en", ticket};
        look.of([&] { return index->nearest(question, 200); });
        desk.meanings.turn_off("");
        TRY([[maybe_unused]] auto const alone,
            words.of([&] { return desk::similar_tickets(desk, principal, ticket, 5); }));
        desk.meanings.turn_on(encoder);
        desk.meanings.put_index(principal.scope.tenant(), index);
    }
    return JsonObject{
        {"words and meaning", both.shown()}, {"words alone", words.shown()}, {"vectors alone", look.shown()}};
}

Result<void> run(Wanted const& wanted) {
    set_log_level(Level::error);
    ScratchFolder const folder;
    app::OpenFolder open;
    open.data_folder = folder.path();
    open.relaxed = true;
    TRY(auto opened, app::OpenDesk::open(open));
    auto& desk = opened->desk();
    auto const tenant = opened->tenants().front().id;
    auto const scope = domain::ScopeMint::for_tenant(tenant);
    CHECK_OK(fill(desk, scope, wanted.tickets));
    desk.meanings.turn_on(std::make_shared<DrawnEncoder>());
    desk::VectorFollower follower(desk);
    double const memory = status_mib("VmRSS:");
    double const before = cpu_micros();
    for (bool is_more = true; is_more;) {
        TRY(is_more, follower.step(scope, desk.meanings.encoder()));
    }
    double const load_ms = (cpu_micros() - before) / 1000;
    auto const index = desk.meanings.index(tenant);
    JsonObject out{{"bench", "similar"},
                   {"tickets", wanted.tickets},
                   {"vectors", index->size()},
                   {"load_cpu_ms", rounded(load_ms)},
                   {"memory_mib", rounded(status_mib("VmRSS:") - memory)}};
    TRY(out["times"], ask(desk, access::operator_of(tenant), wanted));
    fmt::print("{}\n", to_string(out));
    return {};
}

}  // namespace
}  // namespace lotse::bench

int main(int count, char** words) {
    return lotse::bench::finish(lotse::bench::run(lotse::bench::read_words(count, words)));
}
