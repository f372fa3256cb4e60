// SPDX-License-Identifier: Apache-2.0
// Capacity in units: what a ticket weighs by its channel, and own limits, on every road by which somebody gets work.
#include <gtest/gtest.h>

#include "desk/agents.h"
#include "desk/explain_routing.h"
#include "desk/hand_out.h"
#include "desk/next_ticket.h"
#include "desk/place_waiting.h"
#include "desk/queues.h"
#include "desk/rebalance.h"
#include "desk/routing_rules.h"
#include "desk/staffing_gaps.h"
#include "desk/watch.h"
#include "store/tickets.h"
#include "support/desk_fixture.h"

namespace lotse {
namespace {

using domain::Channel;

class Units : public DeskTest {
  protected:
    void SetUp() override { anna_ = add_agent("Anna").id; }
    void weigh(Channel channel, int units) {
        desk::RoutingPatch patch;
        patch.units[static_cast<std::size_t>(channel)] = units;
        need(desk::change_routing(*desk_, as({}), 0, patch));
    }
    void allow(domain::AgentId agent, int capacity, std::optional<int> calls = {}) {
        desk::AgentFields fields;
        fields.capacity = capacity;
        fields.limits.emplace();
        (*fields.limits)[static_cast<std::size_t>(Channel::phone)] = calls;
        need(desk::change_agent(*desk_, as({}), agent, 0, fields));
    }
    void pull(int hands_out_below = 0) {
        for (auto const& queue : need(desk::list_queues(*desk_, *scope_))) {
            desk::QueueFields fields;
            fields.assignment = domain::Assignment::pull;
            fields.hands_out_below = hands_out_below;
            need(desk::change_queue(*desk_, as({}), queue.id, 0, fields));
        }
    }
    domain::TicketId opened(Channel channel = Channel::email) {
        auto inbound = mail("grace" + std::to_string(++callers_) + "@customer.example", "Printer",
                            "The printer in room 7 prints nothing since this morning.");
        inbound.channel = channel;
        auto const made = accept(std::move(inbound)).ticket;
        settle();
        return made;
    }
    domain::AgentId owner(domain::TicketId id) { return view(id).ticket.agent; }
    Result<desk::NextTicket> next(std::string key) {
        return desk::next_ticket(*desk_, as(anna_), {"session:1", "POST /next", std::move(key), "h"});
    }
    domain::AgentId anna_;
    int callers_ = 0;
};

TEST_F(Units, APushedCallWeighsWhatTheDeskSaysAndTheReasonSaysSo) {
    weigh(Channel::phone, 4);
    allow(anna_, 6);
    auto const call = opened(Channel::phone);
    EXPECT_EQ(owner(call), anna_);
    auto const second = opened(Channel::phone);
    EXPECT_FALSE(owner(second)) << "4 of 6 are in use";
    auto const said = need(desk::explain_routing(*desk_, *scope_, second));
    EXPECT_EQ(said.because.code, "routing.all_full");
    EXPECT_EQ(said.now[0].code, routing::Verdict::full);
    EXPECT_NEAR(said.now[0].relative_load, 4.0 / 6, 1e-9);
    auto const letter = opened();
    EXPECT_EQ(owner(letter), anna_);
    EXPECT_NE(need(desk::explain_routing(*desk_, *scope_, letter)).because.text.find("(4 of 6 units)"),
              std::string::npos);
}

TEST_F(Units, WhereEverythingWeighsOneNothingIsSaidOfUnits) {
    auto const ticket = opened(Channel::phone);
    EXPECT_EQ(need(desk::explain_routing(*desk_, *scope_, ticket)).because.text,
              "Anna speaks English and is the only one free (0 of 10).");
}

TEST_F(Units, AnOwnLimitOfCallsLeavesRoomForMail) {
    allow(anna_, 10, 1);
    EXPECT_EQ(owner(opened(Channel::phone)), anna_);
    EXPECT_FALSE(owner(opened(Channel::phone)));
    EXPECT_EQ(owner(opened()), anna_);
}

TEST_F(Units, PullNextTakesWhatFitsThoughSomethingHeavierPressesMore) {
    pull();
    weigh(Channel::phone, 5);
    allow(anna_, 6);
    auto const first = opened(Channel::phone);
    clock_.advance(std::chrono::minutes{1});
    auto const second = opened(Channel::phone);
    clock_.advance(std::chrono::minutes{1});
    auto const letter = opened();
    EXPECT_EQ(need(next("a")).ticket->id, first);
    EXPECT_EQ(need(next("b")).ticket->id, letter) << "another call would be eleven units";
    auto const full = next("c");
    ASSERT_FALSE(full);
    EXPECT_EQ(full.error().code, "next.full");
    EXPECT_NE(full.error().message.find("6 of your 6 units"), std::string::npos) << full.error().message;
    allow(anna_, 7);
    auto const none = need(next("d"));
    EXPECT_FALSE(none.ticket);
    EXPECT_EQ(none.because.code, "routing.nothing_fits");
    EXPECT_NE(none.because.text.find("6 of 7 in use"), std::string::npos);
    allow(anna_, 11);
    EXPECT_EQ(need(next("e")).ticket->id, second);
}

TEST_F(Units, HandingOutStopsWhereUnitsOrALimitAreUsedUp) {
    pull(10);
    weigh(Channel::phone, 3);
    allow(anna_, 8, 2);
    std::vector<domain::TicketId> calls;
    for (int i = 0; i < 3; ++i) calls.push_back(opened(Channel::phone));
    for (int i = 0; i < 4; ++i) opened();
    EXPECT_EQ(need(desk::hand_out(*desk_, *scope_)), 4) << "two calls and two letters: eight units";
    auto const open =
        need(store_->read(*scope_, [&](store::ReadTxn& txn) { return store::count_open_of(txn, anna_); }));
    EXPECT_EQ(open.by_channel[static_cast<std::size_t>(Channel::phone)], 2);
    EXPECT_EQ(open.by_channel[static_cast<std::size_t>(Channel::email)], 2);
}

TEST_F(Units, ATicketTooLargeForEverybodyIsAGapThatALeadHearsOf) {
    pull();
    weigh(Channel::phone, 20);
    opened(Channel::phone);
    auto const seen = need(desk::watch(*desk_, *scope_));
    ASSERT_EQ(seen.gaps.size(), 1u);
    EXPECT_EQ(seen.gaps[0].lacking, (desk::Lacking{desk::Lack::capacity, "phone"}));
    EXPECT_TRUE(seen.gaps[0].is_of_team);
    auto const words = desk::staffing_words({{"Help", seen.gaps[0].lacking, domain::TicketId{7}}}, "", "pl");
    EXPECT_NE(words.text.find("„telefon”"), std::string::npos) << words.text;
    allow(anna_, 20);
    EXPECT_TRUE(need(desk::watch(*desk_, *scope_)).gaps.empty());
    allow(anna_, 20, 0);
    EXPECT_EQ(need(desk::watch(*desk_, *scope_)).gaps.size(), 1u) << "no calls at all";
}

TEST_F(Units, AWeightIsAtLeastOneAndOthersStayAsTheyAre) {
    weigh(Channel::chat, 3);
    for (int const wrong : {0, -1, domain::kMostUnits + 1}) {
        desk::RoutingPatch patch;
        patch.units[static_cast<std::size_t>(Channel::phone)] = wrong;
        auto const refused = desk::change_routing(*desk_, as({}), 0, patch);
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().field, "/units/phone");
    }
    auto const rules = need(desk::read_routing(*desk_, *scope_));
    EXPECT_EQ(rules.units.of(Channel::chat), 3);
    EXPECT_EQ(rules.units.of(Channel::phone), 1);
    EXPECT_TRUE(rules.learns);
}

}  // namespace
}  // namespace lotse
