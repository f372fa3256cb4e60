// SPDX-License-Identifier: Apache-2.0
// What a decision about waiting tickets costs as the desk makes it: the set-up, everybody's load and the pool that is kept in
// memory, over SQLite. 1,000 people, 10,000 waiting tickets; between two decisions a ticket comes or changes.
//   first     the first look, which reads every waiting ticket
//   decision  who asks: set-up and loads read, the pool brought up, three tickets verified in the store
//   pick      of it the pool alone
//   take      the transaction that gives the ticket to a person, without the disk's wait
//   old       beside it what reading the heads of all buckets anew costs (store alone)
//
// bench_decision [DECISIONS]
#include "app/demo/random.h"
#include "base/json.h"
#include "bench/measure.h"
#include "desk/bootstrap.h"
#include "desk/pool_look.h"
#include "desk/routing_memory.h"
#include "store/agents.h"
#include "store/open.h"
#include "store/pool.h"
#include "store/setup.h"
#include "store/tickets.h"

namespace lotse::bench {
namespace {

constexpr std::size_t kPeople = 1000;
constexpr std::int64_t kWaiting = 10'000;
constexpr std::size_t kSkillNames = 24;
constexpr std::array<std::string_view, 3> kLanguages{"en", "de", "pl"};

domain::Agent a_person(std::size_t number, std::vector<domain::Queue> const& queues, app::Random& random) {
    domain::Agent out;
    out.name = fmt::format("Person {}", number);
    out.email = fmt::format("p{}@team.example", number);
    out.queues = {queues[random.below(queues.size())].id};
    out.languages = {"en"};
    out.capacity = 20;
    if (random.chance(0.4)) out.languages.emplace_back("de");
    if (random.chance(0.25)) out.languages.emplace_back("pl");
    for (std::size_t i = 1 + random.below(6); i > 0; --i)
        out.skills.push_back({fmt::format("s{}", random.below(kSkillNames)), 1 + static_cast<int>(random.below(5))});
    return out;
}

class Hall {
  public:
    static Result<std::unique_ptr<Hall>> open() {
        std::unique_ptr<Hall> out(new Hall);
        store::OpenOptions options;
        options.data_folder = out->folder_.path();
        options.relaxed = true;
        TRY(out->store_, store::open(options));
        TRY(auto blobs, store::Blobs::open(out->folder_.path() + "/files"));
        out->blobs_ = std::make_unique<store::Blobs>(std::move(blobs));
        out->desk_.reset(new desk::Desk{*out->store_,
                                        *out->blobs_,
                                        out->clock_,
                                        Secret<std::string>(std::string(32, 'k')),
                                        out->models_,
                                        out->setups_,
                                        out->meanings_,
                                        {}});
        desk::NewDesk wanted;
        wanted.name = "Large";
        wanted.mail_from = "help@desk.example";
        TRY(auto const tenant, desk::make_desk(*out->desk_, wanted));
        out->scope_ = std::make_unique<domain::TenantScope>(domain::ScopeMint::for_tenant(tenant.id));
        CHECK_OK(out->fill());
        return out;
    }
    desk::Desk& desk() { return *desk_; }
    domain::TenantScope const& scope() const { return *scope_; }
    domain::AgentId somebody() { return agents_[random_.below(agents_.size())]; }
    void pass(Duration time) { clock_.advance(time); }
    // One more ticket, or an old one with another priority.
    Result<void> change() {
        return store_->write(*scope_, [&](store::WriteTxn& txn) { return add_ticket(txn); });
    }
    std::vector<domain::Queue> const& queues() const { return queues_; }

