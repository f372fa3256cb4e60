// SPDX-License-Identifier: Apache-2.0
// What if: the desk's days to come with other people, other work, other targets.
#include "api/fields.h"
#include "api/groups.h"
#include "api/page.h"
#include "base/must.h"
#include "desk/simulation_jobs.h"

namespace lotse::api {
namespace {

using access::Permission;

Schema count() { return integer(0, INT64_MAX); }
Schema words() { return list(line(80, 1), 50); }

Schema hours_schema() {
    return object({need("from", integer(0, 1440)), need("to", integer(0, 1440))})
        .or_null()
        .say("Minutes of the day on the desk's clock; on the same days as before.");
}

Schema what_schema() {
    return object(
        {may("add", list(object({need("like", id().say("Whose queues, skills, languages and hours they have.")),
                                 may("count", integer(1, 100)), may("skills", words()), may("languages", words()),
                                 may("hours", hours_schema())}),
                         50)),
         may("remove", list(id(), 50)),
         may("change", list(object({need("agent", id()), may("skills", words().say("Learned, at level 3.")),
                                    may("languages", words()), may("hours", hours_schema())}),
                            50)),
         may("volume", list(object({may("queue", integer(0, INT64_MAX).say("0: of all.")),
                                    may("category", integer(0, INT64_MAX).say("0: of all.")),
                                    need("factor", number().say("0 to 10: so many times as many tickets."))}),
                            50)),
         may("targets", list(object({need("priority", choice<domain::Priority>()),
                                     may("first_reply_minutes", integer(1, 525'600).or_null()),
                                     may("solution_minutes", integer(1, 525'600).or_null())}),
                             50)
                            .say("In open time; what is not given stays.")),
         may("assignment", list(object({need("queue", id()), need("assignment", choice<domain::Assignment>())}), 50)),
         may("automation",
             number().say("0 to 0.95: of the tickets that need a person now, the share that would need none."))});
}

Schema question_schema() {
    return object({may("weeks", integer(5, 52).say("Of history. Without it: 12. The last four are the test.")),
                   may("days", integer(7, 90).say("To come. Without it: 30.")),
                   may("runs", integer(20, 1000).say("Without it: 200.")),
                   may("seed", integer(INT64_MIN, INT64_MAX).say("The same question and seed give the same answer.")),
                   may("what", reference("WhatIf").say("Nothing in it: the days as they would be."))})
        .such_as(JsonObject{{"what", JsonObject{{"volume", JsonArray{JsonObject{{"factor", 1.2}}}}}}});
}

Schema spread_schema() {
    return object(
        {need("mean", number().or_null()), need("low", number().or_null()), need("high", number().or_null())});
}

Schema figure_schema() {
    return one_of(desk::simulated_figures())
        .say(
            "Waits in hours of open time; backlog, usual_backlog and solved in tickets; hours of people at work; the "
            "others are shares, gini that of occupancy over people.");
}

Schema answer_schema() {
    auto const headline =
        object({need("figure", figure_schema()), need("actual", number()), need("simulated", number()),
                need("low", number().say("9 of 10 runs lie between low and high.")), need("high", number()),
                need("error", number().say("Relative to the actual figure.")),
                need("error_low", number().say("Nine times in ten it lies between, for what so few tickets scatter.")),
                need("error_high", number()),
                need("tolerance",
                     number().say("15 %, or 2 points of a share, 2 tickets, 6 minutes, or what chance explains.")),
                need("is_near", boolean().say("Off by no more than the tolerance.")), need("is_in_band", boolean())});
    auto const figure = object({need("figure", figure_schema()), need("before", reference("Spread")),
                                need("after", reference("Spread")),
                                need("difference", reference("Spread").say("Run by run; 95 % intervals."))});
    return object(
        {need("basis", object({need("from", instant()), need("until", instant()), need("tickets", count()),
                               need("is_cut", boolean()),
                               need("has_booked_time",
                                    boolean().say("false: hands-on times are guessed from what people did when.")),
                               need("people", count()), need("on_roster", count()), need("idle", count()),
                               need("by_machine", number().say("Share of tickets that needed nobody.")),
                               need("reopened", number()),
                               need("touch_minutes", number().say("Median visit of a person, fitted before the test.")),
                               need("touch_scale", number()), need("reaction_minutes", number())})),
         need("test",
              object(
                  {need("verdict", one_of({"believable", "too_little_history", "too_uncertain", "nobody_works", "off"})
                                       .say("Only what is believable is asked what if.")),
                   need("from", instant()), need("until", instant()), need("tickets", count()), need("runs", count()),
                   need("level", object({need("error", number()), need("low", number()), need("high", number()),
                                         need("is_near", boolean())})
                                     .or_null()
                                     .say("Of the waits and the backlog together: 0.1 is a tenth slower.")),
                   need("headlines", list(headline))})),
         need("what_if", object({need("from", instant()), need("until", instant()), need("runs", count()),
                                 need("tickets", number()), need("figures", list(figure))})
                             .or_null()
                             .say("null: the test says why."))});
}

Schema simulation_schema() {
    return object({need("id", id()), need("state", choice<domain::SimulationState>()),
                   need("progress", integer(0, 100).say("Percent.")), need("created_at", instant()),
                   need("finished_at", instant().or_null()), need("asked_by", id().or_null()),
                   need("question", anything().say("As it was asked, with what was not given filled in.")),
                   need("answer", reference("SimulationAnswer").or_null()),
                   need("failure", object({need("code", text(0)), need("message", text(0))}).or_null())});
}

JsonObject shown(domain::Simulation const& one) {
    JsonObject out{{"id", one.id.value},
                   {"state", domain::name_of(one.state)},
                   {"progress", one.progress},
                   {"created_at", to_rfc3339(one.created_at)},
                   {"finished_at", one.finished_at ? Json(to_rfc3339(*one.finished_at)) : Json(nullptr)},
                   {"asked_by", one.asked_by ? Json(one.asked_by.value) : Json(nullptr)},
                   {"question", domain::to_json(one.question)},
                   {"answer", nullptr},
                   {"failure", nullptr}};
    if (one.answer.empty()) return out;
    auto stored = parse_json(one.answer);
    must(stored.has_value() && stored->is_object(), "an answer that this program wrote");
    out[one.state == domain::SimulationState::done ? "answer" : "failure"] = *std::move(stored);
    return out;
}

Reply shown_reply(domain::Simulation const& one) {
    Reply out;
    out.body = shown(one);
    return out;
}

Result<Reply> ask(Call& call) {
    TRY(auto const question, domain::simulation_question_from(call.body));
    TRY(auto const made, desk::ask_simulation(call.desk(), call.principal(), question, call.key()));
    auto out = shown_reply(made.value);
    out.is_repeated = made.is_known;
    return out;
}

Result<Reply> get(Call& call) {
    TRY(auto const one, desk::get_simulation(call.desk(), call.scope(), call.id<domain::SimulationId>("simulation")));
    return shown_reply(one);
}

Result<Reply> stop(Call& call) {
    TRY(auto const one, desk::stop_simulation(call.desk(), call.scope(), call.id<domain::SimulationId>("simulation")));
    return shown_reply(one);
}

Result<Reply> list_all(Call& call) {
    TRY(auto const all, desk::list_simulations(call.desk(), call.scope()));
    JsonArray items;
    for (auto const& one : all) items.push_back(shown(one));
    return whole_list(std::move(items));
}

}  // namespace

Group simulations_group() {
    Group out{"Simulations", "What if there were more people, or more work?", {}, {}};
    out.schemas = {{"WhatIf", what_schema()},           {"NewSimulation", question_schema()},
                   {"Spread", spread_schema()},         {"SimulationAnswer", answer_schema()},
                   {"Simulation", simulation_schema()}, {"SimulationPage", page_of("Simulation")}};
    out.routes = {
        Route(Verb::post, "/api/v1/simulations", "create_simulation", Permission::setup_write, ask)
            .says("Ask what would be",
                  "The days to come are lived through many times, as the desk is and as you ask, on the same days and "
                  "tickets. First the last four weeks are held against what happened; while a headline figure is off, "
                  "what_if is null. Worked off behind the desk: ask the simulation how far it is.")
            .takes("NewSimulation")
            .answers(202, "Simulation")
            .once(),
        Route(Verb::get, "/api/v1/simulations", "list_simulations", Permission::setup_read, list_all)
            .says("List what was asked", "The newest 50, without their answers.")
            .answers(200, "SimulationPage"),
        Route(Verb::get, "/api/v1/simulations/{simulation}", "get_simulation", Permission::setup_read, get)
            .says("How far is a simulation, and what came out?")
            .answers(200, "Simulation"),
        Route(Verb::put, "/api/v1/simulations/{simulation}/stop", "stop_simulation", Permission::setup_write, stop)
            .says("Stop a simulation", "One that is done stays as it is.")
            .answers(200, "Simulation"),
    };
    return out;
}

}  // namespace lotse::api
