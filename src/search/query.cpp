// SPDX-License-Identifier: Apache-2.0
// From text to the tree. or binds loosest, then and (written or not), then not.
#include "search/query.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "search/edit_distance.h"
#include "search/fold.h"
#include "search/query_field.h"
#include "search/query_tokens.h"

namespace lotse::search {
namespace {

using TokenKind = QueryToken::Kind;
using Kind = Node::Kind;

constexpr int kDeepest = 16;  // parentheses within parentheses

enum class Sign : std::uint8_t { none, and_, or_, not_ };

// In capitals an operator always; small only where it cannot be a word that is looked for ("printer not working").
Sign sign_of(std::string_view word) {
    constexpr std::array<std::string_view, 3> ands{"AND", "UND", "ORAZ"};
    constexpr std::array<std::string_view, 3> ors{"OR", "ODER", "LUB"};
    constexpr std::array<std::string_view, 3> nots{"NOT", "NICHT", "NIE"};
    if (std::ranges::find(ands, word) != ands.end()) return Sign::and_;
    if (std::ranges::find(ors, word) != ors.end()) return Sign::or_;
    if (std::ranges::find(nots, word) != nots.end()) return Sign::not_;
    return Sign::none;
}

class Parser {
  public:
    explicit Parser(std::string_view query) : query_(query), tokens_(tokens_of(query)) {}

    Parsed parse() {
        Parsed out;
        out.node = read_any();
        if (!has_failed() && now().kind != TokenKind::end)
            fail(now(), {"query.syntax", "parenthesis.extra"}, without(now()));
        out.mistakes = std::move(mistakes_);
        if (!out.mistakes.empty()) out.node = Node{};
        return out;
    }

  private:
    QueryToken const& now() const { return tokens_[at_]; }
    QueryToken const& next() const { return tokens_[std::min(at_ + 1, tokens_.size() - 1)]; }
    bool has_failed() const { return !mistakes_.empty(); }
    bool is_word(QueryToken const& token) const { return token.kind == TokenKind::word && !token.is_field; }

    static bool begins_operand(QueryToken const& token) {
        return token.kind != TokenKind::end && token.kind != TokenKind::close;
    }
    Sign sign_here() const {
        if (!is_word(now())) return Sign::none;
        auto const sign = sign_of(now().text);
        if (sign != Sign::none) return sign;
        if (now().text == "or" && at_ > 0 && begins_operand(next()) && tokens_[at_ - 1].kind != TokenKind::open)
            return Sign::or_;
        if (now().text == "and" && at_ > 0 && begins_operand(next())) return Sign::and_;
        bool const is_before_sign =
            next().is_field || next().kind == TokenKind::open || next().kind == TokenKind::phrase;
        return now().text == "not" && is_before_sign ? Sign::not_ : Sign::none;
    }

    Node read_any() {
        Node out;
        out.column = column_at(now().begin);
        out.kind = Kind::any;
        add_part(out, read_all());
        while (!has_failed() && sign_here() == Sign::or_) {
            auto const sign = now();
            ++at_;
            if (!begins_operand(now())) return lacks_side(sign);
            add_part(out, read_all());
        }
        return simplified(std::move(out));
    }

    Node read_all() {
        Node out;
        out.column = column_at(now().begin);
        out.kind = Kind::all;
        bool is_first = true;
        while (!has_failed() && begins_operand(now())) {
            auto const sign = sign_here();
            if (sign == Sign::or_ && !is_first) break;
            if (sign == Sign::or_ || (sign == Sign::and_ && (is_first || !begins_operand(next()))))
                return lacks_side(now());
            if (sign == Sign::and_) {
                ++at_;
                if (sign_here() == Sign::and_ || sign_here() == Sign::or_) return lacks_side(now());
            }
            add_part(out, read_one());
            is_first = false;
        }
        return simplified(std::move(out));
    }

    Node read_one() {
        auto const token = now();
        if (token.kind == TokenKind::minus || sign_here() == Sign::not_) {
            ++at_;
            if (!begins_operand(now())) return lacks_side(token);
            if (++depth_ > kDeepest) return too_large(token);
            Node out = counted(token, Kind::no);
            out.parts.push_back(read_one());
            --depth_;
            return out.parts.front().kind == Kind::everything ? Node{} : out;
        }
        if (token.kind == TokenKind::open) return read_group();
        ++at_;
        if (token.is_unclosed) return failed(token, {"query.syntax", "quote.open"}, std::string(query_) + "\"");
        if (token.is_field) return read_field_token(token);
        return token.kind == TokenKind::phrase ? phrase(token) : word(token);
    }

