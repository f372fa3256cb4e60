// SPDX-License-Identifier: Apache-2.0
// A bare libpq connection with the settings of the house. Used by one thread at a time.
#pragma once

#include <libpq-fe.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "store/db.h"

namespace lotse::store::postgres {

struct FreeResult {
    void operator()(PGresult* result) const { PQclear(result); }
};
using Reply = std::unique_ptr<PGresult, FreeResult>;

// Deadlock or serialization failure: the transaction may be run again. Never leaves this folder.
constexpr std::string_view kTryAgain = "store.try_again";

class Connection {
  public:
    // A server that does not answer is given up after 5 s, also in the middle of a statement when its host is gone.
    static Result<Connection> open(std::string const& url);

    // One or more statements without values, in one round trip. Gives the last one's rows.
    Result<Reply> execute(std::string const& sql) const;
    // The first column of the first row; "" if there is none or it is NULL.
    Result<std::string> text(std::string const& sql) const;
    // Prepares under `name`; the types are PostgreSQL's OIDs, 0 leaves the choice to the server.
    Result<void> prepare(std::string const& name, std::string const& sql, std::vector<Oid> const& types) const;
    Result<Reply> run_prepared(std::string const& name, std::span<Value const> values) const;
    std::string quote(std::string_view text) const;

    bool is_alive() const { return PQstatus(connection_.get()) == CONNECTION_OK; }
    bool is_idle() const { return PQtransactionStatus(connection_.get()) == PQTRANS_IDLE; }
    int server_version() const { return PQserverVersion(connection_.get()); }  // 150020 is 15.20

  private:
    struct Close {
        void operator()(PGconn* connection) const { PQfinish(connection); }
    };
    explicit Connection(PGconn* connection) : connection_(connection) {}
    Result<Reply> check(Reply reply) const;
    std::unique_ptr<PGconn, Close> connection_;
};

// The type that a value is sent as.
Oid type_of(Value const& value);
// Calls `on_row` for each row; gives the number of rows returned or changed.
std::int64_t each_row(PGresult* result, OnRow const& on_row);

}  // namespace lotse::store::postgres
