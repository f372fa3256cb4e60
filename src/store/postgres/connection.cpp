// SPDX-License-Identifier: Apache-2.0
#include "store/postgres/connection.h"

#include <bit>
#include <cstdint>
#include <cstring>

#include "store/postgres/errors.h"
#include "store/postgres/row.h"

namespace lotse::store::postgres {
namespace {

// From PostgreSQL's catalog/pg_type.dat; fixed for ever.
constexpr Oid kBytea = 17;
constexpr Oid kInt8 = 20;
constexpr Oid kText = 25;
constexpr Oid kFloat8 = 701;

constexpr char const* kSettings =
    "SET client_min_messages = warning; SET TimeZone = 'UTC'; SET bytea_output = 'hex'; SET "
    "standard_conforming_strings = on; SET synchronous_commit = on; "
    "SET lock_timeout = '10s'; SET idle_in_transaction_session_timeout = '60s'";

// Values in PostgreSQL's binary form: text with its length, so a NUL is refused by the server and not cut off here.
class Binary {
  public:
    explicit Binary(std::span<Value const> values) {
        bytes_.reserve(values.size());
        for (auto const& value : values) std::visit([this](auto const& v) { add(v); }, value.storage());
    }
    Result<Reply> run(PGconn* connection, std::string const& name) const {
        std::vector<char const*> pointers;
        std::vector<int> lengths;
        for (std::size_t i = 0; i < bytes_.size(); ++i) {
            pointers.push_back(is_null_[i] ? nullptr : bytes_[i].c_str());
            lengths.push_back(static_cast<int>(bytes_[i].size()));
        }
        std::vector<int> const formats(bytes_.size(), 1);
        return Reply(PQexecPrepared(connection, name.c_str(), static_cast<int>(bytes_.size()), pointers.data(),
                                    lengths.data(), formats.data(), 0));
    }

  private:
    void add(std::monostate) { push({}, true); }
    void add(std::int64_t v) { push(big_endian(static_cast<std::uint64_t>(v)), false); }
    void add(double v) { push(big_endian(std::bit_cast<std::uint64_t>(v)), false); }
    void add(std::string const& v) { push(v, false); }
    void add(Bytes const& v) { push(v.value, false); }
    void push(std::string bytes, bool is_null) {
        bytes_.push_back(std::move(bytes));
        is_null_.push_back(is_null);
    }
    static std::string big_endian(std::uint64_t v) {
        std::string bytes(8, '\0');
        for (std::size_t i = 0; i < 8; ++i) bytes[i] = static_cast<char>(v >> (56 - 8 * i) & 0xff);
        return bytes;
    }
    std::vector<std::string> bytes_;
    std::vector<bool> is_null_;
};

}  // namespace

Result<Connection> Connection::open(std::string const& url) {
    char const* const keywords[] = {"dbname",
                                    "connect_timeout",
                                    "tcp_user_timeout",
                                    "keepalives_idle",
                                    "client_encoding",
                                    "fallback_application_name",
                                    nullptr};
    char const* const values[] = {url.c_str(), "5", "15000", "30", "UTF8", "lotse", nullptr};
    // expand_dbname: the URL is the default, what stands behind it wins.
    Connection connection(PQconnectdbParams(keywords, values, 1));
    PGconn* const raw = connection.connection_.get();
    if (raw == nullptr || PQstatus(raw) != CONNECTION_OK) return unreachable(raw);
    PQsetNoticeProcessor(raw, [](void*, char const*) {}, nullptr);
    CHECK_OK(connection.execute(kSettings));
    return connection;
}

Result<Reply> Connection::check(Reply reply) const {
    switch (PQresultStatus(reply.get())) {
        case PGRES_EMPTY_QUERY:
        case PGRES_COMMAND_OK:
        case PGRES_TUPLES_OK: return reply;
        default: break;
    }
    if (reply == nullptr || !is_alive()) return unreachable(connection_.get());
    return error_of(reply.get());
}

Result<Reply> Connection::execute(std::string const& sql) const {
    return check(Reply(PQexec(connection_.get(), sql.c_str())));
}

Result<std::string> Connection::text(std::string const& sql) const {
    TRY(Reply const reply, execute(sql));
    if (PQntuples(reply.get()) == 0 || PQnfields(reply.get()) == 0) return std::string();
    return std::string(PQgetvalue(reply.get(), 0, 0));
}

Result<void> Connection::prepare(std::string const& name, std::string const& sql, std::vector<Oid> const& types) const {
    auto prepared = check(
        Reply(PQprepare(connection_.get(), name.c_str(), sql.c_str(), static_cast<int>(types.size()), types.data())));
    if (prepared) return {};
    Error error = prepared.error();
    error.detail += ": " + sql;
    return error;
}

Result<Reply> Connection::run_prepared(std::string const& name, std::span<Value const> values) const {
    TRY(Reply reply, Binary(values).run(connection_.get(), name));
    return check(std::move(reply));
}

std::string Connection::quote(std::string_view text) const {
    char* const quoted = PQescapeLiteral(connection_.get(), text.data(), text.size());
    if (quoted == nullptr) return "NULL";  // not valid UTF-8
    std::string result(quoted);
    PQfreemem(quoted);
    return result;
}

Oid type_of(Value const& value) {
    struct Types {
        Oid operator()(std::monostate) const { return 0; }
        Oid operator()(std::int64_t) const { return kInt8; }
        Oid operator()(double) const { return kFloat8; }
        Oid operator()(std::string const&) const { return kText; }
        Oid operator()(Bytes const&) const { return kBytea; }
    };
    return std::visit(Types{}, value.storage());
}

std::int64_t each_row(PGresult* result, OnRow const& on_row) {
    if (PQresultStatus(result) == PGRES_COMMAND_OK) {
        std::int64_t changed = 0;
        char const* const count = PQcmdTuples(result);
        std::from_chars(count, count + std::strlen(count), changed);
        return changed;
    }
    int const rows = PQntuples(result);
    for (int i = 0; i < rows; ++i) on_row(PostgresRow(result, i));
    return rows;
}

}  // namespace lotse::store::postgres
