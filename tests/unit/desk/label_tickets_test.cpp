// SPDX-License-Identifier: Apache-2.0
// The page for labels over a whole desk: what waits, who holds it, what a decision does, and what it must not tell.
#include "desk/label_tickets.h"

#include <algorithm>
#include <set>

#include "desk/ask_for_labels.h"
#include "desk/gate.h"
#include "desk/reliability.h"
#include "desk/stream_events.h"
#include "desk/update_ticket.h"
#include "desk/weigh_evidence.h"
#include "store/label_requests.h"
#include "store/ledger.h"
#include "support/desk_fixture.h"

namespace lotse {
namespace {

using domain::AskKind;

class LabelsByPeople : public DeskTest {
  protected:
    LabelsByPeople() {
        anna_ = add_agent("Anna Kowalska").id;
        ben_ = add_agent("Ben Weber").id;
        weigh();
        audit(1);
    }

    // As a session of theirs.
    access::Principal by(domain::AgentId agent) const {
        auto out = as(agent);
        out.id = "session:" + std::to_string(agent.value);
        return out;
    }
    void audit(double share) {
        for (auto const field : desk::kGatedFields) {
            desk::GateWishes wishes;
            wishes.audit_share = share;
            need(desk::change_gate_field(*desk_, as(anna_), field, 0, wishes));
        }
    }
    domain::TicketId opened(std::string const& text = "The printer prints nothing.") {
        auto const sender = "customer" + std::to_string(++senders_) + "@customer.example";
        clock_.advance(std::chrono::seconds{1});
        auto const ticket = accept(mail(sender, "Printer", text)).ticket;
        settle();
        return ticket;
    }
    std::optional<desk::LabelTask> claim(domain::AgentId agent) { return need(desk::claim_label(*desk_, by(agent))); }
    Result<desk::LabelDone> decide(domain::AgentId agent, desk::LabelTask const& task, std::string field,
                                   std::string value) {
        desk::LabelAnswer const answer{task.request.ticket, task.request.claim.number, std::move(field),
                                       std::move(value)};
        auto done = desk::decide_label(*desk_, by(agent), answer, {});
        settle();
        return done;
    }
    static std::string value_for(std::string const& field, std::string const& category) {
        return field == "category" ? category : field == "type" ? "incident" : "low";
    }
    // All that is asked of the ticket that this person gets next.
    domain::TicketId decide_next(domain::AgentId agent, std::string const& category) {
        auto task = claim(agent);
        auto const ticket = task->request.ticket;
        while (task) {
            auto const field = task->fields.front().field;
            task = need(decide(agent, *task, field, value_for(field, category))).task;
        }
        return ticket;
    }
    void weigh() {
        need(desk::place_events(*desk_, *scope_));
        while (need(desk::weigh_evidence(*desk_, *scope_))) {
        }
    }
    std::int64_t waiting(domain::AgentId agent) { return need(desk::count_labels(*desk_, by(agent))); }
    std::string category_of(domain::TicketId ticket) {
        auto const setup = need(store_->read(*scope_, [&](store::ReadTxn& txn) { return desk_->setups.get(txn); }));
        auto const* category = setup->find_category(view(ticket).ticket.category);
        return category != nullptr ? category->key : "";
    }

