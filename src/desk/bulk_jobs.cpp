// SPDX-License-Identifier: Apache-2.0
#include "desk/bulk_jobs.h"

#include <set>

#include "store/bulk_jobs.h"

namespace lotse::desk {
namespace {

template <class T>
void take_id(JsonObject const& from, std::string_view name, std::optional<T>& to) {
    if (from.contains(name)) to = T{int_at(from, name)};
}

template <class E>
void take_word(JsonObject const& from, std::string_view name, std::optional<E>& to) {
    if (from.contains(name)) to = domain::find_enum<E>(text_at(from, name));
}

std::vector<std::string> names_at(JsonObject const& from, std::string_view name) {
    std::vector<std::string> out;
    for (auto const& item : array_at(from, name))
        if (item.is_string()) out.emplace_back(item.get_string().data(), item.get_string().size());
    return out;
}

Result<void> take_category(Setup const& setup, JsonObject const& from, TicketPatch& to) {
    auto const* given = from.if_contains("category");
    if (given == nullptr) return {};
    to.category = domain::CategoryId{int_at(from, "category")};
    if (!given->is_string()) return {};
    auto const* found = setup.find_category(text_at(from, "category"));
    if (found == nullptr) return invalid("category.missing", "There is no such category.", "/changes/category");
    to.category = found->id;
    return {};
}

Result<std::vector<domain::TicketId>> changed_tickets(store::ReadTxn& txn, domain::BulkJob const& job) {
    std::vector<domain::TicketId> out;
    TRY(auto const items, store::list_bulk_items(txn, job.id, 0, static_cast<int>(job.total)));
    for (auto const& item : items)
        if (item.event) out.push_back(item.ticket);
    return out;
}

}  // namespace

Result<StartedJob> store_job(Desk& desk, store::WriteTxn& txn, access::Principal const& principal, domain::BulkJob job,
                             std::vector<domain::TicketId> const& tickets, CallKey const& key) {
    job.agent = principal.agent;
    job.principal = principal.id;
    job.created_at = desk.clock.now();
    job.total = static_cast<std::int64_t>(tickets.size());
    TRY(job, store::add_bulk_job(txn, std::move(job)));
    domain::BulkItem item;
    for (auto const ticket : tickets) {
        ++item.position;
        item.ticket = ticket;
        CHECK_OK(store::add_bulk_item(txn, job.id, item));
    }
    CHECK_OK(remember(txn, key, JsonObject{{"job", job.id.value}}, job.created_at));
    txn.after_commit([&desk, tenant = txn.tenant()] { desk.signals.bulk_stored(tenant); });
    return StartedJob{std::move(job), false};
}

Result<std::optional<StartedJob>> known_job(store::ReadTxn& txn, CallKey const& key) {
    TRY(auto const known, recall(txn, key));
    if (!known) return std::optional<StartedJob>();
    TRY(auto job, store::get_bulk_job(txn, domain::JobId{int_at(*known, "job")}));
    return std::optional(StartedJob{std::move(job), true});
}

Result<TicketPatch> patch_from(Setup const& setup, JsonObject const& changes) {
    TicketPatch out;
    if (changes.contains("subject")) out.subject = std::string(text_at(changes, "subject"));
    if (changes.contains("language")) out.language = std::string(text_at(changes, "language"));
    take_word(changes, "status", out.status);
    take_word(changes, "type", out.type);
    take_word(changes, "impact", out.impact);
    take_word(changes, "urgency", out.urgency);
    take_word(changes, "priority", out.priority);
    take_id(changes, "customer", out.customer);
    take_id(changes, "organization", out.organization);
    take_id(changes, "queue", out.queue);
    take_id(changes, "agent", out.agent);
    CHECK_OK(take_category(setup, changes, out));
    if (changes.contains("due_at")) out.due_at = parse_rfc3339(text_at(changes, "due_at")).value_or(Instant{});
    if (changes.contains("tags")) out.tags.whole = names_at(changes, "tags");
    out.tags.add = names_at(changes, "tags_add");
    out.tags.remove = names_at(changes, "tags_remove");
    out.fields = object_at(changes, "fields");
    return out;
}

Result<StartedJob> start_bulk(Desk& desk, access::Principal const& principal,
                              std::vector<domain::TicketId> const& tickets, JsonObject const& changes,
                              CallKey const& key) {
    if (changes.empty()) return invalid("bulk.nothing", "Say what to change.", "/changes");
    return desk.store.write(principal.scope, [&](store::WriteTxn& txn) -> Result<StartedJob> {
        TRY(auto known, known_job(txn, key));
        if (known) return *std::move(known);
        TRY(auto const setup, desk.setups.get(txn));
        TRY([[maybe_unused]] auto const patch, patch_from(*setup, changes));
        std::vector<domain::TicketId> once;
        std::set<domain::TicketId> seen;
        for (auto const ticket : tickets)
            if (seen.insert(ticket).second) once.push_back(ticket);
        domain::BulkJob job;
        job.changes = changes;
        return store_job(desk, txn, principal, std::move(job), once, key);
    });
}

Result<StartedJob> start_reversal(Desk& desk, access::Principal const& principal, domain::JobId id) {
    return desk.store.write(principal.scope, [&](store::WriteTxn& txn) -> Result<StartedJob> {
        TRY(auto const first, store::get_bulk_job(txn, id));
        if (first.kind == domain::BulkKind::reversal)
            return invalid("job.kind", "This job takes another one back; it is not taken back itself.");
        if (first.reversed_by) {
            TRY(auto job, store::get_bulk_job(txn, first.reversed_by));
            return StartedJob{std::move(job), true};
        }
        if (first.is_waiting) return conflict("job.running", "This job is still at work; wait until it is done.");
        TRY(auto const tickets, changed_tickets(txn, first));
        domain::BulkJob job;
        job.kind = domain::BulkKind::reversal;
        job.reverses = id;
        TRY(auto started, store_job(desk, txn, principal, std::move(job), tickets, {}));
        CHECK_OK(store::mark_reversed(txn, id, started.job.id));
        return started;
    });
}

Result<domain::BulkJob> get_job(Desk& desk, domain::TenantScope const& scope, domain::JobId id) {
    return desk.store.read(scope, [&](store::ReadTxn& txn) { return store::get_bulk_job(txn, id); });
}

Result<std::vector<domain::BulkItem>> list_items(Desk& desk, domain::TenantScope const& scope, domain::JobId id,
                                                 std::int64_t after, int limit) {
    return desk.store.read(scope, [&](store::ReadTxn& txn) -> Result<std::vector<domain::BulkItem>> {
        TRY([[maybe_unused]] auto const job, store::get_bulk_job(txn, id));
        return store::list_bulk_items(txn, id, after, limit);
    });
}

JsonObject to_json(domain::BulkJob const& job) {
    auto const or_null = [](domain::JobId id) { return id ? Json(id.value) : Json(nullptr); };
    char const* state = !job.is_waiting ? "done" : job.done == 0 ? "waiting" : "running";
    return {{"id", job.id.value},
            {"kind", domain::name_of(job.kind)},
            {"state", state},
            {"total", job.total},
            {"done", job.done},
            {"failed", job.failed},
            {"created_at", to_rfc3339(job.created_at)},
            {"finished_at", job.finished_at ? Json(to_rfc3339(*job.finished_at)) : Json(nullptr)},
            {"reverses", or_null(job.reverses)},
            {"reversed_by", or_null(job.reversed_by)}};
}

}  // namespace lotse::desk
