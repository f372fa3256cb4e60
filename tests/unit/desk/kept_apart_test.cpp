// SPDX-License-Identifier: Apache-2.0
#include "desk/kept_apart.h"

#include "desk/people.h"
#include "desk/reply.h"
#include "desk/reverse_event.h"
#include "desk/routing_rules.h"
#include "desk/update_ticket.h"
#include "support/desk_fixture.h"

namespace lotse {
namespace {

class KeptApart : public DeskTest {
  protected:
    void SetUp() override {
        boss_ = add_agent("Anna Berg").id;
        ben_ = add_agent("Ben").id;
        need(store_->write(*scope_, [&](store::WriteTxn& txn) -> Result<void> {
            TRY(auto boss, store::get_agent(txn, boss_));
            boss.role = domain::Role::lead;
            TRY([[maybe_unused]] auto done, store::update_agent(txn, boss));
            return {};
        }));
        ticket_ = accept(mail("ida@customer.example", "Printer", "It prints nothing since this morning.")).ticket;
        settle();
        domain::BlockedPair pair;
        pair.agent = ben_;
        pair.customer = view(ticket_).ticket.customer;
        pair.reason = "They are married.";
        need(give({}));
        pair_ = need(desk::block_pair(*desk_, as(boss_), pair, {})).value.pair.id;
    }
    Result<domain::Ticket> give(domain::AgentId to, domain::AgentId by = {}) {
        desk::TicketPatch patch;
        patch.agent = to;
        return desk::update_ticket(*desk_, as(by), ticket_, 0, patch);
    }
    domain::AgentId boss_;
    domain::AgentId ben_;
    domain::TicketId ticket_;
    domain::BlockedPairId pair_;
};

TEST_F(KeptApart, CannotBeChosenAndTheRefusalNamesWhoSetThatAndHowToLiftIt) {
    auto const by_lead = give(ben_, boss_);
    ASSERT_FALSE(by_lead);
    EXPECT_EQ(by_lead.error().code, "agent.kept_apart");
    EXPECT_EQ(by_lead.error().field, "/agent");
    // Word by word: the pages say these two sentences in other languages (web/src/lib/kept_apart.ts).
    EXPECT_EQ(
        by_lead.error().message,
        "Ben is given no tickets of this customer: Anna Berg has set that (\"They are married.\"). Choose somebody "
        "else, or lift it under Settings, Routing.");
    auto const by_himself = give(ben_, ben_);
    ASSERT_FALSE(by_himself);
    EXPECT_EQ(
        by_himself.error().message,
        "Ben is given no tickets of this customer: Anna Berg has set that. Choose somebody else, or ask Anna Berg "
        "or a lead to lift it under Settings, Routing.")
        << "the reason is for leads";
    need(desk::unblock_pair(*desk_, as(boss_), pair_));
    EXPECT_EQ(need(give(ben_, ben_)).agent, ben_);
}

TEST_F(KeptApart, ATicketCannotBeMadeAboutWhomItsOwnerIsKeptApartFrom) {
    auto const other = accept(mail("otto@customer.example", "Mouse", "It does not move any more.")).ticket;
    settle();
    desk::TicketPatch patch;
    patch.agent = ben_;
    need(desk::update_ticket(*desk_, as({}), other, 0, patch));
    desk::TicketPatch about;
    about.customer = view(ticket_).ticket.customer;
    auto const refused = desk::update_ticket(*desk_, as({}), other, 0, about);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().field, "/customer");
}

TEST_F(KeptApart, WhoHasItAlreadyMayGoOnAndGivingItBackCannotBeUndone) {
    need(desk::unblock_pair(*desk_, as(boss_), pair_));
    need(give(ben_));
    domain::BlockedPair pair;
    pair.agent = ben_;
    pair.customer = view(ticket_).ticket.customer;
    pair.reason = "They are married.";
    need(desk::block_pair(*desk_, as(boss_), pair, {}));
    desk::TicketPatch patch;
    patch.priority = domain::Priority::high;
    EXPECT_EQ(need(desk::update_ticket(*desk_, as(ben_), ticket_, 0, patch)).agent, ben_);
    need(give({}));
    auto const events = view(ticket_).events;
    auto const back = desk::reverse_event(*desk_, as(boss_), ticket_, events.back().id, {});
    ASSERT_FALSE(back);
    EXPECT_EQ(back.error().code, "agent.kept_apart");
}

TEST_F(KeptApart, AnAnswerIsSentButDoesNotTakeTheTicket) {
    desk::NewReply reply;
    reply.ticket = ticket_;
    reply.text = "It works again.";
    reply.then = domain::Status::open;
    need(desk::reply(*desk_, as(ben_), reply));
    EXPECT_EQ(view(ticket_).ticket.agent, domain::AgentId{});
}

}  // namespace
}  // namespace lotse
