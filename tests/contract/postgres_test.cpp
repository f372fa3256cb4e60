// SPDX-License-Identifier: Apache-2.0
// What only PostgreSQL can do to us: a login with too many rights, connections that die, deadlocks, a second server.
#include <atomic>
#include <latch>
#include <set>
#include <thread>

#include "store/postgres/role.h"
#include "support/stores.h"

namespace lotse::testing {
namespace {

using store::ReadTxn;
using store::Row;
using store::WriteTxn;
using store::postgres::PostgresStore;

class PostgresDesk : public ::testing::Test {
  protected:
    void SetUp() override {
        if (postgres_url().empty()) FAIL() << kNoPostgres;
        if (postgres_url("LOTSE_TEST_POSTGRES_ADMIN").empty()) {
            FAIL() << "LOTSE_TEST_POSTGRES_ADMIN (a superuser) is not set; `./dev test` sets it.";
        }
    }
    static std::string admin() { return postgres_url("LOTSE_TEST_POSTGRES_ADMIN"); }
    static std::string ask(store::Store& store, domain::TenantId tenant, std::string_view sql) {
        std::string found;
        auto const done = store.read(domain::ScopeMint::for_tenant(tenant), [&](ReadTxn& txn) {
            return txn.each(sql, {}, [&](Row const& row) { found += std::string(row.text(0)) + ","; });
        });
        return done ? found : done.error().code;
    }
    static Result<std::int64_t> run(store::Store& store, domain::TenantId tenant, std::string_view sql) {
        return store.write(domain::ScopeMint::for_tenant(tenant), [&](WriteTxn& txn) { return txn.run(sql, {}); });
    }
};

constexpr std::string_view kAddNote = "INSERT INTO note (tenant_id, key, value) VALUES (:tenant, 'k', 'v')";

TEST_F(PostgresDesk, GivesUpTheRightsOfASuperuser) {
    PostgresSchema const schema(admin());
    auto const store = must_have(PostgresStore::open({.url = schema.url()}, store::migrations()));
    auto const first = must_have(store->add_tenant("{}", "first"));
    auto const second = must_have(store->add_tenant("{}", "second"));
    EXPECT_EQ(ask(*store, first, "SELECT current_user"), "lotse_app,");
    must_have(run(*store, first, kAddNote));
    EXPECT_EQ(ask(*store, first, "SELECT key FROM note"), "k,");
    EXPECT_EQ(ask(*store, second, "SELECT key FROM note"), "");
    EXPECT_EQ(must_have(run(*store, second, "DELETE FROM note")), 0);
    EXPECT_EQ(schema.ask("SELECT string_agg(privilege_type, ',' ORDER BY privilege_type) FROM "
                         "information_schema.role_table_grants WHERE grantee = 'lotse_app' AND table_schema = "
                         "current_schema() AND table_name = 'ticket'"),
              "DELETE,INSERT,SELECT,UPDATE");
}

TEST_F(PostgresDesk, RefusesALoginThatTheWallDoesNotBind) {
    PostgresSchema const schema(admin());
    std::string const role = schema.name() + "_bypass";
    ASSERT_EQ(schema.ask("CREATE ROLE " + role + " LOGIN BYPASSRLS PASSWORD 'pass'; GRANT ALL ON SCHEMA " +
                         schema.name() + " TO " + role),
              "");
    std::string const server = admin();
    std::size_t const user = server.find("//") + 2;
    std::string const url = server.substr(0, user) + role + ":pass" + server.substr(server.find('@'));
    auto const refused = PostgresStore::open({.url = schema.url_on(url)}, store::migrations());
    EXPECT_FALSE(refused);
    if (!refused) EXPECT_EQ(refused.error().code, "store.unsafe_role");
    EXPECT_EQ(schema.ask("DROP OWNED BY " + role + " CASCADE; DROP ROLE " + role), "");
}

TEST_F(PostgresDesk, RefusesAServerThatForgets) {
    using store::postgres::check_server;
    EXPECT_EQ(check_server({150'020, "on", "on"}), Ok{});
    EXPECT_EQ(check_server({150'020, "off", "on"}).error().code, "store.fsync_off");
    auto const torn = check_server({160'005, "on", "off"});
    EXPECT_EQ(torn.error().code, "store.fsync_off");
    EXPECT_NE(torn.error().message.find("full_page_writes"), std::string::npos);
    EXPECT_EQ(check_server({140'012, "on", "on"}).error().code, "store.old_server");
}

TEST_F(PostgresDesk, SaysThatNobodyAnswers) {
    auto const refused = PostgresStore::open({.url = "postgres://nobody@127.0.0.1:1/none"}, store::migrations());
    EXPECT_EQ(refused.error().kind, Kind::unavailable);
    EXPECT_EQ(refused.error().code, "store.unreachable");
}

TEST_F(PostgresDesk, GoesOnAfterItsConnectionsDied) {
    PostgresSchema const schema;
    auto const store = must_have(PostgresStore::open({.url = schema.url()}, store::migrations()));
    auto const tenant = must_have(store->add_tenant("{}", "first"));
    std::string const kill_all =
        "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE application_name = '" + schema.name() +
        "' AND pid <> pg_backend_pid()";
    EXPECT_NE(schema.ask(kill_all), "0");
    EXPECT_EQ(ask(*store, tenant, "SELECT slug FROM tenant"), "first,") << "idle connections died";
    auto const in_the_middle = store->write(domain::ScopeMint::for_tenant(tenant), [&](WriteTxn& txn) -> Result<void> {
        CHECK_OK(txn.run(kAddNote, {}));
        EXPECT_NE(schema.ask(kill_all), "0");
        CHECK_OK(txn.run("UPDATE note SET value = 'w'", {}));
        return {};
    });
    EXPECT_EQ(in_the_middle.error().kind, Kind::unavailable);
    EXPECT_EQ(in_the_middle.error().code, "store.unreachable");
    EXPECT_EQ(ask(*store, tenant, "SELECT key FROM note"), "");
    must_have(run(*store, tenant, kAddNote));
    EXPECT_EQ(ask(*store, tenant, "SELECT key FROM note"), "k,");
}

TEST_F(PostgresDesk, RunsTheVictimOfADeadlockAgain) {
    PostgresSchema const schema;
    auto const store = must_have(PostgresStore::open({.url = schema.url()}, store::migrations()));
    auto const tenant = must_have(store->add_tenant("{}", "first"));
    must_have(
        run(*store, tenant, "INSERT INTO note (tenant_id, key, value) VALUES (:tenant, 'a', ''), (:tenant, 'b', '')"));
    std::latch both_hold_one(2);
    std::atomic<int> runs{0};
    auto const update_both = [&](char const* one, char const* two) {
        bool is_first_run = true;
        must_have(store->write(domain::ScopeMint::for_tenant(tenant), [&](WriteTxn& txn) -> Result<void> {
            ++runs;
            std::string_view const sql = "UPDATE note SET value = value || '+' WHERE key = ?1";
            CHECK_OK(txn.run(sql, {one}));
            if (std::exchange(is_first_run, false)) both_hold_one.arrive_and_wait();
            CHECK_OK(txn.run(sql, {two}));
            return {};
        }));
    };
    std::thread other([&] { update_both("b", "a"); });
    update_both("a", "b");
    other.join();
    EXPECT_EQ(runs, 3);
    EXPECT_EQ(ask(*store, tenant, "SELECT value FROM note ORDER BY key"), "++,++,");
}

TEST_F(PostgresDesk, LetsSeveralServersStartAtOnceAndShareIds) {
    PostgresSchema const schema;
    std::vector<std::unique_ptr<PostgresStore>> servers(4);
    std::vector<std::thread> starting;
    for (auto& server : servers) {
        starting.emplace_back(
            [&] { server = must_have(PostgresStore::open({.url = schema.url()}, store::migrations())); });
    }
    for (auto& thread : starting) thread.join();
    auto const tenant = must_have(servers[0]->add_tenant("{}", "first"));
    std::set<std::int64_t> ids;
    for (int i = 0; i < 60; ++i) {
        for (auto& server : servers) {
            ids.insert(must_have(server->write(domain::ScopeMint::for_tenant(tenant),
                                               [](WriteTxn& txn) { return txn.next_id("ticket"); })));
        }
    }
    EXPECT_EQ(ids.size(), 240u);
}

TEST_F(PostgresDesk, WaitsForNoConnectionForEver) {
    PostgresSchema const schema;
    auto const store = must_have(PostgresStore::open({.url = schema.url(), .connections = 1}, store::migrations()));
    auto const tenant = must_have(store->add_tenant("{}", "first"));
    must_have(store->read(domain::ScopeMint::for_tenant(tenant), [&](ReadTxn&) -> Result<void> {
        EXPECT_EQ(ask(*store, tenant, "SELECT slug FROM tenant"), "store.busy");
        return {};
    }));
    EXPECT_EQ(ask(*store, tenant, "SELECT slug FROM tenant"), "first,");
}

}  // namespace
}  // namespace lotse::testing
