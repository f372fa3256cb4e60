// SPDX-License-Identifier: Apache-2.0
// The batch fit: several passes over a history in a shuffled order, first without the last fifth to learn how far to
// trust the scores, then over everything.
#include <algorithm>
#include <cmath>
#include <numeric>
#include <string_view>
#include <unordered_map>

#include "triage/calibration.h"
#include "triage/ftrl.h"
#include "triage/hash.h"
#include "triage/linear_model.h"

namespace lotse::triage {
class LinearFit {
  public:
    LinearFit(TrainingRows examples, FitOptions const& options, Progress const& progress, LinearModel const* before)
        : options_(options), progress_(progress), before_(before) {
        for (auto const& one : examples)
            if (!one.label.empty() && one.weight > 0 && !one.features->empty()) usable_.push_back(one);
    }

    LinearModel run();

  private:
    struct Row {
        Features rows;  // index = row of the weight table, value weighted by idf
        std::uint32_t label = 0;
        float weight = 1;
    };
    using Picked = std::vector<TrainingRow>;
    using Labels = std::unordered_map<std::string_view, std::uint32_t>;

    LinearModel fit(Picked const& picked, double progress_from, double progress_to) const;
    static Labels count_classes(LinearModel& model, Picked const& picked);
    static void choose_rows(LinearModel& model, Picked const& picked);
    void begin_with(LinearModel& model, LinearModel const& before) const;
    static std::vector<Row> table_rows(LinearModel const& model, Picked const& picked, Labels const& labels);
    void descend(LinearModel& model, std::vector<Row> const& rows, double progress_from, double progress_to) const;
    static void set_rare_threshold(LinearModel& model, Picked const& picked, Labels const& labels);
    static double temperature_on(LinearModel const& model, Picked const& held_out);
    bool is_held_out(std::size_t position, std::size_t of) const;
    int epochs() const { return before_ != nullptr ? options_.epochs_more : options_.epochs; }
    void report(double done) const {
        if (progress_) progress_(done);
    }

