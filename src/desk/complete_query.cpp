// SPDX-License-Identifier: Apache-2.0
#include "desk/complete_query.h"

#include <algorithm>
#include <variant>

#include "base/text.h"
#include "desk/find_tickets.h"
#include "search/fold.h"
#include "search/query_tokens.h"
#include "store/people_words.h"

namespace lotse::desk {
namespace {

using search::Field;
using search::FieldName;

constexpr std::size_t kMostOffered = 10;

bool begins(std::string_view name, std::string_view typed) {
    auto const lower = to_lower_utf8(name);
    auto const wanted = to_lower_utf8(typed);
    return lower.starts_with(wanted) || search::fold(name).starts_with(search::fold(typed));
}

// Some word of the name begins so.
bool has_word(std::string_view name, std::string_view typed) {
    if (typed.empty() || begins(name, typed)) return true;
    auto const folded = search::fold(name);
    return (" " + folded).contains(" " + search::fold(typed));
}

std::string in_quotes(std::string const& value) {
    bool const is_plain = value.find_first_of(" ,()\"<>:") == std::string::npos && !value.contains("..");
    return is_plain ? value : "\"" + replace_all(value, "\"", "") + "\"";
}

FieldName const* field_called(std::string_view name) {
    auto const lower = to_lower_utf8(name);
    for (auto const& field : search::field_names()) {
        auto const others = split(field.others, ' ');
        if (field.name == lower || std::ranges::find(others, lower) != others.end()) return &field;
    }
    return nullptr;
}

class Offers {
  public:
    Offers(store::ReadTxn& txn, Setup const& setup, access::Principal const& principal)
        : txn_(txn), setup_(setup), principal_(principal) {}

    // What may stand in the place of a word that has no colon yet.
    std::vector<std::string> fields(std::string_view typed) const {
        std::vector<std::string> out;
        for (auto const& field : search::field_names()) {
            auto const others = split(field.others, ' ');
            bool const is = begins(field.name, typed) ||
                            std::ranges::any_of(others, [&](auto const other) { return begins(other, typed); });
            if (is && field.field != Field::custom) out.push_back(std::string(field.name) + ":");
        }
        for (auto const& field : setup_.fields)
            if (begins(field.key, typed) || begins("field." + field.key, typed))
                out.push_back("field." + field.key + ":");
        return out;
    }

    Result<std::vector<std::string>> values(FieldName const& field, std::string_view typed) {
        typed_ = typed;
        out_.clear();
        switch (field.shape) {
            case search::Shape::choice: add_choices(field); break;
            case search::Shape::date: add_all({"today", "yesterday", "<7d", ">7d", "<24h"}); break;
            case search::Shape::name: CHECK_OK(add_names(field.field)); break;
            default: break;
        }
        return std::move(out_);
    }

    std::vector<std::string> values_of_field(std::string_view key, std::string_view typed) {
        typed_ = typed;
        out_.clear();
        if (auto const* field = setup_.find_field(key))
            for (auto const& option : field->options) add(option.value);
        return std::move(out_);
    }

  private:
    void add(std::string_view value) {
        if (has_word(value, typed_)) out_.emplace_back(value);
    }
    void add_all(std::vector<std::string> const& values) {
        for (auto const& value : values) add(value);
    }
    // Also by the names that the choice has in other languages.
    void add_choices(FieldName const& field) {
        for (auto const choice : split(field.choices, ' ')) {
            auto const name = choice.substr(0, choice.find('='));
            auto const others = split(choice.substr(std::min(choice.size(), name.size() + 1)), ',');
            if (begins(name, typed_) || std::ranges::any_of(others, [&](auto const o) { return begins(o, typed_); }))
                out_.emplace_back(name);
        }
    }
    Result<void> add_names(Field field) {
        if (field == Field::agent) add_all({"me", "none"});
        if (field == Field::queue) add("mine");
        auto const add_named = [&](auto const& all) {
            for (auto const& one : all) add(one.name);
        };
        if (field == Field::queue) add_named(setup_.queues);
        if (field == Field::agent) add_named(setup_.agents);
        if (field == Field::category) add_named(setup_.categories);
        if (field == Field::tag) add_named(setup_.tags);
        if (field == Field::language) add_all({"de", "en", "pl"});
        bool const may_see = principal_.has(access::Permission::customers_read) && !typed_.empty();
        if (field == Field::customer && may_see) {
            TRY(auto const found, store::find_customers(txn_, typed_, static_cast<int>(kMostOffered)));
            for (auto const& one : found) out_.push_back(one.name);
        }
        if (field == Field::organization && may_see) {
            TRY(auto const found, store::find_organizations(txn_, typed_, static_cast<int>(kMostOffered)));
            for (auto const& one : found) out_.push_back(one.name);
        }
        return {};
    }

