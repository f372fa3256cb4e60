// SPDX-License-Identifier: Apache-2.0
#include "desk/fairness.h"

#include "desk/agents.h"
#include "desk/update_ticket.h"
#include "support/desk_fixture.h"

namespace lotse {
namespace {

class FairnessOfADesk : public DeskTest {
  protected:
    domain::TicketId opened(domain::AgentId to) {
        auto const made = accept(mail("grace" + std::to_string(++callers_) + "@customer.example", "Printer",
                                      "The printer in room 7 prints nothing since this morning."));
        settle();
        desk::TicketPatch patch;
        patch.agent = to;
        need(desk::update_ticket(*desk_, as(boss_), made.ticket, 0, patch));
        settle();
        return made.ticket;
    }
    desk::Fairness look(int days = 28) { return need(desk::read_fairness(*desk_, *scope_, days)); }
    domain::AgentId boss_;
    int callers_ = 0;
};

TEST_F(FairnessOfADesk, TellsWhoHasHowMuchWhileAtWorkByName) {
    auto const zoe = add_agent("Zoe").id;
    auto const anna = add_agent("Anna").id;
    boss_ = add_agent("Boss").id;
    EXPECT_TRUE(look().people.empty());
    need(desk::set_availability(*desk_, as(boss_), boss_, 0, false));
    for (int i = 0; i < 4; ++i) opened(zoe);
    need(desk::note_loads(*desk_, *scope_));
    clock_.advance(std::chrono::minutes{10});
    need(desk::note_loads(*desk_, *scope_));
    auto const seen = look();
    ASSERT_GE(seen.people.size(), 2u);
    EXPECT_EQ(seen.people[0].agent, anna);
    auto const& last = seen.people.back();
    EXPECT_EQ(last.agent, zoe);
    EXPECT_GE(last.got, 4);
    ASSERT_TRUE(last.load);
    EXPECT_GT(*last.load, *seen.people[0].load);
    for (auto const& one : seen.people)
        if (one.agent == boss_) EXPECT_FALSE(one.load) << "away people are not looked at";
    ASSERT_TRUE(seen.all.gini);
    EXPECT_GT(*seen.all.gini, 0.4);
    EXPECT_FALSE(seen.teams.empty());
    clock_.advance(std::chrono::days{3});
    EXPECT_TRUE(look(2).people.empty());
    EXPECT_EQ(look(4).people.size(), seen.people.size());
}

TEST_F(FairnessOfADesk, LeavesOutWhoIsGone) {
    auto anna = add_agent("Anna");
    boss_ = anna.id;
    opened(anna.id);
    EXPECT_EQ(look().people.size(), 1u);
    anna = need(store_->read(*scope_, [&](store::ReadTxn& txn) { return store::get_agent(txn, anna.id); }));
    anna.is_disabled = true;
    need(store_->write(*scope_, [&](store::WriteTxn& txn) { return store::update_agent(txn, anna); }));
    clock_.advance(std::chrono::seconds{1});  // past the snapshot of the set-up
    EXPECT_TRUE(look().people.empty());
}

}  // namespace
}  // namespace lotse
