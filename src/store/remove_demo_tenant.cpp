// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <limits>

#include "store/rows.h"
#include "store/search_index.h"
#include "store/tenants.h"
#include "store/words.h"

namespace lotse::store {
namespace {

// Children first, as the foreign keys demand. Large tables go in pieces, so that other desks write in between.
constexpr int kPiece = 500;
constexpr auto kInPieces = std::to_array<std::string_view>({
    "DELETE FROM breach WHERE tenant_id = :tenant AND ticket_id IN "
    "(SELECT ticket_id FROM breach WHERE tenant_id = :tenant LIMIT ?1)",
    "DELETE FROM escalation_told WHERE tenant_id = :tenant AND escalation_id IN "
    "(SELECT escalation_id FROM escalation_told WHERE tenant_id = :tenant LIMIT ?1)",
    "DELETE FROM escalation WHERE tenant_id = :tenant AND id IN "
    "(SELECT id FROM escalation WHERE tenant_id = :tenant LIMIT ?1)",
    "DELETE FROM promise WHERE tenant_id = :tenant AND ticket_id IN "
    "(SELECT ticket_id FROM promise WHERE tenant_id = :tenant LIMIT ?1)",
    "DELETE FROM survey WHERE tenant_id = :tenant AND ticket_id IN "
    "(SELECT ticket_id FROM survey WHERE tenant_id = :tenant LIMIT ?1)",
    "DELETE FROM customer_session WHERE tenant_id = :tenant AND key_hash IN "
    "(SELECT key_hash FROM customer_session WHERE tenant_id = :tenant LIMIT ?1)",
    "DELETE FROM scheduled_reply WHERE tenant_id = :tenant AND article_id IN "
    "(SELECT article_id FROM scheduled_reply WHERE tenant_id = :tenant LIMIT ?1)",
    "DELETE FROM prediction WHERE tenant_id = :tenant AND id IN "
    "(SELECT id FROM prediction WHERE tenant_id = :tenant LIMIT ?1)",
    "DELETE FROM ticket_vector WHERE tenant_id = :tenant AND ticket_id IN "
    "(SELECT ticket_id FROM ticket_vector WHERE tenant_id = :tenant LIMIT ?1)",
    "DELETE FROM lesson WHERE tenant_id = :tenant AND id IN (SELECT id FROM lesson WHERE tenant_id = :tenant LIMIT ?1)",
    "DELETE FROM label_request WHERE tenant_id = :tenant AND ticket_id IN "
    "(SELECT ticket_id FROM label_request WHERE tenant_id = :tenant LIMIT ?1)",
    "DELETE FROM label_decision WHERE tenant_id = :tenant AND id IN "
    "(SELECT id FROM label_decision WHERE tenant_id = :tenant LIMIT ?1)",
    "DELETE FROM draft WHERE tenant_id = :tenant AND ticket_id IN "
    "(SELECT ticket_id FROM draft WHERE tenant_id = :tenant LIMIT ?1)",
    "DELETE FROM mention WHERE tenant_id = :tenant AND id IN "
    "(SELECT id FROM mention WHERE tenant_id = :tenant LIMIT ?1)",
    "DELETE FROM follower WHERE tenant_id = :tenant AND ticket_id IN "
    "(SELECT ticket_id FROM follower WHERE tenant_id = :tenant LIMIT ?1)",
    "DELETE FROM checklist_item WHERE tenant_id = :tenant AND ticket_id IN "
    "(SELECT ticket_id FROM checklist_item WHERE tenant_id = :tenant LIMIT ?1)",
    "DELETE FROM time_entry WHERE tenant_id = :tenant AND ticket_id IN "
    "(SELECT ticket_id FROM time_entry WHERE tenant_id = :tenant LIMIT ?1)",
    "DELETE FROM raw_message WHERE tenant_id = :tenant AND article_id IN "
    "(SELECT article_id FROM raw_message WHERE tenant_id = :tenant LIMIT ?1)",
    "DELETE FROM attachment WHERE tenant_id = :tenant AND id IN "
    "(SELECT id FROM attachment WHERE tenant_id = :tenant LIMIT ?1)",
    "DELETE FROM article WHERE tenant_id = :tenant AND id IN (SELECT id FROM article WHERE tenant_id = :tenant LIMIT "
    "?1)",
    "DELETE FROM notice WHERE tenant_id = :tenant AND id IN (SELECT id FROM notice WHERE tenant_id = :tenant LIMIT ?1)",
    "DELETE FROM event WHERE tenant_id = :tenant AND id IN (SELECT id FROM event WHERE tenant_id = :tenant LIMIT ?1)",
    "DELETE FROM change_set WHERE tenant_id = :tenant AND ticket_id IN "
    "(SELECT ticket_id FROM change_set WHERE tenant_id = :tenant LIMIT ?1)",
    "DELETE FROM suggestion WHERE tenant_id = :tenant AND ticket_id IN "
    "(SELECT ticket_id FROM suggestion WHERE tenant_id = :tenant LIMIT ?1)",
    "DELETE FROM solution WHERE tenant_id = :tenant AND ticket_id IN "
    "(SELECT ticket_id FROM solution WHERE tenant_id = :tenant LIMIT ?1)",
    "DELETE FROM pool_ticket WHERE tenant_id = :tenant AND ticket_id IN "
    "(SELECT ticket_id FROM pool_ticket WHERE tenant_id = :tenant LIMIT ?1)",
    "DELETE FROM timer WHERE tenant_id = :tenant AND ticket_id IN "
    "(SELECT ticket_id FROM timer WHERE tenant_id = :tenant LIMIT ?1)",
    "DELETE FROM delivery WHERE tenant_id = :tenant AND key_hash IN "
    "(SELECT key_hash FROM delivery WHERE tenant_id = :tenant LIMIT ?1)",
    "DELETE FROM ticket_facet WHERE tenant_id = :tenant AND ticket_id IN "
    "(SELECT ticket_id FROM ticket_facet WHERE tenant_id = :tenant LIMIT ?1)",
    "DELETE FROM bulk_item WHERE tenant_id = :tenant AND job_id IN "
    "(SELECT job_id FROM bulk_item WHERE tenant_id = :tenant LIMIT ?1)",
    "DELETE FROM audit WHERE tenant_id = :tenant AND id IN (SELECT id FROM audit WHERE tenant_id = :tenant LIMIT ?1)",
    "DELETE FROM ticket_link WHERE tenant_id = :tenant AND ticket_id IN "
    "(SELECT ticket_id FROM ticket_link WHERE tenant_id = :tenant LIMIT ?1)",
    "DELETE FROM ticket_merge WHERE tenant_id = :tenant AND source_id IN "
    "(SELECT source_id FROM ticket_merge WHERE tenant_id = :tenant LIMIT ?1)",
    "DELETE FROM ticket_split WHERE tenant_id = :tenant AND ticket_id IN "
    "(SELECT ticket_id FROM ticket_split WHERE tenant_id = :tenant LIMIT ?1)",
    "DELETE FROM ticket WHERE tenant_id = :tenant AND id IN (SELECT id FROM ticket WHERE tenant_id = :tenant LIMIT ?1)",
    "DELETE FROM search_word WHERE tenant_id = :tenant AND word IN "
    "(SELECT word FROM search_word WHERE tenant_id = :tenant LIMIT ?1)",
    "DELETE FROM customer_word WHERE tenant_id = :tenant AND customer_id IN "
    "(SELECT customer_id FROM customer_word WHERE tenant_id = :tenant LIMIT ?1)",
    "DELETE FROM customer WHERE tenant_id = :tenant AND id IN (SELECT id FROM customer WHERE tenant_id = :tenant LIMIT "
    "?1)",
});
constexpr auto kWhole = std::to_array<std::string_view>({
    // clang-format off: one a line, so that new ones do not meet
    "DELETE FROM gate_slice WHERE tenant_id = :tenant",
    "DELETE FROM renewal WHERE tenant_id = :tenant",
    "DELETE FROM calendar_feed WHERE tenant_id = :tenant",
    "DELETE FROM roster_day WHERE tenant_id = :tenant",
    "DELETE FROM absence WHERE tenant_id = :tenant",
    "DELETE FROM availability WHERE tenant_id = :tenant",
    "DELETE FROM agent_hours WHERE tenant_id = :tenant",
    "DELETE FROM shift WHERE tenant_id = :tenant",
    "DELETE FROM gate_move WHERE tenant_id = :tenant",
    "DELETE FROM gate_field WHERE tenant_id = :tenant",
    "DELETE FROM upload WHERE tenant_id = :tenant",
    "DELETE FROM leftover_blob WHERE tenant_id = :tenant",
    "DELETE FROM answer WHERE tenant_id = :tenant",
    "DELETE FROM escalation_chain WHERE tenant_id = :tenant",
    "DELETE FROM webhook_call WHERE tenant_id = :tenant",
    "DELETE FROM webhook WHERE tenant_id = :tenant",
    "DELETE FROM gathered_mail WHERE tenant_id = :tenant",
    "DELETE FROM macro WHERE tenant_id = :tenant",
    "DELETE FROM search_todo WHERE tenant_id = :tenant",
    "DELETE FROM saved_view WHERE tenant_id = :tenant",
    "DELETE FROM organization_word WHERE tenant_id = :tenant",
    "DELETE FROM signature WHERE tenant_id = :tenant",
    "DELETE FROM queue_count WHERE tenant_id = :tenant",
    "DELETE FROM open_count WHERE tenant_id = :tenant",
    "DELETE FROM bulk_job WHERE tenant_id = :tenant",
    "DELETE FROM tag_count WHERE tenant_id = :tenant",
    "DELETE FROM tag WHERE tenant_id = :tenant",
    "DELETE FROM entity_kind WHERE tenant_id = :tenant",
    "DELETE FROM field WHERE tenant_id = :tenant",
    "DELETE FROM organization_domain WHERE tenant_id = :tenant",
    "DELETE FROM organization WHERE tenant_id = :tenant",
    "DELETE FROM mailbox_cursor WHERE tenant_id = :tenant",
    "DELETE FROM mailbox WHERE tenant_id = :tenant",
    "DELETE FROM policy WHERE tenant_id = :tenant",
    "DELETE FROM calendar WHERE tenant_id = :tenant",
    "DELETE FROM category WHERE tenant_id = :tenant",
    "DELETE FROM queue WHERE tenant_id = :tenant",
    "DELETE FROM agent WHERE tenant_id = :tenant",
    "DELETE FROM token WHERE tenant_id = :tenant",
    "DELETE FROM session WHERE tenant_id = :tenant",
    "DELETE FROM keyed_call WHERE tenant_id = :tenant",
    "DELETE FROM one_time WHERE tenant_id = :tenant",
    "DELETE FROM totp WHERE tenant_id = :tenant",
    "DELETE FROM recovery_code WHERE tenant_id = :tenant",
    "DELETE FROM passkey WHERE tenant_id = :tenant",
    "DELETE FROM submission WHERE tenant_id = :tenant",
    "DELETE FROM letter WHERE tenant_id = :tenant",
    "DELETE FROM customer_link WHERE tenant_id = :tenant",
    "DELETE FROM model WHERE tenant_id = :tenant",
    "DELETE FROM model_trial WHERE tenant_id = :tenant",
    "DELETE FROM replay WHERE tenant_id = :tenant",
    "DELETE FROM simulation WHERE tenant_id = :tenant",
    "DELETE FROM solver WHERE tenant_id = :tenant",
    "DELETE FROM usual_time WHERE tenant_id = :tenant",
    "DELETE FROM routing_rules WHERE tenant_id = :tenant",
    "DELETE FROM blocked_pair WHERE tenant_id = :tenant",
    "DELETE FROM rebalance WHERE tenant_id = :tenant",
    "DELETE FROM staffing_gap WHERE tenant_id = :tenant",
    "DELETE FROM work_day WHERE tenant_id = :tenant",
    "DELETE FROM sender_count WHERE tenant_id = :tenant",
    "DELETE FROM stream_head WHERE tenant_id = :tenant",
    "DELETE FROM audit_anchor WHERE tenant_id = :tenant",
    "DELETE FROM audit_head WHERE tenant_id = :tenant",
    "DELETE FROM note WHERE tenant_id = :tenant",
    "DELETE FROM counter WHERE tenant_id = :tenant",
    "DELETE FROM tenant WHERE id = :tenant",
    // clang-format on
});

Result<void> check_demo(Store& store, domain::TenantScope const& scope) {
    TRY(auto const tenant, store.read(scope, [](ReadTxn& txn) { return get_tenant(txn); }));
    if (tenant.is_demo) return {};
    return forbidden("tenant.not_demo", "Only the demo desk can be removed; this one is real.");
}

// The full-text entries, by ranges of ticket numbers.
Result<void> remove_words(Store& store, domain::TenantScope const& scope) {
    TRY(auto const newest, store.read(scope, [](ReadTxn& txn) {
        return list_ticket_ids_below(txn, domain::TicketId(std::numeric_limits<std::int64_t>::max()), 1);
    }));
    if (newest.empty()) return {};
    for (std::int64_t first = 0; first <= newest[0].value; first += kPiece) {
        TRY([[maybe_unused]] auto const removed, store.write(scope, [&](WriteTxn& txn) {
            return txn.words().remove(domain::TicketId(first), domain::TicketId(first + kPiece - 1));
        }));
    }
    return {};
}

}  // namespace

Result<void> remove_demo_tenant(Store& store, domain::TenantId tenant) {
    auto const scope = domain::ScopeMint::for_tenant(tenant);
    CHECK_OK(check_demo(store, scope));
    CHECK_OK(remove_words(store, scope));
    for (auto const statement : kInPieces) {
        for (std::int64_t removed = 1; removed > 0;) {
            TRY(removed, store.write(scope, [&](WriteTxn& txn) { return txn.run(statement, {kPiece}); }));
        }
    }
    return store.write(scope, [](WriteTxn& txn) -> Result<void> {
        for (auto const statement : kWhole) {
            if (auto const done = txn.run(statement, {}); !done) return done.error();
        }
        return {};
    });
}

}  // namespace lotse::store
