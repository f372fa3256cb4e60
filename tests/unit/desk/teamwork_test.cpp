// SPDX-License-Identifier: Apache-2.0
#include "desk/teamwork.h"

#include <algorithm>

#include "desk/find_mentions.h"
#include "desk/note.h"
#include "desk/reverse_event.h"
#include "desk/snooze.h"
#include "desk/update_ticket.h"
#include "support/desk_fixture.h"

namespace lotse {
namespace {

using domain::AgentId;
using domain::NoticeKind;
using domain::Status;

TEST(FindMentions, KnowsNamesAddressesAndIds) {
    auto const an_agent = [](std::int64_t id, std::string name, std::string email) {
        domain::Agent out;
        out.id = AgentId{id};
        out.name = std::move(name);
        out.email = std::move(email);
        return out;
    };
    std::vector agents{an_agent(1, "Anna", "anna@team.example"), an_agent(2, "Anna Kowalska", "ak@team.example"),
                       an_agent(3, "Zażółć Gęś", "zg@team.example"), an_agent(4, "Gone", "gone@team.example")};
    agents.back().is_disabled = true;
    auto const found = [&](std::string_view text) {
        std::vector<std::int64_t> ids;
        for (auto const id : desk::find_mentions(text, agents)) ids.push_back(id.value);
        return ids;
    };
    using Ids = std::vector<std::int64_t>;
    EXPECT_EQ(found("@Anna Kowalska, please"), Ids{2});
    EXPECT_EQ(found("@anna and @anna.kowalska and @ANNA"), (Ids{1, 2}));
    EXPECT_EQ(found("(@ak) @{3}"), (Ids{2, 3}));
    EXPECT_EQ(found("@zażółć gęś!"), Ids{3});
    EXPECT_EQ(found("anna@ak.example @annabel @gone @{4} @{99} @{ @"), Ids{});
}

class Teamwork : public DeskTest {
  protected:
    Teamwork() {
        anna_ = add_agent("Anna Kowalska").id;
        bo_ = add_agent("Bo Berg").id;
        ticket_ = accept(mail("grace@customer.example", "Printer", "It prints nothing.")).ticket;
        settle();
        clock_.advance(std::chrono::minutes{1});
    }
    desk::NewNote a_note(std::string text) const {
        desk::NewNote out;
        out.ticket = ticket_;
        out.text = std::move(text);
        return out;
    }
    domain::Ticket patch(desk::TicketPatch const& wanted) {
        return need(desk::update_ticket(*desk_, as(anna_), ticket_, 0, wanted));
    }
    domain::EventId last_event(domain::EventKind kind) {
        domain::EventId out;
        for (auto const& event : view(ticket_).events)
            if (event.kind == kind) out = event.id;
        return out;
    }
    domain::AgentId anna_;
    domain::AgentId bo_;
    domain::TicketId ticket_;
};

TEST_F(Teamwork, ANoteCallsColleaguesOnceAndNeverItsWriter) {
    auto const written = need(desk::add_note(*desk_, as(anna_), a_note("@Bo Berg, @bo.berg, @Anna Kowalska: look.")));
    EXPECT_EQ(written.mentions, std::vector{bo_});
    auto const mine = need(desk::my_mentions(*desk_, as(bo_), true, "", 10));
    ASSERT_EQ(mine.items.size(), 1U);
    EXPECT_EQ(mine.items[0].mention.article, written.article);
    EXPECT_EQ(mine.items[0].subject, "Printer");
    auto const mails = notices_to(ticket_, "bo.berg@team.example");
    EXPECT_EQ(std::ranges::count(mails, NoticeKind::mentioned, &domain::Notice::kind), 1);
    EXPECT_EQ(desk::read_mention(*desk_, as(anna_), mine.items[0].mention.id).error().code, "mention.missing");
    need(desk::read_mention(*desk_, as(bo_), mine.items[0].mention.id));
    EXPECT_TRUE(need(desk::my_mentions(*desk_, as(bo_), true, "", 10)).items.empty());
    EXPECT_EQ(need(desk::my_mentions(*desk_, as(bo_), false, "", 10)).items.size(), 1U);
}

TEST_F(Teamwork, FollowersHearOfTheCustomerAndTheOwnerHearsOnce) {
    auto const owner = view(ticket_).ticket.agent;
    for (auto const agent : {anna_, bo_}) need(desk::follow(*desk_, as(anna_), ticket_, agent));
    auto const confirmation = notices_to(ticket_, "grace@customer.example").front();
    auto answer = mail("grace@customer.example", "Re: Printer", "Still nothing.");
    answer.references = {confirmation.message_id};
    ASSERT_EQ(accept(answer).ticket, ticket_);
    settle();
    auto const heard = [&](std::string_view address) {
        auto const mails = notices_to(ticket_, address);
        return std::ranges::count(mails, NoticeKind::customer_replied, &domain::Notice::kind);
    };
    EXPECT_TRUE(owner == anna_ || owner == bo_);
    EXPECT_EQ(heard("anna.kowalska@team.example"), 1);
    EXPECT_EQ(heard("bo.berg@team.example"), 1);
}

TEST_F(Teamwork, ASleepingTicketWakesAtItsTime) {
    auto const until = clock_.now() + std::chrono::hours{2};
    EXPECT_EQ(need(desk::snooze(*desk_, as(anna_), ticket_, 0, until)).snoozed_until, until);
    EXPECT_EQ(need(desk::wake_tickets(*desk_, *scope_)), 0);
    clock_.advance(std::chrono::hours{2});
    EXPECT_EQ(need(desk::wake_tickets(*desk_, *scope_)), 1);
    EXPECT_EQ(need(desk::wake_tickets(*desk_, *scope_)), 0);
    EXPECT_FALSE(view(ticket_).ticket.snoozed_until.has_value());
    EXPECT_EQ(desk::snooze(*desk_, as(anna_), ticket_, 0, clock_.now()).error().field, "/until");
}

TEST_F(Teamwork, ASleepingTicketWakesWhenTheCustomerWrites) {
    need(desk::snooze(*desk_, as(anna_), ticket_, 0, clock_.now() + std::chrono::hours{20}));
    auto answer = mail("grace@customer.example", "Re: Printer", "It burns!");
    answer.references = {notices_to(ticket_, "grace@customer.example").front().message_id};
    accept(answer);
    settle();
    EXPECT_FALSE(view(ticket_).ticket.snoozed_until.has_value());
}

TEST_F(Teamwork, UndoPutsAllFieldsOfAStepBackWithItsReason) {
    auto const before = view(ticket_).ticket;
    desk::TicketPatch wanted;
    wanted.status = Status::waiting;
    wanted.priority = domain::Priority::urgent;
    wanted.type = domain::TicketType::complaint;
    patch(wanted);
    auto const step = last_event(domain::EventKind::updated);
    auto const undone = need(desk::reverse_event(*desk_, as(bo_), ticket_, step, {}));
    EXPECT_EQ(undone.ticket.status, before.status);
    EXPECT_EQ(undone.ticket.priority, before.priority);
    EXPECT_EQ(undone.ticket.has_type, before.has_type);
    EXPECT_EQ(undone.changes.size(), 3U);
    EXPECT_NE(undone.changes[0].because.text.find("Bo Berg undid"), std::string::npos);
    // An undo is a step as any other.
    auto const again = need(desk::reverse_event(*desk_, as(bo_), ticket_, undone.event, {}));
    EXPECT_EQ(again.ticket.status, Status::waiting);
    EXPECT_EQ(again.ticket.priority, domain::Priority::urgent);
}

TEST_F(Teamwork, UndoTouchesNothingWhereAFieldHasMovedOn) {
    desk::TicketPatch wanted;
    wanted.status = Status::waiting;
    wanted.priority = domain::Priority::urgent;
    patch(wanted);
    auto const step = last_event(domain::EventKind::updated);
    desk::TicketPatch later;
    later.priority = domain::Priority::low;
    patch(later);
    auto const error = desk::reverse_event(*desk_, as(bo_), ticket_, step, {}).error();
    EXPECT_EQ(error.code, "change.moved_on");
    EXPECT_EQ(error.field, "/priority");
    EXPECT_EQ(view(ticket_).ticket.status, Status::waiting);
    auto const other = accept(mail("a@b.example", "Other", "x")).ticket;
    EXPECT_EQ(desk::reverse_event(*desk_, as(bo_), other, step, {}).error().code, "event.missing");
    EXPECT_EQ(desk::reverse_event(*desk_, as(bo_), ticket_, last_event(domain::EventKind::opened), {}).error().code,
              "event.not_reversible");
}

TEST_F(Teamwork, TicksRememberWhoAndWhen) {
    auto const item = need(desk::add_item(*desk_, as(anna_), ticket_, "  Order the drum ", {})).value;
    EXPECT_EQ(item.text, "Order the drum");
    desk::ItemFields done;
    done.is_done = true;
    auto const ticked = need(desk::change_item(*desk_, as(bo_), ticket_, item.id, done));
    EXPECT_EQ(ticked.done_by, bo_);
    EXPECT_EQ(ticked.done_at, clock_.now());
    clock_.advance(std::chrono::minutes{5});
    EXPECT_EQ(need(desk::change_item(*desk_, as(anna_), ticket_, item.id, done)).done_by, bo_);
    EXPECT_EQ(view(ticket_).checklist.size(), 1U);
    EXPECT_EQ(desk::add_item(*desk_, as(anna_), ticket_, "  ", {}).error().field, "/text");
}

}  // namespace
}  // namespace lotse
