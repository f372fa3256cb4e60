// SPDX-License-Identifier: Apache-2.0
#include "store/events.h"

#include <future>
#include <thread>

#include "contract/support/samples.h"
#include "store/tickets.h"
#include "support/stores.h"

namespace lotse::testing {
namespace {

using domain::EventId;

class Events : public OnEachStore {
  protected:
    void SetUp() override {
        OnEachStore::SetUp();
        if (HasFatalFailure()) return;
        ticket_ = must_have(write([](store::WriteTxn& txn) { return store::add_ticket(txn, {}); })).id;
    }
    domain::Event an_event(bool needs_settling) const {
        domain::Event event;
        event.ticket = ticket_;
        event.article = domain::ArticleId{3};
        event.kind = domain::EventKind::notice_failed;
        event.actor = domain::Actor::agent;
        event.agent = domain::AgentId{2};
        event.data = {{"timer", kHostile}, {"given", JsonArray{"queue", "type"}}, {"n", 3}, {"x", nullptr}};
        event.at = minute(4);
        event.needs_settling = needs_settling;
        return event;
    }
    domain::Event add(domain::Event const& event) {
        return must_have(write([&](store::WriteTxn& txn) { return store::add_event(txn, event); }));
    }
    template <class F>
    std::vector<std::int64_t> ids(F&& fn) {
        std::vector<std::int64_t> out;
        for (auto const& event : must_have(read(std::forward<F>(fn)))) out.push_back(event.id.value);
        return out;
    }
    int place(int limit) {
        return must_have(write([&](store::WriteTxn& txn) { return store::place_events(txn, limit); }));
    }
    std::vector<std::int64_t> streamed(std::int64_t after) {
        return ids([&](store::ReadTxn& txn) { return store::list_events_after(txn, after, 100); });
    }
    domain::TicketId ticket_;
};
LOTSE_ON_EACH_STORE(Events);

TEST_P(Events, AreReadAsTheyWereWritten) {
    auto const event = add(an_event(true));
    EXPECT_TRUE(fields(must_have(read([&](store::ReadTxn& txn) { return store::get_event(txn, event.id); }))) ==
                fields(event));
    domain::Event plain;
    plain.ticket = ticket_;
    plain = add(plain);
    auto const all = must_have(read([&](store::ReadTxn& txn) { return store::list_events(txn, ticket_); }));
    ASSERT_EQ(all.size(), 2u);
    EXPECT_TRUE(fields(all[0]) == fields(event));
    EXPECT_TRUE(fields(all[1]) == fields(plain));
}

TEST_P(Events, OfOthersAreMissing) {
    auto const event = add(an_event(true));
    auto const seen = store().read(other_scope(), [&](store::ReadTxn& txn) { return store::get_event(txn, event.id); });
    ASSERT_FALSE(seen);
    EXPECT_EQ(seen.error().code, "event.missing");
    auto const settled = store().write(
        other_scope(), [&](store::WriteTxn& txn) { return store::mark_settled(txn, event.id, minute(1)); });
    ASSERT_FALSE(settled);
    EXPECT_EQ(settled.error().code, "event.missing");
    auto const others = [&](store::ReadTxn& txn) { return store::list_unsettled(txn, 10); };
    EXPECT_TRUE(must_have(store().read(other_scope(), others)).empty());
    EXPECT_EQ(must_have(store().read(other_scope(), [](store::ReadTxn& txn) { return store::last_position(txn); })), 0);
}

TEST_P(Events, WaitForSettlingOldestFirst) {
    std::vector<std::int64_t> waiting;
    for (int i = 0; i < 6; ++i) {
        auto const event = add(an_event(i % 2 == 0));
        if (i % 2 == 0) waiting.push_back(event.id.value);
    }
    EXPECT_EQ(ids([](store::ReadTxn& txn) { return store::list_unsettled(txn, 10); }), waiting);
    EXPECT_EQ(ids([](store::ReadTxn& txn) { return store::list_unsettled(txn, 1); }), std::vector{waiting[0]});
    must_have(write([&](store::WriteTxn& txn) { return store::mark_settled(txn, EventId{waiting[0]}, minute(9)); }));
    waiting.erase(waiting.begin());
    EXPECT_EQ(ids([](store::ReadTxn& txn) { return store::list_unsettled(txn, 10); }), waiting);
}

TEST_P(Events, AreHeldUntilTheyAreLetThrough) {
    auto event = an_event(true);
    event.is_held = true;
    auto const early = add(event).id;
    event.at = minute(9);
    auto const late = add(event).id;
    auto const is_held = [&](EventId id) {
        return must_have(read([&](store::ReadTxn& txn) { return store::get_event(txn, id); })).is_held;
    };
    auto const held_before = [&](int at) {
        return must_have(read([&](store::ReadTxn& txn) { return store::has_held_before(txn, minute(at)); }));
    };
    EXPECT_TRUE(must_have(read([](store::ReadTxn& txn) { return store::list_unsettled(txn, 10); })).empty());
    EXPECT_FALSE(held_before(3));
    EXPECT_TRUE(held_before(4));
    EXPECT_EQ(must_have(write([](store::WriteTxn& txn) { return store::let_through_before(txn, minute(4)); })), 1);
    EXPECT_EQ(ids([](store::ReadTxn& txn) { return store::list_unsettled(txn, 10); }), std::vector{early.value});
    EXPECT_TRUE(is_held(late));
    EXPECT_EQ(must_have(write([&](store::WriteTxn& txn) { return store::let_through(txn, ticket_); })), 1);
    EXPECT_FALSE(is_held(late));
    EXPECT_EQ(must_have(write([&](store::WriteTxn& txn) { return store::let_through(txn, ticket_); })), 0);
}

TEST_P(Events, CountTheMailsOfASenderByTheHour) {
    auto const count = [&](std::string const& address, int hour) {
        return must_have(write([&](store::WriteTxn& txn) { return store::count_mail_of(txn, address, hour); }));
    };
    EXPECT_EQ(count("a@b.example", 5), 1);
    EXPECT_EQ(count("a@b.example", 5), 2);
    EXPECT_EQ(count("a@b.example", 6), 1);
    EXPECT_EQ(count(std::string(9000, 'x'), 5), 1);
    must_have(write([](store::WriteTxn& txn) { return store::forget_mail_counts(txn, 6); }));
    EXPECT_EQ(count("a@b.example", 5), 1) << "forgotten";
    EXPECT_EQ(count("a@b.example", 6), 2) << "still counted";
}

TEST_P(Events, StreamInTheOrderOfTheirPlaces) {
    std::vector<std::int64_t> all;
    for (int i = 0; i < 5; ++i) all.push_back(add(an_event(false)).id.value);
    EXPECT_EQ(streamed(0), std::vector<std::int64_t>{}) << "not placed yet";
    EXPECT_TRUE(must_have(read([](store::ReadTxn& txn) { return store::has_unplaced_events(txn); })));
    EXPECT_EQ(place(3), 3);
    EXPECT_EQ(place(3), 2);
    EXPECT_EQ(place(3), 0);
    EXPECT_FALSE(must_have(read([](store::ReadTxn& txn) { return store::has_unplaced_events(txn); })));
    EXPECT_EQ(streamed(0), all);
    EXPECT_EQ(streamed(2), (std::vector{all[2], all[3], all[4]}));
    EXPECT_EQ(streamed(5), std::vector<std::int64_t>{});
    EXPECT_EQ(must_have(read([](store::ReadTxn& txn) { return store::last_position(txn); })), 5);
}

// The writer has its id and takes its time; meanwhile later ids are committed, placed and read.
TEST_P(Events, ThatCommitLateAreNotMissed) {
    std::promise<std::int64_t> has_id;
    std::promise<void> may_commit;
    std::thread late([&] {
        must_have(write([&](store::WriteTxn& txn) -> Result<domain::Event> {
            TRY(auto event, store::add_event(txn, an_event(false)));
            has_id.set_value(event.id.value);
            // SQLite has one writer: nobody can overtake there, and waiting would stop everybody.
            if (store().engine() == "postgres") may_commit.get_future().wait();
            return event;
        }));
    });
    auto const first = has_id.get_future().get();
    if (store().engine() == "sqlite") late.join();
    auto const second = add(an_event(false)).id.value;
    ASSERT_GT(second, first);
    std::vector<std::int64_t> heard;
    std::int64_t last = 0;
    auto const listen = [&] {
        place(100);
        for (auto const& event :
             must_have(read([&](store::ReadTxn& txn) { return store::list_events_after(txn, last, 100); }))) {
            EXPECT_GT(event.position, last);
            last = event.position;
            heard.push_back(event.id.value);
        }
    };
    listen();
    if (store().engine() == "postgres") {
        EXPECT_EQ(heard, std::vector{second});
        may_commit.set_value();
        late.join();
    }
    listen();
    listen();
    auto wanted = store().engine() == "postgres" ? std::vector{second, first} : std::vector{first, second};
    EXPECT_EQ(heard, wanted) << "each once, none missed";
}

TEST_P(Events, ArePlacedOnceByWritersThatRace) {
    constexpr int kEvents = 60;
    std::vector<std::thread> threads;
    for (int t = 0; t < 3; ++t) {
        threads.emplace_back([&] {
            for (int i = 0; i < kEvents / 3; ++i) add(an_event(false));
        });
        threads.emplace_back([&] {
            for (int i = 0; i < 20; ++i) place(7);
        });
    }
    for (auto& thread : threads) thread.join();
    while (place(100) > 0) continue;
    auto const all = must_have(read([](store::ReadTxn& txn) { return store::list_events_after(txn, 0, 1000); }));
    ASSERT_EQ(all.size(), static_cast<std::size_t>(kEvents));
    for (std::size_t i = 0; i < all.size(); ++i) EXPECT_EQ(all[i].position, static_cast<std::int64_t>(i + 1));
}

TEST_P(Events, CarryTheirChangesInOrder) {
    auto const event = add(an_event(false));
    domain::Because const because{"model", "triage.category", kHostile, 0.8333333333333334, "m-17", true};
    std::vector<domain::Change> const first = {{"category", "", "3", because}, {"subject", "a", kHostile, {}}};
    std::vector<domain::Change> const second = {
        {"status", "new", "open", {"person", "person.agent", "Set by Anna.", {}, "", false}}};
    must_have(write([&](store::WriteTxn& txn) -> Result<void> {
        CHECK_OK(store::add_changes(txn, event.id, ticket_, first, minute(1)));
        CHECK_OK(store::add_changes(txn, event.id, ticket_, {}, minute(2)));
        return store::add_changes(txn, event.id, ticket_, second, minute(3));
    }));
    auto const stored = must_have(read([&](store::ReadTxn& txn) { return store::list_changes(txn, ticket_); }));
    ASSERT_EQ(stored.size(), 3u);
    EXPECT_EQ(stored[0].change, first[0]);
    EXPECT_EQ(stored[1].change, first[1]);
    EXPECT_EQ(stored[2].change, second[0]);
    EXPECT_EQ(stored[0].at, minute(1));
    EXPECT_EQ(stored[2].at, minute(3));
    EXPECT_EQ(stored[2].event, event.id);
    auto const foreign =
        store().read(other_scope(), [&](store::ReadTxn& txn) { return store::list_changes(txn, ticket_); });
    EXPECT_TRUE(must_have(foreign).empty());
}

TEST_P(Events, KeepWhatTriageSaidLast) {
    auto const event = add(an_event(false));
    auto const last = [&] {
        return must_have(read([&](store::ReadTxn& txn) { return store::last_suggestion(txn, ticket_); }));
    };
    EXPECT_FALSE(last());
    domain::Suggestion suggestion;
    suggestion.model_version = "m-1";
    suggestion.labels = {
        {"category", "access", {"model", "c", kHostile, 0.5, "m-1", true}, {{"access", 0.5}, {"vpn", 0.25}}, {}},
        {"type", "", {"prior", "t", "unsure", {}, "", false}, {}, {}}};
    must_have(write(
        [&](store::WriteTxn& txn) { return store::add_suggestion(txn, event.id, ticket_, suggestion, minute(1)); }));
    EXPECT_EQ(domain::to_json(*last()), domain::to_json(suggestion));
    suggestion.model_version = "m-2";
    must_have(write(
        [&](store::WriteTxn& txn) { return store::add_suggestion(txn, event.id, ticket_, suggestion, minute(2)); }));
    EXPECT_EQ(last()->model_version, "m-2");
}

}  // namespace
}  // namespace lotse::testing
