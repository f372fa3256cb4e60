// SPDX-License-Identifier: Apache-2.0
#include "desk/own_tickets.h"

#include <algorithm>

#include "desk/portal_settings.h"
#include "desk/reply.h"
#include "support/desk_fixture.h"

namespace lotse::desk {
namespace {

class OwnTickets : public DeskTest {
  protected:
    HelpMessage words(std::string text, std::string key, bool is_proven = true) {
        HelpMessage out;
        out.email = "olga@customer.example";
        out.name = "Olga";
        out.subject = "Hearts";
        out.text = std::move(text);
        out.key = std::move(key);
        out.is_proven = is_proven;
        return out;
    }
    domain::TicketId open(bool is_proven = true) {
        auto const id = need(open_own_ticket(*desk_, *scope_, words("It prints hearts.", "first", is_proven)));
        settle();
        customer_ = view(id).customer;
        return id;
    }
    OwnTicket own(domain::TicketId id) { return need(view_own_ticket(*desk_, *scope_, customer_, id)); }
    std::vector<std::string> texts(domain::TicketId id) {
        std::vector<std::string> out;
        for (auto const& message : own(id).messages) out.push_back(message.article.text);
        return out;
    }
    void answer(domain::TicketId id, std::string text, int hold_seconds, domain::Status then) {
        NewReply wanted;
        wanted.ticket = id;
        wanted.text = std::move(text);
        wanted.hold_seconds = hold_seconds;
        wanted.then = then;
        auto const agent = add_agent("Anna " + std::to_string(++agents_)).id;
        clock_.advance(std::chrono::seconds{1});  // the set-up is read anew
        need(reply(*desk_, as(agent), wanted));
        settle();
    }
    domain::Customer customer_;
    int agents_ = 0;
};

TEST_F(OwnTickets, TakeAPageThatIsSentTwiceOnce) {
    auto const first = open();
    EXPECT_EQ(need(open_own_ticket(*desk_, *scope_, words("It prints hearts.", "first"))), first);
    EXPECT_EQ(view(first).article_count, 1);
    EXPECT_EQ(view(first).ticket.channel, domain::Channel::portal);
}

TEST_F(OwnTickets, ShowAnAnswerOnceItCanNoLongerBeTakenBack) {
    auto const id = open();
    answer(id, "A new drum is in.", 60, domain::Status::waiting);
    EXPECT_EQ(texts(id), std::vector<std::string>{"It prints hearts."});
    clock_.advance(std::chrono::seconds{61});
    EXPECT_EQ(texts(id), (std::vector<std::string>{"It prints hearts.", "A new drum is in."}));
}

TEST_F(OwnTickets, AreNobodyElses) {
    auto const id = open();
    auto const other =
        need(desk::view_ticket(*desk_, *scope_, accept(mail("eve@customer.example", "Hi", "x")).ticket)).customer;
    auto const foreign = view_own_ticket(*desk_, *scope_, other, id);
    auto const missing = view_own_ticket(*desk_, *scope_, other, domain::TicketId{999});
    ASSERT_FALSE(foreign);
    ASSERT_FALSE(missing);
    EXPECT_EQ(foreign.error().code, missing.error().code);
    EXPECT_EQ(close_own_ticket(*desk_, *scope_, other.id, id).error().kind, Kind::not_found);
    EXPECT_EQ(reopen_own_ticket(*desk_, *scope_, other.id, id).error().kind, Kind::not_found);
    EXPECT_EQ(judge_own_ticket(*desk_, *scope_, other.id, id, 1, "").error().kind, Kind::not_found);
    EXPECT_EQ(answer_own_ticket(*desk_, *scope_, other, id, words("x", "k")).error().kind, Kind::not_found);
}

TEST_F(OwnTickets, OpenAgainByAnAnswerAndByAButtonAndTellTheOwner) {
    auto const id = open();
    answer(id, "Done.", 0, domain::Status::solved);
    EXPECT_TRUE(own(id).may_reopen);
    need(reopen_own_ticket(*desk_, *scope_, customer_.id, id));
    settle();
    EXPECT_EQ(own(id).ticket.status, domain::Status::open);
    EXPECT_EQ(notices_to(id, "anna.1@team.example").size(), 1U) << "the owner hears that it is open again";
    need(close_own_ticket(*desk_, *scope_, customer_.id, id));
    need(close_own_ticket(*desk_, *scope_, customer_.id, id));
    settle();
    EXPECT_EQ(own(id).ticket.status, domain::Status::solved);
    need(answer_own_ticket(*desk_, *scope_, customer_, id, words("Hearts again.", "second")));
    settle();
    EXPECT_EQ(own(id).ticket.status, domain::Status::open);
    EXPECT_EQ(texts(id).back(), "Hearts again.");
}

TEST_F(OwnTickets, KeepWhatTheCustomerSaysOfThemAsASeenStep) {
    auto const id = open();
    auto const before = view(id).ticket.version;
    for (int score : {5, 5, 1}) need(judge_own_ticket(*desk_, *scope_, customer_.id, id, score, "well"));
    EXPECT_EQ(judge_own_ticket(*desk_, *scope_, customer_.id, id, 6, "").error().field, "/score");
    EXPECT_EQ(view(id).survey.value().score, 1);
    EXPECT_EQ(view(id).ticket.version, before + 2) << "the same word twice is one step";
    auto const events = view(id).events;
    EXPECT_EQ(std::ranges::count(events, domain::EventKind::judged, &domain::Event::kind), 2);
}

TEST_F(OwnTickets, StayClosedAfterTheWindow) {
    auto const id = open();
    answer(id, "Done.", 0, domain::Status::solved);
    clock_.advance(std::chrono::days{60});
    EXPECT_FALSE(own(id).may_reopen);
    EXPECT_EQ(reopen_own_ticket(*desk_, *scope_, customer_.id, id).error().code, "ticket.closed");
    auto const follower = need(answer_own_ticket(*desk_, *scope_, customer_, id, words("Hearts again.", "late")));
    EXPECT_NE(follower, id);
    EXPECT_EQ(view(follower).ticket.follows, id);
}

TEST_F(OwnTickets, AreNamedInMailWithTheAddressOfTheirPage) {
    PortalFields fields;
    fields.url = "https://help.firm.example";
    need(change_portal(*desk_, access::operator_of(tenant_.id), 0, fields));
    auto const id = open(false);
    auto const page = "https://help.firm.example/help/tickets/" + std::to_string(id.value);
    auto const confirmation = notices_to(id, "olga@customer.example").at(0);
    EXPECT_NE(confirmation.text.find(page), std::string::npos) << confirmation.text;
    EXPECT_EQ(confirmation.text.find("Olga"), std::string::npos) << "nobody has proved the address (H-13)";
    answer(id, "A new drum is in.", 0, domain::Status::waiting);
    auto const reply = notices_to(id, "olga@customer.example").at(1);
    EXPECT_NE(reply.text.find(page), std::string::npos) << reply.text;
    EXPECT_NE(reply.html.find(page), std::string::npos) << reply.html;
    EXPECT_EQ(texts(id).back(), "A new drum is in.") << "the line belongs to the mail alone";
}

}  // namespace
}  // namespace lotse::desk
