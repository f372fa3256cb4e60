// SPDX-License-Identifier: Apache-2.0
#include "desk/merge_tickets.h"

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <tuple>

#include "desk/fire_timers.h"
#include "desk/queue_counts.h"
#include "desk/reply.h"
#include "desk/reply_token.h"
#include "desk/take_back.h"
#include "desk/ticket_relations.h"
#include "desk/update_ticket.h"
#include "store/relations.h"
#include "unit/desk/support/desk_fixture.h"

namespace lotse {
namespace {

using domain::TicketId;

class MergeTickets : public DeskTest {
  protected:
    MergeTickets() : anna_(add_agent("Anna Kowalska")) {}
    access::Principal anna() const { return as(anna_.id); }
    TicketId ticket(std::string from, std::string subject, std::string text = "Words.") {
        auto const id = accept(mail(std::move(from), std::move(subject), std::move(text))).ticket;
        settle();
        return id;
    }
    Result<desk::Merged> merge(TicketId source, TicketId target) {
        return desk::merge_tickets(*desk_, anna(), source, target, {});
    }
    Result<void> undo(TicketId source) { return desk::undo_merge(*desk_, anna(), source); }
    std::vector<std::string> texts(TicketId id) {
        std::vector<std::string> out;
        for (auto const& article : view(id).articles) out.push_back(article.text);
        return out;
    }
    // All that a ticket is, but its version and the time of its last change.
    auto whole(TicketId id) {
        auto const seen = view(id);
        auto const& t = seen.ticket;
        std::vector<std::int64_t> articles;
        for (auto const& article : seen.articles) articles.push_back(article.id.value);
        std::vector<std::int64_t> files;
        for (auto const& file : seen.attachments) files.push_back(file.id.value);
        return std::tuple(t.subject, t.status, t.customer, t.queue, t.agent, t.category, t.priority, t.solved_at,
                          t.closed_at, t.first_reply_at, t.first_reply_due_at, t.solution_due_at, t.merged_into,
                          seen.timers, articles, files);
    }
    auto counts() {
        std::map<std::int64_t, std::vector<std::int64_t>> out;
        for (auto const& queue : need(desk::queue_counts(*desk_, *scope_)))
            out[queue.id.value] = {queue.by_status.begin(), queue.by_status.end()};
        return out;
    }
    // As the customer's mail program answers a mail of the desk.
    domain::Inbound answer_to(TicketId id, std::string const& address, std::string text) {
        auto out = mail(address, "Re: it", std::move(text));
        auto const notices = notices_to(id, address);
        if (notices.empty()) throw std::runtime_error("no mail to answer");
        out.references.push_back(notices.back().message_id);
        return out;
    }

