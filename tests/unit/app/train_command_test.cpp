// SPDX-License-Identifier: Apache-2.0
// lotse triage train on a whole desk: the report, the model that serves, and what a bad file is told.
#include "app/commands/train.h"

#include <filesystem>
#include <fstream>
#include <sstream>

#include "app/commands/triage.h"
#include "base/json.h"
#include "desk/categories.h"
#include "desk/train_model.h"
#include "store/models.h"
#include "triage/linear_model.h"
#include "unit/desk/support/desk_fixture.h"

namespace lotse::app {
namespace {

class Train : public DeskTest {
  protected:
    TrainCommand command(std::string const& text, std::string const& name = "export.csv") {
        TrainCommand out;
        out.file = folder_ + "/" + name;
        std::ofstream(out.file, std::ios::binary) << text;
        out.text = {"subject", "body"};
        out.labels = {"category=queue"};
        out.json = true;
        return out;
    }
    // Two labels that words tell apart.
    static std::string history(int rows, std::string const& first = "printing", std::string const& second = "network") {
        std::string out = "created,subject,body,queue\n";
        for (int i = 0; i < rows; ++i) {
            bool const is_first = i % 2 == 0;
            out += "2026-01-" + std::to_string(10 + i * 18 / rows) + "," + (is_first ? "Zorp" : "Vlim") + "," +
                   (is_first ? "blenk quux " : "drask oob ") + std::string(static_cast<std::size_t>(i % 30 + 1), 'x') +
                   "," + (is_first ? first : second) + "\n";
        }
        return out;
    }
    JsonObject trained(TrainCommand const& wanted) {
        std::ostringstream out;
        need(run_train(wanted, *desk_, *scope_, out), "train");
        return parse_json(out.str())->get_object();
    }
    Error refused(TrainCommand const& wanted) {
        std::ostringstream out;
        auto const done = run_train(wanted, *desk_, *scope_, out);
        return done ? Error{} : done.error();
    }
    std::string category_of(std::string text) {
        auto const label = need(store_->read(*scope_, [&](store::ReadTxn& txn) -> Result<domain::Label> {
            TRY(auto const setup, desk_->setups.get(txn));
            triage::TriageInput input;
            input.new_text = std::move(text);
            return *triage::suggest(input, *desk_->models.get(txn), setup->triage).find("category");
        }));
        return label.value;
    }
};

TEST_F(Train, MakesAModelThatServesAtOnceAndTellsHowGoodItIs) {
    auto wanted = command(history(200));
    wanted.time = "created";
    auto const told = trained(wanted);
    EXPECT_TRUE(bool_at(told, "serves"));
    EXPECT_EQ(text_at(told, "serving_before"), "keywords");
    EXPECT_EQ(int_at(told, "held_out"), 40);
    EXPECT_GE(number_at(told, "candidate_accuracy"), 0.95);
    auto const& evaluation = object_at(told, "category");
    EXPECT_EQ(text_at(evaluation, "split"), "time");
    EXPECT_GE(number_at(evaluation, "macro_f1"), 0.95);
    EXPECT_EQ(category_of("blenk quux"), "printing");
    EXPECT_EQ(category_of("drask oob"), "network");
}

TEST_F(Train, AgainOnTheSameFileMakesTheSameModel) {
    auto const first = trained(command(history(100)));
    auto const second = trained(command(history(100)));
    EXPECT_EQ(text_at(first, "version"), text_at(second, "version"));
    EXPECT_TRUE(bool_at(second, "serves"));
    auto const all = need(store_->read(*scope_, [](store::ReadTxn& txn) { return store::list_models(txn); }));
    EXPECT_EQ(all.size(), 1U);
}

TEST_F(Train, KeepsTheServingModelWhereTheNewOneIsNotBetterUnlessTold) {
    auto const good = trained(command(history(200)));
    // The older rows have the labels swapped, so whoever learned from them is wrong on the newest.
    std::string text = "created,subject,body,queue\n";
    for (int i = 0; i < 200; ++i) {
        bool const is_first = i % 2 == 0;
        bool const is_swapped = i < 160;
        text += "2026-01-" + std::to_string(10 + i * 18 / 200) + (is_first ? ",Zorp,blenk quux " : ",Vlim,drask oob ") +
                std::string(static_cast<std::size_t>(i % 30 + 1), 'x') +
                (is_first != is_swapped ? ",printing\n" : ",network\n");
    }
    auto wanted = command(text);
    wanted.time = "created";
    auto const bad = trained(wanted);
    EXPECT_FALSE(bool_at(bad, "serves"));
    EXPECT_LT(number_at(bad, "candidate_accuracy"), number_at(bad, "serving_accuracy"));
    auto const serving = need(store_->read(*scope_, [](store::ReadTxn& txn) { return store::serving_version(txn); }));
    EXPECT_EQ(serving, text_at(good, "version"));
    wanted.serves_anyway = true;
    EXPECT_TRUE(bool_at(trained(wanted), "serves"));
}

TEST_F(Train, NamesUnknownCategoriesAndAddsThemWhenAsked) {
    auto wanted = command(history(100, "Büro & Möbel", "network"));
    auto const error = refused(wanted);
    EXPECT_EQ(error.code, "train.categories");
    EXPECT_NE(error.message.find("'Büro & Möbel' (50 rows, first on line 2)"), std::string::npos) << error.message;
    EXPECT_NE(error.message.find("--create-categories"), std::string::npos);
    wanted.creates_categories = true;
    auto const told = trained(wanted);
    ASSERT_EQ(array_at(told, "created_categories").size(), 1U);
    EXPECT_EQ(category_of("blenk quux"), "buero_moebel");
    EXPECT_EQ(array_at(trained(wanted), "created_categories").size(), 0U) << "by their names";
}

TEST_F(Train, LeavesUnknownCategoriesOutWhenAsked) {
    auto text = history(100);
    text += "2026-02-01,Xyz,foreign words,nonsense\n2026-02-01,,,printing\n2026-02-01,a,b,\n";
    auto wanted = command(text);
    wanted.skips_unknown = true;
    wanted.time = "created";
    auto const told = trained(wanted);
    EXPECT_EQ(int_at(told, "left_out"), 1);
    EXPECT_EQ(int_at(told, "unlabelled"), 2);
}

TEST_F(Train, LearnsTheTypeFromItsOwnColumn) {
    auto wanted = command(history(100, "incident", "Question"));
    wanted.labels = {"type=queue"};
    auto const told = trained(wanted);
    EXPECT_GE(number_at(object_at(told, "type"), "accuracy"), 0.95);
    auto bad = command(history(100, "incident", "Störung"));
    bad.labels = {"type=queue"};
    auto const error = refused(bad);
    EXPECT_EQ(error.code, "train.type");
    EXPECT_NE(error.message.find("Line 3"), std::string::npos) << error.message;
}

TEST_F(Train, TellsLineAndRemedyOfABadFile) {
    EXPECT_EQ(refused(command("")).code, "table.empty");
    EXPECT_EQ(refused(command("subject,body,queue\n")).code, "train.nothing");
    auto const short_row = refused(command("subject,body,queue\na,b,printing\na,b\n"));
    EXPECT_EQ(short_row.code, "table.row");
    EXPECT_NE(short_row.message.find("line 3"), std::string::npos) << short_row.message;
    auto timed = command("created,subject,body,queue\n2026-01-01,a,b,printing\nyesterday,a,b,network\n");
    timed.time = "created";
    auto const bad_time = refused(timed);  // on the line, before anything is added
    EXPECT_EQ(bad_time.code, "train.time");
    EXPECT_NE(bad_time.message.find("Line 3"), std::string::npos) << bad_time.message;
    EXPECT_EQ(refused(command(history(100, "printing", "printing"))).code, "train.one_label");
    EXPECT_EQ(refused(command(history(10))).code, "train.too_few");
    auto label = command(history(100));
    label.labels = {"colour=queue"};
    EXPECT_EQ(refused(label).code, "train.label");
    label.labels = {"category=nowhere"};
    EXPECT_EQ(refused(label).code, "table.column");
}

TEST_F(Train, TakesAMegabyteOnALineAndWordsOfNoLanguage) {
    auto text = history(100);
    text += "2026-02-01,Zorp,\"" + std::string(1U << 20, 'x') + "\",printing\n";
    text += "2026-02-01,Zorp,\"\xff\xfe\xf0\x9f\",network\n";
    for (int i = 0; i < 30; ++i)
        text += "2026-02-01,😀😀,🔥🔥🔥,printing\n2026-02-01,Привет мир,こんにちは 世界 مرحبا,network\n";
    auto const told = trained(command(text));
    EXPECT_EQ(int_at(told, "rows"), 162);
}

TEST_F(Train, RefusesMoreClassesThanAModelHoldsBeforeItAddsOne) {
    std::string text = "subject,body,queue\n";
    auto const too_many = triage::kMaxClasses + 1;
    for (std::size_t i = 0; i < too_many; ++i)
        text += "a,b " + std::to_string(i) + ",class " + std::to_string(i) + "\n";
    auto wanted = command(text);
    wanted.creates_categories = true;
    auto const before = need(desk::list_categories(*desk_, *scope_)).size();
    auto const error = refused(wanted);
    EXPECT_EQ(error.code, "train.classes");
    EXPECT_NE(error.message.find(std::to_string(too_many)), std::string::npos) << error.message;
    EXPECT_EQ(need(desk::list_categories(*desk_, *scope_)).size(), before);
}

}  // namespace
}  // namespace lotse::app
