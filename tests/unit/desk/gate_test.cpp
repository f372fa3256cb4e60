// SPDX-License-Identifier: Apache-2.0
// The gate over a whole desk: hidden, decided blind, weighed, granted, taken back.
#include "desk/gate.h"

#include <cmath>

#include "desk/stream_events.h"
#include "desk/update_ticket.h"
#include "desk/weigh_evidence.h"
#include "store/ledger.h"
#include "support/desk_fixture.h"

namespace lotse {
namespace {

using domain::Outcome;
using domain::Shown;

class Gate : public DeskTest {
  protected:
    Gate() { agent_ = add_agent("Anna Kowalska").id; }

    void wish(std::string_view field, desk::GateWishes const& wishes) {
        need(desk::change_gate_field(*desk_, as(agent_), field, 0, wishes));
    }
    void wish_everywhere(desk::GateWishes const& wishes) {
        for (auto const field : desk::kGatedFields) wish(field, wishes);
    }
    static desk::GateWishes auditing(double share, bool trusts = true) {
        desk::GateWishes out;
        out.audit_share = share;
        out.trusts_before_proof = trusts;
        return out;
    }
    domain::TicketId opened() {
        // Another customer each time: mail of one sender is held after thirty an hour.
        auto const sender = "customer" + std::to_string(++senders_) + "@customer.example";
        auto const ticket = accept(mail(sender, "Printer", "The printer prints nothing.")).ticket;
        settle();
        return ticket;
    }
    domain::CategoryId category(std::string_view key) {
        auto const setup = need(store_->read(*scope_, [&](store::ReadTxn& txn) { return desk_->setups.get(txn); }));
        return setup->find_category(key)->id;
    }
    void choose(domain::TicketId ticket, std::string_view key) {
        desk::TicketPatch patch;
        patch.category = category(key);
        need(desk::update_ticket(*desk_, as(agent_), ticket, 0, patch));
        settle();
    }
    void solve(domain::TicketId ticket) {
        desk::TicketPatch patch;
        patch.status = domain::Status::solved;
        need(desk::update_ticket(*desk_, as(agent_), ticket, 0, patch));
        settle();
    }
    void weigh() {
        need(desk::place_events(*desk_, *scope_));
        while (need(desk::weigh_evidence(*desk_, *scope_))) {
        }
    }
    domain::Prediction said(domain::TicketId ticket, std::string_view field = "category") {
        auto const all =
            need(store_->read(*scope_, [&](store::ReadTxn& txn) { return store::list_predictions(txn, ticket); }));
        for (auto const& one : all)
            if (one.field == field) return one;
        ADD_FAILURE() << "nothing was predicted for " << field;
        return {};
    }
    desk::SliceView slice(std::string_view value = "printing") {
        for (auto const& field : need(desk::view_gate(*desk_, *scope_)).fields)
            for (auto const& one : field.values)
                if (field.wishes.field == "category" && one.value == value) return one;
        return {};
    }
    // Of one kind alone triage says nothing from what it has learned.
    void knows_two_kinds() {
        need(store_->read(*scope_, [&](store::ReadTxn& txn) -> Result<void> {
            desk_->models.teach(txn, [](triage::TriageModel& model) {
                for (int i = 0; i < triage::kRareBelow; ++i) {
                    triage::TrainingExample one;
                    one.input.new_text = "The printer prints nothing.";
                    one.category = "printing";
                    triage::learn_one(model, one);
                    one.input.new_text = "No network on the ground floor.";
                    one.category = "network";
                    triage::learn_one(model, one);
                }
            });
            return {};
        }));
    }
    // So many tickets, each decided blind as triage had said.
    void decide_blind(int count) {
        for (int i = 0; i < count; ++i) {
            auto const ticket = opened();
            choose(ticket, said(ticket).value);
            solve(ticket);
        }
        weigh();
    }
    static bool has_label(desk::TicketView const& view, std::string_view field) {
        return view.suggestion && view.suggestion->find(field) != nullptr;
    }

