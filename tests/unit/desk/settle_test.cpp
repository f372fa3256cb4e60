// SPDX-License-Identifier: Apache-2.0
#include "desk/settle.h"

#include "desk/fire_timers.h"
#include "desk/gather.h"
#include "desk/reply.h"
#include "desk/update_ticket.h"
#include "store/events.h"
#include "support/desk_fixture.h"

namespace lotse {
namespace {

using domain::NoticeKind;
using domain::Priority;
using domain::Status;

class Settle : public DeskTest {
  protected:
    domain::TicketId opened(std::string subject = "Printer", std::string text = "The printer prints nothing.",
                            std::string from = "grace@customer.example") {
        auto const accepted = accept(mail(std::move(from), std::move(subject), std::move(text)));
        settle();
        return accepted.ticket;
    }
    // Moves the clock to the next timer of the desk and lets what follows happen.
    bool pass_to_next_timer() {
        auto const next = need(store_->read(*scope_, [](store::ReadTxn& txn) { return store::next_timer_at(txn); }));
        if (!next) return false;
        clock_.set(std::max(clock_.now(), *next));
        need(desk::fire_timers(*desk_, *scope_, 100));
        settle();
        return true;
    }
    static domain::Change const* last_change(desk::TicketView const& view, std::string_view field) {
        domain::Change const* out = nullptr;
        for (auto const& stored : view.changes)
            if (stored.change.field == field) out = &stored.change;
        return out;
    }
};

TEST_F(Settle, GivesATicketToTheOneWhoSpeaksItsLanguageAndSaysWhy) {
    add_agent("Only English", {"en"});
    auto const german = add_agent("Lena Brandt", {"de"});
    auto const ticket =
        opened("Drucker druckt nicht", "Guten Tag, unser Drucker druckt seit gestern nur noch leere Seiten.");
    auto const seen = view(ticket);
    EXPECT_EQ(seen.ticket.language, "de");
    EXPECT_EQ(seen.ticket.agent, german.id);
    auto const* change = last_change(seen, "agent");
    ASSERT_NE(change, nullptr);
    EXPECT_NE(change->because.text.find("German"), std::string::npos) << change->because.text;
}

TEST_F(Settle, LeavesATicketInTheQueueWhenNobodyFitsAndSaysWhy) {
    auto const ticket = opened();
    auto const seen = view(ticket);
    EXPECT_FALSE(seen.ticket.agent);
    EXPECT_TRUE(seen.ticket.queue);
}

TEST_F(Settle, ConfirmsOnceInTheCustomersLanguage) {
    add_agent("Lena Brandt", {"de", "en"});
    auto const ticket =
        opened("Drucker druckt nicht", "Guten Tag, unser Drucker druckt seit gestern nur noch leere Seiten.");
    auto const told = notices_to(ticket, "grace@customer.example");
    ASSERT_EQ(told.size(), 1U);
    EXPECT_EQ(told[0].kind, NoticeKind::confirmation);
    EXPECT_EQ(told[0].language, "de");
    EXPECT_NE(told[0].text.find("Lena Brandt"), std::string::npos);
    EXPECT_NE(told[0].subject.find(std::to_string(ticket.value)), std::string::npos);
}

TEST_F(Settle, ConfirmationToAnUnprovenAddressCarriesNothingThatTheSenderChose) {
    auto const ticket = opened("BUY GOLD http://evil.example", "BUY GOLD http://evil.example now");
    for (auto const& notice : notices_to(ticket, "grace@customer.example")) {
        for (auto const* text : {&notice.subject, &notice.text, &notice.html}) {
            EXPECT_EQ(text->find("GOLD"), std::string::npos);
            EXPECT_EQ(text->find("Grace"), std::string::npos);
            EXPECT_EQ(text->find("evil"), std::string::npos);
        }
    }
}

TEST_F(Settle, AnswersNoMachineAndNotItself) {
    auto machine = mail("robot@customer.example", "Out of office", "I am away.");
    machine.is_automatic = true;
    machine.verdict = "An out-of-office reply.";
    auto const first = accept(machine).ticket;
    auto const second = accept(mail("help@desk.example", "Hello", "It is me.")).ticket;
    settle();
    EXPECT_TRUE(notices_to(first, "robot@customer.example").empty());
    EXPECT_TRUE(notices_to(second, "help@desk.example").empty());
}

TEST_F(Settle, SendsAtMostThreeConfirmationsAnHourToOneAddress) {
    int told = 0;
    for (int i = 0; i < 10; ++i)
        told += static_cast<int>(
            notices_to(opened("Question " + std::to_string(i), "A question."), "grace@customer.example").size());
    EXPECT_EQ(told, 3);
}

TEST_F(Settle, IsRepeatable) {
    auto const accepted = accept(mail("grace@customer.example", "Printer", "It prints nothing."));
    auto const event =
        need(store_->read(*scope_, [](store::ReadTxn& txn) { return store::list_unsettled(txn, 1); })).at(0);
    auto const facts =
        need(store_->read(*scope_, [&](store::ReadTxn& txn) { return desk::gather(*desk_, txn, event.id); }));
    auto const one = need(desk::settle(facts));
    auto const two = need(desk::settle(facts));
    EXPECT_EQ(one.changes, two.changes);
    EXPECT_EQ(one.timers, two.timers);
    EXPECT_EQ(one.notices.size(), two.notices.size());
    need(desk::settle_event(*desk_, *scope_, event.id));
    need(desk::settle_event(*desk_, *scope_, event.id));
    EXPECT_EQ(notices_to(accepted.ticket, "grace@customer.example").size(), 1U);
}

TEST_F(Settle, NeverTouchesWhatAPersonChose) {
    auto const agent = add_agent("Anna Kowalska");
    auto const ticket = opened();
    desk::TicketPatch patch;
    patch.priority = Priority::low;
    patch.agent = domain::AgentId{};
    need(desk::update_ticket(*desk_, as(agent.id), ticket, 0, patch));
    settle();
    auto const seen = view(ticket);
    EXPECT_EQ(seen.ticket.priority, Priority::low);
    EXPECT_FALSE(seen.ticket.agent) << "a person took the owner away";
}

TEST_F(Settle, WarnsBeforeTheTargetAndEscalatesAfterIt) {
    auto const agent = add_agent("Anna Kowalska");
    auto const lead = add_agent("Jonas Petersen");
    need(store_->write(*scope_, [&](store::WriteTxn& txn) -> Result<void> {
        TRY(auto queues, store::list_queues(txn));
        queues[0].lead = lead.id;
        TRY([[maybe_unused]] auto updated, store::update_queue(txn, queues[0]));
        return {};
    }));
    auto const ticket = opened();
    auto const before = view(ticket).ticket;
    ASSERT_TRUE(before.first_reply_due_at);
    ASSERT_TRUE(pass_to_next_timer());
    EXPECT_LT(clock_.now(), *before.first_reply_due_at) << "the warning comes first";
    EXPECT_FALSE(view(ticket).ticket.escalated);
    ASSERT_TRUE(pass_to_next_timer());
    auto const after = view(ticket);
    EXPECT_EQ(clock_.now(), *before.first_reply_due_at);
    EXPECT_TRUE(after.ticket.escalated);
    EXPECT_GT(after.ticket.urgency, before.urgency);
    int breaches = 0;
    for (auto const& notice : after.notices) breaches += notice.kind == NoticeKind::breach;
    EXPECT_GE(breaches, 1);
    (void)agent;
}

TEST_F(Settle, AnAnswerInTimeEscalatesNothing) {
    auto const agent = add_agent("Anna Kowalska");
    auto const ticket = opened();
    need(desk::reply(*desk_, as(agent.id), {ticket, 0, "We look into it.", Status::open, {}}));
    settle();
    EXPECT_FALSE(view(ticket).ticket.first_reply_due_at);
    EXPECT_TRUE(view(ticket).ticket.first_reply_at);
}

TEST_F(Settle, WaitingForTheCustomerPausesTheSolutionTarget) {
    auto const agent = add_agent("Anna Kowalska");
    auto const ticket = opened();
    auto const due = view(ticket).ticket.solution_due_at;
    ASSERT_TRUE(due);
    need(desk::reply(*desk_, as(agent.id), {ticket, 0, "Which printer is it?", Status::waiting, {}}));
    settle();
    EXPECT_FALSE(view(ticket).ticket.solution_due_at) << "paused";
    clock_.advance(std::chrono::hours{24});  // one business day
    desk::TicketPatch patch;
    patch.status = Status::open;
    need(desk::update_ticket(*desk_, as(agent.id), ticket, 0, patch));
    settle();
    ASSERT_TRUE(view(ticket).ticket.solution_due_at);
    EXPECT_EQ(*view(ticket).ticket.solution_due_at - *due, std::chrono::hours{24});
}

TEST_F(Settle, ClosesWhatStaysSolved) {
    auto const agent = add_agent("Anna Kowalska");
    auto const ticket = opened();
    need(desk::reply(*desk_, as(agent.id), {ticket, 0, "Done.", Status::solved, {}}));
    settle();
    while (view(ticket).ticket.status != Status::closed) ASSERT_TRUE(pass_to_next_timer());
    EXPECT_TRUE(view(ticket).ticket.closed_at);
}

TEST_F(Settle, TellsTheCustomerWhenATicketIsSolvedWithoutAWord) {
    auto const agent = add_agent("Anna Kowalska");
    auto const ticket = opened();
    desk::TicketPatch patch;
    patch.status = Status::solved;
    need(desk::update_ticket(*desk_, as(agent.id), ticket, 0, patch));
    settle();
    auto const told = notices_to(ticket, "grace@customer.example");
    ASSERT_FALSE(told.empty());
    EXPECT_EQ(told.back().kind, NoticeKind::solved);
}

TEST_F(Settle, UnprovenLabelsOnlyEverRaiseThePriority) {
    auto const urgent =
        opened("Production is down", "URGENT: the whole factory is down, nobody can work, please help immediately!");
    EXPECT_GE(view(urgent).ticket.priority, Priority::normal);
    auto const calm =
        opened("No hurry", "Not urgent at all: whenever you have time, only I am affected.", "b@customer.example");
    EXPECT_GE(view(calm).ticket.priority, Priority::normal) << "a machine's guess never makes a ticket quieter";
}

}  // namespace
}  // namespace lotse
