// SPDX-License-Identifier: Apache-2.0
// The batch fit: several passes over a history in a shuffled order, first without the last fifth to learn how far to
// trust the scores, then over everything.
#include <algorithm>
#include <cmath>
#include <numeric>

#include "triage/calibration.h"
#include "triage/ftrl.h"
#include "triage/hash.h"
#include "triage/linear_model.h"

namespace lotse::triage {

class LinearFit {
  public:
    LinearFit(std::span<LabelledFeatures const> examples, FitOptions const& options, Progress const& progress)
        : examples_(examples), options_(options), progress_(progress) {}

    LinearModel run();

  private:
    struct Row {
        Features rows;  // index = row of the weight table, value weighted by idf
        std::uint32_t label = 0;
        float weight = 1;
    };
    using Picked = std::vector<std::size_t>;

    LinearModel fit(Picked const& picked, double progress_from, double progress_to);
    void count_classes(LinearModel& model, Picked const& picked) const;
    void choose_rows(LinearModel& model, Picked const& picked) const;
    std::vector<Row> rows_of(LinearModel const& model, Picked const& picked) const;
    void descend(LinearModel& model, std::vector<Row> const& rows, double progress_from, double progress_to) const;
    void set_rare_threshold(LinearModel& model, Picked const& picked) const;
    double temperature_on(LinearModel const& model, Picked const& held_out) const;
    bool is_held_out(std::size_t position, std::size_t of) const;
    void report(double done) const {
        if (progress_) progress_(done);
    }