  private:
    Hall() : clock_(instant(1'800'000'000'000'000)), setups_(clock_, std::chrono::hours{24}), random_(5) {}

    Result<void> fill() {
        CHECK_OK(store_->write(*scope_, [&](store::WriteTxn& txn) -> Result<void> {
            TRY(queues_, store::list_queues(txn));
            for (auto& queue : queues_) {
                queue.assignment = domain::Assignment::pull;
                TRY(queue, store::update_queue(txn, queue));
            }
            TRY(auto const categories, store::list_categories(txn));
            for (auto category : categories) {
                category.skills = {fmt::format("s{}", random_.below(kSkillNames))};
                TRY(category, store::update_category(txn, category));
                categories_.push_back(category.id);
            }
            for (std::size_t i = 0; i < kPeople; ++i) {
                TRY(auto const made, store::add_agent(txn, a_person(i, queues_, random_)));
                agents_.push_back(made.id);
            }
            return {};
        }));
        for (std::int64_t done = 0; done < kWaiting; done += 500)
            CHECK_OK(store_->write(*scope_, [&](store::WriteTxn& txn) -> Result<void> {
                for (int i = 0; i < 500; ++i) CHECK_OK(add_ticket(txn));
                return {};
            }));
        // Most people have something in hand, so that their loads are read.
        return store_->write(*scope_, [&](store::WriteTxn& txn) -> Result<void> {
            for (auto const agent : agents_) {
                domain::Ticket ticket;
                ticket.queue = queues_[0].id;
                ticket.agent = agent;
                ticket.status = domain::Status::open;
                TRY([[maybe_unused]] auto made, store::add_ticket(txn, ticket));
            }
            return {};
        });
    }

    Result<void> add_ticket(store::WriteTxn& txn) {
        domain::Ticket ticket;
        ticket.queue = queues_[random_.below(queues_.size())].id;
        ticket.category = categories_[random_.below(categories_.size())];
        ticket.language = kLanguages[random_.chance(0.72) ? 0 : 1 + random_.below(2)];
        ticket.priority = static_cast<domain::Priority>(random_.below(4));
        ticket.created_at = clock_.now() - std::chrono::minutes{random_.below(2000)};
        ticket.updated_at = clock_.now();
        ticket.first_reply_due_at = ticket.created_at + std::chrono::hours{24};
        TRY(ticket, store::add_ticket(txn, ticket));
        return store::put_in_pool(txn, store::pooled(ticket, random_.chance(0.3) ? somebody() : domain::AgentId{}));
    }

    ScratchFolder folder_;
    FakeClock clock_;
    std::unique_ptr<store::Store> store_;
    std::unique_ptr<store::Blobs> blobs_;
    desk::Models models_;
    desk::Setups setups_;
    desk::Meanings meanings_;
    std::unique_ptr<desk::Desk> desk_;
    std::unique_ptr<domain::TenantScope> scope_;
    app::Random random_;
    std::vector<domain::Queue> queues_;
    std::vector<domain::CategoryId> categories_;
    std::vector<domain::AgentId> agents_;
};

JsonObject quantiles(std::vector<double> const& samples) {
    return {{"p50_us", rounded(quantile(samples, 0.5))},
            {"p99_us", rounded(quantile(samples, 0.99))},
            {"most_us", rounded(samples.empty() ? 0 : std::ranges::max(samples))}};
}

// The way before: the heads of all buckets, two index seeks each.
Result<std::size_t> read_heads(Hall& hall) {
    return hall.desk().store.read(hall.scope(), [&](store::ReadTxn& txn) -> Result<std::size_t> {
        std::size_t out = 0;
        for (auto const& queue : hall.queues()) {
            TRY(auto const heads, store::pool_heads(txn, queue.id, hall.desk().clock.now()));
            out += heads.size();
        }
        return out;
    });
}

Result<void> run(std::span<char* const> words) {
    std::int64_t decisions = 2000;
    if (words.size() > 1) {
        TRY(decisions, tickets_from(words[1]));
    }
    TRY(auto const hall, Hall::open());
    auto& desk = hall->desk();
    double const started = cpu_micros();
    TRY(auto const first, desk::pick_from_pool(desk, hall->scope(), {hall->somebody(), nullptr, {}}));
    double const first_look = cpu_micros() - started;
    std::vector<double> all;
    std::vector<double> picks;
    std::vector<double> takes;
    std::size_t taken = 0;
    for (std::int64_t i = 0; i < decisions; ++i) {
        CHECK_OK(hall->change());
        hall->pass(std::chrono::milliseconds{400});
        auto const agent = hall->somebody();
        double const from = cpu_micros();
        TRY(auto const look,
            desk.store.read(hall->scope(), [&](store::ReadTxn& txn) { return desk::look_at_people(desk, txn); }));
        double const looked = cpu_micros();
        desk::Taking taking{agent, routing::Asked::asked, {}, 0};
        TRY(taking.weighed, desk::pick_from_pool(desk, hall->scope(), {agent, nullptr, {}}));
        double const picked = cpu_micros();
        all.push_back(picked - from);
        picks.push_back(picked - looked);
        if (taking.weighed.empty()) continue;
        TRY(auto const ticket, desk.store.write(hall->scope(), [&](store::WriteTxn& txn) {
            return desk::take_from_pool(desk, txn, look, taking);
        }));
        takes.push_back(cpu_micros() - picked);
        taken += ticket ? 1 : 0;
    }
    double const before = cpu_micros();
    TRY(auto const heads, read_heads(*hall));
    double const read = cpu_micros() - before;
    fmt::print("{}\n", to_string(JsonObject{{"bench", "decision"},
                                            {"store", desk.store.engine()},
                                            {"people", kPeople},
                                            {"waiting", kWaiting},
                                            {"decisions", decisions},
                                            {"taken", taken},
                                            {"first_us", rounded(first_look)},
                                            {"decision", quantiles(all)},
                                            {"pick", quantiles(picks)},
                                            {"take", quantiles(takes)},
                                            {"old", JsonObject{{"heads", heads}, {"us", rounded(read)}}},
                                            {"found_first", first.size()}}));
    return {};
}

}  // namespace
}  // namespace lotse::bench

int main(int count, char** words) {
    return lotse::bench::finish(lotse::bench::run({words, static_cast<std::size_t>(count)}));
}