    Node read_group() {
        auto const open = now();
        if (++depth_ > kDeepest) return too_large(open);
        ++at_;
        Node inner = read_any();
        if (has_failed()) return inner;
        if (now().kind != TokenKind::close)
            return failed(open, {"query.syntax", "parenthesis.open"}, std::string(query_) + ")");
        ++at_;
        --depth_;
        return inner;
    }

    Node phrase(QueryToken const& token) {
        if (fold(token.text).empty()) return Node{};
        Node out = counted(token, Kind::phrase);
        out.text = trim(token.text);
        return out;
    }

    Node word(QueryToken const& token) {
        std::string_view text = token.text;
        while (text.ends_with('*')) text.remove_suffix(1);
        if (fold(text).empty()) return Node{};
        // A word that looks like an operator is kept in quotes, so that it stays a word when it is printed.
        auto const lower = to_lower_ascii(text);
        bool const is_sign = lower == "and" || lower == "or" || lower == "not";
        Node out = counted(token, is_sign ? Kind::phrase : Kind::word);
        out.text = text;
        out.is_beginning = !is_sign && text.size() < token.text.size();
        return out;
    }

    Node read_field_token(QueryToken const& token) {
        auto read = read_field(token);
        if (read.is_plain_word) return word(token);
        if (!read.fault.reason.empty()) {
            std::string suggestion;
            if (!read.instead.empty())
                suggestion =
                    std::string(query_.substr(0, token.begin)) + read.instead + std::string(query_.substr(token.end));
            return failed(token, std::move(read.fault), suggestion);
        }
        Node out = counted(token, Kind::field);
        auto const column = out.column;
        out = std::move(read.node);
        out.column = column;
        return out;
    }

    // One within one is one; all with nothing in it is everything.
    static void add_part(Node& group, Node part) {
        if (group.kind == Kind::all && part.kind == Kind::everything) return;
        if (part.kind == group.kind) {
            for (auto& inner : part.parts) group.parts.push_back(std::move(inner));
        } else {
            group.parts.push_back(std::move(part));
        }
    }
    static Node simplified(Node group) {
        if (group.parts.size() > 1) return group;
        if (group.parts.empty()) return Node{};
        Node only = std::move(group.parts.front());
        return only;
    }

    Node counted(QueryToken const& token, Kind kind) {
        Node out;
        out.kind = kind;
        out.column = column_at(token.begin);
        if (++nodes_ > kMostNodes) return too_large(token);
        return out;
    }
    std::size_t column_at(std::size_t byte) const { return count_code_points(query_.substr(0, byte)) + 1; }
    std::string without(QueryToken const& token) const {
        return std::string(query_.substr(0, token.begin)) + std::string(query_.substr(token.end));
    }
    void fail(QueryToken const& token, Fault fault, std::string suggestion) {
        if (has_failed()) return;
        mistakes_.push_back({std::move(fault), column_at(token.begin), std::move(suggestion)});
    }
    Node failed(QueryToken const& token, Fault fault, std::string suggestion = {}) {
        fail(token, std::move(fault), std::move(suggestion));
        return {};
    }
    Node lacks_side(QueryToken const& token) {
        return failed(token,
                      {"query.syntax", "side.missing", {{"sign", token.kind == TokenKind::minus ? "-" : token.text}}});
    }
    Node too_large(QueryToken const& token) { return failed(token, {"query.too_large", "parts.many"}); }

    std::string_view query_;
    std::vector<QueryToken> tokens_;
    std::size_t at_ = 0;
    std::size_t nodes_ = 0;
    int depth_ = 0;
    std::vector<Mistake> mistakes_;
};

}  // namespace

bool Node::operator==(Node const& other) const {
    return kind == other.kind && parts == other.parts && text == other.text && is_beginning == other.is_beginning &&
           field == other.field && key == other.key && compare == other.compare && values == other.values;
}

Parsed parse_query(std::string_view text) {
    if (text.size() > kLongestQuery) {
        Parsed out;
        out.mistakes.push_back({{"query.too_long", "query.long"}});
        return out;
    }
    std::string const clean = to_valid_utf8(text);
    return Parser(clean).parse();
}

Error error_of(Mistake const& mistake, std::string_view field) {
    return invalid(mistake.fault.code,
                   "At character " + std::to_string(mistake.column) + ": " + sentence_of(mistake.fault),
                   std::string(field));
}

}  // namespace lotse::search
