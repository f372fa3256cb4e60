// SPDX-License-Identifier: Apache-2.0
#include "store/sqlite/fts_words.h"

#include <algorithm>

#include "base/must.h"
#include "base/text.h"

namespace lotse::store::sqlite {
namespace {

using search::TextQuery;

constexpr int kTicketBits = 40;
constexpr std::int64_t kLastTicket = (std::int64_t{1} << kTicketBits) - 1;
constexpr std::array<std::string_view, search::kParts> kColumns{"subject", "people", "files", "text"};

std::int64_t row_of(domain::TenantId tenant, std::int64_t ticket) {
    must(tenant.value > 0 && tenant.value < (1 << 22), "a tenant that fits the number of a row");
    return (tenant.value << kTicketBits) | std::clamp(ticket, std::int64_t{0}, kLastTicket);
}

// Terms are letters, digits and '_'; a mark that would end the string cannot be in one.
std::string quoted(std::string_view term) {
    must(term.find('"') == std::string_view::npos, "a term without quotation marks");
    return "\"" + std::string(term) + "\"";
}

std::string joined(std::vector<TextQuery> const& parts, std::string_view sign) {
    std::vector<std::string> texts;
    for (auto const& part : parts) texts.push_back(match_text(part));
    return join(texts, sign);
}

std::string leaf(TextQuery const& query) {
    std::string out;
    if (query.kind == TextQuery::Kind::phrase) {
        out = quoted(join(query.terms, " "));
    } else {
        for (auto const& term : query.terms) out += (out.empty() ? "" : " OR ") + quoted(term);
    }
    if (query.is_beginning) out += " *";
    if (query.part) return "{" + std::string(kColumns[static_cast<std::size_t>(*query.part)]) + "} : (" + out + ")";
    return "(" + out + ")";
}

}  // namespace

std::string match_text(TextQuery const& query) {
    if (query.kind == TextQuery::Kind::word || query.kind == TextQuery::Kind::phrase) return leaf(query);
    if (query.kind == TextQuery::Kind::any) return "(" + joined(query.inner, " OR ") + ")";
    std::string const all = joined(query.inner, " AND ");
    if (query.without.empty()) return "(" + all + ")";
    return "((" + all + ") NOT (" + joined(query.without, " OR ") + "))";
}

Result<void> FtsWords::find(WordSearch const& search, OnHit const& on_hit) {
    std::int64_t const base = row_of(tenant_, 0);
    // A row above and below the tenant's own are never within.
    Value const values[] = {match_text(search.query), row_of(tenant_, search.above),
                            row_of(tenant_, std::min(search.below, kLastTicket)), search.limit};
    auto const done = session_.engine_each(
        search.wants_score
            ? "SELECT rowid, -bm25(ticket_fts, 8.0, 4.0, 2.0, 1.0) FROM ticket_fts WHERE ticket_fts MATCH ?1 "
              "AND rowid > ?2 AND rowid < ?3 ORDER BY rowid DESC LIMIT ?4"
            : "SELECT rowid, 0.0 FROM ticket_fts WHERE ticket_fts MATCH ?1 AND rowid > ?2 AND rowid < ?3 "
              "ORDER BY rowid DESC LIMIT ?4",
        values, [&](Row const& row) { on_hit({domain::TicketId(row.integer(0) - base), row.number(1)}); });
    if (!done) return done.error();
    return {};
}

Result<void> FtsWords::put(domain::TicketId ticket, WordLines const& lines) {
    Value const values[] = {row_of(tenant_, ticket.value), lines[0], lines[1], lines[2], lines[3]};
    auto const done = session_.engine_each(
        "INSERT OR REPLACE INTO ticket_fts (rowid, subject, people, files, text) VALUES (?1, ?2, ?3, ?4, ?5)", values,
        [](Row const&) {});
    if (!done) return done.error();
    return {};
}

Result<std::int64_t> FtsWords::remove(domain::TicketId first, domain::TicketId last) {
    Value const values[] = {row_of(tenant_, first.value), row_of(tenant_, last.value)};
    return session_.engine_each("DELETE FROM ticket_fts WHERE rowid >= ?1 AND rowid <= ?2", values, [](Row const&) {});
}

}  // namespace lotse::store::sqlite
