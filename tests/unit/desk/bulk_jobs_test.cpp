// SPDX-License-Identifier: Apache-2.0
#include "desk/bulk_jobs.h"

#include <thread>

#include "desk/run_bulk.h"
#include "store/bulk_jobs.h"
#include "unit/desk/support/desk_fixture.h"

namespace lotse {
namespace {

class BulkJobs : public DeskTest {
  protected:
    BulkJobs() : anna_(add_agent("Anna Kowalska")) {
        for (int i = 0; i < 60; ++i)
            tickets_.push_back(accept(mail("c" + std::to_string(i) + "@customer.example", "S", "T")).ticket);
        settle();
    }
    access::Principal anna() const { return as(anna_.id); }
    domain::BulkJob start(JsonObject changes) {
        return need(desk::start_bulk(*desk_, anna(), tickets_, changes, {})).job;
    }
    domain::BulkJob job(domain::JobId id) { return need(desk::get_job(*desk_, *scope_, id)); }
    void finish() {
        while (need(desk::run_bulk_step(*desk_))) {
        }
    }
    int updates_of(domain::TicketId id) {
        int count = 0;
        for (auto const& event : view(id).events)
            if (event.kind == domain::EventKind::updated) ++count;
        return count;
    }

    domain::Agent anna_;
    std::vector<domain::TicketId> tickets_;
};

TEST_F(BulkJobs, GoOnWhereTheyStoppedAndDoNothingTwice) {
    auto const id = start({{"priority", "urgent"}}).id;
    EXPECT_TRUE(need(desk::run_bulk_step(*desk_)));
    auto const half = job(id);
    EXPECT_GT(half.done, 0);
    EXPECT_LT(half.done, half.total) << "a step is a piece";
    EXPECT_TRUE(half.is_waiting);
    finish();
    EXPECT_EQ(job(id).done, 60);
    EXPECT_FALSE(job(id).is_waiting);
    for (auto const ticket : tickets_) {
        EXPECT_EQ(view(ticket).ticket.priority, domain::Priority::urgent);
        EXPECT_EQ(updates_of(ticket), 1);
    }
}

TEST_F(BulkJobs, AreDoneOnceByTwoWorkersAtTheSameTime) {
    auto const id = start({{"priority", "urgent"}}).id;
    std::vector<std::thread> workers;
    for (int n = 0; n < 2; ++n) workers.emplace_back([this] { finish(); });
    for (auto& worker : workers) worker.join();
    EXPECT_EQ(job(id).done, 60);
    for (auto const ticket : tickets_) EXPECT_EQ(updates_of(ticket), 1);
}

TEST_F(BulkJobs, OfTheSameKeyAreOne) {
    desk::CallKey const key{"session:1", "change_tickets", "k", "hash"};
    auto const first = need(desk::start_bulk(*desk_, anna(), tickets_, {{"priority", "urgent"}}, key));
    auto const again = need(desk::start_bulk(*desk_, anna(), tickets_, {{"priority", "urgent"}}, key));
    EXPECT_EQ(first.job.id, again.job.id);
    EXPECT_TRUE(again.is_known);
}

TEST_F(BulkJobs, TellOfEachTicketWhatCameOfIt) {
    desk::TicketPatch closing;
    closing.status = domain::Status::closed;
    need(desk::update_ticket(*desk_, anna(), tickets_[0], 0, closing));
    desk::TicketPatch urgent;
    urgent.priority = domain::Priority::urgent;
    need(desk::update_ticket(*desk_, anna(), tickets_[1], 0, urgent));
    auto const id = start({{"priority", "urgent"}}).id;
    finish();
    auto const lines = need(desk::list_items(*desk_, *scope_, id, 0, 3));
    EXPECT_EQ(lines[0].state, domain::BulkState::failed);
    EXPECT_EQ(lines[0].code, "ticket.closed");
    EXPECT_EQ(lines[1].state, domain::BulkState::skipped);
    EXPECT_EQ(lines[2].state, domain::BulkState::done);
    EXPECT_EQ(job(id).failed, 1);
}

TEST_F(BulkJobs, AreTakenBackWhereNobodyHasChangedTheValueSince) {
    auto const before = view(tickets_[2]).ticket;
    auto const id = start({{"agent", nullptr}, {"status", "solved"}, {"priority", "urgent"}}).id;
    EXPECT_EQ(desk::start_reversal(*desk_, anna(), id).error().code, "job.running");
    finish();
    settle();
    desk::TicketPatch high;
    high.priority = domain::Priority::high;
    need(desk::update_ticket(*desk_, anna(), tickets_[3], 0, high));
    auto const back = need(desk::start_reversal(*desk_, anna(), id)).job;
    EXPECT_EQ(need(desk::start_reversal(*desk_, anna(), id)).job.id, back.id);
    EXPECT_EQ(desk::start_reversal(*desk_, anna(), back.id).error().code, "job.kind");
    finish();
    EXPECT_EQ(job(id).reversed_by, back.id);
    auto const after = view(tickets_[2]).ticket;
    EXPECT_EQ(std::tuple(after.agent, after.status, after.priority, after.solved_at),
              std::tuple(before.agent, before.status, before.priority, before.solved_at));
    auto const changed = view(tickets_[3]).ticket;
    EXPECT_EQ(changed.priority, domain::Priority::high) << "somebody's newer choice stays";
    EXPECT_EQ(changed.status, before.status);
    settle();
}

}  // namespace
}  // namespace lotse
