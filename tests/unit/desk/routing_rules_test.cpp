// SPDX-License-Identifier: Apache-2.0
#include "desk/routing_rules.h"

#include "desk/people.h"
#include "desk/queues.h"
#include "support/desk_fixture.h"

namespace lotse {
namespace {

class RulesOfRouting : public DeskTest {
  protected:
    domain::QueueId queue(std::string name) {
        desk::QueueFields fields;
        fields.name = std::move(name);
        return need(desk::make_queue(*desk_, as({}), fields, {})).value.id;
    }
    domain::BlockedPair pair_of(domain::AgentId agent) {
        domain::BlockedPair out;
        out.agent = agent;
        desk::OrganizationFields fields;
        fields.name = "Werft";
        out.organization = need(desk::make_organization(*desk_, as({}), fields, {})).value.id;
        out.reason = " They are married. ";
        return out;
    }
};

TEST_F(RulesOfRouting, SayNothingOfAQueueUntilSomebodyDoes) {
    auto const home = queue("Home");
    auto const usual = need(desk::get_queue_rule(*desk_, *scope_, home));
    EXPECT_EQ(usual.queue, home);
    EXPECT_TRUE(usual.overflow.empty());
    auto rule = usual;
    rule.overflow = {{queue("Help"), 30}, {queue("Later"), 60}};
    auto const said = need(desk::change_queue_rule(*desk_, as({}), desk::version_of(usual), rule));
    EXPECT_EQ(need(desk::get_queue_rule(*desk_, *scope_, home)), said);
    EXPECT_EQ(desk::change_queue_rule(*desk_, as({}), desk::version_of(usual), rule).error().code,
              "queue_rule.stale_version");
    need(desk::change_queue_rule(*desk_, as({}), desk::version_of(said), usual));
    EXPECT_TRUE(need(desk::read_routing(*desk_, *scope_)).queues.empty());
}

TEST_F(RulesOfRouting, NameTheFieldThatCannotBe) {
    auto const home = queue("Home");
    auto const help = queue("Help");
    auto const field = [&](std::vector<domain::OverflowStep> steps) {
        domain::QueueRule rule;
        rule.queue = home;
        rule.overflow = std::move(steps);
        return desk::change_queue_rule(*desk_, as({}), 0, rule).error().field;
    };
    EXPECT_EQ(field({{home, 5}}), "/overflow/0/queue");
    EXPECT_EQ(field({{domain::QueueId{999}, 5}}), "/overflow/0/queue");
    EXPECT_EQ(field({{help, 5}, {help, 9}}), "/overflow/1/queue");
    EXPECT_EQ(field({{help, 0}}), "/overflow/0/after_minutes");
    EXPECT_EQ(field({{help, 5}, {queue("Late"), 4}}), "/overflow/1/after_minutes");
    domain::QueueRule nowhere;
    nowhere.queue = domain::QueueId{999};
    EXPECT_EQ(desk::change_queue_rule(*desk_, as({}), 0, nowhere).error().kind, Kind::not_found);
}

TEST_F(RulesOfRouting, LearningIsSwitchedByVersionAndLeavesTheQueuesAlone) {
    domain::QueueRule rule;
    rule.queue = queue("Home");
    rule.sticky = domain::Sticky::requester;
    need(desk::change_queue_rule(*desk_, as({}), 0, rule));
    auto const before = need(desk::read_routing(*desk_, *scope_));
    auto const off = need(desk::change_routing(*desk_, as({}), desk::version_of(before), {.learns = false}));
    EXPECT_EQ(desk::change_routing(*desk_, as({}), desk::version_of(before), {.learns = true}).error().code,
              "routing_rules.stale_version");
    EXPECT_FALSE(off.learns);
    EXPECT_EQ(need(desk::read_routing(*desk_, *scope_)).queues, before.queues);
}

TEST_F(RulesOfRouting, APairTellsWhoSetItAndWhy) {
    auto const anna = add_agent("Anna").id;
    auto const ola = add_agent("Ola").id;
    auto const pair = pair_of(ola);
    desk::CallKey const key{"session:1", "POST /blocked-pairs", "k", "h"};
    auto const made = need(desk::block_pair(*desk_, as(anna), pair, key));
    EXPECT_FALSE(made.is_known);
    EXPECT_EQ(made.value.agent, "Ola");
    EXPECT_EQ(made.value.organization, "Werft");
    EXPECT_EQ(made.value.made_by, "Anna");
    EXPECT_EQ(made.value.pair.reason, "They are married.");
    EXPECT_TRUE(need(desk::block_pair(*desk_, as(anna), pair, key)).is_known);
    auto const again = need(desk::block_pair(*desk_, as(ola), pair, {}));
    EXPECT_TRUE(again.is_known);
    EXPECT_EQ(again.value.made_by, "Anna");
    EXPECT_EQ(need(desk::list_blocked_pairs(*desk_, *scope_)).size(), 1u);
    need(desk::unblock_pair(*desk_, as(anna), made.value.pair.id));
    EXPECT_TRUE(need(desk::list_blocked_pairs(*desk_, *scope_)).empty());
    auto nothing = pair;
    nothing.reason = "  ";
    EXPECT_EQ(desk::block_pair(*desk_, as(anna), nothing, {}).error().field, "/reason");
}

}  // namespace
}  // namespace lotse
