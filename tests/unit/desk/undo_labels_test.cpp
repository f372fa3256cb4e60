// SPDX-License-Identifier: Apache-2.0
// Many labels taken back at once, and stopping triage at the very last moment.
#include "desk/undo_labels.h"

#include <algorithm>

#include "desk/gate.h"
#include "desk/gather.h"
#include "desk/label_tickets.h"
#include "desk/run_bulk.h"
#include "desk/settle.h"
#include "desk/stream_events.h"
#include "desk/weigh_evidence.h"
#include "store/events.h"
#include "store/ledger.h"
#include "support/desk_fixture.h"

namespace lotse {
namespace {

using domain::Outcome;
using domain::Shown;

class UndoLabels : public DeskTest {
  protected:
    UndoLabels() {
        anna_ = add_agent("Anna Kowalska").id;
        ben_ = add_agent("Ben Weber").id;
        weigh();
        audit(0.03);
    }
    void audit(double share) {
        for (auto const field : desk::kGatedFields) {
            desk::GateWishes wishes;
            wishes.audit_share = share;
            need(desk::change_gate_field(*desk_, as(anna_), field, 0, wishes));
        }
    }
    domain::TicketId opened() {
        auto const sender = "customer" + std::to_string(++senders_) + "@customer.example";
        clock_.advance(std::chrono::minutes{1});
        auto const ticket = accept(mail(sender, "Printer", "The printer prints nothing.")).ticket;
        settle();
        return ticket;
    }
    // So many tickets whose category triage has set.
    std::vector<domain::TicketId> acted(std::size_t count) {
        std::vector<domain::TicketId> out;
        while (out.size() < count) {
            auto const ticket = opened();
            if (said(ticket).shown == Shown::acted) out.push_back(ticket);
        }
        return out;
    }
    domain::Prediction said(domain::TicketId ticket, std::string_view field = "category") {
        auto const all =
            need(store_->read(*scope_, [&](store::ReadTxn& txn) { return store::list_predictions(txn, ticket); }));
        for (auto const& one : all)
            if (one.field == field) return one;
        return {};
    }
    std::string category_of(domain::TicketId ticket) {
        auto const setup = need(store_->read(*scope_, [&](store::ReadTxn& txn) { return desk_->setups.get(txn); }));
        auto const* category = setup->find_category(view(ticket).ticket.category);
        return category != nullptr ? category->key : "";
    }
    void choose(domain::AgentId who, domain::TicketId ticket, std::string_view key) {
        auto const setup = need(store_->read(*scope_, [&](store::ReadTxn& txn) { return desk_->setups.get(txn); }));
        desk::TicketPatch patch;
        patch.category = setup->find_category(key)->id;
        need(desk::update_ticket(*desk_, as(who), ticket, 0, patch));
        settle();
    }
    void solve(domain::TicketId ticket) {
        desk::TicketPatch patch;
        patch.status = domain::Status::solved;
        need(desk::update_ticket(*desk_, as(anna_), ticket, 0, patch));
        settle();
    }
    void weigh() {
        need(desk::place_events(*desk_, *scope_));
        while (need(desk::weigh_evidence(*desk_, *scope_))) {
        }
    }
    domain::BulkJob finish(domain::BulkJob job) {
        while (job.is_waiting) {
            need(desk::run_bulk_step(*desk_));
            job = need(desk::get_job(*desk_, *scope_, job.id));
        }
        settle();
        weigh();
        return job;
    }
    domain::BulkJob undo(desk::UndoWish const& wish) {
        return finish(need(desk::start_undo(*desk_, as(anna_), wish, {})).job);
    }

