// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <sstream>

#include "app/commands/simulate.h"

namespace lotse::app {
namespace {

class SimulateWords : public testing::Test {
  protected:
    SimulateWords() {
        for (auto const* name : {"Ola Lis", "Olaf Berg", "Jan Kowal"}) {
            domain::Agent agent;
            agent.id = domain::AgentId(static_cast<std::int64_t>(setup_.agents.size()) + 1);
            agent.name = name;
            setup_.agents.push_back(agent);
        }
        domain::Queue queue;
        queue.id = domain::QueueId(1);
        queue.name = "Network";
        setup_.queues = {queue};
        domain::Category category;
        category.id = domain::CategoryId(2);
        category.key = "access";
        setup_.categories = {category};
    }
    std::string fault(SimulateCommand const& command) {
        auto const question = question_of(command, setup_);
        return question ? "" : question.error().message;
    }
    desk::Setup setup_;
};

TEST_F(SimulateWords, AreReadByNameAndNumber) {
    SimulateCommand command;
    command.add = {"like:ola l,languages:de+pl,count:2,hours:10:00-18:30", "3"};
    command.remove = {"Jan"};
    command.teach = {"Olaf,skills:vpn"};
    command.volume = {"1.2", "queue:net=1.5", "category:access=0.5"};
    command.target = {"urgent,first_reply:30,solution:240"};
    command.routing = {"Network:pull"};
    command.automation = 0.2;
    auto const question = question_of(command, setup_);
    ASSERT_TRUE(question) << question.error().message;
    auto const& what = question->what;
    EXPECT_EQ(what.add[0].like.value, 1);
    EXPECT_EQ(what.add[0].languages, (std::vector<std::string>{"de", "pl"}));
    EXPECT_EQ(what.add[0].hours, (domain::DailyHours{600, 1110}));
    EXPECT_EQ(what.add[1].like.value, 3);
    EXPECT_EQ(what.remove[0].value, 3);
    EXPECT_EQ(what.change[0].agent.value, 2);
    EXPECT_EQ(what.volume[1].queue.value, 1);
    EXPECT_EQ(what.volume[2].category.value, 2);
    EXPECT_DOUBLE_EQ(what.volume[2].factor, 0.5);
    EXPECT_EQ(what.targets[0].solution_minutes, 240);
    EXPECT_EQ(what.assignment[0].assignment, domain::Assignment::pull);
}

TEST_F(SimulateWords, TeachWhatIsPossible) {
    SimulateCommand command;
    command.add = {"like:Ola"};
    EXPECT_NE(fault(command).find("more than one person"), std::string::npos) << fault(command);
    command.add = {"like:Maria"};
    EXPECT_NE(fault(command).find("Jan Kowal"), std::string::npos);
    command.add = {"languages:de"};
    EXPECT_NE(fault(command).find("like:Ola"), std::string::npos);
    command = {};
    command.volume = {"lots"};
    EXPECT_NE(fault(command).find("0 to 10"), std::string::npos);
    command = {};
    command.target = {"urgent,first_reply:soon"};
    EXPECT_NE(fault(command).find("minutes"), std::string::npos);
    command = {};
    command.routing = {"Network:throw"};
    EXPECT_NE(fault(command).find("pull"), std::string::npos);
    command = {};
    command.teach = {"Jan,hours:9-25"};
    EXPECT_FALSE(fault(command).empty());
    command = {};
    command.what = "/nowhere.json";
    EXPECT_NE(fault(command).find("no file"), std::string::npos);
}

}  // namespace
}  // namespace lotse::app
