// SPDX-License-Identifier: Apache-2.0
#include "desk/learn.h"

#include <algorithm>

#include "base/log.h"
#include "desk/example_of.h"
#include "desk/plan_gate.h"
#include "desk/stored_meaning.h"
#include "store/lessons.h"
#include "store/models.h"
#include "triage/model_score.h"

namespace lotse::desk {
namespace {

constexpr int kExamples = 20000;
constexpr std::size_t kMinimum = 50;
constexpr std::ptrdiff_t kUnseenMinimum = 20;  // fewer new tickets than this judge nobody

// What a person chose for this ticket; nothing if no customer wrote in it.
Result<std::optional<triage::TrainingExample>> correction(Desk& desk, store::ReadTxn& txn,
                                                          domain::Ticket const& ticket) {
    TRY(auto setup, desk.setups.get(txn));
    TRY(auto stored, store::find_example(txn, ticket.id));
    if (!stored) return std::optional<triage::TrainingExample>();
    if (auto const* category = setup->find_category(ticket.category)) stored->category = category->key;
    if (ticket.has_type) stored->type = domain::name_of(ticket.type);
    auto out = example_of(*stored, *setup);
    TRY(out.input.meaning, stored_meaning(txn, ticket.id, desk.meanings.status().version));
    return std::optional(std::move(out));
}

// What a refit works on. The model it must beat is the one that was last fitted and stored, not the one in memory: that one
// has been taught the newest tickets by people's corrections, and would be judged on what it was told.
struct History {
    std::vector<triage::TrainingExample> examples;  // oldest first
    std::ptrdiff_t seen = 0;  // so many of them are older than the serving model
    triage::TriageModel serving;

