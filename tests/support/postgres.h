// SPDX-License-Identifier: Apache-2.0
// A PostgreSQL schema of its own for one test, made on the server of LOTSE_TEST_POSTGRES and dropped at the end.
#pragma once

#include <unistd.h>

#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>

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

class PostgresSchema {
  public:
    explicit PostgresSchema(std::string server = postgres_url()) : server_(std::move(server)) {
        static int count = 0;
        name_ = "lotse_" + std::to_string(::getpid()) + "_" + std::to_string(++count);
        run_outside("DROP SCHEMA IF EXISTS " + name_ + " CASCADE; CREATE SCHEMA " + name_);
    }
    ~PostgresSchema() { run_outside("DROP SCHEMA IF EXISTS " + name_ + " CASCADE"); }
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
    void run_outside(std::string const& sql) const {
        auto const connection = store::postgres::Connection::open(server_);
        if (connection) [[maybe_unused]]
            auto const done = connection->execute(sql);
    }
    std::string server_;
    std::string name_;
};

}  // namespace lotse::testing
