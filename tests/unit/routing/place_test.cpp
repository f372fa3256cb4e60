// SPDX-License-Identifier: Apache-2.0
#include "routing/place.h"

#include <gtest/gtest.h>

namespace lotse::routing {
namespace {

using domain::AgentId;
using domain::QueueId;

domain::Queue a_queue(std::int64_t id, std::string name, std::vector<std::string> skills = {}) {
    domain::Queue out;
    out.id = QueueId(id);
    out.name = std::move(name);
    out.skills = std::move(skills);
    return out;
}

// Works for Network (1), speaks English and Polish, knows network, 2 of 10.
Candidate an_agent(std::int64_t id, std::string name) {
    Candidate out;
    out.agent.id = AgentId(id);
    out.agent.name = std::move(name);
    out.agent.queues = {QueueId(1)};
    out.agent.languages = {"en", "pl"};
    out.agent.skills = {{"network", 3}};
    out.load = routing::plain_load(2);
    return out;
}

RoutingFacts a_desk() {
    RoutingFacts out;
    out.queues = {a_queue(2, "Sales"), a_queue(1, "Network")};
    return out;
}

std::string text_of(RoutingFacts const& facts) { return place(facts).agent_because.text; }
std::string code_of(RoutingFacts const& facts) { return place(facts).agent_because.code; }

TEST(PlaceQueue, APersonsChoiceComesFirst) {
    auto facts = a_desk();
    domain::Category category;
    category.queue = QueueId(1);
    facts.category = &category;
    facts.current_queue = QueueId(2);
    facts.queue_is_fixed = true;
    auto const out = place(facts);
    EXPECT_EQ(out.queue, QueueId(2));
    EXPECT_EQ(out.queue_because.code, "routing.queue_fixed");
    EXPECT_EQ(out.queue_because.source, "person");
    EXPECT_EQ(out.queue_because.text, "A person chose Sales.");
}

TEST(PlaceQueue, ThenCategoryThenOrganizationThenAddressThenTheFirst) {
    auto facts = a_desk();
    facts.queues[0].address = "sales@example.org";
    domain::Category category;
    category.name = "Printer";
    category.queue = QueueId(2);
    facts.category = &category;
    facts.category_is_unproven = true;
    facts.organization_queue = QueueId(1);
    facts.address_queue = QueueId(2);

    auto out = place(facts);
    EXPECT_EQ(out.queue_because.code, "routing.queue_by_category");
    EXPECT_EQ(out.queue_because.text, "Tickets of the category 'Printer' go to Sales.");
    EXPECT_TRUE(out.queue_because.unproven);

    category.queue = {};
    out = place(facts);
    EXPECT_EQ(out.queue, QueueId(1));
    EXPECT_EQ(out.queue_because.code, "routing.queue_by_organization");
    EXPECT_FALSE(out.queue_because.unproven);

    facts.organization_queue = {};
    out = place(facts);
    EXPECT_EQ(out.queue, QueueId(2));
    EXPECT_EQ(out.queue_because.code, "routing.queue_by_address");
    EXPECT_EQ(out.queue_because.text, "Mail to sales@example.org goes to Sales.");

    facts.address_queue = {};
    out = place(facts);
    EXPECT_EQ(out.queue, QueueId(1));
    EXPECT_EQ(out.queue_because.code, "routing.queue_first");
}

TEST(PlaceQueue, PassesOverQueuesThatAreGone) {
    auto facts = a_desk();
    facts.current_queue = QueueId(77);
    facts.queue_is_fixed = true;
    facts.organization_queue = QueueId(78);
    facts.address_queue = QueueId(2);
    EXPECT_EQ(place(facts).queue, QueueId(2));
}

TEST(PlaceQueue, ADeskWithoutQueuesPlacesNothing) {
    auto const out = place({});
    EXPECT_FALSE(out.queue);
    EXPECT_FALSE(out.agent);
    EXPECT_EQ(out.queue_because.code, "routing.queue_missing");
    EXPECT_EQ(out.agent_because.code, "routing.nobody_in_queue");
}

TEST(PlaceAgent, TellsTheWholeReason) {
    auto facts = a_desk();
    facts.queues[1].skills = {"network"};
    facts.language = "pl";
    auto busy = an_agent(1, "Bernd");
    busy.load = routing::plain_load(5);
    facts.candidates = {busy, an_agent(2, "Anna Kowalska")};
    auto const out = place(facts);
    EXPECT_EQ(out.agent, AgentId(2));
    EXPECT_EQ(out.agent_because.code, "routing.lowest_load");
    EXPECT_EQ(out.agent_because.text,
              "Anna Kowalska speaks Polish, knows 'network' and has the lowest load (2 of 10).");
    ASSERT_EQ(out.considered.size(), 2U);
    EXPECT_EQ(out.considered[0].verdict, "chosen");
    EXPECT_DOUBLE_EQ(out.considered[0].relative_load, 0.2);
    EXPECT_EQ(out.considered[1].verdict, "busier");
}

TEST(PlaceAgent, SaysOnlyWhatWasAskedFor) {
    auto facts = a_desk();
    facts.candidates = {an_agent(1, "Anna")};
    EXPECT_EQ(text_of(facts), "Anna is the only one free (2 of 10).");
    EXPECT_EQ(code_of(facts), "routing.only_one");
    facts.language = "pl";
    EXPECT_EQ(text_of(facts), "Anna speaks Polish and is the only one free (2 of 10).");
    facts.language = "";
    facts.queues[1].skills = {"network"};
    EXPECT_EQ(text_of(facts), "Anna knows 'network' and is the only one free (2 of 10).");
    facts.candidates[0].agent.skills.push_back({"vpn", 1});
    domain::Category category;
    category.skills = {"VPN", "Network"};
    facts.category = &category;
    EXPECT_EQ(text_of(facts), "Anna knows 'network' and 'VPN', and is the only one free (2 of 10).");
}

TEST(PlaceAgent, LoadIsRelativeToCapacity) {
    auto facts = a_desk();
    auto part_time = an_agent(1, "Part");
    part_time.agent.capacity = 4;
    auto full_time = an_agent(2, "Full");
    full_time.load = routing::plain_load(4);
    facts.candidates = {part_time, full_time};
    EXPECT_EQ(place(facts).agent, AgentId(2)) << "4 of 10 is less than 2 of 4";
}

TEST(PlaceAgent, EqualLoadGoesToTheLongestIdle) {
    auto facts = a_desk();
    facts.candidates = {an_agent(1, "Anna"), an_agent(2, "Bernd"), an_agent(3, "Carla")};
    facts.candidates[0].agent.last_assigned_at = instant(300);
    facts.candidates[1].agent.last_assigned_at = instant(100);
    facts.candidates[2].agent.last_assigned_at = instant(200);
    auto const out = place(facts);
    EXPECT_EQ(out.agent, AgentId(2));
    EXPECT_EQ(out.agent_because.code, "routing.longest_idle");
    EXPECT_EQ(out.agent_because.text, "Bernd has gone longest without a new ticket at the lowest load (2 of 10).");
    EXPECT_EQ(out.considered[1].verdict, "assigned later");
    facts.candidates[2].agent.last_assigned_at.reset();
    EXPECT_EQ(place(facts).agent, AgentId(3)) << "never assigned is longest";
}

TEST(PlaceAgent, FullEqualityGoesToTheLowestId) {
    auto facts = a_desk();
    facts.candidates = {an_agent(9, "Bernd"), an_agent(3, "Anna")};
    auto const out = place(facts);
    EXPECT_EQ(out.agent, AgentId(3));
    EXPECT_EQ(out.agent_because.code, "routing.lowest_id");
    EXPECT_EQ(out.agent_because.text, "Anna comes first among equals (2 of 10).");
}

TEST(PlaceAgent, TheOwnerKeepsItWhileAtWorkEvenIfFull) {
    auto facts = a_desk();
    facts.language = "de";
    facts.current_agent = AgentId(1);
    facts.candidates = {an_agent(1, "Anna"), an_agent(2, "Bernd")};
    facts.candidates[0].load = routing::plain_load(10);
    facts.candidates[1].agent.languages = {"de"};
    auto const kept = place(facts);
    EXPECT_EQ(kept.agent, AgentId(1));
    EXPECT_EQ(kept.agent_because.code, "routing.kept_owner");
    EXPECT_EQ(kept.agent_because.text, "Anna has this ticket already and keeps it.");

    facts.candidates[0].agent.is_available = false;
    EXPECT_EQ(place(facts).agent, AgentId(2));
    facts.candidates[0].agent.is_available = true;
    facts.candidates[0].agent.queues = {QueueId(2)};
    EXPECT_EQ(place(facts).agent, AgentId(2));
    facts.candidates[0].agent.queues = {QueueId(1)};
    facts.candidates[0].agent.is_disabled = true;
    EXPECT_EQ(place(facts).agent, AgentId(2));
}

TEST(PlaceAgent, LightAgentsAndAuditorsOwnNothing) {
    auto facts = a_desk();
    facts.candidates = {an_agent(1, "Light"), an_agent(2, "Auditor"), an_agent(3, "Lead")};
    facts.candidates[0].agent.role = domain::Role::light_agent;
    facts.candidates[1].agent.role = domain::Role::auditor;
    facts.candidates[2].agent.role = domain::Role::lead;
    EXPECT_EQ(place(facts).agent, AgentId(3));
    EXPECT_EQ(place(facts).considered.size(), 1U);
}

TEST(PlaceNobody, CountsTheCauses) {
    auto facts = a_desk();
    for (int id = 1; id <= 4; ++id) facts.candidates.push_back(an_agent(id, "A" + std::to_string(id)));
    for (std::size_t i = 0; i < 3; ++i) facts.candidates[i].load = routing::plain_load(10);
    facts.candidates[3].agent.is_available = false;
    auto const out = place(facts);
    EXPECT_EQ(out.queue, QueueId(1));
    EXPECT_FALSE(out.agent);
    EXPECT_EQ(out.agent_because.text, "3 of 4 agents of Network are full, 1 is absent.");
    EXPECT_EQ(out.agent_because.code, "routing.all_full");
    ASSERT_EQ(out.considered.size(), 4U);
    EXPECT_EQ(out.considered[0].verdict, "full");
    EXPECT_EQ(out.considered[3].verdict, "absent");
}

TEST(PlaceNobody, NamesLanguageAndSkill) {
    auto facts = a_desk();
    facts.candidates = {an_agent(1, "Anna"), an_agent(2, "Bernd")};
    facts.language = "de";
    EXPECT_EQ(text_of(facts), "All 2 agents of Network do not speak German.");
    EXPECT_EQ(code_of(facts), "routing.nobody_language");
    facts.queues[1].skills = {"sap"};
    EXPECT_EQ(text_of(facts), "All 2 agents of Network do not know 'sap'.");
    EXPECT_EQ(code_of(facts), "routing.nobody_skill");
    EXPECT_EQ(place(facts).considered[0].verdict, "no 'sap'");
    facts.candidates[1].agent.skills.push_back({"sap", 1});
    EXPECT_EQ(text_of(facts), "1 of 2 agents of Network does not speak German, 1 does not know 'sap'.");
    EXPECT_EQ(code_of(facts), "routing.nobody_language");
}

TEST(PlaceNobody, NamesTheOnlyOneAndAnEmptyQueue) {
    auto facts = a_desk();
    EXPECT_EQ(text_of(facts), "Nobody works for Network yet.");
    EXPECT_EQ(code_of(facts), "routing.nobody_in_queue");
    facts.candidates = {an_agent(1, "Anna")};
    facts.candidates[0].agent.is_available = false;
    EXPECT_EQ(text_of(facts), "Anna, the only agent of Network, is absent.");
    EXPECT_EQ(code_of(facts), "routing.nobody_available");
    facts.candidates[0].agent.is_available = true;
    facts.candidates[0].agent.capacity = 0;
    EXPECT_EQ(text_of(facts), "Anna, the only agent of Network, is full.");
    EXPECT_EQ(place(facts).considered[0].relative_load, 1.0);
}

TEST(PlaceByUnits, WhoIsFullOfWhatTheTicketWeighsIsPassedOver) {
    auto facts = a_desk();
    facts.candidates = {an_agent(1, "Anna"), an_agent(2, "Ola")};
    facts.candidates[0].load.units = 6;
    facts.candidates[1].load.units = 7;
    facts.weight = {4, {}};
    EXPECT_EQ(text_of(facts), "Anna is the only one free (6 of 10 units).");
    facts.weight = {5, {}};
    EXPECT_EQ(code_of(facts), "routing.all_full");
    facts.weight = {};
    EXPECT_EQ(text_of(facts), "Anna has the lowest load (6 of 10 units).");
    facts.candidates[0].load = routing::plain_load(2);
    EXPECT_EQ(text_of(facts), "Anna has the lowest load (2 of 10).") << "as ever, where units are tickets";
}

TEST(PlaceByUnits, AnOwnLimitOfTheChannelCountsBesideTheCapacity) {
    auto facts = a_desk();
    facts.candidates = {an_agent(1, "Anna")};
    facts.candidates[0].agent.limits[1] = 2;
    facts.candidates[0].load = {3, 3, {1, 2, 0, 0, 0, 0}};
    facts.weight = {1, domain::Channel::phone};
    EXPECT_EQ(code_of(facts), "routing.all_full");
    facts.weight = {1, domain::Channel::email};
    EXPECT_EQ(code_of(facts), "routing.only_one");
    facts.candidates[0].agent.limits[0] = 0;
    EXPECT_EQ(code_of(facts), "routing.all_full") << "none at all";
}

TEST(PlaceConsidered, ShowsThreeWhoFitAndFiveWhoDoNot) {
    auto facts = a_desk();
    for (int id = 1; id <= 20; ++id) {
        facts.candidates.push_back(an_agent(id, "A"));
        facts.candidates.back().agent.is_available = id % 2 == 0;
    }
    auto const out = place(facts);
    ASSERT_EQ(out.considered.size(), 8U);
    EXPECT_EQ(out.considered[2].agent, AgentId(6));
    EXPECT_EQ(out.considered[3].agent, AgentId(1));
    EXPECT_EQ(out.considered[7].agent, AgentId(9));
}

}  // namespace
}  // namespace lotse::routing
