// SPDX-License-Identifier: Apache-2.0
// What store/db.h promises, on both engines.
#include <atomic>
#include <set>
#include <thread>

#include "base/must.h"
#include "support/stores.h"

namespace lotse::testing {
namespace {

using store::Bytes;
using store::ReadTxn;
using store::Row;
using store::WriteTxn;

constexpr store::Migration kSchema[] = {{1, "seam", R"(
CREATE TABLE tenant (id BIGINT NOT NULL PRIMARY KEY, slug TEXT NOT NULL UNIQUE, document TEXT NOT NULL);
CREATE TABLE counter (tenant_id BIGINT NOT NULL, noun TEXT NOT NULL, next BIGINT NOT NULL, PRIMARY KEY (tenant_id, noun));
CREATE TABLE shelf (tenant_id BIGINT NOT NULL, id BIGINT NOT NULL, name TEXT NOT NULL, PRIMARY KEY (tenant_id, id));
CREATE TABLE book (tenant_id BIGINT NOT NULL, id BIGINT NOT NULL, shelf_id BIGINT NOT NULL, title TEXT, weight DOUBLE PRECISION,
    cover {blob}, is_lent SMALLINT, PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, shelf_id) REFERENCES shelf (tenant_id, id)) {without_rowid};
CREATE UNIQUE INDEX shelf_by_name ON shelf (tenant_id, name);
)"}};

class Seam : public OnEachStore {
  protected:
    std::span<store::Migration const> schema() const override { return kSchema; }
    void SetUp() override {
        OnEachStore::SetUp();
        if (HasFatalFailure()) return;
        must_have(run("INSERT INTO shelf (tenant_id, id, name) VALUES (:tenant, 1, 'low'), (:tenant, 2, 'high')"));
    }
};
LOTSE_ON_EACH_STORE(Seam);

TEST_P(Seam, GivesBackEveryKindOfValueUnchanged) {
    std::string const bytes("a\0b\xff\x00", 5);
    must_have(write([&](WriteTxn& txn) {
        return txn.run(
            "INSERT INTO book (tenant_id, id, shelf_id, title, weight, cover, is_lent) "
            "VALUES (:tenant, ?1, ?2, ?3, ?4, ?5, ?6)",
            {9'007'199'254'740'993, 1, "Żółw 'и' 🐢", 0.1, Bytes{bytes}, true});
    }));
    int rows = 0;
    must_have(read([&](ReadTxn& txn) {
        return txn.each("SELECT id, title, weight, cover, is_lent, NULL FROM book", {}, [&](Row const& row) {
            ++rows;
            EXPECT_EQ(row.integer(0), 9'007'199'254'740'993);
            EXPECT_EQ(row.text(1), "Żółw 'и' 🐢");
            EXPECT_EQ(row.number(2), 0.1);
            EXPECT_EQ(row.bytes(3), bytes);
            EXPECT_TRUE(row.flag(4));
            EXPECT_TRUE(row.is_null(5));
            EXPECT_EQ(row.text(5), "");
            EXPECT_EQ(row.integer(5), 0);
            EXPECT_EQ(row.maybe_at(5), std::nullopt);
        });
    }));
    EXPECT_EQ(rows, 1);
}

TEST_P(Seam, BindsNullWhereAnOptionalIsEmpty) {
    std::string_view const insert =
        "INSERT INTO book (tenant_id, id, shelf_id, title, cover) VALUES (:tenant, ?1, 1, ?2, ?3)";
    must_have(run(insert, {1, std::optional<std::string>{}, nullptr}));
    must_have(run(insert, {2, std::optional<std::string>{"x"}, Bytes{"y"}}));
    EXPECT_EQ(ask("SELECT title FROM book ORDER BY id"), "NULL,x");
    EXPECT_EQ(ask("SELECT cover FROM book WHERE id = 1"), "NULL");
}

TEST_P(Seam, ReadsATruthValueAsOneOrZero) {
    must_have(read([&](ReadTxn& txn) {
        return txn.each("SELECT id = 1, count(*) FROM shelf GROUP BY id ORDER BY id", {},
                        [n = 0](Row const& row) mutable { EXPECT_EQ(row.flag(0), n++ == 0); });
    }));
}

TEST_P(Seam, CountsRowsReturnedOrChanged) {
    EXPECT_EQ(must_have(run("UPDATE shelf SET name = name || '!' WHERE id > ?1", {0})), 2);
    EXPECT_EQ(must_have(run("UPDATE shelf SET name = name WHERE id = ?1", {77})), 0);
    EXPECT_EQ(must_have(run("UPDATE shelf SET name = name RETURNING id")), 2);
    EXPECT_EQ(must_have(read([](ReadTxn& txn) { return txn.each("SELECT id FROM shelf", {}, [](Row const&) {}); })), 2);
}

TEST_P(Seam, KnowsATableByItsPlainNameEverywhere) {
    must_have(
        run("INSERT INTO book (tenant_id, id, shelf_id, title) VALUES (:tenant, 1, 1, 'a'), (:tenant, 2, 2, 'b')"));
    EXPECT_EQ(
        ask("SELECT book.title FROM book JOIN shelf ON shelf.tenant_id = book.tenant_id AND shelf.id = book.shelf_id "
            "WHERE shelf.name = 'high'"),
        "b");
    EXPECT_EQ(ask("SELECT b.title FROM shelf AS s, book b WHERE b.shelf_id = s.id AND s.name = ?1", {"low"}), "a");
    EXPECT_EQ(ask("WITH heavy AS (SELECT id FROM book WHERE id > 1) SELECT title FROM book WHERE id IN (SELECT id FROM "
                  "heavy)"),
              "b");
    must_have(
        run("UPDATE book SET title = (SELECT shelf.name FROM shelf WHERE shelf.id = book.shelf_id) WHERE book.id = 2"));
    EXPECT_EQ(ask("SELECT title FROM book ORDER BY id DESC LIMIT 1"), "high");
    must_have(run("DELETE FROM book WHERE book.shelf_id IN (SELECT id FROM shelf WHERE name = 'low')"));
    EXPECT_EQ(ask("SELECT count(*) FROM book"), "1");
}

TEST_P(Seam, UpsertsAndReturns) {
    std::string_view const upsert =
        "INSERT INTO shelf (tenant_id, id, name) VALUES (:tenant, ?1, ?2) "
        "ON CONFLICT (tenant_id, id) DO UPDATE SET name = shelf.name || excluded.name RETURNING name";
    std::string name;
    auto const put = [&](std::string_view text) {
        must_have(write(
            [&](WriteTxn& txn) { return txn.each(upsert, {7, text}, [&](Row const& row) { name = row.text(0); }); }));
        return name;
    };
    EXPECT_EQ(put("a"), "a");
    EXPECT_EQ(put("b"), "ab");
    EXPECT_EQ(
        must_have(run(
            "INSERT INTO shelf (tenant_id, id, name) VALUES (:tenant, 7, 'c') ON CONFLICT (tenant_id, id) DO NOTHING")),
        0);
}

TEST_P(Seam, NamesTheFieldOfATakenKey) {
    auto const taken = run("INSERT INTO shelf (tenant_id, id, name) VALUES (:tenant, 3, 'low')");
    ASSERT_FALSE(taken);
    EXPECT_EQ(taken.error().kind, Kind::conflict);
    EXPECT_EQ(taken.error().code, "store.duplicate");
    EXPECT_EQ(taken.error().field, "/name");
    auto const same = run("INSERT INTO shelf (tenant_id, id, name) VALUES (:tenant, 1, 'new')");
    ASSERT_FALSE(same);
    EXPECT_EQ(same.error().field, "/id");
}

TEST_P(Seam, RefusesAReferenceToNothing) {
    auto const orphan = run("INSERT INTO book (tenant_id, id, shelf_id) VALUES (:tenant, 1, 99)");
    ASSERT_FALSE(orphan);
    EXPECT_EQ(orphan.error().code, "store.reference");
    must_have(run("INSERT INTO book (tenant_id, id, shelf_id) VALUES (:tenant, 1, 1)"));
    EXPECT_EQ(run("DELETE FROM shelf WHERE id = 1").error().code, "store.reference");
    EXPECT_EQ(run("INSERT INTO shelf (tenant_id, id, name) VALUES (:tenant, 9, NULL)").error().code,
              "store.constraint");
}

TEST_P(Seam, RollsBackWhatAFailedFunctionWrote) {
    auto const failed = write([](WriteTxn& txn) -> Result<void> {
        CHECK_OK(txn.run("UPDATE shelf SET name = 'gone ' || name", {}));
        return conflict("test.no", "No.");
    });
    EXPECT_EQ(failed.error().code, "test.no");
    EXPECT_EQ(ask("SELECT name FROM shelf ORDER BY id"), "low,high");
}

TEST_P(Seam, TurnsABugInAWriteIntoAnErrorAndRollsBack) {
    auto const failed = write([](WriteTxn& txn) -> Result<void> {
        CHECK_OK(txn.run("DELETE FROM shelf", {}));
        must(false, "planted");
        return {};
    });
    ASSERT_FALSE(failed);
    EXPECT_EQ(failed.error().kind, Kind::bug);
    EXPECT_EQ(ask("SELECT count(*) FROM shelf"), "2");
}

TEST_P(Seam, LetsABugInAReadPassAndStaysUsable) {
    for (int i = 0; i < 40; ++i) {  // more often than there are connections
        EXPECT_THROW(std::ignore = read([](ReadTxn& txn) -> Result<void> {
                         CHECK_OK(txn.each("SELECT id FROM shelf", {}, [](Row const&) { must(false, "planted"); }));
                         return {};
                     }),
                     Bug);
    }
    EXPECT_EQ(ask("SELECT count(*) FROM shelf"), "2");
}

TEST_P(Seam, EndsATransactionWithItsFirstFailedStatement) {
    auto const done = write([](WriteTxn& txn) -> Result<void> {
        CHECK_OK(txn.run("UPDATE shelf SET name = 'changed' WHERE id = 2", {}));
        auto const failed = txn.run("INSERT INTO shelf (tenant_id, id, name) VALUES (:tenant, 1, 'x')", {});
        EXPECT_EQ(failed.error().code, "store.duplicate");
        EXPECT_EQ(txn.run("UPDATE shelf SET name = 'again' WHERE id = 2", {}).error().code, "store.duplicate");
        return {};  // as if nothing had happened
    });
    EXPECT_EQ(done.error().code, "store.duplicate");
    EXPECT_EQ(ask("SELECT name FROM shelf ORDER BY id"), "low,high");
}

TEST_P(Seam, RunsAfterCommitOnlyAfterACommitAndInOrder) {
    std::string acted;
    std::string seen;
    must_have(write([&](WriteTxn& txn) -> Result<void> {
        CHECK_OK(txn.run("UPDATE shelf SET name = 'new' WHERE id = 1", {}));
        txn.after_commit([&] {
            acted += "a";
            seen = ask("SELECT name FROM shelf WHERE id = 1");
        });
        txn.after_commit([&] { acted += "b"; });
        EXPECT_EQ(acted, "");
        return {};
    }));
    EXPECT_EQ(acted, "ab");
    EXPECT_EQ(seen, "new");
    EXPECT_FALSE(write([&](WriteTxn& txn) -> Result<void> {
        txn.after_commit([&] { acted += "c"; });
        return conflict("test.no", "No.");
    }));
    EXPECT_EQ(acted, "ab");
}

TEST_P(Seam, ReadsOneSnapshotWhileOthersWrite) {
    must_have(read([&](ReadTxn& txn) -> Result<void> {
        std::string before;
        CHECK_OK(txn.each("SELECT name FROM shelf WHERE id = 1", {}, [&](Row const& row) { before = row.text(0); }));
        std::thread([&] { must_have(run("UPDATE shelf SET name = 'later' WHERE id = 1")); }).join();
        std::string after;
        CHECK_OK(txn.each("SELECT name FROM shelf WHERE id = 1", {}, [&](Row const& row) { after = row.text(0); }));
        EXPECT_EQ(before, "low");
        EXPECT_EQ(after, "low");
        return {};
    }));
    EXPECT_EQ(ask("SELECT name FROM shelf WHERE id = 1"), "later");
}

TEST_P(Seam, AllowsTheSameStatementInsideItsOwnRows) {
    int pairs = 0;
    std::string_view const sql = "SELECT id FROM shelf";
    must_have(read([&](ReadTxn& txn) {
        return txn.each(sql, {}, [&](Row const&) { must_have(txn.each(sql, {}, [&](Row const&) { ++pairs; })); });
    }));
    EXPECT_EQ(pairs, 4);
}

TEST_P(Seam, GivesIdsThatCountUpForEachTenantAndNoun) {
    auto const next = [&](domain::TenantScope const& scope, std::string_view noun) {
        return must_have(store().write(scope, [&](WriteTxn& txn) { return txn.next_id(noun); }));
    };
    EXPECT_EQ(next(scope(), "ticket"), 1);
    EXPECT_EQ(next(scope(), "ticket"), 2);
    EXPECT_EQ(next(scope(), "article"), 1);
    EXPECT_EQ(next(other_scope(), "ticket"), 1);
    auto const before = next(scope(), "ticket");
    reopen();
    EXPECT_GT(next(scope(), "ticket"), before);
}

TEST_P(Seam, NeverGivesAnIdTwiceToManyWriters) {
    constexpr int threads = 8;
    constexpr int each = 40;
    Mutex<std::set<std::int64_t>> seen;
    std::vector<std::thread> writers;
    for (int i = 0; i < threads; ++i) {
        writers.emplace_back([&] {
            for (int n = 0; n < each; ++n) {
                auto const id = must_have(write([](WriteTxn& txn) { return txn.next_id("ticket"); }));
                seen.with([&](auto& ids) { EXPECT_TRUE(ids.insert(id).second) << id; });
            }
        });
    }
    for (auto& writer : writers) writer.join();
    seen.with([](auto& ids) { EXPECT_EQ(ids.size(), threads * each); });
}

TEST_P(Seam, KeepsEveryAnsweredWriteOfManyThreads) {
    std::vector<std::thread> writers;
    for (int i = 0; i < 8; ++i) {
        writers.emplace_back([&, i] {
            for (int n = 0; n < 20; ++n) {
                must_have(run("INSERT INTO book (tenant_id, id, shelf_id, title) VALUES (:tenant, ?1, 1, ?2)",
                              {i * 100 + n, "t" + std::to_string(n)}));
            }
        });
    }
    for (auto& writer : writers) writer.join();
    reopen();
    EXPECT_EQ(ask("SELECT count(*) FROM book"), "160");
}

TEST_P(Seam, AddsUpWhatConcurrentUpdatesOfOneRowAdd) {
    must_have(run("INSERT INTO book (tenant_id, id, shelf_id, weight) VALUES (:tenant, 1, 1, 0)"));
    std::vector<std::thread> writers;
    for (int i = 0; i < 6; ++i) {
        writers.emplace_back([&] {
            for (int n = 0; n < 20; ++n) must_have(run("UPDATE book SET weight = weight + 1 WHERE id = 1"));
        });
    }
    for (auto& writer : writers) writer.join();
    must_have(read([](ReadTxn& txn) {
        return txn.each("SELECT weight FROM book", {}, [](Row const& row) { EXPECT_EQ(row.number(0), 120.0); });
    }));
}

TEST_P(Seam, DropsARowLockWhereThereIsOneWriter) {
    must_have(write([](WriteTxn& txn) {
        return txn.each("SELECT id FROM shelf WHERE id = 1 FOR UPDATE SKIP LOCKED", {}, [](Row const&) {});
    }));
}

TEST_P(Seam, RefusesAChangeInARead) {
    EXPECT_EQ(ask("UPDATE shelf SET name = 'x' RETURNING name"), "store.statement");
    EXPECT_EQ(ask("SELECT name FROM shelf ORDER BY id"), "low,high");
}

TEST_P(Seam, RefusesValuesThatDoNotMatchTheText) {
    EXPECT_EQ(ask("SELECT id FROM shelf WHERE id = ?1"), "store.statement");
    EXPECT_EQ(ask("SELECT id FROM shelf WHERE id = ?1", {1, 2}), "store.statement");
}

TEST_P(Seam, ListsTenantsAndNeverUsesAnIdAgain) {
    std::string found;
    must_have(store().read_tenants([&](Row const& row) {
        found += std::to_string(row.integer(0)) + std::string(row.text(1)) + std::string(row.text(2));
    }));
    EXPECT_EQ(found, "1first{}2second{}");
    auto const taken = store().add_tenant("{}", "second");
    EXPECT_EQ(taken.error().code, "store.duplicate");
    EXPECT_EQ(taken.error().field, "/slug");
    auto const third = must_have(store().add_tenant("{}", "third"));
    must_have(store().write(domain::ScopeMint::for_tenant(third),
                            [](WriteTxn& txn) { return txn.run("DELETE FROM tenant WHERE id = :tenant", {}); }));
    EXPECT_GT(must_have(store().add_tenant("{}", "fourth")).value, third.value);
}

TEST_P(Seam, FindsASoundDatabaseSound) { EXPECT_EQ(store().verify(), Ok{}); }

TEST_P(Seam, CopiesTheDeskOrNamesTheToolThatDoes) {
    std::string const copy = folder_ / "copy";
    auto const done = store().copy_to(copy + ".db");
    if (GetParam() == Engine::postgres) {
        EXPECT_NE(done.error().message.find("pg_dump"), std::string::npos);
        return;
    }
    ASSERT_EQ(done, Ok{});
    EXPECT_EQ(store().copy_to(copy + ".db").error().code, "store.copy_exists");
    std::filesystem::create_directory(copy);
    std::filesystem::rename(copy + ".db", copy + "/lotse.db");
    store::sqlite::SqliteStore::Options options;
    options.folder = copy;
    auto const restored = must_have(store::sqlite::SqliteStore::open(options, kSchema));
    must_have(restored->read(scope(), [](ReadTxn& txn) {
        return txn.each("SELECT count(*) FROM shelf", {}, [](Row const& row) { EXPECT_EQ(row.integer(0), 2); });
    }));
}

}  // namespace
}  // namespace lotse::testing
