// SPDX-License-Identifier: Apache-2.0
#include "desk/reply.h"

#include <algorithm>
#include <atomic>
#include <thread>

#include "desk/deliver_notices.h"
#include "desk/forward.h"
#include "desk/send_scheduled.h"
#include "desk/take_back.h"
#include "desk/update_ticket.h"
#include "desk/uploads.h"
#include "support/desk_fixture.h"

namespace lotse {
namespace {

using domain::ArticleKind;
using domain::NoticeKind;
using domain::Status;
using std::chrono::seconds;

class Replies : public DeskTest {
  protected:
    Replies() {
        anna_ = add_agent("Anna Kowalska").id;
        ticket_ = accept(mail("grace@customer.example", "Printer", "It prints nothing.")).ticket;
        settle();
        // Mails to one person leave in order; the confirmation has left.
        for (auto const& notice : view(ticket_).notices) need(desk::note_outcome(*desk_, *scope_, notice, Ok{}));
        clock_.advance(seconds{60});
    }
    desk::NewReply a_reply(std::string text = "Please switch it off and on.") const {
        desk::NewReply out;
        out.ticket = ticket_;
        out.text = std::move(text);
        return out;
    }
    desk::Written write(desk::NewReply const& wanted) { return need(desk::reply(*desk_, as(anna_), wanted)); }
    std::vector<domain::Notice> mails(domain::ArticleId article) {
        auto all = view(ticket_).notices;
        std::erase_if(all, [&](auto const& notice) { return notice.article != article; });
        return all;
    }
    std::vector<domain::Notice> claim() { return need(desk::claim_notices(*desk_, *scope_, 100)); }
    bool claims(domain::ArticleId article) {
        return std::ranges::any_of(claim(), [&](auto const& notice) { return notice.article == article; });
    }
    desk::DraftView draft() { return need(desk::read_draft(*desk_, *scope_, ticket_, ArticleKind::message)); }
    std::size_t replies() {
        auto const seen = view(ticket_).articles;
        return static_cast<std::size_t>(std::ranges::count(seen, domain::Author::agent, &domain::Article::author));
    }
    domain::UploadId an_upload(std::string name = "plan.pdf") {
        desk::NewUpload wanted;
        wanted.name = std::move(name);
        wanted.bytes = "%PDF-1.7 plan";
        return need(desk::upload(*desk_, as(anna_), wanted)).id;
    }
    domain::AgentId anna_;
    domain::TicketId ticket_;
};

TEST_F(Replies, AreHeldSoThatNoMailServerSeesThemBefore) {
    auto const written = write(a_reply());
    EXPECT_EQ(written.sending_at, clock_.now() + seconds{10});
    settle();
    clock_.advance(seconds{9});
    EXPECT_FALSE(claims(written.article));
    clock_.advance(seconds{1});
    EXPECT_TRUE(claims(written.article));
}

TEST_F(Replies, TakenBackLeaveNothingButAnEventAndTheDraft) {
    auto const before = view(ticket_);
    auto wanted = a_reply("Dear Grace");
    wanted.attachments = {an_upload()};
    wanted.then = Status::solved;
    auto const written = write(wanted);
    settle();
    EXPECT_EQ(view(ticket_).ticket.status, Status::solved);
    EXPECT_TRUE(view(ticket_).ticket.first_reply_at.has_value());

    clock_.advance(seconds{5});
    auto const back = need(desk::take_back(*desk_, as(anna_), written.article));
    settle();
    auto const after = view(ticket_);
    EXPECT_EQ(after.ticket.status, before.ticket.status);
    EXPECT_EQ(after.ticket.agent, before.ticket.agent);
    EXPECT_FALSE(after.ticket.first_reply_at.has_value());
    EXPECT_EQ(after.ticket.first_reply_due_at, before.ticket.first_reply_due_at);
    EXPECT_EQ(after.timers, before.timers);
    EXPECT_EQ(after.articles.size(), 1U);
    EXPECT_TRUE(mails(written.article).empty());
    EXPECT_TRUE(std::ranges::any_of(
        after.events, [](auto const& event) { return event.kind == domain::EventKind::reply_taken_back; }));
    EXPECT_EQ(back.draft.draft.text, "Dear Grace");
    ASSERT_EQ(back.draft.attachments.size(), 1U);
    EXPECT_EQ(back.draft.attachments[0].name, "plan.pdf");
    clock_.advance(seconds{3600});
    EXPECT_FALSE(claims(written.article));
}

TEST_F(Replies, TakenByAWorkerCannotBeTakenBack) {
    auto const written = write(a_reply());
    clock_.advance(seconds{10});
    ASSERT_TRUE(claims(written.article));
    EXPECT_EQ(desk::take_back(*desk_, as(anna_), written.article).error().code, "sending.gone");
    EXPECT_EQ(replies(), 1U);
    EXPECT_EQ(mails(written.article).size(), 1U);
}

// The writer's finger and the worker meet at the tenth second, again and again: the mail goes or it does not, never both.
TEST_F(Replies, GoOrComeBackAtTheMomentOfSendingButNeverBoth) {
    int gone = 0;
    for (int round = 0; round < 12; ++round) {
        auto const written = write(a_reply());
        clock_.advance(seconds{10});
        std::atomic<bool> claimed{false};
        std::atomic<bool> taken_back{false};
        {
            std::jthread const worker([&] { claimed = claims(written.article); });
            std::jthread const writer(
                [&] { taken_back = desk::take_back(*desk_, as(anna_), written.article).has_value(); });
        }
        EXPECT_NE(claimed.load(), taken_back.load()) << round;
        EXPECT_EQ(mails(written.article).empty(), taken_back.load());
        gone += claimed ? 1 : 0;
        for (auto const& notice : mails(written.article)) need(desk::note_outcome(*desk_, *scope_, notice, Ok{}));
        need(desk::drop_draft(*desk_, as(anna_), ticket_, ArticleKind::message, {}));
    }
    EXPECT_EQ(replies(), static_cast<std::size_t>(gone));
}

TEST_F(Replies, SentFromADraftEmptyItAndALateAutosaveFindsThatItIsLate) {
    auto const saved =
        need(desk::save_draft(*desk_, as(anna_), ticket_, ArticleKind::message, 0, {"Dear", "", {}, {}}));
    EXPECT_EQ(saved.draft.revision, 1);
    auto wanted = a_reply();
    wanted.draft_revision = 1;
    write(wanted);
    EXPECT_TRUE(draft().draft.is_empty);
    auto const late = desk::save_draft(*desk_, as(anna_), ticket_, ArticleKind::message, 1, {"Dear", "", {}, {}});
    EXPECT_EQ(late.error().code, "draft.moved");
    // Also a first autosave that was still on its way.
    EXPECT_EQ(desk::save_draft(*desk_, as(anna_), ticket_, ArticleKind::message, 0, {"Dear", "", {}, {}}).error().code,
              "draft.moved");
    EXPECT_TRUE(draft().draft.is_empty);
}

TEST_F(Replies, OfOneDraftAreSentOnceHoweverManyTabsSend) {
    need(desk::save_draft(*desk_, as(anna_), ticket_, ArticleKind::message, 0, {"Dear", "", {}, {}}));
    std::atomic<int> sent{0};
    std::vector<std::jthread> tabs;
    for (int i = 0; i < 8; ++i)
        tabs.emplace_back([&] {
            auto wanted = a_reply();
            wanted.draft_revision = 1;
            auto const written = desk::reply(*desk_, as(anna_), wanted);
            if (written) ++sent;
            if (!written) {
                EXPECT_EQ(written.error().code, "draft.moved");
            }
        });
    tabs.clear();
    EXPECT_EQ(sent.load(), 1);
    EXPECT_EQ(replies(), 1U);
}

TEST_F(Replies, AreRefusedWhenSomebodyElseHasWrittenSince) {
    auto const seen = view(ticket_).articles.back().id;
    auto const bo = add_agent("Bo Berg").id;
    auto other = a_reply("I have it.");
    need(desk::reply(*desk_, as(bo), other));
    auto wanted = a_reply();
    wanted.seen_article = seen;
    EXPECT_EQ(desk::reply(*desk_, as(anna_), wanted).error().code, "ticket.moved");
    auto const since = need(desk::written_since(*desk_, as(anna_), ticket_, seen));
    ASSERT_EQ(since.size(), 1U);
    EXPECT_EQ(since[0].text, "I have it.");
    // One's own words from another tab stop nobody.
    need(desk::reply(*desk_, as(bo), [&] {
        auto again = a_reply("And more.");
        again.seen_article = seen;
        return again;
    }()));
}

TEST_F(Replies, GoToEverybodyWhomTheyNameAndEachHasATokenOfTheirOwn) {
    auto wanted = a_reply();
    wanted.recipients.to = {{"Grace \"G\" Hopper", "Grace@customer.example"}, {"", "grace@customer.example"}};
    wanted.recipients.cc = {{"", "boss@customer.example"}};
    auto const written = write(wanted);
    auto const sent = mails(written.article);
    ASSERT_EQ(sent.size(), 2U);
    EXPECT_NE(sent[0].reply_to, sent[1].reply_to);
    EXPECT_EQ(sent[1].to_address, "boss@customer.example");
    auto const sending = need(desk::read_sending(*desk_, *scope_, sent[1]));
    EXPECT_EQ(sending.to, "\"Grace G Hopper\" <grace@customer.example>");
    EXPECT_EQ(sending.cc, "boss@customer.example");
}

TEST_F(Replies, RefuseBrokenAddressesAndTheDesksOwn) {
    auto wanted = a_reply();
    wanted.recipients.to = {{"", "grace@customer.example"}, {"", "nonsense"}};
    auto error = desk::reply(*desk_, as(anna_), wanted).error();
    EXPECT_EQ(error.code, "address.format");
    EXPECT_EQ(error.field, "/to/1/address");
    wanted.recipients.to = {{"", "help+t1.x@desk.example"}};
    EXPECT_EQ(desk::reply(*desk_, as(anna_), wanted).error().code, "recipient.own");
    EXPECT_EQ(replies(), 0U);
}

TEST_F(Replies, CleanTheirHtmlAndMakeTextOfIt) {
    auto wanted = a_reply("");
    wanted.html = "<p>Hello <b>Grace</b></p><script>alert(1)</script>";
    auto const written = write(wanted);
    auto const article = view(ticket_).articles.back();
    EXPECT_EQ(article.id, written.article);
    EXPECT_EQ(article.html.find("script"), std::string::npos);
    EXPECT_NE(article.html.find("<b>Grace</b>"), std::string::npos);
    EXPECT_NE(article.text.find("Hello Grace"), std::string::npos);
}

TEST_F(Replies, TakeEachUploadOnce) {
    auto const file = an_upload();
    auto wanted = a_reply();
    wanted.attachments = {file};
    auto const written = write(wanted);
    auto const sending = need(desk::read_sending(*desk_, *scope_, mails(written.article).front()));
    ASSERT_EQ(sending.files.size(), 1U);
    EXPECT_EQ(sending.files[0].bytes, "%PDF-1.7 plan");
    auto const error = desk::reply(*desk_, as(anna_), wanted).error();
    EXPECT_EQ(error.code, "upload.missing");
    EXPECT_EQ(error.field, "/attachments/0");
    EXPECT_EQ(replies(), 1U);
}

TEST_F(Replies, ThatAreScheduledMoveNothingUntilTheyGo) {
    auto const due = view(ticket_).ticket.first_reply_due_at;
    auto wanted = a_reply();
    wanted.send_at = clock_.now() + std::chrono::hours{20};
    auto const written = write(wanted);
    settle();
    EXPECT_NE(view(ticket_).ticket.status, Status::waiting);
    EXPECT_EQ(view(ticket_).ticket.first_reply_due_at, due);
    EXPECT_EQ(need(desk::send_scheduled(*desk_, *scope_)), 0);
    clock_.advance(std::chrono::hours{20});
    EXPECT_EQ(need(desk::send_scheduled(*desk_, *scope_)), 1);
    EXPECT_EQ(need(desk::send_scheduled(*desk_, *scope_)), 0);
    settle();
    EXPECT_EQ(view(ticket_).ticket.status, Status::waiting);
    EXPECT_EQ(view(ticket_).ticket.first_reply_at, clock_.now());
    EXPECT_TRUE(claims(written.article));
}

TEST_F(Replies, ThatAreScheduledComeBackToTheDraft) {
    auto wanted = a_reply("Later.");
    wanted.send_at = clock_.now() + std::chrono::hours{20};
    auto const written = write(wanted);
    need(desk::take_back(*desk_, as(anna_), written.article));
    EXPECT_EQ(draft().draft.text, "Later.");
    clock_.advance(std::chrono::hours{21});
    EXPECT_EQ(need(desk::send_scheduled(*desk_, *scope_)), 0);
    EXPECT_EQ(replies(), 0U);
}

TEST_F(Replies, ThatWaitForNextWeekHoldUpNoOtherMail) {
    auto wanted = a_reply("Later.");
    wanted.send_at = clock_.now() + std::chrono::hours{200};
    write(wanted);
    auto const now = write(a_reply("Now."));
    clock_.advance(seconds{10});
    EXPECT_TRUE(claims(now.article));
}

TEST_F(Replies, WithOneKeyAreOneReply) {
    auto wanted = a_reply();
    wanted.key = {"session:1", "write_reply", "k", "hash"};
    auto const first = write(wanted);
    auto const again = write(wanted);
    EXPECT_TRUE(again.is_known);
    EXPECT_EQ(again.article, first.article);
    EXPECT_EQ(again.sending_at, first.sending_at);
    EXPECT_EQ(replies(), 1U);
}

class Forwards : public Replies {
  protected:
    desk::NewForward a_forward() {
        desk::NewForward out;
        out.ticket = ticket_;
        out.text = "Can you look at this?";
        out.recipients.to = {{"Maker", "service@maker.example"}};
        out.articles = {view(ticket_).articles.front().id};
        return out;
    }
};

TEST_F(Forwards, AskSomebodyWhoseAnswerJoinsWithoutMakingThemTheCustomer) {
    auto const customer = view(ticket_).ticket.customer;
    auto const status = view(ticket_).ticket.status;
    auto const written = need(desk::forward(*desk_, as(anna_), a_forward()));
    settle();
    EXPECT_EQ(view(ticket_).ticket.status, status);
    EXPECT_FALSE(view(ticket_).ticket.first_reply_at.has_value());
    auto const sent = mails(written.article);
    ASSERT_EQ(sent.size(), 1U);
    EXPECT_EQ(sent[0].kind, NoticeKind::forward);
    EXPECT_NE(sent[0].text.find("It prints nothing."), std::string::npos);

    need(desk::update_ticket(*desk_, as(anna_), ticket_, 0, [] {
        desk::TicketPatch patch;
        patch.status = Status::solved;
        return patch;
    }()));
    settle();
    auto const told = notices_to(ticket_, "grace@customer.example").size();
    auto answer = mail("service@maker.example", "Re: Printer", "Change the drum.");
    answer.references = {sent[0].message_id};
    EXPECT_EQ(accept(answer).ticket, ticket_);
    settle();
    auto const after = view(ticket_);
    EXPECT_EQ(after.ticket.customer, customer);
    EXPECT_EQ(after.ticket.status, Status::open);
    EXPECT_FALSE(after.articles.back().is_quarantined);
    EXPECT_EQ(notices_to(ticket_, "grace@customer.example").size(), told) << "the customer has written nothing";
}

TEST_F(Forwards, PassNoNotesOnAndNothingOfOtherTickets) {
    auto const other = accept(mail("a@b.example", "Other", "x"));
    auto wanted = a_forward();
    wanted.articles = {other.article};
    auto const error = desk::forward(*desk_, as(anna_), wanted).error();
    EXPECT_EQ(error.code, "article.missing");
    EXPECT_EQ(error.field, "/articles/0");
}

}  // namespace
}  // namespace lotse
