// SPDX-License-Identifier: Apache-2.0
#include "desk/learn.h"

#include <algorithm>

#include "base/log.h"
#include "desk/example_of.h"
#include "desk/model_pin.h"
#include "desk/plan_gate.h"
#include "desk/stored_meaning.h"
#include "desk/training_set.h"
#include "store/models.h"
#include "triage/model_score.h"

namespace lotse::desk {
namespace {

constexpr std::size_t kMinimum = 50;
constexpr std::ptrdiff_t kUnseenMinimum = 20;  // fewer new tickets than this judge nobody
constexpr std::ptrdiff_t kSincePinMinimum = 50;  // that must have been decided since a person chose the serving model

// What a person chose for this ticket; nothing if no customer wrote in it, or if the others contradict that person.
Result<std::optional<triage::TrainingExample>> correction(Desk& desk, store::ReadTxn& txn, domain::Ticket const& ticket,
                                                          domain::AgentId by) {
    TRY(auto setup, desk.setups.get(txn));
    TRY(auto stored, store::find_example(txn, ticket.id));
    if (!stored) return std::optional<triage::TrainingExample>();
    if (by) {
        TRY(auto const reliability, Reliability::read(txn, desk.clock.now()));
        if (!reliability.counts(by)) return std::optional<triage::TrainingExample>();
    }
    if (auto const* category = setup->find_category(ticket.category)) stored->category = category->key;
    if (ticket.has_type) stored->type = domain::name_of(ticket.type);
    auto out = example_of(*stored, *setup);
    TRY(out.input.meaning, stored_meaning(txn, ticket.id, desk.meanings.status().version));
    return std::optional(std::move(out));
}

// What a refit works on. The model it must beat is the one that was last fitted and stored, not the one in memory: that one
// has been taught the newest tickets by people's corrections, and would be judged on what it was told.
struct History {
    TrainingSet set;
    std::ptrdiff_t seen = 0;  // so many of its rows are older than the serving model
    triage::TriageModel serving;
    std::optional<ModelPin> pin;
    std::ptrdiff_t before_pin = 0;

