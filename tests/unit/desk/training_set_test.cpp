// SPDX-License-Identifier: Apache-2.0
// What a fit learns from: bounded whatever the desk's size, without whom the others contradict, and a person's choice of an
// older model stays until it is beaten.
#include "desk/training_set.h"

#include "desk/forget_lessons.h"
#include "desk/housekeeping.h"
#include "desk/learn.h"
#include "desk/lessons.h"
#include "desk/model_history.h"
#include "store/label_requests.h"
#include "store/lessons.h"
#include "support/desk_fixture.h"

namespace lotse {
namespace {

class TrainingSets : public DeskTest {
  protected:
    TrainingSets() {
        anna_ = add_agent("Anna Kowalska").id;
        ben_ = add_agent("Ben Okafor").id;
        cleo_ = add_agent("Cleo Brandt").id;
    }
    void lesson(std::string const& text, std::string const& category, domain::AgentId by = {}) {
        domain::Lesson out;
        out.subject = "Case";
        out.text = text;
        out.answers = {{"category", category, {}, 0, {}, {}}};
        out.agent = by;
        out.at = clock_.now();
        out.reference = "person-" + std::to_string(by.value);
        need(store_->write(*scope_, [&](store::WriteTxn& txn) { return store::add_lesson(txn, out); }));
        clock_.advance(std::chrono::minutes{1});
    }
    // Words that tell nothing: neither how old a lesson is nor what it is about.
    static std::string some_words(int i) {
        std::string out;
        for (char const c : std::to_string(1000 + i * 389 % 1000))
            out += std::string(2, static_cast<char>('a' + (c - '0'))) + " ";
        return out;
    }
    void lessons(int from, int until, std::string const& first = "printing", std::string const& second = "network") {
        for (int i = from; i < until; ++i)
            lesson((i % 2 == 0 ? "zorp blenk quux " : "vlim drask oob ") + some_words(i), i % 2 == 0 ? first : second);
    }
    desk::TrainingSet read(desk::TrainingLimits const& limits = {}) {
        return need(desk::read_training_set(*desk_, *scope_, limits));
    }
    // Two others agree with each other and not with this one.
    void contradict(domain::AgentId who, domain::AgentId by, domain::AgentId other) {
        auto const ticket = accept(mail("grace@customer.example", "Zorp", "Blenk quux.")).ticket;
        need(store_->write(*scope_, [&](store::WriteTxn& txn) -> Result<void> {
            for (int i = 0; i < 24; ++i) {
                domain::LabelDecision one;
                one.ticket = ticket;
                one.kind = domain::AskKind::second;
                one.field = "category";
                one.value = "network";
                one.agent = by;
                one.at = clock_.now();
                one.first_by = i % 2 == 0 ? who : other;
                one.first_value = i % 2 == 0 ? "printing" : "network";
                TRY([[maybe_unused]] auto const made, store::add_label_decision(txn, one));
            }
            return {};
        }));
    }
    domain::AgentId anna_;
    domain::AgentId ben_;
    domain::AgentId cleo_;
};

TEST_F(TrainingSets, HoldEverythingOldestFirstWhileThereIsRoom) {
    lessons(0, 60);
    auto const set = read();
    ASSERT_EQ(set.rows.size(), 60U);
    EXPECT_EQ(set.read, 60U);
    EXPECT_EQ(set.left_out, 0U);
    EXPECT_EQ(set.share, 1);
    EXPECT_TRUE(std::ranges::is_sorted(set.at));
}

TEST_F(TrainingSets, StayWithinTheirBytesAndKeepTheNewestAndTheRare) {
    lesson("a lonely case of parking", "order");
    lessons(0, 400);
    desk::TrainingLimits limits;
    limits.page = 32;
    limits.newest = 20;
    limits.each_label = 5;
    limits.bytes = read().rows.back().bytes() * 120;
    auto const set = read(limits);
    std::size_t bytes = 0;
    for (auto const& one : set.rows) bytes += one.bytes();
    EXPECT_LE(bytes, limits.bytes);
    EXPECT_GT(set.rows.size(), 40U);
    EXPECT_EQ(set.read, 401U);
    EXPECT_EQ(set.left_out, 401U - set.rows.size());
    EXPECT_LT(set.share, 1);
    EXPECT_EQ(set.rows.front().category, "order") << "one of its label, however old";
    auto const newest = read().at;
    EXPECT_EQ(std::vector(set.at.end() - 20, set.at.end()), std::vector(newest.end() - 20, newest.end()));
    auto const again = read(limits);
    EXPECT_EQ(again.at, set.at) << "the same tickets give the same sample";
}

TEST_F(TrainingSets, GiveWayToTheEndOfTheProgram) {
    lessons(0, 60);
    std::stop_source stopping;
    desk_->stopping = stopping.get_token();
    stopping.request_stop();
    auto const set = desk::read_training_set(*desk_, *scope_, {}, {}, desk_->stopping);
    ASSERT_FALSE(set);
    EXPECT_EQ(set.error().code, "train.stopped");
    auto const fitted = desk::refit(*desk_, *scope_);
    ASSERT_FALSE(fitted);
    EXPECT_EQ(fitted.error().code, "train.stopped");
    need(desk::keep_house(*desk_));
    desk_->stopping = {};
    EXPECT_TRUE(need(desk::refit(*desk_, *scope_)).replaced) << "and nothing was half done";
}

TEST_F(TrainingSets, TellHowFarTheFitIs) {
    lessons(0, 80);
    double last = -1;
    need(desk::refit(*desk_, *scope_, [&](double done) {
        EXPECT_GE(done, last - 1e-9);
        last = done;
    }));
    EXPECT_NEAR(last, 1, 1e-9);
}

TEST_F(TrainingSets, LeaveOutWhomTheOthersContradict) {
    lessons(0, 20);
    for (int i = 0; i < 10; ++i) lesson("zorp blenk " + some_words(1000 + i), "network", ben_);
    EXPECT_EQ(read().rows.size(), 30U);
    contradict(ben_, anna_, cleo_);
    EXPECT_EQ(read().rows.size(), 20U);
    // Nor are they learned at once.
    auto const before = need(store_->read(
        *scope_, [&](store::ReadTxn& txn) -> Result<std::string> { return desk_->models.get_fresh(txn)->version(); }));
    desk::NewLesson wanted;
    wanted.message.text = "zorp blenk once more";
    wanted.decided = {{"category", "network"}};
    EXPECT_EQ(need(desk::teach(*desk_, as(ben_), wanted, {})).model, before);
    wanted.message.text = "zorp blenk and again";
    EXPECT_NE(need(desk::teach(*desk_, as(anna_), wanted, {})).model, before);
}

TEST_F(TrainingSets, LoseWhatIsForgotten) {
    lessons(0, 10);
    for (int i = 0; i < 4; ++i) lesson("a private matter " + some_words(i), "order", ben_);
    EXPECT_EQ(need(desk::forget_lessons_about(*desk_, as(anna_), "person-" + std::to_string(ben_.value))), 4);
    EXPECT_EQ(read().rows.size(), 10U);
    EXPECT_FALSE(desk::forget_lessons_about(*desk_, as(anna_), ""));
    auto const newest = need(desk::list_lessons(*desk_, *scope_, {}, 1)).at(0);
    lesson(newest.text, "order");  // corrected: both hold the words
    need(desk::forget_lesson(*desk_, as(anna_), need(desk::list_lessons(*desk_, *scope_, {}, 1)).at(0).id));
    EXPECT_EQ(read().rows.size(), 9U);
    EXPECT_FALSE(store_->read(*scope_, [&](store::ReadTxn& txn) { return store::get_lesson(txn, newest.id); }));
    clock_.advance(std::chrono::days{731});
    lesson("young", "order");
    need(desk::keep_house(*desk_));
    EXPECT_EQ(read().rows.size(), 1U);
}

TEST_F(TrainingSets, APersonsChoiceOfAnOlderModelStaysUntilItIsClearlyBeaten) {
    lessons(0, 80);
    ASSERT_TRUE(need(desk::refit(*desk_, *scope_)).replaced);
    // The labels change sides, so that a newer model is better on what comes.
    lessons(80, 400, "network", "printing");
    ASSERT_TRUE(need(desk::refit(*desk_, *scope_)).replaced);
    auto const trials = need(desk::model_history(*desk_, *scope_)).items;
    auto const first = trials.back();
    need(desk::serve_model(*desk_, as(anna_), first.trial.id));
    auto pinned = need(desk::model_history(*desk_, *scope_));
    ASSERT_TRUE(pinned.pin);
    EXPECT_EQ(pinned.serving, first.trial.version);
    EXPECT_EQ(pinned.pinned_by, "Anna Kowalska");
    auto const at_once = need(desk::refit(*desk_, *scope_));
    EXPECT_TRUE(at_once.is_pinned);
    EXPECT_FALSE(at_once.replaced) << "what was known when she chose does not overrule her";
    lessons(400, 440, "network", "printing");
    EXPECT_FALSE(need(desk::refit(*desk_, *scope_)).replaced) << "fewer than fifty since";
    lessons(440, 470, "network", "printing");
    auto const beaten = need(desk::refit(*desk_, *scope_));
    EXPECT_TRUE(beaten.replaced) << "on what was decided since: " << to_string(beaten.report);
    EXPECT_FALSE(need(desk::model_history(*desk_, *scope_)).pin);
}

TEST_F(TrainingSets, APinIsLiftedByAPersonAndByTheNewestModel) {
    lessons(0, 80);
    need(desk::refit(*desk_, *scope_));
    lessons(80, 400, "network", "printing");
    ASSERT_TRUE(need(desk::refit(*desk_, *scope_)).replaced);
    auto const trials = need(desk::model_history(*desk_, *scope_)).items;
    need(desk::serve_model(*desk_, as(anna_), trials.back().trial.id));
    need(desk::serve_model(*desk_, as(anna_), trials.front().trial.id));
    EXPECT_FALSE(need(desk::model_history(*desk_, *scope_)).pin) << "forward again";
    need(desk::serve_model(*desk_, as(anna_), trials.back().trial.id));
    ASSERT_TRUE(need(desk::model_history(*desk_, *scope_)).pin);
    need(desk::unpin_model(*desk_, as(anna_)));
    EXPECT_FALSE(need(desk::model_history(*desk_, *scope_)).pin);
    EXPECT_TRUE(need(desk::refit(*desk_, *scope_)).replaced) << "as on any night";
}

}  // namespace
}  // namespace lotse
