// SPDX-License-Identifier: Apache-2.0
#include "api/routes.h"

#include "api/groups.h"
#include "api/problem.h"
#include "base/must.h"

namespace lotse::api {

std::vector<Group> const& all_groups() {
    static std::vector<Group> const groups{
        // clang-format off: one a line, so that new ones do not meet
        tickets_group(),
        ticket_group(),
        relations_group(),
        bulk_group(),
        audit_group(),
        views_group(),
        search_group(),
        articles_group(),
        replies_group(),
        uploads_group(),
        drafts_group(),
        teamwork_group(),
        wording_group(),
        macros_group(),
        customers_group(),
        organizations_group(),
        agents_group(),
        pool_group(),
        roster_group(),
        routing_rules_group(),
        rebalances_group(),
        queues_group(),
        categories_group(),
        tags_group(),
        custom_fields_group(),
        entities_group(),
        calendars_group(),
        calendar_feeds_group(),
        policies_group(),
        escalation_chains_group(),
        escalations_group(),
        webhooks_group(),
        breach_reasons_group(),
        watch_group(),
        fairness_group(),
        clocks_group(),
        mailboxes_group(),
        submission_group(),
        undelivered_group(),
        settings_group(),
        portal_group(),
        triage_group(),
        gate_group(),
        labels_group(),
        label_undo_group(),
        models_group(),
        human_agreement_group(),
        replay_group(),
        simulations_group(),
        promises_group(),
        events_group(),
        live_group(),
        tokens_group(),
        sign_in_group(),
        session_group(),
        factors_group(),
        passwords_group(),
        first_setup_group(),
        health_group(),
        reference_group(),
        // clang-format on
    };
    return groups;
}

Schemas const& all_schemas() {
    static Schemas const schemas = [] {
        Schemas out;
        out["Problem"] = problem_schema();
        for (auto const& group : all_groups())
            for (auto const& [name, schema] : group.schemas)
                must(out.emplace(name, schema).second, "one schema of a name");
        return out;
    }();
    return schemas;
}

}  // namespace lotse::api