    std::ptrdiff_t size() const { return static_cast<std::ptrdiff_t>(set.rows.size()); }
    std::ptrdiff_t unseen() const { return size() - seen; }
    // The later half of what the serving model has not seen judges both; without a model it is the newest fifth. Of a pinned
    // one, what was decided since: what was known when a person chose it over another does not overrule that person.
    std::ptrdiff_t cut() const {
        if (pin) return std::max(seen, before_pin);
        return seen == 0 ? size() - size() / 5 : seen + unseen() / 2;
    }
    bool can_judge() const {
        return size() >= static_cast<std::ptrdiff_t>(kMinimum) && unseen() >= kUnseenMinimum &&
               (!pin || size() - cut() >= kSincePinMinimum);
    }
    std::span<triage::PreparedExample const> past() const {
        return std::span(set.rows).first(static_cast<std::size_t>(cut()));
    }
    std::span<triage::PreparedExample const> recent() const {
        return std::span(set.rows).subspan(static_cast<std::size_t>(cut()));
    }
};

Result<History> read_history(Desk& desk, domain::TenantScope const& scope, triage::Progress const& progress) {
    History out;
    std::optional<store::StoredModel> stored;
    CHECK_OK(desk.store.read(scope, [&](store::ReadTxn& txn) -> Result<void> {
        TRY(stored, store::serving_model(txn));
        TRY(out.pin, read_model_pin(txn));
        return {};
    }));
    TRY(out.set, read_training_set(desk, scope, {}, progress, desk.stopping));
    if (!stored) return out;
    // A damaged model is beaten by any other, and so is one whose language model is gone: it is half of what it was.
    auto model = triage::load_triage_model(stored->bytes);
    if (!model || !(model->encoder.empty() || model->encoder == desk.meanings.status().version)) {
        out.pin.reset();
        return out;
    }
    out.serving = *std::move(model);
    auto const until = [&](Instant end) {
        return std::ranges::count_if(out.set.at, [&](Instant at) { return at <= end; });
    };
    out.seen = until(stored->created_at);
    if (out.pin) out.before_pin = until(out.pin->at);
    return out;
}

JsonObject report_of(triage::Comparison const& verdict, TrainingSet const& set) {
    return JsonObject{{"examples", set.rows.size()},
                      {"examples_read", set.read},
                      {"held_out", verdict.examples},
                      {"candidate_accuracy", verdict.candidate_accuracy},
                      {"serving_accuracy", verdict.serving_accuracy},
                      {"candidate_log_loss", verdict.candidate_log_loss},
                      {"serving_log_loss", verdict.serving_log_loss}};
}

// By field: the candidate on the tickets that judge it, with the accuracy of the one that serves.
JsonObject scores_of(triage::TriageModel const& candidate, triage::TriageModel const& serving,
                     std::span<triage::PreparedExample const> recent) {
    auto const one = [&](triage::Classifier triage::TriageModel::* part, std::string triage::PreparedExample::* label) {
        auto const score = triage::score_model(candidate, part, recent, label);
        auto const before = triage::score_model(serving, part, recent, label);
        return JsonObject{{"held_out", score.rows},
                          {"accuracy", score.accuracy},
                          {"macro_f1", score.macro_f1},
                          {"ece", score.ece},
                          {"before", (serving.*part).is_empty() ? Json(nullptr) : Json(before.accuracy)}};
    };
    return {{"category", one(&triage::TriageModel::category, &triage::PreparedExample::category)},
            {"type", one(&triage::TriageModel::type, &triage::PreparedExample::type)}};
}

// What the vectors brought, on tickets that neither half had learned: the category by words alone, and mixed. Null: no ticket
// had one.
Json meaning_of(triage::FittedTriage const& fitted) {
    auto const& words = fitted.category_by_words;
    auto const& mixed = fitted.category_mixed;
    if (mixed.rows == 0) return nullptr;
    return JsonObject{{"share", fitted.model.category.meaning_share()},
                      {"held_out", mixed.rows},
                      {"accuracy", mixed.accuracy},
                      {"accuracy_by_words", words.accuracy},
                      {"log_loss", mixed.log_loss},
                      {"log_loss_by_words", words.log_loss}};
}

store::ModelTrial trial_of(std::string version, std::size_t examples, bool won, JsonObject const& report, Instant now) {
    return {{}, now, static_cast<std::int64_t>(examples), won, std::move(version), to_string(report)};
}

triage::Progress part(triage::Progress const& whole, double from, double to) {
    if (!whole) return {};
    return [&whole, from, to](double done) { whole(from + (to - from) * done); };
}

// Serves from now on, with what it learned from everything, the rows that judged it, too.
Result<void> let_serve(Desk& desk, domain::TenantScope const& scope, store::StoredModel const& row,
                       store::ModelTrial const& trial) {
    CHECK_OK(desk.store.write(scope, [&](store::WriteTxn& txn) -> Result<void> {
        // After going back to an older model, the same tickets fit the same one again.
        TRY(auto const known, store::list_kept_models(txn));
        if (std::ranges::find(known, row.version) != known.end()) {
            CHECK_OK(store::serve_model(txn, row.version));
        } else {
            CHECK_OK(store::add_model(txn, row));
        }
        TRY([[maybe_unused]] auto kept, store::add_model_trial(txn, trial));
        return lift_model_pin(txn);
    }));
    desk.models.drop(scope.tenant());
    return {};
}

Error stopped() {
    return {Kind::unavailable, "train.stopped", "The fit was stopped, since the program ends; it begins anew later.",
            "", ""};
}

}  // namespace

void learn_from_correction(Desk& desk, domain::TenantScope const& scope, domain::Ticket const& ticket,
                           domain::AgentId by) {
    auto const done = desk.store.read(scope, [&](store::ReadTxn& txn) -> Result<void> {
        TRY(auto const example, correction(desk, txn, ticket, by));
        if (example) desk.models.teach(txn, [&](triage::TriageModel& model) { triage::learn_one(model, *example); });
        return {};
    });
    if (!done) log_error("a correction was not learned", done.error(), {{"ticket", ticket.id.value}});
}

Result<Refit> refit(Desk& desk, domain::TenantScope const& scope, triage::Progress const& progress) {
    auto const begun = desk.clock.now();  // what is decided while it is fitted is news to the model
    TRY(auto const history, read_history(desk, scope, part(progress, 0, 0.4)));
    Refit out;
    out.examples = history.set.rows.size();
    out.version = history.serving.version();
    out.is_pinned = history.pin.has_value();
    if (!history.can_judge()) return out;

    triage::FitOptions options;
    options.gives_up = [&desk] { return desk.stopping.stop_requested(); };
    auto const of_past = triage::fit_and_judge_triage(history.past(), options, part(progress, 0.4, 0.7));
    auto const& candidate = of_past.model;
    if (desk.stopping.stop_requested()) return stopped();
    auto const verdict = triage::compare(candidate, history.serving, history.recent());
    out.report = report_of(verdict, history.set);
    out.report["fields"] = scores_of(candidate, history.serving, history.recent());
    out.report["meaning"] = meaning_of(of_past);
    out.report["pinned"] = out.is_pinned;
    if (!(out.is_pinned ? verdict.wins_clearly() : verdict.candidate_wins)) {
        auto const trial = trial_of(candidate.version(), history.past().size(), false, out.report, desk.clock.now());
        TRY([[maybe_unused]] auto kept,
            desk.store.write(scope, [&](store::WriteTxn& txn) { return store::add_model_trial(txn, trial); }));
        return out;
    }

    auto const fitted = triage::fit_and_judge_triage(std::span(history.set.rows), options, part(progress, 0.7, 1));
    if (desk.stopping.stop_requested()) return stopped();
    auto const measured = out.report;
    out.report["held_out_rows"] = held_out_rows(fitted);
    out.version = fitted.model.version();
    store::StoredModel const row{out.version, triage::save(fitted.model), to_string(out.report), true, begun};
    CHECK_OK(let_serve(desk, scope, row, trial_of(row.version, out.examples, true, measured, begun)));
    out.replaced = true;
    return out;
}

}  // namespace lotse::desk
