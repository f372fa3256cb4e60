// SPDX-License-Identifier: Apache-2.0
#include "store/sql_tokens.h"

#include "base/text.h"

namespace lotse::store {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_word_start(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool is_word(char c) { return is_word_start(c) || is_digit(c); }
// No carriage return: it ends a comment for PostgreSQL and not for SQLite.
bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t'; }
bool is_comment(char c) { return c != '\n' && c != '\r' && c != '\0'; }

Error refused(std::string_view sql, std::size_t at, std::string_view why) {
    return bug("store.statement", std::string(why) + " at byte " + std::to_string(at) + " of: " + std::string(sql));
}

template <class Is>
std::size_t end_of(std::string_view sql, std::size_t at, Is is) {
    while (at < sql.size() && is(sql[at])) ++at;
    return at;
}

// Past the closing quote; npos if there is none. '' inside a string is one quote. SQLite stops reading at a NUL.
std::size_t end_of_string(std::string_view sql, std::size_t at) {
    for (++at; at < sql.size(); ++at) {
        if (sql[at] == '\0') return std::string_view::npos;
        if (sql[at] != '\'') continue;
        if (at + 1 < sql.size() && sql[at + 1] == '\'') {
            ++at;
        } else {
            return at + 1;
        }
    }
    return std::string_view::npos;
}

std::size_t end_of_number(std::string_view sql, std::size_t at) {
    at = end_of(sql, at, is_digit);
    if (at < sql.size() && sql[at] == '.') at = end_of(sql, at + 1, is_digit);
    return at;
}

Result<SqlToken> next_token(std::string_view sql, std::size_t at) {
    char const c = sql[at];
    auto const token = [&](SqlTokenKind kind, std::size_t end) {
        return SqlToken{kind, sql.substr(at, end - at), {}, 0};
    };
    if (is_space(c)) return token(SqlTokenKind::space, end_of(sql, at, is_space));
    if (sql.substr(at, 2) == "--") return token(SqlTokenKind::space, end_of(sql, at, is_comment));
    if (is_word_start(c)) {
        SqlToken word = token(SqlTokenKind::word, end_of(sql, at, is_word));
        word.word = to_lower_ascii(word.text);
        std::size_t const end = at + word.text.size();
        if (end < sql.size() && sql[end] == '\'') return refused(sql, at, "a string with a prefix");
        return word;
    }
    if (is_digit(c)) {
        std::size_t const end = end_of_number(sql, at);
        if (end < sql.size() && is_word(sql[end])) return refused(sql, at, "a number with a tail");
        return token(SqlTokenKind::number, end);
    }
    if (c == '\'') {
        std::size_t const end = end_of_string(sql, at);
        if (end == std::string_view::npos) return refused(sql, at, "an open string");
        return token(SqlTokenKind::string, end);
    }
    if (c == '?') {
        SqlToken parameter = token(SqlTokenKind::parameter, end_of(sql, at + 1, is_digit));
        auto const number = to_int(parameter.text.substr(1));
        if (!number || *number < 1 || *number > 30'000) return refused(sql, at, "a parameter without a number");
        parameter.parameter = static_cast<int>(*number);
        return parameter;
    }
    if (c == ':') {
        SqlToken tenant = token(SqlTokenKind::tenant, end_of(sql, at + 1, is_word));
        if (tenant.text != ":tenant") return refused(sql, at, "a named parameter other than :tenant");
        return tenant;
    }
    if (sql.substr(at, 2) == "/*") return refused(sql, at, "a /* comment");
    if (!std::string_view("()+-*/%,;.=<>!|&~").contains(c)) return refused(sql, at, "a character that is not allowed");
    return token(SqlTokenKind::symbol, at + 1);
}

}  // namespace

Result<std::vector<SqlToken>> tokenize(std::string_view sql) {
    std::vector<SqlToken> tokens;
    for (std::size_t at = 0; at < sql.size();) {
        TRY(SqlToken token, next_token(sql, at));
        at += token.text.size();
        tokens.push_back(std::move(token));
    }
    return tokens;
}

}  // namespace lotse::store
