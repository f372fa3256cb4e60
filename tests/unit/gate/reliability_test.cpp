// SPDX-License-Identifier: Apache-2.0
#include "gate/reliability.h"

#include <gtest/gtest.h>

#include <vector>

namespace lotse::gate {
namespace {

std::vector<Pair> pairs(std::int64_t a, std::int64_t b, int agreeing, int differing) {
    std::vector<Pair> out;
    for (int i = 0; i < agreeing; ++i) out.push_back({a, b, true});
    for (int i = 0; i < differing; ++i) out.push_back({a, b, false});
    return out;
}
void add(std::vector<Pair>& to, std::vector<Pair> const& more) { to.insert(to.end(), more.begin(), more.end()); }

TEST(Reliability, NamesWhoeverTheOthersContradict) {
    auto all = pairs(1, 2, 28, 2);
    add(all, pairs(1, 3, 1, 9));
    add(all, pairs(2, 3, 1, 9));
    auto const people = judge(all, {});
    EXPECT_TRUE(people.at(3).is_contradicted);
    EXPECT_FALSE(people.at(1).is_contradicted);
    EXPECT_FALSE(people.at(2).is_contradicted);
    EXPECT_EQ(people.at(3).pairs, 20);
    EXPECT_EQ(people.at(3).others, 30);
    EXPECT_EQ(people.at(3).second_share(), Person::kShareInDoubt);
    EXPECT_EQ(people.at(1).second_share(), Person::kShare);
}

TEST(Reliability, JudgesNobodyOfTwo) {
    auto const people = judge(pairs(1, 2, 1, 30), {});
    EXPECT_FALSE(people.at(1).is_contradicted);
    EXPECT_FALSE(people.at(2).is_contradicted);
}

TEST(Reliability, LetsNoMachineSilenceWhoeverDisagreesWithIt) {
    std::vector<Compared> compared;
    for (int i = 0; i < 100; ++i) compared.push_back({1, i < 92});
    for (int i = 0; i < 40; ++i) compared.push_back({2, i < 4});
    auto const people = judge(pairs(1, 2, 10, 0), compared);
    EXPECT_TRUE(people.at(2).is_in_doubt) << "looked at more often";
    EXPECT_FALSE(people.at(2).is_contradicted) << "but counts";
    EXPECT_FALSE(people.at(1).is_in_doubt);
}

TEST(Reliability, BearsAnHonestMinorityOfErrors) {
    // Everybody agrees with everybody in 85 of 100: nobody may be named.
    auto all = pairs(1, 2, 17, 3);
    add(all, pairs(1, 3, 17, 3));
    add(all, pairs(2, 3, 17, 3));
    for (auto const& [id, person] : judge(all, {})) EXPECT_FALSE(person.is_contradicted) << id;
}

}  // namespace
}  // namespace lotse::gate
