// SPDX-License-Identifier: Apache-2.0
#include "store/postgres/errors.h"

#include <string>
#include <string_view>

#include "store/postgres/connection.h"

namespace lotse::store::postgres {
namespace {

std::string part(PGresult const* result, int field) {
    char const* const text = PQresultErrorField(result, field);
    return text == nullptr ? std::string() : std::string(text);
}

// PostgreSQL names the columns only where no row-level security is, so the session looks the constraint up.
Error duplicate(std::string constraint, std::string detail) {
    Error error = conflict("store.duplicate", "There is already an entry with this value.");
    error.field = std::move(constraint);
    error.detail = std::move(detail);
    return error;
}

Error busy(std::string detail) {
    return unavailable("store.busy", "The desk is busy. Please try again.", std::move(detail));
}

}  // namespace

Error error_of(PGresult const* result) {
    std::string const state = part(result, PG_DIAG_SQLSTATE);
    std::string const constraint = part(result, PG_DIAG_CONSTRAINT_NAME);
    std::string const detail = state + " " + part(result, PG_DIAG_MESSAGE_PRIMARY) + " " + constraint;
    auto const is_class = [&](std::string_view prefix) { return state.starts_with(prefix); };
    if (state == "23505") return duplicate(constraint, detail);
    if (state == "23503") {
        return conflict("store.reference", "This refers to something that does not exist, or is still in use.");
    }
    if (is_class("23")) return bug("store.constraint", detail);
    if (state == "40001" || state == "40P01") return unavailable(std::string(kTryAgain), "Please try again.", detail);
    if (state == "42501") return bug("store.wall", detail);
    if (state == "53100") return unavailable("store.no_space", "The disk of the desk is full.", detail);
    if (is_class("53") || state == "55P03" || state == "57014") return busy(detail);
    if (is_class("08") || is_class("57P") || is_class("28") || state == "3D000") {
        return unavailable("store.unreachable", "The database does not answer at the moment.", detail);
    }
    if (state == "XX001" || state == "XX002") {
        return {Kind::corrupt, "store.corrupt", "The database is damaged.", detail, {}};
    }
    if (is_class("58") || state == "25006") {
        return unavailable("store.io", "The database cannot be read or written at the moment.", detail);
    }
    return bug("store.statement", detail);
}

Error unreachable(PGconn const* connection) {
    return unavailable("store.unreachable", "The database does not answer at the moment.",
                       connection == nullptr ? "no memory for a connection" : PQerrorMessage(connection));
}

}  // namespace lotse::store::postgres
