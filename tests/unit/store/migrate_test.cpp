// SPDX-License-Identifier: Apache-2.0
#include "store/migrate.h"

#include <gtest/gtest.h>

#include "base/must.h"
#include "store/open.h"

namespace lotse::store {
namespace {

std::vector<std::string> statements(std::string_view text) {
    auto const found = statements_of({1, "test", text}, {"BYTEA", "HERE"});
    return found ? *found : std::vector{found.error().code};
}

TEST(StatementsOf, SplitsAndFillsInTheEnginesWords) {
    EXPECT_EQ(statements("CREATE TABLE a (b {blob}) {without_rowid};INSERT INTO a (b) VALUES ('x;y');"),
              (std::vector<std::string>{"CREATE TABLE a (b BYTEA) HERE", "INSERT INTO a (b) VALUES ('x;y')"}));
}

TEST(StatementsOf, LeavesCommentsOut) {
    EXPECT_EQ(statements("-- why; because\nDROP TABLE a; -- done\n"), std::vector<std::string>{"  DROP TABLE a"});
}

TEST(StatementsOf, RefusesHalfAStatementAndWhatEnginesDoDifferently) {
    for (std::string_view const text :
         {"DROP TABLE a", "DROP TABLE a CASCADE;", "CREATE VIEW v AS SELECT 1;", "DROP TABLE {x};"}) {
        EXPECT_EQ(statements(text).size(), 1u);
        EXPECT_TRUE(statements(text)[0].starts_with("store.")) << text;
    }
}

class FakeTarget final : public MigrationTarget {
  public:
    explicit FakeTarget(int version) : version_(version) {}
    Result<int> read_version() override { return version_; }
    Result<int> prepare(int) override {
        log_ += "prepare ";
        if (raced_ > 0) version_ = raced_;
        return version_;
    }
    Result<void> apply(Migration const& migration) override {
        log_ += std::string(migration.name) + " ";
        if (migration.name == "bad") return bug("test.bad", "");
        return {};
    }
    int version_;
    int raced_ = 0;  // another process was quicker
    std::string log_;
};

Migration const kList[] = {{1, "one", ""}, {2, "two", ""}, {3, "three", ""}};

TEST(Migrate, TakesOnlyTheStepsThatAreMissing) {
    FakeTarget old(1);
    EXPECT_EQ(migrate(old, kList), Ok{});
    EXPECT_EQ(old.log_, "prepare two three ");
    FakeTarget current(3);
    EXPECT_EQ(migrate(current, kList), Ok{});
    EXPECT_EQ(current.log_, "");
}

TEST(Migrate, LooksAgainOnceItHoldsTheLock) {
    FakeTarget target(1);
    target.raced_ = 3;
    EXPECT_EQ(migrate(target, kList), Ok{});
    EXPECT_EQ(target.log_, "prepare ");
    target.version_ = 1;
    target.raced_ = 4;
    EXPECT_EQ(migrate(target, kList).error().code, "store.newer_schema");
}

TEST(Migrate, StopsAtTheFirstStepThatFails) {
    Migration const list[] = {{1, "one", ""}, {2, "bad", ""}, {3, "three", ""}};
    FakeTarget target(0);
    EXPECT_EQ(migrate(target, list).error().code, "test.bad");
    EXPECT_EQ(target.log_, "prepare one bad ");
}

TEST(Migrate, HasAListWithoutGaps) {
    int expected = 0;
    for (auto const& migration : migrations()) EXPECT_EQ(migration.number, ++expected);
    EXPECT_EQ(schema_version(), expected);
    Migration const gap[] = {{1, "one", ""}, {3, "three", ""}};
    FakeTarget target(0);
    EXPECT_THROW(std::ignore = migrate(target, gap), Bug);
}

TEST(Open, TakesAFolderOrAPostgresAddress) {
    OpenOptions options;
    options.database_url = "mysql://somewhere";
    EXPECT_EQ(open(options).error().code, "store.url");
}

}  // namespace
}  // namespace lotse::store
