// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <limits>

#include "store/outbox.h"
#include "store/rows.h"
#include "store/sql_text.h"

namespace lotse::store {
namespace {

constexpr SqlPiece kColumns =
    "id, ticket_id, article_id, kind, is_automatic, state, tries, created_at, next_try_at, sent_at, language, to_name, "
    "to_address, message_id, reply_to, message_references, last_error, subject, text, html";
constexpr std::size_t kKinds = static_cast<std::size_t>(domain::NoticeKind::escalated) + 1;
// States: 0 waiting, 1 sent, 2 dead, 3 dead and seen by somebody who lets it be.
constexpr std::int64_t kDead = 2;
constexpr std::int64_t kBuried = 3;
// The loop guard asks whether a handful was passed; nobody counts on.
constexpr int kMostCounted = 10'000;

// Notices to one person about one ticket leave in order: one that waits behind another is not due.
constexpr SqlPiece kIsFirst =
    " AND NOT EXISTS (SELECT 1 FROM notice AS o WHERE o.tenant_id = :tenant AND o.state = 0 "
    "AND o.ticket_id = n.ticket_id AND o.to_hash = n.to_hash AND (o.created_at, o.id) < (n.created_at, n.id))";

domain::Notice read_notice(Row const& row) {
    domain::Notice out;
    out.id = row.id<domain::NoticeTag>(0);
    out.ticket = row.id<domain::TicketTag>(1);
    out.article = row.id<domain::ArticleTag>(2);
    out.kind = enum_at<domain::NoticeKind>(row, 3, kKinds);
    out.is_automatic = row.flag(4);
    out.is_dead = row.integer(5) == kDead || row.integer(5) == kBuried;
    out.tries = static_cast<int>(row.integer(6));
    out.created_at = row.at(7);
    out.next_try_at = row.at(8);
    out.sent_at = row.maybe_at(9);
    out.language = row.text(10);
    out.to_name = row.text(11);
    out.to_address = row.text(12);
    out.message_id = row.text(13);
    out.reply_to = row.text(14);
    out.references = row.text(15);
    out.last_error = row.text(16);
    out.subject = row.text(17);
    out.text = row.text(18);
    out.html = row.text(19);
    return out;
}

std::int64_t state_of(domain::Notice const& notice) {
    if (notice.is_dead) return kDead;
    return notice.sent_at ? 1 : 0;
}

Error missing() { return not_found("notice.missing", "There is no such notice."); }

Result<void> check_there(Result<std::int64_t> const& changed) {
    if (!changed) return changed.error();
    if (*changed == 0) return missing();
    return {};
}

}  // namespace

Result<domain::Notice> add_notice(WriteTxn& txn, domain::Notice notice) {
    TRY(notice.id.value, txn.next_id("notice"));
    auto const done = txn.run(
        sql<"INSERT INTO notice (tenant_id, ", kColumns,
            ", to_hash, message_hash) VALUES (:tenant, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, "
            "?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22)">,
        {notice.id,
         notice.ticket,
         notice.article,
         stored(notice.kind),
         notice.is_automatic,
         state_of(notice),
         notice.tries,
         notice.created_at,
         notice.next_try_at,
         notice.sent_at,
         notice.language,
         notice.to_name,
         notice.to_address,
         notice.message_id,
         notice.reply_to,
         notice.references,
         notice.last_error,
         notice.subject,
         notice.text,
         notice.html,
         text_hash(notice.to_address),
         text_hash(notice.message_id)});
    if (!done) return done.error();
    return notice;
}

Result<domain::Notice> get_notice(ReadTxn& txn, domain::NoticeId id) {
    return get_one(txn, sql<"SELECT ", kColumns, " FROM notice WHERE tenant_id = :tenant AND id = ?1">, {id},
                   read_notice, missing);
}

// A lease is a next try in the future. The WITH is evaluated once on PostgreSQL because it locks rows; as a plain IN
// it could be evaluated again and take more than `limit`.
Result<std::vector<domain::Notice>> claim_notices(WriteTxn& txn, Instant now, Instant lease_until, int limit) {
    TRY(auto claimed,
        list_all(txn,
                 sql<"WITH picked AS (SELECT n.id FROM notice AS n WHERE n.tenant_id = :tenant AND n.state = 0 "
                     "AND n.next_try_at <= ?1",
                     kIsFirst,
                     " ORDER BY n.next_try_at, n.id LIMIT ?3 FOR UPDATE SKIP LOCKED) "
                     "UPDATE notice SET next_try_at = ?2 WHERE tenant_id = :tenant AND id IN (SELECT id FROM picked) "
                     "RETURNING ",
                     kColumns>,
                 {now, lease_until, limit}, read_notice));
    std::ranges::sort(claimed, {}, &domain::Notice::id);
    return claimed;
}

Result<void> mark_sent(WriteTxn& txn, domain::NoticeId id, Instant at) {
    return check_there(
        txn.run("UPDATE notice SET state = 1, sent_at = ?2, last_error = '' "
                "WHERE tenant_id = :tenant AND id = ?1",
                {id, at}));
}

// A late failure of a worker that outstayed its lease does not undo what another has sent meanwhile.
Result<void> mark_failed(WriteTxn& txn, domain::NoticeId id, std::string_view error,
                         std::optional<Instant> next_try_at) {
    if (!next_try_at)
        return check_there(txn.run(
            "UPDATE notice SET state = CASE WHEN state = 0 THEN 2 ELSE state END, tries = tries + 1, last_error = ?2 "
            "WHERE tenant_id = :tenant AND id = ?1",
            {id, error}));
    return check_there(
        txn.run("UPDATE notice SET tries = tries + 1, last_error = ?2, next_try_at = ?3 "
                "WHERE tenant_id = :tenant AND id = ?1",
                {id, error, next_try_at}));
}

// next_try_at = created_at until a worker takes the notice, whatever its hold. The two counts and the delete see the same
// rows: SQLite has one writer, and on PostgreSQL a worker's update of a row that is deleted here, or the other way round,
// waits for the first and finds the row changed.
Result<std::int64_t> take_back_notices(WriteTxn& txn, domain::TicketId ticket, domain::ArticleId article) {
    TRY(auto const gone,
        txn.run("DELETE FROM notice WHERE tenant_id = :tenant AND ticket_id = ?1 AND article_id = ?2 AND state = 0 "
                "AND tries = 0 AND next_try_at = created_at",
                {ticket, article}));
    std::int64_t left = 0;
    auto const counted = txn.each(
        "SELECT COUNT(*) FROM notice WHERE tenant_id = :tenant AND ticket_id = ?1 AND article_id = ?2 AND kind IN (?3, "
        "?4)",
        {ticket, article, stored(domain::NoticeKind::reply), stored(domain::NoticeKind::forward)},
        [&](Row const& row) { left = row.integer(0); });
    if (!counted) return counted.error();
    if (left > 0) return conflict("sending.gone", "This message has already left; it cannot be taken back.");
    return gone;
}

Result<std::optional<Instant>> next_notice_at(ReadTxn& txn) {
    return find_one<Instant>(txn,
                             sql<"SELECT n.next_try_at FROM notice AS n WHERE n.tenant_id = :tenant AND n.state = 0",
                                 kIsFirst, " ORDER BY n.next_try_at, n.id LIMIT 1">,
                             {}, [](Row const& row) { return row.at(0); });
}

Result<std::vector<domain::Notice>> list_notices(ReadTxn& txn, domain::TicketId ticket) {
    return list_all(txn,
                    sql<"SELECT ", kColumns, " FROM notice WHERE tenant_id = :tenant AND ticket_id = ?1 ORDER BY id">,
                    {ticket}, read_notice);
}

Result<std::vector<domain::Notice>> newest_notices(ReadTxn& txn, domain::TicketId ticket, int limit) {
    TRY(auto notices, list_all(txn,
                               sql<"SELECT ", kColumns,
                                   " FROM notice WHERE tenant_id = :tenant AND ticket_id = ?1 "
                                   "ORDER BY id DESC LIMIT ?2">,
                               {ticket, limit}, read_notice));
    std::ranges::reverse(notices);
    return notices;
}

Result<int> count_automatic(ReadTxn& txn, std::string_view address, Instant since, domain::TicketId ticket) {
    std::int64_t count = 0;
    auto const add = [&](Row const& row) { count = row.integer(0); };
    auto const done =
        ticket
            ? txn.each(
                  "SELECT COUNT(*) FROM (SELECT id FROM notice WHERE tenant_id = :tenant AND ticket_id = ?4 "
                  "AND is_automatic = 1 AND to_hash = ?1 AND to_address = ?2 AND created_at >= ?3 LIMIT ?5) AS found",
                  {text_hash(address), address, since, ticket, kMostCounted}, add)
            : txn.each(
                  "SELECT COUNT(*) FROM (SELECT id FROM notice WHERE tenant_id = :tenant AND is_automatic = 1 "
                  "AND to_hash = ?1 AND to_address = ?2 AND created_at >= ?3 LIMIT ?4) AS found",
                  {text_hash(address), address, since, kMostCounted}, add);
    if (!done) return done.error();
    return static_cast<int>(count);
}

Result<int> count_automatic_of_desk(ReadTxn& txn, Instant since) {
    std::int64_t count = 0;
    for (auto const kind :
         {domain::NoticeKind::confirmation, domain::NoticeKind::reopened, domain::NoticeKind::delayed}) {
        auto const done = txn.each(
            "SELECT COUNT(*) FROM (SELECT id FROM notice WHERE tenant_id = :tenant AND is_automatic = 1 "
            "AND kind = ?1 AND created_at >= ?2 LIMIT ?3) AS found",
            {stored(kind), since, kMostCounted}, [&](Row const& row) { count += row.integer(0); });
        if (!done) return done.error();
    }
    return static_cast<int>(count);
}

Result<std::optional<SentMessage>> find_sent(ReadTxn& txn, std::string_view message_id) {
    if (message_id.empty()) return std::optional<SentMessage>{};
    return find_one<SentMessage>(
        txn,
        "SELECT ticket_id, id, to_address FROM notice WHERE tenant_id = :tenant AND message_hash = ?1 "
        "AND message_id = ?2",
        {text_hash(message_id), message_id}, [](Row const& row) {
            return SentMessage{row.id<domain::TicketTag>(0), row.id<domain::NoticeTag>(1), std::string(row.text(2))};
        });
}

Result<std::vector<domain::Notice>> list_dead_notices(ReadTxn& txn, domain::NoticeId before, int limit) {
    auto const from = before ? before.value : std::numeric_limits<std::int64_t>::max();
    return list_all(txn,
                    sql<"SELECT ", kColumns,
                        " FROM notice WHERE tenant_id = :tenant AND state = 2 AND id < ?1 ORDER BY id DESC LIMIT ?2">,
                    {from, limit}, read_notice);
}

Result<bool> revive_notice(WriteTxn& txn, domain::NoticeId id, Instant now) {
    TRY(auto const done, txn.run("UPDATE notice SET state = 0, tries = 0, next_try_at = ?2 "
                                 "WHERE tenant_id = :tenant AND id = ?1 AND state = 2",
                                 {id, now}));
    if (done > 0) return true;
    TRY([[maybe_unused]] auto const known, get_notice(txn, id));
    return false;
}

Result<std::int64_t> revive_notices(WriteTxn& txn, Instant now, int limit) {
    return txn.run(
        "WITH picked AS (SELECT n.id FROM notice AS n WHERE n.tenant_id = :tenant AND n.state = 2 ORDER BY n.id "
        "LIMIT ?2 FOR UPDATE SKIP LOCKED) "
        "UPDATE notice SET state = 0, tries = 0, next_try_at = ?1 WHERE tenant_id = :tenant AND id IN (SELECT id FROM "
        "picked)",
        {now, limit});
}

Result<bool> bury_notice(WriteTxn& txn, domain::NoticeId id) {
    TRY(auto const done,
        txn.run("UPDATE notice SET state = 3 WHERE tenant_id = :tenant AND id = ?1 AND state = 2", {id}));
    if (done > 0) return true;
    TRY([[maybe_unused]] auto const known, get_notice(txn, id));
    return false;
}

Result<OutboxState> outbox_state(ReadTxn& txn) {
    OutboxState state;
    auto const waiting = txn.each("SELECT COUNT(*) FROM notice WHERE tenant_id = :tenant AND state = 0", {},
                                  [&](Row const& row) { state.waiting = row.integer(0); });
    if (!waiting) return waiting.error();
    auto const dead = txn.each("SELECT COUNT(*) FROM notice WHERE tenant_id = :tenant AND state = 2", {},
                               [&](Row const& row) { state.dead = row.integer(0); });
    if (!dead) return dead.error();
    return state;
}

}  // namespace lotse::store