    FitOptions options_;
    Progress const& progress_;
    LinearModel const* before_;
    Picked usable_;
};

std::vector<TrainingRow> rows_of(std::span<LabelledFeatures const> examples) {
    std::vector<TrainingRow> out;
    out.reserve(examples.size());
    for (auto const& one : examples) out.push_back({&one.features, one.label, one.weight, one.meaning});
    return out;
}

LinearModel LinearModel::fit(std::span<LabelledFeatures const> examples, FitOptions const& options,
                             Progress const& progress) {
    return LinearFit(rows_of(examples), options, progress, nullptr).run();
}

LinearModel LinearModel::fit_all(TrainingRows examples, FitOptions const& options, Progress const& progress,
                                 LinearModel const* before) {
    return LinearFit(examples, options, progress, before).run();
}

LinearModel LinearFit::run() {
    if (usable_.empty()) return {};
    double temperature = 1;
    if (options_.calibrates) {
        Picked early;
        Picked held_out;
        for (std::size_t i = 0; i < usable_.size(); ++i)
            (is_held_out(i, usable_.size()) ? held_out : early).push_back(usable_[i]);
        if (held_out.size() >= 20) temperature = temperature_on(fit(early, 0, 0.45), held_out);
    }
    auto out = fit(usable_, options_.calibrates ? 0.45 : 0, 1);
    if (options_.is_given_up()) return {};
    out.temperature_ = temperature;
    report(1);
    return out;
}

bool LinearFit::is_held_out(std::size_t position, std::size_t of) const {
    if (options_.is_time_ordered) return position >= of - of / 5;
    return hash_of(std::to_string(position)) % 5 == 0;
}

LinearModel LinearFit::fit(Picked const& picked, double progress_from, double progress_to) const {
    LinearModel model;
    auto const labels = count_classes(model, picked);
    choose_rows(model, picked);
    if (before_ != nullptr) begin_with(model, *before_);
    if (model.columns_ > 1) descend(model, table_rows(model, picked, labels), progress_from, progress_to);
    // A correction of tomorrow shall move the model as the history did in one pass, not as in many.
    for (float& rate : model.rate_) rate /= static_cast<float>(std::max(1, options_.epochs));
    set_rare_threshold(model, picked, labels);
    return model;
}

// By name; the frequent ones first. Beyond kMaxClasses the rarest are left out.
LinearFit::Labels LinearFit::count_classes(LinearModel& model, Picked const& picked) {
    std::unordered_map<std::string_view, std::int64_t> counts;
    for (auto const& one : picked) ++counts[one.label];
    std::vector<std::pair<std::string_view, std::int64_t>> classes(counts.begin(), counts.end());
    std::ranges::sort(classes, [](auto const& a, auto const& b) {
        return a.second != b.second ? a.second > b.second : a.first < b.first;
    });
    if (classes.size() > kMaxClasses) classes.resize(kMaxClasses);
    auto const is_frequent = [](auto const& one) { return one.second >= kRareBelow; };
    model.columns_ = static_cast<std::size_t>(std::ranges::count_if(classes, is_frequent));
    // Too many for a table; or one alone, from which weights could tell nothing.
    if (model.columns_ > kMostWeighted || model.columns_ == 1) model.columns_ = 0;
    auto const frequent = classes.begin() + static_cast<std::ptrdiff_t>(model.columns_);
    std::sort(classes.begin(), frequent);
    std::sort(frequent, classes.end());
    Labels out;
    for (auto const& [name, count] : classes) {
        out.emplace(name, static_cast<std::uint32_t>(model.classes_.size()));
        model.classes_.push_back({std::string(name), count});
        model.examples_ += count;
    }
    model.stride_ = (model.columns_ + 1 + 7) / 8 * 8;  // room for new classes before the table must move
    return out;
}

// A feature that only one message has tells nothing of the next one; in a small history it may still be a name.
void LinearFit::choose_rows(LinearModel& model, Picked const& picked) {
    std::vector<std::uint32_t> seen(kFeatureSpace, 0);
    for (auto const& one : picked)
        for (auto const& feature : *one.features) ++seen[feature.index];
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

// The rates as they were while it was fitted, so that what it knows well moves little.
void LinearFit::begin_with(LinearModel& model, LinearModel const& before) const {
    std::vector<std::pair<std::size_t, std::size_t>> columns;  // here, there
    for (std::size_t k = 0; k < before.columns_; ++k)
        if (auto const at = model.find_class(before.classes_[k].name); at < model.columns_) columns.emplace_back(at, k);
    auto const copy = [&](std::size_t row, std::size_t from) {
        for (auto const& [here, there] : columns) {
            model.weight_[row * model.stride_ + here] = before.weight_[from * before.stride_ + there];
            model.rate_[row * model.stride_ + here] =
                before.rate_[from * before.stride_ + there] * static_cast<float>(std::max(1, options_.epochs));
        }
    };
    if (columns.empty()) return;
    copy(0, 0);
    for (std::uint32_t index = 0; index < kFeatureSpace; ++index)
        if (model.row_of_[index] != 0 && before.row_of_[index] != 0)
            copy(model.row_of_[index] - 1, before.row_of_[index] - 1);
}

std::vector<LinearFit::Row> LinearFit::table_rows(LinearModel const& model, Picked const& picked,
                                                  Labels const& labels) {
    std::vector<Row> out;
    out.reserve(picked.size());
    for (auto const& one : picked) {
        auto const label = labels.find(one.label);
        if (label == labels.end() || model.is_rare(label->second)) continue;
        Row row{model.weighted(*one.features), label->second, one.weight};
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
    std::vector<float> scores(model.columns_);
    float const margin = options_.margin.value_or(kMargin);
    auto state = options_.seed;
    double const all = static_cast<double>(rows.size()) * epochs();
    std::size_t done = 0;
    for (int epoch = 0; epoch < epochs(); ++epoch) {
        // Fisher-Yates with our own numbers: std::shuffle differs between libraries.
        for (std::size_t i = order.size() - 1; i > 0; --i) {
            state = hash_end(state + 0x9e3779b97f4a7c15ULL);
            std::swap(order[i], order[state % (i + 1)]);
        }
        for (auto const position : order) {
            auto const& row = rows[position];
            std::copy_n(model.weight_.begin(), model.columns_, scores.begin());
            add_rows(scores, model.weight_.data(), model.stride_, row.rows);
            auto const active = active_classes(scores, row.label, row.weight, margin);
            update_row(&model.weight_[0], &model.rate_[0], active, 1);
            for (auto const& feature : row.rows)
                update_row(&model.weight_[feature.index * model.stride_], &model.rate_[feature.index * model.stride_],
                           active, feature.value);
            if (++done % 256 != 0) continue;
            if (options_.is_given_up()) return;
            report(progress_from + (progress_to - progress_from) * static_cast<double>(done) / all);
        }
    }
}

// A rare class may take at most one in 200 of the messages that belong to frequent classes.
void LinearFit::set_rare_threshold(LinearModel& model, Picked const& picked, Labels const& labels) {
    std::vector<Features> sums(model.classes_.size() - model.columns_);
    for (auto const& one : picked) {
        auto const label = labels.find(one.label);
        if (label == labels.end() || !model.is_rare(label->second)) continue;
        auto& sum = sums[label->second - model.columns_];
        auto const x = model.weighted(*one.features);
        sum.insert(sum.end(), x.begin(), x.end());
        // Merged now and then, so that a class of a thousand examples costs no square of them.
        if (sum.size() > 64 * 1024) merge(sum);
    }
    for (std::size_t i = 0; i < sums.size(); ++i) {
        merge(sums[i]);
        model.rare_.put({static_cast<std::uint32_t>(model.columns_ + i), std::move(sums[i])});
    }
    model.rare_.tidy();
    if (model.rare_.is_empty() || model.columns_ == 0) return;
    std::vector<double> alike;
    auto const every = std::max<std::size_t>(1, picked.size() / 1000);
    for (std::size_t i = 0; i < picked.size(); i += every) {
        auto const label = labels.find(picked[i].label);
        if (label == labels.end() || model.is_rare(label->second)) continue;
        auto const all = model.rare_.likeness(model.weighted(*picked[i].features));
        alike.push_back(*std::ranges::max_element(all));
    }
    if (alike.empty()) return;
    std::sort(alike.begin(), alike.end());
    model.rare_threshold_ = std::clamp(alike[alike.size() - 1 - alike.size() / 200], kLeastLikeness, 0.95);
}

double LinearFit::temperature_on(LinearModel const& model, Picked const& held_out) {
    std::vector<HeldOut> judged;
    for (auto const& one : held_out) {
        auto const label = model.find_class(one.label);
        if (label >= model.columns_) continue;
        auto scores = model.scores(model.weighted(*one.features));
        judged.push_back({std::move(scores), label});
    }
    return fit_temperature(judged);
}

}  // namespace lotse::triage
