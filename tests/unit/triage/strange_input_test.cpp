// SPDX-License-Identifier: Apache-2.0
// Whatever people and machines paste into a message: an answer comes, soon, and it is one that can be shown.
#include <gtest/gtest.h>

#include <chrono>

#include "base/text.h"
#include "triage/spans.h"
#include "triage/suggest.h"
#include "triage/taxonomy.h"

namespace lotse::triage {
namespace {

class StrangeInput : public testing::Test {
  protected:
    static TriageModel const& model() {
        static TriageModel const made = [] {
            std::vector<TrainingExample> examples;
            for (int i = 0; i < 80; ++i) {
                TrainingExample example;
                example.input.new_text =
                    (i % 2 == 0 ? "der Drucker druckt nicht " : "no network on floor ") + std::to_string(i);
                example.category = i % 2 == 0 ? "printing" : "network";
                example.type = i % 2 == 0 ? "incident" : "question";
                examples.push_back(example);
            }
            return fit_triage(examples);
        }();
        return made;
    }
    static TriageSetup const& setup() {
        static auto const made = make_triage_setup(default_taxonomy());
        return made;
    }
    // With lists alone, and with a model.
    static void ask(std::string const& subject, std::string const& text) {
        TriageInput input;
        input.subject = subject;
        input.new_text = text;
        for (auto const* brain : {&model(), static_cast<TriageModel const*>(nullptr)}) {
            auto const begin = std::chrono::steady_clock::now();
            auto const said = suggest(input, brain != nullptr ? *brain : TriageModel{}, setup());
            auto const took = std::chrono::steady_clock::now() - begin;
            EXPECT_LT(took, std::chrono::seconds{5}) << "slow machine, debug build";
            ASSERT_EQ(said.labels.size(), 7U);
            for (auto const& label : said.labels) {
                EXPECT_TRUE(is_utf8(label.because.text)) << label.field;
                EXPECT_FALSE(label.because.text.empty()) << label.field;
                double const sure = label.because.confidence.value_or(0);
                EXPECT_GE(sure, 0) << label.field;
                EXPECT_LE(sure, 1.0000001) << label.field;
                for (auto const& span : find_spans(subject, text, label.words)) EXPECT_LT(span.begin, span.end);
            }
        }
    }
};

TEST_F(StrangeInput, Nothing) {
    ask("", "");
    ask(" \t\r\n", "\n\n\n");
    ask("\xe2\x80\x8b\xef\xbb\xbf", "\xc2\xa0");
}

TEST_F(StrangeInput, AMegabyte) {
    std::string text;
    while (text.size() < (1U << 20)) text += "2026-03-04 09:00:01 ERROR printer queue 17 stalled\n";
    ask("log", text);
    ask("one word", std::string(1U << 20, 'x'));
    ask(std::string(1U << 20, '!'), std::string(1U << 20, '\n'));
}

TEST_F(StrangeInput, OnlyEmoji) {
    ask("😀", "🔥🔥🔥 👩‍👩‍👧‍👦 🏳️‍🌈");
    ask("", "\xf0\x9f");
}

TEST_F(StrangeInput, Base64Soup) {
    std::string bytes;
    for (int i = 0; i < 60'000; ++i) bytes += static_cast<char>(i * 131 + i / 7);
    ask("attachment", base64(bytes));
    std::string lines;
    auto const soup = base64(bytes);
    for (std::size_t i = 0; i < soup.size(); i += 76) lines += soup.substr(i, 76) + "\r\n";
    ask("", lines);
}

TEST_F(StrangeInput, ScriptsMixed) {
    ask("Drucker принтер drukarka プリンター", "الطابعة لا تعمل, Παρακαλώ βοήθεια, 打印机坏了, ปรินเตอร์, मदद, 프린터");
    ask("\xd9\x81\xe2\x80\xae", "p\xcc\x81\xcc\x81\xcc\x81rinter");
}

TEST_F(StrangeInput, AnyBytes) {
    std::string all;
    for (std::uint32_t i = 0; i < 100'000; ++i) all += static_cast<char>((i * 2654435761U) >> 11);
    ask(all.substr(0, 500), all);
}

TEST_F(StrangeInput, TenThousandClasses) {
    std::vector<LabelledFeatures> rows;
    std::vector<domain::Category> categories;
    for (int i = 0; i < 10'000; ++i) {
        auto const name = "c" + std::to_string(i);
        rows.push_back(
            {extract_features({"", "class " + std::string(1, static_cast<char>('a' + i % 26)) + std::to_string(i), {}}),
             name, 1});
        domain::Category category;
        category.key = category.name = name;
        categories.push_back(category);
    }
    TriageModel made;
    made.category = Classifier::fit(rows).model;
    EXPECT_EQ(made.category.classes().size(), kMaxClasses) << "the rest is left out, nothing breaks";
    auto const many = make_triage_setup(categories);
    TriageInput input;
    input.new_text = "class a0";
    auto const begin = std::chrono::steady_clock::now();
    auto const said = suggest(input, made, many);
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds{20});
    EXPECT_NE(said.find("category"), nullptr);
    EXPECT_TRUE(Classifier::load(made.category.save()).has_value());
}

TEST_F(StrangeInput, OneClass) {
    std::vector<TrainingExample> examples;
    for (int i = 0; i < 40; ++i) {
        TrainingExample example;
        example.input.new_text = "printer " + std::to_string(i);
        example.category = "printing";
        examples.push_back(example);
    }
    auto const made = fit_triage(examples);
    TriageInput input;
    input.new_text = "no network";
    auto const said = suggest(input, made, setup());
    EXPECT_LE(said.find("category")->because.confidence.value_or(0), 1.0000001);
}

TEST_F(StrangeInput, AClassThatTheDeskNoLongerHas) {
    auto fewer = default_taxonomy();
    std::erase_if(fewer, [](auto const& one) { return one.key == "printing"; });
    TriageInput input;
    input.new_text = "der Drucker druckt nicht";
    auto const said = suggest(input, model(), make_triage_setup(fewer));
    EXPECT_NE(said.find("category")->value, "printing");
}

}  // namespace
}  // namespace lotse::triage
