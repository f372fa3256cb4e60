// SPDX-License-Identifier: Apache-2.0
#include "desk/train_model.h"

#include <algorithm>
#include <iterator>
#include <set>

#include "desk/model_pin.h"
#include "desk/plan_gate.h"
#include "desk/training_set.h"
#include "store/models.h"
#include "triage/hash.h"

namespace lotse::desk {
namespace {

using Examples = std::vector<triage::TrainingExample>;
using Prepared = std::vector<triage::PreparedExample>;

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

// The desk's own tickets, then the history's: those that judge last.
struct Parts {
    Prepared all;
    std::size_t past = 0;  // so many do not judge
};

Parts parts_of(Prepared own, History const& history) {
    Parts out{std::move(own), 0};
    auto const size = history.examples.size();
    Prepared judging;
    for (std::size_t i = 0; i < size; ++i) {
        auto const& one = history.examples[i];
        bool const judges = history.is_by_time
                                ? i >= size - size / 5
                                : triage::hash_of(one.input.subject + "\n" + one.input.new_text) % 5 == 0;
        (judges ? judging : out.all).push_back(triage::prepare(one));
    }
    out.past = out.all.size();
    std::ranges::move(judging, std::back_inserter(out.all));
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
    return row.is_serving ? lift_model_pin(txn) : Result<void>();
}

}  // namespace

Result<Training> train_model(Desk& desk, domain::TenantScope const& scope, History history, bool anyway,
                             triage::Progress const& progress) {
    CHECK_OK(check(history.examples));
    auto const begun = desk.clock.now();  // what is decided while it is fitted is news to the model
    TRY(auto own, read_training_set(desk, scope, {}, {}, desk.stopping));
    Training out;
    out.own_examples = own.rows.size();
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
    auto const parts = parts_of(std::move(own.rows), history);
    history.examples.clear();
    history.examples.shrink_to_fit();
    auto const all = std::span(parts.all);
    {
        auto const candidate = triage::fit_and_judge_triage(all.first(parts.past), fit, share(0, 0.45)).model;
        out.verdict = triage::compare(candidate, *serving, all.subspan(parts.past));
    }
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
