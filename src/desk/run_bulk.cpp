// SPDX-License-Identifier: Apache-2.0
#include "desk/run_bulk.h"

#include "desk/bulk_jobs.h"
#include "desk/learn.h"
#include "desk/person_because.h"
#include "desk/reverse_event.h"
#include "desk/undo_labels.h"
#include "store/bulk_jobs.h"
#include "store/events.h"
#include "store/tenants.h"
#include "store/tickets.h"

namespace lotse::desk {
namespace {

constexpr int kAtOnce = 25;  // tickets between two tellings

access::Principal in_the_name_of(domain::TenantId tenant, domain::BulkJob const& job) {
    auto out = access::operator_of(tenant);
    out.id = job.principal;
    out.agent = job.agent;
    return out;
}

// Another worker has done the line meanwhile: this one's change of the ticket must not stand.
Error was_done() { return conflict("bulk.done", "This ticket's line was done already."); }

Result<Updated> change_one(Desk& desk, store::WriteTxn& txn, access::Principal const& who, domain::BulkJob const& job,
                           domain::TicketId ticket) {
    TRY(auto const setup, desk.setups.get(txn));
    TRY(auto const patch, patch_from(*setup, job.changes));
    return update_ticket_in(desk, txn, who, ticket, 0, patch);
}

Result<Updated> put_back_one(Desk& desk, store::WriteTxn& txn, access::Principal const& who, domain::BulkJob const& job,
                             domain::TicketId ticket) {
    TRY(auto const line, store::find_bulk_item(txn, job.reverses, ticket));
    TRY(auto now_stands, store::get_ticket(txn, ticket));
    if (!line || !line->event) return Updated{std::move(now_stands), {}, false};
    return reverse_what_holds(desk, txn, who, ticket, line->event);
}

Result<Updated> do_one(Desk& desk, store::WriteTxn& txn, access::Principal const& who, domain::BulkJob const& job,
                       domain::TicketId ticket) {
    switch (job.kind) {
        case domain::BulkKind::bulk: return change_one(desk, txn, who, job, ticket);
        case domain::BulkKind::reversal: return put_back_one(desk, txn, who, job, ticket);
        case domain::BulkKind::label_undo:
            return undo_labels_of(desk, txn, who, UndoWish::from_json(job.changes), ticket);
    }
    return bug("bulk.kind", "a job of an unknown kind");
}

Result<void> run_line(Desk& desk, domain::TenantScope const& scope, domain::BulkJob const& job, domain::BulkItem line) {
    auto const who = in_the_name_of(scope.tenant(), job);
    auto const done = desk.store.write(scope, [&](store::WriteTxn& txn) -> Result<Updated> {
        TRY(auto updated, do_one(desk, txn, who, job, line.ticket));
        line.event = updated.event;
        line.state = updated.event ? domain::BulkState::done : domain::BulkState::skipped;
        TRY(auto const is_ours, store::finish_bulk_item(txn, job.id, line));
        if (!is_ours) return was_done();
        return updated;
    });
    if (done) {
        if (done->teaches) learn_from_correction(desk, scope, done->ticket, job.agent);
        return {};
    }
    auto const& why = done.error();
    if (why.code == was_done().code) return {};
    if (answer_for(why.kind).retry || why.kind == Kind::bug || why.kind == Kind::corrupt) return why;
    line.event = {};
    line.state = domain::BulkState::failed;
    line.code = why.code;
    line.message = why.message;
    return desk.store.write(scope, [&](store::WriteTxn& txn) -> Result<void> {
        TRY([[maybe_unused]] auto const is_ours, store::finish_bulk_item(txn, job.id, line));
        return {};
    });
}

Result<bool> run_job(Desk& desk, domain::TenantScope const& scope) {
    std::vector<domain::BulkItem> lines;
    TRY(auto const job, desk.store.read(scope, [&](store::ReadTxn& txn) -> Result<std::optional<domain::BulkJob>> {
        TRY(auto next, store::next_bulk_job(txn));
        if (!next) return next;
        TRY(lines, store::list_waiting_items(txn, next->id, kAtOnce));
        return next;
    }));
    if (!job) return false;
    for (auto const& line : lines) CHECK_OK(run_line(desk, scope, *job, line));
    TRY(auto const told, desk.store.write(scope, [&](store::WriteTxn& txn) -> Result<domain::BulkJob> {
        TRY(auto now_stands, store::get_bulk_job(txn, job->id));
        if (now_stands.done < now_stands.total) return now_stands;
        CHECK_OK(store::finish_bulk_job(txn, job->id, desk.clock.now()));
        return store::get_bulk_job(txn, job->id);
    }));
    desk.signals.hint(scope.tenant(), "job", to_string(to_json(told)));
    return true;
}

}  // namespace

Result<bool> run_bulk_step(Desk& desk) {
    bool has_more = false;
    TRY(auto const tenants, store::list_tenants(desk.store));
    for (auto const& tenant : tenants) {
        TRY(auto const ran, run_job(desk, domain::ScopeMint::for_tenant(tenant.id)));
        has_more = has_more || ran;
    }
    return has_more;
}

}  // namespace lotse::desk
