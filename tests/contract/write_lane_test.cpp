// SPDX-License-Identifier: Apache-2.0
// The lane that all SQLite writes share: neighbours, order, limits, a full disk.
#include "store/sqlite/write_lane.h"

#include <atomic>
#include <chrono>
#include <iostream>
#include <latch>
#include <thread>

#include "base/must.h"
#include "support/stores.h"

namespace lotse::testing {
namespace {

using store::Row;
using store::WriteTxn;
using store::sqlite::SqliteStore;

constexpr store::Migration kSchema[] = {{1, "lane", R"(
CREATE TABLE tenant (id BIGINT NOT NULL PRIMARY KEY, slug TEXT NOT NULL UNIQUE, document TEXT NOT NULL);
CREATE TABLE counter (tenant_id BIGINT NOT NULL, noun TEXT NOT NULL, next BIGINT NOT NULL, PRIMARY KEY (tenant_id, noun));
CREATE TABLE line (tenant_id BIGINT NOT NULL, id BIGINT NOT NULL, text TEXT NOT NULL, PRIMARY KEY (tenant_id, id));
)"}};

class WriteLane : public ::testing::Test {
  protected:
    void open(SqliteStore::Options options = {}) {
        options.folder = folder_.path();
        store_.reset();
        store_ = must_have(SqliteStore::open(options, kSchema));
        if (!tenant_) tenant_ = must_have(store_->add_tenant("{}", "first"));
    }
    domain::TenantScope scope() const { return domain::ScopeMint::for_tenant(tenant_); }
    static Result<std::int64_t> add(WriteTxn& txn, std::int64_t id, std::string const& text = "x") {
        return txn.run("INSERT INTO line (tenant_id, id, text) VALUES (:tenant, ?1, ?2)", {id, text});
    }
    std::int64_t count_lines() {
        std::int64_t lines = 0;
        must_have(store_->read(scope(), [&](store::ReadTxn& txn) {
            return txn.each("SELECT count(*) FROM line", {}, [&](Row const& row) { lines = row.integer(0); });
        }));
        return lines;
    }
    // Holds the write thread in a job of its own until released, so that what is submitted meanwhile waits together.
    class Held {
      public:
        explicit Held(WriteLane& test) {
            thread_ = std::thread([this, &test] {
                must_have(test.store_->write(test.scope(), [this](WriteTxn&) -> Result<void> {
                    started_.count_down();
                    released_.wait();
                    return {};
                }));
            });
            started_.wait();
        }
        ~Held() { release(); }
        void release() {
            if (!thread_.joinable()) return;
            released_.count_down();
            thread_.join();
        }

      private:
        std::latch started_{1};
        std::latch released_{1};
        std::thread thread_;
    };

    TemporaryFolder folder_;
    std::unique_ptr<SqliteStore> store_;
    domain::TenantId tenant_;
};

TEST_F(WriteLane, SharesOneCommitBetweenAllThatWait) {
    open();
    auto held = std::make_unique<Held>(*this);
    std::int64_t const before = store_->count().commits;
    std::vector<std::thread> writers;
    for (int i = 0; i < 20; ++i) {
        writers.emplace_back([&, i] { must_have(store_->write(scope(), [&](WriteTxn& txn) { return add(txn, i); })); });
    }
    while (store_->waiting() < 20) std::this_thread::yield();
    held->release();
    for (auto& writer : writers) writer.join();
    EXPECT_EQ(store_->count().commits - before, 2) << "the one that held, and one for the twenty";
    EXPECT_EQ(count_lines(), 20);
}

TEST_F(WriteLane, LetsAFailingNeighbourFailAlone) {
    open();
    Held held(*this);
    std::atomic<int> stored{0};
    std::atomic<int> conflicts{0};
    std::atomic<int> bugs{0};
    std::vector<std::thread> writers;
    for (int i = 0; i < 12; ++i) {
        writers.emplace_back([&, i] {
            auto const done = store_->write(scope(), [&](WriteTxn& txn) -> Result<void> {
                CHECK_OK(add(txn, i));
                if (i % 3 == 1) return conflict("test.no", "No.");
                must(i % 3 != 2, "planted");
                return {};
            });
            if (done) ++stored;
            if (!done && done.error().code == "test.no") ++conflicts;
            if (!done && done.error().kind == Kind::bug) ++bugs;
        });
    }
    while (store_->waiting() < 12) std::this_thread::yield();
    held.release();
    for (auto& writer : writers) writer.join();
    EXPECT_EQ(stored, 4);
    EXPECT_EQ(conflicts, 4);
    EXPECT_EQ(bugs, 4);
    EXPECT_EQ(count_lines(), 4);
}

TEST_F(WriteLane, AnswersAndCallsBackOnlyWhatOthersCanReadFromTheFile) {
    open();
    std::int64_t seen_by_callback = -1;
    must_have(store_->write(scope(), [&](WriteTxn& txn) -> Result<void> {
        CHECK_OK(add(txn, 1));
        EXPECT_EQ(count_lines(), 0) << "not before the commit";
        txn.after_commit([&] { seen_by_callback = count_lines(); });
        return {};
    }));
    EXPECT_EQ(seen_by_callback, 1);
    auto const file = must_have(store::sqlite::Connection::open(folder_ / "lotse.db", store::sqlite::Access::read));
    EXPECT_EQ(must_have(file.integer("SELECT count(*) FROM t_line")), 1);
    EXPECT_EQ(must_have(file.text("PRAGMA journal_mode")), "wal");
}

TEST_F(WriteLane, RefusesWhatItsQueueCannotHold) {
    SqliteStore::Options options;
    options.lane.waiting = 3;
    open(options);
    Held held(*this);
    std::vector<std::thread> writers;
    for (int i = 0; i < 3; ++i) {
        writers.emplace_back([&, i] { must_have(store_->write(scope(), [&](WriteTxn& txn) { return add(txn, i); })); });
    }
    while (store_->waiting() < 3) std::this_thread::yield();
    auto const refused = store_->write(scope(), [](WriteTxn& txn) { return add(txn, 9); });
    EXPECT_EQ(refused.error().kind, Kind::unavailable);
    EXPECT_EQ(refused.error().code, "store.busy");
    held.release();
    for (auto& writer : writers) writer.join();
    EXPECT_EQ(count_lines(), 3);
}

TEST_F(WriteLane, SurvivesAFullDisk) {
    SqliteStore::Options options;
    options.max_pages = 60;
    open(options);
    std::string const large(20'000, 'x');
    std::int64_t stored = 0;
    Result<std::int64_t> refused = 0;
    for (; refused; ++stored) {
        ASSERT_LT(stored, 100);
        refused = store_->write(scope(), [&](WriteTxn& txn) { return add(txn, stored, large); });
    }
    --stored;
    EXPECT_EQ(refused.error().kind, Kind::unavailable);
    EXPECT_EQ(refused.error().code, "store.no_space");
    EXPECT_GT(stored, 3);
    EXPECT_EQ(count_lines(), stored) << "what was answered is there, what was refused is not";
    EXPECT_EQ(store_->verify(), Ok{});
    must_have(store_->write(scope(), [](WriteTxn& txn) { return txn.run("DELETE FROM line WHERE id < 3", {}); }));
    must_have(store_->write(scope(), [&](WriteTxn& txn) { return add(txn, 1'000, large); }));
    EXPECT_EQ(count_lines(), stored - 2);
    open();
    EXPECT_EQ(count_lines(), stored - 2);
}

TEST_F(WriteLane, TellsTheNeighboursOfAFullDiskTheTruth) {
    SqliteStore::Options options;
    options.max_pages = 40;
    open(options);
    Held held(*this);
    std::atomic<int> stored{0};
    std::vector<std::thread> writers;
    for (int i = 0; i < 16; ++i) {
        writers.emplace_back([&, i] {
            auto const done =
                store_->write(scope(), [&](WriteTxn& txn) { return add(txn, i, std::string(20'000, 'x')); });
            if (done) {
                ++stored;
            } else {
                EXPECT_EQ(done.error().kind, Kind::unavailable) << done.error().code;
            }
        });
    }
    while (store_->waiting() < 16) std::this_thread::yield();
    held.release();
    for (auto& writer : writers) writer.join();
    EXPECT_LT(stored, 16);
    EXPECT_EQ(count_lines(), stored);
}

TEST_F(WriteLane, RefusesAWriteInsideAWrite) {
    open();
    must_have(store_->write(scope(), [&](WriteTxn&) -> Result<void> {
        auto const inner = store_->write(scope(), [](WriteTxn& txn) { return add(txn, 1); });
        EXPECT_EQ(inner.error().code, "store.nested_write");
        return {};
    }));
}

TEST_F(WriteLane, WritesWhatWaitsBeforeItCloses) {
    open();
    auto held = std::make_unique<Held>(*this);
    std::vector<std::thread> writers;
    for (int i = 0; i < 5; ++i) {
        writers.emplace_back([&, i] { must_have(store_->write(scope(), [&](WriteTxn& txn) { return add(txn, i); })); });
    }
    while (store_->waiting() < 5) std::this_thread::yield();
    held->release();
    for (auto& writer : writers) writer.join();
    open();
    EXPECT_EQ(count_lines(), 5);
}

TEST_F(WriteLane, LeavesOneFileBehindWhenItCloses) {
    open();
    must_have(store_->write(scope(), [](WriteTxn& txn) { return add(txn, 1); }));
    EXPECT_EQ(count_lines(), 1);
    must_have(store_->read_tenants([](Row const&) {}));
    EXPECT_TRUE(std::filesystem::exists(folder_ / "lotse.db-wal"));
    store_.reset();
    EXPECT_FALSE(std::filesystem::exists(folder_ / "lotse.db-wal"));
    EXPECT_FALSE(std::filesystem::exists(folder_ / "lotse.db-shm"));
}

TEST_F(WriteLane, ServesOneFolderOnceAndLetsCommandsWriteBeside) {
    SqliteStore::Options options;
    options.serve = true;
    open(options);
    options.folder = folder_.path();
    EXPECT_EQ(SqliteStore::open(options, kSchema).error().code, "store.locked");
    options.serve = false;
    auto const command = must_have(SqliteStore::open(options, kSchema));
    std::thread beside([&] {
        for (int i = 100; i < 120; ++i) must_have(command->write(scope(), [&](WriteTxn& txn) { return add(txn, i); }));
    });
    for (int i = 0; i < 20; ++i) must_have(store_->write(scope(), [&](WriteTxn& txn) { return add(txn, i); }));
    beside.join();
    EXPECT_EQ(count_lines(), 40);
}

TEST_F(WriteLane, PrintsItsPace) {
    open();
    for (int const threads : {1, 16, 64}) {
        std::atomic<std::int64_t> next{threads * 1'000};
        auto const before = store_->count();
        auto const start = std::chrono::steady_clock::now();
        std::vector<std::thread> writers;
        for (int i = 0; i < threads; ++i) {
            writers.emplace_back([&] {
                for (int n = 0; n < 10; ++n) {
                    must_have(store_->write(scope(), [&](WriteTxn& txn) { return add(txn, next++); }));
                }
            });
        }
        for (auto& writer : writers) writer.join();
        double const seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
        auto const after = store_->count();
        std::cout << threads << " writers: " << static_cast<int>(threads * 10 / seconds) << " writes/s, "
                  << after.commits - before.commits << " commits for " << after.jobs - before.jobs << " jobs\n";
        EXPECT_EQ(after.jobs - before.jobs, threads * 10);
        EXPECT_LE(after.commits - before.commits, threads * 10);
    }
}

}  // namespace
}  // namespace lotse::testing