    std::ptrdiff_t size() const { return static_cast<std::ptrdiff_t>(examples.size()); }
    std::ptrdiff_t unseen() const { return size() - seen; }
    // The later half of what the serving model has not seen judges both; without a model it is the newest fifth.
    std::ptrdiff_t cut() const { return seen == 0 ? size() - size() / 5 : seen + unseen() / 2; }
};

struct Dated {
    triage::TrainingExample example;
    Instant at{};
};

// Settled tickets and lessons, oldest first, the newest kExamples of them; tickets with their vectors, if `encoder` made them.
Result<std::vector<Dated>> read_examples(store::ReadTxn& txn, Setup const& setup, std::string_view encoder) {
    std::vector<Dated> out;
    TRY(auto const settled, store::list_examples(txn, kExamples));
    for (auto const& one : settled) {
        out.push_back({example_of(one, setup), one.at});
        TRY(out.back().example.input.meaning, stored_meaning(txn, one.ticket, encoder));
    }
    TRY(auto const lessons, store::list_lessons(txn, {}, kExamples));
    for (auto const& one : lessons) out.push_back({example_of(one), one.at});
    std::ranges::stable_sort(out, [](auto const& a, auto const& b) { return a.at > b.at; });
    if (out.size() > static_cast<std::size_t>(kExamples)) out.resize(static_cast<std::size_t>(kExamples));
    std::ranges::reverse(out);
    return out;
}

Result<void> read_history(Desk& desk, store::ReadTxn& txn, History& out) {
    TRY(auto setup, desk.setups.get(txn));
    TRY(auto stored, store::serving_model(txn));
    auto const encoder = desk.meanings.status().version;
    TRY(auto examples, read_examples(txn, *setup, encoder));
    if (stored) {
        auto model = triage::load_triage_model(stored->bytes);
        // A damaged model is beaten by any other, and so is one whose language model is gone: it is half of what it was.
        bool const is_whole = model && (model->encoder.empty() || model->encoder == encoder);
        if (is_whole) {
            out.serving = *std::move(model);
            out.seen = std::ranges::count_if(examples, [&](auto const& one) { return one.at <= stored->created_at; });
        }
    }
    for (auto& one : examples) out.examples.push_back(std::move(one.example));
    return {};
}

JsonObject report_of(triage::Comparison const& verdict, std::size_t examples) {
    return JsonObject{{"examples", examples},
                      {"held_out", verdict.examples},
                      {"candidate_accuracy", verdict.candidate_accuracy},
                      {"serving_accuracy", verdict.serving_accuracy},
                      {"candidate_log_loss", verdict.candidate_log_loss},
                      {"serving_log_loss", verdict.serving_log_loss}};
}

// By field: the candidate on the tickets that judge it, with the accuracy of the one that serves.
JsonObject scores_of(triage::TriageModel const& candidate, triage::TriageModel const& serving,
                     std::vector<triage::TrainingExample> const& recent) {
    auto const one = [&](triage::Classifier triage::TriageModel::* part, std::string triage::TrainingExample::* label) {
        auto const score = triage::score_model(candidate, part, recent, label);
        auto const before = triage::score_model(serving, part, recent, label);
        return JsonObject{{"held_out", score.rows},
                          {"accuracy", score.accuracy},
                          {"macro_f1", score.macro_f1},
                          {"ece", score.ece},
                          {"before", (serving.*part).is_empty() ? Json(nullptr) : Json(before.accuracy)}};
    };
    return {{"category", one(&triage::TriageModel::category, &triage::TrainingExample::category)},
            {"type", one(&triage::TriageModel::type, &triage::TrainingExample::type)}};
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

}  // namespace

void learn_from_correction(Desk& desk, domain::TenantScope const& scope, domain::Ticket const& ticket) {
    auto const done = desk.store.read(scope, [&](store::ReadTxn& txn) -> Result<void> {
        TRY(auto const example, correction(desk, txn, ticket));
        if (example) desk.models.teach(txn, [&](triage::TriageModel& model) { triage::learn_one(model, *example); });
        return {};
    });
    if (!done) log_error("a correction was not learned", done.error(), {{"ticket", ticket.id.value}});
}

Result<std::vector<triage::TrainingExample>> own_examples(Desk& desk, domain::TenantScope const& scope) {
    std::vector<triage::TrainingExample> out;
    CHECK_OK(desk.store.read(scope, [&](store::ReadTxn& txn) -> Result<void> {
        TRY(auto const setup, desk.setups.get(txn));
        TRY(auto examples, read_examples(txn, *setup, desk.meanings.status().version));
        for (auto& one : examples) out.push_back(std::move(one.example));
        return {};
    }));
    return out;
}

Result<Refit> refit(Desk& desk, domain::TenantScope const& scope) {
    History history;
    auto const begun = desk.clock.now();  // what is decided while it is fitted is news to the model
    CHECK_OK(desk.store.read(scope, [&](store::ReadTxn& txn) { return read_history(desk, txn, history); }));
    Refit out;
    out.examples = history.examples.size();
    out.version = history.serving.version();
    if (history.examples.size() < kMinimum || history.unseen() < kUnseenMinimum) return out;

    auto const cut = history.cut();
    std::vector<triage::TrainingExample> const past(history.examples.begin(), history.examples.begin() + cut);
    std::vector<triage::TrainingExample> const recent(history.examples.begin() + cut, history.examples.end());
    auto const of_past = triage::fit_and_judge_triage(past);
    auto const& candidate = of_past.model;
    auto const verdict = triage::compare(candidate, history.serving, recent);
    out.report = report_of(verdict, history.examples.size());
    out.report["fields"] = scores_of(candidate, history.serving, recent);
    out.report["meaning"] = meaning_of(of_past);
    if (!verdict.candidate_wins) {
        auto const trial = trial_of(candidate.version(), past.size(), false, out.report, desk.clock.now());
        TRY([[maybe_unused]] auto kept,
            desk.store.write(scope, [&](store::WriteTxn& txn) { return store::add_model_trial(txn, trial); }));
        return out;
    }

    auto fitted = triage::fit_and_judge_triage(history.examples);
    auto const measured = out.report;
    out.report["held_out_rows"] = held_out_rows(fitted);
    out.version = fitted.model.version();
    store::StoredModel const row{out.version, triage::save(fitted.model), to_string(out.report), true, begun};
    CHECK_OK(desk.store.write(scope, [&](store::WriteTxn& txn) -> Result<void> {
        // After going back to an older model, the same tickets fit the same one again.
        TRY(auto const known, store::list_kept_models(txn));
        if (std::ranges::find(known, row.version) != known.end()) {
            CHECK_OK(store::serve_model(txn, row.version));
        } else {
            CHECK_OK(store::add_model(txn, row));
        }
        TRY([[maybe_unused]] auto kept,
            store::add_model_trial(txn, trial_of(row.version, out.examples, true, measured, row.created_at)));
        return {};
    }));
    desk.models.drop(scope.tenant());
    out.replaced = true;
    return out;
}

}  // namespace lotse::desk
