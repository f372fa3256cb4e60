// SPDX-License-Identifier: Apache-2.0
#include "app/commands/evaluate.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "base/json.h"
#include "support/folder.h"

namespace lotse::app {
namespace {

class EvaluateFile : public ::testing::Test {
  protected:
    EvaluateFile() : path_(folder_ / "tickets.csv") {
        std::ofstream file(path_);
        file << "created,title,body,queue\n";
        for (int i = 0; i < 200; ++i)
            file << "2026-0" << 1 + i / 30 << "-" << 10 + i % 18 << " 08:30,"
                 << (i % 2 == 0 ? "Printer,the printer eats paper" : "Invoice,the amount is wrong") << ' '
                 << static_cast<char>('a' + i % 23) << ',' << (i % 2 == 0 ? "it" : "billing") << '\n';
    }
    EvaluateCommand command() const {
        EvaluateCommand out;
        out.file = path_;
        out.text = {"title", "body"};
        out.label = "queue";
        return out;
    }
    lotse::testing::TemporaryFolder folder_;
    std::string path_;
};

TEST_F(EvaluateFile, PrintsTheFiguresThatProgramsReadUnderTheirNames) {
    auto wanted = command();
    wanted.json = true;
    std::ostringstream out;
    ASSERT_TRUE(run_evaluate(wanted, out).has_value());
    auto const parsed = parse_json(out.str());
    ASSERT_TRUE(parsed.has_value());
    auto const& object = parsed->get_object();
    EXPECT_GE(number_at(object, "accuracy"), 0.99);
    EXPECT_GE(number_at(object, "macro_f1"), 0.99);
    EXPECT_LE(number_at(object, "ece", 1), 0.1);
    for (auto const* key : {"0.90", "0.95", "0.98"}) EXPECT_TRUE(object_at(object, "coverage").contains(key)) << key;
    EXPECT_EQ(int_at(object, "train_rows") + int_at(object, "test_rows"), 200);
    EXPECT_EQ(array_at(object, "learning_curve").size(), 4U);
}

TEST_F(EvaluateFile, TestsOnTheNewestRowsWhereATimeIsGiven) {
    auto wanted = command();
    wanted.time = "created";
    wanted.json = true;
    wanted.train_percent = 50;
    std::ostringstream out;
    ASSERT_TRUE(run_evaluate(wanted, out).has_value());
    auto const object = parse_json(out.str())->get_object();
    EXPECT_EQ(text_at(object, "split"), "time");
    EXPECT_EQ(int_at(object, "train_rows"), 100);
}

TEST_F(EvaluateFile, TestsOnASecondFile) {
    auto wanted = command();
    wanted.test_file = wanted.file;
    wanted.json = true;
    std::ostringstream out;
    ASSERT_TRUE(run_evaluate(wanted, out).has_value());
    auto const object = parse_json(out.str())->get_object();
    EXPECT_EQ(int_at(object, "train_rows"), 200);
    EXPECT_EQ(int_at(object, "test_rows"), 200);
    EXPECT_EQ(int_at(object, "repeated_rows"), 200) << "and says that it had seen every one";
}

TEST_F(EvaluateFile, TellsAPersonInWords) {
    std::ostringstream out;
    ASSERT_TRUE(run_evaluate(command(), out).has_value());
    EXPECT_NE(out.str().find("accuracy"), std::string::npos);
    EXPECT_NE(out.str().find("What it would have earned"), std::string::npos);
    EXPECT_EQ(out.str().find('\x1b'), std::string::npos) << "no colours into a pipe";
}

TEST_F(EvaluateFile, NamesLineAndColumnOfATimeItCannotRead) {
    auto wanted = command();
    wanted.time = "title";
    std::ostringstream out;
    auto const result = run_evaluate(wanted, out);
    ASSERT_FALSE(result.has_value());
    EXPECT_EQ(result.error().code, "evaluate.time");
    EXPECT_TRUE(result.error().message.starts_with("Line 2, column 'title': 'Printer' is not a time."));
}

}  // namespace
}  // namespace lotse::app
