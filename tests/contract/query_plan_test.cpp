// SPDX-License-Identifier: Apache-2.0
// How SQLite runs what the repositories ask, behind the wall: no statement may read a whole table, none may sort. So the
// time of each grows with the rows it gives, not with the desk.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "base/text.h"
#include "contract/support/samples.h"
#include "store/articles.h"
#include "store/audit.h"
#include "store/breaches.h"
#include "store/bulk_jobs.h"
#include "store/correspondence.h"
#include "store/customers.h"
#include "store/escalations.h"
#include "store/events.h"
#include "store/gathered.h"
#include "store/label_requests.h"
#include "store/ledger.h"
#include "store/lessons.h"
#include "store/models.h"
#include "store/outbox.h"
#include "store/people_words.h"
#include "store/pool.h"
#include "store/promises.h"
#include "store/relations.h"
#include "store/renewals.h"
#include "store/replays.h"
#include "store/search_index.h"
#include "store/sql_shape.h"
#include "store/sqlite/connection.h"
#include "store/sqlite/rewrite.h"
#include "store/teamwork.h"
#include "store/ticket_paths.h"
#include "store/tickets.h"
#include "store/vectors.h"
#include "store/watch.h"
#include "support/stores.h"

namespace lotse::testing {
namespace {

using store::Narrow;
using store::RangeKey;

// Passes statements on and keeps their texts.
class ListeningTxn final : public store::WriteTxn {
  public:
    ListeningTxn(store::WriteTxn& inner, std::set<std::string>& heard)
        : WriteTxn(inner.tenant()), inner_(inner), heard_(heard) {}
    using WriteTxn::each;
    Result<std::int64_t> each(std::string_view sql, std::span<store::Value const> values,
                              store::OnRow const& on_row) override {
        heard_.emplace(sql);
        return inner_.each(sql, values, on_row);
    }
    Result<std::int64_t> next_id(std::string_view noun) override { return inner_.next_id(noun); }
    store::WordIndex& words() override { return inner_.words(); }
    void after_commit(std::function<void()> act) override { inner_.after_commit(std::move(act)); }

  private:
    store::WriteTxn& inner_;
    std::set<std::string>& heard_;
};

class QueryPlan : public ::testing::Test {
  protected:
    void SetUp() override {
        store::sqlite::SqliteStore::Options options;
        options.folder = folder_.path();
        store_ = must_have(store::sqlite::SqliteStore::open(options, store::migrations()));
        tenant_ = must_have(store_->add_tenant("{}", "first"));
        raise_wall();
    }

    // The statement's steps, one a line.
    std::string plan_of(std::string_view sql) {
        auto const shape = must_have(store::shape_of(sql, tables_));
        std::string plan;
        std::string const walled = "EXPLAIN QUERY PLAN " + store::sqlite::to_walled(shape, "seen");
        must_have(
            connection_->each(walled, {}, [&](store::Row const& row) { plan += std::string(row.text(3)) + "\n"; }));
        return plan;
    }

    template <class F>
    std::set<std::string> heard(F&& fn) {
        std::set<std::string> texts;
        must_have(store_->write(domain::ScopeMint::for_tenant(tenant_), [&](store::WriteTxn& txn) -> Result<void> {
            ListeningTxn listening(txn, texts);
            return fn(listening);
        }));
        return texts;
    }

  private:
    // The same views as store/sqlite/wall.cpp raises, on a connection that may ask for plans.
    void raise_wall() {
        connection_.emplace(
            must_have(store::sqlite::Connection::open(folder_ / "lotse.db", store::sqlite::Access::write)));
        sqlite3_create_function_v2(
            connection_->handle(), "cur_tenant", 0, SQLITE_UTF8 | SQLITE_DETERMINISTIC, nullptr,
            [](sqlite3_context* context, int, sqlite3_value**) { sqlite3_result_int64(context, 1); }, nullptr, nullptr,
            nullptr);
        must_have(connection_->each(
            "SELECT substr(name, 3) FROM sqlite_master WHERE type = 'table' AND substr(name, 1, 2) = 't_'", {},
            [&](store::Row const& row) { tables_.emplace(row.text(0)); }));
        for (auto const& table : tables_) {
            must_have(connection_->execute("CREATE TEMP VIEW " + store::sqlite::view_name(table, "seen") +
                                           " AS SELECT * FROM main." + store::sqlite::base_name(table) + " WHERE " +
                                           std::string(store::sqlite::tenant_column(table)) + " = cur_tenant()"));
        }
    }

