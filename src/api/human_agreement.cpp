// SPDX-License-Identifier: Apache-2.0
// How often people agree, and what blind decisions cost: what stands beside every accuracy of triage.
#include "desk/human_agreement.h"

#include "api/groups.h"
#include "api/page.h"
#include "api/show.h"

namespace lotse::api {
namespace {

using access::Permission;

Schema count() { return integer(0, INT64_MAX); }

Schema agreement_schema() {
    return object({need("field", text(0).or_null().say("null: over all.")), need("pairs", count()),
                   need("agreeing", count()), need("low", share().say("95 % interval (Wilson).")),
                   need("high", share()), need("beyond_chance", number().say("Scott's pi: 1 full, 0 as by chance."))});
}

Schema person_schema() {
    return object({need("agent", id()), need("name", text(0)), need("pairs", count()), need("agreeing", count()),
                   need("low", share()), need("high", share()),
                   need("is_contradicted",
                        boolean().say("Agrees with the others less than they among themselves, beyond chance: these "
                                      "blind decisions are no evidence.")),
                   need("blind", count()), need("as_triage", count()),
                   need("is_in_doubt", boolean().say("Differs from triage more than the others do: looked at a second "
                                                     "time more often, and counted all the same."))});
}

Schema price_schema() {
    return object({need("tickets", count().say("That came in the last seven days.")),
                   need("decisions", number().say("Blind ones that a week like that takes.")),
                   need("decided", count().say("Blind ones in the last seven days.")),
                   need("median_seconds", number().or_null().say("Of one decision on the page for labels.")),
                   need("minutes", number().or_null().say("A week."))});
}

JsonObject shown(std::string const& field, gate::Agreement const& one) {
    return {{"field", text_or_null(field)}, {"pairs", one.pairs},        {"agreeing", one.agreeing},
            {"low", one.interval.low},      {"high", one.interval.high}, {"beyond_chance", one.beyond_chance}};
}

JsonObject shown(desk::PersonView const& one) {
    return {{"agent", one.agent.value},
            {"name", one.name},
            {"pairs", one.judged.pairs},
            {"agreeing", one.judged.agreeing},
            {"low", one.judged.interval.low},
            {"high", one.judged.interval.high},
            {"is_contradicted", one.judged.is_contradicted},
            {"blind", one.judged.blind},
            {"as_triage", one.judged.as_machine},
            {"is_in_doubt", one.judged.is_in_doubt}};
}

Json number_or_null(std::optional<double> value) { return value ? Json(*value) : Json(nullptr); }

JsonObject shown(desk::BlindPrice const& price) {
    return {{"tickets", price.tickets},
            {"decisions", price.decisions},
            {"decided", price.decided},
            {"median_seconds", number_or_null(price.median_seconds)},
            {"minutes", number_or_null(price.minutes())}};
}

Result<Reply> get_agreement(Call& call) {
    TRY(auto const known, desk::human_agreement(call.desk(), call.scope()));
    JsonArray fields;
    for (auto const& [field, one] : known.fields) fields.emplace_back(shown(field, one));
    JsonArray people;
    for (auto const& one : known.people) people.emplace_back(shown(one));
    Reply out;
    out.body = JsonObject{{"fields", std::move(fields)}, {"people", std::move(people)}, {"price", shown(known.price)}};
    return out;
}

}  // namespace

Group human_agreement_group() {
    Group out{"Agreement", "How often people agree: the ceiling of every accuracy.", {}, {}};
    out.schemas = {{"Agreement", agreement_schema()},
                   {"AgreementPerson", person_schema()},
                   {"BlindPrice", price_schema()},
                   {"HumanAgreement", object({need("fields", list(reference("Agreement"))),
                                              need("people", list(reference("AgreementPerson"))),
                                              need("price", reference("BlindPrice"))})}};
    out.routes = {
        Route(Verb::get, "/api/v1/gate/agreement", "get_agreement", Permission::setup_read, get_agreement)
            .says(
                "See how often people agree",
                "From tickets that two people decided blind: three in a hundred are offered to a second person who is "
                "not told, thirty in a hundred of those of a person who stands out. Second looks of the last 90 days, "
                "blind decisions of the last 28.")
            .answers(200, "HumanAgreement"),
    };
    return out;
}

}  // namespace lotse::api
