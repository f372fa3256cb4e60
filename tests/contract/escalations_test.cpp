// SPDX-License-Identifier: Apache-2.0
#include "store/escalations.h"

#include "contract/support/samples.h"
#include "store/tickets.h"
#include "support/stores.h"

namespace lotse::testing {
namespace {

using domain::Escalation;
using domain::EscalationCause;
using domain::EscalationState;

class StoredEscalations : public OnEachStore {
  protected:
    domain::TicketId ticket() {
        return must_have(write([](store::WriteTxn& txn) { return store::add_ticket(txn, a_ticket()); })).id;
    }
    Escalation put(Escalation one) {
        return must_have(write([&](store::WriteTxn& txn) { return store::put_escalation(txn, one); }));
    }
    Escalation made(std::optional<Instant> next_at, EscalationState state = EscalationState::running) {
        Escalation out;
        out.ticket = ticket();
        out.state = state;
        out.chain = domain::ChainId{3};
        out.queue = domain::QueueId{4};
        out.owner = domain::AgentId{5};
        out.started_at = minute(0);
        out.next_step = 2;
        out.next_at = next_at;
        out.silent_since = minute(-9);
        out.rung = 50;
        out.percent = 50;
        return put(out);
    }
    std::vector<Escalation> claim(Instant now, int limit = 10) {
        return must_have(write([&](store::WriteTxn& txn) { return store::claim_escalations(txn, now, limit); }));
    }
    std::vector<Escalation> open(domain::TicketId id) {
        return must_have(read([&](store::ReadTxn& txn) { return store::open_escalations(txn, id); }));
    }
    void tell(Escalation const& one, std::int64_t agent, int nth = 0) {
        domain::EscalationTold told;
        told.escalation = one.id;
        told.nth = nth;
        told.ticket = one.ticket;
        told.agent = domain::AgentId{agent};
        told.to = domain::StepTo::lead;
        told.by_mail = true;
        told.passed_over = kHostile;
        told.at = minute(2);
        told.percent = 80;
        told.webhook = domain::WebhookId{14};
        must_have(write([&](store::WriteTxn& txn) { return store::add_told(txn, told, true); }));
        auto const all = must_have(read([&](store::ReadTxn& txn) { return store::list_told(txn, one.id); }));
        ASSERT_EQ(all.size(), static_cast<std::size_t>(nth) + 1);
        EXPECT_EQ(all.back(), told);
    }
    std::int64_t count(std::int64_t agent, int most = 100) {
        return must_have(
            read([&](store::ReadTxn& txn) { return store::count_escalations_of(txn, domain::AgentId{agent}, most); }));
    }
};
LOTSE_ON_EACH_STORE(StoredEscalations);

TEST_P(StoredEscalations, KeepEveryField) {
    auto one = made(minute(5));
    EXPECT_EQ(open(one.ticket), std::vector{one});
    one.start = domain::EscalationStart::breach;
    one.state = EscalationState::acknowledged;
    one.chain = domain::ChainId{6};
    one.queue = domain::QueueId{7};
    one.owner = domain::AgentId{8};
    one.started_at = minute(1);
    one.next_step = 4;
    one.next_at = {};
    one.acknowledged_by = domain::AgentId{9};
    one.acknowledged_at = minute(6);
    one.silent_since = {};
    one.rung = 0;
    one.percent = 80;
    one = put(one);
    EXPECT_EQ(one.version, 2);
    EXPECT_EQ(open(one.ticket), std::vector{one});
    one.state = EscalationState::ended;
    one.ended_at = minute(7);
    one.why_ended = "solved";
    one = put(one);
    EXPECT_TRUE(open(one.ticket).empty());
    EXPECT_EQ(must_have(read([&](store::ReadTxn& txn) { return store::list_escalations(txn, one.ticket, 5); })),
              std::vector{one});
}

TEST_P(StoredEscalations, RefuseWhoeverIsLate) {
    auto const one = made(minute(5));
    put(one);
    auto const late = write([&](store::WriteTxn& txn) { return store::put_escalation(txn, one); });
    ASSERT_FALSE(late);
    EXPECT_EQ(late.error().code, "escalation.stale_version");
    auto second = one;
    second.id = {};
    auto const twin = write([&](store::WriteTxn& txn) { return store::put_escalation(txn, second); });
    ASSERT_FALSE(twin);
    EXPECT_EQ(twin.error().kind, Kind::conflict);
    second.cause = EscalationCause::solution;
    EXPECT_TRUE(put(second).id);
}

TEST_P(StoredEscalations, AWatchThatEndsWithoutAWordLeavesNoRow) {
    auto one = made(minute(5), EscalationState::watching);
    one.state = EscalationState::ended;
    put(one);
    auto const gone = read([&](store::ReadTxn& txn) { return store::get_escalation(txn, one.id); });
    ASSERT_FALSE(gone);
    EXPECT_EQ(gone.error().code, "escalation.missing");
}

TEST_P(StoredEscalations, AreDueInOrder) {
    auto const late = made(minute(9));
    auto const soon = made(minute(3));
    made({});
    EXPECT_EQ(must_have(read([](store::ReadTxn& txn) { return store::next_escalation_at(txn); })), minute(3));
    EXPECT_TRUE(claim(minute(2)).empty());
    EXPECT_EQ(claim(minute(3)), std::vector{soon});
    EXPECT_EQ(claim(minute(9)), (std::vector{soon, late}));
    EXPECT_EQ(claim(minute(9), 1), std::vector{soon});
}

TEST_P(StoredEscalations, CallAPersonUntilSomebodyLooksAfterIt) {
    auto one = made(minute(5));
    auto const other = made(minute(5));
    tell(one, 11);
    tell(one, 11, 1);
    tell(other, 11);
    tell(other, 12, 1);
    EXPECT_EQ(count(11), 2);
    EXPECT_EQ(count(11, 1), 1);
    EXPECT_EQ(count(12), 1);
    auto const mine =
        must_have(read([](store::ReadTxn& txn) { return store::escalations_of(txn, domain::AgentId{11}, 10); }));
    EXPECT_EQ(mine, (std::vector{other, one}));
    one.state = EscalationState::acknowledged;
    put(one);
    EXPECT_EQ(count(11), 1);
    EXPECT_EQ(must_have(read([](store::ReadTxn& txn) { return store::count_running_escalations(txn, 100); })), 1);
}

TEST_P(StoredEscalations, AreListedAPageAtATime) {
    std::vector<Escalation> all;
    for (int i = 0; i < 5; ++i) all.push_back(made(minute(i)));
    std::vector<std::int64_t> seen;
    std::string after;
    do {
        auto const page = must_have(read(
            [&](store::ReadTxn& txn) { return store::list_escalations(txn, EscalationState::running, after, 2); }));
        for (auto const& one : page.items) seen.push_back(one.id.value);
        after = page.next;
    } while (!after.empty());
    EXPECT_EQ(seen, (std::vector<std::int64_t>{all[4].id.value, all[3].id.value, all[2].id.value, all[1].id.value,
                                               all[0].id.value}));
}

TEST_P(StoredEscalations, AreForgottenAPieceAtATime) {
    std::vector<Escalation> ended;
    for (int i = 0; i < 3; ++i) {
        auto one = made({});
        tell(one, 11);
        one.state = EscalationState::ended;
        one.ended_at = minute(i);
        one.why_ended = "solved";
        ended.push_back(put(one));
    }
    auto const open = made(minute(0));
    auto const forget = [&](Instant before, int limit) {
        return must_have(write([&](store::WriteTxn& txn) { return store::forget_escalations(txn, before, limit); }));
    };
    EXPECT_EQ(forget(minute(2), 1), 1);
    EXPECT_EQ(forget(minute(2), 9), 1);
    EXPECT_EQ(forget(minute(2), 9), 0);
    for (std::size_t i = 0; i < ended.size(); ++i) {
        auto const seen = read([&](store::ReadTxn& txn) { return store::get_escalation(txn, ended[i].id); });
        EXPECT_EQ(seen.has_value(), i == 2);
        auto const told = must_have(read([&](store::ReadTxn& txn) { return store::list_told(txn, ended[i].id); }));
        EXPECT_EQ(told.size(), i == 2 ? 1U : 0U);
    }
    EXPECT_TRUE(read([&](store::ReadTxn& txn) { return store::get_escalation(txn, open.id); }));
}

TEST_P(StoredEscalations, KeepTheirChains) {
    domain::Chain chain;
    chain.name = kHostile;
    chain.is_default = true;
    chain.starts = {domain::EscalationStart::breach};
    chain.steps = {{domain::StepTo::agent, {domain::AgentId{3}}, 5, false}};
    chain.ladder = {{80, {domain::StepTo::webhook, {}, 0, true, domain::WebhookId{4}}}};
    chain.tells_subject = true;
    chain = must_have(write([&](store::WriteTxn& txn) { return store::add_chain(txn, chain); }));
    EXPECT_EQ(must_have(read([](store::ReadTxn& txn) { return store::list_chains(txn); })), std::vector{chain});
    auto next = chain;
    next.repeats = 4;
    next = must_have(write([&](store::WriteTxn& txn) { return store::update_chain(txn, next); }));
    auto const late = write([&](store::WriteTxn& txn) { return store::update_chain(txn, chain); });
    ASSERT_FALSE(late);
    EXPECT_EQ(late.error().code, "escalation_chain.stale_version");
    must_have(write([&](store::WriteTxn& txn) { return store::remove_chain(txn, next.id); }));
    EXPECT_TRUE(must_have(read([](store::ReadTxn& txn) { return store::list_chains(txn); })).empty());
}

}  // namespace
}  // namespace lotse::testing
