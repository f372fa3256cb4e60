// SPDX-License-Identifier: Apache-2.0
// The tables of operations, one per file of this folder, in the order of the document.
#pragma once

#include <vector>

#include "api/route.h"

namespace lotse::api {

Group tickets_group();
Group ticket_group();
Group relations_group();
Group bulk_group();
Group audit_group();
Group views_group();
Group search_group();
Group articles_group();
Group replies_group();
Group uploads_group();
Group drafts_group();
Group teamwork_group();
Group wording_group();
Group macros_group();
Group customers_group();
Group organizations_group();
Group agents_group();
Group pool_group();
Group roster_group();
Group routing_rules_group();
Group rebalances_group();
Group queues_group();
Group tags_group();
Group custom_fields_group();
Group entities_group();
Group categories_group();
Group calendars_group();
Group calendar_feeds_group();
Group policies_group();
Group escalation_chains_group();
Group escalations_group();
Group webhooks_group();
Group breach_reasons_group();
Group watch_group();
Group fairness_group();
Group clocks_group();
Group mailboxes_group();
Group submission_group();
Group undelivered_group();
Group settings_group();
Group portal_group();
Group tokens_group();
Group session_group();
Group sign_in_group();
Group factors_group();
Group passwords_group();
Group first_setup_group();
Group triage_group();
Group gate_group();
Group labels_group();
Group label_undo_group();
Group models_group();
Group human_agreement_group();
Group replay_group();
Group simulations_group();
Group promises_group();
Group events_group();
Group live_group();
Group health_group();
Group reference_group();

}  // namespace lotse::api
