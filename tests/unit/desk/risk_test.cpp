// SPDX-License-Identifier: Apache-2.0
#include "desk/risk.h"

#include "store/customers.h"
#include "store/events.h"
#include "store/risk_history.h"
#include "store/tickets.h"
#include "support/desk_fixture.h"

namespace lotse {
namespace {

using domain::Risk;

class Risks : public DeskTest {
  protected:
    // A closed ticket; urgent ones of this desk are given away an hour after they came.
    domain::TicketId add_closed(int n, bool is_urgent, bool comes_back) {
        return need(desk_->store.write(*scope_, [&](store::WriteTxn& txn) -> Result<domain::TicketId> {
            domain::Ticket ticket;
            ticket.subject = "past";
            ticket.status = domain::Status::closed;
            ticket.customer = customer_;
            ticket.queue.value = is_urgent ? 2 : 1;
            ticket.priority = is_urgent ? domain::Priority::urgent : domain::Priority::normal;
            ticket.has_type = true;
            ticket.type = is_urgent ? domain::TicketType::incident : domain::TicketType::request;
            ticket.created_at = clock_.now() - std::chrono::hours{24 * 400} + std::chrono::hours{n};
            ticket.updated_at = ticket.created_at;
            ticket.solved_at = ticket.created_at + std::chrono::hours{3};
            TRY(ticket, store::add_ticket(txn, ticket));
            domain::Event event;
            event.ticket = ticket.id;
            event.kind = domain::EventKind::updated;
            event.at = ticket.created_at + std::chrono::hours{1};
            TRY(event, store::add_event(txn, event));
            std::vector<domain::Change> changes;
            domain::Because const because{"person", "", "", {}, "", false};
            if (is_urgent) changes.push_back({"queue", "1", "2", because});
            if (comes_back) changes.push_back({"status", "solved", "open", because});
            changes.push_back({"priority", "low", std::string(domain::name_of(ticket.priority)), because});
            CHECK_OK(store::add_changes(txn, event.id, ticket.id, changes, event.at));
            return ticket.id;
        }));
    }
    std::vector<domain::RiskFigure> judge(domain::Ticket const& ticket) {
        return need(desk_->store.read(*scope_, [&](store::ReadTxn& txn) -> Result<std::vector<domain::RiskFigure>> {
            TRY(auto const setup, desk_->setups.get(txn));
            return desk::judge_risks(*desk_, txn, ticket, *setup);
        }));
    }
    void SetUp() override {
        DeskTest::SetUp();
        customer_ = need(desk_->store.write(*scope_, [&](store::WriteTxn& txn) {
                        domain::Customer customer;
                        customer.name = "Grace";
                        customer.email = "grace@customer.example";
                        return store::add_customer(txn, customer);
                    })).id;
    }
    domain::CustomerId customer_;
};

TEST_F(Risks, ReadsWhatWasKnownWhenATicketWasPlaced) {
    add_closed(1, true, true);
    add_closed(2, false, false);
    auto const past =
        need(desk_->store.read(*scope_, [](store::ReadTxn& txn) { return store::list_past_tickets(txn, 10); }));
    ASSERT_EQ(past.size(), 2U);
    EXPECT_EQ(past[0].ticket.queue.value, 1) << "the queue it went to later is not known yet";
    EXPECT_EQ(past[0].ticket.priority, domain::Priority::low);
    EXPECT_TRUE(past[0].was_reassigned);
    EXPECT_TRUE(past[0].was_reopened);
    EXPECT_FALSE(past[1].was_reassigned);
    EXPECT_FALSE(past[1].was_reopened);
    EXPECT_FALSE(past[1].missed_solution);
}

TEST_F(Risks, SaysSoWhileThereIsTooLittleHistory) {
    domain::Ticket open;
    open.customer = customer_;
    open.status = domain::Status::open;
    for (auto const& figure : judge(open)) EXPECT_FALSE(figure.is_known);
    add_closed(1, true, true);
    need(desk::learn_risks(*desk_, *scope_));
    auto const figures = judge(open);
    ASSERT_EQ(figures.size(), 2U) << "no target, so none can be missed";
    EXPECT_FALSE(figures[1].is_known);
    EXPECT_EQ(figures[1].tickets, 1U);
}

TEST_F(Risks, LearnsFromClosedTickets) {
    for (int n = 0; n < 300; ++n) add_closed(n, n % 3 == 0, n % 10 == 0);
    need(desk::learn_risks(*desk_, *scope_));
    domain::Ticket open;
    open.customer = customer_;
    open.status = domain::Status::open;
    open.created_at = clock_.now();
    open.solution_due_at = clock_.now() + std::chrono::hours{1};
    open.has_type = true;
    open.type = domain::TicketType::incident;
    auto const figures = judge(open);
    ASSERT_EQ(figures.size(), 3U);
    EXPECT_FALSE(figures[0].is_known) << "none of them missed its target";
    EXPECT_TRUE(figures[2].is_known);
    EXPECT_NEAR(figures[2].usual, 1.0 / 3, 0.01);
    EXPECT_GT(figures[2].chance, 0.6) << "as all incidents of this desk were";
    EXPECT_TRUE(figures[1].is_guess) << "every tenth came back, whatever it was";
    open.status = domain::Status::solved;
    EXPECT_TRUE(judge(open).empty());
    // Another process reads what was stored.
    desk::Models fresh;
    auto const again = desk_->store.read(*scope_, [&](store::ReadTxn& txn) -> Result<bool> {
        return fresh.risks(txn)->judge(Risk::reassign, {}).is_known;
    });
    EXPECT_TRUE(need(again));
}

}  // namespace
}  // namespace lotse
