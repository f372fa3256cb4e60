// SPDX-License-Identifier: Apache-2.0
#include "store/events.h"

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
    EXPECT_EQ(must_have(store().read(other_scope(), [](store::ReadTxn& txn) { return store::last_event_id(txn); })),
              EventId{});
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

TEST_P(Events, StreamFromAnId) {
    std::vector<std::int64_t> all;
    for (int i = 0; i < 5; ++i) all.push_back(add(an_event(false)).id.value);
    EXPECT_EQ(ids([&](store::ReadTxn& txn) { return store::list_events_after(txn, EventId{all[1]}, 2); }),
              (std::vector{all[2], all[3]}));
    EXPECT_EQ(ids([&](store::ReadTxn& txn) { return store::list_events_after(txn, EventId{all[4]}, 2); }),
              std::vector<std::int64_t>{});
    EXPECT_EQ(must_have(read([](store::ReadTxn& txn) { return store::last_event_id(txn); })), EventId{all[4]});
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
        {"category", "access", {"model", "c", kHostile, 0.5, "m-1", true}, {{"access", 0.5}, {"vpn", 0.25}}},
        {"type", "", {"prior", "t", "unsure", {}, "", false}, {}}};
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
