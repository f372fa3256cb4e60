// SPDX-License-Identifier: Apache-2.0
// Triage within settle, where the serving model has learned with the vectors of a language model.
#include <algorithm>

#include "desk/decide_labels.h"
#include "desk/gather.h"
#include "desk/settle.h"
#include "desk/triage_text.h"
#include "store/events.h"
#include "store/models.h"
#include "support/concept_encoder.h"
#include "support/desk_fixture.h"

namespace lotse {
namespace {

// Two things in words that no list knows; 25 of each, so that the words alone know them, too.
triage::TriageModel mixed_model(desk::Meanings& meanings) {
    std::vector<triage::TrainingExample> examples;
    for (int i = 0; i < 50; ++i) {
        triage::TrainingExample one;
        one.input.subject = i % 2 == 0 ? "zorp" : "vlim";
        one.input.new_text = (i % 2 == 0 ? "blenk " : "drask ") + std::to_string(i);
        one.input.meaning = need(meanings.of(desk::meaning_text(one.input.subject, one.input.new_text)));
        one.category = i % 2 == 0 ? "hardware" : "software";
        examples.push_back(std::move(one));
    }
    return triage::fit_triage(examples);
}

class ReadMeaning : public DeskTest {
  protected:
    void SetUp() override {
        meanings_.turn_on(std::make_shared<ConceptEncoder>());
        model_ = mixed_model(meanings_);
        ASSERT_EQ(model_.encoder, "concepts-1");
        need(store_->write(*scope_, [&](store::WriteTxn& txn) {
            return store::add_model(txn, {model_.version(), triage::save(model_), "{}", true, clock_.now()});
        }));
        models_.drop(tenant_.id);
    }
    desk::Facts facts(std::string const& subject, std::string const& text) {
        accept(mail("ada@customer.example", subject, text));
        return need(store_->read(*scope_, [&](store::ReadTxn& txn) -> Result<desk::Facts> {
            TRY(auto const waiting, store::list_unsettled(txn, 100));
            return desk::gather(*desk_, txn, waiting.back().id);
        }));
    }
    domain::Label category(desk::Facts const& of) { return *need(desk::settle(of)).suggestion->find("category"); }
    static bool is_in_ledger(desk::Settlement const& settlement) { return !settlement.predictions.empty(); }

    triage::TriageModel model_;
};

TEST_F(ReadMeaning, KnowsAMessageInALanguageItHasLearnedNothingIn) {
    auto asked = facts("Brimp", "brimpel");
    desk::read_meaning(meanings_, asked, false);
    EXPECT_EQ(asked.meaning_read, desk::MeaningRead::read);
    EXPECT_EQ(category(asked).value, "hardware");
    EXPECT_EQ(category(asked).because.source, "model");
}

TEST_F(ReadMeaning, GoesByWordsAndProvesNothingWhereItWasNotRead) {
    auto asked = facts("zorp", "blenk");
    auto const expect_words_only = [&](char const* why) {
        EXPECT_EQ(asked.meaning_read, desk::MeaningRead::missing) << why;
        auto const settled = need(desk::settle(asked));
        ASSERT_TRUE(settled.suggestion) << why;
        EXPECT_FALSE(is_in_ledger(settled)) << why;
    };
    desk::read_meaning(meanings_, asked, true);
    expect_words_only("too much waits");
    meanings_.turn_on(std::make_shared<ConceptEncoder>("concepts-2"));
    desk::read_meaning(meanings_, asked, false);
    expect_words_only("another language model");
    meanings_.turn_off("");
    desk::read_meaning(meanings_, asked, false);
    expect_words_only("none");
    meanings_.turn_on(std::make_shared<ConceptEncoder>());
    desk::read_meaning(meanings_, asked, false);
    EXPECT_TRUE(is_in_ledger(need(desk::settle(asked))));
}

TEST_F(ReadMeaning, IsNotAskedForWhereTheModelKnowsWordsAlone) {
    auto asked = facts("zorp", "blenk");
    auto words = *asked.model;
    words.encoder.clear();
    asked.model = std::make_shared<triage::TriageModel const>(std::move(words));
    desk::read_meaning(meanings_, asked, false);
    EXPECT_EQ(asked.meaning_read, desk::MeaningRead::unwanted);
    EXPECT_TRUE(asked.meaning.vector.empty());
    EXPECT_TRUE(is_in_ledger(need(desk::settle(asked))));
}

TEST_F(ReadMeaning, AnswersOtherSystemsWithMeaningAndWithoutARightBeyondIt) {
    desk::Question question;
    question.input.subject = "Kalm kalmen";
    std::vector<desk::Question> const many(25, question);
    auto const answers = need(desk::triage_texts(*desk_, *scope_, many));
    ASSERT_EQ(answers.size(), 25U);
    EXPECT_EQ(answers[0].suggestion.find("category")->value, "software");
    for (auto const mode : answers[24].modes) EXPECT_EQ(mode, gate::Stage::shadow) << "it was answered by words";
}

}  // namespace
}  // namespace lotse
