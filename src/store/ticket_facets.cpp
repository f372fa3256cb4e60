// SPDX-License-Identifier: Apache-2.0
#include "store/ticket_facets.h"

#include <algorithm>
#include <iterator>
#include <tuple>

#include "base/text.h"
#include "domain/field.h"
#include "store/rows.h"

namespace lotse::store {
namespace {

constexpr std::int64_t kSlots = 16;

std::vector<std::string> facets_of(domain::Ticket const& ticket) {
    std::vector<std::string> out;
    for (auto const tag : ticket.tags) out.push_back(tag_facet(tag));
    for (auto const& [id, value] : ticket.fields)
        for (auto const& term : domain::field_terms(value))
            out.push_back(field_facet(domain::FieldId{to_int(std::string_view(id)).value_or(0)}, term));
    if (ticket.sentiment != domain::Sentiment::calm) out.push_back(sentiment_facet(ticket.sentiment));
    if (ticket.unexplained_breaches > 0) out.emplace_back(kBreachFacet);
    std::ranges::sort(out);
    auto const twice = std::ranges::unique(out);
    out.erase(twice.begin(), twice.end());
    return out;
}

auto order_of(domain::Ticket const& t) { return std::tie(t.status, t.priority, t.created_at, t.updated_at); }

Result<void> add_facet(WriteTxn& txn, domain::Ticket const& t, std::string const& facet) {
    auto const done = txn.run(
        "INSERT INTO ticket_facet (tenant_id, ticket_id, facet, facet_status, facet_priority, facet_created_at, "
        "facet_updated_at) VALUES (:tenant, ?1, ?2, ?3, ?4, ?5, ?6)",
        {t.id, short_key(facet), stored(t.status), stored(t.priority), t.created_at, t.updated_at});
    if (!done) return done.error();
    return {};
}

Result<void> remove_facet(WriteTxn& txn, domain::TicketId ticket, std::string const& facet) {
    auto const done = txn.run("DELETE FROM ticket_facet WHERE tenant_id = :tenant AND ticket_id = ?1 AND facet = ?2",
                              {ticket, short_key(facet)});
    if (!done) return done.error();
    return {};
}

Result<void> reorder(WriteTxn& txn, domain::Ticket const& t) {
    auto const done = txn.run(
        "UPDATE ticket_facet SET facet_status = ?2, facet_priority = ?3, facet_created_at = ?4, facet_updated_at = ?5 "
        "WHERE tenant_id = :tenant AND ticket_id = ?1",
        {t.id, stored(t.status), stored(t.priority), t.created_at, t.updated_at});
    if (!done) return done.error();
    return {};
}

Result<void> count(WriteTxn& txn, domain::TicketId ticket, std::vector<domain::TagId> const& tags, int by) {
    for (auto const tag : tags) {
        auto const done = txn.run(
            "INSERT INTO tag_count (tenant_id, tag_id, slot, n) VALUES (:tenant, ?1, ?2, ?3) "
            "ON CONFLICT (tenant_id, tag_id, slot) DO UPDATE SET n = tag_count.n + excluded.n",
            {tag, ticket.value % kSlots, by});
        if (!done) return done.error();
    }
    return {};
}

// Tags are sorted, so that two transactions never wait for each other's rows on PostgreSQL.
Result<void> count_tags(WriteTxn& txn, domain::Ticket const& before, domain::Ticket const& now) {
    std::vector<domain::TagId> gone;
    std::vector<domain::TagId> fresh;
    std::ranges::set_difference(before.tags, now.tags, std::back_inserter(gone));
    std::ranges::set_difference(now.tags, before.tags, std::back_inserter(fresh));
    CHECK_OK(count(txn, now.id, gone, -1));
    return count(txn, now.id, fresh, 1);
}

}  // namespace

std::string tag_facet(domain::TagId tag) { return "t" + std::to_string(tag.value); }

std::string field_facet(domain::FieldId field, std::string_view term) {
    return "f" + std::to_string(field.value) + "=" + to_lower_utf8(trim(term));
}

std::string sentiment_facet(domain::Sentiment sentiment) { return "s=" + std::string(domain::name_of(sentiment)); }

bool has_facets(domain::Ticket const& ticket, std::vector<std::string> const& wanted) {
    if (wanted.empty()) return true;
    auto const facets = facets_of(ticket);
    return std::ranges::all_of(wanted, [&](auto const& one) { return std::ranges::binary_search(facets, one); });
}

Result<void> facets_moved(WriteTxn& txn, domain::Ticket const& before, domain::Ticket const& now) {
    auto const had = facets_of(before);
    auto const has = facets_of(now);
    if (had.empty() && has.empty()) return {};
    std::vector<std::string> gone;
    std::vector<std::string> fresh;
    std::ranges::set_difference(had, has, std::back_inserter(gone));
    std::ranges::set_difference(has, had, std::back_inserter(fresh));
    for (auto const& facet : gone) CHECK_OK(remove_facet(txn, now.id, facet));
    if (had.size() > gone.size() && order_of(before) != order_of(now)) CHECK_OK(reorder(txn, now));
    for (auto const& facet : fresh) CHECK_OK(add_facet(txn, now, facet));
    return count_tags(txn, before, now);
}

Result<std::vector<TagCount>> count_by_tag(ReadTxn& txn) {
    std::vector<TagCount> counts;
    auto const done =
        txn.each("SELECT tag_id, SUM(n) FROM tag_count WHERE tenant_id = :tenant GROUP BY tag_id ORDER BY tag_id", {},
                 [&](Row const& row) { counts.push_back({row.id<domain::TagTag>(0), row.integer(1)}); });
    if (!done) return done.error();
    return counts;
}

}  // namespace lotse::store
