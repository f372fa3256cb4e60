// SPDX-License-Identifier: Apache-2.0
// The one table of what runs by itself: which coroutine, and what rings its bell.
#include "jobs/audit.h"
#include "jobs/bulk.h"
#include "jobs/calendar_feeds.h"
#include "jobs/gate.h"
#include "jobs/hand_out.h"
#include "jobs/jobs.h"
#include "jobs/letters.h"
#include "jobs/outbox.h"
#include "jobs/rebalance.h"
#include "jobs/renewals.h"
#include "jobs/replays.h"
#include "jobs/search.h"
#include "jobs/settle_events.h"
#include "jobs/simulations.h"
#include "jobs/solvers.h"
#include "jobs/timers.h"
#include "jobs/vectors.h"
#include "jobs/wake.h"
#include "jobs/webhooks.h"
#include "jobs/work_days.h"

namespace lotse::jobs {
namespace {

using Job = asio::awaitable<void> (*)(JobParts, std::shared_ptr<Wake>);

std::shared_ptr<Wake> start(JobParts const& parts, char const* name, Job job) {
    auto const strand = parts.runtime.make_strand();
    auto wake = std::make_shared<Wake>(strand);
    parts.runtime.spawn(name, strand, job(parts, wake));
    return wake;
}

}  // namespace

void start_jobs(JobParts const& parts) {
    auto const settle = start(parts, "settle events", settle_events);
    auto const outbox = start(parts, "outbox", send_outbox);
    auto const letters = start(parts, "letters", send_letters);
    auto const webhooks = start(parts, "webhooks", send_webhooks);
    auto const timers = start(parts, "timers", fire_timers);
    auto const bulk = start(parts, "bulk jobs", run_bulk);
    auto const replays = start(parts, "replays", run_replays);
    auto const simulations = start(parts, "simulations", run_simulations);
    auto const search = start(parts, "search index", index_tickets);
    auto const hands = start(parts, "hand out", hand_out);
    auto const balance = start(parts, "rebalance", rebalance);
    auto const renewals = start(parts, "renew deadlines", renew_deadlines);
    start(parts, "calendar feeds", read_calendar_feeds);
    start(parts, "vectors", make_vectors);
    start(parts, "gate", weigh_evidence);
    start(parts, "who solves what", learn_solvers);
    start(parts, "work days", note_loads);
    start(parts, "audit checkpoints", sign_audit);
    start(parts, "housekeeping", keep_house);

    auto& signals = parts.desk.signals;
    signals.event_stored = [settle, search](domain::TenantId) {
        settle->ring();
        search->ring();
    };
    signals.notice_stored = [outbox, webhooks](domain::TenantId) {
        outbox->ring();
        webhooks->ring();
    };
    signals.letter_stored = [letters](domain::TenantId) { letters->ring(); };
    signals.timers_changed = [timers](domain::TenantId) { timers->ring(); };
    signals.bulk_stored = [bulk](domain::TenantId) { bulk->ring(); };
    signals.replay_stored = [replays, simulations](domain::TenantId) {
        replays->ring();
        simulations->ring();
    };
    // Others listen to these, too.
    auto const also = [hands](std::function<void(domain::TenantId)> before) {
        return [hands, before = std::move(before)](domain::TenantId tenant) {
            before(tenant);
            hands->ring();
        };
    };
    signals.ticket_settled = also(std::move(signals.ticket_settled));
    signals.setup_changed =
        also([renewals, balance, before = std::move(signals.setup_changed)](domain::TenantId tenant) {
            before(tenant);
            renewals->ring();
            balance->ring();
        });
}

}  // namespace lotse::jobs
