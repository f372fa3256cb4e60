// SPDX-License-Identifier: Apache-2.0
#include "store/sql_shape.h"

#include <algorithm>
#include <array>

namespace lotse::store {
namespace {

// Words that may follow a table's name without being its alias.
TableNames const kAfterTable = {"where",   "join",      "inner",  "left",      "right", "full",   "cross",
                                "natural", "outer",     "on",     "using",     "group", "order",  "limit",
                                "having",  "union",     "except", "intersect", "set",   "values", "for",
                                "default", "returning", "select", "with",      "do",    "offset", "window"};
// Words that end a FROM list.
TableNames const kEndsFrom = {"where", "group",  "order",  "limit",     "having", "union",    "except",
                              "set",   "values", "select", "returning", "window", "intersect"};
// Functions that read or set what the wall stands on, or that run SQL given as text.
TableNames const kForbidden = {
    "set_config", "current_setting", "cur_tenant",        "load_extension", "dblink", "rowid",
    "oid",        "_rowid_",         "information_schema"};

constexpr std::string_view kAppendOnly = "audit";

bool is_forbidden(std::string_view word) {
    constexpr std::array<std::string_view, 5> prefixes = {"t_", "sqlite_", "pg_", "pragma_", "wall_"};
    return std::ranges::any_of(prefixes, [&](std::string_view prefix) { return word.starts_with(prefix); }) ||
           word.find("_to_xml") != std::string_view::npos || kForbidden.contains(word);
}

// Walks the tokens once, with one Level per open parenthesis.
class Reader {
  public:
    // Without `known` every table exists.
    Reader(std::string_view sql, TableNames const* known, std::vector<SqlToken> tokens) : sql_(sql), known_(known) {
        shape_.tokens = std::move(tokens);
        for (std::size_t i = 0; i < shape_.tokens.size(); ++i) {
            if (shape_.tokens[i].kind != SqlTokenKind::space) order_.push_back(i);
        }
    }
    Result<Shape> read();

  private:
    struct Level {
        bool in_from = false;
        bool wants_table = false;
        bool wants_target = false;
        bool in_with = false;
        bool wants_name = false;  // of a WITH query
    };

    Error refused(std::string_view why) const {
        return bug("store.statement", std::string(why) + ": " + std::string(sql_));
    }
    SqlToken const& token(std::size_t n) const { return shape_.tokens[order_[n]]; }
    std::string_view word(std::size_t n) const { return n < order_.size() ? std::string_view(token(n).word) : ""; }
    bool is_symbol(std::size_t n, char symbol) const {
        return n < order_.size() && token(n).kind == SqlTokenKind::symbol && token(n).text[0] == symbol;
    }
    Result<void> read_token(std::size_t n);
    Result<void> read_symbol(std::size_t n);
    Result<void> read_word(std::size_t n);
    Result<void> read_name(std::size_t n);
    Result<void> read_verb(std::size_t n);
    void read_clause(std::size_t n);
    Result<void> check_names();

