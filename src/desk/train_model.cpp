// SPDX-License-Identifier: Apache-2.0
#include "desk/train_model.h"

#include <algorithm>
#include <set>

#include "desk/learn.h"
#include "desk/plan_gate.h"
#include "store/models.h"
#include "triage/hash.h"

namespace lotse::desk {
namespace {

using Examples = std::vector<triage::TrainingExample>;

constexpr std::size_t kLeast = 25;

Result<void> check(Examples const& examples) {
    if (examples.size() < kLeast)
        return invalid("train.too_few", "There are too few labelled rows: at least 25 are needed.");
    std::set<std::string> categories;
    std::set<std::string> types;
    for (auto const& one : examples) {
        if (!one.category.empty()) categories.insert(one.category);
        if (!one.type.empty()) types.insert(one.type);
    }
    if (categories.size() < 2 && types.size() < 2)
        return invalid("train.one_label", "All rows have the same label, so there is nothing to decide.");
    return {};
}

struct Parts {
    Examples past;
    Examples judging;
};

Parts parts_of(History const& history) {
    Parts out;
    auto const size = history.examples.size();
    for (std::size_t i = 0; i < size; ++i) {
        auto const& one = history.examples[i];
        bool const judges = history.is_by_time
                                ? i >= size - size / 5
                                : triage::hash_of(one.input.subject + "\n" + one.input.new_text) % 5 == 0;
        (judges ? out.judging : out.past).push_back(one);
    }
    return out;
}

JsonObject report_of(Training const& training, triage::FittedTriage const& fitted, std::size_t rows) {
    auto const& verdict = training.verdict;
    return {{"source", "history"},
            {"examples", rows},
            {"held_out", verdict.examples},
            {"candidate_accuracy", verdict.candidate_accuracy},
            {"serving_accuracy", verdict.serving_accuracy},
            {"candidate_log_loss", verdict.candidate_log_loss},
            {"serving_log_loss", verdict.serving_log_loss},
            {"held_out_rows", held_out_rows(fitted)}};
}

// Training the same file again makes the same model: it is there already, and may only have to serve.
Result<void> store_or_serve(store::WriteTxn& txn, store::StoredModel const& row, std::size_t examples) {
    TRY(auto const known, store::list_kept_models(txn));
    if (std::ranges::find(known, row.version) == known.end()) {
        CHECK_OK(store::add_model(txn, row));
    } else if (row.is_serving) {
        CHECK_OK(store::serve_model(txn, row.version));
    }
    store::ModelTrial trial;
    trial.at = row.created_at;
    trial.examples = static_cast<std::int64_t>(examples);
    trial.won = row.is_serving;
    trial.version = row.version;
    trial.report = row.report;
    TRY([[maybe_unused]] auto const kept, store::add_model_trial(txn, trial));
    return {};
}

}  // namespace

Result<Training> train_model(Desk& desk, domain::TenantScope const& scope, History history, bool anyway,
                             triage::Progress const& progress) {
    CHECK_OK(check(history.examples));
    auto const begun = desk.clock.now();  // what is decided while it is fitted is news to the model
    TRY(auto const own, own_examples(desk, scope));
    Training out;
    out.own_examples = own.size();
    std::shared_ptr<triage::TriageModel const> serving;
    CHECK_OK(desk.store.read(scope, [&](store::ReadTxn& txn) -> Result<void> {
        serving = desk.models.get_fresh(txn);
        return {};
    }));
    out.serving_before = serving->version();
    triage::FitOptions fit;
    fit.is_time_ordered = history.is_by_time;
    auto const share = [&](double from, double to) -> triage::Progress {
        if (!progress) return {};
        return [&progress, from, to](double done) { progress(from + (to - from) * done); };
    };
    {
        auto parts = parts_of(history);
        parts.past.insert(parts.past.begin(), own.begin(), own.end());
        out.verdict = triage::compare(triage::fit_triage(parts.past, fit, share(0, 0.45)), *serving, parts.judging);
    }
    auto& all = history.examples;
    all.insert(all.begin(), own.begin(), own.end());
    auto const fitted = triage::fit_and_judge_triage(all, fit, share(0.45, 1));
    out.version = fitted.model.version();
    bool const is_same = serving->fitted == out.version;
    out.serves = anyway || out.verdict.candidate_wins || is_same;
    store::StoredModel const row{out.version, triage::save(fitted.model), to_string(report_of(out, fitted, all.size())),
                                 out.serves, begun};
    CHECK_OK(desk.store.write(scope, [&](store::WriteTxn& txn) { return store_or_serve(txn, row, all.size()); }));
    desk.models.drop(scope.tenant());
    return out;
}

}  // namespace lotse::desk
