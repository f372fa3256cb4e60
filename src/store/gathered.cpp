// SPDX-License-Identifier: Apache-2.0
#include "store/gathered.h"

#include <algorithm>
#include <set>

#include "store/rows.h"

namespace lotse::store {
namespace {

constexpr auto kWarning = static_cast<std::int64_t>(domain::NoticeKind::warning);
constexpr auto kBreach = static_cast<std::int64_t>(domain::NoticeKind::breach);
constexpr auto kEscalated = static_cast<std::int64_t>(domain::NoticeKind::escalated);

}  // namespace

// "+ 0": by the address, of whom little waits, not by the time, by which everything does.
Result<std::vector<WaitingCalls>> waiting_calls(ReadTxn& txn, Instant now, int limit, int most) {
    std::set<std::string, std::less<>> addresses;
    auto const read = txn.each(
        "SELECT to_address, kind, tries FROM notice WHERE tenant_id = :tenant AND state = 0 AND next_try_at <= ?1 "
        "ORDER BY next_try_at, id LIMIT ?2",
        {now, limit}, [&](Row const& row) {
            auto const kind = row.integer(1);
            bool const is_call = kind == kWarning || kind == kBreach || kind == kEscalated;
            if (is_call && row.integer(2) == 0) addresses.emplace(row.text(0));
        });
    if (!read) return read.error();
    std::vector<WaitingCalls> out;
    for (auto const& address : addresses) {
        WaitingCalls one{address, 0, {}};
        auto const counted = txn.each(
            "SELECT COUNT(*) FROM (SELECT id FROM notice WHERE tenant_id = :tenant AND state = 0 AND to_hash = ?1 AND "
            "to_address = ?3 AND kind IN (?4, ?5, ?6) AND tries = 0 AND next_try_at + 0 <= ?2 LIMIT ?7) AS due",
            {text_hash(address), now, address, kWarning, kBreach, kEscalated, most},
            [&](Row const& row) { one.count = row.integer(0); });
        if (!counted) return counted.error();
        TRY(one.gathered_at,
            find_one<Instant>(txn, "SELECT at FROM gathered_mail WHERE tenant_id = :tenant AND to_hash = ?1",
                              {text_hash(address)}, [](Row const& row) { return row.at(0); }));
        out.push_back(std::move(one));
    }
    return out;
}

Result<std::vector<domain::Notice>> take_calls(WriteTxn& txn, std::string const& to_address, Instant now) {
    std::vector<domain::Notice> out;
    auto const done = txn.each(
        "UPDATE notice SET state = 1, sent_at = ?2 WHERE tenant_id = :tenant AND state = 0 AND to_hash = ?1 AND "
        "to_address = ?3 AND kind IN (?4, ?5, ?6) AND tries = 0 AND next_try_at + 0 <= ?2 "
        "RETURNING id, ticket_id, to_name, language, subject",
        {text_hash(to_address), now, to_address, kWarning, kBreach, kEscalated}, [&](Row const& row) {
            domain::Notice one;
            one.id = row.id<domain::NoticeTag>(0);
            one.ticket = row.id<domain::TicketTag>(1);
            one.to_name = row.text(2);
            one.to_address = to_address;
            one.language = row.text(3);
            one.subject = row.text(4);
            out.push_back(std::move(one));
        });
    if (!done) return done.error();
    std::ranges::sort(out, {}, &domain::Notice::id);
    return out;
}

Result<void> note_gathered(WriteTxn& txn, std::string const& to_address, Instant at) {
    auto const done = txn.run(
        "INSERT INTO gathered_mail (tenant_id, to_hash, at) VALUES (:tenant, ?1, ?2) "
        "ON CONFLICT (tenant_id, to_hash) DO UPDATE SET at = excluded.at",
        {text_hash(to_address), at});
    if (!done) return done.error();
    return {};
}

Result<void> postpone_calls(WriteTxn& txn, std::string const& to_address, Instant now, Instant until) {
    auto const done = txn.run(
        "UPDATE notice SET next_try_at = ?4 WHERE tenant_id = :tenant AND state = 0 AND to_hash = ?1 AND "
        "to_address = ?3 AND kind IN (?5, ?6, ?7) AND tries = 0 AND next_try_at + 0 <= ?2",
        {text_hash(to_address), now, to_address, until, kWarning, kBreach, kEscalated});
    if (!done) return done.error();
    return {};
}

}  // namespace lotse::store
