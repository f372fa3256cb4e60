// SPDX-License-Identifier: Apache-2.0
// What if: the last days under another threshold, model or wish.
#include "desk/replay_jobs.h"

#include <algorithm>
#include <optional>

#include "api/fields.h"
#include "api/groups.h"
#include "base/must.h"
#include "domain/replay.h"

namespace lotse::api {
namespace {

using access::Permission;

Schema count() { return integer(0, INT64_MAX); }

Schema point_schema() {
    return object({need("threshold", share()), need("acts", count().say("Tickets at or above it.")),
                   need("judged", count().say("Of them, decided by people who had not seen the choice.")),
                   need("right", count().say("Of those.")),
                   need("low", share().say("95 % interval (Wilson) of right.")), need("high", share()),
                   need("coverage", share().say("acts among all tickets."))});
}

Schema run_schema() {
    return object({need("precision", share()), need("delta", share()),
                   need("automatic", count().say("Values that act alone at the end.")), need("acts", count()),
                   need("judged", count()), need("right", count()), need("right_low", share()),
                   need("right_high", share())});
}

Schema slice_schema() {
    return object({need("stage", one_of({"shadow", "suggest", "automatic"})), need("acts", count()),
                   need("judged", count()), need("right", count()), need("blind", count())});
}

Schema answer_schema() {
    return object(
        {need("basis",
              one_of({"ledger", "stored", "held_out"})
                  .say("ledger: what models said at the time, before people decided. stored: a stored model on "
                       "tickets that are newer than it. held_out: a model of the tickets before these days.")),
         need("models", list(object({need("version", text(0)), need("tickets", count())}))), need("from", instant()),
         need("until", instant()), need("tickets", count()), need("judged", count()),
         need("is_blind", boolean().say("false: some who decided may have had a suggestion in sight, so the figures "
                                        "flatter.")),
         need("excluded", count().say("Tickets left out because the model had learned them.")),
         need("is_cut", boolean().say("There were more tickets than are looked at; the newest count.")),
         need("curve", list(reference("ReplayPoint"))),
         need("wrong", list(object({need("ticket", id()), need("said", text(0)), need("decided", text(0)),
                                    need("score", share()),
                                    need("is_blind", boolean().say("false: it was acted on, and changed."))}))
                           .say("The surest 100 of those that were wrong.")),
         need("confusions", list(object({need("decided", text(0)), need("said", text(0)),
                                         need("rows", list(count()).say("At each point of the curve."))}))
                                .say("The most frequent 20 pairs.")),
         need("now", reference("ReplayRun")), need("then", reference("ReplayRun")),
         need("values",
              list(object({need("value", text(0)), need("now", slice_schema()), need("then", slice_schema())}))
                  .say("The gate from nothing over these days, value by value."))});
}

Schema replay_schema() {
    return object({need("id", id()), need("state", choice<domain::ReplayState>()),
                   need("progress", integer(0, 100).say("Percent.")), need("created_at", instant()),
                   need("finished_at", instant().or_null()),
                   need("at", reference("ReplayPoint")
                                  .or_null()
                                  .say("The point that was asked for: threshold, else the "
                                       "lowest that reaches target in hindsight.")),
                   need("answer", reference("ReplayAnswer").or_null()),
                   need("failure", object({need("code", text(0)), need("message", text(0))}).or_null())});
}

std::optional<double> number_in(Call const& call, std::string_view name) {
    std::optional<double> out;
    Fields(call.query).take(name, out);
    return out;
}

domain::ReplayQuestion question_in(Call const& call) {
    domain::ReplayQuestion out;
    Fields const query(call.query);
    query.take("days", out.days);
    query.take("field", out.field);
    query.take("model", out.model);
    query.take("target", out.precision);
    query.take("delta", out.delta);
    return out;
}

// The first point at the threshold; without one, the lowest of which hindsight says that it reached the target.
Json point_asked_for(Call const& call, JsonObject const& answer, double target) {
    auto const threshold = number_in(call, "threshold");
    for (auto const& entry : array_at(answer, "curve")) {
        auto const& point = entry.get_object();
        auto const judged = number_at(point, "judged");
        bool const reaches = threshold ? number_at(point, "threshold") + 1e-9 >= *threshold
                                       : judged > 0 && number_at(point, "right") >= target * judged;
        if (reaches) return entry;
    }
    return nullptr;
}

Result<Reply> replay_triage(Call& call) {
    auto const question = question_in(call);
    TRY(auto const job, desk::ask_replay(call.desk(), call.scope(), question));
    JsonObject body{{"id", job.id.value},
                    {"state", domain::name_of(job.state)},
                    {"progress", job.progress},
                    {"created_at", to_rfc3339(job.created_at)},
                    {"finished_at", job.finished_at ? Json(to_rfc3339(*job.finished_at)) : Json(nullptr)},
                    {"at", nullptr},
                    {"answer", nullptr},
                    {"failure", nullptr}};
    Reply out;
    out.status = job.state == domain::ReplayState::waiting ? 202 : 200;
    if (job.state != domain::ReplayState::waiting) {
        TRY(auto stored, parse_json(job.answer));
        must(stored.is_object(), "an answer that this program wrote");
        bool const is_done = job.state == domain::ReplayState::done;
        if (is_done) body["at"] = point_asked_for(call, stored.get_object(), question.precision);
        body[is_done ? "answer" : "failure"] = std::move(stored);
    } else {
        out.headers.emplace_back("Retry-After", "1");
    }
    out.body = std::move(body);
    return out;
}

}  // namespace

Group replay_group() {
    Group out{"Gate", {}, {}, {}};
    out.schemas = {{"ReplayPoint", point_schema()},
                   {"ReplayRun", run_schema()},
                   {"ReplayAnswer", answer_schema()},
                   {"Replay", replay_schema()}};
    out.routes = {
        Route(Verb::get, "/api/v1/triage/replay", "replay_triage", Permission::setup_read, replay_triage)
            .says("Ask what triage would have done",
                  "Over the last days, for every threshold at once; and what the gate would have granted, as it is "
                  "wished now and as you ask. No model is judged on tickets that it had learned. 202 while it is being "
                  "worked out: ask the same again. An answer holds for ten minutes.")
            .asks({may("days", integer(1, 730).say("Without it: 90.")),
                   may("field", one_of({"category", "type", "impact", "urgency"}).say("Without it: category.")),
                   may("model", line(100).say("A version; without it: whatever served at the time.")),
                   may("threshold", share().say("The point of the curve to show.")),
                   may("target", number().say("Precision, 0.5 to 0.999, wished of the gate; without it: 0.95.")),
                   may("delta", number().say("Chance of granting wrongly, 0.001 to 0.2; without it: 0.05."))})
            .answers(200, "Replay")
            .or_answers(202, "Replay"),
    };
    return out;
}

}  // namespace lotse::api
