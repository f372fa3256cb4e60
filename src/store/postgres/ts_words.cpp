// SPDX-License-Identifier: Apache-2.0
#include "store/postgres/ts_words.h"

#include <algorithm>

#include "base/must.h"
#include "base/text.h"

namespace lotse::store::postgres {
namespace {

using search::TextQuery;

// A tsvector knows no place behind this one.
constexpr int kLastPlace = 16'383;
constexpr std::array<char, search::kParts> kWeights{'A', 'B', 'C', 'D'};

std::string quoted(std::string_view term) {
    must(term.find_first_of("'\\") == std::string_view::npos, "a term without quotation marks");
    return "'" + std::string(term) + "'";
}

std::string joined(std::vector<TextQuery> const& parts, std::string_view sign) {
    std::vector<std::string> texts;
    for (auto const& part : parts) texts.push_back(tsquery_text(part));
    return join(texts, sign);
}

std::string leaf(TextQuery const& query) {
    std::string const part = query.part ? std::string(1, kWeights[static_cast<std::size_t>(*query.part)]) : "";
    std::string out;
    for (std::size_t i = 0; i < query.terms.size(); ++i) {
        if (i > 0) out += query.kind == TextQuery::Kind::phrase ? " <-> " : " | ";
        bool const is_beginning = query.is_beginning && i + 1 == query.terms.size();
        out += quoted(query.terms[i]);
        if (is_beginning || !part.empty()) out += ":";
        if (is_beginning) out += "*";
        out += part;
    }
    return "(" + out + ")";
}

}  // namespace

std::string tsquery_text(TextQuery const& query) {
    if (query.kind == TextQuery::Kind::word || query.kind == TextQuery::Kind::phrase) return leaf(query);
    if (query.kind == TextQuery::Kind::any) return "(" + joined(query.inner, " | ") + ")";
    std::string const all = joined(query.inner, " & ");
    if (query.without.empty()) return "(" + all + ")";
    return "((" + all + ") & !(" + joined(query.without, " | ") + "))";
}

std::string tsvector_text(WordLines const& lines) {
    std::string out;
    int place = 0;
    for (std::size_t part = 0; part < lines.size(); ++part) {
        for (auto const word : split(lines[part], ' ')) {
            place = std::min(place + 1, kLastPlace);
            for (auto const term : split(word, '|')) {
                if (term.empty()) continue;
                out += quoted(term) + ":" + std::to_string(place) + kWeights[part] + " ";
            }
        }
        place = std::min(place + 1, kLastPlace);  // no phrase reaches over the end of a part
    }
    return out;
}

Result<void> TsWords::find(WordSearch const& search, OnHit const& on_hit) {
    Value const values[] = {tsquery_text(search.query), search.above, search.below, search.limit,
                            search.wants_score ? 1 : 0};
    auto const done =
        session_.engine_each("SELECT id, score FROM find_words(CAST($1 AS tsquery), $2, $3, $4, $5)", values,
                             [&](Row const& row) { on_hit({row.id<domain::TicketTag>(0), row.number(1)}); });
    if (!done) return done.error();
    return {};
}

Result<void> TsWords::put(domain::TicketId ticket, WordLines const& lines) {
    Value const values[] = {tenant_, ticket, tsvector_text(lines)};
    auto const done = session_.engine_each(
        "INSERT INTO ticket_words (tenant_id, ticket_id, words) VALUES ($1, $2, CAST($3 AS tsvector)) "
        "ON CONFLICT (tenant_id, ticket_id) DO UPDATE SET words = excluded.words",
        values, [](Row const&) {});
    if (!done) return done.error();
    return {};
}

Result<std::int64_t> TsWords::remove(domain::TicketId first, domain::TicketId last) {
    Value const values[] = {tenant_, first, last};
    return session_.engine_each("DELETE FROM ticket_words WHERE tenant_id = $1 AND ticket_id >= $2 AND ticket_id <= $3",
                                values, [](Row const&) {});
}

}  // namespace lotse::store::postgres
