// SPDX-License-Identifier: Apache-2.0
#include "domain/simulation.h"

#include <gtest/gtest.h>

namespace lotse::domain {
namespace {

Result<SimulationQuestion> read(std::string_view text) {
    auto json = parse_json(text);
    return simulation_question_from(json->get_object());
}

TEST(SimulationQuestion, ComesBackAsItWentIn) {
    auto const text =
        R"({"weeks":8,"days":14,"runs":50,"seed":7,"what":{"add":[{"like":3,"count":2,"skills":["vpn"],"languages":["de"],)"
        R"("hours":{"from":480,"to":960}}],"remove":[4],"change":[{"agent":5,"skills":[],"languages":["pl"],"hours":null}],)"
        R"("volume":[{"queue":1,"category":0,"factor":1.5}],"targets":[{"priority":"urgent","first_reply_minutes":30,)"
        R"("solution_minutes":null}],"assignment":[{"queue":1,"assignment":"pull"}],"automation":0.25}})";
    auto const question = read(text);
    ASSERT_TRUE(question) << question.error().field;
    EXPECT_EQ(to_json(*question), parse_json(text)->get_object());
    EXPECT_FALSE(question->what.is_empty());
}

TEST(SimulationQuestion, HasDefaults) {
    auto const question = read("{}");
    ASSERT_TRUE(question);
    EXPECT_EQ(question->runs, 200);
    EXPECT_TRUE(question->what.is_empty());
}

TEST(SimulationQuestion, SaysWhereItIsWrong) {
    EXPECT_EQ(read(R"({"weeks":4})").error().field, "/weeks");
    EXPECT_EQ(read(R"({"runs":"many"})").error().field, "/runs");
    EXPECT_EQ(read(R"({"what":{"add":[{"count":1}]}})").error().field, "/what/add/0/like");
    EXPECT_EQ(read(R"({"what":{"add":[{"like":1},{"like":1,"count":0}]}})").error().field, "/what/add/1/count");
    EXPECT_EQ(read(R"({"what":{"volume":[{"factor":-1}]}})").error().field, "/what/volume/0/factor");
    EXPECT_EQ(read(R"({"what":{"targets":[{"priority":"huge"}]}})").error().field, "/what/targets/0/priority");
    EXPECT_EQ(read(R"({"what":{"change":[{"agent":1,"hours":{"from":600,"to":610}}]}})").error().field,
              "/what/change/0/hours");
    EXPECT_EQ(read(R"({"what":{"automation":1}})").error().field, "/what/automation");
    EXPECT_EQ(read(R"({"what":{"nonsense":1}})").error().field, "/what/nonsense");
    EXPECT_EQ(read(R"({"what":[]})").error().field, "/what");
    auto const much = read(R"({"what":{"volume":[{"queue":1,"factor":8},{"queue":2,"factor":8},{"factor":2}]}})");
    EXPECT_EQ(much.error().field, "/what/volume/2/factor");
    EXPECT_EQ(much.error().code, "simulation.volume");
    EXPECT_TRUE(read(R"({"what":{"volume":[{"queue":1,"factor":8},{"queue":2,"factor":8}]}})"));
}

}  // namespace
}  // namespace lotse::domain
