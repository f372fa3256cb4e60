// SPDX-License-Identifier: Apache-2.0
// Notices waiting to be sent, timers waiting to fire.
#pragma once

#include <optional>
#include <vector>

#include "domain/notice.h"
#include "domain/timer.h"
#include "store/db.h"

namespace lotse::store {

Result<domain::Notice> add_notice(WriteTxn& txn, domain::Notice notice);  // id is given here
Result<domain::Notice> get_notice(ReadTxn& txn, domain::NoticeId id);
// Takes up to `limit` due notices for this worker and leases them until `lease_until`, so that two nodes never send
// one notice at the same time (PostgreSQL: FOR UPDATE SKIP LOCKED). A partial index: cost is that of the backlog.
Result<std::vector<domain::Notice>> claim_notices(WriteTxn& txn, Instant now, Instant lease_until, int limit);
Result<void> mark_sent(WriteTxn& txn, domain::NoticeId id, Instant at);
// tries + 1; dead if `next_try_at` is absent.
Result<void> mark_failed(WriteTxn& txn, domain::NoticeId id, std::string_view error,
                         std::optional<Instant> next_try_at);
// Takes the mails of an article back: how many went. Error: conflict "sending.gone" where a worker has taken one of them,
// or it was tried; then the transaction must fail, and all stay.
Result<std::int64_t> take_back_notices(WriteTxn& txn, domain::TicketId ticket, domain::ArticleId article);
Result<std::optional<Instant>> next_notice_at(ReadTxn& txn);  // of any waiting notice
Result<std::vector<domain::Notice>> list_notices(ReadTxn& txn, domain::TicketId ticket);  // oldest first
// The newest `limit`, oldest first.
Result<std::vector<domain::Notice>> newest_notices(ReadTxn& txn, domain::TicketId ticket, int limit);
// The loop guard's figures (H-11, H-13): automatic notices to this address since `since`, of one ticket or all (0).
Result<int> count_automatic(ReadTxn& txn, std::string_view address, Instant since, domain::TicketId ticket);
Result<int> count_automatic_of_desk(ReadTxn& txn, Instant since);  // to customers (confirmation, reopened)
// Which ticket one of our own Message-IDs belongs to.
struct SentMessage {
    domain::TicketId ticket;
    domain::NoticeId notice;
    std::string to_address;
};
Result<std::optional<SentMessage>> find_sent(ReadTxn& txn, std::string_view message_id);
// Those that were given up, newest first, before `before` (0 = from the newest).
Result<std::vector<domain::Notice>> list_dead_notices(ReadTxn& txn, domain::NoticeId before, int limit);
// A dead one waits again, from now on and with all its tries. False: it is not dead (any more). not_found "notice.missing".
Result<bool> revive_notice(WriteTxn& txn, domain::NoticeId id, Instant now);
// At most `limit` of them, the oldest first; gives how many.
Result<std::int64_t> revive_notices(WriteTxn& txn, Instant now, int limit);
// Nobody will try it again: it leaves the list, and stays given up in its ticket. False: it is not dead. not_found as above.
Result<bool> bury_notice(WriteTxn& txn, domain::NoticeId id);
struct OutboxState {
    std::int64_t waiting = 0;
    std::int64_t dead = 0;
};
Result<OutboxState> outbox_state(ReadTxn& txn);

// Replaces all timers of the ticket.
Result<void> set_timers(WriteTxn& txn, domain::TicketId ticket, std::vector<domain::Timer> const& timers);
Result<std::vector<domain::Timer>> list_timers(ReadTxn& txn, domain::TicketId ticket);
Result<std::vector<domain::Timer>> due_timers(ReadTxn& txn, Instant now, int limit);  // soonest first
// True for whoever removed it: of two who see a timer due at once, on two nodes, one alone. False: it is gone, or set anew.
Result<bool> remove_timer(WriteTxn& txn, domain::Timer const& timer);
Result<std::optional<Instant>> next_timer_at(ReadTxn& txn);

}  // namespace lotse::store