    domain::AgentId anna_;
    domain::AgentId ben_;
    int senders_ = 0;
};

TEST_F(LabelsByPeople, TellNothingOfWhatTriageSaidOfABlindTicket) {
    opened();
    opened("The invoice of March was charged twice, please refund the money.");
    auto const first = *claim(anna_);
    auto const second = *claim(ben_);
    ASSERT_NE(first.request.ticket, second.request.ticket);
    ASSERT_EQ(first.fields.size(), second.fields.size());
    EXPECT_EQ(first.request.kind, AskKind::blind);
    EXPECT_EQ(first.request.value, second.request.value) << "the order must not tell them apart";
    for (std::size_t i = 0; i < first.fields.size(); ++i) {
        EXPECT_EQ(first.fields[i].field, second.fields[i].field);
        EXPECT_EQ(first.fields[i].standing, "");
        ASSERT_EQ(first.fields[i].choices.size(), second.fields[i].choices.size());
        for (std::size_t j = 0; j < first.fields[i].choices.size(); ++j) {
            EXPECT_EQ(first.fields[i].choices[j].value, second.fields[i].choices[j].value);
            EXPECT_FALSE(first.fields[i].choices[j].confidence);
        }
    }
}

TEST_F(LabelsByPeople, GiveEachTicketToOnePersonUntilTheClaimEnds) {
    auto const only = opened();
    EXPECT_EQ(claim(anna_)->request.ticket, only);
    EXPECT_EQ(claim(anna_)->request.ticket, only) << "asking again gives the same";
    EXPECT_FALSE(claim(ben_));
    clock_.advance(desk::kClaimStands + std::chrono::seconds{1});
    auto const of_ben = claim(ben_);
    ASSERT_TRUE(of_ben);
    EXPECT_EQ(of_ben->request.ticket, only);
}

TEST_F(LabelsByPeople, SetTheFieldAsAPersonsChoiceAndCountItAsEvidence) {
    auto const ticket = opened();
    EXPECT_EQ(decide_next(anna_, "network"), ticket);
    EXPECT_EQ(category_of(ticket), "network");
    EXPECT_EQ(waiting(anna_), 0);
    weigh();
    auto const said =
        need(store_->read(*scope_, [&](store::ReadTxn& txn) { return store::list_predictions(txn, ticket); }));
    for (auto const& one : said) {
        EXPECT_FALSE(one.decided.empty()) << one.field;
        EXPECT_EQ(one.decided_by, anna_);
        EXPECT_EQ(one.shown, domain::Shown::hidden);
    }
}

TEST_F(LabelsByPeople, RefuseADecisionThatSomebodyElseHasTakenOver) {
    auto const ticket = opened();
    auto const late = *claim(anna_);
    clock_.advance(desk::kClaimStands + std::chrono::seconds{1});
    auto const now = *claim(ben_);
    auto const refused = decide(anna_, late, "category", "network");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "label.claimed");
    EXPECT_NE(refused.error().message.find("Ben Weber"), std::string::npos);
    need(decide(ben_, now, "category", "printing"));
    EXPECT_EQ(category_of(ticket), "printing");
}

TEST_F(LabelsByPeople, RefuseADecisionThatWasMadeOnTheTicketMeanwhile) {
    auto const ticket = opened();
    auto const task = *claim(anna_);
    auto const setup = need(store_->read(*scope_, [&](store::ReadTxn& txn) { return desk_->setups.get(txn); }));
    desk::TicketPatch patch;
    patch.category = setup->find_category("network")->id;
    need(desk::update_ticket(*desk_, as(ben_), ticket, 0, patch));
    auto const refused = decide(anna_, task, "category", "printing");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "label.decided");
    EXPECT_EQ(refused.error().kind, Kind::conflict);
    EXPECT_EQ(category_of(ticket), "network");
}

TEST_F(LabelsByPeople, AskNoMoreOnceTheTicketIsSolved) {
    auto const ticket = opened();
    EXPECT_EQ(waiting(anna_), 1);
    desk::TicketPatch patch;
    patch.status = domain::Status::solved;
    need(desk::update_ticket(*desk_, as(anna_), ticket, 0, patch));
    weigh();
    EXPECT_EQ(waiting(anna_), 0);
    EXPECT_FALSE(claim(anna_));
}

TEST_F(LabelsByPeople, TakeADecisionBackAndGiveTheTicketBack) {
    auto const ticket = opened();
    auto const task = *claim(anna_);
    auto const done = need(decide(anna_, task, "category", "network"));
    EXPECT_EQ(category_of(ticket), "network");
    auto const theirs = desk::take_back_label(*desk_, by(ben_), done.decision.id);
    ASSERT_FALSE(theirs);
    EXPECT_EQ(theirs.error().code, "label.not_yours");
    auto const again = need(desk::take_back_label(*desk_, by(anna_), done.decision.id));
    settle();
    EXPECT_EQ(category_of(ticket), "");
    EXPECT_NE(std::ranges::find(again.fields, "category", &desk::LabelField::field), again.fields.end());
    weigh();
    need(decide(anna_, again, "category", "printing"));
    EXPECT_EQ(category_of(ticket), "printing");
}

