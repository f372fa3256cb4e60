// SPDX-License-Identifier: Apache-2.0
#include "store/label_requests.h"

#include <charconv>
#include <cmath>

#include "store/rows.h"
#include "store/sql_text.h"

namespace lotse::store {
namespace {

using domain::LabelRequest;

constexpr SqlPiece kColumns =
    "ticket_id, place, asked_at, kind, not_agent_id, claim, claimed_agent_id, claimed_at, claimed_until, claimed_by, "
    "fields";
constexpr std::int64_t kBehind = 1'000'000;  // of those that were skipped

std::int64_t place_of(LabelRequest const& request) {
    auto const below = std::llround((LabelRequest::kMostValue - request.value) * 1000);
    return below + (request.is_skipped ? kBehind : 0);
}

LabelRequest read_request(Row const& row) {
    LabelRequest out;
    out.ticket = row.id<domain::TicketTag>(0);
    auto const place = row.integer(1);
    out.is_skipped = place >= kBehind;
    out.value = LabelRequest::kMostValue - static_cast<double>(place % kBehind) / 1000;
    out.asked_at = row.at(2);
    out.kind = enum_at<domain::AskKind>(row, 3);
    out.not_agent = row.id<domain::AgentTag>(4);
    out.claim.number = row.integer(5);
    out.claim.agent = row.id<domain::AgentTag>(6);
    out.claim.at = row.at(7);
    out.claim.until = row.at(8);
    out.claim.by = row.text(9);
    out.fields = strings_in(array_column(row, 10));
    return out;
}

// "PLACE-ASKED_AT-TICKET" of the last row.
struct Cursor {
    std::int64_t place = -1;
    std::int64_t asked_at = 0;
    std::int64_t ticket = 0;
};
Result<Cursor> read_cursor(std::string_view text) {
    Cursor out;
    if (text.empty()) return out;
    char const* at = text.data();
    char const* const end = at + text.size();
    for (auto* part : {&out.place, &out.asked_at, &out.ticket}) {
        auto const [rest, fault] = std::from_chars(at, end, *part);
        if (fault != std::errc{} || *part < 0) return bad_cursor();
        bool const is_last = part == &out.ticket;
        if (is_last ? rest != end : rest == end || *rest != '-') return bad_cursor();
        at = rest + (is_last ? 0 : 1);
    }
    return out;
}

std::string cursor_of(LabelRequest const& last) {
    return std::to_string(place_of(last)) + "-" + std::to_string(micros(last.asked_at)) + "-" +
           std::to_string(last.ticket.value);
}

}  // namespace

Result<void> put_label_request(WriteTxn& txn, LabelRequest const& request) {
    auto const done = txn.run(
        sql<"INSERT INTO label_request (tenant_id, ", kColumns,
            ") VALUES (:tenant, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11) ON CONFLICT (tenant_id, ticket_id) DO "
            "UPDATE SET place = excluded.place, asked_at = excluded.asked_at, kind = excluded.kind, not_agent_id = "
            "excluded.not_agent_id, claim = label_request.claim + 1, claimed_agent_id = 0, claimed_at = 0, "
            "claimed_until = 0, claimed_by = '', fields = excluded.fields">,
        {request.ticket, place_of(request), request.asked_at, stored(request.kind), request.not_agent,
         request.claim.number, request.claim.agent, request.claim.at, request.claim.until, request.claim.by,
         array_text(request.fields)});
    if (!done) return done.error();
    return {};
}

Result<bool> update_label_request(WriteTxn& txn, LabelRequest const& request, std::int64_t claim_read) {
    TRY(auto const changed,
        txn.run("UPDATE label_request SET place = ?3, claim = ?4, claimed_agent_id = ?5, claimed_at = ?6, "
                "claimed_until = ?7, claimed_by = ?8, fields = ?9 "
                "WHERE tenant_id = :tenant AND ticket_id = ?1 AND claim = ?2",
                {request.ticket, claim_read, place_of(request), request.claim.number, request.claim.agent,
                 request.claim.at, request.claim.until, request.claim.by, array_text(request.fields)}));
    return changed == 1;
}

Result<void> remove_label_request(WriteTxn& txn, domain::TicketId ticket) {
    auto const done = txn.run("DELETE FROM label_request WHERE tenant_id = :tenant AND ticket_id = ?1", {ticket});
    if (!done) return done.error();
    return {};
}

Result<std::optional<LabelRequest>> find_label_request(ReadTxn& txn, domain::TicketId ticket) {
    return find_one(txn, sql<"SELECT ", kColumns, " FROM label_request WHERE tenant_id = :tenant AND ticket_id = ?1">,
                    {ticket}, read_request);
}

Result<std::optional<LabelRequest>> find_claimed_request(ReadTxn& txn, std::string_view by, Instant now) {
    return find_one(txn,
                    sql<"SELECT ", kColumns,
                        " FROM label_request WHERE tenant_id = :tenant AND claimed_by = ?1 AND claimed_until > 0 AND "
                        "claimed_until >= ?2 LIMIT 1">,
                    {by, now}, read_request);
}

Result<std::vector<LabelRequest>> next_label_requests(WriteTxn& txn, domain::AgentId agent, Instant now, int limit) {
    return list_all(txn,
                    sql<"SELECT ", kColumns,
                        " FROM label_request WHERE tenant_id = :tenant AND claimed_until < ?1 AND (not_agent_id = 0 OR "
                        "not_agent_id <> ?2) ORDER BY place, asked_at, ticket_id LIMIT ?3 FOR UPDATE SKIP LOCKED">,
                    {now, agent, limit}, read_request);
}

Result<LabelRequestPage> list_label_requests(ReadTxn& txn, domain::AgentId agent, std::string_view after, int limit) {
    TRY(auto const place, read_cursor(after));
    LabelRequestPage page;
    TRY(page.items,
        list_all(txn,
                 sql<"SELECT ", kColumns,
                     " FROM label_request WHERE tenant_id = :tenant AND place >= ?1 AND (place > ?1 OR asked_at > ?2 "
                     "OR asked_at = ?2 AND ticket_id > ?3) AND (not_agent_id = 0 OR not_agent_id <> ?4) "
                     "ORDER BY place, asked_at, ticket_id LIMIT ?5">,
                 {place.place, place.asked_at, place.ticket, agent, limit + 1}, read_request));
    if (page.items.size() <= static_cast<std::size_t>(limit)) return page;
    page.items.pop_back();
    page.next = cursor_of(page.items.back());
    return page;
}

Result<std::int64_t> count_label_requests(ReadTxn& txn, domain::AgentId agent, std::int64_t most) {
    TRY(auto const found, find_one<std::int64_t>(
                              txn,
                              "SELECT COUNT(*) FROM (SELECT ticket_id FROM label_request WHERE tenant_id = :tenant AND "
                              "(not_agent_id = 0 OR not_agent_id <> ?1) LIMIT ?2) AS counted",
                              {agent, most}, [](Row const& row) { return row.integer(0); }));
    return found.value_or(0);
}

Result<std::int64_t> count_second_looks(ReadTxn& txn) {
    TRY(auto const found, find_one<std::int64_t>(txn,
                                                 "SELECT COUNT(*) FROM (SELECT ticket_id FROM label_request WHERE "
                                                 "tenant_id = :tenant AND kind = 3 LIMIT ?1) AS counted",
                                                 {kMostSecondLooks}, [](Row const& row) { return row.integer(0); }));
    return found.value_or(0);
}

}  // namespace lotse::store
