// SPDX-License-Identifier: Apache-2.0
#include "app/commands/triage.h"

#include <gtest/gtest.h>

#include <sstream>

#include "base/json.h"
#include "base/text.h"

namespace lotse::app {
namespace {

TriageSource const& source() {
    static auto const made = default_triage_source();
    return made;
}

std::string label(JsonObject const& suggestion, std::string_view field) {
    for (auto const& one : array_at(suggestion, "labels"))
        if (text_at(one.get_object(), "field") == field) return std::string(text_at(one.get_object(), "value", "-"));
    return "absent";
}

TEST(TriageCommand, AnswersATextWithOneJsonLine) {
    std::istringstream in;
    std::ostringstream out;
    ASSERT_TRUE(run_triage({"", "Der Drucker druckt nicht, Papierstau", false}, source(), in, out).has_value());
    auto const parsed = parse_json(trim(out.str()));
    ASSERT_TRUE(parsed.has_value());
    EXPECT_EQ(label(parsed->get_object(), "language"), "de");
    EXPECT_EQ(label(parsed->get_object(), "category"), "printing");
}

TEST(TriageCommand, ReadsStandardInputAsTextOrAsLines) {
    std::istringstream text("Please reset my password\nI am locked out\n");
    std::ostringstream out;
    ASSERT_TRUE(run_triage({}, source(), text, out).has_value());
    EXPECT_EQ(label(parse_json(trim(out.str()))->get_object(), "category"), "access");

    std::istringstream lines(
        "\n{\"id\":7,\"subject\":\"Faktura\",\"body\":\"Proszę o korektę faktury\"}\n\n{\"body\":\"toner\"}\n");
    std::ostringstream answers;
    ASSERT_TRUE(run_triage({}, source(), lines, answers).has_value());
    auto const text_out = answers.str();
    auto const both = split(trim(text_out), '\n');
    ASSERT_EQ(both.size(), 2U);
    EXPECT_EQ(int_at(parse_json(both[0])->get_object(), "id"), 7);
    EXPECT_EQ(label(parse_json(both[0])->get_object(), "category"), "billing");
}

TEST(TriageCommand, AnswersABadLineAndGoesOn) {
    std::istringstream lines("{\"body\":\"toner\"}\nnot json\n{}\n{\"body\":\"x\",\"hour\":99}\n{\"body\":\"vpn\"}\n");
    std::ostringstream answers;
    auto const result = run_triage({}, source(), lines, answers);
    ASSERT_FALSE(result.has_value());
    EXPECT_EQ(result.error().message, "3 of 5 lines could not be read; the output says why.");
    auto const text_out = answers.str();
    auto const out = split(trim(text_out), '\n');
    ASSERT_EQ(out.size(), 5U);
    EXPECT_EQ(int_at(parse_json(out[1])->get_object(), "line"), 2);
    EXPECT_EQ(text_at(object_at(parse_json(out[3])->get_object(), "error"), "field"), "/hour");
}

TEST(TriageCommand, SaysThatThereIsNoText) {
    std::istringstream in("  \n");
    std::ostringstream out;
    EXPECT_EQ(run_triage({}, source(), in, out).error().code, "triage.empty");
}

TEST(TriageCommand, ShowsAPersonATable) {
    std::istringstream in;
    std::ostringstream out;
    ASSERT_TRUE(run_triage({"Invoice", "The invoice is wrong", true}, source(), in, out).has_value());
    EXPECT_NE(out.str().find("category"), std::string::npos);
    EXPECT_NE(out.str().find("billing"), std::string::npos);
}

}  // namespace
}  // namespace lotse::app
