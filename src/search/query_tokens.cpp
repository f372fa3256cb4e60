// SPDX-License-Identifier: Apache-2.0
#include "search/query_tokens.h"

#include <algorithm>

namespace lotse::search {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool ends_word(char c) { return is_blank(c) || c == '(' || c == ')' || c == '"'; }

// A field's name: letters of any script, digits, underscore; "field.room" has a dot.
bool is_name(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) {
        auto const u = static_cast<unsigned char>(c);
        return u >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
               c == '.';
    });
}

class Cutter {
  public:
    explicit Cutter(std::string_view query) : query_(query) {}
    std::vector<QueryToken> cut() {
        for (;;) {
            while (at_ < query_.size() && is_blank(query_[at_])) ++at_;
            QueryToken token;
            token.begin = at_;
            if (at_ < query_.size()) read(token);
            token.end = at_;
            tokens_.push_back(token);
            if (token.kind == QueryToken::Kind::end) return std::move(tokens_);
        }
    }

  private:
    void read(QueryToken& token) {
        char const c = query_[at_];
        if (c == '(' || c == ')') {
            token.kind = c == '(' ? QueryToken::Kind::open : QueryToken::Kind::close;
            ++at_;
        } else if (c == '"') {
            token.kind = QueryToken::Kind::phrase;
            token.text = quoted(token);
        } else if (c == '-' && at_ + 1 < query_.size() && !is_blank(query_[at_ + 1])) {
            token.kind = QueryToken::Kind::minus;
            ++at_;
        } else {
            read_word(token);
        }
    }

    void read_word(QueryToken& token) {
        token.kind = QueryToken::Kind::word;
        std::size_t const begin = at_;
        while (at_ < query_.size() && !ends_word(query_[at_])) {
            if (query_[at_] == ':' && is_name(query_.substr(begin, at_ - begin)) && !is_address(at_)) {
                token.name = query_.substr(begin, at_ - begin);
                token.is_field = true;
                ++at_;
                read_values(token);
                break;
            }
            ++at_;
        }
        token.text = query_.substr(begin, at_ - begin);
    }

    // "https://..." is no field.
    bool is_address(std::size_t colon) const { return query_.substr(colon + 1, 2) == "//"; }

    void read_values(QueryToken& token) {
        for (auto const* sign : {"<=", ">=", "<", ">"}) {
            if (!query_.substr(at_).starts_with(sign)) continue;
            token.compare = sign;
            at_ += token.compare.size();
            break;
        }
        for (;;) {
            if (at_ < query_.size() && query_[at_] == '"') {
                token.is_quoted = true;
                token.values.push_back(quoted(token));
            } else {
                std::size_t const begin = at_;
                while (at_ < query_.size() && !ends_word(query_[at_]) && query_[at_] != ',') ++at_;
                token.values.emplace_back(query_.substr(begin, at_ - begin));
            }
            if (at_ >= query_.size() || query_[at_] != ',') return;
            ++at_;
        }
    }

    std::string quoted(QueryToken& token) {
        std::size_t const close = query_.find('"', at_ + 1);
        token.is_unclosed = close == std::string_view::npos;
        std::size_t const end = token.is_unclosed ? query_.size() : close;
        std::string text(query_.substr(at_ + 1, end - at_ - 1));
        at_ = std::min(query_.size(), end + 1);
        return text;
    }

    std::string_view query_;
    std::size_t at_ = 0;
    std::vector<QueryToken> tokens_;
};

}  // namespace

std::vector<QueryToken> tokens_of(std::string_view query) { return Cutter(query).cut(); }

}  // namespace lotse::search
