// SPDX-License-Identifier: Apache-2.0
#include "desk/hold_mail.h"

#include "desk/desk_settings.h"
#include "support/desk_fixture.h"

namespace lotse {
namespace {

class HoldMail : public DeskTest {
  protected:
    void SetUp() override { add_agent("Anna Kowalska"); }
    domain::TicketId write(std::string const& from) { return accept(mail(from, "Alarm", "Disk full.")).ticket; }
    bool is_held(domain::TicketId ticket) { return view(ticket).events.front().is_held; }
    bool is_settled(domain::TicketId ticket) { return view(ticket).suggestion.has_value(); }
};

TEST_F(HoldMail, KeepsWhatComesAfterTheThirtiethWithinAnHour) {
    std::vector<domain::TicketId> tickets;
    for (int i = 0; i < 32; ++i) tickets.push_back(write("wild@machine.example"));
    auto const other = write("grace@customer.example");
    settle();
    EXPECT_TRUE(is_settled(tickets[29]));
    EXPECT_FALSE(is_held(tickets[29]));
    for (auto const ticket : {tickets[30], tickets[31]}) {
        EXPECT_TRUE(is_held(ticket));
        EXPECT_FALSE(is_settled(ticket));
        EXPECT_TRUE(notices_to(ticket, "wild@machine.example").empty());
        EXPECT_EQ(view(ticket).articles.size(), 1U) << "it is stored and shown all the same";
    }
    EXPECT_TRUE(is_settled(other)) << "others are not held";
    clock_.advance(std::chrono::minutes{61});
    EXPECT_FALSE(is_held(write("wild@machine.example"))) << "a new hour";
}

TEST_F(HoldMail, LetsThroughWhenAnAgentSaysSo) {
    std::vector<domain::TicketId> tickets;
    for (int i = 0; i < 32; ++i) tickets.push_back(write("wild@machine.example"));
    settle();
    need(desk::let_mail_through(*desk_, as({}), tickets[30]));
    need(desk::let_mail_through(*desk_, as({}), tickets[30]));
    settle();
    EXPECT_TRUE(is_settled(tickets[30]));
    EXPECT_TRUE(is_held(tickets[31]));
    EXPECT_EQ(desk::let_mail_through(*desk_, as({}), domain::TicketId{9999}).error().kind, Kind::not_found);
}

TEST_F(HoldMail, LetsThroughAfterAnHourByItself) {
    std::vector<domain::TicketId> tickets;
    for (int i = 0; i < 31; ++i) tickets.push_back(write("wild@machine.example"));
    clock_.advance(std::chrono::minutes{59});
    need(desk::let_old_mail_through(*desk_, *scope_));
    EXPECT_TRUE(is_held(tickets[30]));
    clock_.advance(std::chrono::minutes{2});
    need(desk::let_old_mail_through(*desk_, *scope_));
    settle();
    EXPECT_FALSE(is_held(tickets[30]));
    EXPECT_TRUE(is_settled(tickets[30]));
}

TEST_F(HoldMail, CountsOnlyMailFromTheDoorsAndOnlyWhereThereIsALimit) {
    for (int i = 0; i < 40; ++i) {
        auto imported = mail("old@customer.example", "Old", "Long ago.");
        imported.door = "import";
        EXPECT_FALSE(is_held(accept(imported).ticket));
    }
    desk::DeskFields fields;
    fields.mails_per_sender_hour = 0;
    need(desk::change_desk(*desk_, as({}), 0, fields));
    for (int i = 0; i < 40; ++i) EXPECT_FALSE(is_held(write("wild@machine.example")));
}

}  // namespace
}  // namespace lotse
