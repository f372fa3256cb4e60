// SPDX-License-Identifier: Apache-2.0
// Replaying a desk: the ledger where it can judge, else a model that had not seen the tickets, and it says which.
#include "desk/replay.h"

#include <algorithm>
#include <cmath>

#include "desk/replay_jobs.h"
#include "desk/train_model.h"
#include "store/articles.h"
#include "store/ledger.h"
#include "store/models.h"
#include "store/replays.h"
#include "store/tickets.h"
#include "support/desk_fixture.h"

namespace lotse {
namespace {

using domain::Shown;

// A ticket that was solved, and what triage had said of it; said "": nothing.
struct Case {
    std::string text = "The printer prints nothing, paper jam.";
    std::string said = "printing";
    std::string decided = "printing";
    double score = 0.95;
    Shown shown = Shown::hidden;
    std::string model = "keywords";
};

class Replay : public DeskTest {
  protected:
    // One an hour, each solved an hour later.
    std::vector<domain::TicketId> live(std::vector<Case> const& cases) {
        auto const setup = need(store_->read(*scope_, [&](store::ReadTxn& txn) { return desk_->setups.get(txn); }));
        auto const begin = clock_.now();
        auto const out =
            need(store_->write(*scope_, [&](store::WriteTxn& txn) -> Result<std::vector<domain::TicketId>> {
                std::vector<domain::TicketId> made;
                auto at = begin;
                for (auto const& one : cases) {
                    at += std::chrono::hours{1};
                    domain::Ticket ticket;
                    ticket.subject = "Case";
                    ticket.status = domain::Status::solved;
                    ticket.category = setup->find_category(one.decided)->id;
                    ticket.created_at = at;
                    TRY(ticket, store::add_ticket(txn, ticket));
                    domain::Article article;
                    article.ticket = ticket.id;
                    article.text = article.new_text = one.text;
                    TRY(article, store::add_article(txn, article));
                    if (!one.said.empty()) CHECK_OK(note(txn, ticket.id, one, at));
                    made.push_back(ticket.id);
                }
                return made;
            }));
        clock_.advance(std::chrono::hours{static_cast<int>(cases.size()) + 1});
        return out;
    }
    static Result<void> note(store::WriteTxn& txn, domain::TicketId ticket, Case const& one, Instant at) {
        domain::Prediction said;
        said.ticket = ticket;
        said.event = domain::EventId{1};
        said.field = "category";
        said.value = one.said;
        said.score = one.score;
        said.among = {one.said};
        said.model = one.model;
        said.shown = one.shown;
        said.made_at = at;
        said.decided = one.decided;
        said.decided_at = said.settled_at = at + std::chrono::minutes{30};
        said.outcome = one.said == one.decided ? domain::Outcome::right : domain::Outcome::wrong;
        TRY([[maybe_unused]] auto const added, store::add_prediction(txn, said));
        return {};
    }
    // Printers, but every tenth is network to a person.
    static std::vector<Case> printers(int count) {
        std::vector<Case> out(static_cast<std::size_t>(count));
        for (int i = 9; i < count; i += 10) {
            out[static_cast<std::size_t>(i)].decided = "network";
            out[static_cast<std::size_t>(i)].score = 0.6;
        }
        return out;
    }
    static domain::ReplayQuestion question(int days = 90) {
        domain::ReplayQuestion out;
        out.days = days;
        return out;
    }
    desk::Replay replay(domain::ReplayQuestion const& asked) { return need(desk::replay(*desk_, *scope_, asked)); }
};

TEST_F(Replay, JudgesTheLedgerByBlindDecisions) {
    auto const tickets = live(printers(60));
    auto const told = replay(question());
    EXPECT_EQ(told.basis, desk::Basis::ledger);
    EXPECT_TRUE(told.is_blind);
    EXPECT_EQ(told.tickets, 60U);
    EXPECT_EQ(told.judged, 60U);
    ASSERT_EQ(told.models.size(), 1U);
    EXPECT_EQ(told.models[0].first, "keywords");
    auto const& all = told.curve.front();
    EXPECT_EQ(all.acts, 60U);
    EXPECT_EQ(all.right, 54U);
    EXPECT_LT(all.precision.low, 0.9);
    EXPECT_GT(all.precision.high, 0.9);
    EXPECT_EQ(told.curve[gate::point_at(told.curve, 0.9)].right, 54U);
    EXPECT_EQ(told.curve[gate::point_at(told.curve, 0.9)].judged, 54U);
    ASSERT_EQ(told.wrong.size(), 6U);
    EXPECT_EQ(told.wrong[0].said, "printing");
    EXPECT_EQ(told.wrong[0].decided, "network");
    EXPECT_NE(std::ranges::find(tickets, told.wrong[0].ticket), tickets.end());
    ASSERT_EQ(told.confusions.size(), 1U);
    EXPECT_EQ(told.confusions[0].rows.front(), 6U);
    EXPECT_EQ(told.confusions[0].rows[gate::point_at(told.curve, 0.7)], 0U);
}

TEST_F(Replay, DoesNotBelieveDecisionsThatWereMadeWithTheChoiceInSight) {
    auto cases = printers(40);
    std::vector<Case> seen(50);
    for (auto& one : seen) one.shown = Shown::suggested;
    std::vector<Case> undone(20);
    for (auto& one : undone) {
        one.shown = Shown::acted;
        one.decided = "network";
    }
    for (auto const* more : {&seen, &undone}) cases.insert(cases.end(), more->begin(), more->end());
    live(cases);
    auto const told = replay(question());
    EXPECT_EQ(told.tickets, 110U) << "all of them would have been acted on";
    EXPECT_EQ(told.judged, 40U) << "who saw it agrees too often, who was not asked decides only what is wrong";
    EXPECT_EQ(told.curve.front().right, 36U);
    EXPECT_EQ(std::ranges::count_if(told.wrong, [](auto const& one) { return !one.is_blind; }), 20)
        << "a changed act is worth a look all the same";
}

TEST_F(Replay, LooksBackOnlySoFar) {
    live(printers(40));
    clock_.advance(std::chrono::days{10});
    live(printers(35));
    EXPECT_EQ(replay(question(30)).tickets, 75U);
    EXPECT_EQ(replay(question(5)).tickets, 35U);
}

TEST_F(Replay, RunsTheGateUnderTheWishThatIsAsked) {
    live(std::vector<Case>(200));
    auto asked = question();
    asked.precision = 0.98;
    auto const told = replay(asked);
    EXPECT_GT(told.now.acts, told.then.acts) << "more proof is wanted, so less is done alone";
    EXPECT_EQ(told.now_wished.precision, 0.95);
    EXPECT_EQ(told.then_wished.precision, 0.98);
    ASSERT_EQ(told.values.size(), 1U);
    EXPECT_EQ(told.values[0].value, "printing");
    EXPECT_EQ(told.values[0].now.stage, gate::Stage::automatic);
    EXPECT_EQ(told.now.right, told.now.judged);
    EXPECT_GT(told.now.acts, 80U);
    EXPECT_LT(told.now.acts, 130U) << "about 85 decisions come first";
}

TEST_F(Replay, FitsAModelOnOlderTicketsWhereNobodyDecidedBlind) {
    std::vector<Case> cases(120);
    for (std::size_t i = 0; i < cases.size(); ++i) {
        cases[i].text = i % 2 == 0 ? "zorp blenk quux" : "vlim drask oob";
        cases[i].decided = i % 2 == 0 ? "printing" : "network";
        cases[i].said.clear();
    }
    live(cases);
    auto const told = replay(question());
    EXPECT_EQ(told.basis, desk::Basis::held_out);
    EXPECT_EQ(told.excluded, 80U);
    EXPECT_EQ(told.tickets, 40U) << "a ticket teaches or judges, never both";
    EXPECT_FALSE(told.is_blind);
    EXPECT_GE(told.curve.front().rate(), 0.95);
}

TEST_F(Replay, JudgesAStoredModelOnTicketsThatAreNewerThanIt) {
    live(printers(40));
    desk::History history;
    for (int i = 0; i < 60; ++i) {
        triage::TrainingExample example;
        example.input.subject = "Case";
        example.input.new_text = i % 2 == 0 ? "The printer prints nothing, paper jam." : "no network at all";
        example.category = i % 2 == 0 ? "printing" : "network";
        history.examples.push_back(example);
    }
    auto const trained = need(desk::train_model(*desk_, *scope_, history, false));
    live(printers(35));
    auto asked = question();
    asked.model = trained.version;
    auto const told = replay(asked);
    EXPECT_EQ(told.basis, desk::Basis::stored);
    EXPECT_EQ(told.excluded, 40U);
    EXPECT_EQ(told.tickets, 35U);
    EXPECT_TRUE(told.is_blind) << "judged by what people had decided blind";
    ASSERT_EQ(told.models.size(), 1U);
    EXPECT_EQ(told.models[0].first, trained.version);
    asked.model = "linear-00000000";
    EXPECT_EQ(desk::replay(*desk_, *scope_, asked).error().code, "model.missing");
}

TEST_F(Replay, SaysThatThereIsNothingAndWhatCannotBeAsked) {
    EXPECT_EQ(desk::replay(*desk_, *scope_, question()).error().code, "replay.nothing");
    EXPECT_EQ(desk::replay(*desk_, *scope_, question(0)).error().field, "?days");
    auto asked = question();
    asked.field = "subject";
    EXPECT_EQ(desk::replay(*desk_, *scope_, asked).error().field, "?field");
    asked = question();
    asked.precision = 1;
    EXPECT_EQ(desk::replay(*desk_, *scope_, asked).error().field, "?target");
    asked = question();
    asked.delta = std::nan("");
    EXPECT_EQ(desk::replay(*desk_, *scope_, asked).error().field, "?delta");
}

TEST_F(Replay, IsAJobThatIsAnsweredOnceForTenMinutes) {
    auto const first = need(desk::ask_replay(*desk_, *scope_, question()));
    EXPECT_EQ(first.state, domain::ReplayState::waiting);
    EXPECT_EQ(need(desk::ask_replay(*desk_, *scope_, question())).id, first.id);
    EXPECT_NE(need(desk::ask_replay(*desk_, *scope_, question(30))).id, first.id);
    while (need(desk::run_replay_step(*desk_))) {
    }
    auto const failed = need(desk::ask_replay(*desk_, *scope_, question()));
    EXPECT_EQ(failed.id, first.id);
    EXPECT_EQ(failed.state, domain::ReplayState::failed);
    EXPECT_NE(failed.answer.find("replay.nothing"), std::string::npos);
    clock_.advance(std::chrono::minutes{11});
    auto const anew = need(desk::ask_replay(*desk_, *scope_, question()));
    EXPECT_NE(anew.id, first.id);
    EXPECT_EQ(anew.state, domain::ReplayState::waiting);
}

TEST_F(Replay, OutlivesACategoryThatGotAnotherName) {
    live(printers(40));
    need(store_->write(*scope_, [&](store::WriteTxn& txn) -> Result<void> {
        TRY(auto all, store::list_categories(txn));
        for (auto& one : all)
            if (one.key == "printing") {
                one.name = "Print and scan";
                TRY([[maybe_unused]] auto changed, store::update_category(txn, one));
            }
        return {};
    }));
    desk_->setups.drop(tenant_.id);
    EXPECT_EQ(replay(question()).curve.front().right, 36U);
}

TEST_F(Replay, TakesAClockThatJumpedBack) {
    live(printers(60));
    clock_.advance(-std::chrono::hours{20});
    auto const told = replay(question());
    EXPECT_EQ(told.tickets, 41U) << "what is to come is not there";
    clock_.advance(-std::chrono::days{3});
    EXPECT_EQ(desk::replay(*desk_, *scope_, question()).error().code, "replay.nothing");
}

}  // namespace
}  // namespace lotse