    std::span<LabelledFeatures const> examples_;
    FitOptions options_;
    Progress const& progress_;
};

LinearModel LinearModel::fit(std::span<LabelledFeatures const> examples, FitOptions const& options,
                             Progress const& progress) {
    return LinearFit(examples, options, progress).run();
}

LinearModel LinearFit::run() {
    Picked usable;
    for (std::size_t i = 0; i < examples_.size(); ++i)
        if (!examples_[i].label.empty() && examples_[i].weight > 0 && !examples_[i].features.empty())
            usable.push_back(i);
    if (usable.empty()) return {};
    Picked early;
    Picked held_out;
    for (std::size_t i = 0; i < usable.size(); ++i)
        (is_held_out(i, usable.size()) ? held_out : early).push_back(usable[i]);
    double temperature = 1;
    if (options_.calibrates && held_out.size() >= 20) temperature = temperature_on(fit(early, 0, 0.45), held_out);
    auto out = fit(usable, options_.calibrates ? 0.45 : 0, 1);
    out.temperature_ = temperature;
    report(1);
    return out;
}

bool LinearFit::is_held_out(std::size_t position, std::size_t of) const {
    if (options_.is_time_ordered) return position >= of - of / 5;
    return hash_of(std::to_string(position)) % 5 == 0;
}

LinearModel LinearFit::fit(Picked const& picked, double progress_from, double progress_to) {
    LinearModel model;
    count_classes(model, picked);
    choose_rows(model, picked);
    {
        auto const rows = rows_of(model, picked);
        descend(model, rows, progress_from, progress_to);
    }
    // A correction of tomorrow shall move the model as the history did in one pass, not as in many.
    for (float& rate : model.rate_) rate /= static_cast<float>(std::max(1, options_.epochs));
    set_rare_threshold(model, picked);
    return model;
}

void LinearFit::count_classes(LinearModel& model, Picked const& picked) const {
    std::vector<std::string_view> names;
    for (auto const i : picked) names.push_back(examples_[i].label);
    std::sort(names.begin(), names.end());
    for (auto const name : names) {
        if (model.classes_.empty() || model.classes_.back().name != name) {
            if (model.classes_.size() == kMaxClasses) break;
            model.classes_.push_back({std::string(name), 0});
        }
        ++model.classes_.back().examples;
        ++model.examples_;
    }
    model.stride_ = (model.classes_.size() + 1 + 7) / 8 * 8;  // room for new classes before the table must move
}

// A feature that only one message has tells nothing of the next one; in a small history it may still be a name.
void LinearFit::choose_rows(LinearModel& model, Picked const& picked) const {
    std::vector<std::uint32_t> seen(kFeatureSpace, 0);
    for (auto const i : picked)
        for (auto const& feature : examples_[i].features) ++seen[feature.index];
    std::uint32_t const least = picked.size() >= 1000 ? 2 : 1;
    std::vector<std::uint32_t> chosen;
    for (std::uint32_t index = 0; index < kFeatureSpace; ++index)
        if (seen[index] >= least) chosen.push_back(index);
    auto const room = kMaxCoordinates / model.stride_ - 1;
    if (chosen.size() > room) {
        std::sort(chosen.begin(), chosen.end(),
                  [&](auto a, auto b) { return seen[a] != seen[b] ? seen[a] > seen[b] : a < b; });
        chosen.resize(room);
        std::sort(chosen.begin(), chosen.end());
    }
    auto const idf = [&](double documents) {
        return static_cast<float>(std::log((1.0 + static_cast<double>(picked.size())) / (1.0 + documents)) + 1);
    };
    model.row_of_.assign(kFeatureSpace, 0);
    model.idf_.assign(1, 1.0F);
    for (auto const index : chosen) {
        model.idf_.push_back(idf(seen[index]));
        model.row_of_[index] = static_cast<std::uint32_t>(model.idf_.size());
    }
    model.new_idf_ = idf(1);
    model.weight_.assign(model.idf_.size() * model.stride_, 0.0F);
    model.rate_.assign(model.weight_.size(), 0.0F);
}

std::vector<LinearFit::Row> LinearFit::rows_of(LinearModel const& model, Picked const& picked) const {
    std::vector<Row> out;
    out.reserve(picked.size());
    for (auto const i : picked) {
        auto const label = model.find_class(examples_[i].label);
        if (label == model.classes_.size() || model.is_rare(label)) continue;
        Row row{model.weighted(examples_[i].features), static_cast<std::uint32_t>(label), examples_[i].weight};
        std::erase_if(row.rows, [&](auto const& feature) { return model.row_of_[feature.index] == 0; });
        for (auto& feature : row.rows) feature.index = model.row_of_[feature.index] - 1;
        row.rows.shrink_to_fit();
        out.push_back(std::move(row));
    }
    return out;
}

void LinearFit::descend(LinearModel& model, std::vector<Row> const& rows, double progress_from,
                        double progress_to) const {
    if (rows.empty()) return;
    std::vector<std::uint32_t> order(rows.size());
    std::iota(order.begin(), order.end(), 0U);
    auto const classes = model.classes_.size();
    std::vector<float> scores(classes);
    auto state = options_.seed;
    double const all = static_cast<double>(rows.size()) * options_.epochs;
    std::size_t done = 0;
    for (int epoch = 0; epoch < options_.epochs; ++epoch) {
        // Fisher-Yates with our own numbers: std::shuffle differs between libraries.
        for (std::size_t i = order.size() - 1; i > 0; --i) {
            state = hash_end(state + 0x9e3779b97f4a7c15ULL);
            std::swap(order[i], order[state % (i + 1)]);
        }
        for (auto const position : order) {
            auto const& row = rows[position];
            std::copy_n(&model.weight_[0], classes, scores.begin());
            for (auto const& feature : row.rows)
                add_row(scores, &model.weight_[feature.index * model.stride_], feature.value);
            for (std::size_t k = 0; k < classes; ++k)
                if (model.is_rare(k)) scores[k] = -1e30F;
            auto const active = active_classes(scores, row.label, row.weight);
            update_row(&model.weight_[0], &model.rate_[0], active, 1);
            for (auto const& feature : row.rows)
                update_row(&model.weight_[feature.index * model.stride_], &model.rate_[feature.index * model.stride_],
                           active, feature.value);
            if (++done % 256 == 0)
                report(progress_from + (progress_to - progress_from) * static_cast<double>(done) / all);
        }
    }
}

// A rare class may take at most one in 200 of the messages that belong to frequent classes.
void LinearFit::set_rare_threshold(LinearModel& model, Picked const& picked) const {
    for (auto const i : picked) {
        auto const label = model.find_class(examples_[i].label);
        if (label == model.classes_.size() || !model.is_rare(label)) continue;
        auto found =
            std::find_if(model.rare_.begin(), model.rare_.end(), [&](auto const& c) { return c.label == label; });
        if (found == model.rare_.end()) found = model.rare_.insert(found, {static_cast<std::uint32_t>(label), {}});
        found->sum = sum_of(found->sum, model.weighted(examples_[i].features));
    }
    if (model.rare_.empty()) return;
    std::vector<double> alike;
    auto const every = std::max<std::size_t>(1, picked.size() / 1000);
    for (std::size_t i = 0; i < picked.size(); i += every) {
        auto const& example = examples_[picked[i]];
        auto const label = model.find_class(example.label);
        if (label == model.classes_.size() || model.is_rare(label)) continue;
        auto const x = model.weighted(example.features);
        double most = 0;
        for (auto const& centroid : model.rare_) most = std::max(most, likeness(x, centroid.sum));
        alike.push_back(most);
    }
    if (alike.empty()) return;
    std::sort(alike.begin(), alike.end());
    model.rare_threshold_ = std::clamp(alike[alike.size() - 1 - alike.size() / 200], kLeastLikeness, 0.95);
}

double LinearFit::temperature_on(LinearModel const& model, Picked const& held_out) const {
    std::vector<HeldOut> judged;
    for (auto const i : held_out) {
        auto const label = model.find_class(examples_[i].label);
        if (label == model.classes_.size() || model.is_rare(label)) continue;
        judged.push_back({model.scores(model.weighted(examples_[i].features)), label});
    }
    return fit_temperature(judged);
}

}  // namespace lotse::triage
