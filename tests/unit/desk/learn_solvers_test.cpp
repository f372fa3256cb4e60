// SPDX-License-Identifier: Apache-2.0
// What the desk learns of who solves what.
#include "desk/learn_solvers.h"

#include "desk/explain_routing.h"
#include "desk/routing_memory.h"
#include "desk/routing_rules.h"
#include "desk/update_ticket.h"
#include "store/events.h"
#include "store/solvers.h"
#include "support/desk_fixture.h"

namespace lotse::desk {
namespace {

class Solving : public DeskTest {
  protected:
    void SetUp() override {
        anna_ = add_agent("Anna").id;
        ben_ = add_agent("Ben").id;
        auto const setup = need(current_setup(*desk_, *scope_));
        ASSERT_GE(setup->categories.size(), 2u);
        first_ = setup->categories[0].id;
        second_ = setup->categories[1].id;
    }
    domain::TicketId solved_by(domain::AgentId agent, domain::CategoryId category, int minutes = 60,
                               std::string customer = "") {
        if (customer.empty()) customer = "c" + std::to_string(++customers_) + "@customer.example";
        auto const ticket = accept(mail(customer, "Printer", "It prints hearts.")).ticket;
        settle();
        TicketPatch patch;
        patch.agent = agent;
        patch.category = category;
        set(ticket, patch);
        clock_.advance(std::chrono::minutes{minutes});
        set_status(ticket, domain::Status::solved);
        return ticket;
    }
    void set(domain::TicketId ticket, TicketPatch const& patch) {
        need(update_ticket(*desk_, as(anna_), ticket, 0, patch));
        settle();
    }
    void set_status(domain::TicketId ticket, domain::Status status) {
        TicketPatch patch;
        patch.status = status;
        set(ticket, patch);
    }
    void learn() {
        need(store_->write(*scope_, [](store::WriteTxn& txn) { return store::place_events(txn, 500); }));
        while (need(learn_solvers(*desk_, *scope_))) {
        }
        need(refresh_solvers(*desk_, *scope_));
    }
    domain::Solved solved(domain::AgentId agent, domain::CategoryId category) {
        return need(store_->read(*scope_,
                                 [&](store::ReadTxn& txn) {
                                     return store::find_solver(txn, {domain::Trait::category, category.value}, agent);
                                 }))
            .value_or(domain::Solved{});
    }
    double pace(domain::AgentId agent, domain::CategoryId category) {
        auto const setup = need(current_setup(*desk_, *scope_));
        return desk_->routing->solvers(tenant_.id)
            ->pace(*setup->find_agent(agent), setup->find_category(category), clock_.now());
    }

    domain::AgentId anna_;
    domain::AgentId ben_;
    domain::CategoryId first_;
    domain::CategoryId second_;
    int customers_ = 0;
};

TEST_F(Solving, CountsEachTicketOnceHoweverOftenTheLogIsWalked) {
    for (int i = 0; i < 3; ++i) solved_by(anna_, first_);
    learn();
    learn();
    EXPECT_NEAR(solved(anna_, first_).n, 3, 0.01);
    EXPECT_DOUBLE_EQ(solved(ben_, first_).n, 0);
    EXPECT_GT(pace(anna_, first_), 1);
    EXPECT_DOUBLE_EQ(pace(ben_, first_), 1);
    EXPECT_DOUBLE_EQ(pace(anna_, second_), 1);
}

TEST_F(Solving, WhatIsOpenedAgainWasNotSolvedWell) {
    auto const ticket = solved_by(anna_, first_);
    learn();
    EXPECT_GT(solved(anna_, first_).good, 0.5);
    set_status(ticket, domain::Status::open);
    learn();
    EXPECT_NEAR(solved(anna_, first_).n, 1, 0.01);
    EXPECT_NEAR(solved(anna_, first_).good, 0, 1e-9);
    EXPECT_LT(pace(anna_, first_), 1);
    // Solved for good by somebody else: it counts for them.
    TicketPatch patch;
    patch.agent = ben_;
    set(ticket, patch);
    set_status(ticket, domain::Status::solved);
    learn();
    EXPECT_NEAR(solved(anna_, first_).n, 0, 1e-9);
    EXPECT_NEAR(solved(ben_, first_).n, 1, 0.01);
}

TEST_F(Solving, FollowsATicketToItsNewCategory) {
    auto const ticket = solved_by(anna_, first_);
    learn();
    TicketPatch patch;
    patch.category = second_;
    set(ticket, patch);
    learn();
    EXPECT_NEAR(solved(anna_, first_).n, 0, 1e-9);
    EXPECT_NEAR(solved(anna_, second_).n, 1, 0.01);
}

TEST_F(Solving, NamesWhoUsuallySolvesItByNameAndOnlyWhereTheDeskLearns) {
    for (int i = 0; i < 8; ++i) solved_by(ben_, first_);
    solved_by(anna_, second_);
    learn();
    auto const next = accept(mail("new@customer.example", "Printer", "It prints hearts.")).ticket;
    settle();
    TicketPatch patch;
    patch.category = first_;
    set(next, patch);
    auto const usual = need(explain_routing(*desk_, *scope_, next)).usual;
    ASSERT_FALSE(usual.empty());
    EXPECT_NE(std::ranges::find(usual, ben_), usual.end());
    auto const own = need(own_solved(*desk_, as(ben_)));
    ASSERT_EQ(own.size(), 1u);
    EXPECT_EQ(own[0].category, first_);
    EXPECT_NEAR(own[0].solved, 8, 0.1);
    need(change_routing(*desk_, as(anna_), 0, {.learns = false}));
    EXPECT_TRUE(need(explain_routing(*desk_, *scope_, next)).usual.empty());
    EXPECT_TRUE(need(own_solved(*desk_, as(ben_))).empty());
    for (int i = 0; i < 4; ++i) solved_by(ben_, first_);
    learn();
    need(change_routing(*desk_, as(anna_), 0, {.learns = true}));
    learn();
    EXPECT_NEAR(need(own_solved(*desk_, as(ben_)))[0].solved, 8, 0.1) << "what was solved while it was off";
}

TEST_F(Solving, ExperienceDecidesAmongThoseWithMuchTheSameToDo) {
    for (int i = 0; i < 12; ++i) solved_by(ben_, first_);
    learn();
    auto const setup = need(current_setup(*desk_, *scope_));
    auto const id = accept(mail("new@customer.example", "Printer", "It prints hearts.")).ticket;
    settle();
    // Whoever the first look chose, the same ticket without owner goes to Ben, who is used to it.
    routing::RoutingFacts facts;
    facts.queues = setup->queues;
    facts.category = setup->find_category(first_);
    for (auto const& agent : setup->agents)
        facts.candidates.push_back({agent, {}, domain::Duty{}, pace(agent.id, first_), false});
    auto const place = routing::place(facts);
    EXPECT_EQ(place.agent, ben_);
    EXPECT_EQ(place.agent_because.code, "routing.experience");
    EXPECT_NE(place.agent_because.text.find("usually solves such tickets"), std::string::npos);
    (void)id;
}

}  // namespace
}  // namespace lotse::desk