    TemporaryFolder folder_;
    std::unique_ptr<store::Store> store_;
    domain::TenantId tenant_;
    std::optional<store::sqlite::Connection> connection_;
    store::TableNames tables_;
};

// What keeps growing; the other tables hold what an admin sets up.
bool reads_whole_table(std::string_view line) {
    constexpr std::array<std::string_view, 22> growing{
        "t_ticket_vector", "t_prediction",   "t_label_request", "t_label_decision", "t_audit",
        "t_bulk_item",     "t_ticket_link",  "t_ticket_merge",  "t_ticket_split",

        "t_ticket",        "t_ticket_facet", "t_article",       "t_attachment",     "t_raw_message",
        "t_delivery",      "t_event",        "t_change_set",    "t_suggestion",     "t_notice",
        "t_timer",         "t_customer",     "t_keyed_call"};
    bool const is_growing = std::ranges::any_of(
        growing, [&](std::string_view table) { return line.find(std::string(table) + " ") != std::string_view::npos; });
    // A partial index of what waits is read as far as it goes: the backlog.
    bool const is_backlog = line.find("INDEX notice_waiting") != std::string_view::npos ||
                            line.find("INDEX notice_dead") != std::string_view::npos ||
                            line.find("INDEX label_request_order") != std::string_view::npos ||
                            line.find("INDEX label_request_second") != std::string_view::npos ||
                            line.find("INDEX event_unsettled") != std::string_view::npos ||
                            line.find("INDEX event_unplaced") != std::string_view::npos;
    return is_growing && !is_backlog && line.find("(tenant_id=?)") != std::string_view::npos;
}

void expect_direct(std::string_view sql, std::string const& plan) {
    for (auto const line : split(plan, '\n')) {
        EXPECT_EQ(line.find("USE TEMP B-TREE"), std::string_view::npos) << sql << "\n" << plan;
        EXPECT_FALSE(line.find("SCAN main.") != std::string_view::npos) << sql << "\n" << plan;
        EXPECT_FALSE(reads_whole_table(line)) << sql << "\n" << plan;
    }
}

TEST_F(QueryPlan, OfEveryListPathIsOneIndexRangeInOrder) {
    int paths = 0;
    for (int n = 0; n <= static_cast<int>(Narrow::none); ++n) {
        auto const narrow = static_cast<Narrow>(n);
        for (auto const key : {RangeKey::updated, RangeKey::created, RangeKey::first_reply_due, RangeKey::solution_due,
                               RangeKey::next_due}) {
            if (!store::has_path(narrow, key)) continue;
            for (bool const descending : {true, false}) {
                auto const sql = store::path_statement(narrow, key, descending);
                auto const plan = plan_of(sql);
                expect_direct(sql, plan);
                bool const is_facet = narrow == Narrow::facet;
                EXPECT_EQ(std::ranges::count(plan, '\n'), is_facet ? 2 : 1) << plan;
                std::string const column = key == RangeKey::updated           ? "updated_at"
                                           : key == RangeKey::created         ? "created_at"
                                           : key == RangeKey::first_reply_due ? "first_reply_due_at"
                                           : key == RangeKey::solution_due    ? "solution_due_at"
                                                                              : "next_due_at";
                std::string const range = (is_facet ? "(facet_" + column + ",ticket_id)" : "(" + column + ",id)") +
                                          (descending ? "<" : ">") + "(?,?)";
                EXPECT_NE(plan.find(range), std::string::npos) << "starts at the cursor: " << plan;
                ++paths;
            }
        }
        if (store::has_path(narrow, RangeKey::created) && store::has_path(narrow, RangeKey::next_due)) continue;
        auto const count = plan_of(store::count_statement(narrow));
        EXPECT_NE(count.find("USING COVERING INDEX"), std::string::npos) << count;
        EXPECT_NE(count.find("status=?"), std::string::npos) << count;
    }
    EXPECT_EQ(paths, 60);
}

TEST_F(QueryPlan, OfWhatTheDeskAsksIsDirect) {
    auto const now = minute(1);
    auto const texts = heard([&](store::WriteTxn& txn) -> Result<void> {
        TRY(auto ticket, store::add_ticket(txn, a_ticket()));
        TRY(ticket, store::update_ticket(txn, ticket));
        domain::Promise promise;
        promise.ticket = ticket.id;
        CHECK_OK(store::put_promise(txn, promise));
        TRY([[maybe_unused]] auto promises, store::list_promises(txn, ticket.id));
        TRY([[maybe_unused]] auto missed, store::miss_promises(txn, now, 500));
        TRY([[maybe_unused]] auto kept, store::count_promises(txn, promise.what, minute(0), now, 500));
        domain::Escalation escalation;
        escalation.ticket = ticket.id;
        escalation.next_at = now;
        TRY(escalation, store::put_escalation(txn, escalation));
        TRY([[maybe_unused]] auto open_ones, store::open_escalations(txn, ticket.id));
        TRY([[maybe_unused]] auto of_ticket, store::list_escalations(txn, ticket.id, 20));
        TRY([[maybe_unused]] auto due_ones, store::claim_escalations(txn, now, 50));
        TRY([[maybe_unused]] auto next_one, store::next_escalation_at(txn));
        TRY([[maybe_unused]] auto running, store::list_escalations(txn, domain::EscalationState::running, "", 50));
        TRY([[maybe_unused]] auto mine, store::escalations_of(txn, domain::AgentId{1}, 50));
        TRY([[maybe_unused]] auto my_count, store::count_escalations_of(txn, domain::AgentId{1}, 100));
        TRY([[maybe_unused]] auto all_count, store::count_running_escalations(txn, 100));
        CHECK_OK(store::close_told(txn, escalation.id));
        TRY([[maybe_unused]] auto coming, store::coming_timers(txn, now, 2000));
        TRY([[maybe_unused]] auto passed, store::passed_due(txn, now, 1000));
        TRY([[maybe_unused]] auto pool_first, store::pool_by_due(txn, 1000));
        TRY([[maybe_unused]] auto silent, store::silent_owners(txn, 100));
        TRY([[maybe_unused]] auto calls, store::waiting_calls(txn, now, 500, 4));
        TRY([[maybe_unused]] auto taken, store::take_calls(txn, "a@example.org", now));
        CHECK_OK(store::postpone_calls(txn, "a@example.org", now, now));
        CHECK_OK(store::set_breaches(txn, ticket.id, {{domain::ClockKind::update, now}}));
        CHECK_OK(store::explain_breach(txn, {ticket.id, domain::ClockKind::update, now, {}, "", {}, {}}));
        CHECK_OK(store::set_breaches(txn, ticket.id, {}));
        CHECK_OK(store::ask_renewal(txn, now));
        TRY(auto const renewal, store::find_renewal(txn));
        TRY([[maybe_unused]] bool const is_moved, store::move_renewal(txn, *renewal, *renewal));
        TRY([[maybe_unused]] bool const is_over, store::end_renewal(txn, *renewal));
        TRY([[maybe_unused]] auto customers, store::list_customers(txn, "", 50));
        TRY([[maybe_unused]] auto by_mail, store::find_customer_by_email(txn, "a@example.org"));
        domain::Article article;
        article.ticket = ticket.id;
        TRY(article, store::add_article(txn, article));
        TRY([[maybe_unused]] auto articles, store::list_articles(txn, ticket.id));
        TRY([[maybe_unused]] auto files, store::list_attachments(txn, ticket.id));
        TRY([[maybe_unused]] auto delivery, store::find_delivery(txn, "key"));
        domain::Event event;
        event.ticket = ticket.id;
        TRY(event, store::add_event(txn, event));
        TRY([[maybe_unused]] auto events, store::list_events(txn, ticket.id));
        TRY([[maybe_unused]] auto open, store::list_unsettled(txn, 100));
        TRY([[maybe_unused]] auto placed, store::place_events(txn, 100));
        TRY([[maybe_unused]] auto is_held, store::has_held_before(txn, now));
        TRY([[maybe_unused]] auto let, store::let_through_before(txn, now));
        TRY([[maybe_unused]] auto let_one, store::let_through(txn, ticket.id));
        TRY([[maybe_unused]] auto mails, store::count_mail_of(txn, "a@example.org", 5));
        CHECK_OK(store::forget_mail_counts(txn, 4));
        TRY([[maybe_unused]] auto is_behind, store::has_unplaced_events(txn));
        TRY([[maybe_unused]] auto stream, store::list_events_after(txn, 1, 100));
        CHECK_OK(store::mark_settled(txn, event.id, now));
        TRY([[maybe_unused]] auto changes, store::list_changes(txn, ticket.id));
        TRY([[maybe_unused]] auto next_job, store::next_bulk_job(txn));
        TRY([[maybe_unused]] auto lines, store::list_bulk_items(txn, domain::JobId{1}, 0, 10));
        TRY([[maybe_unused]] auto linked, store::put_link(txn, ticket.id, {ticket.id, domain::LinkKind::related}));
        TRY([[maybe_unused]] auto links, store::list_links(txn, ticket.id));
        TRY([[maybe_unused]] auto merge, store::find_merge(txn, ticket.id));
        TRY([[maybe_unused]] auto merges, store::list_merges_into(txn, ticket.id));
        TRY([[maybe_unused]] auto origin, store::find_split_origin(txn, ticket.id));
        TRY([[maybe_unused]] auto moved, store::move_articles(txn, ticket.id, ticket.id, {article.id}));
        TRY([[maybe_unused]] auto suggestion, store::last_suggestion(txn, ticket.id));
        return {};
    });
    EXPECT_GT(texts.size(), 20u);
    for (auto const& sql : texts) expect_direct(sql, plan_of(sql));
}

TEST_F(QueryPlan, OfTheAuditListIsDirect) {
    auto const texts = heard([&](store::WriteTxn& txn) -> Result<void> {
        for (std::int64_t const agent : {0, 1}) {
            for (auto const* kind : {"", "queue"}) {
                for (std::int64_t const object : {0, 1}) {
                    store::AuditQuery const query{domain::AgentId{agent}, kind, object, minute(1), minute(2), {}, 10};
                    TRY([[maybe_unused]] auto page, store::list_audit(txn, query));
                }
            }
        }
        return {};
    });
    EXPECT_EQ(texts.size(), 6u);
    for (auto const& sql : texts) expect_direct(sql, plan_of(sql));
}

TEST_F(QueryPlan, OfSearchIsDirect) {
    auto const texts = heard([&](store::WriteTxn& txn) -> Result<void> {
        TRY(auto const ticket, store::add_ticket(txn, a_ticket()));
        CHECK_OK(store::mark_for_search(txn, ticket.id));
        CHECK_OK(store::mark_customer_for_search(txn, domain::CustomerId{1}));
        CHECK_OK(store::mark_organization_for_search(txn, domain::OrganizationId{1}));
        TRY([[maybe_unused]] auto todo, store::list_search_todo(txn, 10));
        TRY([[maybe_unused]] auto is_done, store::finish_search_todo(txn, {ticket.id, 1}));
        TRY([[maybe_unused]] auto source, store::read_search_source(txn, ticket.id));
        TRY([[maybe_unused]] auto below, store::list_ticket_ids_below(txn, ticket.id, 10));
        std::string const word = "printer";
        CHECK_OK(store::add_search_words(txn, {&word, 1}));
        TRY([[maybe_unused]] auto like, store::list_search_words_like(txn, "prnter"));
        TRY([[maybe_unused]] auto customers, store::find_customers(txn, "ann", 10));
        TRY([[maybe_unused]] auto firms, store::find_organizations(txn, "ann", 10));
        TRY([[maybe_unused]] auto mentions, store::count_unread_mentions(txn, domain::AgentId{1}, 999));
        TRY([[maybe_unused]] auto drafts, store::count_drafts(txn, domain::AgentId{1}, 999));
        return {};
    });
    EXPECT_GT(texts.size(), 15u);
    for (auto const& sql : texts) expect_direct(sql, plan_of(sql));
}

TEST_F(QueryPlan, OfVectorsIsAnIndexRange) {
    auto const texts = heard([&](store::WriteTxn& txn) -> Result<void> {
        CHECK_OK(store::put_vector(txn, {domain::TicketId{1}, "e5", "hash", "bytes"}));
        TRY([[maybe_unused]] auto one, store::find_vector(txn, domain::TicketId{1}));
        TRY([[maybe_unused]] auto done,
            store::list_done_vectors(txn, "e5", domain::TicketId{1}, domain::TicketId{9}, 10));
        return store::remove_vector(txn, domain::TicketId{1});
    });
    EXPECT_EQ(texts.size(), 4U);
    for (auto const& sql : texts) expect_direct(sql, plan_of(sql));
}

TEST_F(QueryPlan, OfTheOutboxIsDirect) {
    auto const now = minute(1);
    auto const texts = heard([&](store::WriteTxn& txn) -> Result<void> {
        TRY(auto ticket, store::add_ticket(txn, {}));
        domain::Notice notice;
        notice.ticket = ticket.id;
        TRY(notice, store::add_notice(txn, notice));
        TRY([[maybe_unused]] auto claimed, store::claim_notices(txn, now, now, 10));
        CHECK_OK(store::mark_failed(txn, notice.id, "no", now));
        CHECK_OK(store::mark_sent(txn, notice.id, now));
        TRY([[maybe_unused]] auto next, store::next_notice_at(txn));
        TRY([[maybe_unused]] auto notices, store::list_notices(txn, ticket.id));
        TRY([[maybe_unused]] auto to_one, store::count_automatic(txn, "a@example.org", now, {}));
        TRY([[maybe_unused]] auto on_one, store::count_automatic(txn, "a@example.org", now, ticket.id));
        TRY([[maybe_unused]] auto of_desk, store::count_automatic_of_desk(txn, now));
        TRY([[maybe_unused]] auto sent, store::find_sent(txn, "<a@b>"));
        TRY([[maybe_unused]] auto state, store::outbox_state(txn));
        CHECK_OK(store::set_timers(txn, ticket.id, {{ticket.id, domain::TimerKind::close, now}}));
        TRY([[maybe_unused]] auto due, store::due_timers(txn, now, 10));
        CHECK_OK(store::remove_timer(txn, {ticket.id, domain::TimerKind::close, now}));
        return {};
    });
    EXPECT_GT(texts.size(), 15u);
    for (auto const& sql : texts) expect_direct(sql, plan_of(sql));
}

TEST_F(QueryPlan, OfLearningWalksTheNewestTickets) {
    auto const texts = heard([&](store::WriteTxn& txn) -> Result<void> {
        TRY([[maybe_unused]] auto newest,
            store::list_example_page(txn, domain::Status::solved, {}, {instant(INT64_MAX), {}}, 100));
        TRY([[maybe_unused]] auto page,
            store::list_example_page(txn, domain::Status::closed, instant(1), {instant(1'000), {}}, 100));
        TRY([[maybe_unused]] auto count, store::count_done_tickets(txn, instant(1), instant(2)));
        return {};
    });
    for (auto const& sql : texts) {
        if (sql.find("FROM event") != std::string::npos) continue;  // its newest row: LIMIT 1 from the end of the key
        expect_direct(sql, plan_of(sql));
    }
}

TEST_F(QueryPlan, OfLabelsAreIndexRanges) {
    auto const now = minute(1);
    auto const texts = heard([&](store::WriteTxn& txn) -> Result<void> {
        domain::AgentId const agent{1};
        TRY([[maybe_unused]] auto next, store::next_label_requests(txn, agent, now, 10));
        TRY([[maybe_unused]] auto page, store::list_label_requests(txn, agent, "", 10));
        TRY([[maybe_unused]] auto held, store::find_claimed_request(txn, "session:1", now));
        TRY([[maybe_unused]] auto looks, store::list_second_looks(txn, now, 10));
        TRY([[maybe_unused]] auto times, store::list_decision_times(txn, now, 10));
        TRY([[maybe_unused]] auto blind, store::list_blind_decisions(txn, now, 10));
        TRY([[maybe_unused]] auto acts, store::list_acts(txn, "category", now, now, 10));
        TRY([[maybe_unused]] auto decisions, store::list_decisions_of(txn, agent, now, now, 10));
        TRY([[maybe_unused]] auto waiting, store::list_waiting_items(txn, domain::JobId{1}, 10));
        TRY([[maybe_unused]] auto line, store::find_bulk_item(txn, domain::JobId{1}, domain::TicketId{1}));
        TRY([[maybe_unused]] auto tickets, store::count_tickets_since(txn, now, 10));
        return {};
    });
    EXPECT_EQ(texts.size(), 11U);
    for (auto const& sql : texts) expect_direct(sql, plan_of(sql));
}

TEST_F(QueryPlan, OfThePoolIsAnIndexRange) {
    auto const texts = heard([&](store::WriteTxn& txn) -> Result<void> {
        TRY(auto const ticket, store::add_ticket(txn, a_ticket()));
        CHECK_OK(store::put_in_pool(txn, {ticket.id, domain::QueueId{1}, {}, "de", {}, instant(0), instant(1), {}}));
        TRY([[maybe_unused]] auto heads, store::pool_heads(txn, domain::QueueId{1}, instant(5), {ticket.id}));
        TRY([[maybe_unused]] auto known, store::pool_of_acquaintances(txn, domain::AgentId{1}, 8));
        TRY([[maybe_unused]] auto found, store::find_in_pool(txn, ticket.id));
        TRY([[maybe_unused]] bool const claimed, store::claim_in_pool(txn, ticket.id));
        TRY([[maybe_unused]] auto count, store::count_in_pool(txn, domain::QueueId{1}, 1000));
        return store::take_out_of_pool(txn, ticket.id);
    });
    for (auto const& sql : texts)
        if (!sql.starts_with("INSERT")) expect_direct(sql, plan_of(sql));
}

TEST_F(QueryPlan, OfReplaysAndLessonsIsAnIndexRange) {
    auto const texts = heard([&](store::WriteTxn& txn) -> Result<void> {
        TRY([[maybe_unused]] auto all, store::list_predictions_made(txn, "category", instant(1), {}, 100));
        TRY([[maybe_unused]] auto waiting, store::next_replay(txn));
        TRY([[maybe_unused]] auto known, store::find_replay(txn, {}, instant(1)));
        TRY([[maybe_unused]] auto last, store::last_lesson(txn));
        TRY([[maybe_unused]] auto same, store::find_lesson(txn, "hash"));
        TRY([[maybe_unused]] auto later, store::list_lessons_after(txn, {}, 100));
        TRY([[maybe_unused]] auto lessons, store::list_lessons(txn, {}, 100));
        TRY([[maybe_unused]] auto version, store::serving_version(txn));
        return {};
    });
    for (auto const& sql : texts) expect_direct(sql, plan_of(sql));
}

}  // namespace
}  // namespace lotse::testing