    domain::Agent anna_;
};

TEST_F(MergeTickets, MessagesStandInTheOrderInWhichTheyCame) {
    auto const first = ticket("grace@customer.example", "Printer", "one");
    auto const second = ticket("alan@customer.example", "Printer again", "two");
    accept(answer_to(first, "grace@customer.example", "three"));
    settle();
    EXPECT_EQ(need(merge(first, second)).articles, 2);
    EXPECT_EQ(texts(second), (std::vector<std::string>{"one", "two", "three"}));
    EXPECT_TRUE(texts(first).empty());
    auto const source = view(first).ticket;
    EXPECT_EQ(source.status, domain::Status::closed);
    EXPECT_EQ(source.merged_into, second);
    EXPECT_TRUE(view(first).timers.empty());
    auto const relations = view(second).relations;
    ASSERT_EQ(relations.merged.size(), 1u);
    EXPECT_EQ(relations.merged[0].customer.email, "grace@customer.example");
}

TEST_F(MergeTickets, UndoGivesBackWhatWas) {
    auto const first = ticket("grace@customer.example", "Printer", "one");
    auto const second = ticket("alan@customer.example", "Other", "two");
    auto const before = std::tuple(whole(first), whole(second), counts());
    need(merge(first, second));
    EXPECT_NE(whole(first), std::get<0>(before));
    need(undo(first));
    EXPECT_EQ(std::tuple(whole(first), whole(second), counts()), before);
    settle();
    EXPECT_EQ(whole(first), std::get<0>(before)) << "the log computes the same due times";
    EXPECT_EQ(undo(first).error().code, "merge.none");
}

TEST_F(MergeTickets, MailToTheSourcesThreadLandsInTheTargetAndStaysThere) {
    auto const first = ticket("grace@customer.example", "Printer", "one");
    auto const second = ticket("alan@customer.example", "Other", "two");
    need(merge(first, second));
    auto const landed = accept(answer_to(first, "grace@customer.example", "late"));
    settle();
    EXPECT_EQ(landed.ticket, second);
    need(undo(first));
    EXPECT_EQ(texts(first), std::vector<std::string>{"one"});
    EXPECT_EQ(texts(second), (std::vector<std::string>{"two", "late"}));
    EXPECT_EQ(accept(answer_to(first, "grace@customer.example", "later")).ticket, first);
}

TEST_F(MergeTickets, AMessageThatWasNotYetSettledOpensTheTarget) {
    auto const first = ticket("grace@customer.example", "Printer", "one");
    auto const second = ticket("alan@customer.example", "Other", "two");
    desk::NewReply reply;
    reply.ticket = second;
    reply.text = "Please wait.";
    need(desk::reply(*desk_, anna(), reply));
    settle();
    ASSERT_EQ(view(second).ticket.status, domain::Status::waiting);
    accept(answer_to(first, "grace@customer.example", "now"));
    need(merge(first, second));
    settle();
    EXPECT_EQ(view(second).ticket.status, domain::Status::open);
    EXPECT_EQ(view(first).ticket.status, domain::Status::closed);
}

TEST_F(MergeTickets, AHeldAnswerIsSeenAndTakenBackInTheTarget) {
    auto const first = ticket("grace@customer.example", "Printer", "one");
    auto const second = ticket("alan@customer.example", "Other", "two");
    auto const third = ticket("ada@customer.example", "Third", "three");
    auto const before = view(third).ticket;
    desk::NewReply reply;
    reply.ticket = first;
    reply.text = "Too early.";
    reply.hold_seconds = 100;
    auto const written = need(desk::reply(*desk_, anna(), reply));
    need(merge(first, second));
    need(merge(second, third));
    auto const seen = view(third);
    auto const is_ours = [&](auto const& notice) { return notice.article == written.article; };
    EXPECT_TRUE(std::ranges::any_of(seen.notices, is_ours)) << "until when it can be taken back";
    EXPECT_EQ(need(desk::take_back(*desk_, anna(), written.article)).ticket, third);
    EXPECT_EQ(texts(third), (std::vector<std::string>{"one", "two", "three"}));
    EXPECT_EQ(view(third).ticket.status, before.status);
    for (auto const& notice : view(first).notices) EXPECT_NE(notice.kind, domain::NoticeKind::reply);
    EXPECT_EQ(desk::take_back(*desk_, anna(), written.article).error().code, "article.missing");
}

TEST_F(MergeTickets, WhatBecameDueWhileMergedIsDueAfterwards) {
    auto const first = ticket("grace@customer.example", "Printer", "one");
    auto const second = ticket("alan@customer.example", "Other", "two");
    need(merge(first, second));
    clock_.advance(std::chrono::hours{24 * 30});
    need(desk::fire_timers(*desk_, *scope_, 100));
    settle();
    EXPECT_FALSE(view(first).ticket.escalated) << "merged: nobody owes anything here";
    need(undo(first));
    need(desk::fire_timers(*desk_, *scope_, 100));
    settle();
    EXPECT_TRUE(view(first).ticket.escalated);
}

TEST_F(MergeTickets, RefusesWhatMakesNoSense) {
    auto const a = ticket("a@customer.example", "A");
    auto const b = ticket("b@customer.example", "B");
    auto const c = ticket("c@customer.example", "C");
    EXPECT_EQ(merge(a, a).error().code, "merge.self");
    EXPECT_EQ(merge(a, TicketId{999}).error().field, "/into");
    need(merge(a, b));
    EXPECT_EQ(merge(a, c).error().code, "ticket.merged");
    EXPECT_EQ(merge(c, a).error().code, "ticket.merged");
    need(merge(b, c));
    EXPECT_EQ(undo(a).error().code, "ticket.merged") << "b stands in c: take that back first";
    EXPECT_EQ(accept(answer_to(a, "a@customer.example", "through two merges")).ticket, c);
    need(undo(b));
    need(undo(a));
    desk::TicketPatch closing;
    closing.status = domain::Status::closed;
    need(desk::update_ticket(*desk_, anna(), c, 0, closing));
    EXPECT_EQ(merge(a, c).error().code, "ticket.closed");
}

TEST_F(MergeTickets, ASplitTakesSomeMessagesAndUndoingItBringsAllBack) {
    auto const id = ticket("grace@customer.example", "Printer", "one");
    accept(answer_to(id, "grace@customer.example", "and the phone"));
    settle();
    auto const second = view(id).articles.at(1).id;
    auto const wanted = [&](std::vector<domain::ArticleId> articles) {
        return desk::split_ticket(*desk_, anna(), {id, std::move(articles), "Phone", {}});
    };
    EXPECT_EQ(wanted({}).error().code, "split.all");
    EXPECT_EQ(wanted({second, view(id).articles.at(0).id}).error().code, "split.all");
    EXPECT_EQ(wanted({domain::ArticleId{999}}).error().field, "/articles/0");
    auto const part = need(wanted({second})).ticket;
    settle();
    EXPECT_EQ(texts(id), std::vector<std::string>{"one"});
    EXPECT_EQ(texts(part), std::vector<std::string>{"and the phone"});
    EXPECT_EQ(view(part).ticket.subject, "Phone");
    EXPECT_TRUE(view(part).ticket.solution_due_at) << "its clocks run";
    EXPECT_TRUE(notices_to(part, "grace@customer.example").empty()) << "the customer is not mailed";
    EXPECT_EQ(view(part).relations.split_from->id, id);
    need(desk::undo_split(*desk_, anna(), part));
    EXPECT_EQ(texts(id), (std::vector<std::string>{"one", "and the phone"}));
    EXPECT_EQ(view(part).ticket.merged_into, id);
    EXPECT_EQ(desk::undo_split(*desk_, anna(), part).error().code, "ticket.merged");
    EXPECT_EQ(desk::undo_split(*desk_, anna(), id).error().code, "split.none");
}

TEST_F(MergeTickets, LinksAreSeenFromBothSidesAndParentsFinishTheirChildren) {
    auto const parent = ticket("a@customer.example", "Outage");
    auto const child = ticket("b@customer.example", "No network");
    using domain::LinkKind;
    need(desk::link_tickets(*desk_, anna(), child, parent, LinkKind::parent));
    auto const version = view(child).ticket.version;
    need(desk::link_tickets(*desk_, anna(), child, parent, LinkKind::parent));
    EXPECT_EQ(view(child).ticket.version, version) << "the same again is no change";
    EXPECT_EQ(view(parent).relations.links.at(0).kind, LinkKind::child);
    EXPECT_EQ(desk::link_tickets(*desk_, anna(), parent, child, LinkKind::parent).error().code, "link.cycle");
    EXPECT_EQ(desk::link_tickets(*desk_, anna(), child, child, LinkKind::related).error().code, "link.self");
    desk::TicketPatch solved;
    solved.status = domain::Status::solved;
    solved.with_children = true;
    need(desk::update_ticket(*desk_, anna(), parent, 0, solved));
    EXPECT_EQ(view(child).ticket.status, domain::Status::solved);
    need(desk::unlink_tickets(*desk_, anna(), parent, child));
    EXPECT_TRUE(view(child).relations.links.empty());
    need(desk::unlink_tickets(*desk_, anna(), parent, child));
}

// Merges, splits, their undoing and new mail in any order: every message stands in exactly one ticket, with its files,
// the counters are right, and in the end undoing what can be undone leaves no message in a ticket that is merged.
TEST_F(MergeTickets, NoMessageIsLostOrDoubledWhateverTheOrder) {
    std::mt19937 random(3);
    auto const below = [&](std::size_t n) { return static_cast<std::size_t>(random()) % n; };
    std::vector<TicketId> tickets;
    std::set<std::int64_t> sent;
    std::map<std::string, int> outcomes;
    auto const any = [&] { return tickets[below(tickets.size())]; };
    auto const write = [&](domain::Inbound inbound) {
        inbound.files.push_back({"a.txt", "text/plain", "", false, "bytes"});
        auto const done = accept(inbound);
        sent.insert(done.article.value);
        if (done.opened_ticket) tickets.push_back(done.ticket);
    };
    for (int i = 0; i < 6; ++i) write(mail("c" + std::to_string(i) + "@customer.example", "S", "T"));
    for (int step = 0; step < 150; ++step) {
        if (below(3) == 0) settle();
        switch (below(6)) {
            case 0: ++outcomes[std::string("merge ") + (merge(any(), any()) ? "ok" : "no")]; break;
            case 1: ++outcomes[std::string("undo ") + (undo(any()) ? "ok" : "no")]; break;
            case 2: {
                auto const id = any();
                auto const all = view(id).articles;
                if (all.empty()) break;
                auto const split = desk::split_ticket(*desk_, anna(), {id, {all[below(all.size())].id}, "", {}});
                ++outcomes[std::string("split ") + (split ? "ok" : "no")];
                if (split) tickets.push_back(split->ticket);
                break;
            }
            case 3:
                ++outcomes[std::string("unsplit ") + (desk::undo_split(*desk_, anna(), any()) ? "ok" : "no")];
                break;
            default: {
                auto const id = any();
                auto const address = view(id).customer.email;
                if (notices_to(id, address).empty()) break;
                write(answer_to(id, address, "more"));
            }
        }
        std::multiset<std::int64_t> found;
        for (auto const id : tickets) {
            auto const seen = view(id);
            for (auto const& article : seen.articles) found.insert(article.id.value);
            ASSERT_EQ(seen.attachments.size(), seen.articles.size()) << "files go with their message";
            ASSERT_TRUE(!seen.ticket.merged_into || seen.ticket.status == domain::Status::closed);
        }
        ASSERT_TRUE(std::ranges::equal(found, sent)) << "step " << step;
    }
    settle();
    std::map<std::int64_t, std::vector<std::int64_t>> recount;
    for (auto const& [queue, by_status] : counts()) recount[queue].resize(by_status.size());
    for (auto const id : tickets) {
        auto const& t = view(id).ticket;
        if (t.merged_into) EXPECT_TRUE(texts(id).empty()) << "a settled merge leaves nothing behind";
        ++recount[t.queue.value][static_cast<std::size_t>(t.status)];
    }
    EXPECT_EQ(counts(), recount);
    for (auto const* kind : {"merge ok", "merge no", "undo ok", "undo no", "split ok", "unsplit ok"})
        EXPECT_GT(outcomes[kind], 0) << kind;
}

}  // namespace
}  // namespace lotse
