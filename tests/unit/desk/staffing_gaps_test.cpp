// SPDX-License-Identifier: Apache-2.0
#include "desk/staffing_gaps.h"

#include "desk/letters.h"
#include "desk/queues.h"
#include "desk/routing_rules.h"
#include "support/desk_fixture.h"

namespace lotse {
namespace {

class TeamLacks : public DeskTest {
  protected:
    void SetUp() override {
        boss_ = add_agent("Boss");
        want({"mainframe"});
    }
    void want(std::vector<std::string> skills, domain::AgentId lead = {}) {
        for (auto const& queue : need(desk::list_queues(*desk_, *scope_))) {
            desk::QueueFields fields;
            fields.skills = skills;
            fields.lead = lead ? lead : boss_.id;
            need(desk::change_queue(*desk_, as({}), queue.id, 0, fields));
        }
    }
    domain::TicketId opened() {
        auto const made = accept(mail("grace" + std::to_string(++callers_) + "@customer.example", "Printer",
                                      "The printer in room 7 prints nothing since this morning."));
        settle();
        return made.ticket;
    }
    int tell() { return need(desk::tell_staffing_gaps(*desk_, *scope_)); }
    std::vector<desk::DueLetter> letters() {
        return need(desk::claim_due_letters(*desk_, 100, [](domain::TenantId) { return Result<bool>(true); }));
    }
    void change(domain::Agent agent) {
        need(store_->write(*scope_, [&](store::WriteTxn& txn) { return store::update_agent(txn, agent); }));
    }
    domain::Agent boss_;
    int callers_ = 0;
};

TEST_F(TeamLacks, IsToldTheLeadOnceAndNotOnceATicket) {
    EXPECT_EQ(tell(), 0);
    auto const first = opened();
    for (int i = 0; i < 5; ++i) opened();
    EXPECT_EQ(tell(), 1);
    auto const sent = letters();
    ASSERT_EQ(sent.size(), 1u);
    EXPECT_EQ(sent[0].letter.to_address, "boss@team.example");
    auto const& text = sent[0].letter.text.reveal();
    EXPECT_NE(text.find("mainframe"), std::string::npos) << text;
    EXPECT_NE(text.find("ticket " + std::to_string(first.value)), std::string::npos) << text;
    opened();
    clock_.advance(std::chrono::hours{2});
    EXPECT_EQ(tell(), 0);
    clock_.advance(std::chrono::hours{23});
    EXPECT_EQ(tell(), 0) << "it goes on";
    EXPECT_TRUE(letters().empty());
}

TEST_F(TeamLacks, NothingWhereSomebodyCouldThoughNotNow) {
    auto ola = add_agent("Ola");
    ola.skills = {{"mainframe", 3}};
    ola.is_available = false;
    change(ola);
    opened();
    EXPECT_EQ(tell(), 0);
    ola = need(store_->read(*scope_, [&](store::ReadTxn& txn) { return store::get_agent(txn, ola.id); }));
    ola.capacity = 0;
    change(ola);
    EXPECT_EQ(tell(), 1) << "who is never given anything is nobody";
}

TEST_F(TeamLacks, NothingWhereAnotherTeamWillHelp) {
    desk::QueueFields fields;
    fields.name = "Mainframes";
    auto const other = need(desk::make_queue(*desk_, as({}), fields, {})).value.id;
    auto ola = add_agent("Ola");
    ola.skills = {{"mainframe", 3}};
    ola.queues = {other};
    change(ola);
    auto const ticket = opened();
    domain::QueueRule rule = desk::usual_rule(view(ticket).ticket.queue);
    rule.overflow = {{other, 60}};
    need(desk::change_queue_rule(*desk_, as({}), 0, rule));
    EXPECT_EQ(tell(), 0);
    need(desk::change_queue_rule(*desk_, as({}), 0, desk::usual_rule(rule.queue)));
    EXPECT_EQ(tell(), 1);
}

TEST_F(TeamLacks, WhereNobodyWorksTheAdminsHearOfIt) {
    boss_.queues.clear();
    boss_.is_disabled = true;
    change(boss_);
    auto admin = add_agent("Root");
    admin.role = domain::Role::admin;
    admin.queues.clear();
    change(admin);
    opened();
    EXPECT_EQ(tell(), 1);
    auto const sent = letters();
    ASSERT_EQ(sent.size(), 1u);
    EXPECT_EQ(sent[0].letter.to_address, "root@team.example");
    EXPECT_NE(sent[0].letter.text.reveal().find("nobody works there"), std::string::npos);
}

TEST_F(TeamLacks, IsSaidInThreeLanguagesWithALink) {
    std::vector<desk::NamedGap> const gaps{{"Network", {desk::Lack::skill, "bgp"}, domain::TicketId{7}},
                                           {"Office", {}, domain::TicketId{8}}};
    for (auto const* language : {"en", "de", "pl"}) {
        auto const words = desk::staffing_words(gaps, "https://desk.example", language);
        EXPECT_NE(words.text.find("bgp"), std::string::npos);
        EXPECT_NE(words.text.find("https://desk.example/watch"), std::string::npos);
        EXPECT_EQ(words.text.find('{'), std::string::npos);
    }
    EXPECT_EQ(desk::staffing_words(gaps, "", "xx").subject, desk::staffing_words(gaps, "", "en").subject);
}

}  // namespace
}  // namespace lotse
