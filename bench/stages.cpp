// SPDX-License-Identifier: Apache-2.0
// What each stage of a ticket costs in CPU: mail bytes -> Inbound, transaction 1, gather, settle, transaction 2 with
// its notices; and triage alone. Mails are made from the demo texts in three languages; every write is durable and has
// a commit of its own, which is the dearest way: under load commits are shared.
#include <array>

#include "app/demo/load_demo.h"
#include "app/open_desk.h"
#include "base/crypto.h"
#include "base/json.h"
#include "base/log.h"
#include "bench/measure.h"
#include "desk/accept.h"
#include "desk/commit_settlement.h"
#include "desk/decide_labels.h"
#include "desk/gather.h"
#include "desk/settle.h"
#include "gateway/inbound_from_mail.h"
#include "store/agents.h"
#include "store/customers.h"
#include "store/events.h"

namespace lotse::bench {
namespace {

constexpr std::array kStages{"parse", "accept", "gather", "settle", "commit_notice", "triage"};
constexpr std::size_t kMails = 180;
constexpr int kRounds = 7;  // and one before them that nobody counts

struct Bench {
    desk::Desk& desk;
    domain::TenantScope scope;
    domain::TenantId tenant;
    std::vector<app::Script> scripts;
    std::vector<domain::Customer> customers;
    std::array<std::vector<double>, kStages.size()> micros;  // one value a round: CPU per mail
    std::size_t notices = 0;
    std::size_t placed = 0;
    std::size_t mail_bytes = 0;
};

// Nobody is ever full, so that every round does the same routing work.
Result<void> lift_capacity(Bench& bench) {
    return bench.desk.store.write(bench.scope, [](store::WriteTxn& txn) -> Result<void> {
        TRY(auto agents, store::list_agents(txn));
        for (auto& agent : agents) {
            agent.capacity = 1'000'000;
            TRY([[maybe_unused]] auto updated, store::update_agent(txn, std::move(agent)));
        }
        return {};
    });
}

Result<void> prepare(Bench& bench) {
    TRY(bench.scripts, app::read_scripts());
    TRY(auto page,
        bench.desk.store.read(bench.scope, [](store::ReadTxn& txn) { return store::list_customers(txn, "", 200); }));
    for (auto& customer : page.items)
        if (!customer.email.empty()) bench.customers.push_back(std::move(customer));
    if (bench.scripts.empty() || bench.customers.empty()) return bug("bench.empty", "the demo desk has no texts");
    return lift_capacity(bench);
}

// Every third script of the three files in turn, with Message-IDs of this round. Each comes from an address of its own at a
// known firm: the desk confirms no more than three mails an hour to one, and says so at the commit.
std::vector<std::string> make_mails(Bench const& bench, int round) {
    std::vector<std::string> out;
    auto const now = bench.desk.clock.now();
    for (std::size_t i = 0; i < kMails; ++i) {
        auto const& script = bench.scripts[i * bench.scripts.size() / kMails];
        auto customer = bench.customers[(i * 7) % bench.customers.size()];
        customer.email = fmt::format("r{}.{}.{}", round, i, customer.email);
        out.push_back(app::customer_mail(customer, "help@nordhafen.example", script.subject, script.body, {},
                                         fmt::format("bench-{}-{}", round, i), now));
    }
    return out;
}

// Runs `act` for every index and notes the CPU per mail of this round.
template <class Act>
Result<void> timed(Bench& bench, std::size_t stage, std::size_t count, bool counts, Act act) {
    double const before = cpu_micros();
    for (std::size_t i = 0; i < count; ++i) CHECK_OK(act(i));
    double const spent = cpu_micros() - before;
    if (counts) bench.micros[stage].push_back(spent / static_cast<double>(count));
    return {};
}

Result<std::vector<desk::Facts>> doors(Bench& bench, std::vector<std::string> const& mails, bool counts) {
    gateway::MailDelivery delivery;
    delivery.door = "smtp";
    delivery.route = {bench.tenant, {}, "help@nordhafen.example", {}};
    delivery.received_at = bench.desk.clock.now();
    std::vector<domain::Inbound> inbounds(mails.size());
    CHECK_OK(timed(bench, 0, mails.size(), counts, [&](std::size_t i) -> Result<void> {
        inbounds[i] = gateway::inbound_from_mail(mails[i], delivery);
        return {};
    }));
    CHECK_OK(timed(bench, 1, mails.size(), counts, [&](std::size_t i) -> Result<void> {
        TRY(auto accepted, desk::accept(bench.desk, bench.scope, inbounds[i]));
        return accepted.opened_ticket ? Result<void>{} : bug("bench.joined", "a new mail joined an old ticket");
    }));
    TRY(auto events, bench.desk.store.read(bench.scope, [&](store::ReadTxn& txn) {
        return store::list_unsettled(txn, static_cast<int>(mails.size()));
    }));
    if (events.size() != mails.size()) return bug("bench.events", "not one event for each mail");
    std::vector<desk::Facts> facts(mails.size());
    CHECK_OK(timed(bench, 2, mails.size(), counts, [&](std::size_t i) -> Result<void> {
        TRY(facts[i], bench.desk.store.read(bench.scope, [&](store::ReadTxn& txn) {
            return desk::gather(bench.desk, txn, events[i].id);
        }));
        return {};
    }));
    return facts;
}

Result<void> one_round(Bench& bench, int round) {
    bool const counts = round > 0;
    auto const mails = make_mails(bench, round);
    TRY(auto facts, doors(bench, mails, counts));
    std::vector<desk::Settlement> settlements(mails.size());
    CHECK_OK(timed(bench, 3, mails.size(), counts, [&](std::size_t i) -> Result<void> {
        TRY(settlements[i], desk::settle(facts[i]));
        return {};
    }));
    CHECK_OK(timed(bench, 4, mails.size(), counts, [&](std::size_t i) {
        return desk::commit_settlement(bench.desk, bench.scope, facts[i].event, settlements[i]);
    }));
    std::size_t labels = 0;
    CHECK_OK(timed(bench, 5, mails.size(), counts, [&](std::size_t i) -> Result<void> {
        auto const said = triage::suggest(desk::triage_input(facts[i]), *facts[i].model, facts[i].setup->triage);
        labels += said.labels.size();
        return {};
    }));
    if (labels == 0) return bug("bench.triage", "triage said nothing at all");
    for (std::size_t i = 0; counts && i < mails.size(); ++i) {
        bench.notices += settlements[i].notices.size();
        bench.placed += settlements[i].assigned_now ? 1 : 0;
        bench.mail_bytes += mails[i].size();
    }
    return {};
}

void print(Bench const& bench) {
    std::string texts;
    for (auto const& script : bench.scripts) texts += script.subject + "\n" + script.body + "\n";
    auto const mails = static_cast<double>(kMails * kRounds);
    JsonObject stages;
    for (std::size_t i = 0; i < kStages.size(); ++i) {
        auto const& rounds = bench.micros[i];
        stages[kStages[i]] = JsonObject{{"cpu_us", rounded(quantile(rounds, 0.5))},
                                        {"min", rounded(std::ranges::min(rounds))},
                                        {"max", rounded(std::ranges::max(rounds))}};
    }
    JsonObject const out{
        {"bench", "stages"},
        {"data", "demo texts (en, de, pl)"},
        {"sha256", sha256_hex(texts)},
        {"licence", "Apache-2.0"},
        {"mails", kMails},
        {"rounds", kRounds},
        {"bytes_per_mail", rounded(static_cast<double>(bench.mail_bytes) / mails)},
        {"notices_per_ticket", rounded(static_cast<double>(bench.notices) / mails)},
        {"placed_share", rounded(static_cast<double>(bench.placed) / mails)},
        {"stages", stages},
    };
    fmt::print("{}\n", to_string(out));
}

// The past is made with relaxed durability, because nobody measures it.
Result<domain::Tenant> live_past(app::OpenFolder wanted) {
    wanted.relaxed = true;
    TRY(auto opened, app::OpenDesk::open(wanted));
    app::DemoLoading loading;
    loading.folder = wanted.data_folder;
    loading.plan.tickets = 200;
    loading.plan.days = 20;
    return app::load_demo(opened->desk(), loading);
}

Result<void> run() {
    set_log_level(Level::error);
    ScratchFolder const folder;
    app::OpenFolder wanted;
    wanted.data_folder = folder.path();
    fmt::print(stderr, "stages: living through a small demo desk, so that triage has something to know\n");
    TRY(auto tenant, live_past(wanted));
    TRY(auto opened, app::OpenDesk::open(wanted));
    Bench bench{opened->desk(), domain::ScopeMint::for_tenant(tenant.id), tenant.id, {}, {}, {}};
    CHECK_OK(prepare(bench));
    TRY([[maybe_unused]] auto rest, desk::settle_all(bench.desk, bench.scope));
    for (int round = 0; round <= kRounds; ++round) {
        CHECK_OK(one_round(bench, round));
        fmt::print(stderr, "stages: round {} of {}\n", round, kRounds);
    }
    print(bench);
    return {};
}

}  // namespace
}  // namespace lotse::bench

int main() { return lotse::bench::finish(lotse::bench::run()); }
