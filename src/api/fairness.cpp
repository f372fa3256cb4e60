// SPDX-License-Identifier: Apache-2.0
// Whether work is spread fairly over people, for a lead.
#include "desk/fairness.h"

#include "api/groups.h"
#include "api/show.h"

namespace lotse::api {
namespace {

using access::Permission;

std::vector<Property> team_properties() {
    return {need("people", integer(0, INT64_MAX).say("Of whom something is known.")),
            need("load", number().or_null().say("Units in use over the capacity while at work; the mean of people.")),
            need("gini", number().or_null().say("Of these loads: 0 all alike, near 1 one has everything. null below "
                                                "two people.")),
            need("least_hard", share().or_null().say("The lowest share of hard tickets, and the highest, of people "
                                                     "who got ten or more.")),
            need("most_hard", share().or_null())};
}

Schema team_schema() {
    auto properties = team_properties();
    properties.insert(properties.begin(), need("queue", reference("Named").or_null()));
    return object(std::move(properties));
}

Schema person_schema() {
    return object({need("agent", reference("Named").or_null()), need("queues", list(id())),
                   need("load", number().or_null().say("null: never seen at work.")),
                   need("got", integer(0, INT64_MAX).say("Tickets, by all roads.")),
                   need("taken", share().say("Of these, took themselves.")),
                   need("chosen", share().say("Of these, given by a colleague; the rest routing gave.")),
                   need("hard", share().say("Of these, urgent or high as they came.")),
                   need("hard_count", integer(0, INT64_MAX)),
                   need("longest", integer(0, INT64_MAX).say("Hard ones in a row."))});
}

Schema fairness_schema() {
    return object({need("from", instant()), need("until", instant()), need("all", object(team_properties())),
                   need("teams", list(reference("FairnessOfTeam"))),
                   need("people", list(reference("FairnessOfPerson")).say("By name."))});
}

Json number_or_null(std::optional<double> value) { return value ? Json(*value) : Json(nullptr); }

JsonObject show(insight::TeamShare const& team) {
    return {{"people", team.people},
            {"load", number_or_null(team.load)},
            {"gini", number_or_null(team.gini)},
            {"least_hard", number_or_null(team.least_hard)},
            {"most_hard", number_or_null(team.most_hard)}};
}

JsonObject show(insight::WorkShare const& one, desk::Setup const& setup) {
    JsonArray queues;
    if (auto const* agent = setup.find_agent(one.agent))
        for (auto const queue : agent->queues) queues.emplace_back(queue.value);
    return {{"agent", show_agent_name(setup, one.agent)},
            {"queues", std::move(queues)},
            {"load", number_or_null(one.load)},
            {"got", one.got},
            {"taken", one.taken},
            {"chosen", one.chosen},
            {"hard", one.hard},
            {"hard_count", one.hard_count},
            {"longest", one.longest}};
}

Result<Reply> get_fairness(Call& call) {
    auto const days = static_cast<int>(int_at(call.query, "days", 28));
    TRY(auto const seen, desk::read_fairness(call.desk(), call.scope(), days));
    JsonArray teams;
    for (auto const& team : seen.teams) {
        auto row = show(team.share);
        row["queue"] = show_queue_name(*seen.setup, team.queue);
        teams.push_back(std::move(row));
    }
    JsonArray people;
    for (auto const& one : seen.people) people.push_back(show(one, *seen.setup));
    Reply out;
    out.body = JsonObject{{"from", api::show(seen.from)},
                          {"until", api::show(seen.until)},
                          {"all", show(seen.all)},
                          {"teams", std::move(teams)},
                          {"people", std::move(people)}};
    return out;
}

}  // namespace

Group fairness_group() {
    Group out{"Fairness", "Whether work is spread fairly over people; nothing of how well or how fast.", {}, {}};
    out.schemas = {
        {"FairnessOfTeam", team_schema()}, {"FairnessOfPerson", person_schema()}, {"Fairness", fairness_schema()}};
    out.routes = {Route(Verb::get, "/api/v1/fairness", "get_fairness", Permission::setup_write, get_fairness)
                      .says("How is work spread over people?",
                            "For admins and leads. Counted as it happens: looking costs a row a person and day.")
                      .asks({may("days", integer(1, desk::kMostFairnessDays)
                                             .say("So many days of UTC, today's included; 28 if left out."))})
                      .answers(200, "Fairness")};
    return out;
}

}  // namespace lotse::api
