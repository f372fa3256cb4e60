// SPDX-License-Identifier: Apache-2.0
// Feedback of another system: learned at once, kept for later fits, evidence only where it is blind and new.
#include "desk/lessons.h"

#include "desk/category_by_label.h"
#include "desk/gate.h"
#include "desk/learn.h"
#include "desk/triage_text.h"
#include "desk/weigh_evidence.h"
#include "store/lessons.h"
#include "support/desk_fixture.h"

namespace lotse {
namespace {

class Lessons : public DeskTest {
  protected:
    Lessons() { agent_ = add_agent("Anna Kowalska").id; }

    static desk::NewLesson about(std::string text, std::string category, bool is_seen = true) {
        desk::NewLesson out;
        out.message.subject = "Case";
        out.message.text = std::move(text);
        out.message.is_seen = is_seen;
        out.decided = {{"category", std::move(category)}};
        return out;
    }
    desk::Taught teach(desk::NewLesson wanted, desk::CallKey const& key = {}) {
        return need(desk::teach(*desk_, as(agent_), std::move(wanted), key));
    }
    Error refused(desk::NewLesson wanted) {
        auto const done = desk::teach(*desk_, as(agent_), std::move(wanted), {});
        return done ? Error{} : done.error();
    }
    domain::Label category_of(std::string text) {
        std::vector<desk::Question> questions(1);
        questions[0].input.subject = "Case";
        questions[0].input.new_text = std::move(text);
        return *need(desk::triage_texts(*desk_, *scope_, questions)).front().suggestion.find("category");
    }
    std::int64_t blind_of(std::string_view value) {
        while (need(desk::weigh_evidence(*desk_, *scope_))) {
        }
        for (auto const& field : need(desk::view_gate(*desk_, *scope_)).fields)
            for (auto const& one : field.values)
                if (field.wishes.field == "category" && one.value == value) return one.blind;
        return 0;
    }

    domain::AgentId agent_;
};

TEST_F(Lessons, ShowInTheNextAnswer) {
    EXPECT_NE(category_of("zorp blenk quux").value, "printing");
    for (int i = 0; i < 35; ++i) {
        teach(about("zorp blenk quux number " + std::string(static_cast<std::size_t>(i + 1), 'x'), "printing"));
        teach(about("vlim drask oob number " + std::string(static_cast<std::size_t>(i + 1), 'y'), "network"));
    }
    auto const label = category_of("zorp blenk quux");
    EXPECT_EQ(label.value, "printing");
    EXPECT_EQ(label.because.source, "model");
    EXPECT_EQ(category_of("vlim drask oob").value, "network");
}

TEST_F(Lessons, AreLearnedOnceHoweverOftenTheyAreTold) {
    auto const first = teach(about("zorp blenk", "printing"));
    EXPECT_FALSE(first.is_known);
    auto const again = teach(about("zorp blenk", "PRINTING"));  // whatever the case
    EXPECT_TRUE(again.is_known);
    EXPECT_EQ(again.lesson.id, first.lesson.id);
    EXPECT_EQ(again.model, first.model);
    desk::CallKey const key{"token:1", "POST /api/v1/triage/feedback", "k", "hash"};
    auto const keyed = teach(about("other words", "printing"), key);
    auto const repeated = teach(about("other words", "printing"), key);
    EXPECT_TRUE(repeated.is_repeated);
    EXPECT_FALSE(repeated.is_known) << "the answer is as it was";
    EXPECT_EQ(repeated.lesson.id, keyed.lesson.id);
    desk::CallKey const changed{"token:1", "POST /api/v1/triage/feedback", "k", "other hash"};
    auto const refused = desk::teach(*desk_, as(agent_), about("third words", "printing"), changed);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "idempotency.other_body");
}

TEST_F(Lessons, AreCorrectedByTheSameWordsWithOtherLabels) {
    auto const first = teach(about("zorp blenk", "printing", false));
    auto const second = teach(about("zorp blenk", "network", false));
    EXPECT_FALSE(second.is_known);
    EXPECT_TRUE(first.lesson.is_evidence);
    EXPECT_FALSE(second.lesson.is_evidence) << "the model had been told these words";
    auto const in_force = need(desk::list_lessons(*desk_, *scope_, {}, 10));
    ASSERT_EQ(in_force.size(), 1U);
    EXPECT_EQ(in_force[0].decided("category"), "network");
}

TEST_F(Lessons, AreEvidenceOnlyWhenDecidedBlind) {
    auto const blind = teach(about("The printer prints nothing.", "printing", false));
    EXPECT_TRUE(blind.lesson.is_evidence);
    EXPECT_EQ(blind.lesson.answers[0].said, "printing");
    EXPECT_EQ(blind.lesson.answers[0].model, "keywords");
    EXPECT_EQ(blind_of("printing"), 1);
    EXPECT_FALSE(teach(about("My printer is jammed.", "printing", true)).lesson.is_evidence);
    EXPECT_EQ(blind_of("printing"), 1);
    teach(about("A printer has no toner.", "printing", false));
    EXPECT_EQ(blind_of("printing"), 2);
    EXPECT_EQ(blind_of("printing"), 2) << "each counts once";
}

TEST_F(Lessons, OfAnUnknownCategorySayWhichThereAre) {
    auto const error = refused(about("zorp", "nonsense"));
    EXPECT_EQ(error.code, "category.missing");
    EXPECT_EQ(error.field, "/labels/category");
    EXPECT_NE(error.message.find("printing"), std::string::npos);
    auto wanted = about("zorp", "Büro & Möbel");
    wanted.creates = true;
    EXPECT_EQ(teach(wanted).lesson.decided("category"), "buero_moebel");
    EXPECT_EQ(teach(about("blenk", "büro & möbel")).lesson.decided("category"), "buero_moebel");
}

TEST_F(Lessons, CreateACategoryOnlyForThoseWhoMaySetUp) {
    auto who = as(agent_);
    who.permissions.reset(static_cast<std::size_t>(access::Permission::setup_write));
    auto wanted = about("zorp", "Furniture");
    wanted.creates = true;
    auto const done = desk::teach(*desk_, who, wanted, {});
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().kind, Kind::forbidden);
}

