// SPDX-License-Identifier: Apache-2.0
#include "store/tenants.h"

#include "contract/support/samples.h"
#include "store/agents.h"
#include "store/articles.h"
#include "store/credentials.h"
#include "store/customers.h"
#include "store/events.h"
#include "store/models.h"
#include "store/outbox.h"
#include "store/routing_rules.h"
#include "store/setup.h"
#include "store/solvers.h"
#include "store/staffing_gaps.h"
#include "store/tickets.h"
#include "support/stores.h"

namespace lotse::testing {
namespace {

class Tenants : public OnEachStore {
  protected:
    static domain::Tenant a_desk(std::string slug) {
        domain::Tenant desk;
        desk.name = kHostile;
        desk.slug = std::move(slug);
        desk.language = "pl";
        desk.time_zone = "Europe/Warsaw";
        desk.mail_from = "Pomoc <pomoc@example.org>";
        desk.accepts_any_recipient = false;
        desk.is_demo = true;
        desk.created_at = minute(9);
        return desk;
    }

    // One row in every table.
    void fill(domain::TenantScope const& scope) {
        must_have(store().write(scope, [](store::WriteTxn& txn) -> Result<void> {
            TRY(auto queue, store::add_queue(txn, {}));
            CHECK_OK(add_set_up(txn, queue.id));
            TRY(auto ticket, store::add_ticket(txn, a_ticket()));
            domain::Article article;
            article.ticket = ticket.id;
            TRY(article, store::add_article(txn, article));
            CHECK_OK(store::add_raw(txn, article.id, {"raw", "", 3}));
            CHECK_OK(store::add_delivery(txn, "key", "smtp", {ticket.id, article.id}, minute(1)));
            domain::Attachment attachment;
            attachment.ticket = ticket.id;
            attachment.article = article.id;
            TRY(attachment, store::add_attachment(txn, attachment));
            domain::Event event;
            event.ticket = ticket.id;
            TRY(event, store::add_event(txn, event));
            CHECK_OK(store::add_changes(txn, event.id, ticket.id, {{"queue", "", "1", {}}}, minute(1)));
            CHECK_OK(store::add_suggestion(txn, event.id, ticket.id, {}, minute(1)));
            domain::Notice notice;
            notice.ticket = ticket.id;
            TRY(notice, store::add_notice(txn, notice));
            CHECK_OK(add_routing(txn, ticket.id));
            return store::set_timers(txn, ticket.id, {{ticket.id, domain::TimerKind::close, minute(1)}});
        }));
    }

  private:
    static Result<void> add_routing(store::WriteTxn& txn, domain::TicketId ticket) {
        CHECK_OK(store::write_routing_rules(txn, {}));
        domain::BlockedPair pair;
        pair.agent = domain::AgentId{1};
        pair.customer = domain::CustomerId{1};
        TRY(pair, store::add_blocked_pair(txn, pair));
        CHECK_OK(store::put_solution(txn, {ticket, domain::AgentId{1}, minute(1), 700, {}}));
        CHECK_OK(store::put_solver(txn, {domain::Trait::any, 0}, {domain::AgentId{1}, {1, 1, minute(1)}}));
        CHECK_OK(store::write_usual_time(txn, domain::CategoryId{1}, {1, 2}));
        return store::put_staffing_gap(txn, {domain::QueueId{1}, 1, "mainframe", minute(1), minute(1)});
    }
    static Result<void> add_set_up(store::WriteTxn& txn, domain::QueueId queue) {
        domain::Category category;
        category.key = "access";
        category.queue = queue;
        TRY(category, store::add_category(txn, category));
        TRY(auto calendar, store::add_calendar(txn, domain::always_open()));
        domain::Policy policy;
        policy.calendar = calendar.id;
        TRY(policy, store::add_policy(txn, policy));
        TRY(auto mailbox, store::add_mailbox(txn, {}));
        CHECK_OK(store::write_mailbox_cursor(txn, mailbox.id, {1, 2}));
        TRY(auto agent, store::add_agent(txn, {}));
        TRY(auto customer, store::add_customer(txn, {}));
        domain::Organization firm;
        firm.domains = {"firm.example"};
        TRY(firm, store::add_organization(txn, firm));
        TRY(auto token, store::add_token(txn, {}));
        TRY(auto session, store::add_session(txn, {}));
        CHECK_OK(store::add_keyed_call(txn, {}));
        CHECK_OK(store::write_settings(txn, {}));
        return store::add_model(txn, {});
    }
};
LOTSE_ON_EACH_STORE(Tenants);

TEST_P(Tenants, AreReadAsTheyWereWritten) {
    auto const desk = must_have(store::add_tenant(store(), a_desk("pomoc")));
    EXPECT_GT(desk.id, other_tenant());
    auto const scope = domain::ScopeMint::for_tenant(desk.id);
    auto const read = must_have(store().read(scope, [](store::ReadTxn& txn) { return store::get_tenant(txn); }));
    EXPECT_TRUE(fields(read) == fields(desk));
    auto const all = must_have(store::list_tenants(store()));
    ASSERT_EQ(all.size(), 3u);
    EXPECT_TRUE(fields(all.back()) == fields(desk));
}

TEST_P(Tenants, HaveSlugsOfTheirOwn) {
    must_have(store::add_tenant(store(), a_desk("pomoc")));
    auto const again = store::add_tenant(store(), a_desk("pomoc"));
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().code, "tenant.slug_taken");
    EXPECT_EQ(again.error().kind, Kind::conflict);
}

TEST_P(Tenants, AreUpdatedWhole) {
    must_have(write([](store::WriteTxn& txn) { return store::update_tenant(txn, a_desk("renamed")); }));
    auto expected = a_desk("renamed");
    expected.id = tenant();
    EXPECT_TRUE(fields(must_have(read([](store::ReadTxn& txn) { return store::get_tenant(txn); }))) ==
                fields(expected));
    auto const taken = write([](store::WriteTxn& txn) { return store::update_tenant(txn, a_desk("second")); });
    ASSERT_FALSE(taken);
    EXPECT_EQ(taken.error().code, "tenant.slug_taken");
}

TEST_P(Tenants, HaveSettingsWithDefaults) {
    auto const settings = must_have(read([](store::ReadTxn& txn) { return store::read_settings(txn); }));
    EXPECT_EQ(settings.reopen_window_days, 14);
    EXPECT_EQ(settings.matrix.cells, domain::PriorityMatrix{}.cells);
    EXPECT_EQ(settings.mails_per_sender_hour, 30);
    domain::DeskSettings changed;
    changed.reopen_window_days = 3;
    changed.close_after_days = 4;
    changed.warn_at_percent = 55;
    changed.hold_seconds = 7;
    changed.tells_delays = false;
    changed.mails_per_sender_hour = 8;
    changed.matrix.cells[0][2] = domain::Priority::urgent;
    must_have(write([&](store::WriteTxn& txn) { return store::write_settings(txn, changed); }));
    auto const kept = must_have(read([](store::ReadTxn& txn) { return store::read_settings(txn); }));
    EXPECT_EQ(kept.reopen_window_days, 3);
    EXPECT_EQ(kept.close_after_days, 4);
    EXPECT_EQ(kept.warn_at_percent, 55);
    EXPECT_EQ(kept.hold_seconds, 7);
    EXPECT_TRUE(settings.tells_delays);
    EXPECT_FALSE(kept.tells_delays);
    EXPECT_EQ(kept.mails_per_sender_hour, 8);
    EXPECT_EQ(kept.matrix.cells, changed.matrix.cells);
}

TEST_P(Tenants, HaveNotesThatOthersDoNotSee) {
    EXPECT_EQ(must_have(read([](store::ReadTxn& txn) { return store::read_note(txn, "reply_key"); })), "");
    for (std::string const& value : {kHostile, megabyte()}) {
        must_have(write([&](store::WriteTxn& txn) { return store::write_note(txn, "reply_key", value); }));
        EXPECT_EQ(must_have(read([](store::ReadTxn& txn) { return store::read_note(txn, "reply_key"); })), value);
    }
    auto const foreign =
        store().read(other_scope(), [](store::ReadTxn& txn) { return store::read_note(txn, "reply_key"); });
    EXPECT_EQ(must_have(foreign), "");
}

TEST_P(Tenants, AreRemovedWholeAndAloneIfTheyAreDemos) {
    auto const demo = must_have(store::add_tenant(store(), a_desk("demo")));
    fill(domain::ScopeMint::for_tenant(demo.id));
    fill(scope());
    auto const refused = store::remove_demo_tenant(store(), tenant());
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "tenant.not_demo");