TEST_F(LabelsByPeople, PutASkippedTicketBehindAllOthers) {
    auto const first = opened();
    auto const second = opened();
    auto const task = *claim(anna_);
    EXPECT_EQ(task.request.ticket, first);
    need(desk::skip_label(*desk_, by(anna_), first, task.request.claim.number));
    auto const next = claim(anna_);
    EXPECT_EQ(next->request.ticket, second);
    EXPECT_EQ(claim(ben_)->request.ticket, first) << "free for others";
}

TEST_F(LabelsByPeople, PutBlindTicketsFirstAndPageThroughAll) {
    audit(0.03);
    for (int i = 0; i < 12; ++i) opened("zzz qqq www");  // triage would not say
    audit(1);
    auto const blind = opened();
    std::vector<std::int64_t> seen;
    std::string after;
    do {
        auto const page = need(desk::list_labels(*desk_, by(anna_), after, 5));
        for (auto const& line : page.items) seen.push_back(line.request.ticket.value);
        after = page.next;
    } while (!after.empty());
    ASSERT_FALSE(seen.empty());
    EXPECT_GT(seen.size(), 5U);
    EXPECT_EQ(seen.size(), std::set<std::int64_t>(seen.begin(), seen.end()).size());
    auto const place = std::ranges::find(seen, blind.value) - seen.begin();
    EXPECT_LE(place, 2) << "only other blind ones, which are older, come before";
}

TEST_F(LabelsByPeople, ShowCandidatesWhereNothingIsKeptBack) {
    audit(0.03);
    std::optional<desk::LabelTask> unsure;
    for (int i = 0; i < 6 && !unsure; ++i) {
        opened("zzz qqq www");
        auto task = claim(anna_);
        if (task && task->request.kind != AskKind::blind) unsure = std::move(task);
        else if (task) need(desk::skip_label(*desk_, by(anna_), task->request.ticket, task->request.claim.number));
    }
    ASSERT_TRUE(unsure);
    EXPECT_LE(unsure->request.value, 1);
    EXPECT_GE(unsure->request.value, 0.8);
}

TEST_F(LabelsByPeople, AskASecondPersonAndNotTheFirst) {
    // So many that the draw of three in a hundred takes some.
    int offered = 0;
    for (int i = 0; i < 120 && offered == 0; ++i) {
        auto const ticket = opened();
        decide_next(anna_, "network");
        desk::TicketPatch patch;
        patch.status = domain::Status::solved;
        need(desk::update_ticket(*desk_, as(anna_), ticket, 0, patch));
        settle();
        weigh();
        offered = static_cast<int>(waiting(ben_));
    }
    ASSERT_GT(offered, 0);
    EXPECT_EQ(waiting(anna_), 0) << "it is her own decision";
    auto const task = *claim(ben_);
    EXPECT_EQ(task.request.kind, AskKind::blind) << "nobody is told";
    auto const version = view(task.request.ticket).ticket.version;
    for (auto left = std::optional(task); left;) {
        auto const field = left->fields.front().field;
        left = need(decide(ben_, *left, field, value_for(field, "printing"))).task;
    }
    EXPECT_EQ(view(task.request.ticket).ticket.version, version) << "it is only compared";
    auto const known =
        need(store_->read(*scope_, [&](store::ReadTxn& txn) { return desk::Reliability::read(txn, clock_.now()); }));
    EXPECT_EQ(known.agreements().at("category").pairs, 1U);
    EXPECT_EQ(known.agreements().at("category").agreeing, 0U);
    EXPECT_EQ(known.people().at(anna_.value).pairs, known.people().at(ben_.value).pairs);
}

TEST(BlindValue, GrowsAsAFieldComesNearToARight) {
    desk::GateRights rights;
    EXPECT_EQ(desk::blind_value(rights, {"category"}), 2);
    rights.fields["category"].values["printing"].needed = 20;
    EXPECT_NEAR(desk::blind_value(rights, {"category"}), 2.5, 1e-9);
    rights.fields["urgency"].values["low"].needed = 0;
    EXPECT_NEAR(desk::blind_value(rights, {"category", "urgency"}), 3, 1e-9);
    EXPECT_EQ(desk::nearest_first(rights, {"category", "type", "urgency"}),
              (std::vector<std::string>{"urgency", "category", "type"}));
}

}  // namespace
}  // namespace lotse
