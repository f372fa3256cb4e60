// SPDX-License-Identifier: Apache-2.0
// A PostgreSQL schema of its own for one test, on the server of LOTSE_TEST_POSTGRES.
#pragma once

#include <unistd.h>

#include <cstdlib>
#include <optional>
#include <stdexcept>
#include <string>

#include "base/crypto.h"
#include "store/migrate.h"
#include "store/postgres/connection.h"

namespace lotse::testing {

constexpr char const* kNoPostgres =
    "LOTSE_TEST_POSTGRES is not set, so the PostgreSQL half of this test did not run; `./dev test` starts a server for "
    "it.";

// An ordinary role that owns its database; LOTSE_TEST_POSTGRES_ADMIN is a superuser of the same one. "" if not set.
inline std::string postgres_url(char const* variable = "LOTSE_TEST_POSTGRES") {
    char const* const url = std::getenv(variable);
    return url == nullptr ? std::string() : std::string(url);
}

enum class Freshness {
    fresh,  // made for this test and dropped after it
    swept,  // with the tables of the program: lent to one test at a time and emptied, since making them takes a second
};

class PostgresSchema {
  public:
    explicit PostgresSchema(std::string server = postgres_url(), Freshness freshness = Freshness::fresh)
        : server_(std::move(server)), freshness_(freshness) {
        if (freshness_ == Freshness::swept) {
            sweep();
            return;
        }
        static int count = 0;
        name_ = "lotse_" + std::to_string(::getpid()) + "_" + std::to_string(++count);
        run_as(server_, "DROP SCHEMA IF EXISTS " + name_ + " CASCADE; CREATE SCHEMA " + name_);
    }
    ~PostgresSchema() {
        if (freshness_ == Freshness::fresh) run_as(server_, "DROP SCHEMA IF EXISTS " + name_ + " CASCADE");
    }
    PostgresSchema(PostgresSchema const&) = delete;
    PostgresSchema& operator=(PostgresSchema const&) = delete;

    std::string const& name() const { return name_; }
    std::string url() const { return url_on(server_); }
    // The same schema by another login.
    std::string url_on(std::string const& server) const {
        return server + (server.find('?') == std::string::npos ? "?" : "&") + "application_name=" + name_ +
               "&options=-csearch_path%3D" + name_;
    }
    // As the owner, behind no wall of ours; the first value of the first row, or the failure in words.
    std::string ask(std::string const& sql) const {
        auto const connection = store::postgres::Connection::open(url());
        if (!connection) return connection.error().detail;
        auto const answer = connection->text(sql);
        return answer ? *answer : answer.error().detail;
    }

  private:
    static void run_as(std::string const& server, std::string const& sql) {
        auto const connection = store::postgres::Connection::open(server);
        if (connection) [[maybe_unused]]
            auto const done = connection->execute(sql);
    }
    // Takes the first schema that no other test has, for as long as this object lives. Emptied before and not after, so a
    // test that crashed leaves no trace.
    void sweep() {
        std::string texts;
        for (auto const& migration : store::migrations()) texts.append(migration.text).append(migration.postgres);
        auto lease = store::postgres::Connection::open(postgres_url("LOTSE_TEST_POSTGRES_ADMIN"));
        if (!lease) throw std::runtime_error("LOTSE_TEST_POSTGRES_ADMIN: " + lease.error().detail);
        lease_.emplace(*std::move(lease));
        int n = 0;
        auto const is_lent = [&] {
            auto const taken =
                lease_->text("SELECT pg_try_advisory_lock(hashtext('lotse tests'), " + std::to_string(n) + ")");
            if (!taken) throw std::runtime_error(taken.error().detail);
            return *taken != "t";
        };
        while (is_lent()) ++n;
        name_ = "lotse_swept_" + sha256_hex(texts).substr(0, 8) + "_" + std::to_string(n);
        run_as(server_, "CREATE SCHEMA IF NOT EXISTS " + name_);
        auto const swept = lease_->execute(
            "DO $$ DECLARE name text; BEGIN SET LOCAL session_replication_role = replica; FOR name IN SELECT relname "
            "FROM "
            "pg_class WHERE relkind = 'r' AND relname <> 'schema_version' AND relnamespace = '" +
            name_ + "'::regnamespace LOOP EXECUTE format('DELETE FROM " + name_ + ".%I', name); END LOOP; END $$");
        if (!swept) throw std::runtime_error(swept.error().detail);
    }
    std::string server_;
    Freshness freshness_;
    std::string name_;
    std::optional<store::postgres::Connection> lease_;
};

}  // namespace lotse::testing
