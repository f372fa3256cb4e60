// SPDX-License-Identifier: Apache-2.0
// The models that were fitted for this desk: what was measured, why one serves, and going back to an older one.
#include "api/fields.h"
#include "api/groups.h"
#include "api/page.h"
#include "api/show.h"
#include "desk/model_history.h"

namespace lotse::api {
namespace {

using access::Permission;

Schema measured() { return number().or_null(); }

Schema score_schema() {
    return object({need("field", one_of({"category", "type"})), need("held_out", integer(0, INT64_MAX)),
                   need("accuracy", measured()), need("macro_f1", measured()),
                   need("ece", measured().say("Expected calibration error, 15 bins.")),
                   need("before", measured().say("Accuracy of the model that served then, on the same tickets."))});
}

Schema model_schema() {
    auto const meaning = object(
        {need("share", number().say("0..1: the part of the meaning in what is said; 0: words alone do as well.")),
         need("held_out", integer(0, INT64_MAX)), need("accuracy", number()), need("accuracy_by_words", number()),
         need("log_loss", number()), need("log_loss_by_words", number())});
    return object(
        {need("id", id()), need("version", text(0)), need("at", instant()),
         need("examples", integer(0, INT64_MAX).or_null().say("It was fitted on; null: not known.")),
         need("won", boolean().say("Over the model that served then; it served from then on.")),
         need("is_serving", boolean()), need("is_kept", boolean().say("May serve again.")),
         need(
             "held_out",
             integer(0, INT64_MAX).or_null().say("Labels of recent tickets that neither model had seen; they judged.")),
         need("accuracy", measured()), need("before", measured().say("Of the model that served then.")),
         need("log_loss", measured().say("Less is better; the new one must be better here and not worse above.")),
         need("log_loss_before", measured()), need("scores", list(reference("ModelScore"))),
         need("meaning",
              meaning.or_null().say("What the vectors of a language model brought to the category, on tickets "
                                    "that it had not learned; null: there were none."))});
}

Json measured_at(JsonObject const& report, std::string_view name) {
    auto const* value = report.if_contains(name);
    return value != nullptr && value->is_number() ? *value : Json(nullptr);
}

JsonArray scores_in(JsonObject const& report) {
    JsonArray out;
    auto const& fields = object_at(report, "fields");
    for (std::string_view const field : {"category", "type"}) {
        if (!fields.contains(field)) continue;
        auto const& one = object_at(fields, field);
        out.push_back(JsonObject{{"field", field},
                                 {"held_out", int_at(one, "held_out")},
                                 {"accuracy", measured_at(one, "accuracy")},
                                 {"macro_f1", measured_at(one, "macro_f1")},
                                 {"ece", measured_at(one, "ece")},
                                 {"before", measured_at(one, "before")}});
    }
    return out;
}

Json meaning_in(JsonObject const& report) {
    auto const* one = report.if_contains("meaning");
    return one != nullptr && one->is_object() ? *one : Json(nullptr);
}

JsonObject shown(desk::ModelView const& one) {
    auto const parsed = parse_json(one.trial.report);
    auto const report = parsed && parsed->is_object() ? parsed->get_object() : JsonObject();
    return {{"id", one.trial.id.value},
            {"version", one.trial.version},
            {"at", show(one.trial.at)},
            {"examples", one.trial.examples > 0 ? Json(one.trial.examples) : measured_at(report, "examples")},
            {"won", one.trial.won},
            {"is_serving", one.is_serving},
            {"is_kept", one.is_kept},
            {"held_out", measured_at(report, "held_out")},
            {"accuracy", measured_at(report, "candidate_accuracy")},
            {"before", measured_at(report, "serving_accuracy")},
            {"log_loss", measured_at(report, "candidate_log_loss")},
            {"log_loss_before", measured_at(report, "serving_log_loss")},
            {"scores", scores_in(report)},
            {"meaning", meaning_in(report)}};
}

Result<Reply> list_models(Call& call) {
    TRY(auto const history, desk::model_history(call.desk(), call.scope()));
    JsonArray items;
    for (auto const& one : history.items) items.emplace_back(shown(one));
    Json pin = nullptr;
    if (history.pin) {
        pin = JsonObject{{"version", history.pin->version},
                         {"at", show(history.pin->at)},
                         {"by", history.pinned_by.empty() ? Json(nullptr) : Json(history.pinned_by)}};
    }
    Reply out;
    out.body = JsonObject{{"serving", history.serving},
                          {"corrections", history.corrections},
                          {"language_model", JsonObject{{"state", name_of(history.language_model.state)},
                                                        {"version", text_or_null(history.language_model.version)},
                                                        {"says", text_or_null(history.language_model.says)},
                                                        {"unread", history.unread}}},
                          {"pin", std::move(pin)},
                          {"items", std::move(items)}};
    return out;
}

Result<Reply> serve_model(Call& call) {
    TRY(auto const view,
        desk::serve_model(call.desk(), call.principal(), call.id<domain::ModelTrialId>("model_trial")));
    Reply out;
    out.body = shown(view);
    return out;
}

Result<Reply> unpin_model(Call& call) {
    CHECK_OK(desk::unpin_model(call.desk(), call.principal()));
    return Reply{};
}

Schema pin_schema() {
    return object({need("version", text(0)), need("at", instant().say("When a person went back to it.")),
                   need("by", text(0).or_null().say("Who; null: a program."))})
        .or_null()
        .say(
            "The model that serves was chosen by a person: the nightly fit replaces it only where it is clearly better "
            "on at "
            "least 50 tickets that were decided since.");
}

}  // namespace

Group models_group() {
    Group out{"Models", "The models that were fitted on this desk's own tickets.", {}, {}};
    auto const language_model =
        object({need("state", one_of({"absent", "damaged", "on"})), need("version", text(0).or_null()),
                need("says", text(0).or_null().say("What is wrong with it, and what to do.")),
                need("unread", integer(0, INT64_MAX).say("About so many tickets it has not read yet."))});
    out.schemas = {{"ModelScore", score_schema()},
                   {"Model", model_schema()},
                   {"ModelHistory", object({need("serving", text(0).say("Version; \"keywords\" without any.")),
                                            need("corrections", integer(0, INT64_MAX).say("Learned one by one since.")),
                                            need("language_model", language_model.say("Reads the meaning of "
                                                                                      "messages; optional.")),
                                            need("pin", pin_schema()), need("items", list(reference("Model")))})}};
    out.routes = {
        Route(Verb::get, "/api/v1/models", "list_models", Permission::setup_read, list_models)
            .says("List the models that were fitted", "Newest first, at most 200; those that lost, too.")
            .answers(200, "ModelHistory"),
        Route(Verb::post, "/api/v1/models/{model_trial}/serve", "serve_model", Permission::setup_write, serve_model)
            .says(
                "Let an older model serve again",
                "The rights of the model that serves now fall: each value has to prove itself anew with this one. The "
                "nightly fit replaces an older model that a person chose only where it is clearly better on tickets "
                "that "
                "were decided since.")
            .answers(200, "Model"),
        Route(Verb::remove, "/api/v1/models/pin", "unpin_model", Permission::setup_write, unpin_model)
            .says("Let the nightly fit replace the model that serves",
                  "As if nobody had gone back to it: it is enough to be better.")
            .answers_nothing(),
    };
    return out;
}

}  // namespace lotse::api