TEST_F(Lessons, NeedWordsAndALabel) {
    EXPECT_EQ(refused(about("", "printing")).code, "") << "a subject is words";
    auto empty = about(" \n", "printing");
    empty.message.subject.clear();
    EXPECT_EQ(refused(empty).code, "triage.empty");
    auto silent = about("zorp", "printing");
    silent.decided.clear();
    EXPECT_EQ(refused(silent).code, "lesson.nothing");
    auto absent = about("", "printing");
    absent.ticket = domain::TicketId{77};
    EXPECT_EQ(refused(absent).code, "ticket.missing");
}

TEST_F(Lessons, OfATicketOfThisDeskTeachAndProveNothing) {
    auto const ticket = accept(mail("grace@customer.example", "Zorp", "blenk quux")).ticket;
    settle();
    desk::NewLesson wanted;
    wanted.ticket = ticket;
    wanted.message.is_seen = false;
    wanted.decided = {{"category", "printing"}};
    auto const taught = teach(wanted);
    EXPECT_FALSE(taught.lesson.is_evidence);
    EXPECT_EQ(taught.lesson.subject, "Zorp");
    EXPECT_FALSE(view(ticket).ticket.category) << "the ticket stays as it is";
}

TEST_F(Lessons, AreLearnedAgainAfterARestartAndBesideTheTicketsInEveryFit) {
    for (int i = 0; i < 32; ++i) {
        teach(about(
            "zorp blenk quux case " + std::string(static_cast<std::size_t>(i % 20 + 1), 'x') + (i < 20 ? "a" : "b"),
            "printing"));
        teach(about(
            "vlim drask oob case " + std::string(static_cast<std::size_t>(i % 20 + 1), 'y') + (i < 20 ? "a" : "b"),
            "network"));
        clock_.advance(std::chrono::minutes{1});
    }
    desk_->models.drop(tenant_.id);
    EXPECT_EQ(category_of("zorp blenk quux").value, "printing");
    auto const fitted = need(desk::refit(*desk_, *scope_));
    EXPECT_TRUE(fitted.replaced);
    EXPECT_EQ(fitted.examples, 64U);
    EXPECT_EQ(category_of("vlim drask oob").value, "network");
}

TEST_F(Lessons, OfOtherProcessesAreSeenSoon) {
    desk::Models other(Duration::zero());
    auto const version = [&] {
        return need(store_->read(
            *scope_, [&](store::ReadTxn& txn) -> Result<std::string> { return other.get(txn)->version(); }));
    };
    EXPECT_EQ(version(), "keywords");
    teach(about("zorp blenk", "printing"));
    EXPECT_EQ(version(), "linear-online+1");
}

TEST(KeyFor, KeepsWhatIsAKeyAndMakesOneOfTheRest) {
    std::vector<domain::Category> known(1);
    known[0].key = "access_rights";
    EXPECT_EQ(desk::key_for(known, "auto_and_commute"), "auto_and_commute");
    EXPECT_EQ(desk::key_for(known, "Access & Rights"), "access_rights_2");
    EXPECT_EQ(desk::key_for(known, "Łódź – Büro"), "lodz_buero");
    EXPECT_EQ(desk::key_for(known, "打印机"), "category");
}

}  // namespace
}  // namespace lotse
