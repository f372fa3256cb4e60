// SPDX-License-Identifier: Apache-2.0
#include "desk/gather_calls.h"

#include "desk/deliver_notices.h"
#include "desk/escalation_chains.h"
#include "desk/fire_timers.h"
#include "desk/letters.h"
#include "desk/run_escalations.h"
#include "desk/waiting_work.h"
#include "store/letters.h"
#include "support/desk_fixture.h"

namespace lotse {
namespace {

class GatherCalls : public DeskTest {
  protected:
    void SetUp() override {
        add_agent("Anna");
        desk::ChainFields fields;
        fields.name = "Usual";
        fields.is_default = true;
        fields.is_round_the_clock = true;
        fields.starts = std::vector{domain::EscalationStart::breach};
        fields.steps = std::vector<domain::EscalationStep>{{domain::StepTo::owner, {}, 0, true}};
        need(desk::make_chain(*desk_, as({}), fields, {}));
        need(store_->write(*scope_, [&](store::WriteTxn& txn) -> Result<void> {
            TRY(auto agents, store::list_agents(txn));
            for (auto& agent : agents) {
                agent.capacity = 100000;
                TRY([[maybe_unused]] auto done, store::update_agent(txn, agent));
            }
            return {};
        }));
    }
    // That many tickets miss their target together.
    void breach(int count) {
        auto const made = open(count);
        clock_.set(*view(made.back()).ticket.first_reply_due_at);
        tell();
    }
    std::vector<domain::TicketId> open(int count) {
        std::vector<domain::TicketId> made;
        for (int i = 0; i < count; ++i) {
            made.push_back(accept(mail("grace" + std::to_string(++callers_) + "@customer.example",
                                       "Printer " + std::to_string(i), "It burns."))
                               .ticket);
        }
        settle();
        return made;
    }
    void tell() {
        for (;;) {
            auto const fired = need(desk::fire_timers(*desk_, *scope_, 100));
            settle();
            if (fired + need(desk::run_escalations(*desk_, *scope_, 100)) == 0) break;
        }
    }
    // Everything that goes out alone; gives the escalations of it. Mails of one ticket leave one after the other.
    std::size_t sent() {
        std::size_t out = 0;
        for (;;) {
            auto const due =
                need(desk::claim_due_notices(*desk_, 1000, [](domain::TenantId) { return Result<bool>(true); }));
            if (due.empty()) return out;
            for (auto const& one : due) {
                out += one.notice.kind == domain::NoticeKind::escalated ? 1 : 0;
                need(desk::note_outcome(*desk_, *scope_, one.notice, {}));
            }
        }
    }
    std::vector<desk::DueLetter> letters() {
        auto out = need(desk::claim_due_letters(*desk_, 100, [](domain::TenantId) { return Result<bool>(true); }));
        for (auto const& one : out) need(desk::note_letter_outcome(*desk_, one, {}));
        return out;
    }
    int callers_ = 0;
};

TEST_F(GatherCalls, OneCallGoesAloneAfterAMomentsWait) {
    breach(1);
    EXPECT_EQ(sent(), 0U);
    clock_.advance(desk::kCallHold);
    EXPECT_EQ(sent(), 1U);
    EXPECT_TRUE(letters().empty());
}

TEST_F(GatherCalls, ManyCallsOfOnePersonGoInOneLetterThatCountsThemAll) {
    breach(60);
    clock_.advance(desk::kCallHold);
    EXPECT_EQ(sent(), 0U);
    auto const written = letters();
    ASSERT_EQ(written.size(), 1U);
    EXPECT_EQ(written[0].letter.to_address, "anna@team.example");
    EXPECT_NE(written[0].letter.subject.find("60"), std::string::npos) << written[0].letter.subject;
    EXPECT_NE(written[0].letter.text.reveal().find("40"), std::string::npos) << written[0].letter.text.reveal();
    // Nothing is left behind, and nothing comes twice.
    clock_.advance(std::chrono::hours{1});
    EXPECT_EQ(sent(), 0U);
    EXPECT_TRUE(need(desk::gather_calls(*desk_, *scope_)) == 0);
}

TEST_F(GatherCalls, WhatComesBehindALetterWaitsUntilThePauseIsOver) {
    auto const first = open(10);
    clock_.advance(std::chrono::minutes{2});
    auto const second = open(2);
    clock_.advance(std::chrono::minutes{1});
    auto const third = open(8);
    clock_.set(*view(first.back()).ticket.first_reply_due_at);
    tell();
    clock_.advance(desk::kCallHold);
    EXPECT_EQ(sent(), 0U);
    ASSERT_EQ(letters().size(), 1U);
    auto const written_at = clock_.now();
    // Two would go alone, had there not been a letter just now.
    clock_.set(*view(second.back()).ticket.first_reply_due_at);
    tell();
    clock_.advance(desk::kCallHold);
    EXPECT_EQ(sent(), 0U);
    clock_.set(*view(third.back()).ticket.first_reply_due_at);
    tell();
    clock_.advance(desk::kCallHold);
    EXPECT_EQ(sent(), 0U);
    EXPECT_EQ(letters().size(), 0U);
    clock_.set(written_at + desk::kGatheredPause - std::chrono::seconds{1});
    EXPECT_EQ(sent(), 0U);
    EXPECT_EQ(letters().size(), 0U);
    // Then they go together, and none of the ten comes again.
    clock_.set(written_at + desk::kGatheredPause);
    EXPECT_EQ(sent(), 0U);
    auto const next = letters();
    ASSERT_EQ(next.size(), 1U);
    EXPECT_NE(next[0].letter.subject.find("10"), std::string::npos) << next[0].letter.subject;
    clock_.advance(std::chrono::hours{1});
    EXPECT_EQ(sent(), 0U);
    EXPECT_EQ(letters().size(), 0U);
}

TEST_F(GatherCalls, AFewThatWaitedGoAloneAfterThePause) {
    auto const first = open(10);
    clock_.advance(std::chrono::minutes{2});
    auto const second = open(2);
    clock_.set(*view(first.back()).ticket.first_reply_due_at);
    tell();
    clock_.advance(desk::kCallHold);
    EXPECT_EQ(sent(), 0U);
    EXPECT_EQ(letters().size(), 1U);
    clock_.set(*view(second.back()).ticket.first_reply_due_at);
    tell();
    clock_.advance(desk::kCallHold);
    EXPECT_EQ(sent(), 0U);
    clock_.advance(desk::kGatheredPause);
    EXPECT_EQ(sent(), 2U);
}

TEST_F(GatherCalls, AClockThatIsSetBackHoldsNothingForEver) {
    breach(10);
    clock_.advance(desk::kCallHold);
    EXPECT_EQ(sent(), 0U);
    EXPECT_EQ(letters().size(), 1U);
    clock_.advance(-std::chrono::hours{2});
    breach(1);
    clock_.advance(desk::kCallHold);
    EXPECT_EQ(sent(), 1U) << "the letter was written in the future: it stands for nothing now";
}

}  // namespace
}  // namespace lotse