    store::ReadTxn& txn_;
    Setup const& setup_;
    access::Principal const& principal_;
    std::string_view typed_;
    std::vector<std::string> out_;
};

// The last word, if the cursor stands behind it.
search::QueryToken const* last_word(std::vector<search::QueryToken> const& tokens, std::string_view text) {
    if (tokens.size() < 2) return nullptr;
    auto const& last = tokens[tokens.size() - 2];
    return last.kind == search::QueryToken::Kind::word && last.end == text.size() ? &last : nullptr;
}

// "status:", "status:open,": what stays of the last word, and the value that is being typed.
struct Typed {
    std::string kept;
    std::string value;
};
Typed typed_value(search::QueryToken const& token, std::string_view text) {
    auto const raw = text.substr(token.begin, token.end - token.begin);
    std::size_t const colon = raw.find(':');
    std::size_t const comma = raw.rfind(',');
    bool const is_list = comma != std::string_view::npos && comma > colon && !token.is_quoted && !token.is_unclosed;
    std::size_t const at = is_list ? comma + 1 : colon + 1;
    return {std::string(raw.substr(0, at)), replace_all(std::string(raw.substr(at)), "\"", "")};
}

Result<void> offer(Offers& offers, std::string_view text, QueryState& out) {
    auto const tokens = search::tokens_of(text);
    auto const* token = last_word(tokens, text);
    if (token == nullptr) return {};
    auto const before = std::string(text.substr(0, token->begin));
    auto const add = [&](std::string const& label) {
        if (out.completions.size() < kMostOffered && before + label != text)
            out.completions.push_back({before + label, label});
    };
    if (!token->is_field) {
        for (auto const& name : offers.fields(token->text)) add(name);
        return {};
    }
    auto const [kept, value] = typed_value(*token, text);
    std::vector<std::string> values;
    if (auto const* field = field_called(token->name)) {
        TRY(values, offers.values(*field, value));
    } else if (auto const dot = token->name.find('.'); dot != std::string::npos) {
        values = offers.values_of_field(token->name.substr(dot + 1), value);
    }
    for (auto const& one : values) {
        bool const is_compared = one.starts_with('<') || one.starts_with('>');
        add(kept + (is_compared ? one : in_quotes(one)));
    }
    return {};
}

}  // namespace

Result<QueryState> complete_query(Desk& desk, access::Principal const& principal, std::string_view text) {
    return desk.store.read(principal.scope, [&](store::ReadTxn& txn) -> Result<QueryState> {
        QueryState out;
        TRY(auto const setup, desk.setups.get(txn));
        TRY(auto const resolved, resolve_query(txn, *setup, asker_of(desk, principal), text));
        if (auto const* mistake = std::get_if<search::Mistake>(&resolved)) out.mistake = *mistake;
        out.query = out.mistake ? std::string(text) : search::print(search::parse_query(text).node);
        if (text.size() > search::kLongestQuery) return out;
        Offers offers(txn, *setup, principal);
        CHECK_OK(offer(offers, text, out));
        return out;
    });
}

}  // namespace lotse::desk