    domain::AgentId agent_;
    int senders_ = 0;
};

TEST_F(Gate, KeepsBackWhatIsToBeDecidedBlindUntilSomebodyHasDecided) {
    weigh();
    wish_everywhere(auditing(1));
    auto const ticket = opened();
    auto seen = view(ticket);
    EXPECT_FALSE(seen.ticket.category);
    EXPECT_FALSE(has_label(seen, "category"));
    EXPECT_FALSE(has_label(seen, "priority")) << "it would give impact and urgency away";
    EXPECT_NE(std::ranges::find(seen.blind_fields, "category"), seen.blind_fields.end());
    EXPECT_EQ(said(ticket).shown, Shown::hidden);
    EXPECT_TRUE(said(ticket).is_audit);
    choose(ticket, "printing");
    weigh();
    seen = view(ticket);
    EXPECT_TRUE(has_label(seen, "category"));
    EXPECT_EQ(std::ranges::find(seen.blind_fields, "category"), seen.blind_fields.end());
}

TEST_F(Gate, ActsUnprovenOnTrustAndNotAtAllWithoutIt) {
    weigh();
    wish("category", auditing(0.03, false));
    int acted = 0;
    for (int i = 0; i < 20; ++i) acted += said(opened()).shown == Shown::acted ? 1 : 0;
    EXPECT_EQ(acted, 0);
    wish("category", auditing(0.03, true));
    for (int i = 0; i < 20; ++i) acted += said(opened()).shown == Shown::acted ? 1 : 0;
    EXPECT_GE(acted, 16) << "all but the audits";
}

TEST_F(Gate, CountsABlindDecisionWhenTheTicketIsSolved) {
    weigh();
    wish_everywhere(auditing(1));
    auto const right = opened();
    auto const wrong = opened();
    auto const never = opened();
    choose(right, said(right).value);
    choose(wrong, "network");
    weigh();
    EXPECT_EQ(said(right).outcome, Outcome::open) << "it may still change";
    for (auto const ticket : {right, wrong, never}) solve(ticket);
    weigh();
    EXPECT_EQ(said(right).outcome, Outcome::right);
    EXPECT_EQ(said(wrong).outcome, Outcome::wrong);
    EXPECT_EQ(said(wrong).decided, "network");
    EXPECT_EQ(said(never).outcome, Outcome::unknown);
    EXPECT_EQ(slice(said(right).value).blind, 2);
    weigh();
    EXPECT_EQ(slice(said(right).value).blind, 2) << "nothing counts twice";
}

TEST_F(Gate, CountsADecisionThatHasStoodForThreeDays) {
    weigh();
    wish_everywhere(auditing(1));
    auto const ticket = opened();
    choose(ticket, "printing");
    weigh();
    clock_.advance(std::chrono::hours{71});
    weigh();
    EXPECT_EQ(said(ticket).outcome, Outcome::open);
    clock_.advance(std::chrono::hours{2});
    weigh();
    EXPECT_NE(said(ticket).outcome, Outcome::open);
}

TEST_F(Gate, GrantsARightAfterEnoughBlindDecisionsAndActsOnIt) {
    knows_two_kinds();
    weigh();
    wish_everywhere(auditing(1, false));
    decide_blind(60);
    auto const before = slice();
    EXPECT_NE(before.stage, gate::Stage::automatic);
    ASSERT_TRUE(before.needed);
    decide_blind(static_cast<int>(*before.needed) + 15);  // one of a few slices needs more than one alone
    auto const after = slice();
    EXPECT_EQ(after.stage, gate::Stage::automatic) << after.rows << " of " << after.blind;
    ASSERT_TRUE(after.acts_from);
    auto const moves = need(desk::list_moves(*desk_, *scope_, "category", "printing", 10));
    ASSERT_FALSE(moves.empty());
    EXPECT_EQ(moves.front().reason, "proven");
    auto const counts = desk::counts_of(moves.front());
    EXPECT_GT(counts.rows, 20);
    EXPECT_LE(counts.right, counts.rows);
    EXPECT_LT(counts.precision.low, counts.precision.high);
    auto const all = need(desk::list_moves(*desk_, *scope_, {}, {}, 100));
    EXPECT_GE(all.size(), moves.size()) << "of every field";
    EXPECT_EQ(all.front().field, "category");

    wish("category", auditing(0.03, false));
    int proven = 0;
    for (int i = 0; i < 10; ++i) {
        auto const ticket = opened();
        auto const seen = view(ticket);
        if (said(ticket).shown != Shown::acted) continue;
        ++proven;
        EXPECT_EQ(seen.ticket.category, category("printing"));
        for (auto const& stored : seen.changes)
            if (stored.change.field == "category") EXPECT_FALSE(stored.change.because.unproven);
    }
    EXPECT_GE(proven, 8);
}

TEST_F(Gate, TakesARightBackWhenPeopleChangeItsActs) {
    knows_two_kinds();
    weigh();
    wish_everywhere(auditing(1, false));
    decide_blind(140);
    ASSERT_EQ(slice().stage, gate::Stage::automatic);
    wish("category", auditing(0.03, false));
    for (int i = 0; i < 60 && slice().stage == gate::Stage::automatic; ++i) {
        auto const ticket = opened();
        if (said(ticket).shown != Shown::acted) continue;
        choose(ticket, "network");
        weigh();
        EXPECT_EQ(said(ticket).outcome, Outcome::wrong) << "at once";
    }
    EXPECT_EQ(slice().stage, gate::Stage::suggest);
    EXPECT_EQ(slice().blind, 0) << "it begins anew";
    auto const moves = need(desk::list_moves(*desk_, *scope_, "category", "printing", 1));
    ASSERT_EQ(moves.size(), 1U);
    EXPECT_EQ(moves.front().reason, "acts_are_changed");
}

TEST_F(Gate, ActsOnNothingWhileItIsStopped) {
    weigh();
    wish("category", auditing(0.03));
    need(desk::stop_gate(*desk_, as(agent_), true));
    for (int i = 0; i < 10; ++i) {
        auto const ticket = opened();
        EXPECT_NE(said(ticket).shown, Shown::acted);
        EXPECT_FALSE(view(ticket).ticket.category);
    }
    need(desk::stop_gate(*desk_, as(agent_), false));
    int acted = 0;
    for (int i = 0; i < 10; ++i) acted += said(opened()).shown == Shown::acted ? 1 : 0;
    EXPECT_GE(acted, 7);
}

TEST_F(Gate, RefusesWishesThatPromiseNothing) {
    desk::GateWishes certain;
    certain.precision = 1;
    auto const refused = desk::change_gate_field(*desk_, as(agent_), "category", 0, certain);
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().field, "/precision");
    EXPECT_EQ(desk::change_gate_field(*desk_, as(agent_), "subject", 0, {}).error().code, "gate.field");
    desk::GateWishes blind;
    blind.audit_share = 0;
    EXPECT_EQ(desk::change_gate_field(*desk_, as(agent_), "category", 0, blind).error().field, "/audit_share");
}

TEST(AskGate, DrawsTheAskedShareOfTickets) {
    desk::GateRights rights;
    rights.fields["category"].wishes.audit_share = 0.2;
    int hidden = 0;
    for (std::int64_t ticket = 1; ticket <= 10'000; ++ticket)
        hidden +=
            desk::ask_gate(rights, domain::TicketId{ticket}, "category", "printing", 0.9, "keywords").is_audit ? 1 : 0;
    EXPECT_NEAR(hidden, 2'000, 200);
}

}  // namespace
}  // namespace lotse
