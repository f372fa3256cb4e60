// SPDX-License-Identifier: Apache-2.0
#include "routing/requirement.h"

#include <gtest/gtest.h>

#include "routing/slack_index.h"

namespace lotse::routing {
namespace {

domain::Agent anna() {
    domain::Agent out;
    out.queues = {domain::QueueId(1)};
    out.skills = {{"VPN", 5}, {"printer", 1}};
    out.languages = {"en", "de"};
    return out;
}

domain::Queue network() {
    domain::Queue out;
    out.id = domain::QueueId(1);
    out.skills = {"vpn"};
    return out;
}

TEST(RequirementOf, JoinsQueueAndCategoryWhateverTheCase) {
    domain::Category category;
    category.skills = {"Printer", "VPN"};
    auto queue = network();
    queue.preferred_skills = {"Citrix", "VPN"};
    auto const out = requirement_of(queue, &category, "de-AT", domain::Priority::high);
    EXPECT_EQ(out.skills, (std::vector<std::string>{"printer", "vpn"}));
    EXPECT_EQ(out.preferred, (std::vector<std::string>{"citrix"}));
    EXPECT_EQ(out.language, "de");
    EXPECT_EQ(out.priority, domain::Priority::high);
}

TEST(Fit, TheWeakestSkillSetsThePace) {
    auto asks = requirement_of(network(), nullptr, "de", domain::Priority::normal);
    EXPECT_DOUBLE_EQ(fit(anna(), asks).speed, 1.3);
    asks.skills = {"printer", "vpn"};
    EXPECT_DOUBLE_EQ(fit(anna(), asks).speed, 0.7);
    asks.skills = {"mail", "vpn"};
    EXPECT_EQ(fit(anna(), asks).obstacle, Obstacle::skill);
    EXPECT_EQ(fit(anna(), asks).lacking_skill, "mail");
}

TEST(Fit, APreferredSkillHelpsAndIsNotAskedFor) {
    auto queue = network();
    queue.preferred_skills = {"printer"};
    auto asks = requirement_of(queue, nullptr, "", domain::Priority::normal);
    EXPECT_DOUBLE_EQ(fit(anna(), asks).speed, 1.3 * 1.1);
    asks.preferred = {"citrix"};
    EXPECT_EQ(fit(anna(), asks).obstacle, std::nullopt);
}

TEST(Fit, ALanguageIsRequiredOrSlowsDown) {
    auto asks = requirement_of(network(), nullptr, "pl", domain::Priority::normal);
    EXPECT_EQ(fit(anna(), asks).obstacle, Obstacle::language);
    asks.language_is_required = false;
    auto const said = fit(anna(), asks);
    EXPECT_EQ(said.obstacle, std::nullopt);
    EXPECT_FALSE(said.speaks_language);
    EXPECT_DOUBLE_EQ(said.speed, 1.3 * 0.7);
}

TEST(Fit, NobodyTakesFromAQueueThatIsNotTheirs) {
    auto asks = requirement_of(network(), nullptr, "", domain::Priority::normal);
    asks.queue = domain::QueueId(2);
    EXPECT_EQ(fit(anna(), asks).obstacle, Obstacle::queue);
    asks.queue = domain::QueueId(1);
    auto agent = anna();
    agent.is_disabled = true;
    EXPECT_EQ(fit(agent, asks).obstacle, Obstacle::queue);
    agent = anna();
    agent.role = domain::Role::light_agent;
    EXPECT_EQ(fit(agent, asks).obstacle, Obstacle::queue);
}

TEST(Urgency, GrowsToTheDeadlineAndStepsBackBehindIt) {
    SlackRules const rules;
    auto const opened = instant(0);
    auto const due = instant(1'000'000);
    double before = 0;
    for (int at = 0; at <= 1'000'000; at += 100'000) {
        double const now = urgency(opened, due, instant(at), rules);
        EXPECT_GT(now, before);
        before = now;
    }
    EXPECT_DOUBLE_EQ(before, 1);
    EXPECT_LT(urgency(opened, due, instant(1'000'001), rules), 0.5);
    EXPECT_LE(urgency(opened, due, instant(100'000'000), rules), 1);
    EXPECT_DOUBLE_EQ(urgency(opened, opened, instant(5'000'000), rules), 1);
}

TEST(Scarcity, IsOneForWhatFewestCanDo) {
    SlackRules const rules;
    EXPECT_DOUBLE_EQ(scarcity(3, 3, rules), 1);
    EXPECT_DOUBLE_EQ(scarcity(8, 2, rules), 0.5);
    EXPECT_DOUBLE_EQ(scarcity(0, 0, rules), 1);
}

}  // namespace
}  // namespace lotse::routing
