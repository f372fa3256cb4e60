// SPDX-License-Identifier: Apache-2.0
// Many people press "next ticket" at the same moment, on each engine.
#include "desk/next_ticket.h"

#include <atomic>
#include <map>
#include <thread>

#include "desk/bootstrap.h"
#include "desk/hand_out.h"
#include "store/agents.h"
#include "store/blobs.h"
#include "store/pool.h"
#include "store/setup.h"
#include "store/tickets.h"
#include "support/stores.h"

namespace lotse::testing {
namespace {

constexpr int kPeople = 8;
constexpr int kTickets = 48;

class NextOnEach : public OnEachStore {
  protected:
    template <class F>
    auto in_desk(F&& fn) {
        return store().write(domain::ScopeMint::for_tenant(desk_tenant_), std::forward<F>(fn));
    }
    void SetUp() override {
        OnEachStore::SetUp();
        blobs_.emplace(must_have(store::Blobs::open(folder_.path() + "/files")));
        desk_.reset(new desk::Desk{
            store(), *blobs_, clock_, Secret<std::string>(std::string(32, 'k')), models_, setups_, meanings_, {}});
        desk::NewDesk wanted;
        wanted.name = "Hafen IT";
        wanted.mail_from = "help@desk.example";
        desk_tenant_ = must_have(desk::make_desk(*desk_, wanted)).id;
        must_have(in_desk([&](store::WriteTxn& txn) -> Result<void> {
            TRY(auto queues, store::list_queues(txn));
            queues[0].assignment = domain::Assignment::pull;
            TRY(queues[0], store::update_queue(txn, queues[0]));
            for (int i = 0; i < kPeople; ++i) {
                domain::Agent agent;
                agent.name = "Agent " + std::to_string(i);
                agent.email = "agent" + std::to_string(i) + "@team.example";
                agent.queues = {queues[0].id};
                agent.capacity = 1000;
                TRY(agent, store::add_agent(txn, agent));
                agents_.push_back(agent.id);
            }
            for (int i = 0; i < kTickets; ++i) {
                domain::Ticket ticket;
                ticket.queue = queues[0].id;
                ticket.priority = static_cast<domain::Priority>(i % 4);
                ticket.created_at = clock_.now();
                TRY(ticket, store::add_ticket(txn, ticket));
                CHECK_OK(store::put_in_pool(txn, store::pooled(ticket, {})));
            }
            return {};
        }));
    }
    void TearDown() override {
        desk_.reset();
        OnEachStore::TearDown();
    }
    std::vector<domain::Ticket> all_tickets() {
        return must_have(in_desk([](store::WriteTxn& txn) -> Result<std::vector<domain::Ticket>> {
            store::TicketQuery query;
            query.limit = 200;
            TRY(auto page, store::list_tickets(txn, query));
            return std::move(page.items);
        }));
    }

    FakeClock clock_{instant(1'800'000'000'000'000)};
    std::optional<store::Blobs> blobs_;
    desk::Models models_;
    desk::Setups setups_{clock_, Duration::zero()};
    desk::Meanings meanings_;
    std::unique_ptr<desk::Desk> desk_;
    domain::TenantId desk_tenant_;
    std::vector<domain::AgentId> agents_;
};
LOTSE_ON_EACH_STORE(NextOnEach);

TEST_P(NextOnEach, NoTicketGoesToTwo) {
    std::vector<std::vector<domain::TicketId>> taken(kPeople);
    std::vector<std::string> faults(kPeople);
    {
        std::vector<std::jthread> people;
        for (int i = 0; i < kPeople; ++i)
            people.emplace_back([&, i] {
                auto who = access::operator_of(desk_tenant_);
                who.agent = agents_[static_cast<std::size_t>(i)];
                for (int turn = 0; turn < 4 * kTickets; ++turn) {
                    auto const next = desk::next_ticket(*desk_, who, {});
                    if (!next && next.error().code == "next.busy") continue;
                    if (!next) faults[static_cast<std::size_t>(i)] = next.error().code;
                    if (!next || !next->ticket) return;
                    taken[static_cast<std::size_t>(i)].push_back(next->ticket->id);
                }
            });
    }
    for (auto const& fault : faults) EXPECT_EQ(fault, "");
    std::map<std::int64_t, domain::AgentId> owners;
    for (std::size_t i = 0; i < taken.size(); ++i)
        for (auto const id : taken[i]) EXPECT_TRUE(owners.emplace(id.value, agents_[i]).second) << id.value;
    EXPECT_EQ(owners.size(), static_cast<std::size_t>(kTickets));
    for (auto const& ticket : all_tickets()) EXPECT_EQ(ticket.agent, owners[ticket.id.value]);
}

// One person whose press arrives many times at once, with one key and with none.
TEST_P(NextOnEach, OneKeyTakesOneTicketHoweverOftenItComes) {
    std::atomic<int> fresh{0};
    {
        std::vector<std::jthread> calls;
        for (int i = 0; i < kPeople; ++i)
            calls.emplace_back([&] {
                auto who = access::operator_of(desk_tenant_);
                who.agent = agents_[0];
                auto const next = desk::next_ticket(*desk_, who, {"session:1", "POST /next", "key", "h"});
                if (next && next->ticket && !next->is_known) ++fresh;
            });
    }
    EXPECT_EQ(fresh, 1);
    int owned = 0;
    for (auto const& ticket : all_tickets()) owned += ticket.agent ? 1 : 0;
    EXPECT_EQ(owned, 1);
}

TEST_P(NextOnEach, TwoHandOutsAtOnceGiveNothingTwice) {
    std::atomic<int> given{0};
    {
        std::vector<std::jthread> jobs;
        for (int i = 0; i < 2; ++i)
            jobs.emplace_back([&] {
                auto const done = desk::hand_out(*desk_, domain::ScopeMint::for_tenant(desk_tenant_));
                if (done) given += *done;
            });
    }
    int owned = 0;
    for (auto const& ticket : all_tickets()) owned += ticket.agent ? 1 : 0;
    EXPECT_EQ(owned, given);
    EXPECT_GE(owned, kPeople);
}

}  // namespace
}  // namespace lotse::testing
