// SPDX-License-Identifier: Apache-2.0
#include "desk/queues.h"

#include "base/text.h"
#include "desk/renew_deadlines.h"
#include "store/agents.h"
#include "store/setup.h"

namespace lotse::desk {
namespace {

Result<void> apply(store::ReadTxn& txn, QueueFields const& fields, domain::Queue& queue) {
    if (fields.name) {
        TRY(queue.name, check_name(*fields.name));
    }
    if (fields.address && trim(*fields.address).empty()) {
        queue.address.clear();
    } else if (fields.address) {
        TRY(queue.address, check_address(*fields.address, "/address"));
    }
    if (fields.lead && *fields.lead) CHECK_OK(at_field(store::get_agent(txn, *fields.lead), "/lead"));
    if (fields.lead) queue.lead = *fields.lead;
    if (fields.skills) queue.skills = *fields.skills;
    if (fields.calendar && *fields.calendar)
        CHECK_OK(at_field(store::get_calendar(txn, *fields.calendar), "/calendar"));
    if (fields.calendar) queue.calendar = *fields.calendar;
    if (fields.assignment) queue.assignment = *fields.assignment;
    if (fields.hands_out_below) queue.hands_out_below = *fields.hands_out_below;
    if (fields.preferred_skills) queue.preferred_skills = *fields.preferred_skills;
    if (fields.handover_minutes) queue.handover_minutes = *fields.handover_minutes;
    if (fields.language_is_required) queue.language_is_required = *fields.language_is_required;
    return {};
}

}  // namespace

Result<std::vector<domain::Queue>> list_queues(Desk& desk, domain::TenantScope const& scope) {
    return desk.store.read(scope, [](store::ReadTxn& txn) { return store::list_queues(txn); });
}

Result<domain::Queue> get_queue(Desk& desk, domain::TenantScope const& scope, domain::QueueId id) {
    return desk.store.read(scope, [&](store::ReadTxn& txn) { return store::get_queue(txn, id); });
}

Result<Made<domain::Queue>> make_queue(Desk& desk, access::Principal const& principal, QueueFields const& fields,
                                       CallKey const& key) {
    return make_once<domain::Queue>(desk, principal, key, store::get_queue,
                                    [&](store::WriteTxn& txn) -> Result<domain::Queue> {
                                        domain::Queue queue;
                                        CHECK_OK(apply(txn, fields, queue));
                                        TRY(queue.name, check_name(queue.name));
                                        announce_setup(desk, txn);
                                        return store::add_queue(txn, std::move(queue));
                                    });
}

Result<domain::Queue> change_queue(Desk& desk, access::Principal const& principal, domain::QueueId id,
                                   std::int64_t expected_version, QueueFields const& fields) {
    return desk.store.write(principal.scope, [&](store::WriteTxn& txn) -> Result<domain::Queue> {
        TRY(auto queue, store::get_queue(txn, id));
        if (expected_version != 0) queue.version = expected_version;
        CHECK_OK(apply(txn, fields, queue));
        announce_setup(desk, txn);
        if (fields.calendar || fields.handover_minutes) CHECK_OK(ask_renewal(desk, txn));
        return store::update_queue(txn, std::move(queue));
    });
}

}  // namespace lotse::desk
