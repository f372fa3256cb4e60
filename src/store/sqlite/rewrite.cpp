// SPDX-License-Identifier: Apache-2.0
#include "store/sqlite/rewrite.h"

#include <algorithm>
#include <map>

namespace lotse::store::sqlite {
namespace {

// Text to put at a token instead of it, before it or behind it.
class Edits {
  public:
    explicit Edits(std::vector<SqlToken> const& tokens) : tokens_(tokens) {}
    void replace(std::size_t token, std::string text) { replaced_[token] = std::move(text); }
    void append(std::size_t token, std::string const& text) { behind_[token] += text; }
    void insert(std::size_t token, std::string const& text) { before_[token] += text; }
    std::string apply() const {
        std::string out;
        for (std::size_t i = 0; i <= tokens_.size(); ++i) {
            if (auto const found = before_.find(i); found != before_.end()) out += found->second;
            if (i == tokens_.size()) break;
            auto const found = replaced_.find(i);
            out += found == replaced_.end() ? std::string(tokens_[i].text) : found->second;
            if (auto const behind = behind_.find(i); behind != behind_.end()) out += behind->second;
        }
        return out;
    }

  private:
    std::vector<SqlToken> const& tokens_;
    std::map<std::size_t, std::string> replaced_;
    std::map<std::size_t, std::string> before_;
    std::map<std::size_t, std::string> behind_;
};

void add_tenant_condition(Shape const& shape, TableUse const& target, Edits& edits) {
    std::string const name = target.alias.empty() ? target.name : target.alias;
    std::string const condition = name + "." + std::string(tenant_column(target.name)) + " = cur_tenant()";
    if (shape.where == kNoToken) {
        edits.insert(shape.tail, " WHERE " + condition + " ");
    } else {
        edits.append(shape.where, " " + condition + " AND (");
        edits.insert(shape.tail, ") ");
    }
}

// Words of the schema language that a table's name follows, possibly after IF [NOT] EXISTS.
bool names_table(std::vector<SqlToken const*> const& words, std::size_t n) {
    auto const word = [&](std::size_t i) { return i < words.size() ? std::string_view(words[i]->word) : ""; };
    std::size_t before = n;
    auto const previous = [&] { return before == 0 ? std::string_view() : word(--before); };
    std::string_view last = previous();
    if (last == "exists") {
        last = previous();
        if (last == "not") last = previous();
        if (last == "if") last = previous();
    }
    if (last == "table" || last == "references") return true;
    // CREATE INDEX i ON ticket; RENAME TO ticket, but not RENAME COLUMN a TO b.
    if (last == "on") return word(1) == "index" || word(1) == "unique";
    return last == "to" && word(before - 1) == "rename";
}

std::string rewrite_schema(std::vector<SqlToken> const& tokens) {
    std::vector<SqlToken const*> words;
    for (auto const& token : tokens) {
        if (token.kind == SqlTokenKind::word) words.push_back(&token);
    }
    Edits edits(tokens);
    for (std::size_t n = 0; n < words.size(); ++n) {
        std::string_view const word = words[n]->word;
        if (word == "if" || word == "delete" || word == "update" || !names_table(words, n)) continue;
        edits.replace(static_cast<std::size_t>(words[n] - tokens.data()), base_name(word));
    }
    return edits.apply();
}

}  // namespace

std::string base_name(std::string_view table) { return "t_" + std::string(table); }

std::string view_name(std::string_view table, std::string_view suffix) {
    return std::string(table) + "_" + std::string(suffix);
}

std::string_view tenant_column(std::string_view table) { return table == "tenant" ? "id" : "tenant_id"; }

std::string to_walled(Shape const& shape, std::string_view suffix) {
    Edits edits(shape.tokens);
    for (auto const& use : shape.tables) {
        std::string name = use.is_target ? base_name(use.name) : view_name(use.name, suffix);
        if (use.alias.empty()) name += " AS " + use.name;
        edits.replace(use.token, name);
    }
    for (std::size_t i = 0; i < shape.tokens.size(); ++i) {
        if (shape.tokens[i].kind == SqlTokenKind::tenant) edits.replace(i, "?" + std::to_string(shape.parameters + 1));
    }
    for (auto const& [first, last] : shape.row_locks) {
        for (std::size_t i = first; i <= last; ++i) edits.replace(i, "");
    }
    bool const is_filtered = shape.verb == Verb::update || shape.verb == Verb::remove;
    if (auto const* target = shape.target(); is_filtered && target != nullptr) {
        add_tenant_condition(shape, *target, edits);
    }
    return edits.apply();
}

Result<std::string> to_base_tables(std::string_view statement) {
    TRY(auto const tokens, tokenize(statement));
    auto const first = std::ranges::find(tokens, SqlTokenKind::word, &SqlToken::kind);
    if (first == tokens.end()) return bug("store.migration", "no statement: " + std::string(statement));
    if (first->word == "create" || first->word == "alter" || first->word == "drop") {
        return rewrite_schema(tokens);
    }
    TRY(Shape const shape, shape_of_migration(statement));
    Edits edits(shape.tokens);
    for (auto const& use : shape.tables) {
        edits.replace(use.token, base_name(use.name) + (use.alias.empty() ? " AS " + use.name : ""));
    }
    return edits.apply();
}

}  // namespace lotse::store::sqlite
