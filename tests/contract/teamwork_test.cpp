// SPDX-License-Identifier: Apache-2.0
#include "store/teamwork.h"

#include "contract/support/samples.h"
#include "store/tickets.h"
#include "store/wording.h"
#include "support/stores.h"

namespace lotse::testing {
namespace {

class Teamwork : public OnEachStore {
  protected:
    void SetUp() override {
        OnEachStore::SetUp();
        if (HasFatalFailure()) return;
        ticket_ = must_have(write([](store::WriteTxn& txn) { return store::add_ticket(txn, {}); })).id;
    }
    domain::TicketId ticket_;
};
LOTSE_ON_EACH_STORE(Teamwork);

TEST_P(Teamwork, MentionsComeNewestFirstAndAreReadOnce) {
    std::vector<domain::Mention> made;
    for (int i = 0; i < 4; ++i)
        made.push_back(must_have(write([&](store::WriteTxn& txn) {
            return store::add_mention(txn, {{},
                                            domain::AgentId{i == 3 ? 8 : 7},
                                            ticket_,
                                            domain::ArticleId{i + 1},
                                            domain::AgentId{6},
                                            minute(i),
                                            {}});
        })));
    auto const list = [&](bool unread, std::string const& after, int limit) {
        return must_have(read(
            [&](store::ReadTxn& txn) { return store::list_mentions(txn, domain::AgentId{7}, unread, after, limit); }));
    };
    auto const first = list(false, "", 2);
    EXPECT_EQ(first.items, (std::vector{made[2], made[1]}));
    EXPECT_EQ(list(false, first.next, 2).items, std::vector{made[0]});
    must_have(write([&](store::WriteTxn& txn) {
        return store::mark_mentions_read(txn, domain::AgentId{7}, {}, made[1].id, minute(9));
    }));
    EXPECT_EQ(list(true, "", 9).items, std::vector{made[2]});
    EXPECT_EQ(list(false, "", 9).items.back().read_at, minute(9));
    EXPECT_FALSE(must_have(read([&](store::ReadTxn& txn) { return store::get_mention(txn, made[3].id); })).read_at);
}

TEST_P(Teamwork, FollowersAreASet) {
    for (int i = 0; i < 2; ++i)
        must_have(write(
            [&](store::WriteTxn& txn) { return store::add_follower(txn, ticket_, domain::AgentId{7}, minute(i)); }));
    auto const list = [&] {
        return must_have(read([&](store::ReadTxn& txn) { return store::list_followers(txn, ticket_); }));
    };
    EXPECT_EQ(list(), std::vector{domain::AgentId{7}});
    for (int i = 0; i < 2; ++i)
        must_have(
            write([&](store::WriteTxn& txn) { return store::remove_follower(txn, ticket_, domain::AgentId{7}); }));
    EXPECT_TRUE(list().empty());
}

TEST_P(Teamwork, ChecklistItemsStandInTheirOrder) {
    auto const add = [&](std::string text) {
        domain::ChecklistItem item;
        item.ticket = ticket_;
        item.text = std::move(text);
        item.created_at = minute(0);
        return must_have(write([&](store::WriteTxn& txn) { return store::add_item(txn, item); }));
    };
    auto one = add(kHostile);
    auto const two = add("two");
    EXPECT_LT(one.position, two.position);
    one.position = 9;
    one.done_at = minute(4);
    one.done_by = domain::AgentId{6};
    must_have(write([&](store::WriteTxn& txn) { return store::update_item(txn, one); }));
    auto const list = [&] {
        return must_have(read([&](store::ReadTxn& txn) { return store::list_items(txn, ticket_); }));
    };
    EXPECT_EQ(list(), (std::vector{two, one}));
    must_have(write([&](store::WriteTxn& txn) { return store::remove_item(txn, ticket_, two.id); }));
    EXPECT_EQ(list(), std::vector{one});
    EXPECT_EQ(write([&](store::WriteTxn& txn) { return store::remove_item(txn, ticket_, two.id); }).error().code,
              "checklist.missing");
    EXPECT_EQ(
        read([&](store::ReadTxn& txn) { return store::get_item(txn, domain::TicketId{999}, one.id); }).error().code,
        "checklist.missing");
}

TEST_P(Teamwork, TimesAreKeptAndGo) {
    domain::TimeEntry const entry{{}, ticket_, 25, "On site", kHostile, domain::AgentId{6}, minute(3)};
    auto const stored = must_have(write([&](store::WriteTxn& txn) { return store::add_time(txn, entry); }));
    EXPECT_EQ(must_have(read([&](store::ReadTxn& txn) { return store::list_times(txn, ticket_); })),
              std::vector{stored});
    EXPECT_EQ(stored.note, kHostile);
    must_have(write([&](store::WriteTxn& txn) { return store::remove_time(txn, ticket_, stored.id); }));
    EXPECT_EQ(read([&](store::ReadTxn& txn) { return store::get_time(txn, ticket_, stored.id); }).error().code,
              "time.missing");
}

TEST_P(Teamwork, SleepingTicketsWakeSoonestFirst) {
    auto const sleep = [&](int until) {
        domain::Ticket ticket;
        ticket.snoozed_until = minute(until);
        return must_have(write([&](store::WriteTxn& txn) { return store::add_ticket(txn, ticket); })).id;
    };
    auto const late = sleep(7);
    auto const soon = sleep(3);
    sleep(20);
    EXPECT_EQ(must_have(read([](store::ReadTxn& txn) { return store::tickets_to_wake(txn, minute(7), 9); })),
              (std::vector{soon, late}));
    EXPECT_EQ(must_have(read([](store::ReadTxn& txn) { return store::next_wake_at(txn); })), minute(3));
    store::TicketQuery query;
    query.snoozed = true;
    EXPECT_EQ(must_have(read([&](store::ReadTxn& txn) { return store::list_tickets(txn, query); })).items.size(), 3U);
    query.snoozed = false;
    auto const awake = must_have(read([&](store::ReadTxn& txn) { return store::list_tickets(txn, query); }));
    ASSERT_EQ(awake.items.size(), 1U);
    EXPECT_EQ(awake.items[0].id, ticket_);
}

TEST_P(Teamwork, AnswersMacrosAndSignaturesComeBackAsTheyWere) {
    domain::Answer answer{{}, 1, kHostile, "Hi", {domain::QueueId{3}}, {{"de", "Hallo"}, {"en", kHostile}}};
    answer.id = must_have(write([&](store::WriteTxn& txn) { return store::add_answer(txn, answer); })).id;
    EXPECT_EQ(must_have(read([](store::ReadTxn& txn) { return store::list_answers(txn); })), std::vector{answer});
    domain::Answer same;
    same.shortcut = "HI";
    EXPECT_EQ(write([&](store::WriteTxn& txn) { return store::add_answer(txn, same); }).error().code,
              "answer.shortcut_taken");
    EXPECT_EQ(must_have(write([&](store::WriteTxn& txn) { return store::update_answer(txn, answer); })).version, 2);
    EXPECT_EQ(write([&](store::WriteTxn& txn) { return store::update_answer(txn, answer); }).error().code,
              "answer.stale_version");
    must_have(write([&](store::WriteTxn& txn) { return store::remove_answer(txn, answer.id); }));
    EXPECT_EQ(read([&](store::ReadTxn& txn) { return store::get_answer(txn, answer.id); }).error().code,
              "answer.missing");

    domain::Macro macro{{}, 1, "Solve", {}, JsonObject{{"changes", JsonObject{{"status", "solved"}}}}};
    macro.id = must_have(write([&](store::WriteTxn& txn) { return store::add_macro(txn, macro); })).id;
    EXPECT_EQ(must_have(read([](store::ReadTxn& txn) { return store::list_macros(txn); })), std::vector{macro});

    domain::Texts const texts{{"en", kHostile}};
    must_have(write([&](store::WriteTxn& txn) { return store::write_signature(txn, domain::QueueId{3}, texts); }));
    EXPECT_EQ(must_have(read([](store::ReadTxn& txn) { return store::read_signature(txn, domain::QueueId{3}); })),
              texts);
    EXPECT_TRUE(
        must_have(read([](store::ReadTxn& txn) { return store::read_signature(txn, domain::AgentId{3}); })).empty());
    must_have(write([&](store::WriteTxn& txn) { return store::write_signature(txn, domain::QueueId{3}, {}); }));
    EXPECT_TRUE(
        must_have(read([](store::ReadTxn& txn) { return store::read_signature(txn, domain::QueueId{3}); })).empty());
}

}  // namespace
}  // namespace lotse::testing