    std::string_view sql_;
    TableNames const* known_;
    Shape shape_;
    std::vector<std::size_t> order_;  // indexes of the tokens that are not space
    std::vector<Level> levels_{1};
    bool has_verb_ = false;
};

Result<Shape> Reader::read() {
    shape_.tail = shape_.tokens.size();
    if (!order_.empty() && is_symbol(order_.size() - 1, ';')) {
        shape_.tail = order_.back();
        order_.pop_back();
    }
    if (order_.empty()) return refused("an empty statement");
    for (std::size_t n = 0; n < order_.size(); ++n) CHECK_OK(read_token(n));
    if (levels_.size() != 1 || !has_verb_) return refused("an unfinished statement");
    CHECK_OK(check_names());
    return std::move(shape_);
}

Result<void> Reader::read_token(std::size_t n) {
    switch (token(n).kind) {
        case SqlTokenKind::parameter: shape_.parameters = std::max(shape_.parameters, token(n).parameter); return {};
        case SqlTokenKind::symbol: return read_symbol(n);
        case SqlTokenKind::word: return read_word(n);
        default: return {};
    }
}

Result<void> Reader::read_symbol(std::size_t n) {
    Level& level = levels_.back();
    if (is_symbol(n, ';')) return refused("more than one statement");
    if (is_symbol(n, ',')) {
        if (level.in_from) level.wants_table = true;
        if (level.in_with) level.wants_name = true;
    } else if (is_symbol(n, '(')) {
        Level const inner{.in_from = level.wants_table, .wants_table = level.wants_table};
        level.wants_table = false;
        levels_.push_back(inner);
    } else if (is_symbol(n, ')')) {
        if (levels_.size() == 1) return refused("a parenthesis too many");
        levels_.pop_back();
    }
    return {};
}

Result<void> Reader::read_word(std::size_t n) {
    std::string_view const w = word(n);
    if (is_forbidden(w)) return refused("the name '" + std::string(w) + "' is not for statements");
    Level& level = levels_.back();
    if (w == "with" && n == 0) {
        level.in_with = level.wants_name = true;
        return {};
    }
    if (level.wants_name) {
        if (w == "recursive") return {};
        level.wants_name = false;
        shape_.queries.emplace_back(w);
        return {};
    }
    if (w == "select" || w == "insert" || w == "update" || w == "delete" || w == "values") return read_verb(n);
    if (n == 0) return refused("only SELECT, INSERT, UPDATE, DELETE and WITH are statements");
    if (level.wants_table || level.wants_target) return read_name(n);
    if (w == "into") return refused("INTO outside an INSERT");
    if (w == "in" && !is_symbol(n + 1, '(')) return refused("IN without a parenthesis");
    if (w == "with") return refused("WITH inside a statement");
    bool const is_own = levels_.size() == 1 && (shape_.verb == Verb::update || shape_.verb == Verb::remove);
    if (is_own && (w == "order" || w == "limit")) return refused("ORDER BY or LIMIT of a change");
    read_clause(n);
    return {};
}

Result<void> Reader::read_verb(std::size_t n) {
    std::string_view const w = word(n);
    Level& level = levels_.back();
    if (w == "update" && n > 0 && (word(n - 1) == "do" || word(n - 1) == "for")) {
        if (word(n - 1) == "do") return {};
        bool const skips = word(n + 1) == "skip" && word(n + 2) == "locked";
        shape_.row_locks.emplace_back(order_[n - 1], order_[n + (skips ? 2 : 0)]);
        return {};
    }
    level.in_with = level.in_from = level.wants_table = false;
    if (w == "select" || w == "values") {
        if (levels_.size() == 1) has_verb_ = true;
        return {};
    }
    if (levels_.size() != 1 || has_verb_) return refused("a change inside a statement");
    has_verb_ = true;
    shape_.verb = w == "insert" ? Verb::insert : w == "update" ? Verb::update : Verb::remove;
    std::string_view const expected = w == "insert" ? "into" : w == "delete" ? "from" : "";
    if (!expected.empty() && word(n + 1) != expected) return refused("a change without INTO or FROM");
    level.wants_target = true;
    return {};
}

Result<void> Reader::read_name(std::size_t n) {
    Level& level = levels_.back();
    std::string_view const w = word(n);
    if (level.wants_target && (w == "into" || w == "from")) return {};
    if (is_symbol(n + 1, '.') || is_symbol(n + 1, '(')) {
        // INSERT INTO ticket (...) is the one place where a parenthesis follows a table.
        if (is_symbol(n + 1, '.') || !level.wants_target) return refused("a table name with a schema, or a function");
    }
    TableUse use{order_[n], std::string(w), {}, level.wants_target};
    std::size_t const next = word(n + 1) == "as" ? n + 2 : n + 1;
    if (!word(next).empty() && !kAfterTable.contains(word(next))) use.alias = word(next);
    level.wants_table = level.wants_target = false;
    shape_.tables.push_back(std::move(use));
    return {};
}

void Reader::read_clause(std::size_t n) {
    std::string_view const w = word(n);
    Level& level = levels_.back();
    bool const is_comparison = n > 1 && word(n - 1) == "distinct" && (word(n - 2) == "is" || word(n - 2) == "not");
    if ((w == "from" && !is_comparison) || w == "join") level.in_from = level.wants_table = true;
    if (kEndsFrom.contains(w)) level.in_from = false;
    if (levels_.size() != 1 || (shape_.verb != Verb::update && shape_.verb != Verb::remove)) return;
    if (w == "where") shape_.where = order_[n];
    if (w == "returning") shape_.tail = std::min(shape_.tail, order_[n]);
}

Result<void> Reader::check_names() {
    for (auto const& query : shape_.queries) {
        if (known_ != nullptr && known_->contains(query)) return refused("WITH hides the table '" + query + "'");
    }
    auto const is_query = [&](TableUse const& use) { return std::ranges::count(shape_.queries, use.name) > 0; };
    for (auto const& use : shape_.tables) {
        if (is_query(use) && !use.is_target) continue;
        if (known_ != nullptr && !known_->contains(use.name)) return refused("there is no table '" + use.name + "'");
    }
    std::erase_if(shape_.tables, is_query);
    return {};
}

}  // namespace

TableUse const* Shape::target() const {
    auto const found = std::ranges::find_if(tables, [](TableUse const& use) { return use.is_target; });
    return found == tables.end() ? nullptr : &*found;
}

Result<Shape> shape_of(std::string_view sql, TableNames const& known) {
    TRY(auto tokens, tokenize(sql));
    TRY(auto shape, Reader(sql, &known, std::move(tokens)).read());
    auto const* const target = shape.target();
    // Also INSERT ... ON CONFLICT DO UPDATE.
    bool const updates = std::ranges::any_of(shape.tokens, [](auto const& token) { return token.word == "update"; });
    if (target != nullptr && target->name == kAppendOnly && updates)
        return bug("store.statement", "rows of this table are never changed: " + std::string(sql));
    return shape;
}

Result<Shape> shape_of_migration(std::string_view sql) {
    TRY(auto tokens, tokenize(sql));
    return Reader(sql, nullptr, std::move(tokens)).read();
}

}  // namespace lotse::store
