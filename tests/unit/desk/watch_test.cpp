// SPDX-License-Identifier: Apache-2.0
#include "desk/watch.h"

#include "desk/escalation_chains.h"
#include "desk/fire_timers.h"
#include "desk/queues.h"
#include "desk/reply.h"
#include "desk/run_escalations.h"
#include "support/desk_fixture.h"

namespace lotse {
namespace {

class WatchPage : public DeskTest {
  protected:
    domain::TicketId opened(std::string text = "The printer in room 7 prints nothing since this morning.") {
        auto const out =
            accept(mail("grace" + std::to_string(++callers_) + "@customer.example", "Printer", std::move(text)));
        settle();
        return out.ticket;
    }
    void pull() {
        for (auto const& queue : need(desk::list_queues(*desk_, *scope_))) {
            desk::QueueFields fields;
            fields.assignment = domain::Assignment::pull;
            fields.hands_out_below = 0;
            need(desk::change_queue(*desk_, as({}), queue.id, 0, fields));
        }
    }
    void pass(Duration time) {
        clock_.advance(time);
        need(desk::fire_timers(*desk_, *scope_, 1000));
        settle();
        need(desk::run_escalations(*desk_, *scope_, 1000));
    }
    desk::Watch look() { return need(desk::watch(*desk_, *scope_)); }
    int callers_ = 0;
};

TEST_F(WatchPage, CountsWhatComesDueAndWhatIsOverdue) {
    add_agent("Anna");
    auto const ticket = opened();
    auto const due = *view(ticket).ticket.first_reply_due_at;
    EXPECT_EQ(look().breaching.count, 0);
    ASSERT_EQ(look().coming.size(), 1U);
    EXPECT_EQ(look().coming[0].ticket.id, ticket);
    EXPECT_EQ(look().coming[0].due_at, due);
    clock_.set(due - std::chrono::minutes{59});
    EXPECT_EQ(look().breaching.count, 1);
    EXPECT_TRUE(look().breaching.is_exact);
    EXPECT_EQ(look().breached.count, 0);
    pass(std::chrono::minutes{60});
    EXPECT_EQ(look().breaching.count, 0);
    EXPECT_EQ(look().breached.count, 1);
    ASSERT_EQ(look().breached_first.size(), 1U);
    EXPECT_EQ(look().breached_first[0].due_at, due) << "what was missed, not what comes next";
    EXPECT_EQ(look().breached_first[0].clock, domain::ClockKind::first_reply);
    // Late, but answered: nobody needs to look after it any more.
    auto const anna = view(ticket).ticket.agent;
    need(
        desk::reply(*desk_, as(anna), {.ticket = ticket, .text = "We come.", .then = domain::Status::open, .key = {}}));
    settle();
    EXPECT_TRUE(view(ticket).ticket.escalated);
    EXPECT_EQ(look().breached.count, 0);
    EXPECT_TRUE(look().breached_first.empty());
}

TEST_F(WatchPage, CountsWhatLiesWithoutOwnerPastItsWarning) {
    pull();
    add_agent("Anna");
    auto const ticket = opened();
    EXPECT_EQ(look().unassigned.count, 0);
    clock_.set(*view(ticket).ticket.first_reply_due_at - std::chrono::minutes{5});
    EXPECT_EQ(look().unassigned.count, 1);
    ASSERT_EQ(look().unassigned_first.size(), 1U);
    EXPECT_EQ(look().unassigned_first[0].id, ticket);
}

TEST_F(WatchPage, TellsWhichLanguageNobodyAtWorkSpeaks) {
    pull();
    add_agent("Anna", {"en"});
    opened();
    EXPECT_TRUE(look().gaps.empty());
    opened("Guten Tag, unser Drucker druckt seit gestern nur noch leere Seiten. Bitte helfen Sie uns.");
    auto const seen = look();
    ASSERT_EQ(seen.gaps.size(), 1U);
    EXPECT_EQ(seen.gaps[0].lacking.lack, desk::Lack::language);
    EXPECT_EQ(seen.gaps[0].lacking.what, "de");
    EXPECT_EQ(seen.gaps[0].count, 1);
    EXPECT_TRUE(seen.gaps[0].is_of_team);
    std::int64_t waiting = 0;
    for (auto const& queue : seen.queues) waiting += queue.waiting.count;
    EXPECT_EQ(waiting, 2);
}

TEST_F(WatchPage, TellsWhoIsFreeAndThatNobodyIsThere) {
    pull();
    auto anna = add_agent("Anna");
    opened();
    EXPECT_EQ(look().queues[0].free, 1);
    anna.is_available = false;
    need(store_->write(*scope_, [&](store::WriteTxn& txn) { return store::update_agent(txn, anna); }));
    auto const seen = look();
    for (auto const& queue : seen.queues) EXPECT_EQ(queue.at_work, 0);
    ASSERT_EQ(seen.gaps.size(), 1U);
    EXPECT_EQ(seen.gaps[0].lacking.lack, desk::Lack::people);
    EXPECT_FALSE(seen.gaps[0].is_of_team);
    ASSERT_EQ(seen.people.size(), 1U);
}

TEST_F(WatchPage, ShowsSilentOwnersWhereAChainWatchesThem) {
    add_agent("Anna");
    EXPECT_FALSE(look().watches_silence);
    desk::ChainFields fields;
    fields.name = "Silence";
    fields.is_default = true;
    fields.starts = std::vector{domain::EscalationStart::silence};
    fields.silent_after_minutes = 60;
    fields.steps = std::vector<domain::EscalationStep>{{domain::StepTo::owner, {}, 0, true}};
    need(desk::make_chain(*desk_, as({}), fields, {}));
    auto const ticket = opened();
    EXPECT_TRUE(look().watches_silence);
    EXPECT_EQ(look().silent.count, 0);
    pass(std::chrono::minutes{61});
    EXPECT_EQ(look().silent.count, 1);
    EXPECT_EQ(look().silent_first[0].ticket.id, ticket);
}

}  // namespace
}  // namespace lotse