    must_have(store::remove_demo_tenant(store(), demo.id));
    EXPECT_EQ(must_have(store::list_tenants(store())).size(), 2u);
    EXPECT_EQ(must_have(read([](store::ReadTxn& txn) { return store::list_events(txn, domain::TicketId{1}); })).size(),
              1u);
    EXPECT_EQ(must_have(read([](store::ReadTxn& txn) { return store::list_agents(txn); })).size(), 1u);
    for (std::string_view const table :
         {"SELECT COUNT(*) FROM note",           "SELECT COUNT(*) FROM queue",
          "SELECT COUNT(*) FROM category",       "SELECT COUNT(*) FROM calendar",
          "SELECT COUNT(*) FROM policy",         "SELECT COUNT(*) FROM mailbox",
          "SELECT COUNT(*) FROM mailbox_cursor", "SELECT COUNT(*) FROM agent",
          "SELECT COUNT(*) FROM organization",   "SELECT COUNT(*) FROM organization_domain",
          "SELECT COUNT(*) FROM customer",       "SELECT COUNT(*) FROM ticket",
          "SELECT COUNT(*) FROM queue_count",    "SELECT COUNT(*) FROM open_count",
          "SELECT COUNT(*) FROM article",        "SELECT COUNT(*) FROM attachment",
          "SELECT COUNT(*) FROM raw_message",    "SELECT COUNT(*) FROM delivery",
          "SELECT COUNT(*) FROM event",          "SELECT COUNT(*) FROM change_set",
          "SELECT COUNT(*) FROM suggestion",     "SELECT COUNT(*) FROM notice",
          "SELECT COUNT(*) FROM timer",          "SELECT COUNT(*) FROM token",
          "SELECT COUNT(*) FROM session",        "SELECT COUNT(*) FROM keyed_call",
          "SELECT COUNT(*) FROM model",          "SELECT COUNT(*) FROM solution",
          "SELECT COUNT(*) FROM solver",         "SELECT COUNT(*) FROM usual_time",
          "SELECT COUNT(*) FROM blocked_pair",   "SELECT COUNT(*) FROM routing_rules",
          "SELECT COUNT(*) FROM staffing_gap"}) {
        std::int64_t left = -1;
        must_have(store().read(domain::ScopeMint::for_tenant(demo.id), [&](store::ReadTxn& txn) {
            return txn.each(table, {}, [&](store::Row const& row) { left = row.integer(0); });
        }));
        EXPECT_EQ(left, 0) << table;
        must_have(read([&](store::ReadTxn& txn) {
            return txn.each(table, {}, [&](store::Row const& row) { left = row.integer(0); });
        }));
        EXPECT_GT(left, table.ends_with("open_count") ? -1 : 0) << table << " of the desk that stays";
    }
}

}  // namespace
}  // namespace lotse::testing
