// SPDX-License-Identifier: Apache-2.0
#include "store/webhooks.h"

#include "contract/support/samples.h"
#include "support/stores.h"

namespace lotse::testing {
namespace {

using domain::CallState;
using domain::Webhook;
using domain::WebhookCall;

class StoredWebhooks : public OnEachStore {
  protected:
    Webhook made(std::string const& name = "Pager") {
        Webhook out;
        out.name = name;
        out.url = kHostile;
        out.secret = Secret<std::string>(std::string("\0sealed", 7));
        out.made_at = minute(1);
        must_have(write([&](store::WriteTxn& txn) -> Result<void> {
            TRY(out.id, store::next_webhook_id(txn));
            return store::add_webhook(txn, out);
        }));
        return out;
    }
    Webhook get(domain::WebhookId id) {
        return must_have(read([&](store::ReadTxn& txn) { return store::get_webhook(txn, id); }));
    }
    WebhookCall waiting(domain::WebhookId webhook, Instant next) {
        WebhookCall out;
        out.webhook = webhook;
        out.event = "evt_" + std::to_string(++events_);
        out.ticket = domain::TicketId{7};
        out.body = kHostile;
        out.made_at = next;
        out.next_try_at = next;
        return must_have(write([&](store::WriteTxn& txn) { return store::add_call(txn, out); }));
    }
    std::optional<WebhookCall> claim(domain::WebhookId webhook, Instant now) {
        return must_have(write(
            [&](store::WriteTxn& txn) { return store::claim_call(txn, webhook, now, now + std::chrono::hours{1}); }));
    }
    void note(WebhookCall const& call) {
        must_have(write([&](store::WriteTxn& txn) { return store::note_call(txn, call); }));
    }
    int events_ = 0;
};
LOTSE_ON_EACH_STORE(StoredWebhooks);

TEST_P(StoredWebhooks, KeepEveryFieldAndRefuseWhoeverIsLate) {
    auto one = made();
    auto const seen = get(one.id);
    EXPECT_EQ(seen.name, one.name);
    EXPECT_EQ(seen.url, one.url);
    EXPECT_EQ(seen.secret.reveal(), one.secret.reveal());
    EXPECT_TRUE(seen.is_enabled);
    EXPECT_EQ(seen.made_at, minute(1));
    auto next = seen;
    next.name = "Other";
    next.url = "https://b.example";
    next.secret = Secret<std::string>("s2");
    next.is_enabled = false;
    next = must_have(write([&](store::WriteTxn& txn) { return store::update_webhook(txn, next); }));
    EXPECT_EQ(next.version, 2);
    EXPECT_EQ(get(one.id).name, "Other");
    EXPECT_FALSE(get(one.id).is_enabled);
    auto const late = write([&](store::WriteTxn& txn) { return store::update_webhook(txn, seen); });
    ASSERT_FALSE(late);
    EXPECT_EQ(late.error().code, "webhook.stale_version");
    must_have(write([&](store::WriteTxn& txn) { return store::note_reach(txn, one.id, 3, minute(9)); }));
    EXPECT_EQ(get(one.id).failures, 3);
    EXPECT_EQ(get(one.id).silent_until, minute(9));
    EXPECT_EQ(get(one.id).version, 2) << "whether a server answers is no change of an admin";
}

TEST_P(StoredWebhooks, AreGoneWithTheirCalls) {
    auto const one = made();
    auto const call = waiting(one.id, minute(1));
    must_have(write([&](store::WriteTxn& txn) { return store::remove_webhook(txn, one.id); }));
    EXPECT_FALSE(read([&](store::ReadTxn& txn) { return store::get_call(txn, call.id); }));
    auto const again = write([&](store::WriteTxn& txn) { return store::remove_webhook(txn, one.id); });
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().code, "webhook.missing");
}

TEST_P(StoredWebhooks, CallsAreClaimedOnceAndInOrder) {
    auto const one = made();
    auto const other = made("Other");
    auto const late = waiting(one.id, minute(5));
    auto const soon = waiting(one.id, minute(3));
    waiting(other.id, minute(1));
    EXPECT_EQ(must_have(read([&](store::ReadTxn& txn) { return store::next_call_at(txn, one.id); })), minute(3));
    EXPECT_FALSE(claim(one.id, minute(2)));
    auto first = claim(one.id, minute(6));
    ASSERT_TRUE(first);
    EXPECT_EQ(first->event, soon.event);
    EXPECT_EQ(first->body, soon.body);
    EXPECT_EQ(claim(one.id, minute(6))->event, late.event);
    EXPECT_FALSE(claim(one.id, minute(6)));
    // A worker that died has lost its claim.
    EXPECT_TRUE(claim(one.id, minute(200)));
    first->state = CallState::delivered;
    first->tries = 2;
    first->tried_at = minute(7);
    first->status = 204;
    note(*first);
    auto const seen = must_have(read([&](store::ReadTxn& txn) { return store::get_call(txn, first->id); }));
    EXPECT_EQ(seen, *first);
    EXPECT_EQ(must_have(read([&](store::ReadTxn& txn) { return store::count_waiting_calls(txn, one.id, 10); })), 1);
}

TEST_P(StoredWebhooks, DeadCallsAreListedAndForgotten) {
    auto const one = made();
    std::vector<std::int64_t> dead;
    for (int i = 0; i < 3; ++i) {
        auto call = waiting(one.id, minute(i));
        call.state = CallState::dead;
        call.reason = kHostile;
        note(call);
        dead.insert(dead.begin(), call.id.value);
    }
    waiting(one.id, minute(0));
    EXPECT_EQ(must_have(read([](store::ReadTxn& txn) { return store::count_dead_calls(txn); })), 3);
    auto const page = must_have(read([](store::ReadTxn& txn) { return store::list_dead_calls(txn, {}, 2); }));
    ASSERT_EQ(page.size(), 2u);
    EXPECT_EQ(page[0].id.value, dead[0]);
    EXPECT_EQ(page[0].reason, kHostile);
    auto const rest = must_have(read([&](store::ReadTxn& txn) { return store::list_dead_calls(txn, page[1].id, 2); }));
    ASSERT_EQ(rest.size(), 1u);
    EXPECT_EQ(rest[0].id.value, dead[2]);
    EXPECT_EQ(must_have(read([&](store::ReadTxn& txn) { return store::list_calls(txn, one.id, {}, 9); })).size(), 4u);
    EXPECT_EQ(must_have(write([](store::WriteTxn& txn) { return store::forget_calls(txn, minute(2), 1); })), 1);
    EXPECT_EQ(must_have(write([](store::WriteTxn& txn) { return store::forget_calls(txn, minute(2), 9); })), 1);
    EXPECT_EQ(must_have(read([&](store::ReadTxn& txn) { return store::list_calls(txn, one.id, {}, 9); })).size(), 2u)
        << "what waits is not forgotten";
}

}  // namespace
}  // namespace lotse::testing
