// SPDX-License-Identifier: Apache-2.0
#include "desk/accept.h"

#include "desk/reply.h"
#include "desk/update_ticket.h"
#include "support/desk_fixture.h"

namespace lotse {
namespace {

using domain::Status;

class Accept : public DeskTest {
  protected:
    // Opens a ticket, lets an agent answer it, and gives the mail the customer got.
    domain::Notice answered(domain::TicketId& ticket, Status then = Status::waiting) {
        auto const agent = add_agent("Anna Kowalska");
        ticket = accept(mail("grace@customer.example", "Printer", "It prints nothing.")).ticket;
        settle();
        need(desk::reply(*desk_, as(agent.id), {ticket, 0, "Please switch it off and on.", then, {}}));
        settle();
        for (auto const& notice : notices_to(ticket, "grace@customer.example"))
            if (notice.kind == domain::NoticeKind::reply) return notice;
        ADD_FAILURE() << "no reply in the outbox";
        return {};
    }
    domain::Inbound answer_to(domain::Notice const& notice, std::string from) {
        auto out = mail(std::move(from), "Re: Printer", "Still nothing.");
        out.references = {notice.message_id};
        return out;
    }
};

TEST_F(Accept, StoresAMailAsATicketWithItsRawBytes) {
    auto const inbound = mail("grace@customer.example", "Printer", "It prints nothing.");
    auto const accepted = accept(inbound);
    EXPECT_TRUE(accepted.opened_ticket);
    auto const seen = view(accepted.ticket);
    EXPECT_EQ(seen.ticket.subject, "Printer");
    EXPECT_EQ(seen.customer.email, "grace@customer.example");
    ASSERT_EQ(seen.articles.size(), 1U);
    EXPECT_EQ(seen.articles[0].new_text, "It prints nothing.");
    EXPECT_EQ(need(desk::read_raw(*desk_, *scope_, accepted.article)), inbound.raw);
}

TEST_F(Accept, GivesTheSameTicketForTheSameDelivery) {
    auto const inbound = mail("grace@customer.example", "Printer", "It prints nothing.");
    auto const first = accept(inbound);
    auto const again = accept(inbound);
    EXPECT_TRUE(again.is_known);
    EXPECT_EQ(again.ticket, first.ticket);
    EXPECT_EQ(view(first.ticket).articles.size(), 1U);
}

TEST_F(Accept, KeepsLargeRawMailAndFilesOnDisk) {
    auto inbound = mail("grace@customer.example", "Scan", "See the file.");
    inbound.raw = std::string(300'000, 'x');
    inbound.files.push_back({"../../etc/passwd", "image/png", "", false, std::string("\x89PNG\0data", 9)});
    auto const accepted = accept(inbound);
    EXPECT_EQ(need(desk::read_raw(*desk_, *scope_, accepted.article)).size(), 300'000U);
    auto const seen = view(accepted.ticket);
    ASSERT_EQ(seen.attachments.size(), 1U);
    EXPECT_EQ(need(desk::read_attachment(*desk_, *scope_, seen.attachments[0].id)).bytes, inbound.files[0].bytes);
}

TEST_F(Accept, JoinsAnAnswerByTheTokenInAQuotedMessageId) {
    domain::TicketId ticket;
    auto const notice = answered(ticket);
    auto const accepted = accept(answer_to(notice, "grace@customer.example"));
    EXPECT_EQ(accepted.ticket, ticket);
    settle();
    EXPECT_EQ(view(ticket).ticket.status, Status::open);
}

TEST_F(Accept, JoinsAnAnswerByTheTokenInThePlusAddress) {
    domain::TicketId ticket;
    auto const notice = answered(ticket);
    auto inbound = mail("grace@customer.example", "a new subject", "Still nothing.");
    auto const plus = notice.reply_to.find('+');
    inbound.reply_tokens = {notice.reply_to.substr(plus + 1, notice.reply_to.find('@') - plus - 1)};
    EXPECT_EQ(accept(inbound).ticket, ticket);
}

TEST_F(Accept, NeverJoinsByATicketNumberInTheSubject) {
    domain::TicketId ticket;
    answered(ticket);
    auto const accepted = accept(mail("grace@customer.example", "[Ticket #1] Printer", "Same thing."));
    EXPECT_NE(accepted.ticket, ticket);
    EXPECT_NE(view(accepted.ticket).articles[0].remark.find("names ticket 1"), std::string::npos);
}

TEST_F(Accept, IgnoresATokenWithAChangedSignature) {
    domain::TicketId ticket;
    auto notice = answered(ticket);
    auto& id = notice.message_id;
    auto const at = id.find('.', id.find('.') + 1) + 3;
    id[at] = id[at] == 'a' ? 'b' : 'a';
    EXPECT_NE(accept(answer_to(notice, "grace@customer.example")).ticket, ticket);
}

TEST_F(Accept, QuarantinesATokenUsedByAStrangerWithoutProof) {
    domain::TicketId ticket;
    auto const notice = answered(ticket);
    EXPECT_EQ(accept(answer_to(notice, "mallory@evil.example")).ticket, ticket);
    settle();
    auto const seen = view(ticket);
    EXPECT_TRUE(seen.articles.back().is_quarantined);
    EXPECT_EQ(seen.ticket.status, Status::waiting) << "a quarantined article moves nothing";
}

TEST_F(Accept, AppendsAProvenNewParticipant) {
    domain::TicketId ticket;
    auto const notice = answered(ticket);
    auto inbound = answer_to(notice, "colleague@customer.example");
    inbound.proof = domain::SenderProof::pass;
    EXPECT_EQ(accept(inbound).ticket, ticket);
    auto const article = view(ticket).articles.back();
    EXPECT_FALSE(article.is_quarantined);
    EXPECT_NE(article.remark.find("somebody new"), std::string::npos);
}

TEST_F(Accept, QuarantinesAFailedProofAndTwoSenders) {
    domain::TicketId ticket;
    auto const notice = answered(ticket);
    auto forged = answer_to(notice, "grace@customer.example");
    forged.proof = domain::SenderProof::fail;
    accept(forged);
    EXPECT_TRUE(view(ticket).articles.back().is_quarantined);
    auto twofold = answer_to(notice, "grace@customer.example");
    twofold.from_count = 2;
    accept(twofold);
    EXPECT_TRUE(view(ticket).articles.back().is_quarantined);
}

TEST_F(Accept, DoesNotReopenForAnAutomaticReply) {
    domain::TicketId ticket;
    auto const notice = answered(ticket, Status::solved);
    auto inbound = answer_to(notice, "grace@customer.example");
    inbound.is_automatic = true;
    inbound.verdict = "An out-of-office reply.";
    EXPECT_EQ(accept(inbound).ticket, ticket);
    settle();
    EXPECT_EQ(view(ticket).ticket.status, Status::solved);
}

TEST_F(Accept, ReopensASolvedTicketWithinTheWindow) {
    domain::TicketId ticket;
    auto const notice = answered(ticket, Status::solved);
    clock_.advance(std::chrono::days{3});
    EXPECT_EQ(accept(answer_to(notice, "grace@customer.example")).ticket, ticket);
    settle();
    EXPECT_EQ(view(ticket).ticket.status, Status::open);
}

TEST_F(Accept, OpensALinkedTicketPastTheWindow) {
    domain::TicketId ticket;
    auto const notice = answered(ticket, Status::solved);
    clock_.advance(std::chrono::days{15});
    auto const accepted = accept(answer_to(notice, "grace@customer.example"));
    EXPECT_NE(accepted.ticket, ticket);
    EXPECT_EQ(view(accepted.ticket).ticket.follows, ticket);
}

TEST_F(Accept, KeepsAnUnreadableMailAsATicket) {
    auto inbound = mail("", "", "");
    inbound.from = {};
    inbound.from_count = 0;
    inbound.unreadable = true;
    inbound.raw = std::string("\0\xff\xfe garbage", 12);
    auto const accepted = accept(inbound);
    settle();
    auto const seen = view(accepted.ticket);
    EXPECT_TRUE(seen.ticket.unreadable);
    EXPECT_EQ(need(desk::read_raw(*desk_, *scope_, accepted.article)), inbound.raw);
    EXPECT_TRUE(seen.notices.empty() || seen.notices[0].to_address != "");
}

}  // namespace
}  // namespace lotse