    domain::AgentId anna_;
    domain::AgentId ben_;
    int senders_ = 0;
};

TEST_F(UndoLabels, TakeBackWhatAModelSetAndLeaveWhatPeopleTouched) {
    auto const tickets = acted(4);
    choose(ben_, tickets[0], "network");
    choose(ben_, tickets[1], "printing");  // confirmed
    weigh();
    desk::UndoWish wish;
    wish.model = "keywords";
    wish.field = "category";
    auto const preview = need(desk::preview_undo(*desk_, *scope_, wish));
    EXPECT_EQ(preview.labels, 2);
    EXPECT_EQ(preview.touched, 2);
    auto const job = undo(wish);
    EXPECT_EQ(job.done, 2);
    EXPECT_EQ(job.failed, 0);
    EXPECT_EQ(category_of(tickets[0]), "network");
    EXPECT_EQ(category_of(tickets[1]), "printing");
    for (auto const ticket : {tickets[2], tickets[3]}) {
        EXPECT_EQ(category_of(ticket), "");
        EXPECT_EQ(said(ticket).outcome, Outcome::wrong) << "a failure for the gate";
    }
    EXPECT_EQ(need(desk::preview_undo(*desk_, *scope_, wish)).labels, 0) << "again finds nothing";
    EXPECT_EQ(undo(wish).total, 0);
}

TEST_F(UndoLabels, CountAsAFailureAlsoWhereTheTicketWasSolved) {
    auto const ticket = acted(1).front();
    solve(ticket);
    weigh();
    ASSERT_EQ(said(ticket).outcome, Outcome::right);
    desk::UndoWish wish;
    wish.model = "keywords";
    wish.field = "category";
    undo(wish);
    EXPECT_EQ(category_of(ticket), "");
    EXPECT_EQ(said(ticket).outcome, Outcome::wrong);
}

TEST_F(UndoLabels, KeepToTheTimeSpan) {
    auto const early = acted(1).front();
    clock_.advance(std::chrono::hours{1});
    auto const late = acted(1).front();
    desk::UndoWish wish;
    wish.field = "category";
    wish.from = said(late).made_at;
    undo(wish);
    EXPECT_EQ(category_of(early), "printing");
    EXPECT_EQ(category_of(late), "");
}

TEST_F(UndoLabels, CanThemselvesBeTakenBack) {
    auto const tickets = acted(2);
    desk::UndoWish wish;
    wish.model = "keywords";
    wish.field = "category";
    auto const job = undo(wish);
    ASSERT_EQ(category_of(tickets[0]), "");
    finish(need(desk::start_reversal(*desk_, as(anna_), job.id)).job);
    EXPECT_EQ(category_of(tickets[0]), "printing");
    EXPECT_EQ(category_of(tickets[1]), "printing");
}

TEST_F(UndoLabels, TakeBackWhatOnePersonDecidedAndAskAgain) {
    audit(1);
    auto const open = opened();
    auto const solved = opened();
    auto const of_ben = opened();
    auto const from = clock_.now();
    choose(anna_, open, "network");
    choose(anna_, solved, "network");
    choose(ben_, of_ben, "printing");
    solve(solved);
    weigh();
    ASSERT_EQ(said(solved).outcome, Outcome::wrong);
    desk::UndoWish wish;
    wish.agent = anna_;
    wish.from = from;
    EXPECT_EQ(need(desk::preview_undo(*desk_, *scope_, wish)).labels, 2);
    undo(wish);
    EXPECT_EQ(category_of(open), "");
    EXPECT_EQ(category_of(solved), "");
    EXPECT_EQ(category_of(of_ben), "printing");
    EXPECT_EQ(said(solved).outcome, Outcome::unknown) << "no evidence any more";
    auto const lines = need(desk::list_labels(*desk_, as(ben_), "", 10));
    EXPECT_TRUE(std::ranges::any_of(lines.items, [&](auto const& line) { return line.request.ticket == open; }));
    for (auto const& field : need(desk::view_gate(*desk_, *scope_)).fields)
        for (auto const& value : field.values)
            if (field.wishes.field == "category") EXPECT_EQ(value.blind, 0) << value.value;
}

TEST_F(UndoLabels, RefuseToTakeBackEverything) {
    EXPECT_EQ(desk::preview_undo(*desk_, *scope_, {}).error().code, "undo.nothing");
    desk::UndoWish wish;
    wish.agent = anna_;
    EXPECT_EQ(desk::preview_undo(*desk_, *scope_, wish).error().field, "/from");
    wish.from = clock_.now();
    wish.until = clock_.now() - std::chrono::hours{1};
    EXPECT_EQ(desk::preview_undo(*desk_, *scope_, wish).error().code, "undo.span");
    wish.until = clock_.now();
    wish.field = "subject";
    EXPECT_EQ(desk::preview_undo(*desk_, *scope_, wish).error().code, "undo.field");
}

// What was computed before the switch must not be stored after it.
TEST_F(UndoLabels, NothingActsOnceTriageIsStoppedNotEvenWhatWasDecidedBefore) {
    for (int tries = 0; tries < 10; ++tries) {
        auto const accepted = accept(
            mail("late" + std::to_string(tries) + "@customer.example", "Printer", "The printer prints nothing."));
        auto const events =
            need(store_->read(*scope_, [](store::ReadTxn& txn) { return store::list_unsettled(txn, 10); }));
        ASSERT_EQ(events.size(), 1U);
        auto const facts =
            need(store_->read(*scope_, [&](store::ReadTxn& txn) { return desk::gather(*desk_, txn, events[0].id); }));
        auto const settlement = need(desk::settle(facts));
        need(desk::stop_gate(*desk_, as(anna_), true));
        auto const committed = desk::commit_settlement(*desk_, *scope_, facts.event, settlement);
        bool const acts =
            std::ranges::any_of(settlement.predictions, [](auto const& one) { return one.shown == Shown::acted; });
        ASSERT_EQ(committed.has_value(), !acts);
        if (!committed) EXPECT_EQ(committed.error().code, "gate.stopped");
        settle();
        EXPECT_EQ(category_of(accepted.ticket), "");
        need(desk::stop_gate(*desk_, as(anna_), false));
    }
}

}  // namespace
}  // namespace lotse
